import pytest
from hypothesis import settings

# A deadline would make a slow machine a failure.
settings.register_profile("newsan", deadline=None)
settings.load_profile("newsan")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-samples", action="store_true", help="rewrite the expected output beside each sample edition"
    )

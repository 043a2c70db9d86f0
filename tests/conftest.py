import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-samples", action="store_true", help="rewrite the expected output beside each sample edition"
    )

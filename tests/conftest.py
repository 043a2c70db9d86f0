import os

import pytest
from hypothesis import settings

# A deadline would make a slow machine a failure; on CI the same examples are tried each time, so that what fails
# there fails everywhere. Elsewhere each run looks for new ones.
settings.register_profile("newsan", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("newsan")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-samples", action="store_true", help="rewrite the expected output beside each sample edition"
    )

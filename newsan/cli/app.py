"""The commands, joined."""


def main() -> None:
    """Run the command."""

"""``python -m newsan`` is the ``newsan`` command."""

from newsan.cli.app import main

if __name__ == "__main__":
    main()

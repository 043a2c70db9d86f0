"""The ``newsan`` command, which is also ``python -m newsan``."""

import atexit
import gc
import os
import signal
import sys


def main() -> None:
    """Run the command; while it is still being imported an interrupt ends the process in silence."""
    # Nothing here makes cycles of objects: looking for them at every turn only costs time.
    gc.set_threshold(100_000, 50, 100)
    interruptible = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if interruptible:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from newsan.cli import shell

    if interruptible:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        shell.main()
    except SystemExit as ended:
        if isinstance(ended.code, int):
            leave(ended.code)
        raise


def leave(status: int) -> None:
    """End the process once everything is done that was to be done at its end.

    Python would take apart every object first, a fifteenth of what a page costs, though the system takes the memory
    back in one piece. What cannot be written is left to Python to complain of.
    """
    atexit._run_exitfuncs()  # noqa: SLF001 - there is no other way to have them run
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(status)


if __name__ == "__main__":
    main()

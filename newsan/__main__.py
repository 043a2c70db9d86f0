"""The ``newsan`` command, which is also ``python -m newsan``."""

import atexit
import gc
import signal


def main() -> None:
    """Run the command; while it is still being imported an interrupt ends the process in silence."""
    # Nothing here makes cycles of objects: looking for them at every turn, and among all at the end, only costs time.
    gc.set_threshold(100_000, 50, 100)
    atexit.register(gc.freeze)
    interruptible = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if interruptible:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from newsan.cli import shell

    if interruptible:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    shell.main()


if __name__ == "__main__":
    main()

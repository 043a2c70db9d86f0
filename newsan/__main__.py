"""The ``newsan`` command, which is also ``python -m newsan``."""

import gc
import signal


def main() -> None:
    """Run the command; an interrupt while it is still being imported ends the process without a traceback."""
    gc.set_threshold(100_000, 50, 100)  # nothing here makes cycles: looking for them costs a tenth of a page
    interruptible = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if interruptible:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from newsan.cli import shell

    if interruptible:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    shell.main()


if __name__ == "__main__":
    main()

"""The exceptions that newsan raises. Each message is one sentence for the user."""


class NewsanError(Exception):
    """The base of all exceptions of newsan."""


class UnreadableInput(NewsanError):
    """An input could not be found, opened or decoded."""


class UnwritableOutput(NewsanError):
    """The output could not be written where it was asked for."""


class BadOption(NewsanError):
    """An option has an invalid value, such as a day that does not exist or an unknown home city."""

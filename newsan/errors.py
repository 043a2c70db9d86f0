"""What can go wrong, each said in one sentence to the person at the keyboard."""


class NewsanError(Exception):
    """The message is a sentence for the person who ran the command."""


class UnreadableInput(NewsanError):
    """An input could not be found, opened or decoded."""


class UnwritableOutput(NewsanError):
    """The output could not be written where it was asked for."""


class BadOption(NewsanError):
    """An option's value makes no sense: a date that is none, a home city that is not in the gazetteer."""

"""What a number says: its unit, bound, range, rate, share, rank or score; and which numbers state nothing."""

from newsan.quantities.finding import find_quantities

__all__ = ["find_quantities"]

"""Printed numbers -> exact values and bounds.

Everything Chinese print uses: ``1,234.5``, full-width digits, ``三千二百``, financial capitals, traditional
characters, ``3万2千``, ``1.2万亿``, ``三四十``, ``二百三十余万``, ``三分之一``, ``零点五``. What a number means
(a date, a figure, part of a name) is not decided here.
"""

from newsan.numerals.finding import find_numerals, parse_numeral

__all__ = ["find_numerals", "parse_numeral"]

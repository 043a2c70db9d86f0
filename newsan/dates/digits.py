"""The whole numbers dates are printed with: 12, １２, 十二, 廿二, 二〇二五."""

from __future__ import annotations

DIGITS = {
    character: value
    for value, characters in enumerate(
        ("0０〇零○", "1１一元正", "2２二两", "3３三", "4４四", "5５五", "6６六", "7７七", "8８八", "9９九")
    )
    for character in characters
}
TENS = {"十": 1, "廿": 2, "卅": 3}


def read_number(text: str) -> int:
    """Return the whole number below 100 a day, month or count is printed with, or a year digit by digit.

    Where a sign for ten stands the number is read by its value (二十五 is 25), elsewhere digit by digit (二五 is 25).

    >>> [read_number(text) for text in ("25", "２５", "二十五", "廿五", "十", "二〇二五")]
    [25, 25, 25, 25, 10, 2025]
    """
    for sign, tens in TENS.items():
        before, found, after = text.partition(sign)
        if found:
            return (DIGITS[before] if before else tens) * 10 + (DIGITS[after] if after else 0)
    value = 0
    for character in text:
        value = value * 10 + DIGITS[character]
    return value


def read_year(text: str) -> int:
    """Return a year, the century filled in where two digits are printed: 98 is 1998, 24 is 2024.

    >>> [read_year(text) for text in ("1998", "98", "四四", "零六", "２４")]
    [1998, 1998, 1944, 2006, 2024]
    """
    value = read_number(text)
    if len(text) > 2:
        return value
    # Nobody prints a year further ahead than a long plan reaches.
    return value + (2000 if value < 36 - 3 else 1900)

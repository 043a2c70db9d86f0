"""Analyses of articles -> what does not add up in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import localcontext
from itertools import groupby

from newsan.checks.averages import check_averages
from newsan.checks.calendar import check_calendar
from newsan.checks.changes import check_changes
from newsan.checks.conflicts import Key, Told, check_conflicts, check_headline
from newsan.checks.equivalents import check_equivalents
from newsan.checks.figures import read_passages
from newsan.checks.intervals import ROUNDED
from newsan.checks.lifetimes import check_lifetimes
from newsan.checks.limits import check_limits
from newsan.checks.listings import check_listings
from newsan.checks.series import check_series
from newsan.checks.shares import check_shares
from newsan.checks.wholes import check_wholes
from newsan.models import ArticleAnalysis, Finding

__all__ = ["find_contradictions"]


def find_contradictions(articles: Sequence[ArticleAnalysis], day: dt.date | None) -> list[list[Finding]]:
    """Return what does not add up, a list for each article in its reading order.

    ``day`` is the date of the edition. What two articles tell differently is found in the later one.
    """
    with localcontext(ROUNDED):
        found = []
        told: dict[Key, Told] = {}
        for article in articles:
            passages = read_passages(article)
            findings = [
                *check_changes(passages),
                *check_wholes(passages),
                *check_shares(passages),
                *check_equivalents(passages),
                *check_limits(passages),
                *check_headline(passages),
                *check_conflicts(passages, article, told),
                *check_series(passages, article, told),
                *check_averages(passages),
                *check_listings(passages),
                *check_calendar(passages, day),
                *check_lifetimes(passages, day),
            ]
            found.append(once(findings))
        return found


def once(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings in reading order, of those that doubt one figure in one way the surest."""
    ordered = sorted(findings, key=lambda one: (one.start, one.end, one.kind, one.severity))
    return [next(alike) for _, alike in groupby(ordered, key=lambda one: (one.start, one.end, one.kind))]

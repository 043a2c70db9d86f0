"""Article -> keywords; edition -> topics."""

from __future__ import annotations

from newsan.keywords.extraction import find_keywords
from newsan.keywords.topics import find_topics

__all__ = ["find_keywords", "find_topics"]

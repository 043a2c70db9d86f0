"""Text -> tokens; the only room that knows jieba."""

from __future__ import annotations

from functools import cache

import jieba.posseg

from newsan.models import Token

__all__ = ["Segmenter", "default_segmenter"]


class Segmenter:
    """Cuts text into words."""

    def segment(self, text: str, start: int = 0) -> list[Token]:
        """Return the tokens of ``text``; their offsets count from ``start``."""
        tokens = []
        for word, pos in jieba.posseg.cut(text):
            tokens.append(Token(word, start, pos))
            start += len(word)
        return tokens


@cache
def default_segmenter() -> Segmenter:
    """Return the segmenter without user words, loaded once."""
    return Segmenter()

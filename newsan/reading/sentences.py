"""Article text -> sentences."""

from __future__ import annotations

import regex

from newsan.models import Article, Sentence

SENTENCE = regex.compile(r"[^。！？!?]*(?:[。！？!?]+[”’」』）)】]*|$)")


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of an article in reading order; together they hold every character but newlines."""
    return tuple(
        Sentence(match[0], paragraph.start + match.start(), index, paragraph.role)
        for index, paragraph in enumerate(article.paragraphs)
        for match in SENTENCE.finditer(paragraph.text)
        if match[0]
    )

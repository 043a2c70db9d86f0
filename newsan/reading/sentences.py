"""Article text -> sentences."""

from __future__ import annotations

from typing import Final

from newsan.models import Article, Sentence
from newsan.patterns import compiled

END: Final = compiled(
    r"""(?x)
    (?: [。！？!?｡]++
      | …{2,6}+ (?=[”’」』]) | …{2,6}+ \s*+ $                 # …… ends a sentence only where it is the last thing said
      | (?<=[A-Za-z]{2}|\)) \. (?=\s++[A-Z“"])                # a point only between Latin sentences
    )
    (?P<closers> [”’」』）)\]】》〉"]*+ )
    """
)
GOES_ON: Final = compiled(
    r"\s*+(?:[，,、；;：:。]|[的等和与及之这]|\p{Han}{1,8}?(?:问|说|问道|说道|答道|喊道|笑道|表示|介绍|感叹|回忆)[，,。：:])"
)
"""After closing marks: the sentence goes on around what they close (“去哪儿？”的问题, “去哪儿？”她问)."""

NAME_LENGTH: Final = 14
"""A quotation or title that holds a stop and is no longer than this is a name (“出发吧！少年”)."""

BRACKET_LENGTH: Final = 200
PAIRS: Final = (
    ("《", "》", NAME_LENGTH * 3),
    ("“", "”", NAME_LENGTH),
    ("「", "」", NAME_LENGTH),
    ("（", "）", BRACKET_LENGTH),
    ("(", ")", BRACKET_LENGTH),
)


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of an article in reading order; together they hold every character but newlines."""
    return tuple(
        Sentence(paragraph.text[start:end], paragraph.start + start, index, paragraph.role)
        for index, paragraph in enumerate(article.paragraphs)
        for start, end in sentence_spans(paragraph.text)
    )


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text: in order, leaving out nothing but newlines.

    ；never ends one, nor does a mark inside brackets, a title or a quoted name.

    >>> text = "他问：“去吗？”没人答。《你好！春天》雨停了"
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['他问：“去吗？”', '没人答。', '《你好！春天》雨停了']
    """
    spans: list[tuple[int, int]] = []
    offset = 0
    for line in text.split("\n"):
        start, last = 0, len(line.rstrip())
        for match in END.finditer(line):
            end = match.end()
            if match["closers"] and GOES_ON.match(line, end):
                continue
            if _is_enclosed(line, start, match.start(), end):
                continue
            if end >= last:
                end = len(line)
            spans.append((offset + start, offset + end))
            start = end
        if start < len(line):
            spans.append((offset + start, offset + len(line)))
        offset += len(line) + 1
    return spans


def _is_enclosed(line: str, start: int, mark: int, end: int) -> bool:
    """Tell whether the mark stands inside a bracket pair that opens before it and closes soon after it."""
    for opening, closing, length in PAIRS:
        since = max(start, mark - length)
        opened = line.rfind(opening, since, mark)
        if opened >= 0 and line.rfind(closing, opened, end) < 0:
            closed = line.find(closing, end, opened + length)
            if closed >= 0:
                return True
    return False

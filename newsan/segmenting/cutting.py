"""The cut: the words of ``jieba.lcut``, computed over the lexicon."""

from __future__ import annotations

import math
from operator import add, itemgetter
from typing import TYPE_CHECKING

from newsan.patterns import compiled
from newsan.segmenting.lexicon import (
    ENTRY,
    FOLLOWED,
    LAST,
    NEVER,
    NODES,
    NUMBER,
    PAIRS,
    SHARED,
    SLOTS,
    SPREAD,
    STATES,
    THIRD,
    UNITS,
)
from newsan.segmenting.remembering import Remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsan.segmenting.lexicon import Lexicon

# What jieba makes of characters that are no words: the model reads the Chinese, the rest is cut by its looks.
PIECE = compiled(r"[\u4E00-\u9FD5]+|[a-zA-Z0-9]+(?:\.\d+)?%?|[^\u4E00-\u9FD5a-zA-Z0-9]+")
# What it makes of them without the model.
UNJOINED = compiled("(?s)[a-zA-Z0-9]+|.")
BEGIN, MIDDLE, END, SINGLE = range(len(STATES))


class Cutter:
    """Cuts text into the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lexicon; user words may be added to it while nothing is cut."""
        self.never_joined: set[str] = set()
        """User words of frequency nought, which the model must not make either."""
        self._lexicon = lexicon
        self._rows = Remembered(self.words_of_row)

    def cut(self, text: str, *, hmm: bool = True) -> list[str]:
        """Return the words of a text, the very ones of ``jieba.lcut(text, HMM=hmm)``.

        With ``hmm`` the characters left over between known words are joined where jieba's model says so.
        """
        words: list[str] = []
        size = len(text)
        if not size:
            return words
        lengths = self._lengths(text)
        words_of_row = self._rows.__getitem__ if hmm else UNJOINED.findall
        append = words.append
        position = 0
        while position < size:
            if length := lengths[position]:
                end = position + length
                append(text[position:end])
            else:
                end = position + 1
                while not lengths[end]:
                    end += 1
                if end - position == 1:
                    append(text[position])
                else:
                    words += words_of_row(text[position:end])
            position = end
        return words

    def _lengths(self, text: str) -> list[int]:
        """Return how long the word is that begins at each position, on the likeliest way through the text.

        It is nought for a single character of a block, which may yet be joined to its neighbours; what stands between
        blocks is a word by itself, and so is the end of the text. Of words that are equally likely the longest wins,
        as in jieba. Weights are added from the end of each block, as jieba adds them, for sums are rounded.
        """
        lexicon = self._lexicon
        firsts, records, nodes, weights = lexicon.firsts, lexicon.records, lexicon.nodes, lexicon.weights
        size = len(text)
        data = text.encode("utf-16-le", "surrogatepass")
        if len(data) != 2 * size:
            # Characters that take two units of UTF-16, of which no block holds one.
            narrow = (character if character <= LAST else "\0" for character in text)
            data = "".join(narrow).encode("utf-16-le", "surrogatepass")
        units = memoryview(data + bytes(4)).cast("H").tolist()
        singles: Sequence[float] = itemgetter(*units)(lexicon.singles)
        user_positions = lexicon.user_positions(text)
        if user_positions:
            singles = list(singles)
            for position in user_positions:
                singles[position] = math.nan
        lengths = [0] * size + [1]
        likeliest = [0.0] * (size + 3)
        position = size
        after = after_second = 0.0
        second = 0
        for single, unit in zip(singles[-3::-1], units[-3::-1], strict=True):
            position -= 1
            node = 0
            best = single + after
            slot = (unit * SPREAD + second) % SLOTS
            second = unit
            first = firsts[slot]
            if first == unit:
                record = records[slot]
                weight = weights[record & NUMBER] + after_second
                if weight >= best:
                    best = weight
                    lengths[position] = 2
                if record >> (units[position + 2] & 15) & THIRD:
                    node = PAIRS + slot
                    end = position + 2
            elif first and records[slot] & SHARED:
                node = unit
                end = position + 1
            while node:
                key = node << UNITS | units[end]
                slot = key % SLOTS
                while (entry := nodes[slot]) and entry >> ENTRY != key:
                    slot += 1
                end += 1
                if number := entry & NUMBER:
                    weight = weights[number] + likeliest[end]
                    if weight >= best:
                        best = weight
                        lengths[position] = end - position
                node = entry & FOLLOWED and NODES + slot
            if not best > NEVER:
                if position in user_positions:
                    best, lengths[position] = self._likeliest(text, position, likeliest)
                elif unit in lexicon.beginnings:
                    best = after - lexicon.log_total
                    lengths[position] = 0
                else:
                    after = 0.0
                    lengths[position] = 1 + text.startswith("\r\n", position)
                    continue
            after_second = after
            likeliest[position] = after = best
        return lengths

    def _likeliest(self, text: str, position: int, likeliest: list[float]) -> tuple[float, int]:
        """Return the weight and length of the likeliest word at a position where user words may begin."""
        log_total = self._lexicon.log_total
        found = [
            (math.log(frequency) - log_total + likeliest[position + length], length)
            for length, frequency in self._lexicon.frequencies_at(text, position).items()
        ]
        best, length = max(found, default=(likeliest[position + 1] - log_total, 1))
        return best, length if length > 1 else 0

    def words_of_row(self, row: str) -> Sequence[str]:
        """Return what jieba makes of two and more characters in a row that the dictionary left single."""
        if self._lexicon.is_word(row):
            # jieba has found its characters likelier one by one.
            return tuple(row)
        if row.isascii():
            return (row,) if row.isalnum() else PIECE.findall(row)
        if min(row) >= "\u4e00":
            return self._joined(row)
        words: list[str] = []
        for piece in PIECE.findall(row):
            if len(piece) > 1 and piece[0] >= "\u4e00":
                words += self._joined(piece)
            else:
                words.append(piece)
        return words

    def _joined(self, text: str) -> list[str]:
        """Return the words the model makes of Chinese characters, but for those it must not make."""
        words = self._likeliest_of_two(text) if len(text) == 2 else self._likeliest_words(text)
        if not self.never_joined:
            return words
        return [part for word in words for part in (word if word in self.never_joined else (word,))]

    def _likeliest_of_two(self, text: str) -> list[str]:
        """Return what ``_likeliest_words`` does of two characters, which most rows have: one word of them, or two."""
        emissions = self._lexicon.emissions
        _, _, _, _, be, me, es, ss = self._lexicon.steps
        begin, middle, end, single = map(add, self._lexicon.start, emissions[text[0]])
        _, _, emit_end, emit_single = emissions[text[1]]
        together = max(begin + be + emit_end, middle + me + emit_end)
        apart = max(end + es + emit_single, single + ss + emit_single)
        return [*text] if apart >= together else [text]

    def _likeliest_words(self, text: str) -> list[str]:
        """Return the words of the likeliest way through the model's states (Viterbi), as jieba walks it.

        Of two ways that are equally likely jieba takes the one whose last state has the later letter, which
        decides much where the model has never seen a character. The last character ends a word or is one.
        """
        emissions = self._lexicon.emissions
        eb, sb, bm, mm, be, me, es, ss = self._lexicon.steps
        begin, middle, end, single = map(add, self._lexicon.start, emissions[text[0]])
        origins: list[tuple[int, ...]] = []
        last = len(text) - 1
        for character in text[1:]:
            emit_begin, emit_middle, emit_end, emit_single = emissions[character]
            to_begin = to_single = END
            to_middle = to_end = BEGIN
            ended, middle_end = begin + be + emit_end, middle + me + emit_end
            if middle_end >= ended:
                ended, to_end = middle_end, MIDDLE
            alone, single_single = end + es + emit_single, single + ss + emit_single
            if single_single >= alone:
                alone, to_single = single_single, SINGLE
            if len(origins) < last - 1:
                begun, single_begin = end + eb + emit_begin, single + sb + emit_begin
                if single_begin >= begun:
                    begun, to_begin = single_begin, SINGLE
                within, middle_middle = begin + bm + emit_middle, middle + mm + emit_middle
                if middle_middle >= within:
                    within, to_middle = middle_middle, MIDDLE
                begin, middle = begun, within
            end, single = ended, alone
            origins.append((to_begin, to_middle, to_end, to_single))
        state = SINGLE if single >= end else END
        words = []
        stop = last + 1
        for position in range(last, -1, -1):
            if position == 0 or state in (BEGIN, SINGLE):
                words.append(text[position:stop])
                stop = position
            elif state == END:
                stop = position + 1
            if position:
                state = origins[position - 1][state]
        words.reverse()
        return words

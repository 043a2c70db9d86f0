"""The cut: the words of ``jieba.lcut``, computed over the lexicon."""

from __future__ import annotations

import math
from functools import lru_cache
from operator import add, itemgetter
from typing import TYPE_CHECKING

from newsan.patterns import compiled
from newsan.segmenting.lexicon import (
    ENTRY,
    FOLLOWED,
    LAST,
    NEVER,
    NODE_SLOTS,
    NODES,
    NUMBER,
    PAIRS,
    SHARED,
    SLOTS,
    SPREAD,
    STATES,
    STRIDE,
    THIRD,
)
from newsan.segmenting.name_characters import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsan.segmenting.lexicon import Lexicon

# What jieba makes of Latin letters, digits and signs that are no words; the model reads the Chinese.
PIECE = compiled(r"[a-zA-Z0-9]+(?:\.\d+)?%?|[^a-zA-Z0-9]+")
# What it makes of all of them without the model.
UNJOINED = compiled("(?s)[a-zA-Z0-9]+|.")
BEGIN, MIDDLE, END, SINGLE, BEGUN, ALONE = range(len(STATES) + 2)
CHINESE, LATIN = 0, -1
"""The lengths of single characters that may yet be joined to their neighbours."""
LAST_LATIN = 0x7F
ROOM = bytes(4)
"""What stands for two characters behind the text."""
CARRIAGE_RETURN = ord("\r")


class Cutter:
    """Cuts text into the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lexicon; user words may be added to it while nothing is cut."""
        self.never_joined: set[str] = set()
        """User words of frequency nought, which the model must not make either."""
        self._lexicon = lexicon
        self._row = lru_cache(maxsize=REMEMBERED)(self.words_of_row)

    def cut(self, text: str, *, hmm: bool = True) -> list[str]:
        """Return the words of a text, the very ones of ``jieba.lcut(text, HMM=hmm)``.

        With ``hmm`` the characters left over between known words are joined where jieba's model says so.
        """
        words: list[str] = []
        size = len(text)
        if not size:
            return words
        lengths = self._lengths(text)
        words_of_row = self._row if hmm else UNJOINED.findall
        words_of_part = self._joined if hmm else UNJOINED.findall
        append = words.append
        position = 0
        goes_on = False
        while position < size:
            length = lengths[position]
            if length > 1:
                end = position + length
                append(text[position:end])
                goes_on = False
            elif length == 1:
                end = position + 1
                append(text[position])
                goes_on = False
            else:
                end = position + 1
                while lengths[end] == length:
                    end += 1
                # A row of single characters may have several parts, Chinese and Latin by turns.
                went_on, goes_on = goes_on, lengths[end] < 1
                part = text[position:end]
                if end - position == 1 or (length == LATIN and part.isalnum()):
                    append(part)
                elif went_on or goes_on:
                    words += words_of_part(part)
                else:
                    words += words_of_row(part)
            position = end
        return words

    def _lengths(self, text: str) -> list[int]:
        """Return how long the word is that begins at each position, on the likeliest way through the text.

        It is ``CHINESE`` or ``LATIN`` for a single character of a block; what stands between blocks is a word by
        itself, and so is the end of the text. Of words that are equally likely the longest wins, as in jieba.
        Weights are added from the end of each block, as jieba adds them, for sums are rounded.
        """
        lexicon = self._lexicon
        firsts, records, weights, beginnings = (
            lexicon.firsts,
            lexicon.records,
            lexicon.weights,
            lexicon.beginnings,
        )
        nodes, parents = lexicon.nodes, lexicon.parents
        size = len(text)
        data = text.encode("utf-16", "surrogatepass")
        if len(data) != 2 * (1 + size):
            # Characters that take two units of UTF-16, of which no block holds one.
            narrow = (character if character <= LAST else "\0" for character in text)
            data = "".join(narrow).encode("utf-16", "surrogatepass")
        # A mark of the order of bytes, the text, and room to look for what follows it.
        units = memoryview(data + ROOM).cast("H").tolist()
        singles: Sequence[float] = itemgetter(*units)(lexicon.singles)
        if lexicon.has_user_words():
            singles = list(singles)
            for position in lexicon.user_positions(text):
                singles[1 + position] = math.nan
        # Both from the end of the text, so that what a word of n is followed by is n from their ends.
        lengths = [1]
        likeliest = [0.0]
        after = after_second = 0.0
        second = third = 0
        never = NEVER
        for single, unit in zip(singles[-3:0:-1], units[-3:0:-1], strict=False):
            if single > never:
                length = CHINESE if unit > LAST_LATIN else LATIN
                best = single + after
                if second:
                    node = 0
                    slot = (unit * SPREAD + second) % SLOTS
                    first = firsts[slot]
                    if first == unit:
                        record = records[slot]
                        weight = weights[record & NUMBER] + after_second
                        if weight >= best or (weight > NEVER and unit in beginnings):
                            best = weight
                            length = 2
                        if record >= THIRD and record >> (third & 15) & THIRD:
                            node = PAIRS + slot
                            follower = third
                            reach = 2
                    elif first and records[slot] & SHARED:
                        node = unit
                        follower = second
                        reach = 1
                    while node:
                        slot = (node + follower * STRIDE) % NODE_SLOTS
                        while (entry := nodes[slot]) and (
                            entry >> ENTRY != follower or parents[slot] != node
                        ):
                            slot += 1
                        reach += 1
                        if number := entry & NUMBER:
                            weight = weights[number] + likeliest[-reach]
                            if weight >= best or (length < 1 and unit in beginnings):
                                best = weight
                                length = reach
                        if not entry & FOLLOWED:
                            break
                        node = NODES + slot
                        follower = units[reach - len(likeliest) - 2]
                third = second
                second = unit
            elif single == never:
                best = 0.0
                length = (
                    2 if unit == CARRIAGE_RETURN and text.startswith("\r\n", size - len(likeliest)) else 1
                )
                second = third = 0
            else:
                best, length = self._likeliest(text, size - len(likeliest), likeliest)
                third = second
                second = unit
            lengths.append(length)
            likeliest.append(best)
            after_second = after
            after = best
        lengths.reverse()
        return lengths

    def _likeliest(self, text: str, position: int, likeliest: list[float]) -> tuple[float, int]:
        """Return the weight and length of the likeliest word at a position where user words may begin.

        The weights of what follows are given from the end of the text to the next position.
        """
        log_total = self._lexicon.log_total
        found = [
            (math.log(frequency) - log_total + likeliest[-length], length)
            for length, frequency in self._lexicon.frequencies_at(text, position).items()
        ]
        best, length = max(found, default=(likeliest[-1] - log_total, 1))
        if length == 1:
            length = LATIN if text[position].isascii() else CHINESE
        return best, length

    def words_of_row(self, row: str) -> Sequence[str]:
        """Return what jieba makes of all characters of a row that the dictionary left single, two and more."""
        words = self._joined(row)
        if len(words) < len(row) and self._lexicon.is_word(row):
            # jieba has found its characters likelier one by one.
            return tuple(row)
        return words

    def _joined(self, text: str) -> Sequence[str]:
        """Return the words of Latin letters and signs, or those the model makes of Chinese characters.

        It makes none of the words that it must not make.
        """
        if text.isascii():
            number, point, decimals = text.removesuffix("%").partition(".")
            whole = number.isalnum() and (decimals.isdigit() or not point)
            return (text,) if whole else PIECE.findall(text)
        if len(text) == 2:
            emissions = self._lexicon.emissions
            first, second = emissions[text[0]], emissions[text[1]]
            apart = first[ALONE] + second[SINGLE] >= first[BEGUN] + second[END]
            words: Sequence[str] = tuple(text) if apart else (text,)
        else:
            words = self._likeliest_words(text)
        if not self.never_joined:
            return words
        return [part for word in words for part in (word if word in self.never_joined else (word,))]

    def _likeliest_words(self, text: str) -> list[str]:
        """Return the words of the likeliest way through the model's states (Viterbi), as jieba walks it.

        Of two ways that are equally likely jieba takes the one whose last state has the later letter, which
        decides much where the model has never seen a character. The last character ends a word or is one.
        """
        emissions = self._lexicon.emissions
        eb, sb, bm, mm, be, me, es, ss = self._lexicon.steps
        begin, middle, end, single = map(add, self._lexicon.start, emissions[text[0]][:BEGUN])
        origins: list[tuple[int, ...]] = []
        last = len(text) - 1
        for character in text[1:]:
            emit_begin, emit_middle, emit_end, emit_single, _, _ = emissions[character]
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
                within, middle_middle = (
                    begin + bm + emit_middle,
                    middle + mm + emit_middle,
                )
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

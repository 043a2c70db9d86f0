"""What the cut costs next to jieba's, both sides in one run and their words compared.

``python benchmarks/segmenting.py [--page FILE] [CORPUS ...]`` prints, in CPU time:

* ``cut``: ``Segmenter.cut`` next to ``jieba.lcut`` on text neither has seen, some paragraphs in turn;
  first with newsan's dictionary unread (jieba reads all of its own before), then once both have read half the text;
* ``page``: a fresh process that opens the lexicon and segments a page, next to one that imports jieba.posseg and
  jieba.analyse, tags the page and extracts its keywords; with the peak memory of both;
* ``build``: the first of these where there is no store of the lexicon yet.

The samples are short, so a corpus of plain text files tells more of the cut. The command fails if a word differs.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TURN = 200
"""Paragraphs a side cuts before the other has its turn."""
SAMPLES = Path(__file__).parent.parent / "samples"

NEWSAN = """
import sys
from newsan.segmenting import default_segmenter
print(len(default_segmenter().segment(open(sys.argv[1], encoding="utf-8").read())))
"""

JIEBA = """
import sys
import jieba.analyse
import jieba.posseg
jieba.setLogLevel(60)
text = open(sys.argv[1], encoding="utf-8").read()
print(len(jieba.posseg.lcut(text)), jieba.analyse.extract_tags(text, topK=10))
"""


def main() -> None:
    """Measure, and print a line for each comparison."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpus", nargs="*", type=Path, default=sorted(SAMPLES.glob("*.txt")))
    parser.add_argument("--page", type=Path, default=SAMPLES / "city-daily.txt")
    parser.add_argument("--rounds", type=int, default=7)
    told = parser.parse_args()
    paragraphs = [line for path in told.corpus for line in path.read_text(encoding="utf-8").splitlines()]
    middle = len(paragraphs) // 2
    with tempfile.TemporaryDirectory() as folder:
        # First, while this process is small: a child's peak memory is at least its parent's at the fork.
        pages(told.page, told.rounds, Path(folder))
        ours, theirs = newsan_cut(), jieba_cut(Path(folder))
        compare("cut, dictionary unread", ours, theirs, paragraphs[:middle])
        compare("cut, dictionary read", ours, theirs, paragraphs[middle:])


def newsan_cut() -> Callable[[str], list[str]]:
    """Return newsan's cut with nothing of its dictionary parsed."""
    from newsan.segmenting import Segmenter

    return Segmenter().cut


def jieba_cut(folder: Path) -> Callable[[str], list[str]]:
    """Return ``jieba.lcut`` with its dictionary loaded, its cache kept out of the shared temporary folder."""
    import jieba

    jieba.setLogLevel(60)
    jieba.dt.tmp_dir = str(folder)
    jieba.initialize()
    cut: Callable[[str], list[str]] = jieba.lcut
    return cut


def compare(
    name: str, ours: Callable[[str], list[str]], theirs: Callable[[str], list[str]], paragraphs: list[str]
) -> None:
    """Print how fast both cut the same paragraphs; they take turns, so that a busy machine slows both."""
    spent = {ours: 0.0, theirs: 0.0}
    for first in range(0, len(paragraphs), TURN):
        turn = paragraphs[first : first + TURN]
        words = []
        for cut in spent:
            before = time.process_time()
            words.append([cut(paragraph) for paragraph in turn])
            spent[cut] += time.process_time() - before
        for our_words, their_words in zip(*words, strict=True):
            if our_words != their_words:
                sys.exit(f"the words differ: {our_words} {their_words}")
    characters = sum(map(len, paragraphs))
    print(
        f"{name}: {characters:,} characters, the same words; "
        f"newsan {characters / spent[ours]:,.0f}/s, jieba {characters / spent[theirs]:,.0f}/s, "
        f"ratio {spent[theirs] / spent[ours]:.2f}"
    )


def pages(page: Path, rounds: int, folder: Path) -> None:
    """Print what a process for one page costs on both sides, and what building the store adds."""
    cached = os.environ | {"TMPDIR": str(folder), "XDG_CACHE_HOME": str(folder)}
    build, _ = cost(NEWSAN, page, cached)
    cost(JIEBA, page, cached)
    costs = [(cost(NEWSAN, page, cached), cost(JIEBA, page, cached)) for _ in range(rounds)]
    (ours, our_memory), (theirs, their_memory) = (
        map(statistics.median, zip(*side, strict=True)) for side in zip(*costs, strict=True)
    )
    print(
        f"page: newsan {ours:.3f} s and {our_memory:.0f} MiB, jieba {theirs:.3f} s and {their_memory:.0f} MiB, "
        f"ratios {ours / theirs:.3f} and {our_memory / their_memory:.2f}"
    )
    print(f"build: {build:.2f} s with the page, once")


def cost(script: str, page: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Return the CPU seconds and the peak MiB of a fresh process that runs a script on a page."""
    command = [sys.executable, "-c", script, str(page)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()

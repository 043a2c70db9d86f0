"""What the cut costs next to jieba's, both sides in one run and their words compared.

``python benchmarks/segmenting.py [--page FILE] [CORPUS ...]`` prints, in CPU time:

* ``build``: a fresh process that opens the lexicon where there is no store of it yet, and ``open``, where there is;
* ``page``: a fresh process that opens the lexicon and segments a page, next to one that imports jieba.posseg and
  jieba.analyse, tags the page and extracts its keywords; with the peak memory of both;
* ``cut``: ``Segmenter.cut`` next to ``jieba.lcut``, about a page in turn, with newsan's engine alone and, for a
  corpus it is worth it for, with rjieba if that is installed. No text has been seen before: newsan begins every round
  with nothing read; jieba has read its dictionary and keeps nothing of a text.

The samples are short, so a corpus tells more of the cut: text files, folders of them, or lines of JSON with a
``text``. The command fails if a word differs.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TURN = 100
"""Paragraphs a side cuts before the other has its turn: about a page, in which it finds its tables in the processor's
caches again, as it does in a process of its own."""
ROUNDS_UP_TO = 100_000
"""Characters of a corpus that is cut in more than one round."""
SAMPLES = Path(__file__).parent.parent / "samples"

COMPILED = "import hashlib, json, logging, platformdirs.unix, tempfile, newsan.segmenting.building"
"""What an installation has compiled before the store is built."""

OPEN = """
import time
from newsan.segmenting.building import open_lexicon
before = time.process_time()
open_lexicon()
print(time.process_time() - before)
"""

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
    parser.add_argument("corpus", nargs="*", type=Path, default=[SAMPLES])
    parser.add_argument("--page", type=Path, default=SAMPLES / "city-daily.txt")
    parser.add_argument("--rounds", type=int, default=7)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # First, while this process is small: a child's peak memory is at least its parent's at the fork.
        pages(told.page, told.rounds, Path(folder))
        theirs = jieba_cut(Path(folder))
        for corpus in told.corpus:
            compare(corpus, list(paragraphs(corpus)), theirs, told.rounds)


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the lines of a text, those of the texts of a folder, or those of each text in lines of JSON."""
    if path.is_dir():
        for text in sorted(path.glob("*.txt")):
            yield from paragraphs(text)
    elif path.suffix == ".jsonl":
        for line in path.read_text(encoding="utf-8").removesuffix("\n").split("\n"):
            yield from json.loads(line)["text"].split("\n")
    else:
        yield from path.read_text(encoding="utf-8").split("\n")


def jieba_cut(folder: Path) -> Callable[[str], list[str]]:
    """Return ``jieba.lcut`` with its dictionary loaded, its cache kept out of the shared temporary folder."""
    import jieba

    jieba.setLogLevel(60)
    jieba.dt.tmp_dir = str(folder)
    jieba.initialize()
    cut: Callable[[str], list[str]] = jieba.lcut
    return cut


def compare(corpus: Path, lines: list[str], theirs: Callable[[str], list[str]], rounds: int) -> None:
    """Print how fast both cut the same paragraphs, by each of newsan's engines."""
    from newsan.segmenting import Segmenter, rjieba_engine

    size = sum(map(len, lines))
    engines = ["newsan"]
    if size > 2 * rjieba_engine.WORTH and rjieba_engine.is_installed():
        engines.append("newsan with rjieba")
    worth = rjieba_engine.WORTH
    for engine in engines:
        rjieba_engine.WORTH = worth if engine != "newsan" else sys.maxsize
        ratios, speeds = [], []
        for _ in range(rounds if size <= ROUNDS_UP_TO else 1):
            ours = Segmenter().cut
            spent = cut_in_turn(lines, ours, theirs)
            ratios.append(spent[theirs] / spent[ours])
            speeds.append(size / spent[ours])
        print(
            f"cut {corpus.name}, {size:,} characters, the same words: {engine} {statistics.median(speeds):,.0f}/s, "
            f"{statistics.median(ratios):.2f} times jieba"
        )
    rjieba_engine.WORTH = worth


def cut_in_turn(
    lines: list[str], ours: Callable[[str], list[str]], theirs: Callable[[str], list[str]]
) -> dict[Callable[[str], list[str]], float]:
    """Return the CPU time of both sides; they take turns, so that a busy machine slows both."""
    spent = {theirs: 0.0, ours: 0.0}
    for first in range(0, len(lines), TURN):
        words = []
        for cut in spent:
            before = time.process_time()
            words.append([cut(line) for line in lines[first : first + TURN]])
            spent[cut] += time.process_time() - before
        for their_words, our_words in zip(*words, strict=True):
            if our_words != their_words:
                sys.exit(f"the words differ: {our_words} {their_words}")
    return spent


def pages(page: Path, rounds: int, folder: Path) -> None:
    """Print what building and opening the store costs, and what a process for one page does on both sides."""
    cached = os.environ | {
        "TMPDIR": str(folder),
        "XDG_CACHE_HOME": str(folder),
        # Compiled modules are kept, as in an installation, whatever the environment says, and by both sides alike.
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    cached.pop("PYTHONDONTWRITEBYTECODE", None)
    run(COMPILED, cached)
    build, *opened = (float(run(OPEN, cached)) for _ in range(rounds + 1))
    print(f"build {build:.2f} s once, open {1000 * statistics.median(opened):.1f} ms")
    costs = [(cost(NEWSAN, page, cached), cost(JIEBA, page, cached)) for _ in range(rounds + 1)][1:]
    (ours, our_memory), (theirs, their_memory) = (
        map(statistics.median, zip(*side, strict=True)) for side in zip(*costs, strict=True)
    )
    print(
        f"page: newsan {ours:.3f} s and {our_memory:.0f} MiB, jieba {theirs:.3f} s and {their_memory:.0f} MiB, "
        f"ratios {ours / theirs:.3f} and {our_memory / their_memory:.2f}"
    )


def run(script: str, environment: dict[str, str]) -> str:
    """Return what a script prints in a fresh process."""
    command = [sys.executable, "-c", script]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment, text=True).stdout


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

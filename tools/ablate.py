"""Measures what each rule is worth: how often it fires in a corpus, and which figures change without it.

    python tools/ablate.py fire CORPUS.jsonl... -o fires.tsv
    python tools/ablate.py worth EVALUATE.py DATA fires.tsv --room quantities -o worth.tsv [--below 5] [--kinds if row]

``fire`` counts how often every switch (see ``switches.py``) matters in articles, JSON lines with ``text`` and maybe
``title`` and ``date``. A word or an entry is counted wherever its string stands, which is at least as often. What
cannot be counted, a rule of a table or a negative lookaround, has no number.

``worth`` turns off what fires less often than ``--below`` and runs an evaluation: a module with ``FAMILIES`` of
functions that take the folder DATA and return figures between 0 and 1, and ``analysed(article)``, whose first value
is an analysis as a dictionary. It writes by how many points each group of figures rises or falls, and in how many
annotated sentences anything changes. Only sums are written: data that nobody may look at stay unseen.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import contextlib
import csv
import functools
import importlib
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from multiprocessing import Pool
from pathlib import Path
from types import ModuleType
from typing import Any

import regex
from switches import (
    WORD_LISTS,
    Switch,
    Switches,
    import_changed,
    module_of,
    source_files,
    switches_of,
    turn_off,
    words_of,
)

GROUPS = ("facts", "blind", "reports", "specs", "places", "editions")
"""Families of figures; those of ``facts`` with ``blind_`` in their name are a group of their own."""
FAMILIES = {"places": ("facts", "places", "reports"), "reading": ("facts", "editions", "reports")}
OTHER_FAMILIES = ("facts", "specs", "reports")
"""What a room can change."""
KEPT = ("models", "numerals", "segmenting", "patterns", "stores", "tables", "errors")
"""Rooms that no switch is in: they are imported once."""
TOGETHER = 32
"""Switches that are turned off at once; only if that changes anything, half of them, and so on."""
ENOUGH = 50
"""An alternative that was seen so often is counted no further."""
MARK = regex.compile(r"\(\?P<_(\d+)_>")
Result = tuple[dict[str, float], dict[str, int]] | str
"""Figures by their group and name, and a number for what is said of each sentence; or the name of an error."""

fires: Counter[int] = Counter()


def count_condition(number: int, value: object, off: object) -> object:
    """Return a condition's value; count it where it is not what it is when turned off."""
    fires[number] += bool(value) is not off
    return value


class CountingPattern:
    """A pattern that also counts which of its alternatives match; those are groups named by their numbers."""

    def __init__(self, text: str) -> None:
        """Take the pattern with the alternatives marked."""
        self._text, self._calls = text, 0
        self._plain = regex.compile(MARK.sub("(?:", text))
        self._marked: regex.Pattern[str] | None = regex.compile(text)

    def __getattr__(self, name: str) -> Any:
        """Return a method or property of the plain pattern, methods that match counting."""
        plainly = getattr(self._plain, name)
        if not callable(plainly):
            return plainly

        def counted(*args: Any) -> Any:
            answer = plainly(*args)
            if answer is not None and self._marked is not None:
                one = name in ("search", "match", "fullmatch")
                text = args[1] if name == "sub" else args[0]
                self._count([getattr(self._marked, name)(*args)] if one else self._marked.finditer(text))
            return answer

        return counted

    def _count(self, matches: Any) -> None:
        assert self._marked is not None
        for match in matches:
            for group, index in self._marked.groupindex.items():
                if group[0] == "_" and match is not None and match.start(index) >= 0:
                    fires[int(group[1:-1])] += 1
        self._calls += 1
        if self._calls % 500 == 0:
            left = MARK.sub(lambda mark: "(?:" if fires[int(mark[1])] >= ENOUGH else mark[0], self._text)
            self._marked = regex.compile(left) if MARK.search(left) else None


def fires_in(articles: Sequence[dict[str, str]]) -> Counter[int]:
    """Analyse articles with every switch counting; return how often each mattered, numbered through all modules."""
    first, count = {}, 0
    for path in source_files():
        first[module_of(path)] = count
        count += len(switches_of(path))
    import_changed(first, lambda name: Switches(name, count_from=first[name]))
    vars(builtins)["_count_condition"] = count_condition
    patterns = importlib.import_module("newsan.patterns")
    plainly = patterns.compiled
    counting = functools.cache(lambda text: CountingPattern(text) if MARK.search(text) else plainly(text))
    vars(patterns)["compiled"] = counting
    newsan, analysis = (importlib.import_module(name) for name in ("newsan", "newsan.analysis"))
    for article in articles:
        text = f"{article.get('title') or ''}\n\n{article['text']}"
        edition = newsan.parse_edition(text, date=article.get("date", "2024-06-15")[:10])
        analysis.with_findings(newsan.analyse(edition))
    return fires


def write_fires(args: argparse.Namespace) -> None:
    """Write every switch with how often it mattered."""
    articles = [json.loads(line) for path in args.corpus for line in path.open(encoding="utf-8")]
    with Pool(args.jobs) as pool:
        parts = [articles[number :: args.jobs] for number in range(args.jobs)]
        total = sum(pool.imap_unordered(fires_in, parts), Counter[int]())
    whole = "\n".join(article["text"] for article in articles)
    code = [switch for path in source_files() for switch in switches_of(path)]
    words = [switch for name in WORD_LISTS for switch in words_of(name)]
    with args.output.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t")
        writer.writerow((*Switch._fields, "fires"))
        for number, switch in enumerate(code + words):
            seen: int | str = total[number]
            if switch.kind in ("word", "entry"):
                text = switch.text if switch.kind == "word" else str(ast.literal_eval(switch.text))
                seen = whole.count(text)
            elif switch.kind in ("row", "not-alternative"):
                seen = ""
            writer.writerow((*switch, seen))


def read_fires(path: Path, room: str, below: int, kinds: Sequence[str]) -> list[tuple[Switch, str]]:
    """Return the switches of a room or list that fire rarely, with how often they do."""
    with path.open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table, delimiter="\t") if int(row["fires"] or 0) < below]
    return [
        (Switch(row["module"], int(row["number"]), int(row["line"]), row["kind"], row["text"]), row["fires"])
        for row in rows
        if (room == row["module"] or row["module"].startswith(f"newsan.{room}."))
        and (not kinds or row["kind"] in kinds)
        and not row["text"].endswith(("is None", "is not None"))
    ]


def load_evaluation(path: Path, room: str) -> ModuleType:
    """Import the evaluation; tokens, numerals and, unless it is the room, layout are found once and remembered."""
    sys.path.insert(0, str(path.parent))
    evaluation = importlib.import_module(path.stem)
    numerals, reading, segmenter = (
        importlib.import_module(f"newsan.{name}") for name in ("numerals", "reading", "segmenting.segmenter")
    )
    segmenter.Segmenter.segment = functools.cache(segmenter.Segmenter.segment)
    vars(numerals)["find_numerals"] = functools.cache(numerals.find_numerals)
    if room != "reading":
        vars(reading)["parse_edition"] = functools.cache(reading.parse_edition)
    return evaluation


def measure(evaluation: ModuleType, data: Path, room: str) -> Result:
    """Return the figures of the evaluation, and what is said of each annotated sentence."""
    analysed, figures = evaluation.analysed, {}
    said: Counter[str] = Counter()

    def noted(article: dict[str, Any]) -> Any:
        answer = analysed(article)
        for found in answer[0]["articles"]:
            for record in (*found["facts"], *found["dates"], *found["places"]):
                sentence = f"{article['id']} {record['sentence']}"
                said[sentence] += hash(json.dumps(record, default=str, sort_keys=True))
        return answer

    vars(evaluation)["analysed"] = noted
    with contextlib.redirect_stderr(io.StringIO()):
        for family in FAMILIES.get(room, OTHER_FAMILIES):
            for name, value in evaluation.FAMILIES[family](data).items():
                group = "blind" if ".blind_" in name else family
                whole = family != "reports" or name == "reports.all"
                if whole and 0 <= value <= 1 and not name.endswith("noise_leak"):
                    figures[f"{group} {name}"] = 100 * value
    return figures, dict(said)


def without(switches: Sequence[Switch], evaluation: ModuleType, data: Path, room: str) -> Result:
    """Return what is measured with switches off, in a process of its own."""
    read, write = os.pipe()
    if child := os.fork():
        os.close(write)
        with os.fdopen(read) as pipe:
            answer = pipe.read()
        os.waitpid(child, 0)
        found = json.loads(answer or '"killed"')
        return found if isinstance(found, str) else (found[0], found[1])
    try:
        turn_off(switches)
        answer = json.dumps(measure(evaluation, data, room))
    except Exception as error:  # noqa: BLE001 - whatever goes wrong without the switch shows that it is needed
        answer = json.dumps(type(error).__name__)
    with os.fdopen(write, "w") as pipe:
        pipe.write(answer)
    os._exit(0)


def write_worth(args: argparse.Namespace) -> None:
    """Write what every switch that fires rarely is worth."""
    switches = read_fires(args.fires, args.room, args.below, args.kinds)
    evaluation = load_evaluation(args.evaluation, args.room)
    measure(evaluation, args.data, args.room)
    kept = {f"newsan.{name}" for name in (*KEPT, "" if args.room == "reading" else "reading")}
    for name in [name for name in sys.modules if name.partition(".")[0] == "newsan"]:
        if ".".join(name.split(".")[:2]) not in kept:
            del sys.modules[name]
    plain = without((), evaluation, args.data, args.room)
    with args.output.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t")
        writer.writerow((*Switch._fields, "fires", *GROUPS, "sentences"))
        waiting = [switches[at : at + TOGETHER] for at in range(0, len(switches), TOGETHER)][::-1]
        while waiting:
            together = waiting.pop()
            answer = without([switch for switch, _ in together], evaluation, args.data, args.room)
            if answer != plain and len(together) > 1:
                half = len(together) // 2
                waiting += [together[half:], together[:half]]
                continue
            writer.writerows((*switch, seen, *difference(plain, answer)) for switch, seen in together)
            out.flush()


def difference(before: Result, after: Result) -> list[object]:
    """Return by how much each group of figures changed, and in how many sentences; or the name of the error."""
    if isinstance(before, str) or isinstance(after, str):
        return [after]
    (old, said), (new, says) = before, after
    sums = [sum(new[name] - old[name] for name in old if name.startswith(f"{group} ")) for group in GROUPS]
    moved = sum(said.get(sentence) != says.get(sentence) for sentence in said.keys() | says.keys())
    return [*(round(change, 2) for change in sums), moved]


def main() -> None:
    """Read the command line and do what it asks."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    fire = commands.add_parser("fire")
    fire.add_argument("corpus", type=Path, nargs="+")
    fire.add_argument("--jobs", type=int, default=2)
    fire.set_defaults(run=write_fires)
    worth = commands.add_parser("worth")
    for name in ("evaluation", "data", "fires"):
        worth.add_argument(name, type=Path)
    worth.add_argument("--room", required=True, help="quantities, facts …, or a list: idioms.txt")
    worth.add_argument("--below", type=int, default=5)
    worth.add_argument("--kinds", nargs="*", default=())
    worth.set_defaults(run=write_worth)
    for command in (fire, worth):
        command.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()

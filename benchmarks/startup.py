"""What a command costs from the shell, next to what it is measured by, both sides in one run.

``python benchmarks/startup.py [PAGE]`` prints ratios of CPU seconds, each the median of several rounds in which
both sides run in turn, so that a busy machine slows both:

* ``help``: ``newsan --help`` to the ``--help`` of a bare typer program (and, for whoever turned rich off there,
  to one without it);
* ``page``: ``newsan analyse PAGE`` to a fresh process that imports jieba.posseg and jieba.analyse, tags the page
  and extracts its keywords; and the same with an option, for which newsan imports the parser of the command line.

The first round is not counted: it fills the caches both sides keep (compiled modules, newsan's lexicon store,
jieba's own).
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "city-daily.txt"

BARE = """
import typer
app = typer.Typer({settings})

@app.command()
def hello(name: str) -> None:
    "Say hello."

@app.command()
def goodbye(name: str) -> None:
    "Say goodbye."

app()
"""

JIEBA = """
import sys
import jieba.analyse
import jieba.posseg
jieba.setLogLevel(60)
text = open(sys.argv[1], encoding="utf-8").read()
for word, tag in jieba.posseg.cut(text):
    print(word, tag)
for keyword, weight in jieba.analyse.extract_tags(text, topK=10, withWeight=True):
    print(keyword, weight)
"""


def cpu_seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return the CPU seconds, user and system, that a command takes; it must succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(sides: dict[str, list[str]], environment: dict[str, str], rounds: int) -> dict[str, float]:
    """Return the median cost of each side, all of them run once a round."""
    costs: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds + 1):
        for name, command in sides.items():
            cost = cpu_seconds(command, environment)
            if number:
                costs[name].append(cost)
    return {name: statistics.median(seconds) for name, seconds in costs.items()}


def main() -> None:
    """Measure, and print a line for each ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("page", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--rounds", type=int, default=15)
    told = parser.parse_args()
    newsan = shutil.which("newsan", path=str(Path(sys.executable).parent)) or "newsan"
    with tempfile.TemporaryDirectory() as folder:
        # Compiled modules are kept, as in an installation, whatever the environment says, and by both sides alike.
        environment = os.environ | {
            "PYTHONHASHSEED": "0",
            "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled")),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        scripts = {
            "typer": BARE.format(settings=""),
            "typer without rich": BARE.format(settings="rich_markup_mode=None, add_completion=False"),
            "jieba": JIEBA,
        }
        for name, source in scripts.items():
            Path(folder, f"{name} side.py").write_text(source, encoding="utf-8")
        script = {name: [sys.executable, str(Path(folder, f"{name} side.py"))] for name in scripts}
        show_help = medians(
            {
                "newsan": [newsan, "--help"],
                "typer": [*script["typer"], "--help"],
                "typer without rich": [*script["typer without rich"], "--help"],
            },
            environment,
            told.rounds,
        )
        page = medians(
            {
                "newsan": [newsan, "analyse", str(told.page)],
                "newsan --bom": [newsan, "analyse", str(told.page), "--bom"],
                "jieba": [*script["jieba"], str(told.page)],
            },
            environment,
            told.rounds,
        )
    for task, costs in (("help", show_help), ("page", page)):
        ours = {name: seconds for name, seconds in costs.items() if name.startswith("newsan")}
        for name, seconds in sorted(costs.items() - ours.items()):
            for command, cost in ours.items():
                print(
                    f"{task:5} {cost / seconds:5.2f}  {command} {cost:.3f} s, {name} {seconds:.3f} s of CPU"
                )


if __name__ == "__main__":
    main()

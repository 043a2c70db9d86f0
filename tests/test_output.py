from __future__ import annotations

import csv
import io
import json
import os
import re
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from newsan import analyse, parse_edition
from newsan.errors import UnwritableOutput
from newsan.models import (
    JSON,
    Analysis,
    Date,
    Fact,
    Finding,
    Keyword,
    Paragraph,
    Place,
    Rejection,
    Token,
    as_dict,
)
from newsan.output import Format, Look, write
from newsan.output.blocks import blocks
from newsan.output.editions import describe_edition
from newsan.output.folding import fold
from newsan.output.formats import format_of
from newsan.output.grids import TABLES, Grid
from newsan.output.replacing import open_output, replaced
from newsan.output.rows import COLUMNS, RECORDS, STANDS, WHERE, Part, columns_of, flatten, rows, timeline
from newsan.output.table import shown
from tests.analyses import ANALYSIS, FACTS

FLAT = [part for part in Part if part is not Part.EDITIONS]
TEXTUAL = [form for form in Format if form is not Format.XLSX]


def written(form: Format, parts: tuple[Part, ...], *analyses: Analysis, look: Look | None = None) -> bytes:
    sink = io.BytesIO()
    write(form, analyses, parts, sink, look or Look())
    return sink.getvalue()


def sheets(book: bytes) -> dict[str, list[dict[str, Any]]]:
    """Read a workbook back: a list of (type, text) by column letter for each sheet."""
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        shared = [
            "".join(text.text or "" for text in item.iterfind(".//x:t", space))
            for item in ET.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        names = [
            s.attrib["name"]
            for s in ET.fromstring(archive.read("xl/workbook.xml")).iterfind(".//x:sheet", space)
        ]
        found = {}
        for number, name in enumerate(names, 1):
            tree = ET.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            lines = []
            for row in tree.iterfind(".//x:row", space):
                line = {}
                for item in row.iterfind("x:c", space):
                    text = item.findtext("x:v", "", space)
                    letters = re.sub(r"\d", "", item.attrib["r"])
                    line[letters] = shared[int(text)] if item.get("t") == "s" else Decimal(text)
                lines.append(line)
            found[name] = lines
    return found


# Every column is named, once.


@pytest.mark.parametrize(
    ("part", "record"),
    [
        (Part.FACTS, FACTS[0]),
        (Part.DATES, ANALYSIS.articles[0].dates[0]),
        (Part.POINTERS, ANALYSIS.articles[0].pointers[0]),
        (Part.TIMELINE, ANALYSIS.articles[0].dates[0]),
        (Part.PLACES, ANALYSIS.articles[0].places[0]),
        (Part.KEYWORDS, ANALYSIS.articles[0].keywords[0]),
        (Part.REJECTED, ANALYSIS.articles[0].rejected[0]),
        (Part.FINDINGS, ANALYSIS.articles[0].findings[0]),
        (Part.TOKENS, ANALYSIS.articles[0].sentences[0].tokens[0]),
    ],
)
def test_columns_name_every_field_of_a_record(
    part: Part, record: Fact | Date | Place | Keyword | Rejection | Finding | Token
) -> None:
    # A flat figure also names its place, of which JSON has the id alone.
    assert set(COLUMNS[part]) - set(WHERE) - {"place.name", "place.adcode"} == set(flatten(as_dict(record)))


@pytest.mark.parametrize("part", Part)
def test_columns_are_named_once(part: Part) -> None:
    assert len(COLUMNS[part]) == len(set(COLUMNS[part]))


def test_several_parts_share_columns_and_are_told_apart_by_record() -> None:
    columns = columns_of(RECORDS)
    assert columns[:5] == (*WHERE, "record")
    assert columns[-len(STANDS) :] == STANDS
    assert len(columns) == len(set(columns))
    assert {row["record"] for row in rows(ANALYSIS, RECORDS)} == {"keyword", "fact", "date", "place"}


@pytest.mark.parametrize("part", Part)
def test_a_row_has_exactly_its_columns(part: Part) -> None:
    for row in rows(ANALYSIS, (part,)):
        assert tuple(row) == COLUMNS[part]


# JSON


def test_json_is_the_whole_analysis() -> None:
    [edition] = json.loads(written(Format.JSON, RECORDS, ANALYSIS))
    [article] = edition["articles"]
    assert list(edition) == ["source", "encoding", "title", "date", "home", "articles", "notes", "topics"]
    assert [len(article[part]) for part in RECORDS] == [2, 3, 1, 1]


@pytest.mark.parametrize(
    "part", [Part.KEYWORDS, Part.FACTS, Part.DATES, Part.PLACES, Part.REJECTED, Part.TOKENS]
)
def test_a_part_keeps_the_shape_of_the_whole(part: Part) -> None:
    [edition] = json.loads(written(Format.JSON, (part,), ANALYSIS))
    [article] = edition["articles"]
    assert edition["date"] == "2025-12-18"
    assert list(article) == ["id", "title", part.value]
    assert article[part.value]
    assert ("topics" in edition) == (part is Part.KEYWORDS)


def test_json_holds_one_array_of_all_editions() -> None:
    assert json.loads(written(Format.JSON, (Part.FACTS,))) == []
    assert len(json.loads(written(Format.JSON, (Part.FACTS,), ANALYSIS, ANALYSIS))) == 2


def test_jsonl_is_flat_and_null_where_unknown() -> None:
    lines = [json.loads(line) for line in written(Format.JSONL, (Part.FACTS,), ANALYSIS).splitlines()]
    assert [line["quote"] for line in lines] == ["1.2万亿公斤", "5.20%", "三五家"]
    assert [line["time.from"] for line in lines] == ["2025-01-01", "2025-01-01", None]
    assert all(tuple(line) == COLUMNS[Part.FACTS] for line in lines)


@pytest.mark.parametrize("form", [Format.JSON, Format.JSONL, Format.CSV, Format.MARKDOWN])
def test_numbers_keep_their_digits(form: Format) -> None:
    text = written(form, (Part.FACTS,), ANALYSIS).decode()
    assert "1200000000000" in text
    assert "5.20" in text
    assert "E+" not in text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_json_numbers_are_exact(value: Decimal) -> None:
    text = JSON.encode({"value": value}).decode()
    assert json.loads(text, parse_float=Decimal, parse_int=Decimal)["value"] == value


# Delimited, markdown, workbook


@pytest.mark.parametrize(("form", "delimiter"), [(Format.CSV, ","), (Format.TSV, "\t")])
@pytest.mark.parametrize("parts", [RECORDS, *((part,) for part in Part)])
def test_delimited_reads_back(form: Format, delimiter: str, parts: tuple[Part, ...]) -> None:
    text = written(form, parts, ANALYSIS).decode()
    header, *lines = csv.reader(io.StringIO(text), delimiter=delimiter)
    assert tuple(header) == columns_of(parts)
    assert len(lines) == len(list(rows(ANALYSIS, parts)))
    assert {len(line) for line in lines} == {len(header)}


def test_bom_is_for_whoever_asks() -> None:
    assert written(Format.CSV, (Part.FACTS,), ANALYSIS).startswith(b"source,")
    assert written(Format.CSV, (Part.FACTS,), ANALYSIS, look=Look(bom=True)).startswith(
        b"\xef\xbb\xbfsource,"
    )


def test_lists_in_a_cell() -> None:
    [row] = csv.DictReader(io.StringIO(written(Format.CSV, (Part.ARTICLES,), ANALYSIS).decode()))
    assert (row["byline"], row["lines"]) == ("记者 林一; 记者 高远; 摄 白桦", "1-2; 9-9")


def retitled(title: str) -> Analysis:
    found = ANALYSIS.articles[0]
    return replace(ANALYSIS, articles=(replace(found, article=replace(found.article, title=title)),))


def test_markdown_keeps_a_row_on_its_line() -> None:
    text = written(Format.MARKDOWN, (Part.FACTS,), retitled("甲|乙\n*丙*")).decode()
    assert text.count("\n") == 2 + len(FACTS)
    assert r"甲\|乙<br>\*丙\*" in text


def test_markdown_has_a_table_a_part() -> None:
    text = written(Format.MARKDOWN, RECORDS, ANALYSIS).decode()
    assert re.findall(r"^## (\w+)$", text, re.MULTILINE) == ["keywords", "facts", "dates", "places"]


def test_workbook_types_its_cells() -> None:
    book = sheets(written(Format.XLSX, RECORDS, ANALYSIS))
    assert list(book) == ["keywords", "facts", "dates", "places"]
    letters = {name: letter for letter, name in book["facts"][0].items()}
    assert book["facts"][1][letters["value"]] == Decimal(1200000000000)
    places = {name: letter for letter, name in book["places"][0].items()}
    assert book["places"][1][places["adcode"]] == "150100"


def test_workbook_never_calculates_nor_rounds() -> None:
    exact = Decimal("12345678901234567.89")
    found = replace(ANALYSIS.articles[0], facts=(replace(FACTS[0], value=exact, subject="=1+1"),))
    [header, row] = sheets(written(Format.XLSX, (Part.FACTS,), replace(ANALYSIS, articles=(found,))))["facts"]
    letters = {name: letter for letter, name in header.items()}
    assert row[letters["value"]] == "12345678901234567.89"
    assert row[letters["subject"]] == "=1+1"


def test_workbook_marks_what_a_cell_cannot_hold() -> None:
    book = sheets(written(Format.XLSX, (Part.FACTS,), retitled("长" * 40_000)))
    letters = {name: letter for letter, name in book["facts"][0].items()}
    assert len(book["facts"][1][letters["title"]]) == 32_767
    assert book["facts"][1][letters["title"]].endswith("…")


def test_a_timeline_tells_the_dates_of_an_edition_in_date_order() -> None:
    found = ANALYSIS.articles[0]
    days = [
        # as they stand in the text       as the timeline has them
        ("2025-01-01", "2025-12-31"),  # 2
        (None, None),  # last: nobody knows when
        (None, "2024-12-31"),  # 1: over by then
        ("2025-01-01", None),  # 3: longer than the first
    ]
    dates = tuple(
        replace(found.dates[0], id=number, from_=first, to=last) for number, (first, last) in enumerate(days)
    )
    analysis = replace(ANALYSIS, articles=(replace(found, dates=dates),))
    assert [date.id for _, date in timeline(analysis)] == [2, 0, 3, 1]
    assert [row["id"] for row in rows(analysis, (Part.TIMELINE,))] == [2, 0, 3, 1]
    [edition] = json.loads(written(Format.JSON, (Part.TIMELINE,), analysis))
    assert [entry["id"] for entry in edition["timeline"]] == [2, 0, 3, 1]
    table = written(Format.TABLE, (Part.TIMELINE,), analysis).decode()
    assert re.findall(r"^ +(\S.*?) +2025年", table, re.MULTILINE) == [
        "– 2024-12-31",
        "2025",
        "2025-01-01 –",
        "2025",
    ]


@pytest.mark.parametrize("form", Format)
def test_same_bytes_every_time(form: Format) -> None:
    assert written(form, RECORDS, ANALYSIS) == written(form, RECORDS, ANALYSIS)


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("part", Part)
def test_every_part_in_every_format(form: Format, part: Part) -> None:
    assert written(form, (part,), ANALYSIS)


@given(st.text(max_size=40), st.sampled_from([form for form in Format if form is not Format.XLSX]))
def test_no_title_breaks_a_format(title: str, form: Format) -> None:
    output = written(form, (Part.FACTS,), retitled(title)).decode()
    match form:
        case Format.JSONL:
            lines = output.removesuffix("\n").split("\n")
            assert [json.loads(line)["title"] for line in lines] == [title] * len(FACTS)
        case Format.JSON:
            assert json.loads(output)[0]["articles"][0]["title"] == title
        case Format.CSV | Format.TSV:
            delimiter = "," if form is Format.CSV else "\t"
            records = csv.DictReader(io.StringIO(output, newline=""), delimiter=delimiter)
            assert [record["title"] for record in records] == [title] * len(FACTS)
        case Format.MARKDOWN:
            assert output.count("\n") == 2 + len(FACTS)
        case Format.TABLE:
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", output)


def test_a_file_name_that_is_no_utf8_is_escaped() -> None:
    named = analyse(parse_edition("增长5%。", source="\udcff.txt"))
    for form in Format:
        assert written(form, (Part.FACTS,), named)
    assert json.loads(written(Format.JSON, (Part.FACTS,), named))[0]["source"] == "\\udcff.txt"


# Tables

TABLE = """\
青城.txt
青城日报 · 2025-12-18 · home 呼和浩特市 · gb18030 · 1 article

1  全市粮食喜获丰收
秋收进行时 · 本报讯 · 记者 林一、高远 · 摄 白桦 · page 1 · lines 1–2, 9

Topics
  topic     kind       weight  mentions  in title  also
  粮食总产  indicator    0.83         2  yes       粮食
  丰收      term         0.50         1

Figures
  subject                     value  unit  bound  change   time    as printed   line
  粮食总产        1,200,000,000,000  公斤                  2025年  1.2万亿公斤     2
  粮食总产                     5.20  %            up 同比  2025年  5.20%           2
  合作社 of 全市                3–5  家    about                   三五家          2

Dates
  as printed  kind  means  mentions  lines
  2025年      date  2025          1  2

Places
  place       code    kind  within        as printed  mentions  lines
  呼和浩特市  150100  city  内蒙古自治区  全市               1  2
"""


def test_a_pipe_gets_aligned_tables() -> None:
    assert written(Format.TABLE, RECORDS, ANALYSIS).decode() == TABLE


def words(text: str) -> list[str]:
    """Return the characters of a drawing that are neither space, line nor colour."""
    return sorted(re.sub(r"\x1b\[[\d;]*m|[\s─]", "", text))


@pytest.mark.parametrize("columns", [None, 200, 100, 80, 40, 20])
@pytest.mark.parametrize("colour", [True, False])
def test_a_terminal_shows_every_character_of_the_pipe(columns: int | None, colour: bool) -> None:  # noqa: FBT001
    drawn = written(
        Format.TABLE, RECORDS, ANALYSIS, look=Look(styled=True, colour=colour, width=columns)
    ).decode()
    assert ("\x1b[" in drawn) == colour
    assert words(drawn) == words(TABLE)


def test_a_table_fits_a_usual_terminal() -> None:
    drawn = written(Format.TABLE, RECORDS, ANALYSIS, look=Look(styled=True, width=80)).decode()
    assert max(map(cell_len, drawn.splitlines())) <= 80
    assert "1,200,000,000,000" in drawn


def test_empty_tables_and_columns_are_not_drawn() -> None:
    empty = replace(ANALYSIS.articles[0], keywords=(), facts=(), dates=(), places=())
    shown_blocks = list(blocks(replace(ANALYSIS, articles=(empty,)), RECORDS, Look()))
    drawn = written(Format.TABLE, RECORDS, replace(ANALYSIS, articles=(empty,))).decode()
    assert not any(isinstance(block, Grid) for block in shown_blocks)
    assert drawn.count("\n") == 5
    assert (
        "bound"
        not in TABLES[Part.FACTS].of(replace(ANALYSIS.articles[0], facts=FACTS[:2]), Part.FACTS).columns
    )


def test_an_article_tells_subheads_and_captions_from_its_text() -> None:
    story = (
        Paragraph("subhead", "颗粒归仓", 0),
        Paragraph("body", "今年增产。", 5),
        Paragraph("caption", "秋收", 11),
    )
    found = replace(ANALYSIS.articles[0], article=replace(ANALYSIS.articles[0].article, paragraphs=story))
    drawn = written(Format.TABLE, (Part.ARTICLES,), replace(ANALYSIS, articles=(found,))).decode()
    assert "\n\n■ 颗粒归仓\n今年增产。\n▲ 秋收\n" in drawn
    assert drawn.endswith("sentence cut; continued at line 9        0.92\n")


def test_lines_are_counted_as_they_are_numbered() -> None:
    edition = replace(ANALYSIS.edition, text="甲\r乙\r\n丙\n", line_starts=(0, 2, 5, 7))
    assert describe_edition(replace(ANALYSIS, edition=edition))["lines"] == 3


def test_a_place_printed_in_two_ways_is_one_row_and_one_feature() -> None:
    found = ANALYSIS.articles[0]
    twice = replace(
        ANALYSIS, articles=(replace(found, places=(*found.places, replace(found.places[0], quote="首府"))),)
    )
    assert "全市、首府" in written(Format.TABLE, (Part.PLACES,), twice).decode()
    [feature] = json.loads(written(Format.GEOJSON, (Part.PLACES,), twice))["features"]
    assert feature["properties"]["quotes"] == ["全市", "首府"]
    assert feature["properties"]["mentions"] == 2
    assert feature["geometry"] is None or feature["geometry"]["type"] == "Point"


def test_flat_figures_name_their_place() -> None:
    place = ANALYSIS.articles[0].places[0]
    found = replace(ANALYSIS.articles[0], facts=(replace(FACTS[0], place=place.id),))
    [row] = rows(replace(ANALYSIS, articles=(found,)), (Part.FACTS,))
    assert (row["place"], row["place.name"], row["place.adcode"]) == (place.id, place.name, place.adcode)


def test_a_place_told_twice_is_one_row() -> None:
    found = ANALYSIS.articles[0]
    twice = replace(found, places=(*found.places, replace(found.places[0], line=9)))
    drawn = written(Format.TABLE, (Part.PLACES,), replace(ANALYSIS, articles=(twice,))).decode()
    assert "2  2, 9" in drawn


# fmt: off
TIMES = [
    # words, first day,    last day           shown
    ("2024年",     "2024-01-01", "2024-12-31", "2024年"),
    ("去年",       "2024-01-01", "2024-12-31", "去年 (2024)"),
    ("2024年3月",  "2024-03-01", "2024-03-31", "2024年3月"),
    ("上月",       "2024-02-01", "2024-02-29", "上月 (2024-02)"),
    ("昨日",       "2025-12-17", "2025-12-17", "昨日 (2025-12-17)"),
    ("上半年",     "2025-01-01", "2025-06-30", "上半年 (2025-01 – 2025-06)"),
    ("3月5日",     None,         None,         "3月5日"),
]
# fmt: on


@pytest.mark.parametrize(("text", "first", "last", "told"), TIMES)
def test_time_is_told_shortly(text: str, first: str | None, last: str | None, told: str) -> None:
    assert FACTS[0].time is not None
    fact = replace(FACTS[0], time=replace(FACTS[0].time, text=text, from_=first, to=last))
    table = TABLES[Part.FACTS].of(replace(ANALYSIS.articles[0], facts=(fact,)), Part.FACTS)
    assert table.rows[0][table.columns.index("time")] == told


@given(st.text())
def test_shown_text_stays_on_its_line(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert len(f"{shown(text)}|".splitlines()) == 1


def test_shown_text_never_runs_backwards() -> None:
    assert shown("增长\u202e%5\u2066") == "增长\N{REPLACEMENT CHARACTER}%5\N{REPLACEMENT CHARACTER}"


# fmt: off
# fmt: on


# fmt: off
FOLDED = [
    # text                                room  lines
    ("变化应为14.8%，印作24.8%。",         14,  ["变化应为", "14.8%，印作", "24.8%。"]),
    ("入冬以来 (2025-11-07 – 2026-01-13)", 13,  ["入冬以来", "(2025-11-07 –", "2026-01-13)"]),
    ("《古镇新貌》作735亿斤",              10,  ["《古镇新", "貌》作735", "亿斤"]),
    ("newspapers-of-record",                8,  ["newspape", "rs-of-re", "cord"]),
    ("as printed",                          8,  ["as", "printed"]),
    ("粮食",                                1,  ["粮", "食"]),
    ("增产粮食,减排",                       8,  ["增产粮", "食,减排"]),
    ("增产粮(食)减排",                      8,  ["增产粮", "(食)减排"]),
    ("",                                    8,  [""]),
]
# fmt: on


@pytest.mark.parametrize(("text", "room", "lines"), FOLDED)
def test_lines_end_where_print_would_end_them(text: str, room: int, lines: list[str]) -> None:
    assert fold(text, room) == lines


@given(st.text("亩，。《》“”（ 5.2%a–\u0301", max_size=40), st.integers(2, 20))
def test_folding_keeps_every_character_within_the_room(text: str, room: int) -> None:
    lines = fold(text, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= room for line in lines)


# Segmented text


@pytest.mark.parametrize(
    ("look", "text"),
    [
        (Look(), "全市 粮食\n2025年 ，\n"),
        (Look(tags=True), "全市/n 粮食/n\n2025年/t ，/x\n"),
        (Look(one_a_line=True), "全市\n粮食\n2025年\n，\n"),
    ],
)
def test_words(look: Look, text: str) -> None:
    assert written(Format.TABLE, (Part.TOKENS,), ANALYSIS, look=look).decode() == text


# What was not understood


def test_an_edition_tells_what_was_not_understood() -> None:
    found = ANALYSIS.articles[0]
    vague = replace(
        found,
        facts=(),
        dates=(replace(found.dates[0], from_=None, to=None),),
        places=(replace(found.places[0], adcode=None, path=(), kind="town"),),
    )
    [edition] = json.loads(written(Format.JSON, (Part.EDITIONS,), replace(ANALYSIS, articles=(vague,))))
    assert [item["quote"] for item in edition["not_understood"]] == ["2025年", "全市", "1.2万亿"]
    assert edition["notes"] == [{"line": 2, "note": "sentence cut; continued at line 9", "confidence": 0.92}]


def test_what_was_understood_is_not_complained_about() -> None:
    [edition] = json.loads(written(Format.JSON, (Part.EDITIONS,), ANALYSIS))
    assert edition["not_understood"] == []
    assert (edition["encoding"], edition["articles"], edition["facts"]) == ("gb18030", 1, 3)


# Files


# fmt: off
SUFFIXES = [
    ("a.json", Format.JSON), ("a.jsonl", Format.JSONL), ("a.CSV", Format.CSV), ("a.tsv", Format.TSV),
    ("a.md", Format.MARKDOWN), ("a.xlsx", Format.XLSX), ("a.txt", Format.TABLE), ("a", None), ("a.pdf", None),
]
# fmt: on


@pytest.mark.parametrize(("name", "form"), SUFFIXES)
def test_suffix_tells_the_format(name: str, form: Format | None) -> None:
    assert format_of(name) == form


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with replaced(path) as output:
        output.write(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]


def interrupted(path: Path) -> None:
    with replaced(path) as output:
        output.write(b"half")
        raise KeyboardInterrupt


def test_a_file_stays_as_it_was_when_something_fails(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with pytest.raises(KeyboardInterrupt):
        interrupted(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    with replaced(path) as output:
        output.write(b"new")
    assert path.read_bytes() == b"new"
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o640


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput, match=r"no/out\.csv"), open_output(str(tmp_path / "no" / "out.csv")):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_told() -> None:
    with pytest.raises(UnwritableOutput, match="/dev/full"), open_output("/dev/full") as output:
        output.write(b"x" * 100_000)


def test_what_fails_while_writing_is_not_blamed_on_the_output(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), open_output(str(tmp_path / "out.csv")) as output:
        output.write((tmp_path / "missing").read_bytes())

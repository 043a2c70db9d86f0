"""Write analyses in one of several formats."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsan.output.formats import Format, Look, Sink

if TYPE_CHECKING:
    from newsan.models import Analysis
    from newsan.output.rows import Part

__all__ = ["Format", "Look", "Sink", "write"]


def write(
    form: Format, analyses: Iterable[Analysis], parts: tuple[Part, ...], sink: Sink, look: Look
) -> None:
    """Write the given parts of each analysis. A writer is imported when its format is first used."""
    match form:
        case Format.TABLE:
            from newsan.output.table import write_table

            write_table(analyses, parts, sink, look)
        case Format.JSON:
            from newsan.output.json import write_json

            write_json(analyses, parts, sink)
        case Format.JSONL:
            from newsan.output.json import write_jsonl

            write_jsonl(analyses, parts, sink)
        case Format.CSV | Format.TSV:
            from newsan.output.delimited import write_delimited

            write_delimited(
                analyses, parts, sink, delimiter="," if form is Format.CSV else "\t", bom=look.bom
            )
        case Format.MARKDOWN:
            from newsan.output.markdown import write_markdown

            write_markdown(analyses, parts, sink)
        case Format.XLSX:
            from newsan.output.xlsx import write_xlsx

            write_xlsx(analyses, parts, sink)
        case Format.GEOJSON:
            from newsan.output.geojson import write_geojson

            write_geojson(analyses, sink)

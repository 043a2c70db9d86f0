"""Write places as GeoJSON (RFC 7946): one FeatureCollection with a Feature for each place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newsan.models import JSON
from newsan.output.grids import by_place

if TYPE_CHECKING:
    from newsan.models import Analysis, Place
    from newsan.output.formats import Sink


def write_geojson(analyses: Iterable[Analysis], sink: Sink) -> None:
    """Write the places of all editions; a place without coordinates has a null geometry."""
    sink.write(b'{"type":"FeatureCollection","features":[')
    first = True
    for analysis in analyses:
        for feature in features(analysis):
            sink.write((b"\n" if first else b",\n") + JSON.encode(feature))
            first = False
    sink.write(b"\n]}\n")


def features(analysis: Analysis) -> list[dict[str, Any]]:
    """Return a Feature for each place of an edition, with its mentions and the articles that name it."""
    named_in = {id(place): found.article.id for found in analysis.articles for place in found.places}
    return [
        {
            "type": "Feature",
            "geometry": point(place),
            "properties": {
                "name": place.name,
                "adcode": place.adcode,
                "kind": place.kind,
                "path": place.path,
                "mentions": len(mentions),
                "quotes": list(dict.fromkeys(mention.quote for mention in mentions)),
                "articles": list(dict.fromkeys(named_in[id(mention)] for mention in mentions)),
                "source": analysis.edition.source,
            },
        }
        for place, mentions in (
            (mentions[0], mentions)
            for mentions in by_place(place for found in analysis.articles for place in found.places)
        )
    ]


def point(place: Place) -> dict[str, Any] | None:
    """Return the coordinates of a place as a GeoJSON Point, or ``None``."""
    known = place.lon is not None and place.lat is not None
    return {"type": "Point", "coordinates": [place.lon, place.lat]} if known else None

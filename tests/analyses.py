"""An analysis made by hand, so that what is printed is tested apart from what is found."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from newsan.models import (
    Analysis,
    Article,
    ArticleAnalysis,
    Change,
    Cited,
    Credit,
    Date,
    Dateline,
    Edition,
    Fact,
    Finding,
    Home,
    Keyword,
    Measure,
    Note,
    Numeral,
    Paragraph,
    Place,
    Rejection,
    Sentence,
    Slice,
    Time,
    Token,
    Topic,
)

TITLE = "全市粮食喜获丰收"
BODY = "2025年，全市粮食总产达1.2万亿公斤，同比增长5.20%，约三五家合作社“十全十美”。"
TEXT = f"{TITLE}\n{BODY}"
TIME = Time("2025年", "2025-01-01", "2025-12-31")


def spot(quote: str) -> dict[str, object]:
    """Return what every record carries, for a quote of the text."""
    start = TEXT.index(quote)
    return {
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "source_start": start,
        "source_end": start + len(quote),
        "line": 2,
        "sentence": BODY,
    }


FACTS = (
    Fact(
        **spot("1.2万亿公斤"),  # type: ignore[arg-type]
        id=1,
        kind="mass",
        value=Decimal(1200000000000),
        low=Decimal(1200000000000),
        high=Decimal(1200000000000),
        unit="公斤",
        si=Measure(Decimal(1200000000000), "kg"),
        subject="粮食总产",
        baseline_time=Time("同比", "2024-01-01", "2024-12-31"),
        time=TIME,
        place=1,
        change=Change(1, 2),
    ),
    Fact(
        **spot("5.20%"),  # type: ignore[arg-type]
        id=2,
        kind="percent",
        value=Decimal("5.20"),
        low=Decimal("5.20"),
        high=Decimal("5.20"),
        unit="%",
        subject="粮食总产",
        direction="up",
        baseline="同比",
        baseline_time=Time("同比", "2024-01-01", "2024-12-31"),
        time=TIME,
    ),
    Fact(
        **spot("三五家"),  # type: ignore[arg-type]
        id=3,
        kind="count",
        value=None,
        low=Decimal(3),
        high=Decimal(5),
        modifier="about",
        unit="家",
        subject="合作社",
        of="全市",
    ),
)
PLACE = Place(
    **spot("全市"),  # type: ignore[arg-type]
    id=1,
    kind="city",
    name="呼和浩特市",
    adcode="150100",
    path=("内蒙古自治区", "呼和浩特市"),
    lon=Decimal("111.66"),
    lat=Decimal("40.83"),
    role="alias",
    evidence=("home city",),
)
ANALYSIS = Analysis(
    Edition(
        source="青城.txt",
        encoding="gb18030",
        title="青城日报",
        date=dt.date(2025, 12, 18),
        home="呼和浩特",
        articles=(
            article := Article(
                id=1,
                kind="article",
                title=TITLE,
                kicker="秋收进行时",
                subtitle=None,
                page="1",
                section=None,
                byline=(Credit("记者", "林一"), Credit("记者", "高远"), Credit("摄", "白桦")),
                dateline=Dateline("本报讯"),
                lines=((1, 2), (9, 9)),
                paragraphs=(Paragraph("title", TITLE, 0), Paragraph("body", BODY, len(TITLE) + 1)),
                text=TEXT,
                slices=(Slice(0, 0, len(TEXT)),),
            ),
        ),
        notes=(Note(2, "sentence cut; continued at line 9", 0.92),),
        text=TEXT,
        line_starts=(0, len(TITLE) + 1),
    ),
    Home("呼和浩特市", "150100", "told"),
    (
        ArticleAnalysis(
            article,
            (
                Sentence(TITLE, 0, 0, "title", (Token("全市", 0, "n"), Token("粮食", 2, "n"))),
                Sentence(
                    BODY,
                    len(TITLE) + 1,
                    1,
                    "body",
                    (Token("2025年", 9, "t"), Token("，", 14, "x")),
                    (Numeral("1.2万亿", 22, 27, Decimal(1200000000000), None, None),),
                ),
            ),
            (
                Keyword(
                    "粮食总产",
                    "indicator",
                    0.83,
                    2,
                    in_title=True,
                    spans=((2, 4), (17, 21)),
                    variants=("粮食",),
                ),
                Keyword("丰收", "term", 0.5, 1, in_title=False, spans=((6, 8),)),
            ),
            FACTS,
            (
                Date(
                    **spot("2025年"),  # type: ignore[arg-type]
                    kind="date",
                    edtf="2025",
                    from_="2025-01-01",
                    to="2025-12-31",
                ),
            ),
            (PLACE,),
            (Rejection(**spot("十全十美"), reason="idiom"),),  # type: ignore[arg-type]
            findings=(
                Finding(
                    **spot("5.20%"),  # type: ignore[arg-type]
                    kind="growth",
                    severity="error",
                    message="变化应为5%，印作5.20%。",
                    sum="0.06 ÷ 1.2 = 5% ≠ 5.20%",
                    expected="5%",
                    figures=(Cited("5.20%", 2, 1, 2, TEXT.index("5.20%"), TEXT.index("5.20%") + 5),),
                ),
            ),
            pointers=(
                Date(
                    **spot("同比"),  # type: ignore[arg-type]
                    id=2,
                    kind="date",
                    edtf="2024",
                    from_="2024-01-01",
                    to="2024-12-31",
                    role="baseline",
                ),
            ),
        ),
    ),
    (Topic("粮食总产", 0.83, (1,)),),
)

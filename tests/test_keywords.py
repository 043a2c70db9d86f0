"""Keywords: what must be found, what must not, and what every list of them keeps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from newsan.analysis import find_keywords, segmented
from newsan.keywords import find_keywords as find_in_article
from newsan.keywords import find_topics
from newsan.keywords.candidates import find_candidates
from newsan.keywords.place_names import is_place
from newsan.keywords.ranking import find_features, find_layout, names_of
from newsan.keywords.statistics import default_statistics
from newsan.keywords.words import stopwords
from newsan.models import ArticleAnalysis, Credit, Keyword
from newsan.reading import plain_article
from newsan.segmenting import Segmenter, default_segmenter
from newsan.tables import DATA

ORCHARD = (
    "河湾县推广果园托管服务 梨农增收有保障",
    (
        "本报讯（记者 周小满）河湾县今年推广果园托管服务，三千户梨农签了合同。果园托管服务由县农业农村局统一组织，"
        "梨农把果园交给合作社打理。\n《河湾县果园管理办法》规定，合作社按“保底分红”的方式向梨农付钱。"
        "《办法》下月施行。当地梨产业产值8.2亿元，梨产业产值比去年增加一成。"
    ),
)

# fmt: off
FOUND = [
    # headline                        text                                                    keyword            kind
    ("全市造林面积创新高",             "全市造林面积达12万亩。造林面积里灌木林占六成。",          "造林面积",         "indicator"),
    ("《湖岸保护办法》下月施行",        "新修订的《湖岸保护办法》共六章。《办法》明确了湖岸范围。", "湖岸保护办法",     "work"),
    ("社区推出“银发食堂”",             "“银发食堂”每天供应午饭，来银发食堂的老人说菜很软。",      "银发食堂",         "slogan"),
    ("巴西首都举行气候大会",           "气候大会在巴西首都开幕，巴西和智利派出代表。",           "巴西",            "place"),
    (None,                            "流动儿童的心理健康受到关注。志愿者为流动儿童上课。",      "流动儿童",         "term"),
]

NEVER = [
    # text                                                               what is no keyword
    ("（总台记者 高远航）水库今年蓄水一亿立方米，水库大坝完成加固。",         "高远航"),
    ("水库大坝完成加固。\n■本报记者 高远航 摄",                             "高远航"),
    ("水库今年蓄水一亿立方米。大坝完成加固。（高远航）",                       "高远航"),
    ("河湾日报讯 水库今年蓄水一亿立方米，水库大坝完成加固。",                 "河湾日报"),
    ("全力推进水库加固，进一步强化保障。",                                 "全力"),
    ("记者获悉，水库今年蓄水一亿立方米。",                                 "记者"),
]
# fmt: on


@pytest.mark.parametrize("word", ["内蒙古", "青城", "韩国", "墨尔本", "长江", "中亚地区"])
def test_places(word: str) -> None:
    assert is_place(word)


@pytest.mark.parametrize("word", ["惠及", "灌木林", "深度", "城市", "喜庆", "台风"])
def test_words_that_are_no_places(word: str) -> None:
    assert not is_place(word)


def test_a_phrase_replaces_the_word_it_holds() -> None:
    text = "科技创新带动产业升级。科技创新靠人才，科技创新也靠投入。"
    found = [keyword.text for keyword in find_keywords(text, title="科技创新带动产业升级")]
    assert "科技创新" in found
    assert "科技" not in found


@pytest.mark.parametrize(("title", "text", "wanted", "kind"), FOUND)
def test_found(title: str | None, text: str, wanted: str, kind: str) -> None:
    found = {keyword.text: keyword.kind for keyword in find_keywords(text, title=title, limit=5)}
    assert found.get(wanted) == kind, found


@pytest.mark.parametrize(("text", "unwanted"), NEVER)
def test_never(text: str, unwanted: str) -> None:
    found = [keyword.text for keyword in find_keywords(text, limit=50)]
    assert found
    assert not any(unwanted in keyword for keyword in found)


def test_the_headline_comes_first() -> None:
    title, text = ORCHARD
    first, *rest = find_keywords(text, title=title)
    assert first.in_title
    assert first.weight >= max(keyword.weight for keyword in rest)


def test_short_and_full_name_are_one() -> None:
    title, text = ORCHARD
    found = {keyword.text: keyword for keyword in find_keywords(text, title=title, limit=50)}
    assert "《办法》" in found["河湾县果园管理办法"].variants
    assert found["河湾县果园管理办法"].count == 2
    assert "办法" not in found


def test_asides_and_bylines_are_no_topics() -> None:
    article = plain_article("林海生\n林海生走遍水库。水库大坝完成加固，林海生写下报道。")
    sentences = segmented(article, default_segmenter())
    assert "林海生" in {keyword.text for keyword in find_in_article(article, sentences, 50)}
    signed = replace(article, byline=(Credit("记者", "林海生"),), asides=((0, 3),))
    found = find_in_article(signed, sentences, 50)
    texts = {keyword.text for keyword in found}
    assert "水库大坝" in texts
    assert not any(text in "林海生" for text in texts)


@pytest.mark.parametrize("text", ["", "\n", "。", "2025", "好", "“”", "《》", "·"])
def test_nothing_to_find(text: str) -> None:
    assert find_keywords(text) == []
    assert find_keywords(text, title="") == []


def test_limit() -> None:
    title, text = ORCHARD
    assert len(find_keywords(text, title=title, limit=3)) == 3
    assert find_keywords(text, title=title, limit=0) == []


PIECES = st.sampled_from(
    [
        "水库",
        "大坝",
        "《办法》",
        "“银发食堂”",
        "阿里·哈桑",
        "哈桑",
        "（记者 高远航）",
        "，",
        "。",
        "\n",
        "3.5%",
        "NBA",
        "的",
        " ",
        "县",
        "委员会",
        "《",
        "”",
        "𠮷",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.none() | st.lists(PIECES, max_size=5).map("".join), st.lists(PIECES, max_size=40).map("".join))
def test_mentions_are_slices(title: str | None, text: str) -> None:
    whole = text if title is None else f"{title}\n{text}"
    found = find_keywords(text, title=title, limit=20)
    assert [keyword.weight for keyword in found] == sorted(
        (keyword.weight for keyword in found), reverse=True
    )
    assert len({keyword.text for keyword in found}) == len(found)
    for keyword in found:
        assert 0 <= keyword.weight <= 1
        assert keyword.count == len(keyword.spans) > 0
        assert list(keyword.spans) == sorted(set(keyword.spans))
        names = {keyword.text, *keyword.variants}
        assert {whole[start:end] for start, end in keyword.spans} <= names
        if title is None:
            assert not keyword.in_title


def analysed(number: int, **weights: float) -> ArticleAnalysis:
    keywords = tuple(Keyword(text, "term", weight, 1, False, ((0, 1),)) for text, weight in weights.items())
    return ArticleAnalysis(replace(plain_article(""), id=number), keywords=keywords)


def test_topics_that_articles_share_weigh_more() -> None:
    topics = find_topics([analysed(1, 水库=0.5, 大坝=0.6), analysed(2, 水库=0.5)], 5)
    assert [(topic.text, topic.weight, topic.articles) for topic in topics] == [
        ("水库", 0.75, (1, 2)),
        ("大坝", 0.6, (1,)),
    ]
    assert find_topics([], 5) == []
    assert [topic.text for topic in find_topics([analysed(1, 水库=0.5, 大坝=0.6)], 1)] == ["大坝"]


@pytest.mark.parametrize("name", ["keyword_words.tsv", "keyword_phrases.tsv"])
def test_tables_are_sorted(name: str) -> None:
    lines = (DATA / name).read_bytes().split(b"\n")[:-1]
    assert lines == sorted(lines)
    keys = [line.split(b"\t")[0] for line in lines]
    assert len(keys) == len(set(keys))


def test_statistics() -> None:
    statistics = default_statistics()
    total = statistics.word("")
    assert total.bodies >= total.headlines > statistics.word("经济").headlines > 0
    assert statistics.word("没有人用过的词").bodies == 0
    assert statistics.is_phrase("科技创新")
    assert statistics.phrase("科技创新")[1] > 3
    use, cohesion = statistics.phrase("没有人用过的词")
    assert (use.bodies, use.headlines, cohesion) == (0, 0, 0.0)
    assert statistics.word("经济").rarity < use.rarity


def test_every_weight_belongs_to_a_feature() -> None:
    marks = ("kind ", "length ", "tag ", "words ", "ends ", "tags ")
    numbers = {*names_of(phrase=False), *names_of(phrase=True), "constant"}
    for line in (DATA / "keyword_weights.tsv").read_text("utf-8").splitlines()[1:]:
        name = line.partition("\t")[0]
        assert name in numbers or name.startswith(marks), name


def test_numbers_are_told_in_the_order_of_their_names() -> None:
    title, text = ORCHARD
    article = plain_article(text, title)
    sentences, statistics = segmented(article, default_segmenter()), default_statistics()
    candidates = find_candidates(article, sentences, statistics)
    layout = find_layout(article, sentences, candidates)
    for candidate in candidates:
        features = find_features(candidate, layout, statistics)
        assert features.phrase == (candidate.words > 1)
        told = dict(zip(names_of(phrase=features.phrase), features.numbers, strict=True))
        assert told["before a number"] == candidate.measured
        assert told["relative count without headline"] == 0
        assert told["headline"] == (candidate.spans[0][0] < len(title))
        if features.phrase:
            assert told["bounded"] == candidate.bounded
            assert told["phrase count"] == told["count"]
            assert told["commonest part"] <= told["rarest part"]
        else:
            assert told["rarity"] == statistics.word(candidate.text).rarity
            assert told["part only"] == (candidate.free == 0)


def test_stopwords_are_listed_once() -> None:
    lines = (DATA / "stopwords.txt").read_text("utf-8").splitlines()
    words = [word.removesuffix("*") for line in lines for word in line.partition("#")[0].split()]
    assert len(words) == len(stopwords())


# fmt: off
HOSTILE = {
    "one compound over and over": lambda count: "水库大坝加固" * count,
    "many first names to a surname": lambda count: "".join(f"{chr(0x4E00 + i)}{chr(0x5E00 + i)}·哈桑，哈桑，" for i in range(count)),
    "many works with one end": lambda count: "".join(f"《{chr(0x4E00 + i)}{chr(0x5E00 + i)}条例》《条例》" for i in range(count)),
}
# fmt: on


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_keeps_its_spans(make: Callable[[int], str]) -> None:
    article = plain_article(make(1600))
    found = find_in_article(article, segmented(article, default_segmenter()), 10)
    assert found
    for keyword in found:
        assert all(0 <= start < end <= len(article.text) for start, end in keyword.spans)


class TestUserWords:
    """A word of the user's dictionary that an article prints is a keyword of it, as itself."""

    TEXT = (
        "河湾县绿色建筑产业园昨天开工，县里的绿色建筑示范项目增至十二个。\n"
        "产业园将生产预制构件，建成后年产值可达三亿元，带动就业两千人。\n"
        "“石榴籽工程”同日启动，各民族学生结对共读。双碳办负责人说，新型墙材要用到乡村去。"
    )

    def keywords(self, folder: Path, words: str, limit: int = 10) -> dict[str, Keyword]:
        path = folder / "words.txt"
        path.write_text(words, encoding="utf-8")
        segmenter, article = Segmenter([path]), plain_article(self.TEXT, None)
        found = find_in_article(article, segmented(article, segmenter), limit, segmenter.topics)
        return {keyword.text: keyword for keyword in found}

    @pytest.mark.parametrize("word", ["绿色建筑", "建筑", "石榴籽", "双碳办", "墙材", "各民族学生"])
    def test_is_a_keyword_as_itself(self, tmp_path: Path, word: str) -> None:
        found = self.keywords(tmp_path, f"{word}\n", limit=5)
        assert len(found) == 5
        assert found[word].count == self.TEXT.count(word)
        assert all(self.TEXT[start:end] == word for start, end in found[word].spans)

    def test_others_come_after_it_has_a_place(self, tmp_path: Path) -> None:
        found = self.keywords(tmp_path, "墙材\n双碳办\n", limit=2)
        assert set(found) == {"墙材", "双碳办"}

    def test_grammar_is_no_topic(self, tmp_path: Path) -> None:
        assert "同日" not in self.keywords(tmp_path, "同日 100 d\n", limit=50)

    def test_of_frequency_nought_is_no_word(self, tmp_path: Path) -> None:
        assert "各民族学生" not in self.keywords(tmp_path, "各民族学生 0\n", limit=5)

"""The words of jieba, without importing it; the tests import it to compare."""

from __future__ import annotations

import logging
import string
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsan.errors import UnreadableInput
from newsan.segmenting import Segmenter, default_segmenter, rjieba_engine
from newsan.segmenting.building import open_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@cache
def jieba() -> Any:
    """Return jieba, quiet and loaded from its dictionary rather than from a cache anyone may have written."""
    import jieba as module

    module.setLogLevel(logging.CRITICAL)
    return module


def tokenizer(folder: Path) -> Any:
    """Return a tokenizer of its own that keeps its cache in a folder of the test."""
    made = jieba().Tokenizer()
    made.tmp_dir = str(folder)
    return made


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = tokenizer(tmp_path_factory.mktemp("jieba"))
    made.initialize()
    return made


# fmt: off
SENTENCES = [
    "青河市今年前三季度新开工项目一百二十个，总投资超过三百亿元。",
    "市民李慕白说，家门口的菜场改造以后，买菜方便多了！",
    "他来到网易杭研大厦，和小明硕士毕业于中国科学院计算所。",
    "工信处女干事每月经过下属科室都要亲口交代24口交换机等技术性器件的安装工作",
    "AT&T与C++、c#，卡拉OK；IP电话3.5%下降。\r\n　　第二段\t落 - 10%。",
    "乒乓球拍卖完了。结婚的和尚未结婚的。",
    "𠮷野家２０２５年开店㐂㐂",
    "",
]
# fmt: on

COMMON = "的一是了我不人在他有这上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感"
TEXT = st.text(
    st.one_of(
        st.sampled_from(COMMON),
        st.sampled_from(COMMON),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FD5),
        st.sampled_from(string.printable + "，。《》“”％１Ａ㐂𠮷"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("hmm", [True, False])
def test_cuts_as_jieba_does(reference: Any, text: str, hmm: bool) -> None:  # noqa: FBT001 - the axis of the table
    assert default_segmenter().cut(text, hmm=hmm) == reference.lcut(text, HMM=hmm)


@settings(max_examples=400, deadline=None)
@given(TEXT, st.booleans())
def test_cuts_any_text_as_jieba_does(reference: Any, text: str, hmm: bool) -> None:  # noqa: FBT001
    assert default_segmenter().cut(text, hmm=hmm) == reference.lcut(text, HMM=hmm)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "中国",
                "中国人",
                "人民",
                "民生",
                "生活",
                "大学",
                "学生",
                "结婚",
                "和",
                "和尚",
                "尚未",
                "技术性",
                "性",
                "器件",
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_cuts_words_run_together_as_jieba_does(reference: Any, text: str) -> None:
    assert default_segmenter().cut(text) == reference.lcut(text)


@pytest.mark.parametrize("word", ["不一", "不大", "他用", "一九"])
@pytest.mark.parametrize("text", ["{}", "3{}", "{}5%", "3{}a", "a.{}，{}。", "{}AA制"])
@pytest.mark.parametrize("hmm", [True, False])
def test_cuts_words_that_are_likelier_apart_as_jieba_does(
    reference: Any,
    word: str,
    text: str,
    hmm: bool,  # noqa: FBT001
) -> None:
    """The model joins the two again, but where they are a whole row jieba asks the dictionary first."""
    page = text.replace("{}", word)
    assert default_segmenter().cut(page, hmm=hmm) == reference.lcut(page, HMM=hmm)


def test_knows_frequencies_and_tags(reference: Any) -> None:
    segmenter = default_segmenter()
    for word in ("中国", "的", "人民代表大会", "B超", "鑫", "中华人民共和国"):
        assert segmenter.frequency(word) == reference.FREQ[word]
    assert [segmenter.tag(word) for word in ("中国", "增长", "北京市", "雪山之")] == ["ns", "v", "ns", None]
    assert [segmenter.frequency(word) for word in ("", "中华人", "𠮷", "xyz", "\ud800", "中\ud800")] == [
        0
    ] * 6


# fmt: off
WHOLE = [
    # a text, and its words with their tags
    ("占23.4%",                   "占/v 23.4%/m"),
    ("达23,876个",                "达/v 23,876/m 个/q"),
    ("达２３，８７６个",          "达/v ２３，８７６/m 个/q"),
    ("投资27.41亿元",             "投资/vn 27.41亿/m 元/q"),
    ("1.2万亿元",                 "1.2万亿/m 元/q"),
    ("5千米",                     "5/m 千米/q"),
    ("3000元和3千元",             "3000/m 元/q 和/c 3千/m 元/q"),
    ("2025年12月17日",            "2025年12月17日/t"),
    ("12月17日",                  "12月17日/t"),
    ("2024年",                    "2024年/t"),
    ("1—11月份",                  "1—11月份/t"),
    ("2024年1至11月",             "2024年1至11月/t"),
    ("2021—2025年",               "2021—2025年/t"),
    ("12月17-19日",               "12月17-19日/t"),
    ("2025-12-17",                "2025-12-17/t"),
    ("1930年代末",                "1930年代/t 末/f"),
    ("2024年度，2024年度过",      "2024年度/t ，/x 2024年/t 度过/v"),
    ("2025年代表团",              "2025年/t 代表团/n"),
    ("20多名、180余万元",         "20多/m 名/q 、/x 180余万/m 元/q"),
    ("9多云",                     "9/m 多云/nr"),
    ("8时30分",                   "8时30分/t"),
    ("08:30",                     "08:30/t"),
    ("5000年",                    "5000/m 年/q"),
    ("100日元",                   "100/m 日元/n"),
    ("PM2.5",                     "PM2.5/eng"),
    ("5G基站",                    "5G/eng 基站/n"),
    ("H7N9病毒",                  "H7N9/eng 病毒/n"),
    ("COVID-19",                  "COVID-19/eng"),
    ("ＡＰＰ",                    "ＡＰＰ/eng"),
    ("4S店",                      "4S店/n"),
    ("GDP增速",                   "GDP/eng 增速/v"),
    ("卡拉OK",                    "卡拉/nrt OK/eng"),
    ("500MW",                     "500/m MW/eng"),
    ("见https://a.example/b?c=1。", "见/v https://a.example/b?c=1/eng 。/x"),
    ("（http://a.example/b(今",   "（/x http://a.example/b/eng (/x 今/zg"),
    ("写信到a.b@c.example，",     "写信/v 到/v a.b@c.example/eng ，/x"),
    ("1,234,5678",                "1,234/m ,/x 5678/m"),
    ("1/3",                       "1/3/m"),
    ("4.0时代",                   "4.0/m 时代/n"),
]
# fmt: on


@pytest.mark.parametrize(("text", "words"), WHOLE)
def test_keeps_whole(text: str, words: str) -> None:
    assert " ".join(f"{token.text}/{token.pos}" for token in default_segmenter().segment(text)) == words


@pytest.mark.parametrize("text", ["\0", "3\0%", "\0增长\0\0 5%\0", "2025年\0年"])
def test_a_nul_in_the_text_is_itself(text: str) -> None:
    tokens = default_segmenter().segment(text)
    assert "".join(token.text for token in tokens) == text
    assert [token.pos for token in tokens if token.text == "\0"] == ["x"] * text.count("\0")


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(TEXT, st.text("0123456789０９年月日时分万亿千,.，．-—至/:%AZａw.@+", max_size=40)),
    st.integers(0, 1000),
)
def test_tokens_are_all_of_the_text(text: str, start: int) -> None:
    tokens = default_segmenter().segment(text, start)
    assert "".join(token.text for token in tokens) == text
    assert all(token.text and token.pos for token in tokens)
    assert [token.start for token in tokens] == [
        start + sum(len(before.text) for before in tokens[:place]) for place in range(len(tokens))
    ]


# fmt: off
MALFORMED = [
    # a user dictionary, and what is said of it
    ("云计算 5 n\n北京 大学\n", "line 2", "'大学' is neither a frequency nor a tag"),
    ("云计算 n 5\n",            "line 1", "'5' is neither"),
    ("云计算 -5\n",             "line 1", "'-5' is neither"),
    ("云计算 5 n 多余\n",       "line 1", "'多余' is neither"),
]
# fmt: on


@pytest.mark.parametrize(
    "run",
    [
        "1",
        "1,",
        "111,",
        "1.",
        "1/",
        "1:",
        "1—",
        "1a",
        "a",
        "a-",
        "a@",
        "Ａ",
        "www.",
        "http://!",
        "1月",
        "2025年",
        "万",
        "的",
        "㐂",
    ],
)
def test_long_runs_end(run: str) -> None:
    """A pattern that runs away would take hours on these."""
    for text in (run * 20_000, run * 20_000 + "1111!", "www." + run * 20_000 + "!"):
        assert "".join(token.text for token in default_segmenter().segment(text)) == text


class TestUserDictionary:
    def written(self, folder: Path, text: str) -> Path:
        path = folder / "words.txt"
        path.write_text(text, encoding="utf-8")
        return path

    def test_cuts_as_jieba_does_with_it(self, tmp_path: Path) -> None:
        path = self.written(
            tmp_path,
            "\ufeff云计算\n李小福 2 nr\n创新办 3 i\neasy_install 3 eng\n韩玉赏鉴\n好用 0\n凱特琳 nz\n台中\n石墨烯\n\n的人 5\n",
        )
        theirs = tokenizer(tmp_path)
        with path.open("rb") as file:
            theirs.load_userdict(file)
        ours = Segmenter([path])
        text = "李小福是创新办主任也是云计算方面的专家；easy_install在韩玉赏鉴，好用的人台中，凱特琳和石墨烯"
        assert ours.cut(text) == theirs.lcut(text)
        assert ours.cut(text, hmm=False) == theirs.lcut(text, HMM=False)
        for word in ("云计算", "石墨烯", "台中", "凱特琳", "好用"):
            assert ours.frequency(word) == theirs.FREQ[word]
        assert (ours.tag("李小福"), ours.tag("凱特琳"), ours.tag("台中")) == ("nr", "nz", "s")

    def test_splits_what_jieba_splits(self, tmp_path: Path) -> None:
        path = self.written(tmp_path, "OK 0\n雌鲸 0\n")
        theirs = tokenizer(tmp_path)
        with path.open("rb") as file:
            theirs.load_userdict(file)
        text = "卡拉OK，雌鲸来了OK不OK"
        assert Segmenter([path]).cut(text) == theirs.lcut(text)

    def test_its_words_are_whole_where_jieba_would_cut(self, tmp_path: Path) -> None:
        path = self.written(tmp_path, "5G+智造 nz\n阿·木提 nr\n2号桥\n𠮷田屋 nz\n")
        words = [
            (token.text, token.pos)
            for token in Segmenter([path]).segment("2号桥旁阿·木提办的5G+智造，12号桥没有，𠮷田屋也没有")
        ]
        assert ("5G+智造", "nz") in words
        assert ("阿·木提", "nr") in words
        assert ("𠮷田屋", "nz") in words
        assert [text for text, _ in words].count("2号桥") == 1

    def test_its_words_are_whole_whatever_stands_beside_them(self, tmp_path: Path) -> None:
        path = self.written(tmp_path, "南市长 nr\n海南岛礁 3 nz\n海南 3 ns\n")
        text = "请南市长江大桥管理处答复，海南岛礁与海南的渔船"
        tokens = Segmenter([path]).segment(text)
        assert "".join(token.text for token in tokens) == text
        assert [token.text for token in tokens if token.text in ("南市长", "海南岛礁", "海南")] == [
            "南市长",
            "海南岛礁",
            "海南",
        ]

    def test_leaves_the_segmenter_without_it_alone(self, tmp_path: Path) -> None:
        Segmenter([self.written(tmp_path, "方便多了 9 l\n")])
        assert default_segmenter().frequency("方便多了") == 0

    @pytest.mark.parametrize(("text", "where", "reason"), MALFORMED)
    def test_says_which_line_is_wrong(self, tmp_path: Path, text: str, where: str, reason: str) -> None:
        path = self.written(tmp_path, text)
        with pytest.raises(UnreadableInput) as error:
            Segmenter([path])
        assert str(path) in str(error.value)
        assert f"{where}: " in str(error.value)
        assert reason in str(error.value)

    def test_says_what_cannot_be_read(self, tmp_path: Path) -> None:
        path = tmp_path / "words.txt"
        with pytest.raises(UnreadableInput, match=r"words\.txt: No such file"):
            Segmenter([path])
        path.write_bytes("云计算\n北京".encode("gb18030"))
        with pytest.raises(UnreadableInput, match="line 1: not UTF-8"):
            Segmenter([path])


def test_jieba_is_never_imported() -> None:
    script = "import sys, newsan; newsan.segment('新闻'); sys.exit('jieba' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


@pytest.mark.parametrize(("ours", "theirs"), [([], []), (["--no-hmm"], ["-n"])])
def test_raw_prints_what_jieba_prints(tmp_path: Path, ours: list[str], theirs: list[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text("\n".join(SENTENCES[:5]), encoding="utf-8", newline="")
    printed = [
        subprocess.run(
            [sys.executable, "-m", *command, str(page)], check=True, capture_output=True, timeout=60
        )
        for command in (["newsan", "segment", "--raw", *ours], ["jieba", "-q", "-d", " ", *theirs])
    ]
    assert printed[0].stdout.decode() == printed[1].stdout.decode()


@pytest.fixture(scope="module")
def compiled_cut() -> Any:
    pytest.importorskip("rjieba", reason="the extra fast is not installed")
    assert rjieba_engine.is_installed()
    return rjieba_engine.compiled_cut(Segmenter(names=False).cut)


class TestCompiled:
    @pytest.mark.parametrize("text", SENTENCES)
    @pytest.mark.parametrize("hmm", [True, False])
    def test_cuts_as_jieba_does(self, reference: Any, compiled_cut: Any, text: str, hmm: bool) -> None:  # noqa: FBT001
        assert compiled_cut(text, hmm=hmm) == reference.lcut(text, HMM=hmm)

    @settings(max_examples=400, deadline=None)
    @given(
        st.lists(st.one_of(TEXT, st.sampled_from("，。！\u3000\n")), max_size=6).map("".join), st.booleans()
    )
    def test_cuts_any_text_as_jieba_does(
        self,
        reference: Any,
        compiled_cut: Any,
        text: str,
        hmm: bool,  # noqa: FBT001
    ) -> None:
        assert compiled_cut(text, hmm=hmm) == reference.lcut(text, HMM=hmm)

    @pytest.mark.usefixtures("compiled_cut")
    def test_is_used_once_it_is_worth_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        used: list[str] = []

        def spied_cut(own: Callable[..., list[str]]) -> Callable[..., list[str]]:
            def cut(text: str, *, hmm: bool) -> list[str]:
                used.append(text)
                return own(text, hmm=hmm)

            return cut

        monkeypatch.setattr(rjieba_engine, "WORTH", 20)
        monkeypatch.setattr(rjieba_engine, "compiled_cut", spied_cut)
        path = tmp_path / "words.txt"
        path.write_text("云计算\n", encoding="utf-8")
        for segmenter in (Segmenter(), Segmenter([path])):
            for text in (SENTENCES[0][:15], SENTENCES[1], SENTENCES[2]):
                segmenter.cut(text)
        assert used == SENTENCES[1:3]

    @pytest.mark.usefixtures("compiled_cut")
    def test_is_not_used_with_another_dictionary(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lexicon = open_lexicon()
        assert rjieba_engine.fits(lexicon)
        lexicon.fingerprint = "another"
        assert not rjieba_engine.fits(lexicon)
        monkeypatch.setattr(rjieba_engine, "RELEASE", "another")
        assert not rjieba_engine.fits(open_lexicon())

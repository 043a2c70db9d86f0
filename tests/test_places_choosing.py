"""Which of its namesakes a name means: each piece of evidence alone, and which of two comes first."""

from __future__ import annotations

import pytest

from newsan.models import Home
from newsan.places import gazetteer
from newsan.places.choosing import Story, choose, shared, votes
from newsan.places.mentions import Mention


def mention(name: str, paragraph: int = 0) -> Mention:
    senses = gazetteer.senses(name)
    return Mention(name, name, 0, len(name), paragraph, senses[0].kind, senses)


def story_of(*names: str, home: str | None = None) -> Story:
    """Return a story in which these names have been said, in the paragraph 0."""
    said = [mention(name) for name in names]
    story = Story(None if home is None else Home(home, home, "told"), votes(said))
    story.said += [(before, before.senses[0].code or "") for before in said]
    return story


# fmt: off
CHOSEN = [
    # name      right after   said before           home        the code     the evidence
    ("哈尔滨",   None,         [],                   None,       "230100",    "only place of this name"),
    ("新城区",   "150100",     ["西安市"],            None,       "150102",    "named right after 呼和浩特市"),
    ("新城区",   None,         ["西安市"],            "150100",   "610102",    "西安市 in the same paragraph"),
    ("新城区",   None,         [],                   "150100",   "150102",    "home city"),
    ("吉林",     None,         [],                   None,       "220000",    "only place of this name"),
    ("新城区",   None,         [],                   None,       None,        ""),
]
# fmt: on


@pytest.mark.parametrize(("name", "parent", "said", "home", "code", "why"), CHOSEN)
def test_chosen(
    name: str, parent: str | None, said: list[str], home: str | None, code: str | None, why: str
) -> None:
    named = mention(name)
    sense, evidence = choose(named, named.senses, parent, story_of(*said, home=home))
    assert (sense.code if sense else None, evidence) == (code, why)


def test_a_name_goes_on_meaning_what_it_meant() -> None:
    story, named = story_of("西安市"), mention("新城区")
    first, _ = choose(named, named.senses, "150100", story)
    assert first is not None
    story.chosen["新城区"] = first
    assert choose(named, named.senses, None, story) == (first, "as before in the article")


def test_names_far_back_still_speak() -> None:
    named = mention("新城区", paragraph=3)
    sense, evidence = choose(named, named.senses, None, story_of("西安市", "雁塔区"))
    assert sense is not None
    assert (sense.code, evidence) == ("610102", "other places of the article")


def test_a_name_with_two_senses_gives_each_half_a_vote() -> None:
    counted = votes([mention("新城区")])
    share = 1 / len(gazetteer.senses("新城区"))
    assert counted["150102"] == counted["610102"] == pytest.approx(share)


@pytest.mark.parametrize(
    ("codes", "holder"),
    [(["150102", "150103"], "150100"), (["150102", "150202"], "150000"), (["150102", "610102"], None)],
)
def test_shared(codes: list[str], holder: str | None) -> None:
    assert shared(codes) == holder

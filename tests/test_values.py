"""Newsan's values behave as named tuples and frozen dataclasses do."""

import copy
import dataclasses
import inspect
import pickle
import typing
from decimal import Decimal
from typing import Any

import pytest

from newsan.models import Date, Fact, Home, Keyword, Measure, Record, Time, Token
from newsan.values import NamedTuple, replace

FACT: Any = Fact(
    quote="3吨", start=2, end=4, kind="measurement", value=Decimal(3), si=Measure(Decimal(3000), "kg")
)
KEYWORD: Any = Keyword("小麦", "term", 0.5, 2, in_title=True, spans=((0, 2),))
TIME: Any = Time("去年", "2024-01-01", to="2024-12-31")
VALUES = [FACT, KEYWORD, TIME, Token("小麦", 3, "n"), Home("包头", None, "masthead")]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_copies_are_equal(value: Any) -> None:
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert type(again) is type(value)
        assert again == value
        assert hash(again) == hash(value)
        assert repr(again) == repr(value)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_nothing_can_be_assigned(value: Any) -> None:
    with pytest.raises(AttributeError):
        value.text = "大麦"
    with pytest.raises(AttributeError):
        value.another = 1
    with pytest.raises(AttributeError):
        del value.text


WRONG: list[tuple[Any, tuple[Any, ...], dict[str, Any]]] = [
    (Time, (), {}),
    (Time, ("去年",), {"text": "今年"}),
    (Time, ("去年",), {"since": "2024"}),
    (Time, ("去年", None, None, None, None), {}),
    (Fact, (), {"quote": "3吨", "start": 2, "end": 4, "value": 3}),
    (Fact, (), {"quote": "3吨", "start": 2, "end": 4, "kind": "count", "value": 3, "colour": "red"}),
    (Keyword, ("小麦", "term", 0.5, 2), {"in_title": True}),
    (TIME._replace, (), {"since": "2024"}),
    (dataclasses.replace, (FACT,), {"colour": "red"}),
]


@pytest.mark.parametrize(("make", "values", "named"), WRONG)
def test_fields_missing_unknown_or_told_twice_are_refused(
    make: Any, values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    with pytest.raises(TypeError, match="each once"):
        make(*values, **named)


def test_fields_are_told_in_order_by_name_and_by_default() -> None:
    assert TIME == ("去年", "2024-01-01", "2024-12-31", None)
    assert Time(date=None, to="2024-12-31", from_="2024-01-01", text="去年") == TIME
    assert TIME._replace(date=3) == TIME.__replace__(date=3) == Time("去年", "2024-01-01", "2024-12-31", 3)
    assert (FACT.id, FACT.unit, FACT.value) == (0, None, 3)
    assert repr(TIME) == "Time(text='去年', from_='2024-01-01', to='2024-12-31', date=None)"
    match TIME:
        case Time(text, since):
            assert (text, since) == ("去年", "2024-01-01")


def test_help_tells_the_fields() -> None:
    assert str(inspect.signature(Home)) == "(name: 'str', adcode: 'str | None', evidence: 'str')"
    assert [*inspect.signature(Fact).parameters][:4] == ["quote", "start", "end", "source_start"]
    assert inspect.signature(Time).parameters["date"].default is None
    with pytest.raises(TypeError):
        inspect.signature(Fact).bind("3吨", 2, 4)


def test_records_are_dataclasses() -> None:
    names = [field.name for field in dataclasses.fields(Fact)]
    assert names[:7] == [field.name for field in dataclasses.fields(Record)]
    assert dataclasses.is_dataclass(Fact)
    assert dataclasses.asdict(FACT)["si"] == Measure(Decimal(3000), "kg")
    assert dataclasses.replace(FACT, unit="吨") == replace(FACT, unit="吨") == FACT.__replace__(unit="吨")
    assert replace(FACT, unit="吨").unit == "吨"
    assert dataclasses.replace(FACT, unit="吨") != FACT
    with pytest.raises(dataclasses.FrozenInstanceError):
        FACT.unit = "吨"
    assert Record(quote="3吨", start=2, end=4) != Date(quote="3吨", start=2, end=4, kind="date", edtf=None)
    assert typing.get_type_hints(Keyword)["count"] is int


def test_replacing_what_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError, match="Fact has no field colour"):
        replace(FACT, colour="red")


def test_a_class_may_have_methods_and_no_defaults() -> None:
    class Span(NamedTuple):
        start: int
        end: int

        @property
        def length(self) -> int:
            return self.end - self.start

    assert Span(2, 5).length == 3
    assert Span(2, 5) < Span(3, 4)
    assert [*Span(2, 5)] == [2, 5]
    with pytest.raises(TypeError):
        Span(2)  # type: ignore[call-arg]

"""The two kinds of classes that newsan's values are of: named tuples and frozen records.

They do what ``typing.NamedTuple`` and ``dataclasses.dataclass`` do. Those write the source of methods for each class
and have Python compile it, and the latter imports a good part of the standard library first: together a fifth of what
a page costs from the shell. Here the methods are written once for all classes and ask for the fields when they run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, TypeVar, dataclass_transform


def annotations_of(cls: type) -> dict[str, Any]:
    """Return the annotations of a class and of those it is derived from, theirs first."""
    return {
        name: annotation
        for base in reversed(cls.__mro__)
        for name, annotation in base.__dict__.get("__annotations__", {}).items()  # noqa: RUF063 - 3.14 too
    }


class SignatureOfFields:
    """The ``__signature__`` of classes with fields, made when help or an editor asks for it."""

    def __get__(self, value: object, cls: Any) -> object:
        """Return the fields as parameters."""
        from inspect import Parameter, Signature

        annotations = annotations_of(cls)
        named = getattr(cls, "_named", ())
        return Signature(
            [
                Parameter(
                    name,
                    Parameter.KEYWORD_ONLY if name in named else Parameter.POSITIONAL_OR_KEYWORD,
                    default=cls._field_defaults.get(name, Parameter.empty),
                    annotation=annotations[name],
                )
                for name in cls._fields
            ]
        )


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - handed on
else:
    from collections import _tuplegetter as field_at

    class NamedTupleType(type):
        """The class of named tuples' classes: it gives the fields their places."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            """Return a class whose annotated names are its fields; those with a value may be left out."""
            names = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace[field] for field in names if field in namespace}
            namespace["_field_defaults"], namespace["_tail"] = defaults, tuple(defaults.values())
            for place, field in enumerate(names):
                namespace[field] = field_at(place, None)
            namespace["_fields"] = namespace["__match_args__"] = names
            namespace["_size"] = len(names)
            namespace["__slots__"] = ()
            return super().__new__(cls, name, bases, namespace)

    class NamedTuple(tuple, metaclass=NamedTupleType):  # noqa: SLOT001 - its class sets them
        """A tuple with names for its places.

        >>> class Span(NamedTuple):
        ...     start: int
        ...     end: int = 0
        >>> Span(3), Span(3, 5) == (3, 5), Span(end=5, start=3)._replace(start=4)
        (Span(start=3, end=0), True, Span(start=4, end=5))
        """

        __signature__ = SignatureOfFields()

        def __new__(cls, *values: Any, **named: Any) -> Self:
            """Return the tuple of the values given in order, by name and by default."""
            if named or len(values) != cls._size:
                missing = cls._size - len(values)
                if not named and 0 < missing <= len(cls._tail):
                    values += cls._tail[-missing:]
                else:
                    values = all_values(cls, values, named)
            return tuple.__new__(cls, values)

        def _replace(self, **named: Any) -> Self:
            """Return a tuple with other values in some places."""
            values = [*map(named.pop, self._fields, self)]
            return self.__class__(*values, **named)

        __replace__ = _replace

        def __getnewargs__(self) -> tuple[Any, ...]:
            """Return what ``copy`` and ``pickle`` make the tuple of."""
            return tuple(self)

        def __repr__(self) -> str:
            """Return the tuple as Python would write it."""
            return as_written(self, self)


class DataclassFields:
    """The ``__dataclass_fields__`` of records, by which ``dataclasses`` knows a dataclass, made when it asks."""

    def __get__(self, value: object, cls: Any) -> object:
        """Return what ``dataclasses`` itself would have made of the class."""
        from dataclasses import MISSING, field, make_dataclass

        annotations = annotations_of(cls)
        told = [
            (
                name,
                annotations[name],
                field(default=cls._field_defaults.get(name, MISSING), kw_only=name in cls._named),
            )
            for name in cls._fields
        ]
        return vars(make_dataclass(cls.__name__, told))["__dataclass_fields__"]


EMPTY = SimpleNamespace(_fields=(), _named=frozenset(), _field_defaults={}, _setters={})
"""What the first class of records is derived from."""


@dataclass_transform(frozen_default=True)
class ValueType(type):
    """The class of records' classes: it gives each annotated name a slot."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], *, kw_only: bool = False
    ) -> ValueType:
        """Return a class whose fields are those of its base and the annotated names; those with a value may be left out.

        ``kw_only`` says, to readers and checkers of types, that its own fields are told by name.
        """
        own = tuple(namespace.get("__annotations__", ()))
        base: Any = bases[0] if bases else EMPTY
        defaults = {field: namespace.pop(field) for field in own if field in namespace}
        names = (*base._fields, *own)
        named = base._named | frozenset(own if kw_only else ())
        namespace |= {
            "__slots__": own,
            "__match_args__": tuple(name for name in names if name not in named),
            "_fields": names,
            "_named": named,
            "_field_defaults": base._field_defaults | defaults,
            "_getter": attrgetter(*names) if names else None,
        }
        made: Any = super().__new__(cls, name, bases, namespace)
        made._setters = base._setters | {field: getattr(made, field).__set__ for field in own}
        return made  # type: ignore[no-any-return]


class Value(metaclass=ValueType):
    """A frozen dataclass: two are equal if they are of the same class and their fields are.

    >>> class Place(Value):
    ...     name: str
    ...     adcode: str | None = None
    >>> Place("包头"), Place("包头") == Place(name="包头"), replace(Place("包头"), adcode="150200").adcode
    (Place(name='包头', adcode=None), True, '150200')
    """

    if TYPE_CHECKING:
        _fields: ClassVar[tuple[str, ...]]
        _field_defaults: ClassVar[Mapping[str, Any]]
        _setters: ClassVar[Mapping[str, Callable[[Any, Any], None]]]
        """What puts a value into each field."""
        _getter: ClassVar[attrgetter[tuple[Any, ...]]]
        """What takes the values of all fields; a record has two or more."""

    __dataclass_fields__ = DataclassFields()
    __signature__ = SignatureOfFields()

    def __init__(self, *values: Any, **named: Any) -> None:
        """Take the values of the fields in order, by name and by default."""
        self.__setstate__(all_values(self.__class__, values, named))

    def __getstate__(self) -> tuple[Any, ...]:
        """Return the values of the fields in order, which ``copy`` and ``pickle`` make the same record of."""
        return self._getter(self)

    def __setstate__(self, values: tuple[Any, ...]) -> None:
        """Take the values of the fields."""
        for put, value in zip(self._setters.values(), values, strict=True):
            put(self, value)

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        """Refuse to change the record: ``replace`` makes another."""
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse to change the record."""
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __replace__(self, **changes: Any) -> Self:
        """Return what ``copy.replace`` is asked for."""
        return replace(self, **changes)

    def __eq__(self, other: object) -> bool:
        """Return whether ``other`` is of the same class and has the same fields."""
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.__class__ is other.__class__ and self.__getstate__() == other.__getstate__()

    def __hash__(self) -> int:
        """Return a hash that equal records share."""
        return hash(self.__getstate__())

    def __repr__(self) -> str:
        """Return the record as Python would write it."""
        return as_written(self, self.__getstate__())


Record = TypeVar("Record", bound=Value)


def replace(value: Record, **changes: Any) -> Record:
    """Return a record with other values in some fields, as ``dataclasses.replace``, several times as fast."""
    setters = value._setters
    if not changes.keys() <= setters.keys():
        raise TypeError(
            f"{value.__class__.__name__} has no field {', '.join(changes.keys() - setters.keys())}"
        )
    made = object.__new__(value.__class__)
    made.__setstate__(value.__getstate__())
    for name, changed in changes.items():
        setters[name](made, changed)
    return made


def all_values(cls: Any, values: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
    """Return the values of all fields of a class, in their order.

    Where a field is missing, unknown or told twice, that is a ``TypeError``.
    """
    names = cls._fields
    told = named
    if values:
        told = dict(zip(names, values, strict=False)) | named
        if len(told) < len(values) + len(named):
            told = {}
    if len(told) < len(names):
        told = cls._field_defaults | told
    if len(told) == len(names):
        try:
            return tuple([told[name] for name in names])
        except KeyError:
            pass
    wanted = ", ".join(name for name in names if name not in cls._field_defaults)
    message = f"{cls.__name__} takes each once: {', '.join(names)}; of these it needs {wanted or 'none'}"
    raise TypeError(message)


def as_written(value: Any, values: tuple[Any, ...]) -> str:
    """Return a value with fields as Python would write it."""
    return f"{value.__class__.__qualname__}({', '.join(map('{}={!r}'.format, value._fields, values))})"

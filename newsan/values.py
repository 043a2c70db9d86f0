"""The two kinds of classes that newsan's values are of: named tuples and frozen records.

They do what ``typing.NamedTuple`` and ``dataclasses.dataclass`` do. Those write the source of methods for each class
and have Python compile it, which is a tenth of what a page costs from the shell; here the methods are written once
for all classes and ask for the fields when they run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar, dataclass_transform

Class = TypeVar("Class", bound=type)


class SignatureOfFields:
    """The ``__signature__`` of classes with fields, made when help or an editor asks for it."""

    def __get__(self, value: object, cls: Any) -> object:
        """Return the fields as parameters."""
        from inspect import Parameter, Signature, get_annotations

        annotations = {
            name: annotation
            for base in reversed(cls.__mro__)
            for name, annotation in get_annotations(base).items()
        }
        kinds = {field.name: field.kw_only for field in getattr(cls, "__dataclass_fields__", {}).values()}
        return Signature(
            [
                Parameter(
                    name,
                    Parameter.KEYWORD_ONLY if kinds.get(name) else Parameter.POSITIONAL_OR_KEYWORD,
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

        def __getnewargs__(self) -> tuple[Any, ...]:
            """Return what ``copy`` and ``pickle`` make the tuple of."""
            return tuple(self)

        def __repr__(self) -> str:
            """Return the tuple as Python would write it."""
            return as_written(self, self)


class Value:
    """What frozen records share: two are equal if they are of the same class and their fields are."""

    __slots__ = ()
    _fields: tuple[str, ...] = ()
    _field_defaults: Mapping[str, Any] = {}
    _setters: Mapping[str, Callable[[Any, Any], None]] = {}
    """What puts a value into each field."""
    _getter: Callable[[Any], tuple[Any, ...]]
    """What takes the values of all fields; a record has two or more."""
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
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse to change the record."""
        raise FrozenInstanceError(f"cannot delete field {name!r}")

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


Frozen = TypeVar("Frozen", bound=Value)


@dataclass_transform(frozen_default=True)
def frozen(*, kw_only: bool = False) -> Callable[[Class], Class]:
    """Return the decorator that makes a subclass of ``Value`` a slotted dataclass of its annotated fields.

    >>> @frozen()
    ... class Place(Value):
    ...     name: str
    ...     adcode: str | None = None
    >>> Place("包头"), Place("包头") == Place(name="包头"), replace(Place("包头"), adcode="150200").adcode
    (Place(name='包头', adcode=None), True, '150200')
    """

    def make(cls: Any) -> Any:
        made: Any = dataclass(cls, init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
        told = fields(made)
        made._fields = tuple(field.name for field in told)
        made._field_defaults = {field.name: field.default for field in told if field.default is not MISSING}
        made._setters = {name: getattr(made, name).__set__ for name in made._fields}  # noqa: SLF001
        made._getter = attrgetter(*made._fields)  # noqa: SLF001
        return made

    return make


def replace(value: Frozen, **changes: Any) -> Frozen:
    """Return a record with other values in some fields, as ``dataclasses.replace``, several times as fast."""
    setters = value._setters  # noqa: SLF001 - of this module
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

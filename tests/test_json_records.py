"""Worked records are read as JSON and as nothing else, with the place of every value."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.reading.json_records import compose_json
from macros.reading.values import ParseError, Plain, ReadErrors

TEXTS = st.text(st.sampled_from("ab \\\"/:,#[]{}&*!-?|>%@`'é😀0"), max_size=12)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(lambda key: key != "<<"), inner, max_size=4)
    ),
    max_leaves=12,
)


def frozen(value: Any) -> Plain:
    if isinstance(value, list):
        return tuple(frozen(each) for each in value)
    return {key: frozen(each) for key, each in value.items()} if isinstance(value, dict) else value


@given(VALUES, st.sampled_from([None, 2, "\t"]), st.booleans())
def test_any_json_is_read_as_what_it_says(value: Any, indent: int | str | None, ascii_only: bool) -> None:
    errors: ReadErrors = []
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert compose_json(text, errors)[0] == frozen(value)
    assert errors == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("{a: 1}", 2),
        ("{'a': 1}", 2),
        ('{"a": b}', 7),
        ('{"a": yes}', 7),
        ('{"a": ~}', 7),
        ('{"a": }', 7),
        ('{"a": 0x1}', 7),
        ('{"a": .5}', 7),
        ('{"a": 1 2}', 9),
        ('{"a": &x 1}', 7),
        ('{"a": !x 1}', 7),
        ('{"a": 1} # done', 10),
        ('{"a"}', 5),
        ('{"a": 1, , "b": 2}', 10),
        ('["a": 1]', 5),
        ('"a": 1', 4),
        ("- 1", 1),
        ("--- 1", 1),
        ("%YAML 1.2", 1),
        ('["a\\', 2),
        ('{"a": -Infinity}', 7),
    ],
)
def test_yaml_that_is_not_json_is_refused_where_it_stands(text: str, column: int) -> None:
    with pytest.raises(ParseError) as stop:
        compose_json(text, [])
    assert stop.value.error[:2] == (1, column)


def test_colon_may_stand_on_a_line_of_its_own() -> None:
    assert compose_json('{\n"a"\n:\n1}', [])[0] == {"a": 1}


def test_key_too_long_for_yaml_is_refused_without_a_traceback() -> None:
    with pytest.raises(ParseError):
        compose_json(json.dumps({"a" * 2000: 1}), [])


def test_key_that_comes_twice_is_named_with_both_its_lines() -> None:
    errors: ReadErrors = []
    compose_json('{"a": 1,\n "\\u0061": 2}', errors)
    assert errors == [(2, 2, "the key `a` is here twice; it is on line 1 already")]

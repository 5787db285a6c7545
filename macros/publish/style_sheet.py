"""Reads style sheets: what a rule asks of a page before it applies, and a sheet with some of its rules."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_BRACE = re.compile(rf"(?P<head>(?:{_STRING}|url\([^\"')]*\)|[^{{}};\"'])*)(?P<end>[{{}};]|\Z)", re.DOTALL)
# What a rule says of elements that are not there, or of their state, is no question of what a page has.
_STATE = re.compile(r"::?[a-z-]+", re.IGNORECASE)
# Of one within another, the inner one.
_STATE_OF = re.compile(rf"{_STATE.pattern}\([^()]*\)", re.IGNORECASE)
_PART = re.compile(
    r"\.(?P<class>(?:[\w-]|\\.)+)|\#(?P<id>(?:[\w-]|\\.)+)|(?P<tag>[a-z][\w-]*)"
    r"|\[(?P<name>[\w-]+)(?:(?P<how>[~^$*|]?=)(?P<value>\"[^\"]*\"|'[^']*'|[^\]\"']*))?\]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Wanted:
    """One thing that a page must have: an attribute, one with a value, or, without a name, a tag."""

    name: str
    how: str = ""
    value: str = ""


def selectors(sheet: str) -> set[str]:
    """Every selector of a sheet, whatever the medium it is for."""
    found: set[str] = set()

    def look(selector: str) -> bool:
        found.add(selector)
        return True

    with_rules(sheet, look)
    return found


def with_rules(sheet: str, is_needed: Callable[[str], bool]) -> str:
    """A sheet without the rules that have no selector which is needed, and without what holds no rule any more."""
    return _kept(sheet, is_needed, any)


def without_rules(sheet: str, is_needed: Callable[[str], bool]) -> str:
    """The rest of a sheet: the rules that `with_rules` leaves out."""
    return _kept(sheet, is_needed, lambda needed: not any(needed))


def _kept(sheet: str, is_needed: Callable[[str], bool], keeps: Callable[[list[bool]], bool]) -> str:
    written: list[str] = []
    # For each brace that is open: whether it stays, whether it holds rules, and what was written before it.
    within: list[tuple[bool, bool, int]] = []
    for found in _BRACE.finditer(_COMMENT.sub("", sheet)):
        written.append(found[0])
        if found["end"] == "{":
            head = found["head"].strip()
            is_rule = not head.startswith("@") and all(holds for _, holds, _ in within)
            # All are asked, though one is enough: who asks may want to hear of each.
            stays = not is_rule or keeps([is_needed(each.strip()) for each in _listed(head)])
            within.append((stays, not is_rule and not head.startswith(("@keyframes", "@page")), len(written)))
        elif found["end"] == "}" and within:
            stays, holds_rules, start = within.pop()
            if not stays or (holds_rules and not "".join(written[start:]).strip("} \n")):
                del written[start - 1 :]
    return "".join(written)


def wanted(selector: str) -> frozenset[Wanted]:
    """All that must be on a page before the selector can match there."""
    while (shorter := _STATE_OF.sub("", selector)) != selector:
        selector = shorter
    return frozenset(_wanted(part) for part in _PART.finditer(_STATE.sub("", selector)))


def _wanted(part: re.Match[str]) -> Wanted:
    if part["tag"]:
        return Wanted("", "=", part["tag"].lower())
    if part["class"]:
        return Wanted("class", "~=", part["class"].replace("\\", ""))
    if part["id"]:
        return Wanted("id", "=", part["id"].replace("\\", ""))
    return Wanted(part["name"].lower(), part["how"] or "", (part["value"] or "").strip("\"'"))


def _listed(head: str) -> Iterator[str]:
    """The selectors of a list; a comma within brackets is a selector's own."""
    start = depth = 0
    for index, sign in enumerate(head):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            yield head[start:index]
            start = index + 1
    yield head[start:]

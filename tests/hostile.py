"""Hostile text for every text slot of the data files, and what it must not turn into."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from macros.models.files import FILES

# Each is harmless as text. The mark of each shows whether it is still there to be read.
TEXTS = {
    "script": "<script>alert(1)</script>",
    "script in capitals": "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "event handler": "<img src=x onerror=alert(1)>",
    "broken tag": "<svg/onload=alert(1) <b <",
    "end of an attribute": '" onmouseover="alert(1)" x=\'',
    "end of an attribute, single": "' autofocus onfocus='alert(1)",
    "end of a template": "</template></textarea></title></style><iframe src=x>",
    "end of a list": "</li></ul></section></article></td></table>",
    "comment": "<!-- --!> <![CDATA[ ]]> <?php ?>",
    "script link": "[words](javascript:alert(1))",
    "script link, disguised": "[words](&#106;avascript:alert(1)) [words](<JAVASCRIPT:alert(1)>)",
    "data link": "[words](data:text/html,<script>alert(1)</script>)",
    "visual basic link": "[words](vbscript:msgbox(1))",
    "link with a handler": '[words](javascript:alert(1) "title\\" onclick=alert(1)")',
    "image": "![words](javascript:alert(1)) ![words](data:image/svg+xml,x)",
    "bare address": "<https://evil.example/> <javascript:alert(1)>",
    "template": "{{ 7*7 }} {% raw %} {% endraw %} {# x #} [#- x -#] {{ config }}",
    "entities": "&lt;script&gt; &#60;b&#62; &amp;lt; &nbsp &copy",
    "markdown blocks": "# title {#rfq onclick=x} {: onclick=x } | a | b | 1. x > quote",
    "fence": "``` x ~~~ x ``` `` ` ```",
    "attributes": "*em*{onclick=alert(1)} {.x #part-number}",
    "reference": "[x][y] [y]: javascript:alert(1) *[RFQ]: <b>",
    "long word": "W" * 300,
    "placeholder of Markdown": "wzxhzdk:0 klzzwxh:0001",
}
# Texts that are tried together, so that a run takes seconds; none of them can hide the next.
GROUPS = {
    "tags": ("script", "script in capitals", "event handler", "broken tag", "bare address", "comment"),
    "ends": ("end of an attribute", "end of an attribute, single", "end of a template", "end of a list"),
    "links": (
        "script link",
        "script link, disguised",
        "data link",
        "visual basic link",
        "link with a handler",
        "image",
    ),
    "templates and entities": ("template", "entities", "placeholder of Markdown", "long word"),
    "Markdown": ("markdown blocks", "attributes", "reference", "fence"),
}
# Signs that no editor would see; the loader may refuse them, and must not let them change a page.
SIGNS = {
    "start and end of text": "a \x02wzxhzdk:0\x03 b",
    "right-to-left override": "a \u202e<b>\u202c b",
    "null": "a \x00 b",
    "line separator": "a \u2028``` b",
    "zero width": "a \u200b\u200d b",
}
# Strings that stand on lines of their own.
LINES = {
    "fence on its own line": "a\n```\n<script>alert(1)</script>\n```\nb",
    "heading on its own line": "a\n\n# b\n\n<script>alert(1)</script>\n\n    c",
    "template on its own line": "a\n{% raw %}\n{{ 7*7 }}\nb",
}

Plain = Any
Slots = dict[str, set[tuple[str, ...]]]


def source(folder: Path, stem: str) -> Plain:
    """A data file as plain lists, groups and strings."""
    return yaml.load((folder / f"{stem}.yml").read_text("utf-8"), yaml.CBaseLoader)


def alive(value: Plain) -> Plain:
    """A data file without what is gone, which no model knows."""
    if isinstance(value, dict):
        return {key: alive(each) for key, each in value.items()}
    if isinstance(value, list):
        gone = ("moved_to", "retired")
        return [alive(each) for each in value if not (isinstance(each, dict) and any(key in each for key in gone))]
    return value


def text_slots(folder: Path) -> Slots:
    """For each file the ways to its free texts: those that the models let hold any words."""
    found: Slots = {}
    for stem, model in FILES.items():
        value = alive(source(folder, stem))
        found[stem] = set()
        for way in set(_ways(value)):
            changed = _frozen(replaced(value, {way}, lambda words: f"{words} <b>"))
            try:
                model.model_validate(changed)
            except ValidationError:
                continue
            found[stem].add(way)
    return found


def write(folder: Path, into: Path, slots: Slots, change: Callable[[str], str]) -> None:
    """Write all data files into a folder, every free text changed."""
    into.mkdir(parents=True, exist_ok=True)
    for stem, ways in slots.items():
        value = replaced(source(folder, stem), ways, change)
        written = yaml.dump(
            value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000, default_style='"'
        )
        (into / f"{stem}.yml").write_text(written, "utf-8", newline="\n")


def replaced(
    value: Plain, ways: set[tuple[str, ...]], change: Callable[[str], str], way: tuple[str, ...] = ()
) -> Plain:
    """A copy of a value, its texts changed where one of the ways leads to them."""
    if isinstance(value, dict):
        return {key: replaced(each, ways, change, (*way, key)) for key, each in value.items()}
    if isinstance(value, list):
        return [replaced(each, ways, change, (*way, "*")) for each in value]
    return change(value) if way in ways else value


def _ways(value: Plain, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _ways(each, (*way, key))
    elif isinstance(value, list):
        for each in value:
            yield from _ways(each, (*way, "*"))
    else:
        yield way


def _frozen(value: Plain) -> Plain:
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    return {key: _frozen(each) for key, each in value.items()} if isinstance(value, dict) else value

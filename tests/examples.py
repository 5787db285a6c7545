"""The examples of all components, and every macro called as they call it."""

from typing import Any

import yaml

from macros.guide.guide import Guide
from macros.rendering.macros import components, macros
from macros.rendering.render import COMPONENTS
from macros.rendering.settings import Settings

Example = dict[str, Any]


def _read() -> list[tuple[str, Example]]:
    found = []
    for macro, folder in components().items():
        path = COMPONENTS / folder / "examples.yml"
        if path.exists():
            found += [(macro, example) for example in yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)]
    return found


EXAMPLES = _read()


def call(guide: Guide, macro: str, arguments: list[str], page_url: str = "rfq/") -> str:
    """The HTML of one macro as a page calls it, without a host."""
    site = "https://guide.example/"
    return macros(guide, Settings(), site_url=site, page_url=lambda: page_url)[macro](*arguments)


def everything(guide: Guide) -> dict[str, str]:
    """The HTML of every example."""
    return {f"{macro}: {example['name']}": call(guide, macro, example["call"]) for macro, example in EXAMPLES}

"""The examples of all components, and every macro called as they call it."""

from typing import Any

import yaml

from macros.components import MACROS, Components
from macros.guide import Guide
from macros.render import COMPONENTS
from macros.settings import Settings

Example = dict[str, Any]
FOLDERS = {macro: macro.replace("_", "-") for macro in MACROS}


def _read() -> list[tuple[str, Example]]:
    found = []
    for macro, folder in FOLDERS.items():
        path = COMPONENTS / folder / "examples.yml"
        if path.exists():
            found += [(macro, example) for example in yaml.load(path.read_text("utf-8"), yaml.BaseLoader)]
    return found


EXAMPLES = _read()


def call(guide: Guide, macro: str, arguments: list[str], page_url: str = "rfq/") -> str:
    """The HTML of one macro as a page calls it, without a host."""
    components = Components(guide, Settings(), site_url="https://guide.example/", page_url=lambda: page_url)
    html: str = getattr(components, macro)(*arguments)
    return html


def everything(guide: Guide) -> dict[str, str]:
    """The HTML of every example."""
    return {f"{macro}: {example['name']}": call(guide, macro, example["call"]) for macro, example in EXAMPLES}

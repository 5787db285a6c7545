"""A supplier's own guide: all that README says a supplier changes is changed, and every text says something else."""

import re
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from macros.guide.load import load
from macros.guide.published import note
from macros.reading.problems import GuideError
from macros.rendering.project import read_project
from tests.hostile import Slots, text_slots, write
from tests.project import ROOT, brand, copy
from tests.renaming import mend, rename

DECISION = ROOT / "docs" / "decisions" / "a-suppliers-own-site.md"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'

# What a supplier adds at the end of a list, in the words of the data files.
ADDED = {
    "fields": """
  - id: dock-hours
    number: F60
    label: Dock hours
    kind: choice
    need: required
    options:
      - {id: mornings, label: Mornings}
      - {id: all-day, label: All day}
    help: Name the hours in which somebody can sign for a delivery.
    example: Mornings
    ask: In which hours does your dock take deliveries?
""",
    "rfq": """
  - id: dock
    label: Dock and carrier
    prompt: Say when a delivery can be signed for.
    help: A truck that waits is paid for by somebody.
    ask: When can we deliver?
    fields: [dock-hours]
    if_missing: The carrier picks the hour.
""",
    "faq": """
  - id: own-question
    question: Do you work on Saturdays?
    answer: Yes, from [the request](/rfq/#dock) on.
""",
}
DECISION_ADDED = """\
  - id: turn-it
    label: Turn it instead
    when: The part is round.
    text: A lathe is quicker.
    link: rfq
"""
# File, indent and id of what is renamed: an item, a detail and a link that pages call by its name.
RENAMED = (
    ("rfq", 2, "prototype-history", "build-history"),
    ("fields", 2, "finish", "surface-treatment"),
    ("links", 2, "design-guide", "our-design-rules"),
)
# Words, but for what stands in braces, after a link's words, in code, and in a YAML value that is one sign.
_KEPT = re.compile(r"(\{[^{}]*\}|\]\([^)]*\)|`[^`]*`|https?://\S+)")
_OTHER = str.maketrans("aeioubcdfghklmnprstvwAEIOUBCDFGHKLMNPRSTVW", "eiouadfghklmnprstvwbcEIOUADFGHKLMNPRSTVWBC")


def other(text: str) -> str:
    """Other words of the same length and shape, with the same blanks, links and code in them."""
    return "".join(each if _KEPT.fullmatch(each) else each.translate(_OTHER) for each in _KEPT.split(text))


def supplied(folder: Path) -> Path:
    """A copy of the project in which a supplier did all that README says."""
    copy(folder)
    data = folder / "docs" / "data"
    _add(data)
    for stem, indent, old, new in RENAMED:
        rename(data / f"{stem}.yml", indent, old, new)
    mend(lambda: problems(folder))
    write(data, data, _slots(data), other)
    note(load(data), data)
    _brand(folder)
    return folder


def _add(data: Path) -> None:
    for stem, text in ADDED.items():
        with (data / f"{stem}.yml").open("a", encoding="utf-8") as file:
            file.write(text)
    routing = data / "routing.yml"
    text = routing.read_text("utf-8")
    assert "\npriorities:" in text
    routing.write_text(text.replace("\npriorities:", f"\n{DECISION_ADDED}\npriorities:"), "utf-8")


def problems(folder: Path) -> list[str]:
    """The lines that the check prints of a project."""
    try:
        read_project(folder / "mkdocs.yml", {})
    except GuideError as error:
        return str(error).splitlines()
    return []


def _slots(data: Path) -> Slots:
    """The texts that may say anything; a unit and a sample of a name are no such texts."""
    free = text_slots(data).items()
    return {stem: {way for way in ways if way[-1] != "unit" and way[0] != "name_patterns"} for stem, ways in free}


def _brand(folder: Path) -> None:
    """The settings that the decision page prints; where the site is stays for the build to say."""
    settings = printed_settings(folder)
    del settings["site_url"]
    renamed = {old: new for _, _, old, new in RENAMED}
    settings["extra"]["links"] = {renamed.get(name, name): to for name, to in settings["extra"]["links"].items()}
    brand(folder, settings)


def printed_settings(folder: Path) -> dict[str, Any]:
    """The settings that the decision page prints, and in a copy of the project the logo that they name."""
    printed = re.search(r"```yaml\n(.*?)```", DECISION.read_text("utf-8"), re.DOTALL)
    assert printed
    settings: dict[str, Any] = yaml.load(printed[1], Loader=get_yaml_loader())
    (folder / "docs" / settings["extra"]["supplier"]["logo"]).write_text(LOGO, "utf-8")
    return settings

"""What a site is made of beside code: data, settings and pages, read together and checked against each other."""

from collections.abc import Mapping
from pathlib import Path

from macros.guide.guide import Guide
from macros.guide.load import load
from macros.reading.problems import GuideError
from macros.reading.source import places
from macros.rendering.pages import nav_problems, page_problems
from macros.rendering.settings import Settings, read_settings


def read_project(file: Path, extra: Mapping[str, object]) -> tuple[Guide, Settings]:
    """The guide and the settings of the project that `mkdocs.yml` is about; raises GuideError with all mistakes."""
    docs = file.parent / "docs"
    source, problems = places(file)
    problems += nav_problems(source, docs)
    try:
        guide = load(docs / "data")
        problems += page_problems(docs, guide, extra)
        settings = read_settings(extra, guide.links, source, docs)
    except GuideError as error:
        raise GuideError([*problems, *error.errors]) from None
    if problems:
        raise GuideError(problems)
    return guide, settings

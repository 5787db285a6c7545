"""The macros that pages call: each folder of components with a `template.html` is one, and gives it its name."""

import inspect
from collections.abc import Callable, Mapping, Sequence

from macros.guide.guide import Guide, UnknownId
from macros.rendering import render
from macros.rendering.calculators import Values
from macros.rendering.settings import Settings
from macros.rendering.subjects import SUBJECTS

Macro = Callable[..., str]


def components() -> dict[str, str]:
    """The folder of each macro: `stage_path` is `stage-path`."""
    folders = sorted(path.parent.name for path in render.COMPONENTS.glob("*/template.html"))
    return {folder.replace("-", "_"): folder for folder in folders}


def macros(guide: Guide, settings: Settings, *, site_url: str, page_url: Callable[[], str]) -> dict[str, Macro]:
    """Every macro by its name; what a page names and the guide lacks is an error of the build."""
    renderer = render.renderer()

    def macro(name: str, folder: str) -> Macro:
        def call(*arguments: str, **named: str) -> str:
            values = subject_of(name, guide, arguments, named)
            common = {"guide": guide, "settings": settings, "site_url": site_url}
            return renderer(folder, page_url(), **common, **values)

        call.__name__ = name
        return call

    return {name: macro(name, folder) for name, folder in components().items()}


def subject_of(name: str, guide: Guide, arguments: Sequence[str], named: Mapping[str, str]) -> Values:
    """What a call is about; an argument too many, too few or unknown raises an error that names the component."""
    find = SUBJECTS.get(name, _no_subject)
    signature = inspect.signature(find)
    try:
        signature.bind(guide, *arguments, **named)
    except TypeError as error:
        known = [str(each) for each in signature.parameters.values()][1:]
        raise TypeError(f"{name}: {error}; it takes {', '.join(known) or 'no arguments'}") from None
    try:
        return find(guide, *arguments, **named)
    except UnknownId as error:
        raise UnknownId(f"{name}: {error}") from None


def _no_subject(_guide: Guide) -> Values:
    return {}

"""What the theme's rules in use cover: a page that another rule would apply to needs the theme's whole style sheets."""

import re
from collections.abc import Iterable

from macros.publish.contents import Contents, Tag
from macros.publish.style_sheet import Wanted, selectors, wanted

_VARIABLE_READ = re.compile(r"var\(\s*(--[\w-]+)")
_VARIABLE_SET = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")


# Our own style sheet gives such a fold all of its look; the theme's have boxes and pictures.
_OWN_FOLD = "fold"


class SmallSheet:
    """A sheet with some rules of the theme's sheets."""

    def __init__(self, small: str, whole: str) -> None:
        kept = selectors(small)
        # What it has rules for counts as there, since a script may set it.
        always = frozenset[Wanted]().union(*map(wanted, kept))
        self._missing = {wanted(selector) - always for selector in selectors(whole) - kept}
        self._unset = set(_VARIABLE_SET.findall(whole)) - set(_VARIABLE_SET.findall(small))

    def covers(self, page: Iterable[Tag]) -> bool:
        """Whether no rule that was left out applies to a page, given by its tags."""
        contents = Contents(_without_own_folds(list(page)))
        return not any(all(map(contents.has, each)) for each in self._missing)

    def suffices(self, sheet: str) -> bool:
        """Whether another sheet of the page reads no variable that was left out."""
        return self._unset.isdisjoint(_VARIABLE_READ.findall(sheet))


def _without_own_folds(page: list[Tag]) -> list[Tag]:
    """A page without its folds, as long as all of them are ours."""
    if any(tag == "details" and _OWN_FOLD not in given.get("class", "").split() for tag, given in page):
        return page
    return [each for each in page if each[0] not in ("details", "summary")]

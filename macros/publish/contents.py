"""What pages have that a style sheet may ask for: tags, attributes with their values, and words that scripts use."""

from collections.abc import Container, Iterable, Mapping

from macros.publish.style_sheet import Wanted

Tag = tuple[str, Mapping[str, str]]


class Contents:
    """The tags of one page, or of several."""

    def __init__(self, page: Iterable[Tag]) -> None:
        # Tags stand under no name.
        self._values: dict[str, set[str]] = {"": set()}
        for tag, given in page:
            self._values[""].add(tag)
            for name, value in given.items():
                self._values.setdefault(name, set()).add(value)
        self._classes = {word for value in self._values.get("class", ()) for word in value.split()}

    def has(self, what: Wanted) -> bool:
        """Whether something on the page is as a selector wants it."""
        values = self._values.get(what.name, set())
        match what.how:
            case "~=" if what.name == "class":
                return what.value in self._classes
            case "=":
                return what.value in values
            case "^=":
                return any(each.startswith(what.value) for each in values)
            case "$=":
                return any(each.endswith(what.value) for each in values)
        # Whatever else is asked of an attribute, one that is not there has none of it.
        return bool(values)

    def may_have(self, what: Wanted, words: Container[str]) -> bool:
        """The same after scripts that use these words have run; attributes change most of all, and count as there."""
        return what.name not in ("", "class", "id") or not what.how or what.value in words or self.has(what)

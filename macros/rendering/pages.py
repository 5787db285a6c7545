"""Checks the Markdown pages as far as they can be read without a host: headers, macro calls, links between pages."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import yaml
from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from yaml.reader import ReaderError

from macros.guide.guide import Guide, UnknownId
from macros.reading.problems import Problem, label, quoted, suggestion
from macros.reading.source import Source, decoded
from macros.reading.values import ParseError
from macros.reading.yaml_errors import in_words
from macros.rendering.macros import components, subject_of

# As the host tells it from the text, and as `mkdocs.yml` sets the signs of macros.
_HEADER = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_SIGNS = Environment(comment_start_string="[#-", comment_end_string="-#]", keep_trailing_newline=True)
# What the host gives to pages beside macros.
_VARIABLES = {"config", "context", "environment", "extra", "files", "filters", "filters_builtin", "fix_url", "git"}
_VARIABLES |= {"macros", "macros_info", "navigation", "now", "page", "plugin"}
_SIGNS.filters.update(dict.fromkeys(("pretty", "relative_url"), str))
_LINK = re.compile(r"\]\((?P<page>[^)\s:#]+\.md)(?:#[^)\s]*)?\)")
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.DOTALL | re.MULTILINE)


def nav_problems(settings: Source, docs: Path) -> Iterator[Problem]:
    """The pages that the navigation names and nobody has written."""
    nav, found = settings.find(("nav",))
    for node in _scalars(nav) if found else ():
        if node.value.endswith(".md") and not (docs / node.value).is_file():
            mark = node.start_mark
            message = f"there is no page {quoted(node.value)} in {docs.name}/"
            yield Problem(settings.file, mark.line + 1, mark.column + 1, message)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The values of a list or a group at any depth."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode | yaml.MappingNode):
        for each in node.value:
            yield from _scalars(each[1] if isinstance(each, tuple) else each)


def page_problems(docs: Path, guide: Guide, extra: Collection[str]) -> Iterator[Problem]:
    """What is wrong in the pages below a folder; decisions are no pages."""
    known = components()
    for path in sorted(docs.rglob("*.md")):
        if path.relative_to(docs).parts[0] not in ("data", "decisions"):
            try:
                text = decoded(path.read_bytes()).replace("\r\n", "\n").replace("\r", "\n")
            except ParseError as stop:
                yield Problem(label(path), *stop.error)
            else:
                yield from _Page(path, text, guide, known, extra).problems()


class _Page:
    """One page, and where in its file things stand."""

    def __init__(self, path: Path, text: str, guide: Guide, known: Collection[str], extra: Collection[str]) -> None:
        self._known = known
        self._path = path
        self._guide = guide
        self._extra = extra
        self._file = label(path)
        self._text = text
        header = _HEADER.match(self._text)
        self._header = header[1] if header else ""
        self._start = header.end() if header else 0
        self._body = self._text[self._start :]

    def problems(self) -> Iterator[Problem]:
        meta: object = {}
        try:
            meta = yaml.load(self._header, yaml.CSafeLoader) or {}
        except (yaml.MarkedYAMLError, ReaderError) as error:
            line, column, message = in_words(error, self._header)
            yield Problem(self._file, line + 1, column, message)
        except ValueError as error:
            yield Problem(self._file, 2, 1, f"this header cannot be read: {error}")
        if isinstance(meta, dict) and meta.get("render_macros") is False:
            return
        try:
            tree = _SIGNS.parse(self._body)
            # Filters and tests that nobody knows are found on the way to Python.
            _SIGNS.compile(tree, raw=True)
        except TemplateSyntaxError as error:
            before = self._text.count("\n", 0, self._start)
            message = (error.message or "this is no call of a macro").rstrip(".")
            yield Problem(self._file, before + error.lineno, 1, f"{message[0].lower()}{message[1:]}")
            return
        yield from self._calls(tree, meta if isinstance(meta, dict) else {})
        yield from self._links()

    def _calls(self, tree: nodes.Template, meta: Mapping[str, object]) -> Iterator[Problem]:
        allowed = {*self._known, *_VARIABLES, *self._extra, *map(str, meta)}
        for name in sorted(find_undeclared_variables(tree) - allowed):
            yield self._problem(
                self._offset(name), f"no macro has the name {quoted(name)}{suggestion(name, self._known)}"
            )
        counted: Counter[str] = Counter()
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in self._known:
                name = call.node.name
                counted[name] += 1
                try:
                    given = [each.as_const() for each in call.args]
                    named = {each.key: each.value.as_const() for each in call.kwargs}
                    subject_of(name, self._guide, given, named)
                except nodes.Impossible:
                    # Worked out by the page itself, and told by the build.
                    continue
                except (UnknownId, TypeError) as error:
                    yield self._problem(self._offset(name, counted[name]), str(error))

    def _offset(self, name: str, number: int = 1) -> int:
        """Where in the text a template has a name, for the first time or a later one."""
        offset = found = self._start
        for _, kind, value in _SIGNS.lex(self._body):
            # Jinja leaves white space out that a template asks it to.
            offset = self._text.index(value, offset)
            if kind == "name" and value == name and number:
                found, number = offset, number - 1
            offset += len(value)
        return found

    def _links(self) -> Iterator[Problem]:
        code = [each.span() for each in _CODE.finditer(self._body)]
        for link in _LINK.finditer(self._body):
            in_code = any(start <= link.start() < end for start, end in code)
            if not in_code and not (self._path.parent / unquote(link["page"])).is_file():
                offset = self._start + link.start("page")
                yield self._problem(offset, f"there is no page {quoted(link['page'])}, as seen from this one")

    def _problem(self, offset: int, message: str) -> Problem:
        before = self._text[:offset]
        return Problem(self._file, before.count("\n") + 1, offset - before.rfind("\n"), message)

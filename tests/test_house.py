"""Who may import whom, in both languages, and that every file has its room: the layers, held by their imports."""

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

MACROS = Path(__file__).parent.parent / "macros"
CLIENT_TESTS = Path(__file__).parent / "client"

# From the roof to the ground: a room may import from every floor below its own, and from no room beside it.
PYTHON = (
    ("__main__",),
    ("__init__",),
    ("schemas", "publish"),
    ("rendering",),
    ("guide",),
    ("checks",),
    ("reading",),
    ("models",),
)
TYPESCRIPT = (
    ("bundles",),
    ("components",),
    ("client/page",),
    ("client/preflight",),
    ("client/package",),
    ("client/export",),
    ("client/summary", "client/store", "client/import"),
    ("client/record", "client/calculate"),
    ("client/text", "client/browser", "client/hash"),
)
# What happens after a build knows no guide.
ALONE = "publish"

Imports = dict[Path, set[Path]]


def python_imports() -> Imports:
    """The modules of ours that each module names, wherever in it the import stands."""
    return {path: set(_named(path)) for path in MACROS.rglob("*.py")}


def _named(path: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "macros":
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (_module(name) or _module(node.module) or path for name in names)
        elif isinstance(node, ast.Import):
            yield from (module for alias in node.names if (module := _module(alias.name)))


def _module(name: str) -> Path | None:
    place = MACROS.parent.joinpath(*name.split("."))
    return next((path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()), None)


def typescript_imports() -> Imports:
    """The same; an import of a type alone counts as well."""
    found = {}
    for path in MACROS.rglob("*.ts"):
        names = re.findall(r'(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+\.ts)"', path.read_text("utf-8"))
        found[path] = {(path.parent / name).resolve() for name in names}
    return found


def room(path: Path) -> str:
    """`guide`, `client/record`, or the name of a module that stands in no folder."""
    parts = path.relative_to(MACROS).with_suffix("").parts
    return "/".join(parts[: 2 if parts[0] == "client" else 1])


HALVES = {"Python": (python_imports(), PYTHON), "TypeScript": (typescript_imports(), TYPESCRIPT)}
each_half = pytest.mark.parametrize("half", HALVES)


@each_half
def test_every_file_stands_in_a_room_of_the_house(half: str) -> None:
    imports, floors = HALVES[half]
    rooms = {room for floor in floors for room in floor}
    assert len(imports) > 40
    assert not [str(path.relative_to(MACROS)) for path in imports if room(path) not in rooms]


@each_half
def test_imports_go_down(half: str) -> None:
    imports, floors = HALVES[half]
    level = {room: number for number, floor in enumerate(floors) for room in floor}
    assert not [
        f"{path.relative_to(MACROS)} imports {other.relative_to(MACROS)}"
        for path, others in imports.items()
        for other in others
        if room(path) != room(other) and (level[room(path)] >= level[room(other)] or room(path) == ALONE)
    ]


@each_half
def test_no_files_import_each_other_in_a_circle(half: str) -> None:
    try:
        TopologicalSorter(HALVES[half][0]).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(str(path.relative_to(MACROS)) for path in error.args[1]))


def test_a_component_knows_no_other_but_by_what_that_one_loads_on_demand() -> None:
    assert not [
        f"{path.relative_to(MACROS)} imports {other.relative_to(MACROS)}"
        for path, others in typescript_imports().items()
        for other in others
        if room(path) == room(other) == "components" and path.parent != other.parent and other.name != "on-demand.ts"
    ]


def test_the_clients_tests_stand_in_the_folders_of_what_they_test() -> None:
    folders = {path.parent.relative_to(CLIENT_TESTS) for path in CLIENT_TESTS.rglob("*.test.ts")}
    homes = (MACROS / "client", MACROS / "components")
    assert not [folder for folder in folders if not folder.name or not any((home / folder).is_dir() for home in homes)]


# Where the guide itself is read by name: what compares the copy with it, and what draws its pictures.
OF_THE_GUIDE = {"shipped.py", "pictures.py"}


def test_tests_read_the_guide_from_its_copy() -> None:
    tests = CLIENT_TESTS.parent
    python = [path for path in tests.rglob("*.py") if path.name not in OF_THE_GUIDE]
    reading = re.compile(r'ROOT\s*/\s*"(?:docs"\s*/\s*"data|docs/data|mkdocs\.yml)')
    assert not [path.name for path in python if reading.search(path.read_text("utf-8"))]
    typescript = re.compile(r"(?<!golden/guide/)docs/data/")
    assert not [path.name for path in tests.rglob("*.ts") if typescript.search(path.read_text("utf-8"))]

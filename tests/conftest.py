"""What many tests share: the guide, and the built site with its server. Each is made once in a run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.client_guide import client_guide
from macros.guide import Guide, load
from macros.settings import Settings
from tests.markup import Page, read
from tests.project import ROOT, built, copy
from tests.serving import serving


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide as the data files give it."""
    return load(ROOT / "docs" / "data")


@pytest.fixture(scope="session")
def origin_and_copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """An address that is served already, and the copy of the project whose site appears there once it is built."""
    folder = copy(tmp_path_factory.mktemp("project") / "copy")
    with serving(folder / "site") as origin:
        yield origin, folder


@pytest.fixture(scope="session")
def site(origin_and_copy: tuple[str, Path]) -> Path:
    """The site as `make build` gives it, built for the address of the test server."""
    origin, folder = origin_and_copy
    return built(folder, origin)


@pytest.fixture(scope="session")
def server(origin_and_copy: tuple[str, Path], site: Path) -> str:  # noqa: ARG001
    """The address of the built site: its own, since instant navigation runs only where the two agree."""
    return origin_and_copy[0]


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the site but the one for wrong addresses, by its path."""
    found = sorted(site.rglob("index.html"))
    return {f"/{path.relative_to(site).as_posix().removesuffix('index.html')}": read(path) for path in found}


@pytest.fixture(scope="session", autouse=True)
def client_guide_file(guide: Guide) -> None:
    """What the client gets, where the client's own tests read it: so the two halves cannot drift."""
    folder = ROOT / ".cache"
    folder.mkdir(exist_ok=True)
    whole = client_guide(guide, Settings(), "https://guide.example/")
    (folder / "client-guide.json").write_text(whole.model_dump_json(), "utf-8")
    (folder / "client-preflight.json").write_text(guide.preflight.model_dump_json(), "utf-8")

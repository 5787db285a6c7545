"""What many tests share: the guide, and the built site with its server. Each is made once in a run."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.guide.guide import Guide
from macros.guide.load import load
from tests.client_files import write_client_files
from tests.markup import Page, pages_of
from tests.project import DATA, built, copy
from tests.serving import serving
from tests.supplied import supplied
from tests.tally import INPUTS, SAVES, Tally, counting, told


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what was tried against the guide, before pytest's own last line."""
    reports = (each for outcome in ("passed", "failed") for each in terminalreporter.stats.get(outcome, []))
    lines = told(each for report in reports for each in getattr(report, "user_properties", ()))
    if lines:
        terminalreporter.section("faults and hostile input, survived of tried")
        for line in lines:
            terminalreporter.line(line)


@pytest.fixture
def survived(record_property: Callable[[str, object], None]) -> Tally:
    """Counts hostile inputs that were survived, of those that were tried."""
    return counting(INPUTS, record_property)


@pytest.fixture
def kept(record_property: Callable[[str, object], None]) -> Tally:
    """Counts saves that were kept, of those that were made while something went wrong."""
    return counting(SAVES, record_property)


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide as shipped."""
    return load(DATA)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that all tests share, so none changes it."""
    return copy(tmp_path_factory.mktemp("project") / "copy")


@pytest.fixture(scope="session")
def site_origin(project: Path) -> Iterator[str]:
    """An address that is served already; the site appears there once it is built."""
    with serving(project / "site") as address:
        yield address


@pytest.fixture(scope="session")
def site(project: Path, site_origin: str) -> Path:
    """The site as `make build` gives it, built for the address of the test server."""
    return built(project, site_origin)


@pytest.fixture(scope="session")
def server(site_origin: str, site: Path) -> str:  # noqa: ARG001
    """The address of the built site."""
    return site_origin


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the site but the one for wrong addresses, by its path."""
    return pages_of(site)


@pytest.fixture(scope="session")
def our_pages(pages: dict[str, Page]) -> dict[str, Page]:
    """Every page but the one with the words of others: their licenses."""
    return {address: page for address, page in pages.items() if address != "/licenses/"}


@pytest.fixture(scope="session")
def suppliers_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of a supplier who changed all that README says."""
    return supplied(tmp_path_factory.mktemp("supplied") / "copy")


@pytest.fixture(scope="session")
def suppliers_guide(suppliers_project: Path) -> Guide:
    """That supplier's guide."""
    return load(suppliers_project / "docs" / "data")


@pytest.fixture(scope="session")
def suppliers_server(suppliers_project: Path) -> Iterator[str]:
    """The address of that supplier's site."""
    with serving(suppliers_project / "site") as address:
        built(suppliers_project, address)
        yield address


@pytest.fixture(scope="session", autouse=True)
def client_files() -> None:
    """Python's output, where the client's own tests read it: so the two halves cannot drift."""
    write_client_files(load(DATA))

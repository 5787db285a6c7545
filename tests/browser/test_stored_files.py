"""Contents of files in the browser's storage: they outlive a page, and are wiped when they have to be."""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from tests.browser import engines
from tests.browser.person import (
    add_files,
    button,
    clear_stored,
    downloaded,
    field_of,
    file_line,
    files,
    item,
    settled,
    unfold,
    visit,
)
from tests.browser.trespass import watch
from tests.chromium import launch_options

NAME = "TVR-10427_B.txt"
CONTENT = b"as drawn"
DIGEST = hashlib.sha256(CONTENT).hexdigest()

STORED = """() => new Promise((done, failed) => {
  const opening = indexedDB.open("rfq-guide");
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    const asked = database.transaction("contents").objectStore("contents").getAll();
    asked.onsuccess = () => {
      database.close();
      done(asked.result.map(({ sha256, at, content }) => [sha256, content.size, at]));
    };
  };
})"""
# What is stored becomes so many days older.
AGED = """(days) => new Promise((done) => {
  const opening = indexedDB.open("rfq-guide");
  opening.onsuccess = () => {
    const database = opening.result;
    const tx = database.transaction("contents", "readwrite");
    const contents = tx.objectStore("contents");
    contents.getAll().onsuccess = ({ target }) => {
      for (const each of target.result) {
        contents.put({ ...each, at: new Date(Date.parse(each.at) - days * 86400000).toISOString() });
      }
    };
    tx.oncomplete = () => { database.close(); done(); };
  };
})"""


def stored(page: Page) -> list[str]:
    """The digests of what is stored."""
    return sorted(digest for digest, _, _ in page.evaluate(STORED))


def comes_to(page: Page, digests: list[str]) -> None:
    """Look again and again until this is stored."""
    for _ in range(600):
        if stored(page) == sorted(digests):
            return
        page.evaluate("new Promise((done) => setTimeout(done, 20))")
    assert stored(page) == sorted(digests)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_bytes(CONTENT)
    return path


@pytest.fixture(scope="module")
def firefox(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Firefox for all tests here: it takes seconds to start."""
    with engines.firefox(playwright, tmp_path_factory.mktemp("downloads")) as browser:
        yield browser


@pytest.fixture(params=["chromium", "firefox"])
def reader(request: pytest.FixtureRequest, browser: Browser, server: str, trespasses: list[str]) -> Iterator[Page]:
    """A page in each of two engines."""
    if request.param == "firefox":
        browser = request.getfixturevalue("firefox")
    context = browser.new_context(base_url=server)
    if request.param == "firefox":
        watch(context, trespasses)
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def listed(page: Page, file: Path) -> None:
    """Add a file, and wait until it is stored."""
    visit(page, "/rfq/")
    add_files(page, file)
    expect(files(page).locator(".rfq-files__stored")).to_contain_text(
        "One file is stored in this browser for up to thirty days"
    )
    settled(page)


def package(page: Page) -> dict[str, bytes]:
    """What a package made here holds."""
    with zipfile.ZipFile(BytesIO(downloaded(page, "Download RFQ package (ZIP)")[1])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_file_is_stored_until_it_is_removed_cleared_or_deleted_with_its_part_in_each_engine(
    reader: Page, file: Path
) -> None:
    def comes_again() -> None:
        visit(reader, "/rfq/")
        expect(file_line(reader, NAME)).to_have_attribute("data-state", "here")
        expect(files(reader).locator(".rfq-files__absent")).to_be_hidden()

    listed(reader, file)
    assert stored(reader) == [DIGEST]
    comes_again()

    button(file_line(reader, NAME), f"Remove {NAME}").click()
    comes_to(reader, [])
    button(reader, "Undo").click()
    comes_to(reader, [DIGEST])
    comes_again()

    button(reader, "Clear stored files").click()
    expect(files(reader).get_by_role("status")).to_have_text("The stored files are cleared. The list stays.")
    expect(button(reader, "Add files")).to_be_focused()
    assert stored(reader) == []
    expect(file_line(reader, NAME)).to_have_attribute("data-state", "absent")
    item(reader, "Prototype history").check()
    settled(reader)
    assert stored(reader) == []

    add_files(reader, file)
    comes_to(reader, [DIGEST])
    button(reader, "Delete part").click()
    comes_to(reader, [])


def test_a_file_is_in_a_package_made_on_another_page_or_after_a_reload(page: Page, file: Path) -> None:
    listed(page, file)
    page.get_by_role("article").get_by_role("link", name="upload", exact=False).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Send the RFQ package")
    found = package(page)
    assert found[f"files/{NAME}"] == CONTENT
    assert "summary.md" in found
    expect(page.locator(".hand-over__status")).not_to_be_empty()
    visit(page, "/rfq/")
    assert package(page)[f"files/{NAME}"] == CONTENT


def test_the_page_to_send_from_says_beforehand_which_files_are_not_in_this_browser(
    page: Page, file: Path, tmp_path: Path
) -> None:
    model = tmp_path / "TVR-10427_B.stp"
    model.write_bytes(b"ISO-10303-21;")
    listed(page, file)
    add_files(page, model)
    clear_stored(page, 2)
    settled(page)
    visit(page, "/upload/")
    expect(absent(page)).to_contain_text(f"Will not be in the package: “{NAME}”, “{model.name}”.")
    expect(holds(page)).not_to_contain_text("files/", use_inner_text=True)
    expect(message(page)).to_have_value(re.compile(r"^Attached: \S+\.zip, with the request\.$", re.MULTILINE))

    absent(page).get_by_role("link", name="RFQ page").click()
    expect(page).to_have_url(re.compile("/rfq/#files$"))
    visit(page, "/rfq/")
    add_files(page, file)
    comes_to(page, [DIGEST])
    visit(page, "/upload/")
    expect(absent(page)).to_contain_text(f"Will not be in the package: “{model.name}”.")
    expect(holds(page)).to_contain_text(f"files/ {NAME}")
    expect(holds(page)).not_to_contain_text(model.name)
    expect(message(page)).to_have_value(re.compile(rf"these files:\n- {re.escape(NAME)}[^\n]*$"))
    assert [each for each in package(page) if each.startswith("files/")] == [f"files/{NAME}"]

    other = page.context.new_page()
    visit(other, "/rfq/")
    add_files(other, model)
    expect(files(other).locator(".rfq-files__stored")).to_contain_text("2 files are stored")
    page.bring_to_front()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(holds(page)).to_contain_text(f"files/ {NAME}, {model.name}")
    expect(absent(page)).to_be_hidden()
    assert f"files/{model.name}" in package(page)


def test_a_file_that_only_this_page_still_has_is_said_to_be_in_its_package(page: Page, file: Path) -> None:
    listed(page, file)
    visit(page, "/upload/")
    expect(holds(page)).to_contain_text(f"files/ {NAME}")
    other = page.context.new_page()
    visit(other, "/rfq/")
    declare(other, "itar")
    comes_to(other, [])
    page.bring_to_front()
    expect(page.locator(".hand-over__control")).to_be_visible()
    expect(holds(page)).to_contain_text(f"files/ {NAME}")
    expect(absent(page)).to_be_hidden()
    assert package(page)[f"files/{NAME}"] == CONTENT
    visit(page, "/upload/")
    expect(absent(page)).to_have_text(
        f"Will not be in the package: “{NAME}”. To put in what is not in this browser, add it on the RFQ page, "
        "and make the package there."
    )


def absent(page: Page) -> Locator:
    """What the page to send from says of files that are not here."""
    return page.locator(".hand-over__absent")


def holds(page: Page) -> Locator:
    """What the package holds, as the page to send from lists it."""
    return page.get_by_role("list", name="What the package holds", exact=True)


def message(page: Page) -> Locator:
    """The message to copy."""
    return page.get_by_role("textbox", name="Message to copy", exact=True)


def test_a_file_that_another_part_lists_too_stays(page: Page, file: Path) -> None:
    listed(page, file)
    button(page, "Duplicate part").click()
    button(file_line(page, NAME), f"Remove {NAME}").click()
    settled(page)
    visit(page, "/rfq/")
    assert stored(page) == [DIGEST]


def test_what_one_tab_clears_another_does_not_store_again(page: Page, file: Path) -> None:
    listed(page, file)
    other = page.context.new_page()
    visit(other, "/rfq/")
    button(other, "Clear stored files").click()
    comes_to(other, [])
    page.bring_to_front()
    button(page, "Duplicate part").click()
    settled(page)
    visit(page, "/pilot-lock/")
    assert stored(page) == []


def test_a_file_is_stored_for_thirty_days(page: Page, file: Path) -> None:
    listed(page, file)
    for days, left in ((29, [DIGEST]), (2, [])):
        page.evaluate(AGED, days)
        visit(page, "/pilot-lock/")
        comes_to(page, left)
        visit(page, "/rfq/")
        expect(file_line(page, NAME)).to_have_attribute("data-state", "here" if left else "absent")


def declare(page: Page, status: str) -> None:
    """Say how it is with export control."""
    unfold(page)
    field_of(page, "export-control").select_option(status)
    settled(page)


def test_where_export_control_is_declared_files_are_not_stored_and_what_was_is_wiped(reader: Page, file: Path) -> None:
    listed(reader, file)
    options: list[str] = field_of(reader, "export-control").evaluate(
        "each => [...each.options].map(({ value }) => value)"
    )
    status = next(each for each in options if each == "itar")
    declare(reader, status)
    comes_to(reader, [])
    expect(files(reader).locator(".rfq-files__unstored")).to_contain_text("Export control or CUI is declared")
    expect(file_line(reader, NAME)).to_have_attribute("data-state", "here")
    visit(reader, "/rfq/")
    expect(file_line(reader, NAME)).to_have_attribute("data-state", "absent")
    add_files(reader, file)
    expect(files(reader).locator(".rfq-files__unstored")).to_contain_text(NAME)
    assert stored(reader) == []
    expect(button(reader, "Download RFQ package (ZIP)")).to_be_enabled()
    declare(reader, "not-controlled")
    comes_to(reader, [DIGEST])


def test_export_control_declared_on_another_page_wipes_as_well(page: Page, file: Path) -> None:
    listed(page, file)
    other = page.context.new_page()
    visit(other, "/rfq/")
    page.goto("/pilot-lock/")
    other.bring_to_front()
    declare(other, options_of(other)[-1])
    comes_to(other, [])
    # What is declared is no reason to make none.
    assert "record.json" in package(other)


def options_of(page: Page) -> list[str]:
    found: list[str] = field_of(page, "export-control").evaluate("each => [...each.options].map(({ value }) => value)")
    return [each for each in found if each]


# As a large file does that is being written: the contents are held by one transaction, which goes on and on.
HELD = """() => new Promise((done) => {
  const opening = indexedDB.open("rfq-guide");
  opening.onsuccess = () => {
    const contents = opening.result.transaction("contents", "readwrite").objectStore("contents");
    const goOn = () => { contents.count().onsuccess = goOn; };
    goOn();
    done();
  };
})"""


def test_no_record_waits_until_a_large_file_is_written(
    playwright: Playwright, server: str, trespasses: list[str], tmp_path: Path, file: Path
) -> None:
    # In a private window Chromium lets one transaction after another into a database, whatever they are about.
    profile = tmp_path / "profile"
    with playwright.chromium.launch_persistent_context(profile, base_url=server, **launch_options()) as context:  # type: ignore[arg-type]
        watch(context, trespasses)
        page, other = context.new_page(), context.new_page()
        listed(page, file)
        other.goto("/privacy/")
        other.evaluate(HELD)
        visit(page, "/pilot-lock/")
        item(page, "Critical dimensions").check()
        settled(page)


FULL = """(() => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, ...others) {
    if (this.name !== "contents") return put.call(this, value, ...others);
    throw new DOMException("no room", "QuotaExceededError");
  };
})()"""


def test_where_the_storage_is_full_the_page_says_that_it_alone_has_the_file(page: Page, file: Path) -> None:
    page.add_init_script(FULL)
    visit(page, "/rfq/")
    add_files(page, file)
    expect(files(page).locator(".rfq-files__unstored")).to_contain_text(
        "There is no room to store these files: make the package before you leave or reload this page, "
        f"or add them again after: “{NAME}”"
    )
    assert package(page)[f"files/{NAME}"] == CONTENT
    settled(page)


def test_over_500_megabytes_the_rest_is_held_by_the_page(page: Page, tmp_path: Path) -> None:
    page.add_init_script(
        "Object.defineProperty(Blob.prototype, 'size', (({ get }) => "
        "({ get() { return 60_000_000 * get.call(this); } }))(Object.getOwnPropertyDescriptor(Blob.prototype, 'size')))"
    )
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(name.encode())
    visit(page, "/rfq/")
    add_files(page, tmp_path / "one.txt", tmp_path / "two.txt")
    expect(files(page).locator(".rfq-files__unstored")).to_contain_text("No more than 500 MB of files is stored")
    expect(files(page).locator(".rfq-files__unstored")).to_contain_text("two.txt")
    expect(files(page).locator(".rfq-files__stored")).to_contain_text("One file is stored")


def test_without_storage_the_page_says_so_and_still_makes_its_package(page: Page, file: Path) -> None:
    page.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }")
    visit(page, "/rfq/")
    add_files(page, file)
    expect(files(page).locator(".rfq-files__unstored")).to_have_text(
        "This browser's storage is blocked: make the package before you leave or reload this page, "
        f"or add them again after: “{NAME}”."
    )
    assert package(page)[f"files/{NAME}"] == CONTENT


def test_a_database_of_the_release_before_gets_its_new_store_beside_an_open_tab(page: Page, file: Path) -> None:
    page.goto("/privacy/")
    # As the release before opened it, with a tab that lets go when asked.
    page.evaluate("""() => new Promise((done) => {
      const opening = indexedDB.open("rfq-guide", 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore("records", { keyPath: "id" });
        opening.result.createObjectStore("unreadable", { autoIncrement: true });
        opening.result.createObjectStore("settings");
      };
      opening.onsuccess = () => {
        opening.result.onversionchange = () => opening.result.close();
        done();
      };
    })""")
    other: Any = page.context.new_page()
    listed(other, file)
    assert stored(other) == [DIGEST]

"""Many parts, and how they are kept: switched, named, deleted and brought back; storage blocked, spoilt or newer."""

import json
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from macros.guide.guide import Guide
from tests.browser.keyboard import Keyboard
from tests.browser.person import (
    FRAME,
    REV_C,
    button,
    chosen,
    counts,
    downloaded,
    example,
    field_of,
    item,
    note,
    parts,
    progress,
    saving,
    settled,
    switch_to,
    switcher,
    unfold,
    unfold_parts,
    visit,
)
from tests.browser.test_assess import PICKED
from tests.project import address_of

LOCK = "Pilot lock checklist"
ALLOY = "Material grade and temper"
FINISH = "Finish and masking"
BLOCKED = "This browser's storage is blocked: save a copy before you leave this page, or what you entered is gone."
NEWER = "A newer version of this guide saved this part: it is read-only here, reload the page to change it."
UNREADABLE = "A saved part could not be read. It is kept whole: download it to look at it."

PLANT = """(records) => new Promise((done, failed) => {
  const request = indexedDB.open("rfq-guide");
  request.onupgradeneeded = () => {
    request.result.createObjectStore("records", { keyPath: "id" });
    request.result.createObjectStore("unreadable", { autoIncrement: true });
    request.result.createObjectStore("settings");
  };
  request.onerror = () => failed(request.error);
  request.onsuccess = () => {
    const tx = request.result.transaction(["records", "settings"], "readwrite");
    for (const record of records) tx.objectStore("records").put(record);
    tx.objectStore("settings").put(records[0].id, "current");
    tx.oncomplete = () => { request.result.close(); done(); };
  };
})"""


def plant(page: Page, *records: dict[str, Any]) -> None:
    """Put records in the storage as another version of the guide, or another program, would."""
    page.goto("/privacy/")
    page.evaluate(PLANT, list(records))


def name_part(page: Page, name: str) -> None:
    button(page, "Rename part").click()
    page.get_by_role("textbox", name="Name of this part", exact=True).fill(name)
    button(page, "Save name").click()
    expect(chosen(page)).to_have_text(name)


def test_each_part_has_its_own_answers_and_the_switcher_goes_between(page: Page) -> None:
    visit(page, "/pilot-lock/")
    item(page, ALLOY).check()
    note(page, ALLOY).fill("6061")
    name_part(page, "Bracket")
    button(page, "New part").click()
    expect(chosen(page)).to_have_text("Unnamed part")
    expect(progress(page, LOCK)).to_have_text("0 of 6 locked, 6 still moving")
    expect(note(page, ALLOY)).to_have_value("")
    item(page, FINISH).check()
    name_part(page, "Manifold")
    assert parts(page) == ["Bracket", "Manifold"]
    switch_to(page, "Bracket")
    expect(item(page, ALLOY)).to_be_checked()
    expect(item(page, FINISH)).not_to_be_checked()
    expect(note(page, ALLOY)).to_have_value("6061")
    settled(page)
    page.reload()
    expect(chosen(page)).to_have_text("Bracket")
    assert parts(page) == ["Bracket", "Manifold"]
    expect(item(page, ALLOY)).to_be_checked()


def test_the_switcher_works_with_the_arrow_keys(page: Page) -> None:
    visit(page, "/pilot-lock/")
    for name in ("Bracket", "Manifold"):
        button(page, "New part").click()
        name_part(page, name)
    switcher(page).focus()
    page.keyboard.press("ArrowUp")
    expect(chosen(page)).to_have_text("Bracket")
    expect(switcher(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_have_text("Manifold")


def test_a_part_is_named_by_number_and_revision_until_it_has_a_name_of_its_own(page: Page) -> None:
    name = page.get_by_role("textbox", name="Name of this part", exact=True)
    visit(page, "/pilot-lock/")
    item(page, ALLOY).check()
    settled(page)
    button(page, "New part").click()
    expect(chosen(page)).to_have_text("Unnamed part (2)")
    assert parts(page) == ["Unnamed part", "Unnamed part (2)"]
    button(page, "Rename part").click()
    expect(name).to_have_value("Unnamed part")
    name.press("Escape")
    unfold(page)
    field_of(page, "part-number").fill("A-1")
    expect(chosen(page)).to_have_text("A-1")
    # A name that is kept unchanged is none of its own.
    button(page, "Rename part").click()
    button(page, "Save name").click()
    field_of(page, "revision").fill("C")
    expect(chosen(page)).to_have_text("A-1 Rev C")
    name_part(page, "Bracket")
    field_of(page, "revision").fill("D")
    button(page, "Rename part").click()
    name.fill("")
    button(page, "Save name").click()
    expect(chosen(page)).to_have_text("A-1 Rev D")


def test_the_rename_form_goes_when_another_part_is_taken_in_use(page: Page) -> None:
    visit(page, "/pilot-lock/")
    name_part(page, "Bracket")
    button(page, "New part").click()
    name_part(page, "Manifold")
    button(page, "Rename part").click()
    switch_to(page, "Bracket")
    expect(button(page, "Save name")).to_be_hidden()
    expect(switcher(page)).to_be_focused()
    button(page, "Rename part").click()
    expect(page.get_by_role("textbox", name="Name of this part", exact=True)).to_have_value("Bracket")


def test_renaming_can_be_left_with_escape_and_keeps_the_focus(page: Page, guide: Guide) -> None:
    keys = Keyboard(page, guide)
    visit(page, "/pilot-lock/")
    keys.tab_to("Rename part", "button")
    keys.press("Enter")
    assert keys.here().name == "Name of this part"
    page.keyboard.type("Nothing")
    keys.press("Escape")
    assert keys.here().name == "Rename part"
    expect(chosen(page)).to_have_text("Unnamed part")
    keys.press("Enter")
    page.keyboard.type("Bracket")
    keys.press("Enter")
    expect(chosen(page)).to_have_text("Bracket")
    assert keys.here().name == "Rename part"
    assert not keys.trouble()


def test_a_duplicate_says_the_same_and_changes_apart(page: Page) -> None:
    visit(page, "/pilot-lock/")
    unfold(page)
    field_of(page, "part-number").fill("A-1")
    item(page, ALLOY).check()
    button(page, "Duplicate part").click()
    expect(chosen(page)).to_have_text("A-1 (copy)")
    expect(item(page, ALLOY)).to_be_checked()
    expect(field_of(page, "part-number")).to_have_value("A-1")
    item(page, ALLOY).uncheck()
    field_of(page, "part-number").fill("A-2")
    switch_to(page, "A-1")
    expect(item(page, ALLOY)).to_be_checked()
    expect(field_of(page, "part-number")).to_have_value("A-1")


def test_a_deleted_part_comes_back_whole(page: Page, guide: Guide) -> None:
    keys = Keyboard(page, guide)
    visit(page, "/pilot-lock/")
    item(page, ALLOY).check()
    note(page, ALLOY).fill("6061")
    name_part(page, "Bracket")
    button(page, "New part").click()
    name_part(page, "Manifold")
    switch_to(page, "Bracket")
    settled(page)
    keys.tab_to("Delete part", "button")
    keys.press("Enter")
    expect(page.get_by_text("Bracket is deleted.")).to_be_visible()
    expect(button(page, "Undo")).to_be_focused()
    expect(button(page, "Undo")).to_have_accessible_description("Bracket is deleted.")
    expect(chosen(page)).to_have_text("Manifold")
    assert parts(page) == ["Manifold"]
    settled(page)
    keys.press("Enter")
    expect(chosen(page)).to_have_text("Bracket")
    expect(switcher(page)).to_be_focused()
    expect(button(page, "Undo")).to_be_hidden()
    expect(item(page, ALLOY)).to_be_checked()
    expect(note(page, ALLOY)).to_have_value("6061")
    settled(page)
    page.reload()
    expect(chosen(page)).to_have_text("Bracket")
    assert parts(page) == ["Bracket", "Manifold"]


def deleted(page: Page) -> Locator:
    """The deleted parts, in the list of parts."""
    unfold_parts(page)
    return page.get_by_role("group", name="Deleted parts", exact=True)


def deleted_line(page: Page, name: str) -> Locator:
    """One deleted part, with its buttons."""
    return deleted(page).get_by_role("listitem").filter(has_text=name)


def delete(page: Page, *names: str) -> None:
    """Begin and delete parts, one after another."""
    visit(page, "/pilot-lock/")
    for name in names:
        button(page, "New part").click()
        note(page, ALLOY).fill(name)
        name_part(page, name)
        button(page, "Delete part").click()
        expect(page.get_by_text(f"{name} is deleted.")).to_be_visible()
    page.evaluate(FRAME)
    expect(page.locator("rfq-parts")).to_have_attribute("data-state", "saved")


def test_two_deleted_parts_are_undone_one_after_the_other_after_a_reload(page: Page) -> None:
    delete(page, "Bracket", "Manifold")
    page.reload()
    expect(page.get_by_text("Manifold is deleted.")).to_be_visible()
    button(page, "Undo").click()
    expect(chosen(page)).to_have_text("Manifold")
    expect(page.get_by_text("Bracket is deleted.")).to_be_visible()
    button(page, "Undo").click()
    expect(chosen(page)).to_have_text("Bracket")
    expect(button(page, "Undo")).to_be_hidden()
    expect(deleted(page)).to_be_hidden()
    settled(page)
    page.reload()
    expect(note(page, ALLOY)).to_have_value("Bracket")
    assert {"Bracket", "Manifold"} <= set(parts(page))


def erase(page: Page, name: str) -> None:
    """Delete a part for good, and say so a second time."""
    button(deleted_line(page, name), "Delete for good").click()
    button(deleted_line(page, name), "Yes, delete for good").click()
    # Its row goes once it is written, and takes the focus along.
    expect(deleted_line(page, name)).to_have_count(0)


def test_a_part_deleted_for_good_is_gone_and_the_others_stay(page: Page) -> None:
    delete(page, "Bracket", "Manifold", "Lid")
    button(deleted_line(page, "Manifold"), "Delete for good").click()
    button(deleted_line(page, "Manifold"), "Yes, delete for good").press("Tab")
    expect(button(deleted_line(page, "Manifold"), "Delete for good")).to_be_visible()
    # What the storage is read for meanwhile takes no question back.
    button(deleted_line(page, "Manifold"), "Delete for good").click()
    other = page.context.new_page()
    visit(other, "/rfq/")
    button(other, "New part").click()
    field_of(other, "part-number").fill("B-2")
    expect(switcher(page).get_by_role("option", name="B-2")).to_be_attached()
    expect(button(deleted_line(page, "Manifold"), "Yes, delete for good")).to_be_visible()
    other.close()
    button(deleted_line(page, "Manifold"), "Yes, delete for good").click()
    expect(deleted_line(page, "Manifold")).to_have_count(0)
    expect(button(deleted_line(page, "Bracket"), "Delete for good")).to_be_focused()
    page.reload()
    expect(deleted(page).get_by_role("listitem")).to_have_count(2)
    erase(page, "Bracket")
    erase(page, "Lid")
    expect(deleted(page)).to_be_hidden()
    expect(button(page, "Undo")).to_be_hidden()
    expect(switcher(page)).to_be_focused()


def test_deleted_parts_are_listed_to_be_restored_for_thirty_days(page: Page) -> None:
    page.clock.install(time="2026-11-29T08:00:00Z")
    delete(page, "Bracket", "Manifold")
    page.clock.fast_forward("10:01")
    page.reload()
    expect(deleted_line(page, "Bracket")).to_contain_text("deleted 2026-11-29")
    expect(button(page, "Undo")).to_be_hidden()
    page.clock.set_system_time("2026-12-29T07:59:00Z")
    page.reload()
    expect(deleted_line(page, "Manifold")).to_be_visible()
    restore = button(deleted_line(page, "Bracket"), "Restore")
    expect(restore).to_have_accessible_description("Bracket")
    restore.click()
    expect(chosen(page)).to_have_text("Bracket")
    expect(switcher(page)).to_be_focused()
    expect(note(page, ALLOY)).to_have_value("Bracket")
    expect(deleted_line(page, "Bracket")).to_have_count(0)
    page.clock.set_system_time("2026-12-29T08:01:00Z")
    page.reload()
    expect(page.locator("rfq-checklist[data-arranged]")).to_have_count(1)
    expect(deleted(page)).to_be_hidden()


def test_a_part_deleted_in_another_tab_is_listed_here(page: Page, context: BrowserContext) -> None:
    delete(page, "Bracket")
    other = context.new_page()
    visit(other, "/pilot-lock/")
    expect(deleted_line(other, "Bracket")).to_be_visible()
    page.bring_to_front()
    button(deleted_line(page, "Bracket"), "Restore").click()
    settled(page)
    other.bring_to_front()
    expect(deleted(other)).to_be_hidden()
    assert "Bracket" in parts(other)


def test_what_is_typed_just_before_a_reload_is_there_after_it(page: Page) -> None:
    visit(page, "/rfq/")
    unfold(page)
    field_of(page, "part-number").focus()
    for key in "SH-2210":
        page.keyboard.press(key)
    page.reload()
    expect(chosen(page)).to_have_text("SH-2210")
    item(page, "Prototype history").check()
    page.reload()
    expect(item(page, "Prototype history")).to_be_checked()


def test_the_last_part_deleted_leaves_an_empty_one(page: Page) -> None:
    visit(page, "/pilot-lock/")
    item(page, ALLOY).check()
    name_part(page, "Bracket")
    button(page, "Delete part").click()
    expect(chosen(page)).to_have_text("Unnamed part")
    expect(progress(page, LOCK)).to_have_text("0 of 6 locked, 6 still moving")
    button(page, "Undo").click()
    expect(progress(page, LOCK)).to_have_text("1 of 6 locked, 5 still moving")
    assert parts(page) == ["Bracket"]


def test_the_example_loads_as_a_part_of_its_own_each_time(page: Page) -> None:
    visit(page, "/rfq/")
    name_part(page, "Mine")
    for count in (1, 2):
        button(page, "Load the example").click()
        expect(switcher(page).locator("option")).to_have_count(1 + count)
        expect(counts(page).first).to_have_text(f"{LOCK}: 6 of 6 locked")
        assert sorted(parts(page)) == ["Mine", *["TVR-10427 Rev C", "TVR-10427 Rev C (2)"][:count]]
    switch_to(page, "Mine")
    expect(counts(page).first).to_have_text(f"{LOCK}: 0 of 6 locked, 6 still moving")


def test_the_page_says_when_the_part_changed_since_the_last_copy(page: Page) -> None:
    changed = "Changed since you last saved a copy."
    visit(page, "/rfq/")
    expect(saving(page)).not_to_contain_text(changed)
    item(page, "Prototype history").check()
    expect(saving(page)).to_contain_text(changed)
    downloaded(page, "Download record (JSON)")
    settled(page)
    expect(saving(page)).not_to_contain_text(changed)
    page.reload()
    settled(page)
    expect(saving(page)).not_to_contain_text(changed)
    item(page, "Prototype history").uncheck()
    expect(saving(page)).to_contain_text(changed)


def test_a_copy_that_cannot_be_made_says_why(page: Page) -> None:
    page.route(address_of("guide-exports.js"), lambda route: route.abort())
    visit(page, "/rfq/")
    item(page, "Prototype history").check()
    settled(page)
    button(page, "Save a copy").click()
    expect(saving(page)).to_contain_text("A part of this page could not be loaded.")
    # What the store tells of meanwhile, as when it reads again, says nothing against it; a change does, and a copy.
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.evaluate(FRAME)
    expect(saving(page)).to_contain_text("A part of this page could not be loaded.")
    item(page, "Prototype history").uncheck()
    settled(page)
    button(page, "Save a copy").click()
    expect(saving(page)).to_contain_text("A part of this page could not be loaded.")
    page.unroute(address_of("guide-exports.js"))
    downloaded(page, "Save a copy")
    settled(page)


def test_a_part_that_another_tab_deleted_is_said_to_be_gone_and_comes_back(page: Page, context: BrowserContext) -> None:
    other = context.new_page()
    visit(page, "/pilot-lock/")
    page.bring_to_front()
    item(page, ALLOY).check()
    name_part(page, "Bracket")
    settled(page)
    other.bring_to_front()
    visit(other, "/pilot-lock/")
    button(other, "Delete part").click()
    page.bring_to_front()
    expect(saving(page)).to_contain_text("This part was deleted in another tab; editing it here restores it.")
    expect(item(page, ALLOY)).to_be_checked()
    item(page, FINISH).check()
    settled(page)
    page.reload()
    expect(progress(page, LOCK)).to_have_text("2 of 6 locked, 4 still moving")


DENIED = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError'); } })"


def test_with_the_storage_blocked_the_page_works_and_says_so(page: Page) -> None:
    page.add_init_script(DENIED)
    visit(page, "/rfq/")
    expect(saving(page)).to_have_text(BLOCKED)
    item(page, "Prototype history").check()
    note(page, "Prototype history").fill("Rev A and B")
    expect(saving(page)).to_have_text(BLOCKED)
    _, content = downloaded(page, "Download record (JSON)")
    assert json.loads(content)["answers"]["rfq/prototype-history"]["note"] == "Rev A and B"
    expect(saving(page)).to_have_text(BLOCKED)
    # There, but not to be opened.
    other = page.context.new_page()
    other.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); }")
    visit(other, "/rfq/")
    item(other, "Prototype history").check()
    expect(saving(other)).to_have_text(BLOCKED)


def test_a_spoilt_part_is_kept_whole_and_offered_for_download(page: Page) -> None:
    plant(page, {"id": "spoilt", "schema": "rfq-record/1", "values": []}, {**example(REV_C), "name": "Good"})
    visit(page, "/pilot-lock/")
    expect(saving(page)).to_contain_text(UNREADABLE)
    assert "Good" in parts(page)
    _, content = downloaded(page, "Download what could not be read")
    assert [json.loads(text)["id"] for text in json.loads(content)] == ["spoilt"]
    switch_to(page, "Good")
    expect(progress(page, LOCK)).to_have_text("6 of 6 locked")


def test_a_part_of_a_newer_guide_is_shown_and_nothing_that_would_change_it_can_be_pressed(page: Page) -> None:
    plant(
        page,
        {**example(REV_C), "schema": "rfq-record/2", "name": "Newer"},
        {**example(REV_C), "id": "mine", "name": "Mine"},
    )
    visit(page, "/rfq/")
    unfold(page)
    expect(saving(page)).to_have_text(NEWER)
    expect(chosen(page)).to_have_text("Newer")
    expect(progress(page, "RFQ checklist")).to_have_text("5 of 5 ready")
    expect(item(page, "Prototype history")).to_be_disabled()
    expect(field_of(page, "part-number")).to_have_value("TVR-10427")
    expect(field_of(page, "part-number")).to_be_disabled()
    breaks = field_of(page, "quantity-breaks")
    for each in breaks.get_by_role("button").all():
        expect(each).to_be_disabled()
    expect(breaks.get_by_role("textbox")).to_have_count(4)
    changing = ["Duplicate part", "Rename part", "Delete part", "Keep this build", "Remove build Rev B"]
    for name in changing:
        expect(button(page, name)).to_be_disabled()
    expect(page.get_by_role("textbox", name="Name of build Rev B", exact=True)).to_be_disabled()
    page.evaluate("() => { location.hash = 'annual-estimate=7&contact=me' }")
    expect(page.get_by_text("The link you opened changed nothing: this part is read-only here.")).to_be_visible()

    button(page, "New part").click()
    expect(item(page, "Prototype history")).to_be_enabled()
    unfold(page)
    expect(button(breaks, "Add row")).to_be_enabled()
    for name in changing[:4]:
        expect(button(page, name)).to_be_enabled()
    switch_to(page, "Mine")
    button(page, "Rename part").click()
    switch_to(page, "Newer")
    expect(button(page, "Save name")).to_be_hidden()
    button(page, "Load the example").click()
    expect(saving(page)).not_to_have_text(NEWER)
    assert "Newer" in parts(page)
    expect(button(page, "Remove build Rev B")).to_be_enabled()


def test_the_levels_of_a_part_of_a_newer_guide_stay_as_they_are(page: Page) -> None:
    plant(page, {**example(REV_C), "schema": "rfq-record/2", "levels": {"drawing-maturity": "pilot-run"}})
    visit(page, "/assess/#from=proof-prototype")
    expect(saving(page)).to_have_text(NEWER)
    page.evaluate(FRAME)
    assert page.locator("rfq-assess input[type=radio]:checked:not([name=request])").evaluate_all(
        "all => all.map((each) => each.value)"
    ) == ["pilot-run"]
    expect(page.get_by_text(PICKED)).to_have_count(0)
    for name in ("Start over",):
        expect(button(page, name)).to_be_disabled()
    for radio in page.locator(".assess input").all():
        expect(radio).to_be_disabled()

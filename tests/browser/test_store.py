"""The store in a real browser: what was entered is kept, whatever happens to the tab, the storage or the browser."""

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, Route

from tests.browser import engines
from tests.chromium import launch_options
from tests.project import ROOT
from tests.serving import serving
from tests.soak import SOAK, soak
from tests.tally import Tally

TABS = 4
CHANGES = 300 if SOAK else 75
KILLS = 20 if SOAK else 3
RELEASED = sorted((ROOT / "tests" / "golden" / "records").glob("*/*.json"))
MODULES = ("store", "database", "edit-parts", "deleted-parts", "unreadable")
ESBUILD = ROOT / "node_modules" / ".bin" / "esbuild"

# The tests look at the storage past the store, as a later version or another program would.
TOOLS = """
const asked = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
async function database() {
  const request = indexedDB.open("rfq-guide");
  request.onupgradeneeded = () => {
    request.result.createObjectStore("records", { keyPath: "id" });
    request.result.createObjectStore("unreadable", { autoIncrement: true });
    request.result.createObjectStore("settings");
  };
  return asked(request);
}
async function inside(work) {
  const db = await database();
  const tx = db.transaction(["records", "unreadable", "settings"], "readwrite");
  const done = new Promise((resolve, reject) => { tx.oncomplete = resolve; tx.onabort = () => reject(tx.error); });
  const result = await work(tx.objectStore("records"), tx.objectStore("settings"), tx.objectStore("unreadable"));
  await done;
  db.close();
  return result;
}
const contents = () => inside(async (records, settings, unreadable) => ({
  records: await asked(records.getAll()),
  current: await asked(settings.get("current")),
  settings: await asked(settings.getAllKeys()),
  unreadable: await asked(unreadable.getAll()),
}));
const deletedParts = async () => {
  const db = await database();
  const all = await asked(db.transaction("deleted").objectStore("deleted").getAll());
  db.close();
  return all;
};
const plant = (records, current = records[0]?.id) => inside(async (kept, settings) => {
  for (const record of records) kept.put(record);
  settings.put(current, "current");
});
const blank = (id, more = {}) => ({
  schema: "rfq-record/1", id, guide: "1.0.0", created: "2026-01-02T03:04:05Z", updated: "2026-01-02T03:04:05Z",
  stage: null, values: {}, answers: {}, levels: {}, builds: [], files: [], ...more,
});
const guide = { version: "1.0.0", known: { textOf: ({ values }, meaning) => String(values[meaning] ?? "").trim() } };
const open = async (options) => {
  globalThis.store = await RfqStore.Store.open({ guide, ...options });
  globalThis.deleted = new RfqStore.DeletedParts(store);
};
const impatient = () => new RfqStore.Database(() => indexedDB, 50);
const enter = (field, value) => store.change({ what: "value", field, value });
const copy = () => RfqStore.copySaved(store, store.record.id, store.record.updated);
const setAside = () => RfqStore.readUnreadable(store.storage.database);
const rename = (name) => RfqStore.rename(store, guide, name);
const duplicate = () => RfqStore.duplicate(store, guide);
const tick = (item) => store.change({ what: "answer", item, answer: { status: "done" } });
const until = (holds) => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error(`never: ${holds}`)), 60_000);
  const look = () => { if (!holds()) return; release(); resolve(); };
  const release = store.subscribe(look);
  look();
});
const never = () => undefined;
const full = () => { throw new DOMException("full", "QuotaExceededError"); };
const put = IDBObjectStore.prototype.put;
"""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with the store as its only script."""
    assert ESBUILD.exists(), "esbuild is missing: `make bundle` installs it"
    folder = tmp_path_factory.mktemp("store")
    entry = "".join(f'export * from "./macros/client/store/{name}.ts";' for name in MODULES)
    command = (ESBUILD, "--bundle", "--format=iife", "--global-name=RfqStore", f"--outfile={folder}/store.js")
    subprocess.run((*command, "--log-level=error"), input=entry, text=True, cwd=ROOT, check=True, timeout=60)
    (folder / "tools.js").write_text(TOOLS, "utf-8")
    (folder / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><title>Store</title><link rel=icon href=data:,>"
        "<script src=store.js></script><script src=tools.js></script>",
        "utf-8",
    )
    (folder / "elsewhere.html").write_text(
        "<!doctype html><title>Elsewhere</title><link rel=icon href=data:,>", "utf-8"
    )
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[BrowserContext]:
    """One browser for all tests of this file; each test has an origin, and so a storage, of its own."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture(scope="module")
def firefox(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Firefox for all tests of this file, which goes on where the process of a page is killed."""
    with engines.firefox(playwright, tmp_path_factory.mktemp("firefox"), outlives=True) as browser:
        yield browser


@pytest.fixture
def firefox_tab(firefox: Browser, address: str) -> Iterator[Callable[[], Page]]:
    """Opens a tab of that Firefox."""
    context = firefox.new_context()
    with tabs_of(context, address) as opened:
        yield opened
    context.close()


@pytest.fixture
def address(origin: str, request: pytest.FixtureRequest) -> str:
    """The page at an origin that no other test opens."""
    name = hashlib.sha256(request.node.name.encode()).hexdigest()[:12]
    return origin.replace("127.0.0.1", f"t{name}.localhost")


@pytest.fixture
def tab(shared: BrowserContext, address: str) -> Iterator[Callable[[], Page]]:
    """Opens a tab of the same browser."""
    with tabs_of(shared, address) as opened:
        yield opened


@contextmanager
def tabs_of(context: BrowserContext, address: str) -> Iterator[Callable[[], Page]]:
    """Opens tabs at an address; an error that nobody caught fails the test."""
    errors: list[str] = []
    pages: list[Page] = []

    def opened() -> Page:
        page = context.new_page()
        pages.append(page)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for page in pages:
        page.close()
    assert errors == []


@pytest.fixture
def page(tab: Callable[[], Page]) -> Page:
    return tab()


def run(page: Page, script: str, given: object = None) -> Any:
    """The result of the body of an async function; `given` is what it was given."""
    late = 'new Promise((_, reject) => setTimeout(reject, 30000, new Error("nothing happened for 30 seconds")))'
    return page.evaluate(f"(given) => Promise.race([(async () => {{ {script} }})(), {late}])", given)


# What was entered is kept


def test_reload_keeps_what_was_entered(page: Page) -> None:
    run(page, "await open(); enter('part-number', 'A-1'); tick('pilot-lock/cad-and-drawing'); await store.saved()")
    page.reload()
    assert run(
        page,
        "await open(); const { record } = store;"
        "return [record.values['part-number'], record.answers['pilot-lock/cad-and-drawing'].status, store.state]",
    ) == ["A-1", "done", "saved"]


def test_nothing_is_written_until_something_is_entered(page: Page) -> None:
    found = run(page, "await open(); await store.saved(); return contents()")
    assert (found["records"], found["settings"], found["unreadable"]) == ([], [], [])


def test_nothing_else_is_left_in_the_browser(page: Page) -> None:
    found = run(
        page,
        "await open(); enter('revision', 'C'); rename('Bracket'); copy(); store.create();"
        "await store.saved(); const found = await contents();"
        "return { ...found, databases: (await indexedDB.databases()).map((each) => each.name),"
        " more: [localStorage.length, sessionStorage.length, document.cookie.length, (await caches.keys()).length] }",
    )
    assert found["databases"] == ["rfq-guide"]
    assert found["settings"] == ["current"]
    assert found["more"] == [0, 0, 0, 0]
    assert found["current"] in [record["id"] for record in found["records"]]


def test_the_notice_tells_the_state_in_a_sentence(page: Page) -> None:
    found = run(
        page,
        "navigator.storage.persist = navigator.storage.persisted = async () => true;"
        "await open(); const log = [store.notice]; enter('revision', 'B'); log.push(store.notice);"
        "await store.saved(); await until(() => store.notice !== given); return [...log, store.notice, store.state]",
        "Saving in this browser.",
    )
    assert found == ["", "Saving in this browser.", "Saved in this browser.", "saved"]


def test_state_says_saved_only_after_a_strict_transaction_completed(page: Page) -> None:
    assert run(
        page,
        """
        const begin = IDBDatabase.prototype.transaction, log = [];
        IDBDatabase.prototype.transaction = function (stores, mode, options) {
          const tx = begin.call(this, stores, mode, options);
          if (mode === "readwrite") {
            log.push(`begun ${options.durability}`);
            tx.addEventListener("complete", () => log.push("complete"));
          }
          return tx;
        };
        await open();
        let last = "saved";
        store.subscribe(() => { if (store.state !== last) log.push(last = store.state); });
        enter("revision", "B");
        await store.saved();
        return log;
        """,
    ) == ["saving", "begun strict", "complete", "saved"]


def test_a_change_counts_at_once_and_is_written_when_scheduled(page: Page) -> None:
    assert run(
        page,
        """
        let write;
        await open({ schedule: (run) => { write = run; } });
        const before = store.record;
        enter("revision", "B"); enter("revision", "C");
        const stored = (await contents()).records.length;
        const during = [before.values.revision ?? null, store.record.values.revision, store.state, stored];
        write();
        await until(() => store.state === "saved");
        return [...during, (await contents()).records[0].values.revision];
        """,
    ) == [None, "C", "saving", 0, "C"]


@pytest.mark.parametrize("event", ["pagehide", "visibilitychange"])
def test_a_page_that_is_hidden_writes_at_once(page: Page, event: str) -> None:
    assert (
        run(
            page,
            """
        await open({ schedule: never });
        enter("revision", "B");
        if (given === "pagehide") dispatchEvent(new PageTransitionEvent("pagehide"));
        else {
          Object.defineProperty(document, "hidden", { value: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }
        await until(() => store.state === "saved");
        return (await contents()).records[0].values.revision;
        """,
            event,
        )
        == "B"
    )


def test_leaving_a_page_writes_before_the_next_one_arrives(tab: Callable[[], Page]) -> None:
    page, other = tab(), tab()

    def arrives(route: Route) -> None:
        run(other, "let found; do found = await contents(); while (!found.records.length); globalThis.found = found")
        route.continue_()

    page.route("**/elsewhere.html", arrives)
    run(page, "await open({ schedule: never }); enter('revision', 'B'); location.href = 'elsewhere.html'")
    page.wait_for_url("**/elsewhere.html")
    assert run(other, "return found.records[0].values") == {"revision": "B"}


def test_a_change_made_while_another_is_written_is_written_next(page: Page) -> None:
    assert run(
        page,
        """
        await plant([blank('one')]); await open({ schedule: never });
        IDBObjectStore.prototype.put = function (...given) {
          IDBObjectStore.prototype.put = put;
          enter('form', 'plate');
          return put.apply(this, given);
        };
        enter('revision', 'B'); await store.saved();
        return [store.record.values, (await contents()).records[0].values, store.state];
        """,
    ) == [{"revision": "B", "form": "plate"}, {"revision": "B", "form": "plate"}, "saved"]


def test_a_part_taken_in_use_while_another_is_written_is_in_use_after_a_reload(page: Page) -> None:
    assert (
        run(
            page,
            """
        await plant([blank('one'), blank('two')]); await open({ schedule: never });
        IDBObjectStore.prototype.put = function (...given) {
          IDBObjectStore.prototype.put = put;
          store.switchTo('two');
          return put.apply(this, given);
        };
        enter('revision', 'B'); store.switchTo('one'); await store.saved();
        return (await contents()).current;
        """,
        )
        == "two"
    )


# Many tabs


@pytest.mark.parametrize("start", ["one record", "nothing stored"])
@soak
def test_many_tabs_saving_at_once_keep_everything(tab: Callable[[], Page], kept: Tally, start: str) -> None:
    save_at_once([tab() for _ in range(TABS)], kept, "Chromium", start)


@soak
def test_many_tabs_of_firefox_saving_at_once_keep_everything(firefox_tab: Callable[[], Page], kept: Tally) -> None:
    save_at_once([firefox_tab() for _ in range(TABS)], kept, "Firefox", "one record")


def save_at_once(tabs: list[Page], kept: Tally, engine: str, start: str) -> None:
    """Let all tabs write at the same time, and look for what each of them wrote."""
    if start == "one record":
        run(tabs[0], "await plant([blank('one')])")
    for number, page in enumerate(tabs):
        run(
            page,
            """
            await open();
            globalThis.finished = new Promise((resolve) => {
              const gate = new BroadcastChannel("start");
              gate.onmessage = async () => {
                for (let each = 0; each < given.changes; each++) {
                  tick(`tab-${given.number}/item-${each}`);
                  await store.saved();
                }
                resolve();
              };
            });
            """,
            {"number": number, "changes": CHANGES},
        )
    run(tabs[-1], "globalThis.gate = new BroadcastChannel('start'); new BroadcastChannel('start').postMessage('go')")
    for page in tabs:
        run(page, "await finished")
    found = run(tabs[0], "return contents()")
    saved = sum(len(record["answers"]) for record in found["records"])
    kept(f"saves by {TABS} tabs of {engine} at once", saved, TABS * CHANGES)
    assert (saved, len(found["records"])) == (TABS * CHANGES, 1)
    for page in tabs:
        run(page, "await until(() => Object.keys(store.record.answers).length === given)", saved)


def test_two_tabs_that_change_different_answers_show_both(tab: Callable[[], Page]) -> None:
    one, other = tab(), tab()
    run(one, "await plant([blank('one')]); await open()")
    run(other, "await open({ schedule: never }); tick('rfq/prototype-history')")
    run(one, "tick('rfq/cad-and-drawing'); await store.saved()")
    run(other, "await until(() => store.record.answers['rfq/cad-and-drawing'])")
    assert run(other, "return [Object.keys(store.record.answers).sort(), store.state]") == [
        ["rfq/cad-and-drawing", "rfq/prototype-history"],
        "saving",
    ]
    run(other, "await store.saved()")
    run(one, "await until(() => store.record.answers['rfq/prototype-history'])")


def test_a_tab_without_messages_catches_up_when_it_is_shown(tab: Callable[[], Page]) -> None:
    one, other = tab(), tab()
    run(
        one,
        "await plant([blank('one')]); await open({ channel: () => { throw new DOMException('', 'SecurityError') } })",
    )
    run(other, "await open(); tick('rfq/cad-and-drawing'); await store.saved()")
    run(one, "document.dispatchEvent(new Event('visibilitychange'))")
    run(one, "await until(() => store.record.answers['rfq/cad-and-drawing'])")


def test_a_message_carries_only_the_id(tab: Callable[[], Page]) -> None:
    one, other = tab(), tab()
    run(one, "globalThis.heard = []; new BroadcastChannel('rfq-guide').onmessage = ({ data }) => heard.push(data)")
    run(other, "await plant([blank('one')]); await open(); enter('revision', 'secret'); await store.saved()")
    one.wait_for_function("heard.length > 0")
    assert one.evaluate("heard") == ["one"]


def test_a_part_deleted_in_another_tab_stays_where_it_is_in_use(tab: Callable[[], Page]) -> None:
    one, other = tab(), tab()
    run(one, "await plant([blank('one', { values: { revision: 'C' } }), blank('two')]); await open()")
    run(other, "await open(); store.remove(); await store.saved()")
    run(one, "await until(() => store.notice.includes('deleted'))")
    assert run(one, "return [store.record.values.revision, store.parts().length]") == ["C", 2]
    run(one, "enter('form', 'plate'); await store.saved()")
    assert run(
        one, "return [store.notice.includes('deleted'), (await contents()).records.map((each) => each.values)]"
    ) == [
        False,
        [{"revision": "C", "form": "plate"}, {}],
    ]
    run(other, "await until(() => store.part('one')); store.switchTo('one'); store.remove(); await store.saved()")
    run(one, "await until(() => store.notice.includes('deleted')); store.switchTo('two')")
    run(one, "await until(() => store.parts().length === 1)")


def test_another_tab_can_delete_the_database_and_nothing_is_lost(tab: Callable[[], Page]) -> None:
    one, other = tab(), tab()
    run(one, "await open(); enter('revision', 'C'); await store.saved()")
    run(other, "await asked(indexedDB.deleteDatabase('rfq-guide'))")
    run(one, "enter('form', 'plate'); await store.saved()")
    assert run(one, "return [store.state, (await contents()).records.map((each) => each.values)]") == [
        "saved",
        [{"revision": "C", "form": "plate"}],
    ]


# Databases of other releases

OLDER = {
    "1.0.0": ["records", "unreadable", "settings"],
    "with contents": ["records", "unreadable", "settings", "contents"],
}


@pytest.mark.parametrize("stores", OLDER.values(), ids=OLDER)
def test_a_database_of_an_earlier_guide_opens_with_all_that_is_in_it(page: Page, stores: list[str]) -> None:
    found = run(
        page,
        """
        const [id, sha256] = [{ keyPath: 'id' }, { keyPath: 'sha256' }];
        const keys = { records: id, unreadable: { autoIncrement: true }, contents: sha256 };
        const request = indexedDB.open('rfq-guide', 2);
        request.onupgradeneeded = () => given.forEach((name) => request.result.createObjectStore(name, keys[name]));
        const old = await asked(request);
        const tx = old.transaction(given, 'readwrite');
        tx.objectStore('records').put(blank('one', { values: { revision: 'C' } }));
        tx.objectStore('settings').put('one', 'current');
        tx.objectStore('unreadable').add({ odd: true });
        await new Promise((done) => { tx.oncomplete = done; });
        old.close();
        await open(); deleted.remove(); await store.saved();
        const db = await database();
        const now = [db.version, [...db.objectStoreNames]];
        db.close();
        return [...now, store.unreadableCount, (await deletedParts()).map(({ record }) => record.values)];
        """,
        stores,
    )
    assert found == [3, ["contents", "deleted", "records", "settings", "unreadable"], 1, [{"revision": "C"}]]


# What is noted until it is written

NOTES = "Object.keys(localStorage).filter((key) => key.startsWith('rfq-guide:pending')).sort()"
# Leaves a note behind, as a page does that ends before it could write.
LEAVE = """
const leave = (id, at, places) => localStorage.setItem('rfq-guide:pending', JSON.stringify([{ id, at, places }]));
const revision = { keys: ['values', 'revision'], from: 'C', to: 'D' };
const LATE = '2026-05-05T05:05:05.000Z';
"""


def test_what_is_entered_is_noted_in_the_same_turn_and_struck_off_once_it_is_written(page: Page) -> None:
    assert run(
        page,
        f"""
        await plant([blank('one')]); await open({{ schedule: never }});
        const log = [localStorage.length];
        enter('revision', 'B');
        log.push(JSON.parse(localStorage['rfq-guide:pending'])[0].places.at(-1));
        tick('rfq/a'); enter('revision', 'BC');
        log.push(JSON.parse(localStorage['rfq-guide:pending'])[2].places.at(-1).from);
        await store.saved();
        return [...log, localStorage.length, {NOTES}];
        """,
    ) == [
        0,
        {"keys": ["values", "revision"], "to": "B"},
        "B",
        0,
        [],
    ]


def test_what_a_page_noted_and_could_not_write_is_in_its_part_at_the_next_start(page: Page) -> None:
    found = run(
        page,
        LEAVE
        + """
        await plant([blank('one', { values: { revision: 'C' } }), blank('two')], 'two');
        leave('one', LATE, [revision, { keys: ['updated'], from: blank('one').updated, to: LATE }]);
        await open();
        const { id, values, updated } = store.record;
        return [id, values, updated, (await contents()).records[0].values, localStorage.length];
        """,
    )
    assert found == ["one", {"revision": "D"}, "2026-05-05T05:05:05.000Z", {"revision": "D"}, 0]


def test_a_newer_change_of_another_tab_is_not_overtaken_by_a_note(tab: Callable[[], Page]) -> None:
    left, other = tab(), tab()
    run(left, "await plant([blank('one', { values: { revision: 'A' } })]); await open({ schedule: never })")
    run(left, "enter('revision', 'B'); enter('form', 'plate')")
    run(other, "localStorage.clear(); await open(); enter('revision', 'C'); await store.saved()")
    run(left, "enter('temper', 'T6')")
    later = tab()
    assert run(later, "await open(); return store.record.values") == {"revision": "C", "form": "plate", "temper": "T6"}


def test_pages_with_something_waiting_have_a_note_each(tab: Callable[[], Page]) -> None:
    one, other, later = tab(), tab(), tab()
    run(one, "await plant([blank('one')]); await open({ schedule: never })")
    run(other, "await open({ schedule: never }); enter('form', 'plate')")
    run(one, "enter('revision', 'B')")
    assert len(run(other, f"return {NOTES}")) == 2
    assert run(later, f"await open(); return [store.record.values, {NOTES}]") == [
        {"revision": "B", "form": "plate"},
        [],
    ]


def test_a_note_of_a_part_that_another_tab_deleted_brings_it_back(page: Page) -> None:
    found = run(
        page,
        LEAVE
        + """
        await plant([blank('one', { values: { revision: 'C' } }), blank('two')]); await open();
        deleted.remove(); await store.saved();
        leave('one', LATE, [revision]);
        await open();
        return [store.record.id, store.record.values, await deletedParts()];
        """,
    )
    assert found == ["one", {"revision": "D"}, []]


@pytest.mark.parametrize(
    "note",
    [
        "not JSON",
        "{}",
        "[7]",
        "[null]",
        '[{"id": "one"}]',
        '[{"id": "one", "at": "2027", "places": [{"keys": ["values"], "to": 7}]}]',
        '[{"id": "nowhere", "at": "2026", "places": [{"keys": ["values", "revision"], "to": "D"}]}]',
    ],
)
def test_a_note_that_makes_no_record_is_set_aside_whole(page: Page, note: str) -> None:
    found = run(
        page,
        """
        await plant([blank('one', { values: { revision: 'C' } })]);
        localStorage['rfq-guide:pending'] = given;
        await open();
        const texts = await setAside();
        return [store.record.values, store.state, store.unreadableCount, texts.length, localStorage.length];
        """,
        note,
    )
    assert found == [{"revision": "C"}, "saved", 1, 1, 0]


@pytest.mark.parametrize(
    "blocked",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
        "const fill = (size) => { for (let n = 0; ; n++) localStorage[`${size}/${n}`] = 'x'.repeat(size) };"
        "for (const size of [1e5, 1e3, 10]) try { fill(size) } catch {}",
    ],
)
def test_without_notes_everything_is_saved_as_before(page: Page, blocked: str) -> None:
    assert run(
        page,
        f"{blocked}; await open(); enter('revision', 'B'); tick('rfq/a'); await store.saved();"
        "return [store.state, (await contents()).records[0].values]",
    ) == ["saved", {"revision": "B"}]


def test_what_the_database_could_not_take_is_taken_at_the_next_start(page: Page) -> None:
    run(
        page,
        "await plant([blank('one')]); await open(); IDBObjectStore.prototype.put = full;"
        "enter('revision', 'B'); store.create(); enter('form', 'plate'); await store.saved()",
    )
    page.reload()
    assert run(
        page, "await open(); return [store.record.values, store.parts().length, store.state, localStorage.length]"
    ) == [{"form": "plate"}, 2, "saved", 0]


# The page goes away

DELAYS = (0, 10, 30, 100)
ROUNDS = {"Chromium": 40, "Firefox": 40 if SOAK else 4}
# Waits in the page, and lets it go after that.
ENTER = """
await open();
if (given.round % 2) enter(`key-${given.round}`, 'typed');
else tick(`rfq/tick-${given.round}`);
await new Promise((done) => setTimeout(done, given.delay));
"""


def reloaded(page: Page) -> None:
    page.reload()


def closed(page: Page) -> None:
    page.close()


def crashed(page: Page) -> None:
    """Kill the process that draws the page, and so the page alone."""
    assert page.context.browser
    for process in drawing_processes(DRAWS[page.context.browser.browser_type.name]):
        os.kill(process, signal.SIGKILL)


DRAWS = {"chromium": b"--type=renderer", "firefox": b"-isForBrowser"}


def drawing_processes(mark: bytes) -> list[int]:
    """The processes of an engine that draw pages, of the browsers that this one started."""
    parents: dict[int, int] = {}
    drawing: list[int] = []
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(path.name)] = int((path / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
            command = (path / "cmdline").read_bytes()
            if mark in command:
                drawing.append(int(path.name))

    def is_ours(process: int) -> bool:
        while process > 1 and process != os.getpid():
            process = parents.get(process, 0)
        return process == os.getpid()

    return [each for each in drawing if is_ours(each)]


@pytest.mark.parametrize("goes", [reloaded, closed, crashed])
def test_what_was_entered_just_before_the_page_goes_is_kept(
    tab: Callable[[], Page], kept: Tally, goes: Callable[[Page], None]
) -> None:
    enter_and_go(tab, kept, "Chromium", goes)


@pytest.mark.parametrize("goes", [reloaded, closed, crashed])
@soak
def test_what_was_entered_just_before_a_page_of_firefox_goes_is_kept(
    firefox_tab: Callable[[], Page], kept: Tally, goes: Callable[[Page], None]
) -> None:
    enter_and_go(firefox_tab, kept, "Firefox", goes)


def enter_and_go(tab: Callable[[], Page], kept: Tally, engine: str, goes: Callable[[Page], None]) -> None:
    """Enter something new in each of many pages that go soon after, and look for all of it."""
    page = tab()
    for each in range(ROUNDS[engine]):
        run(page, ENTER, {"round": each, "delay": DELAYS[(each + each // 4) % len(DELAYS)]})
        goes(page)
        if goes is closed:
            page = tab()
        elif goes is crashed:
            page = opened_after_a_crash(tab)
    found = run(page, "await open(); await store.saved(); return [store.record, localStorage.length, store.parts()]")
    record, notes, parts = found
    entered = len(record["values"]) + len(record["answers"])
    kept(f"entries before a page of {engine} was {goes.__name__}", entered, ROUNDS[engine])
    assert (entered, notes, len(parts)) == (ROUNDS[engine], 0, 1)


def opened_after_a_crash(tab: Callable[[], Page]) -> Page:
    """A new tab; Firefox may have meant it for a process that was killed as well."""
    for _ in range(5):
        with suppress(Error):
            return tab()
    return tab()


# The browser dies


@contextmanager
def own_browser(folder: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """A browser process of this test's own, at an address; the function kills all its processes at once."""
    options = launch_options()
    program = options.get("executable_path") or shutil.which("chromium")
    assert isinstance(program, str), "a system Chromium is missing: `make browser` installs it"
    arguments = [*options["args"], "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={folder}"]  # type: ignore[misc]
    process = subprocess.Popen(
        [program, *arguments, "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )

    def kill() -> None:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    try:
        assert process.stderr is not None
        address = next(found[1] for line in process.stderr if (found := re.search(r"listening on (ws://\S+)", line)))
        yield address, kill
    finally:
        kill()
        if process.stderr:
            process.stderr.close()


@soak
def test_a_browser_killed_right_after_saved_lost_nothing(
    playwright: Playwright, origin: str, tmp_path: Path, kept: Tally
) -> None:
    found = 0
    for each in range(KILLS + 1):
        (tmp_path / "SingletonLock").unlink(missing_ok=True)
        with own_browser(tmp_path) as (address, kill):
            browser = playwright.chromium.connect_over_cdp(address)
            page = browser.contexts[0].new_page()
            page.goto(origin)
            run(page, "await open()")
            if each:
                found += run(page, "return store.record.values.open ?? null") == f"round {each - 1}"
            if each < KILLS:
                run(page, "enter('open', given); await until(() => store.state === 'saved')", f"round {each}")
            kill()
    kept("saves before the browser was killed", found, KILLS)
    assert found == KILLS


# The storage fails


@pytest.mark.parametrize(
    "denied",
    [
        "Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } })",
        "Object.defineProperty(globalThis, 'indexedDB', { value: undefined })",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'InvalidStateError') }",
    ],
)
def test_without_storage_the_page_works_from_memory_and_says_so(page: Page, denied: str) -> None:
    found = run(
        page,
        f"""
        {denied};
        await open();
        const before = [store.state, store.notice];
        enter('part-number', 'A-1'); await store.saved();
        const first = store.record.id;
        store.create(); enter('part-number', 'B-2');
        store.switchTo(first); await store.saved();
        deleted.remove(); await store.saved(); await deleted.restore(first);
        await store.saved();
        return {{ before, state: store.state, value: store.record.values['part-number'],
          parts: store.parts().map((part) => part.name).sort(), unreadable: await setAside() }};
        """,
    )
    assert found["before"][0] == found["state"] == "memory"
    assert "save a copy" in found["before"][1]
    assert (found["value"], found["parts"], found["unreadable"]) == ("A-1", ["A-1", "B-2"], [])


def test_a_page_kept_for_the_back_button_lets_others_in_and_begins_anew_when_it_is_shown(
    tab: Callable[[], Page],
) -> None:
    left, page = tab(), tab()
    run(
        left,
        """
        await plant([blank('one')]); await open();
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...given) {
          const goOn = () => { this.count().onsuccess = goOn; };
          goOn();
          dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
          IDBObjectStore.prototype.put = put;
          return put.apply(this, given);
        };
        enter('revision', 'B'); enter('form', 'plate'); void store.saved();
        """,
    )
    # What the page noted is there, and what it was about to write does not come over what was entered since.
    assert run(page, "await open(); return store.record.values") == {"revision": "B", "form": "plate"}
    run(page, "enter('revision', 'C'); await store.saved()")
    with left.expect_navigation():
        run(left, "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert run(left, "await open(); return [store.state, store.record.values, localStorage.length]") == [
        "saved",
        {"revision": "C", "form": "plate"},
        0,
    ]


def test_a_page_come_back_to_begins_anew_where_the_one_before_had_not_saved(tab: Callable[[], Page]) -> None:
    back, page = tab(), tab()
    run(back, "await plant([blank('one')]); await open(); enter('revision', 'B'); await store.saved()")
    run(back, "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    # As it is closed, a page saves once more, and may have the time to end that.
    run(page, "await open(); IDBObjectStore.prototype.put = full; enter('form', 'plate')")
    # What one tab notes, another one sees a little later.
    back.wait_for_function("Object.values(localStorage).join().includes('plate')")
    page.close()
    with back.expect_navigation():
        run(back, "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert run(back, "await open(); return store.record.values") == {"revision": "B", "form": "plate"}


def test_a_page_that_cannot_save_stays_as_it_is_when_it_is_come_back_to_unless_its_note_was_taken_in(
    page: Page,
) -> None:
    found = run(
        page,
        """
        await plant([blank('one')]); await open();
        IDBObjectStore.prototype.put = full;
        enter('revision', 'B'); await store.saved();
        let went = false;
        navigation.onnavigate = (event) => { event.preventDefault(); went = true; };
        const awayAndBack = (meanwhile) => {
          dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
          meanwhile();
          dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
          return went;
        };
        return [
          awayAndBack(() => { localStorage['rfq-guide:pending0.1'] = '[]'; }), store.state, store.record.values,
          awayAndBack(() => { delete localStorage['rfq-guide:pending']; }),
        ];
        """,
    )
    assert found == [False, "failed", {"revision": "B"}, True]


def test_a_page_that_is_left_again_before_it_begins_anew_goes_on_when_it_is_shown(page: Page) -> None:
    found = run(
        page,
        """
        await plant([blank('one')]); await open();
        navigation.onnavigate = (event) => { event.preventDefault(); };
        dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        localStorage['rfq-guide:pending0.1'] = '[]';
        enter('revision', 'B');
        const saved = store.saved();
        await new Promise((done) => setTimeout(done));
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        delete localStorage['rfq-guide:pending0.1'];
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        await saved;
        return [store.state, (await contents()).records.map(({ values }) => values)];
        """,
    )
    assert found == ["saved", [{"revision": "B"}]]


def test_a_database_that_opens_late_shows_the_part_last_in_use(tab: Callable[[], Page]) -> None:
    holder, page = tab(), tab()
    run(holder, "await plant([blank('one', { values: { revision: 'C' } })]); globalThis.held = await database()")
    run(holder, "globalThis.later = indexedDB.open('rfq-guide', 7); later.onsuccess = () => later.result.close()")
    assert run(page, "await open({ database: impatient() }); return store.state") == "memory"
    run(holder, "held.close()")
    run(page, "await until(() => store.record.values.revision === 'C')")
    assert run(page, "return [store.state, store.parts().length]") == ["saved", 1]


def test_a_database_that_does_not_answer_is_written_when_it_does(tab: Callable[[], Page]) -> None:
    holder, page = tab(), tab()
    run(holder, "await plant([blank('one', { values: { revision: 'C' } })]); globalThis.held = await database()")
    # A waiting upgrade stops every later opening until the connection that ignores it is closed.
    run(holder, "globalThis.later = indexedDB.open('rfq-guide', 7); later.onsuccess = () => later.result.close()")
    run(page, "await open({ database: impatient() }); enter('revision', 'D'); await store.saved()")
    assert run(page, "return [store.state, store.record.values.revision]") == ["memory", "D"]
    run(holder, "held.close()")
    # The store may have tried again by itself before this change; either way nothing of both may be missing.
    run(page, "do { enter('form', 'plate'); await store.saved(); } while (store.state !== 'saved')")
    values = run(page, "return (await contents()).records.map((each) => each.values)")
    assert sorted(values, key=lambda each: str(each["revision"])) == [
        {"revision": "C"},
        {"revision": "D", "form": "plate"},
    ]
    assert run(page, "return store.parts().length") == 2


def test_a_tab_of_an_older_guide_that_holds_the_database_is_told_and_nothing_is_lost(tab: Callable[[], Page]) -> None:
    older, page = tab(), tab()
    run(older, "await plant([blank('one', { values: { revision: 'C' } })]); globalThis.held = await database()")
    told = "Another tab has an older version of this guide open: close it, and what you enter here is saved."
    found = run(
        page,
        "await open({ database: impatient() }); enter('form', 'plate'); await until(() => store.state === 'failed'); "
        "return [store.state, store.notice]",
    )
    assert found == ["failed", told]
    run(older, "held.close()")
    run(page, "await until(() => store.state === 'saved')")
    values = run(page, "return (await contents()).records.map((each) => each.values)")
    assert sorted(values, key=str) == [{"form": "plate"}, {"revision": "C"}]
    assert run(page, "return [store.parts().length, localStorage.length]") == [2, 0]


def test_what_waits_for_an_older_guide_outlives_a_reload(tab: Callable[[], Page]) -> None:
    older, page = tab(), tab()
    run(older, "await plant([blank('one', { values: { revision: 'C' } })]); globalThis.held = await database()")
    run(page, "await open({ database: impatient() }); enter('form', 'plate'); enter('temper', 'T6')")
    page.reload()
    run(older, "held.close()")
    assert run(page, "await open(); return [store.record.values, store.parts().length, localStorage.length]") == [
        {"form": "plate", "temper": "T6"},
        2,
        0,
    ]


def test_site_data_cleared_while_the_page_is_open_is_told_and_saved_again_with_the_next_change(page: Page) -> None:
    run(page, "await open(); enter('revision', 'B'); store.create(); enter('revision', 'C'); await store.saved()")
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": page.evaluate("location.origin"), "storageTypes": "all"})
    told = "The parts saved in this browser were cleared: your next change saves what this page still has."
    run(page, "await until(() => store.notice === given)", told)
    assert run(page, "return [store.parts().length, store.record.values, (await contents()).records]") == [
        2,
        {"revision": "C"},
        [],
    ]
    run(page, "enter('form', 'plate'); await store.saved()")
    found = run(page, "return [store.notice === given, store.state, (await contents()).records]", told)
    assert found[:2] == [False, "saved"]
    assert sorted([each["values"] for each in found[2]], key=str) == [
        {"revision": "B"},
        {"revision": "C", "form": "plate"},
    ]


def test_site_data_cleared_while_a_blank_part_is_in_use_leaves_the_others_on_the_page(page: Page) -> None:
    run(page, "await open(); enter('revision', 'B'); await store.saved(); store.remove(); await store.saved()")
    run(page, "await inside(async (records, settings) => { records.put(blank('one')); records.put(blank('two')); })")
    run(page, "document.dispatchEvent(new Event('visibilitychange')); await until(() => store.parts().length === 3)")
    run(page, "await inside(async (records, settings) => { records.clear(); settings.clear(); })")
    run(page, "document.dispatchEvent(new Event('visibilitychange')); await until(() => store.notice)")
    assert run(page, "return store.parts().length") == 3


def test_site_data_cleared_just_before_a_change_is_saved_with_it(page: Page) -> None:
    run(page, "await open(); enter('revision', 'B'); store.create(); enter('revision', 'C'); await store.saved()")
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": page.evaluate("location.origin"), "storageTypes": "all"})
    run(page, "enter('form', 'plate'); await store.saved()")
    page.reload()
    assert run(page, "await open(); return [store.record.values, store.parts().length]") == [
        {"revision": "C", "form": "plate"},
        2,
    ]


def test_a_private_window_keeps_what_is_entered_until_it_is_closed_and_says_to_take_a_copy(
    playwright: Playwright, tmp_path: Path, tab: Callable[[], Page], address: str
) -> None:
    # Contexts of Chromium are private windows by themselves.
    keeps_and_says_to_take_a_copy(tab())
    private = {"browser.privatebrowsing.autostart": True}
    with (
        engines.firefox(playwright, tmp_path, firefox_user_prefs=private) as browser,
        tabs_of(browser.new_context(), address) as private_tab,
    ):
        keeps_and_says_to_take_a_copy(private_tab())


def keeps_and_says_to_take_a_copy(page: Page) -> None:
    """Enter something, load the page again, and look for it."""
    run(page, "await open(); enter('revision', 'B'); await store.saved()")
    page.reload()
    run(page, "await open(); await until(() => store.notice.includes('save a copy'))")
    assert run(page, "return [store.record.values, store.state]") == [{"revision": "B"}, "saved"]


def test_a_clock_set_back_loses_nothing_and_keeps_the_order_of_changes(page: Page) -> None:
    found = run(
        page,
        """
        let year = 2031;
        await open({ now: () => `${year}-01-02T03:04:05.678Z` });
        enter('revision', 'B'); copy(); const first = store.record.id;
        await store.saved();
        year = 2026;
        enter('revision', 'C');
        const log = [store.changedSinceCopy, store.record.updated];
        await store.saved();
        store.create(); enter('revision', 'D'); await store.saved();
        store.switchTo(first); deleted.remove(); year = 2025; deleted.remove(); await deleted.read();
        return [...log, deleted.all.map(({ record }) => record.values.revision), store.state];
        """,
    )
    assert found == [True, "2031-01-02T03:04:05.679Z", ["D", "C"], "saved"]


def test_a_database_without_our_object_stores_gets_them(page: Page) -> None:
    run(page, "(await asked(indexedDB.open('rfq-guide', 3))).close()")
    assert run(page, "await open(); enter('revision', 'B'); await store.saved(); return store.state") == "saved"


def test_a_database_that_cannot_be_set_up_is_told_and_set_up_with_the_next_change(page: Page) -> None:
    found = run(
        page,
        """
        const { createObjectStore } = IDBDatabase.prototype;
        IDBDatabase.prototype.createObjectStore = function (...given) {
          createObjectStore.apply(this, given).transaction.abort();
          this.createObjectStore = never;
        };
        await open(); enter('revision', 'B'); await store.saved();
        const before = [store.state, store.record.values, Boolean(store.notice)];
        IDBDatabase.prototype.createObjectStore = createObjectStore;
        enter('form', 'plate'); await store.saved();
        return [before, store.state];
        """,
    )
    assert found == [["memory", {"revision": "B"}, True], "saved"]
    page.reload()
    assert run(page, "await open(); return store.record.values") == {"revision": "B", "form": "plate"}


def test_full_storage_keeps_changes_in_memory_and_the_next_change_writes_all(page: Page) -> None:
    found = run(
        page,
        """
        await plant([blank('one', { values: { revision: 'A' } })]);
        await open();
        IDBObjectStore.prototype.put = full;
        enter('form', 'plate'); await store.saved();
        tick('rfq/cad-and-drawing'); await store.saved();
        const during = [store.state, store.notice, store.record.values, (await contents()).records[0].values];
        IDBObjectStore.prototype.put = put;
        enter('temper', 'T6'); await store.saved();
        return { during, state: store.state, notice: store.notice, stored: (await contents()).records[0] };
        """,
    )
    state, notice, shown, stored = found["during"]
    assert (state, shown, stored) == ("failed", {"revision": "A", "form": "plate"}, {"revision": "A"})
    assert "full" in notice
    assert "save a copy" in notice
    assert (found["state"], "full" in found["notice"]) == ("saved", False)
    assert found["stored"]["values"] == {"revision": "A", "form": "plate", "temper": "T6"}
    assert list(found["stored"]["answers"]) == ["rfq/cad-and-drawing"]


def test_reading_again_does_not_hide_that_a_change_is_not_written(page: Page) -> None:
    assert run(
        page,
        """
        await plant([blank('one')]); await open({ schedule: never });
        IDBObjectStore.prototype.put = full;
        enter('form', 'plate'); await store.saved();
        let told = false;
        store.subscribe(() => { told = true; });
        document.dispatchEvent(new Event('visibilitychange'));
        await until(() => told);
        const during = [store.state, store.notice.includes('full')];
        IDBObjectStore.prototype.put = put;
        await store.saved();
        return [...during, store.state];
        """,
    ) == ["failed", True, "saved"]


def test_storage_that_is_full_at_commit_keeps_changes_in_memory(page: Page) -> None:
    assert run(
        page,
        """
        await plant([blank('one')]); await open();
        IDBObjectStore.prototype.put = function (...given) {
          const request = put.apply(this, given);
          this.transaction.abort();
          return request;
        };
        enter('form', 'plate'); await store.saved();
        const during = [store.state, (await contents()).records[0].values];
        IDBObjectStore.prototype.put = put;
        enter('temper', 'T6'); await store.saved();
        return [...during, store.state, (await contents()).records[0].values];
        """,
    ) == ["failed", {}, "saved", {"form": "plate", "temper": "T6"}]


def test_new_parts_and_deletions_survive_full_storage(page: Page) -> None:
    assert run(
        page,
        """
        await plant([blank('one', { name: 'One' }), blank('two', { name: 'Two' })]); await open();
        IDBObjectStore.prototype.put = full;
        store.create(); rename('Three'); await store.saved();
        store.switchTo('one'); store.remove(); await store.saved();
        document.dispatchEvent(new Event('visibilitychange')); await store.saved();
        const during = store.parts().map((part) => part.name).sort();
        IDBObjectStore.prototype.put = put;
        enter('revision', 'B'); await store.saved();
        return [during, (await contents()).records.map((each) => each.name).sort(), store.state];
        """,
    ) == [["Three", "Two"], ["Three", "Two"], "saved"]


def test_storage_that_fills_up_between_two_parts_keeps_neither_half_written(page: Page) -> None:
    found = run(
        page,
        """
        await plant([blank('one'), blank('two')]); await open({ schedule: never });
        IDBObjectStore.prototype.put = function (...given) {
          return given[0].id === 'two' ? full() : put.apply(this, given);
        };
        enter('revision', 'B'); store.switchTo('two'); enter('revision', 'C'); await store.saved();
        const revisions = async () => (await contents()).records.map((each) => each.values.revision ?? null);
        const during = [store.state, await revisions()];
        IDBObjectStore.prototype.put = put;
        await store.saved();
        return [...during, store.state, await revisions()];
        """,
    )
    assert found == ["failed", [None, None], "saved", ["B", "C"]]


# What is stored is no record

SPOILT = {
    "an id alone": "{ id }",
    "a list": "Object.assign([1, 2], { id })",
    "no schema": "{ ...blank(id), schema: undefined }",
    "an older schema": "blank(id, { schema: 'rfq-record/0' })",
    "another schema": "blank(id, { schema: 'openacr/1' })",
    "a schema that is no text": "blank(id, { schema: ['rfq-record/1'] })",
    "truncated": "(({ builds, files, ...rest }) => rest)(blank(id))",
    "no values": "blank(id, { values: null })",
    "values as a list": "blank(id, { values: [] })",
    "values as text": "blank(id, { values: 'A-1' })",
    "values as a map": "blank(id, { values: new Map([['revision', 'C']]) })",
    "a value that is null": "blank(id, { values: { revision: null } })",
    "a value that is an object": "blank(id, { values: { revision: { a: 1 } } })",
    "a value that is a date": "blank(id, { values: { revision: new Date(0) } })",
    "a value that is true": "blank(id, { values: { revision: true } })",
    "a row that is null": "blank(id, { values: { changes: [null] } })",
    "a row without id": "blank(id, { values: { changes: [{ item: 'x' }] } })",
    "a cell that is a list": "blank(id, { values: { changes: [{ id: 'r', item: [] }] } })",
    "answers as a list": "blank(id, { answers: [] })",
    "an answer that is null": "blank(id, { answers: { 'rfq/a': null } })",
    "an answer that is text": "blank(id, { answers: { 'rfq/a': 'done' } })",
    "an unknown status": "blank(id, { answers: { 'rfq/a': { status: 'locked' } } })",
    "a note that is a number": "blank(id, { answers: { 'rfq/a': { status: 'na', note: 7 } } })",
    "levels as text": "blank(id, { levels: 'pilot-run' })",
    "a level that is a number": "blank(id, { levels: { 'next-step': 4 } })",
    "builds as an object": "blank(id, { builds: {} })",
    "a build that is null": "blank(id, { builds: [null] })",
    "a build without answers": "blank(id, { builds: [{ name: 'B', at: '', stage: null, values: {} }] })",
    "files as null": "blank(id, { files: null })",
    "a file without name": "blank(id, { files: [{ size: 4 }] })",
    "a stage that is a number": "blank(id, { stage: 3 })",
    "a time that is a date": "blank(id, { updated: new Date(0) })",
    "an id that is a number": "blank(7)",
    "an id that is a list": "blank(['a'])",
    "an id without a letter": "blank('')",
}


def test_what_is_no_record_is_set_aside_whole_and_a_new_part_is_open(page: Page, survived: Tally) -> None:
    for name, spoilt in SPOILT.items():
        found = run(
            page,
            f"""
            const id = 'spoilt', record = {spoilt};
            await plant([record, blank('sound', {{ name: 'Sound', values: {{ revision: 'C' }} }})]);
            const planted = structuredClone(record);
            await open();
            const {{ records, unreadable }} = await contents();
            const inside = (each) => JSON.stringify(Object.entries(each));
            const same = unreadable.map(inside).join() === inside(planted);
            const names = store.parts().map((part) => part.name).sort();
            const state = [store.state, store.notice, store.record.values, names];
            const texts = await setAside();
            enter('revision', 'D'); await store.saved();
            const after = (await contents()).records.map((each) => each.values.revision).sort();
            const counts = [records.length, unreadable.length, texts.length, store.unreadableCount];
            await store.saved();
            await asked(indexedDB.deleteDatabase('rfq-guide'));
            return {{ counts, same, state, texts, after }};
            """,
        )
        assert found["counts"] == [1, 1, 1, 1], name
        assert found["same"], name
        state, notice, values, parts = found["state"]
        assert (state, values, parts) == ("saved", {}, ["Sound", "Unnamed part"]), name
        assert "could not be read" in notice, name
        json.loads(found["texts"][0])
        assert found["after"] == ["C", "D"], name
    survived("kinds of spoilt record set aside whole", len(SPOILT))


@pytest.mark.parametrize("current", ["'nowhere'", "7", "{ a: 1 }", "null", "undefined"])
def test_a_spoilt_setting_opens_the_record_changed_last(page: Page, current: str) -> None:
    assert run(
        page,
        f"""
        const later = blank('later', {{ updated: '2026-05-05T05:05:05.5Z', values: {{ revision: 'C' }} }});
        await plant([blank('early')]); await plant([later], {current});
        if ({current} === undefined) await inside(async (_, settings) => settings.clear());
        await open(); return [store.record.id, store.state];
        """,
    ) == ["later", "saved"]


def test_a_record_spoilt_while_it_is_open_is_set_aside_and_written_anew(page: Page) -> None:
    assert run(
        page,
        """
        await plant([blank('one', { values: { revision: 'C' }, more: 'kept' })]); await open();
        await inside(async (records) => records.put({ id: 'one', values: 'gone' }));
        enter('form', 'plate'); await store.saved();
        const { records, unreadable } = await contents();
        return [records[0].values, records[0].more, unreadable, store.unreadableCount];
        """,
    ) == [{"revision": "C", "form": "plate"}, "kept", [{"id": "one", "values": "gone"}], 1]


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_record_of_any_release_is_kept_whole_through_a_change(page: Page, path: Path) -> None:
    record = json.loads(path.read_text("utf-8"))
    before, stored, aside = run(
        page,
        """
        await plant([given]); await open();
        const before = structuredClone(store.record);
        enter('contact', 'A. Buyer'); await store.saved();
        return [before, (await contents()).records, store.unreadableCount];
        """,
        record,
    )
    assert (before, aside) == (record, 0)
    record["values"]["contact"] = "A. Buyer"
    # A worked record is judged on its day until somebody changes it.
    record.pop("as_of", None)
    assert [{**each, "updated": record["updated"]} for each in stored] == [record]


# A newer guide was here


@pytest.mark.parametrize(
    "newer",
    [
        "blank('one', { schema: 'rfq-record/2', name: 'New' })",
        "{ schema: 'rfq-record/12', id: 'one', name: 'New', parts: [1] }",
    ],
)
def test_a_record_of_a_newer_schema_is_read_only_and_never_written(page: Page, newer: str) -> None:
    found = run(
        page,
        f"""
        const newer = {newer};
        await plant([newer]); await open();
        const first = [store.state, store.readOnly, store.notice, store.parts()[0].name];
        enter('revision', 'B'); rename('x'); copy(); duplicate(); store.remove();
        await store.saved();
        const stored = (await contents()).records, texts = await setAside();
        store.create(); enter('revision', 'B'); await store.saved();
        store.put(blank('one', {{ name: 'Opened' }})); await store.saved();
        const after = await contents();
        return {{ first, values: store.record.values, state: store.state, newer, stored, texts,
          kept: after.records.filter((each) => each.id === 'one'),
          names: after.records.map((each) => each.name ?? '').sort(),
          unreadable: after.unreadable }};
        """,
    )
    state, read_only, notice, name = found["first"]
    assert (state, read_only, name) == ("read-only", True, "New")
    assert "newer version" in notice
    assert found["stored"] == found["kept"] == [found["newer"]]
    assert [json.loads(text) for text in found["texts"]] == [found["newer"]]
    assert (found["state"], found["names"], found["unreadable"]) == ("saved", ["", "New", "Opened"], [])


@pytest.mark.parametrize("seen", ["", "document.dispatchEvent(new Event('visibilitychange'));"])
def test_a_part_that_a_newer_guide_wrote_meanwhile_keeps_its_place_and_the_changes_become_a_copy(
    page: Page, seen: str
) -> None:
    found = run(
        page,
        """
        await plant([blank('one', { values: { revision: 'C' } })]); await open({ schedule: never });
        enter('form', 'plate');
        await inside(async (records) => records.put({ schema: 'rfq-record/2', id: 'one', name: 'New', whole: true }));
        """
        + seen
        + """
        await store.saved();
        const names = store.parts().map((part) => part.name).sort();
        enter('temper', 'T6'); await store.saved();
        return { ...(await contents()), id: store.record.id, state: store.state, names, aside: store.unreadableCount };
        """,
    )
    newer, copy = sorted(found["records"], key=len)
    assert newer == {"schema": "rfq-record/2", "id": "one", "name": "New", "whole": True}
    assert (found["names"], found["aside"]) == (["New", "Unnamed part"], 1)
    assert copy["values"] == {"revision": "C", "form": "plate", "temper": "T6"}
    assert (found["id"], found["current"], found["state"]) == (copy["id"], copy["id"], "saved")


def test_a_newer_record_beside_a_spoilt_one_stays_where_it_is(page: Page) -> None:
    found = run(
        page,
        """
        await plant([{ schema: 'rfq-record/2', id: 'newer', name: 'New' }, { id: 'spoilt' }]); await open();
        return contents();
        """,
    )
    assert found["records"] == [{"schema": "rfq-record/2", "id": "newer", "name": "New"}]
    assert found["unreadable"] == [{"id": "spoilt"}]


# Parts


def test_a_deleted_part_comes_back_whole(page: Page) -> None:
    found = run(
        page,
        """
        await plant([blank('one', { more: { deep: [1, { two: 3 }] }, values: { revision: 'C' } }), blank('two')]);
        await open();
        enter('form', 'plate');
        const before = structuredClone(store.record);
        deleted.remove();
        const shown = store.record.id;
        await store.saved();
        const between = (await contents()).records.map((each) => each.id);
        await deleted.restore('one'); await store.saved();
        const after = await contents();
        return { before, shown, between, after: after.records.find((each) => each.id === 'one'),
          current: after.current, id: store.record.id };
        """,
    )
    assert (found["shown"], found["between"]) == ("two", ["two"])
    assert found["after"] == found["before"]
    assert found["current"] == found["id"] == "one"


def test_undo_brings_back_what_another_tab_had_added(tab: Callable[[], Page]) -> None:
    one, other = tab(), tab()
    run(
        one,
        "await plant([blank('one', { values: { revision: 'C' } })]);"
        "await open({ channel: () => new MessageChannel().port1 })",
    )
    run(other, "await open(); enter('form', 'plate'); await store.saved()")
    assert run(
        one,
        "deleted.remove(); await store.saved(); const gone = (await contents()).records.length;"
        "await deleted.restore('one'); await store.saved(); return [gone, (await contents()).records[0].values]",
    ) == [0, {"revision": "C", "form": "plate"}]


def test_undo_at_once_leaves_everything_as_it_was(page: Page) -> None:
    assert run(
        page,
        "await plant([blank('one', { values: { revision: 'C' } })]); await open();"
        "deleted.remove(); await deleted.restore('one'); await store.saved();"
        "return [(await contents()).records.map((each) => each.values), store.parts().length, store.record.id]",
    ) == [[{"revision": "C"}], 1, "one"]


def test_deleting_the_last_part_shows_a_blank_one(page: Page) -> None:
    assert run(
        page,
        """
        await plant([blank('one')]); await open();
        store.remove(); await store.saved();
        const between = [store.parts().length, store.record.id === 'one', (await contents()).records.length];
        enter('revision', 'B'); await store.saved();
        const { records, current } = await contents();
        return [...between, records.length, current === store.record.id];
        """,
    ) == [1, False, 0, 1, True]


def test_parts_are_created_named_duplicated_and_switched(page: Page) -> None:
    found = run(
        page,
        """
        await open();
        const names = () => store.parts().map((part) => part.name);
        const log = [names()];
        enter('part-number', 'A-1'); log.push(names());
        enter('revision', 'C'); log.push(names());
        copy(); const first = store.record.id;
        duplicate(); log.push(names());
        const copied = 'copied' in JSON.parse(JSON.stringify(store.record));
        enter('revision', 'D'); rename(' Lid '); log.push(names());
        rename('A-1 Rev D'); enter('revision', 'E'); log.push(names());
        rename('Lid'); rename(' '); enter('revision', 'D'); log.push(names());
        store.create(); log.push(names());
        store.switchTo(first); store.switchTo('nowhere'); await store.saved();
        const { records, current } = await contents();
        const ids = new Set(records.map((each) => each.id)).size;
        return { log: log.map((each) => each.sort()), copied, ids, current: current === first };
        """,
    )
    assert found == {
        "log": [
            ["Unnamed part"],
            ["A-1"],
            ["A-1 Rev C"],
            ["A-1 Rev C", "A-1 Rev C (copy)"],
            ["A-1 Rev C", "Lid"],
            ["A-1 Rev C", "A-1 Rev E"],
            ["A-1 Rev C", "A-1 Rev D"],
            ["A-1 Rev C", "A-1 Rev D", "Unnamed part"],
        ],
        "copied": False,
        "ids": 3,
        "current": True,
    }


def test_a_blank_part_that_is_left_is_not_kept(page: Page) -> None:
    assert run(
        page,
        "await open(); store.put(blank('one')); await store.saved();"
        "return [store.parts().length, (await contents()).records.length]",
    ) == [1, 1]


def test_an_opened_record_replaces_the_one_with_its_id_or_becomes_a_part(page: Page) -> None:
    assert run(
        page,
        """
        await plant([blank('one', { values: { revision: 'A' } })]); await open();
        store.put(blank('one', { values: { revision: 'B' } }), { asNew: true }); await store.saved();
        const revisions = async () => (await contents()).records.map((each) => each.values.revision).sort();
        const fresh = store.record.id !== 'one' && await revisions();
        store.put(blank('one', { values: { revision: 'C' } })); await store.saved();
        return [fresh, await revisions()];
        """,
    ) == [["A", "B"], ["B", "C"]]


def test_a_change_after_a_copy_is_told(page: Page) -> None:
    assert run(
        page,
        """
        let minute = 10;
        await open({ now: () => `2026-01-02T03:${minute++}:00Z` });
        const log = [store.changedSinceCopy];
        enter('revision', 'B'); log.push(store.changedSinceCopy);
        const { updated } = store.record;
        copy(); log.push(store.changedSinceCopy, store.record.updated === updated);
        enter('revision', 'C'); log.push(store.changedSinceCopy);
        await store.saved();
        return log;
        """,
    ) == [False, True, False, True, True]


# Keys that the guide does not know


def test_unknown_keys_survive_every_write(page: Page) -> None:
    found = run(
        page,
        """
        const more = { deep: [1, null, { a: true }] };
        const record = blank('one', { more, answers: { 'rfq/a': { status: 'open', more } },
          builds: [{ name: 'A', stage: null, at: '2026-01-02T03:04:05Z', values: {}, answers: {}, more }],
          files: [{ name: 'a.step', more }] });
        await plant([record]); await open();
        tick('rfq/a'); enter('revision', 'B'); store.change({ what: 'stage', stage: 'pilot-run' });
        store.change({ what: 'level', column: 'next-step', stage: 'pilot-run' });
        rename('Lid'); copy();
        store.edit((before, updated) => ({ ...before, updated, files: [...before.files, { name: 'b.step' }] }));
        await store.saved();
        const stored = (await contents()).records[0];
        return [stored, stored.answers['rfq/a'], stored.builds[0], stored.files[0]]
          .map((each) => JSON.stringify(each.more) === JSON.stringify(more)).concat(stored.files.length);
        """,
    )
    assert found == [True, True, True, True, 2]


def test_keys_of_prototypes_are_keys_like_any_other(page: Page) -> None:
    found = run(
        page,
        """
        const text = JSON.stringify(blank('one')).replace('{', '{"__proto__": {"polluted": 1}, "constructor": 1, ')
          .replace('"values":{}', '"values":{"__proto__":"v","constructor":"c","toString":"t"}')
          .replace('"answers":{}', '"answers":{"__proto__":{"status":"done"}}');
        await open();
        store.put(JSON.parse(text));
        enter('__proto__', 'w'); tick('constructor'); tick('__proto__'); await store.saved();
        const stored = (await contents()).records[0];
        const plain = Object.getPrototypeOf(store.record) === Object.prototype;
        const parts = [store.state, {}.polluted ?? null, {}.status ?? null, plain, Object.hasOwn(stored, '__proto__')];
        await store.saved(); await open();
        return [...parts, Object.entries(stored.values), Object.keys(stored.answers), store.unreadableCount];
        """,
    )
    assert found == [
        "saved",
        None,
        None,
        True,
        True,
        [["__proto__", "w"], ["constructor", "c"], ["toString", "t"]],
        ["__proto__", "constructor"],
        0,
    ]


# The rest


def test_the_browser_is_asked_once_to_keep_what_is_stored(tab: Callable[[], Page]) -> None:
    ask = (
        "globalThis.asks = 0; navigator.storage.persisted = async () => false;"
        "navigator.storage.persist = async () => { asks++; return given };"
    )
    one, other = tab(), tab()
    run(one, ask + "await open()", False)
    assert run(one, "return [asks, store.notice]") == [0, ""]
    run(one, "tick('rfq/a'); tick('rfq/b'); await store.saved(); tick('rfq/c'); await store.saved()")
    run(one, "await until(() => store.notice.includes('may clear it'))")
    assert run(one, "return asks") == 1
    run(other, ask + "await open(); tick('rfq/d'); await store.saved()", False)
    run(other, "await until(() => store.notice.includes('may clear it'))")
    assert run(other, "return asks") == 0


def test_a_listener_that_let_go_is_not_called(page: Page) -> None:
    assert run(
        page,
        """
        await open();
        let calls = 0;
        const release = store.subscribe(() => calls++);
        enter('revision', 'B'); const during = calls;
        release(); enter('revision', 'C'); await store.saved();
        return [during, calls];
        """,
    ) == [1, 1]


def test_an_edit_that_throws_changes_nothing(page: Page) -> None:
    assert run(
        page,
        """
        await plant([blank('one')]); await open();
        let thrown = '';
        try { store.edit(() => { throw new Error('no') }); } catch (error) { thrown = error.message; }
        enter('revision', 'B'); await store.saved();
        return [thrown, store.state, (await contents()).records[0].values];
        """,
    ) == ["no", "saved", {"revision": "B"}]

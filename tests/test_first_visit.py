"""Which pages get the small sheet and the shell, and that every other page keeps what the theme gave it."""

import json
import re
from pathlib import Path

import pytest

from macros.publish.first_visit import OURS, SHELL
from macros.publish.inline_scripts import digest, inline_scripts
from macros.publish.publish import publish
from macros.publish.style_sheet import Wanted, selectors, wanted, with_rules
from macros.publish.white_space import squeezed
from tests.project import ADDRESSES, copy, make_build
from tests.test_publish import written

MAIN = """@charset "UTF-8";:root{--ink:#000;--code:url("data:image/svg+xml;<svg>{}</svg>")}html{color:var(--ink)}
.md-typeset a:not(.x):hover,.md-typeset p{margin:0}.md-typeset .admonition{border:0}
@media print{.md-typeset kbd{margin:0}}.md-typeset details{border:0}
.md-typeset .admonition.note>p{margin:0}[dir=rtl] p{margin:0}.md-nav--open p{margin:0}.md-typeset pre{margin:0}
@keyframes turn{from{top:0}to{top:1px}}"""
PALETTE = "[data-md-color-primary=red]{color:red}[data-md-color-primary=custom]{color:blue}"
SMALL = """@charset "UTF-8";/* main.0123abcd.min.css palette.4567abcd.min.css */
:root{--ink:#000}html{color:var(--ink)}.md-typeset a:not(.x):hover,.md-typeset p{margin:0}.md-nav--open p{margin:0}
[data-md-color-primary=custom]{color:blue}"""
NAMES = ("main.0123abcd.min.css", "palette.4567abcd.min.css", "guide.css")
SHEETS = "\n".join(f'<link rel="stylesheet" href="../assets/stylesheets/{name}">' for name in NAMES)
THEME_SCRIPT = '<script src="../assets/javascripts/bundle.89abcdef.min.js"></script>'
FILES = {
    "assets/stylesheets/main.0123abcd.min.css": MAIN,
    "assets/stylesheets/palette.4567abcd.min.css": PALETTE,
    "assets/stylesheets/theme-first.css": SMALL,
    OURS: "p{color:var(--ink)}.never{color:red}@media print{.answer,.never{color:red}.list{color:red}}",
    "assets/stylesheets/other.css": "p{color:green}",
    "assets/stylesheets/own.css": "p{background:var(--code)}",
    "assets/javascripts/bundle.89abcdef.min.js": "theirs()",
    SHELL: 'shell("md-nav--open")',
    "assets/javascripts/guide.js": 'guide("list")',
    "javascripts/own.js": "own()",
    "index.html": '<!doctype html><meta charset="utf-8"><p>x</p>',
}


def page(body: str = "<p>x</p>", *, head: str = "", sheets: str = SHEETS, **config: object) -> str:
    """A page as the theme makes it, with something on it."""
    settings = json.dumps({"features": ["navigation.tabs", "search.highlight"], **config})
    return (
        f'<!doctype html><html><head><meta charset="utf-8">{sheets}{head}</head>'
        '<body dir="ltr" data-md-color-primary="custom">'
        f'<main data-md-component="main" class="md-typeset">{body}</main>'
        f'<script id="__config" type="application/json">{settings}</script>{THEME_SCRIPT}</body></html>'
    )


def published(folder: Path, html: str, **files: str) -> str:
    """What becomes of a page of a site."""
    written(folder, {**FILES, "x/index.html": html, **files})
    assert publish(folder, {f"sha256-{digest(code)}" for code in inline_scripts(html)}) == []
    return (folder / "x" / "index.html").read_text("utf-8")


def is_light(html: str) -> bool:
    light = "theme-first" in html
    assert light == ("/shell-" in html)
    assert light != bool(re.search(r'<link rel="stylesheet" href="[^"]*/main\.', html))
    assert light != bool(re.search(r'<script src="[^"]*/bundle\.', html))
    return light


def test_a_page_that_is_covered_gets_the_small_sheet_and_the_shell_which_knows_the_theme(tmp_path: Path) -> None:
    html = published(tmp_path, page())
    assert is_light(html)
    (first,) = re.findall(
        r'<link rel="stylesheet" href="\.\./assets/stylesheets/(theme-first-reading-[0-9a-f]{10}\.css)">', html
    )
    (shell,) = re.findall(
        r'<script src="\.\./assets/javascripts/(shell-[0-9a-f]{10}\.js)"'
        r' data-theme-script="\.\./assets/javascripts/theme-config-[0-9a-f]{10}\.js'
        r' \.\./assets/javascripts/bundle\.89abcdef\.min\.js"'
        r' data-theme-style="\.\./assets/stylesheets/main\.0123abcd\.min\.css'
        r" \.\./assets/stylesheets/palette\.4567abcd\.min\.css"
        r' \.\./assets/stylesheets/guide-[0-9a-f]{10}\.css"></script></body>',
        html,
    )
    sheet = (tmp_path / "assets" / "stylesheets" / first).read_text("utf-8")
    assert selectors(sheet) == selectors(SMALL) | {"p"}
    assert (tmp_path / "assets" / "javascripts" / shell).read_text("utf-8") == FILES[SHELL]


@pytest.mark.parametrize(
    "needs",
    [
        page('<div class="admonition">x</div>'),
        page('<div class="admonition note"><p>x</p></div>'),
        page("<kbd>x</kbd>"),
        page("<details><summary>x</summary></details>"),
        page("<pre><code>x</code></pre>"),
        page("<table><tr><td>x</td></tr></table>"),
        page('<div class="tabbed-set" data-tabs="1:1">x</div>'),
        page('<div class="mermaid">x</div>'),
        page('<div data-md-component="top">x</div>'),
        page('<p dir="rtl">x</p>'),
        page('<p data-md-color-primary="red">x</p>'),
        page('<script src="../javascripts/own.js"></script>'),
        page("<script>document$.subscribe(a)</script>"),
        page(head='<link rel="stylesheet" href="../assets/stylesheets/own.css">'),
        page(features=["content.code.copy"]),
        page(features=["navigation.instant"]),
        page(version={"provider": "mike"}),
        page(sheets=SHEETS.split("\n")[0]),
        page(sheets=SHEETS.replace("\n", '<link rel="stylesheet" href="../assets/stylesheets/other.css">')),
        page(sheets=SHEETS.replace("0123abcd", "0123abce")),
    ],
)
def test_a_page_that_needs_more_keeps_what_the_theme_gave_it(tmp_path: Path, needs: str) -> None:
    files = {"assets/stylesheets/main.0123abce.min.css": MAIN}
    assert not is_light(published(tmp_path, needs, **files))


@pytest.mark.parametrize(
    "body",
    [
        "<table class=sheet><tr><td>x</td></tr></table>",
        "<p>admonition kbd pre</p>",
        '<details class="item fold"><summary>x</summary></details>',
        '<p class="admonitions x-admonition"><!-- <kbd> --></p>',
        '<script src="../assets/javascripts/guide.js" defer></script>',
        '<p title="<pre>">x</p>',
    ],
)
def test_what_only_looks_like_it_needs_nothing(tmp_path: Path, body: str) -> None:
    assert is_light(
        published(tmp_path, page(body, head='<link rel="stylesheet" href="../assets/stylesheets/other.css">'))
    )


def test_the_settings_of_the_theme_wait_for_its_script_where_pages_agree_on_them(tmp_path: Path) -> None:
    other = page("<p>other</p>", translations={"search": "Suche"})
    html = published(tmp_path, page(), **{"y/index.html": other})
    assert is_light(html)
    assert "__config" not in html
    (config,) = (tmp_path / "assets" / "javascripts").glob("theme-config-*.js")
    assert "navigation.tabs" in config.read_text("utf-8")
    assert "Suche" not in config.read_text("utf-8")
    assert "Suche" in (tmp_path / "y" / "index.html").read_text("utf-8")


def test_what_small_sheets_are_made_of_is_not_published(tmp_path: Path) -> None:
    published(tmp_path, page())
    assert not list((tmp_path / "assets" / "stylesheets").glob("theme-first.css"))


@pytest.mark.parametrize("gone", ["assets/javascripts/shell.js", "assets/stylesheets/theme-first.css"])
def test_without_shell_or_small_sheet_everything_stays_the_theme_s(tmp_path: Path, gone: str) -> None:
    written(tmp_path, {**FILES, "x/index.html": page()})
    (tmp_path / gone).unlink()
    assert publish(tmp_path) == []
    assert THEME_SCRIPT in (tmp_path / "x" / "index.html").read_text("utf-8")


def test_a_light_site_is_published_again_without_a_change(tmp_path: Path) -> None:
    def contents() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    published(tmp_path, page())
    first = contents()
    assert publish(tmp_path) == []
    assert contents() == first


def test_selectors_are_told_from_what_surrounds_them() -> None:
    sheet = '@import url("a{b,c");/* x{} */@media print{a,b:is(c,d) e{f:"}"}}@keyframes k{from{a:b}}@page{g:h}.i\\:j{}'
    assert selectors(sheet) == {"a", "b:is(c,d) e", ".i\\:j"}


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("a{b:c}.x{d:e}f{g:h}", "a{b:c}f{g:h}"),
        ("@media print{.x{d:e}}a{b:c}", "a{b:c}"),
        ("@media print{.x{d:e}a,.x{b:c}}", "@media print{a,.x{b:c}}"),
        ("@supports(a:b){@media print{.x{d:e}}}a{b:c}", "a{b:c}"),
        ("@keyframes x{from{a:b}}.x{d:e}@page{a:b}", "@keyframes x{from{a:b}}@page{a:b}"),
        ('.x{d:"}"}a{b:"{"}', 'a{b:"{"}'),
    ],
)
def test_a_rule_that_nobody_needs_goes_with_what_holds_nothing_else(sheet: str, kept: str) -> None:
    assert with_rules(sheet, lambda selector: selector != ".x") == kept


def test_pages_get_the_rules_that_they_use_and_lists_the_rest_with_their_summary(tmp_path: Path) -> None:
    client = '<script id="rfq-guide" src="../assets/javascripts/guide.js" defer></script>'
    bodies = {
        "to-read": '<p class="x">x</p>',
        "also-to-read": '<p class="y">x</p>',
        "list": f'<rfq-checklist class="x">x</rfq-checklist>{client}',
        "form": f'<p class="answer">x</p>{client}',
    }
    written(tmp_path, {**FILES, **{f"{name}/index.html": page(body) for name, body in bodies.items()}})
    assert publish(tmp_path) == []
    loaded = {name: (tmp_path / name / "index.html").read_text("utf-8") for name in bodies}
    named = {name: re.findall(r' ([\w-]+)="[^"]*theme-first-(\w+)-\w+\.css', html) for name, html in loaded.items()}
    assert named == {
        "to-read": [("href", "reading")],
        "also-to-read": [("href", "reading")],
        "list": [("href", "answering"), ("data-summary-style", "summary")],
        "form": [("href", "answering"), ("href", "summary")],
    }
    found = {path.name.split("-")[2]: selectors(path.read_text("utf-8")) for path in tmp_path.rglob("theme-first-*-*")}
    assert {".answer", ".never"} <= found["summary"]
    assert ".list" in found["answering"]
    assert not found["summary"] & found["answering"]
    assert ".never" not in found["reading"]


def test_a_selector_wants_tags_classes_ids_and_attributes_and_no_state() -> None:
    assert wanted('a.b:not(.c)::before>[d="e f"] #g:nth-child(2)[h^=i][j]') == {
        Wanted("", "=", "a"),
        Wanted("class", "~=", "b"),
        Wanted("d", "=", "e f"),
        Wanted("id", "=", "g"),
        Wanted("h", "^=", "i"),
        Wanted("j"),
    }
    assert wanted(".a :is(.b:not(.c, [d]) > .e, .f:empty)") == {Wanted("class", "~=", "a")}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a \n\t b   c</p>", "<p>a\nb c</p>"),
        ("<pre> a\n\n  b </pre>", "<pre> a\n\n  b </pre>"),
        ("<textarea>\n  a</textarea> <b>x</b>", "<textarea>\n  a</textarea> <b>x</b>"),
        ("<script>a  =  `\n\n`</script>", "<script>a  =  `\n\n`</script>"),
        ("<!--  a\n\n-->", "<!--  a\n\n-->"),
        ('<a  title="x  >\n y"\n\n href=z >', '<a title="x  >\n y" href=z>'),
        ("a\u00a0\u00a0b", "a\u00a0\u00a0b"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">', '<svg viewBox="0 0 1 1">'),
        ("<pre> a", "<pre> a"),
    ],
)
def test_what_no_reader_sees_goes(html: str, expected: str) -> None:
    assert squeezed(html) == expected


def test_every_page_of_the_guide_is_light(site: Path) -> None:
    heavy = [each for each in ADDRESSES if not is_light((site / each.strip("/") / "index.html").read_text("utf-8"))]
    assert not heavy


MARKDOWN = """# A page of a supplier's

!!! note
    An admonition.

=== "One"

    ```python
    x = 1
    ```

=== "Two"

    Two.
"""


def test_a_supplier_s_page_with_an_admonition_tabs_and_code_keeps_the_theme_s_files(tmp_path: Path) -> None:
    folder = copy(tmp_path / "copy")
    config = (folder / "mkdocs.yml").read_text("utf-8")
    more = ["admonition", "pymdownx.superfences", "pymdownx.tabbed: {alternate_style: true}"]
    listed = "".join(f"\n  - {each}" for each in more)
    config = config.replace("markdown_extensions:", f"markdown_extensions:{listed}").replace(
        "nav:\n", "nav:\n  - Own: own.md\n"
    )
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    (folder / "docs" / "own.md").write_text(MARKDOWN, "utf-8")
    result = make_build(folder)
    assert result.returncode == 0, result.stdout
    own = (folder / "site" / "own" / "index.html").read_text("utf-8")
    assert not is_light(own)
    assert "admonition" in own
    assert "tabbed-set" in own
    assert is_light((folder / "site" / "faq" / "index.html").read_text("utf-8"))


def test_a_page_whose_client_waits_is_a_page_to_read(tmp_path: Path) -> None:
    waiting = '<template><script src="../assets/javascripts/guide.js" data-waits></script></template>'
    assert "theme-first-reading-" in published(tmp_path, page(waiting))
    client = '<script src="../assets/javascripts/guide.js"></script>'
    assert "theme-first-answering-" in published(tmp_path / "answering", page(client))

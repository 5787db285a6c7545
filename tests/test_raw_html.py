"""What macros make passes Markdown by: the same words on the page, checked anchors, and nothing kept of old builds."""

import gc
import weakref
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig

from macros import define_env
from macros.rendering.raw_html import RawHtml
from tests.project import copy, run
from tests.test_macros import Host

BLOCK = '<div class="x"><p>**two** &amp; <i id="three">three</i></p></div>'
INLINE = '<a href="../upload/">upload</a>'


def rendered(text: str, html: str, *extensions: str) -> str:
    """A page whose text calls a macro wherever it says MACRO."""
    raw = RawHtml()
    macro = raw.passing(lambda: html)
    while "MACRO" in text:
        text = text.replace("MACRO", macro(), 1)
    return str(Markdown(extensions=[*extensions, raw]).convert(text))


def test_a_block_is_on_the_page_as_the_macro_made_it() -> None:
    assert rendered("# One\nMACRO\n*two*", BLOCK).split("\n") == ["<h1>One</h1>", BLOCK, "<p><em>two</em></p>"]


def test_a_block_that_is_called_twice_is_there_twice() -> None:
    assert rendered("MACRO\nMACRO", BLOCK).count(BLOCK) == 2


def test_a_link_stays_in_its_sentence() -> None:
    assert rendered("Go to MACRO, *now*.", INLINE) == f"<p>Go to {INLINE}, <em>now</em>.</p>"
    assert rendered("MACRO", INLINE) == f"<p>{INLINE}</p>"
    assert rendered("- MACRO\n- x", INLINE) == f"<ul>\n<li>{INLINE}</li>\n<li>x</li>\n</ul>"


@pytest.mark.parametrize("code", ["```\nMACRO\n```", "```html\n  MACRO\n```"])
def test_in_a_block_of_code_the_html_can_be_read(code: str) -> None:
    page = rendered(code, INLINE, "fenced_code")
    assert "&lt;a href=&quot;../upload/&quot;&gt;upload&lt;/a&gt;" in page
    assert "rfqmacrohtml" not in page


def test_a_strict_build_checks_links_to_anchors_that_macros_made(tmp_path: Path) -> None:
    folder = copy(tmp_path / "copy")
    page = folder / "docs" / "privacy.md"
    page.write_text(page.read_text("utf-8") + "\n[x](rfq.md#part-number) [y](rfq.md#no-such-anchor)\n", "utf-8")
    built = run(folder, ".venv/bin/mkdocs", "build", "--strict", "--site-dir", str(folder / "site"))
    assert built.returncode != 0
    assert built.stdout.count("does not contain an anchor") == 1, built.stdout
    assert "does not contain an anchor '#no-such-anchor'" in built.stdout


def mkdocs(project: Path) -> Host:
    """The host with MkDocs' own settings in place of a dictionary."""
    host = Host(project)
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "theme": "mkdocs", "docs_dir": str(project / "docs")})
    config.validate()
    host.conf = config  # type: ignore[assignment]
    return host


def test_only_mkdocs_gets_something_else_than_html(project: Path) -> None:
    other, ours = Host(project), mkdocs(project)
    define_env(other)
    define_env(ours)
    assert other.macros["best_fit"]().startswith("<p")
    assert "<" not in ours.macros["best_fit"]()


def test_nothing_of_a_build_is_kept_for_the_next(project: Path) -> None:
    first = mkdocs(project)
    define_env(first)
    first.macros["glossary"]()
    kept = weakref.ref(first.conf["markdown_extensions"][-1])
    del first
    # MkDocs itself keeps its latest settings.
    define_env(mkdocs(project))
    gc.collect()
    assert kept() is None

"""Small sites made by hand: what is published, what is refused, and in which words."""

import base64
import hashlib
import re
from pathlib import Path

import material
import pytest

from macros.__main__ import main
from macros.publish.inline_scripts import KNOWN, inline_scripts, is_known
from macros.publish.policy import hashes, headers, policy, with_policy
from macros.publish.publish import publish
from tests.project import ROOT, built, copy

ADDRESS = "https://user.github.io/repo/"


def sha256(code: str) -> str:
    """A script's hash, as a policy and a supplier write it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}"


def page(body: str = "", head: str = "", address: str = "") -> str:
    canonical = f'<link rel="canonical" href="{address}">' if address else ""
    return f'<!doctype html><html><head><meta charset="utf-8">{head}{canonical}</head><body>{body}</body></html>'


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def said(folder: Path, body: str, *, address: str = "", head: str = "", name: str = "a/b/index.html") -> list[str]:
    """What is said of one page of a site that has another page, a picture and a file of data."""
    files = {
        "index.html": page('<p id="top-of-all">x</p>', address=address),
        "rfq/index.html": page('<h2 id="part number">x</h2>'),
        "assets/a b.png": "",
        "guide.json": "{}",
        name: page(body, head),
    }
    return [line.removeprefix(f"{name}: ") for line in publish(written(folder, files))]


def test_a_folder_without_pages_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert publish(folder) == [f"{folder}: there is no page in this folder; build the site first"]
        assert main(["publish", str(folder)]) == 1
    assert "Traceback" not in capsys.readouterr().out
    (tmp_path / "guide.json").write_text("{}")
    assert len(publish(tmp_path)) == 1


def test_a_page_without_a_charset_is_an_error_and_the_others_get_the_policy(tmp_path: Path) -> None:
    folder = written(tmp_path, {"index.html": page(), "old.html": "<title>x</title>"})
    (folder / "latin.html").write_bytes(b"<title>\xe9</title>")
    assert publish(folder) == [
        "latin.html: the byte 0xE9 is not UTF-8",
        'old.html: no <meta charset="utf-8">, after which the policy has its place',
    ]
    assert '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"' in (folder / "index.html").read_text()
    assert (folder / "old.html").read_text() == "<title>x</title>"


@pytest.mark.parametrize("charset", ['<meta charset="utf-8">', "<META CHARSET=UTF-8>", '<meta charset="UTF-8" />'])
def test_the_policy_follows_the_charset_however_it_is_written(charset: str) -> None:
    assert with_policy(f"{charset}<title>", "x") == (
        f'{charset}<meta http-equiv="Content-Security-Policy" content="x"><title>'
    )


def test_the_policy_allows_nothing_but_the_sites_own_files_and_no_frame_of_another() -> None:
    said = dict(each.split(" ", 1) for each in policy(["b", "a"]).split("; "))
    assert said["script-src"] == "'self' 'sha256-a' 'sha256-b'"
    assert said["img-src"] == "'self' data: blob:"
    assert said["worker-src"] == "'self' blob:"
    assert {said[f"{each}-src"] for each in ("style", "font", "connect", "manifest")} == {"'self'"}
    assert {said[each] for each in ("default-src", "base-uri", "form-action")} == {"'none'"}
    assert len(said) == 10
    assert f"  Content-Security-Policy: {policy([])}; frame-ancestors 'self'\n" in headers(policy([]))


def test_a_site_is_published_again_without_a_change_and_a_new_policy_replaces_the_old(tmp_path: Path) -> None:
    own = {sha256("a()"), sha256("b()")}
    folder = written(tmp_path, {"index.html": page("<script>a()</script>")})
    assert publish(folder, own) == []
    first = (folder / "index.html").read_text()
    assert publish(folder, own) == []
    assert (folder / "index.html").read_text() == first
    (folder / "index.html").write_text(first.replace("a()", "b()"))
    assert publish(folder, own) == []
    second = (folder / "index.html").read_text()
    assert second.count("Content-Security-Policy") == 1
    assert second != first.replace("a()", "b()")


@pytest.mark.parametrize(
    ("script", "allowed"),
    [
        ("<script>a()</script>", True),
        ("<SCRIPT>a()</SCRIPT >", True),
        ('<script data-src="x" type="module">a()</script>', True),
        ('<script src="x.js">a()</script>', False),
        ('<Script SRC="x.js">a()</Script>', False),
        ('<script id="__config" type="application/json">a()</script>', False),
        ('<script id="json">a()</script>', True),
    ],
)
def test_inline_scripts_are_allowed_by_hash_in_any_case(script: str, *, allowed: bool) -> None:
    assert (f"'{sha256('a()')}'" in policy(hashes(page(script), {sha256("a()")}))) == allowed
    assert policy(hashes(page(script))) == policy([])


def test_a_script_that_nobody_listed_is_told_with_its_pages_and_allowed_nowhere(tmp_path: Path) -> None:
    code = f"evil();\n  {'x' * 100}"
    pages = {name: page(f"<script>{code}</script><script>a()</script>") for name in ("a.html", "b.html", "c.html")}
    (line,) = publish(written(tmp_path, {**pages, "d.html": page()}), {sha256("a()")})
    assert line == (
        f"a.html (and 2 more): an inline script that is not known: `evil(); {'x' * 51}…`; if it is yours, "
        f"list {sha256(code)} under extra.inline_scripts in mkdocs.yml"
    )
    for file in ("a.html", "_headers"):
        assert sha256("a()") in (tmp_path / file).read_text("utf-8")
        assert sha256(code) not in (tmp_path / file).read_text("utf-8")


def test_every_inline_script_of_theme_and_overrides_is_listed_and_no_other() -> None:
    theme = Path(material.__file__).parent / "templates" / "partials" / "javascripts"
    sources = [*theme.glob("*.html"), ROOT / "overrides" / "partials" / "missing-scripts.html"]
    # What Jinja puts in is the way to the site's root.
    found = [code for path in sources for code in inline_scripts(re.sub(r"{{.*?}}", "..", path.read_text("utf-8")))]
    assert [code[:60] for code in found if not is_known(code, ())] == []
    assert len(set(found)) == len(KNOWN)


def test_a_script_of_the_theme_may_not_say_more_where_the_way_to_the_root_stands(site: Path) -> None:
    scripts = inline_scripts((site / "rfq" / "index.html").read_text("utf-8"))
    (script,) = [code for code in scripts if 'new URL(".."' in code]
    assert is_known(script.replace('".."', '"../.."'), ())
    for more in ('"..");evil("', '".."+evil()+".."', "evil()"):
        assert not is_known(script.replace('".."', more), ())


def test_a_supplier_lists_the_script_of_a_page_of_their_own_by_what_the_message_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "site", {"index.html": page("<script>own()</script>")})
    (tmp_path / "guide.yml").write_text("site_url: !ENV [SITE_URL, x]\nextra:\n  inline_scripts:\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: guide.yml\n", "utf-8")
    assert main(["publish", "site"]) == 1
    (listed,) = re.findall(r"sha256-\S+", capsys.readouterr().out)
    (tmp_path / "guide.yml").write_text(f"extra:\n  inline_scripts:\n    - {listed}\n", "utf-8")
    assert main(["publish", "site"]) == 0
    assert listed in (tmp_path / "site" / "index.html").read_text("utf-8")


NOWHERE = "there is no such page or file"


def test_what_is_missing_is_told_once_with_the_number_of_places(tmp_path: Path) -> None:
    body = '<a href="{0}gone.svg">x</a><p id="a">1</p><p id="a">2</p>'
    pages = {f"{way}index.html": page(body.format("../" * way.count("/"))) for way in ("", "rfq/", "topics/fai/")}
    assert publish(written(tmp_path, {**pages, "faq/index.html": page('<a href="../rfq/#fax">x</a>')})) == [
        "faq/index.html: ../rfq/#fax: the page has no anchor `fax`",
        "index.html: the id `a` stands on more than one element (in 3 places)",
        f"index.html: gone.svg: {NOWHERE} (in 3 places)",
    ]


@pytest.mark.parametrize("address", ["", "https://guide.example.com/", ADDRESS])
@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("", None),
        ("#", None),
        ("?q=1", None),
        ("../../", None),
        ("../..", None),
        ("../../rfq", None),
        ("../../rfq/?q=1#part%20number", None),
        ("../../rfq/#record=abc", None),
        ("../../rfq/#part-number=abc&stage=pilot-run", None),
        ("../../guide.json", None),
        ("../../assets/a%20b.png", None),
        ("https://tarnvalley.example/x", None),
        ("//tarnvalley.example/x", None),
        ("mailto:quotes@tarnvalley.example", None),
        ("../../guide.json/", NOWHERE),
        ("../../assets/", NOWHERE),
        ("../rfq/", NOWHERE),
        ("../../RFQ/", NOWHERE),
        ("../../rfq/#gone", "the page has no anchor `gone`"),
        ("#part number", "the page has no anchor `part number`"),
        ("../../../rfq/", "outside the site"),
        ("../../../../../../../../etc/passwd", "outside the site"),
        ("http://[::1", "not an address"),
        ("a%00b", "not an address"),
        (f"{'x' * 300}/", "not an address"),
        ("javascript:a()", "an address that runs code"),
        (" VBScript:a", "an address that runs code"),
    ],
)
def test_an_address_leads_somewhere_or_is_reported(
    tmp_path: Path, address: str, target: str, problem: str | None
) -> None:
    lines = said(tmp_path, f'<a href="{target}">x</a>', address=address)
    shown = target if len(target) <= 120 else f"{target[:119]}…"
    assert lines == ([f"{shown}: {problem}"] if problem else [])


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("/repo/", None),
        ("/repo", None),
        ("/repo/rfq/", None),
        ("/repo/rfq/../#top-of-all", None),
        ("/repo/stagse/", NOWHERE),
        ("/rfq/", "outside the site, which is served from /repo/"),
        ("/repository/", "outside the site, which is served from /repo/"),
        ("/repo/../other/", "outside the site"),
    ],
)
def test_a_site_in_a_folder_is_left_by_addresses_of_another(tmp_path: Path, target: str, problem: str | None) -> None:
    lines = said(tmp_path, f'<a href="{target}">x</a>', address=ADDRESS, name="404.html")
    assert lines == ([f"{target}: {problem}"] if problem else [])


def test_at_the_root_of_a_domain_every_absolute_path_is_inside(tmp_path: Path) -> None:
    assert said(tmp_path, '<a href="/rfq/">x</a><a href="/">x</a>', address="https://a.example/") == []
    assert said(tmp_path, '<a href="/repo/rfq/">x</a>') == [f"/repo/rfq/: {NOWHERE}"]


@pytest.mark.parametrize("address", [ADDRESS.rstrip("/") + "/index.html", "https://user.github.io/repo/?x#y"])
def test_the_base_is_the_folder_of_the_first_page(tmp_path: Path, address: str) -> None:
    preview = f'<meta property="og:image" content="{ADDRESS}f.png">'
    assert said(tmp_path, '<a href="/repo/rfq/">x</a>', address=address, head=preview) == [f"{ADDRESS}f.png: {NOWHERE}"]


@pytest.mark.parametrize("address", ["", "http://[::1", "/repo/x", "https://a.example"])
def test_a_first_page_that_does_not_say_where_it_is_ends_in_no_traceback(tmp_path: Path, address: str) -> None:
    folder = written(tmp_path, {"index.html": page(address=address), "rfq/index.html": page('<a href="../">x</a>')})
    assert publish(folder) == []
    (folder / "index.html").unlink()
    assert publish(folder) == [f"rfq/index.html: ../: {NOWHERE}"]


def test_pictures_are_looked_for_wherever_they_are_named(tmp_path: Path) -> None:
    sizes = "../../assets/a%20b.png 1x, ../../c.png 2x,../../d.png 3x, data:image/png;base64,AA 4x, ../../e.png"
    previews = "".join(
        f'<meta property="og:image" content="{each}">'
        for each in (f"{ADDRESS}assets/a%20b.png", f"{ADDRESS}f.png", "https://elsewhere.example/g.png")
    )
    assert said(tmp_path, f'<img srcset="{sizes}" src="h.png" alt="">', address=ADDRESS, head=previews) == [
        f"h.png: {NOWHERE}",
        f"../../c.png: {NOWHERE}",
        f"../../d.png: {NOWHERE}",
        f"../../e.png: {NOWHERE}",
        f"{ADDRESS}f.png: {NOWHERE}",
    ]


def test_an_id_that_stands_twice_is_told_once(tmp_path: Path) -> None:
    twice = "the id `x` stands on more than one element"
    assert said(tmp_path, '<i id="x"></i><i id="x"></i><i id="x"></i><i id=""></i><i id=""></i>') == [twice]


def test_what_several_templates_hold_does_not_stand_twice(tmp_path: Path) -> None:
    template = '<template><i id="x"></i><template><i id="x"></i></template><i id="x"></i></template>'
    assert said(tmp_path, f'{template}{template}<i id="x"></i>') == []


@pytest.mark.parametrize(("address", "told"), [("https://guide.example/", True), (ADDRESS, False), ("", False)])
def test_a_site_that_does_not_know_its_address_is_told_how_to_learn_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str, *, told: bool
) -> None:
    assert publish(written(tmp_path, {"index.html": page(address=address)})) == []
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == told
    assert all("set SITE_URL" in line for line in lines)


SCRIPTS = {
    "assets/a b.js": "a()",
    "assets/later.js": "later()",
    "assets/own.css": "p{}",
    "assets/theirs.0123abcd.min.js": "theirs()",
    "assets/alone.js": "alone()",
}
HEAD = (
    '<link rel="stylesheet" href="{0}assets/own.css?v=1#x">'
    '<script src="{0}assets/a%20b.js" data-root="../" data-later="{0}assets/later.js {0}assets/theirs.0123abcd.min.js"'
    ' defer></script><script src="{0}assets/theirs.0123abcd.min.js"></script>'
)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def test_what_a_page_loads_is_named_by_what_it_says_wherever_it_is_named(tmp_path: Path) -> None:
    pages = {"index.html": page(address=ADDRESS), "a/index.html": page(HEAD.format("../"))}
    folder = written(tmp_path, {**SCRIPTS, **pages, "404.html": page(HEAD.format("/repo/"))})
    assert publish(folder) == []
    names = {name.rpartition("/")[2]: digest(text) for name, text in SCRIPTS.items()}
    for name, root in (("a/index.html", "../"), ("404.html", "/repo/")):
        html = (folder / name).read_text("utf-8")
        assert f'href="{root}assets/own-{names["own.css"]}.css?v=1#x"' in html
        assert f'src="{root}assets/a%20b-{names["a b.js"]}.js" data-root="../"' in html
        later = f"{root}assets/later-{names['later.js']}.js {root}assets/theirs.0123abcd.min.js"
        assert f'data-later="{later}" defer' in html
    # No page speaks of it, so a script may; and theirs has a digest of its own.
    left = {"alone.js", "theirs.0123abcd.min.js"}
    made = {
        f"{stem}-{names[f'{stem}.{kind}']}.{kind}" for stem, kind in (("a b", "js"), ("later", "js"), ("own", "css"))
    }
    assert {path.name for path in (folder / "assets").iterdir()} == left | made
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    assert publish(folder) == []
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before


def test_another_content_is_another_name(tmp_path: Path) -> None:
    for name, text in (("one", "a()"), ("two", "b()"), ("three", "a()")):
        files = {"index.html": page('<script src="a.js"></script>'), "a.js": text}
        assert publish(written(tmp_path / name, files)) == []
    one, two, three = ((tmp_path / name / "index.html").read_text("utf-8") for name in ("one", "two", "three"))
    assert one == three != two


@pytest.mark.parametrize(
    "tag",
    ['<script src="../../gone.js"></script>', '<link rel="stylesheet" href="../../gone.css">'],
)
def test_a_script_or_style_sheet_that_is_not_there_is_one_line(tmp_path: Path, tag: str) -> None:
    (target,) = re.findall(r"[.\w/]*gone\.\w+", tag)
    assert said(tmp_path, "", head=tag) == [f"{target}: {NOWHERE}"]


def test_a_script_that_would_be_loaded_later_and_is_not_there_is_one_line(tmp_path: Path) -> None:
    head = '<script data-later="../../gone.js" data-words="of no file.js at all"></script>'
    assert said(tmp_path, "", head=head) == [f"../../gone.js: {NOWHERE}"]


def test_the_guide_is_built_for_a_folder_of_a_host(tmp_path: Path) -> None:
    folder = built(copy(tmp_path / "copy"), ADDRESS)
    assert f'href="{ADDRESS}rfq/"' in (folder / "rfq" / "index.html").read_text("utf-8")
    assert '"/repo/' in (folder / "404.html").read_text("utf-8")

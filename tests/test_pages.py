"""Mistakes in pages and settings: each told where it stands, by the check and by the build in the same words."""

import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.guide.guide import Guide
from macros.rendering.pages import page_problems
from tests.project import DATA, copy, make_build

HEADER = "---\ntitle: A page\ncolor: red\n---\n"


def told(guide: Guide, folder: Path, text: str) -> list[str]:
    """What is said of a page in a folder that has another page, `rfq.md`."""
    (folder / "topics").mkdir()
    (folder / "rfq.md").write_text("# RFQ\n", "utf-8")
    (folder / "topics" / "page.md").write_text(text, "utf-8")
    return [f"{each.line}:{each.column}: {each.message}" for each in page_problems(folder, guide, {"owner": "me"})]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# Page\n\n{{ fqa() }}", ["3:4: no macro has the name `fqa`; did you mean `faq`?"]),
        ("# Page\n\n{{ glossary }} {{ stages }}", ["3:19: no macro has the name `stages`; did you mean `stage`?"]),
        (
            f'{HEADER}a {{{{ link("upload") }}}} or\nb {{{{ link("uplaod") }}}}',
            ["6:6: link: no link has the id `uplaod`; did you mean `upload`?"],
        ),
        ('{{ stage() }} {{ faq("x") }}', ["1:4: stage: missing a required argument: 'stage'; it takes stage: str"]),
        ("one\ntwo {{ faq( }}", ["2:1: unexpected '}', expected ')'"]),
        ("{% if x %}\nno end", ["1:1: unexpected end of template"]),
        ("{%- if 1 -%}\n\n {{- fqa() }}{% endif %}", ["3:6: no macro has the name `fqa`; did you mean `faq`?"]),
        ("{{ 1 | sentence }}", ["1:1: no filter named 'sentence'"]),
        ("---\ntitle: a: b\n---\n# Page\n", ["2:9: "]),
        (
            "---\ntitle: Page\ndate: 2026-02-30\n---\n",
            ["2:1: this header cannot be read: day is out of range for month"],
        ),
        ("---\ntitle: Größe\nnote: a\x01b\n---\n", ["3:8: the invisible character U+0001 is not allowed; delete it"]),
        ("an old Mac\r{{ fqa() }}", ["2:4: no macro has the name `fqa`; did you mean `faq`?"]),
        ("[a](../rfq.md) [b](../rfq.md#x)\n[c](rqf.md)", ["2:5: there is no page `rqf.md`, as seen from this one"]),
    ],
)
def test_a_mistake_in_a_page_is_told_by_line_and_column(
    guide: Guide, tmp_path: Path, text: str, lines: list[str]
) -> None:
    found = told(guide, tmp_path, text)
    assert len(found) >= len(lines)
    assert not [(line, each) for line, each in zip(lines, found, strict=False) if not each.startswith(line)]


def test_a_page_that_is_not_utf_8_is_told(guide: Guide, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"# Page\n\nGeh\xe4use")
    (problem,) = page_problems(tmp_path, guide, {})
    assert str(problem).endswith("page.md:3:4: the byte 0xE4 is not UTF-8; save the file with the encoding UTF-8")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}{{{{ color }}}} {{{{ owner }}}} {{{{ page.title }}}} {{{{ config.site_name }}}} {{{{ now() }}}}",
        '{% set way = "upload" %}{{ link(way) }} [#- {{ nothing }} -#] # Title {#id}',
        "`[x](gone.md)` and\n```\n[x](gone.md)\n```\n[x](https://a.example/b.md)",
        "---\nrender_macros: false\n---\n{{ nothing }}",
        '{{ faq() }}\n\n{{ stage("pilot-run") }}',
    ],
)
def test_what_a_page_may_say_is_let_be(guide: Guide, tmp_path: Path, text: str) -> None:
    assert told(guide, tmp_path, text) == []


def test_the_check_tells_every_mistake_of_a_project_in_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path / "copy")
    monkeypatch.chdir(folder)
    assert main(["check"]) == 0
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    place = settings.splitlines().index("  supplier:") + 2
    wrong = settings.replace("  supplier:\n", "  supplier:\n    contact: 12\n").replace(" faq.md", " fqa.md")
    (folder / "mkdocs.yml").write_text(f"{wrong}\nsite_nmae: Tarn\n", "utf-8")
    (folder / "docs" / "faq.md").write_text("{{ fqa() }}", "utf-8")
    assert main(["check"]) == 1
    nav, column = next((at, line.index("fqa")) for at, line in enumerate(wrong.splitlines(), 1) if "fqa.md" in line)
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "docs/faq.md:1:4: no macro has the name `fqa`; did you mean `faq`?",
        f"mkdocs.yml:{place}:5: extra.supplier.contact: a text is expected, and `12` is none; put it in quotes",
        f"mkdocs.yml:{nav}:{column + 1}: there is no page `fqa.md` in docs/",
        f"mkdocs.yml:{len(wrong.splitlines()) + 2}:1: Unrecognised configuration name: site_nmae",
    ]
    (folder / "mkdocs.yml").write_text(f"{wrong}\nextra: [\n", "utf-8")
    assert main(["check"]) == 1
    (folder / "mkdocs.yml").write_text(wrong, "utf-8")
    built = make_build(folder)
    assert built.returncode != 0
    assert [line for line in built.stdout.splitlines() if line.startswith(("docs/", "mkdocs.yml:"))] == lines[:3]
    assert "Traceback" not in built.stdout


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "site_name: Tarn\nextra: {since: 2026-02-30}\n",
            "1:1: the file cannot be read: day is out of range for month",
        ),
        ("site_name: Größe\nnote: a\x01b\n", "2:8: the invisible character U+0001 is not allowed; delete it"),
    ],
)
def test_settings_that_cannot_be_read_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, line: str
) -> None:
    shutil.copytree(DATA, tmp_path / "docs" / "data")
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    assert capsys.readouterr().out == f"mkdocs.yml:{line}\n"


def test_a_folder_of_data_is_checked_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "data"]) == 0
    assert main(["check"]) == 1

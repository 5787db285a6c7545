"""Texts of the data files on a page: links that fit it, inline Markdown, and nothing that the text smuggles in."""

import json
import shutil
from collections.abc import Collection
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from jinja2 import UndefinedError

from macros.guide.guide import Guide
from macros.guide.load import load
from macros.guide.published import NOTED
from macros.models import Question
from macros.reading.problems import GuideError
from macros.rendering import render
from macros.rendering.render import Renderer, relative_url
from tests.examples import call, everything
from tests.hostile import GROUPS, LINES, SIGNS, TEXTS, Slots, text_slots, write
from tests.markup import Page, elements, fragment, read, shape, text, tidy
from tests.project import DATA, ROOT, brand, built, copy
from tests.soak import SOAK, soak
from tests.tally import Tally

# How many strings are tried in one text: alone, none can hide the next.
TOGETHER = 1 if SOAK else 200


@pytest.mark.parametrize(
    ("place", "target", "expected"),
    [
        ("", "/rfq/", "rfq/"),
        ("", "/", "./"),
        ("", "/rfq/#part-number", "rfq/#part-number"),
        ("", "/#useful-when", "#useful-when"),
        ("rfq/", "/rfq/#part-number", "#part-number"),
        ("rfq/", "/rfq/", "./"),
        ("rfq/", "/", "../"),
        ("rfq/", "/stages/pilot-run/", "../stages/pilot-run/"),
        ("stages/pilot-run/", "/stages/", "../"),
        ("stages/pilot-run/", "/stages/#pilot-run", "../#pilot-run"),
        ("stages/", "/stages/pilot-run/", "pilot-run/"),
        ("topics/design-guide/", "/rfq/#finish", "../../rfq/#finish"),
        ("topics/design-guide/", "/schema/rfq-record-1.json", "../../schema/rfq-record-1.json"),
        ("rfq/", "https://tarnvalley.example/quote", "https://tarnvalley.example/quote"),
        ("rfq/", "mailto:quotes@tarnvalley.example", "mailto:quotes@tarnvalley.example"),
    ],
)
def test_a_link_leads_from_the_page_to_its_target(place: str, target: str, expected: str) -> None:
    assert relative_url(target, place) == expected


def best_fit(guide: Guide, words: str, page_url: str = "rfq/") -> str:
    changed = guide.model_copy(update={"about": guide.about.model_copy(update={"best_fit": words})})
    return call(changed, "best_fit", [], page_url)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("**two** parts", "<strong>two</strong> parts"),
        ("*em* and `a < b`", "<em>em</em> and <code>a &lt; b</code>"),
        (
            "see [the lock](/pilot-lock/#finish-and-masking)",
            'see <a href="../pilot-lock/#finish-and-masking">the lock</a>',
        ),
        ("[here](/rfq/#finish)", '<a href="#finish">here</a>'),
        ("[out](https://tarnvalley.example/?a=1&b=2)", '<a href="https://tarnvalley.example/?a=1&amp;b=2">out</a>'),
        ("R&R, 3 < 4, “quoted”", "R&amp;R, 3 &lt; 4, “quoted”"),
        ("two\n\n\nlines", "two lines"),
        ("# no heading\n- no list", "# no heading - no list"),
    ],
)
def test_inline_markdown_is_rendered(guide: Guide, words: str, expected: str) -> None:
    assert best_fit(guide, words) == f'<p class="best-fit">{expected}</p>'


def test_links_in_texts_fit_the_depth_of_the_page(guide: Guide) -> None:
    assert 'href="../../rfq/"' in best_fit(guide, "[x](/rfq/)", "topics/design-guide/")
    assert 'href="rfq/"' in best_fit(guide, "[x](/rfq/)", "")


@pytest.mark.parametrize(
    "template", ["{{ missing }}", "{{ guide.no_such_part }}", "{% for x in missing %}{% endfor %}"]
)
def test_a_value_that_is_missing_is_an_error(
    guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: str
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "template.html").write_text(template, "utf-8")
    monkeypatch.setattr(render, "COMPONENTS", tmp_path)
    with pytest.raises(UndefinedError, match=r"missing|no_such_part"):
        Renderer()("broken", "rfq/", guide=guide)


def test_a_value_is_escaped_and_the_result_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "template.html").write_text('<p title="{{ a }}">\n\n  {{ a }}\n</p>\n', "utf-8")
    monkeypatch.setattr(render, "COMPONENTS", tmp_path)
    html = Renderer()("one", "rfq/", a='"><script>\n```')
    assert html == '<p title="&#34;&gt;&lt;script&gt; ```"> &#34;&gt;&lt;script&gt; ``` </p>'


@cache
def slots() -> Slots:
    """Found once: the free texts of all data files."""
    return text_slots(DATA)


def test_the_free_texts_are_found() -> None:
    found = slots()
    assert ("items", "*", "ask") in found["rfq"]
    assert ("rows", "*", "cells", "next-step") in found["transition"]
    assert ("contradictions", "*", "ask") in found["verdicts"]
    assert not [way for ways in found.values() for way in ways if way[-1] in ("id", "kind", "page", "if_open")]
    assert sum(map(len, found.values())) > 80


def loaded(folder: Path, words: str, places: Slots) -> Guide:
    """The guide with words behind the first letter of free texts, so that the order of its parts stays."""
    write(DATA, folder, places, lambda text: f"{text[0] if text[0].isalnum() else 'x'} {words}")
    shutil.copytree(DATA / "examples", folder / "examples")
    return load(folder)


MARK = "the-words-to-be-replaced"


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A guide as JSON with a mark in every free text, of the worked records too."""
    guide = loaded(tmp_path_factory.mktemp("marked") / "data", MARK, slots())
    whole = json.loads(guide.model_dump_json())
    for record in whole["examples"].values():
        for answer in record["answers"].values():
            answer["note"] = MARK
        for field in guide.fields:
            value = record["values"].get(field.id)
            if field.kind in ("text", "long-text") and value is not None:
                record["values"][field.id] = MARK
            for row in value or () if field.kind == "rows" else ():
                row.update({column: MARK for column, cell in row.items() if isinstance(cell, str) and column != "id"})
    return json.dumps(whole)


def with_words(marked: str, words: str) -> Guide:
    return Guide.model_validate_json(marked.replace(MARK, json.dumps(words)[1:-1]))


Shapes = dict[str, list[tuple[str, tuple[str, ...]]]]


def parsed(html: dict[str, str]) -> dict[str, Element]:
    return {name: fragment(each)[0] for name, each in html.items()}


def shapes(roots: dict[str, Element]) -> Shapes:
    return {name: shape(root) for name, root in roots.items()}


@pytest.fixture(scope="module")
def calm(marked: str) -> Shapes:
    """The elements and attributes of every component where no text is hostile."""
    return shapes(parsed(everything(with_words(marked, "words"))))


def differences(calm: Shapes, found: Shapes) -> dict[str, object]:
    return {
        name: [each for each in found[name] if each not in calm[name]] or "order"
        for name in calm
        if calm[name] != found[name]
    }


# The lines of a note follow from its text as well.
INLINE = {"a", "strong", "em", "code", "br"}


def marked_up(found: Shapes, inline: Collection[str] = ("em", "strong", "code", "br")) -> Shapes:
    """Shapes without what inline Markdown is for, and the ends of lines."""
    return {name: [each for each in entries if each[0] not in inline] for name, entries in found.items()}


@pytest.mark.parametrize(
    "words",
    [
        *(pytest.param(" ".join(TEXTS[name] for name in names), id=group) for group, names in GROUPS.items()),
        *(pytest.param(words, id=name) for name, words in LINES.items()),
    ],
)
def test_hostile_text_adds_no_element_and_no_attribute(marked: str, calm: Shapes, words: str) -> None:
    html = everything(with_words(marked, words))
    assert not differences(marked_up(calm), marked_up(shapes(parsed(html))))
    assert not [component for component in html if "\n" in html[component]]


@soak
def test_every_hostile_string_in_a_data_file_is_shown_as_text_or_refused_on_its_line(
    marked: str, calm: Shapes, tmp_path: Path, survived: Tally
) -> None:
    strings: list[str] = json.loads((ROOT / "tests" / "client" / "hostile.json").read_text("utf-8"))
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    (folder / NOTED).unlink()
    taken = [*strings]
    while refused := refused_as_answers(folder, taken):
        taken = [each for place, each in enumerate(taken) if place not in refused]
    assert len(taken) > 130
    assert [each.answer for each in load(folder).faq.questions] == [each.strip() for each in taken]
    for start in range(0, len(taken), TOGETHER):
        each = " ".join(taken[start : start + TOGETHER])
        roots = parsed(everything(with_words(marked, each)))
        assert not differences(marked_up(calm, INLINE), marked_up(shapes(roots), INLINE)), each
        links = {link.get("href", "") for root in roots.values() for link in elements(root, "a")}
        assert not [link for link in links if link.lower().startswith(("javascript:", "data:", "vbscript:", "file:"))]
    survived("hostile strings in data files", len(strings))


def refused_as_answers(folder: Path, strings: list[str]) -> set[int]:
    """Which of the strings cannot be an answer; each error stands on the line of one of them."""
    written = (json.dumps(each, ensure_ascii=not each.isprintable()) for each in strings)
    lines = (f"  - {{id: q-{place}, question: Q, answer: {each}}}" for place, each in enumerate(written))
    (folder / "faq.yml").write_text("\n".join(["questions:", *lines]), "utf-8")
    try:
        load(folder)
    except GuideError as error:
        return {problem.line - 2 for problem in error.errors if problem.file.endswith("faq.yml")}
    return set()


def test_every_hostile_text_is_tried() -> None:
    assert {name for names in GROUPS.values() for name in names} == set(TEXTS)


@pytest.mark.parametrize("name", ["script", "event handler", "template", "entities", "script link", "long word"])
def test_hostile_text_can_still_be_read_as_it_was_written(guide: Guide, name: str) -> None:
    words = tidy(TEXTS[name])
    label = guide.model_copy(
        update={"faq": guide.faq.model_copy(update={"questions": (hostile_question(guide, words),)})}
    )
    said = text(fragment(call(label, "faq", []))[0])
    assert said.startswith(words)


def hostile_question(guide: Guide, words: str) -> Question:
    return guide.faq.questions[0].model_copy(update={"question": words})


@pytest.mark.parametrize("name", SIGNS)
def test_signs_that_nobody_sees_are_refused_or_change_nothing(
    marked: str, calm: Shapes, tmp_path: Path, name: str
) -> None:
    places = {stem: ways if stem == "faq" else set() for stem, ways in slots().items()}
    try:
        loaded(tmp_path / "data", SIGNS[name], places)
    except GuideError as error:
        messages = {problem.message for problem in error.errors}
        assert all("the invisible character" in message for message in messages), messages
        return
    assert name == "zero width"
    assert not differences(calm, shapes(parsed(everything(with_words(marked, SIGNS[name])))))


def test_pages_built_from_hostile_data_have_the_elements_of_the_true_ones(
    pages: dict[str, Page], server: str, tmp_path: Path
) -> None:
    folder = copy(tmp_path / "hostile")
    some = ("script", "event handler", "end of a template", "template", "markdown blocks")
    words = " ".join((*(TEXTS[name] for name in some), *LINES.values()))
    write(DATA, folder / "docs" / "data", slots(), lambda text: f"{text[0] if text[0].isalnum() else 'x'} {words}")
    brand(folder, {"extra": {"supplier": {"name": TEXTS["script"], "contact": TEXTS["end of an attribute"]}}})
    site = built(folder, server)
    for address, page in pages.items():
        hostile = read(site / address.strip("/") / "index.html")
        assert not hostile.errors
        # Where a page has its rules from is for publishing to decide.
        for script in [*elements(hostile.article, "script"), *elements(page.article, "script")]:
            script.attrib.pop("data-summary-style", None)
        found, true = ([each for each in shape(one.article) if each[0] not in INLINE] for one in (hostile, page))
        assert found == true, address
        links = {each.get("href", "") for each in elements(hostile.root, "a")}
        assert not [each for each in links if each.lower().startswith(("javascript:", "data:", "vbscript:"))]
        said = text(hostile.root)
        assert TEXTS["script"] in said
        assert TEXTS["end of an attribute"] in said
        assert not [each for each in elements(hostile.root) if "onmouseover" in each.attrib]

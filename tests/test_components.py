"""Every component renders its examples: one line of well-formed HTML with the texts that a person must see."""

import re
from itertools import groupby

import markdown
import pytest
from material.plugins.search.plugin import Parser, Section

from macros.guide.guide import Guide, UnknownId
from macros.rendering.macros import components
from macros.rendering.render import COMPONENTS
from tests.examples import EXAMPLES, Example, call
from tests.markup import elements, fragment, text

BLOCKS = set(markdown.Markdown().block_level_elements)
IDS = [f"{macro}: {example['name']}" for macro, example in EXAMPLES]
each_example = pytest.mark.parametrize(("macro", "example"), EXAMPLES, ids=IDS)


def rendered(guide: Guide, macro: str, example: Example) -> str:
    return call(guide, macro, example["call"])


def test_every_folder_with_a_template_is_a_macro_with_examples() -> None:
    assert {path.parent.name for path in COMPONENTS.glob("*/examples.yml")} == set(components().values())
    assert components()["stage_path"] == "stage-path"


def test_a_folder_that_other_templates_include_is_no_macro() -> None:
    pieces = {path.parent.name for path in COMPONENTS.glob("*/*.html")} - set(components().values())
    assert pieces == {"builds", "calculator", "copy", "figure", "parts", "prefill", "received-review"}
    templates = "".join(path.read_text("utf-8") for path in COMPONENTS.rglob("*.html"))
    assert not [folder for folder in pieces if f'"{folder}/' not in templates]


@each_example
def test_an_example_shows_its_texts(guide: Guide, macro: str, example: Example) -> None:
    root, _ = fragment(rendered(guide, macro, example))
    said = text(root)
    assert example["shows"]
    assert not [words for words in example["shows"] if words not in said], said


@each_example
def test_an_example_is_well_formed(guide: Guide, macro: str, example: Example) -> None:
    html = rendered(guide, macro, example)
    root, errors = fragment(html)
    assert not errors
    assert not re.findall(r"&(?!#?\w+;)", html)
    ids = [each.get("id") for each in elements(root) if each.get("id")]
    assert len(ids) == len(set(ids))
    # The policy would refuse them.
    assert not [each for each in elements(root) if "style" in each.attrib or each.tag == "style"]
    scripts = [each for each in elements(root, "script") if each.get("type") != "application/ld+json"]
    assert not [each for each in scripts if "://" in each.get("src", "://") or each.text]


@each_example
def test_an_example_passes_through_markdown_untouched(guide: Guide, macro: str, example: Example) -> None:
    html = rendered(guide, macro, example)
    assert "\n" not in html
    opening = re.match(r"<([\w-]+)", html)
    assert opening
    if macro == "link":
        assert opening[1] == "a"
        return
    assert opening[1] in BLOCKS, f"<{opening[1]}> is no block to Markdown; put a <div> around it"
    host = markdown.Markdown(extensions=["attr_list", "tables", "toc"])
    assert html in host.convert(f"Before.\n\n{html}\n\nAfter.")


@pytest.mark.parametrize(
    ("macro", "wrong", "meant"),
    [
        ("stage", "pilot-rnu", "pilot-run"),
        ("stage_path", "Pilot run", "pilot-run"),
        ("matrix", "transitions", "transition"),
        ("checklist", "pilot_lock", "pilot-lock"),
        ("link", "uplaod", "upload"),
        ("example", "tvr-10427-rev-d", "tvr-10427-rev-"),
        ("example_locks", "tvr-10427-revc", "tvr-10427-rev-c"),
    ],
)
def test_a_wrong_name_is_an_error_that_says_what_was_meant(guide: Guide, macro: str, wrong: str, meant: str) -> None:
    with pytest.raises(UnknownId, match=f"^{macro}: .*`{re.escape(wrong)}`; did you mean `{meant}"):
        call(guide, macro, [wrong])


@pytest.mark.parametrize(
    ("macro", "arguments", "said"),
    [
        ("stage", [], "stage: missing a required argument: 'stage'; it takes stage: str"),
        ("faq", ["shop"], "faq: too many positional arguments; it takes no arguments"),
        ("link", ["upload", "Send it"], "link: too many positional arguments; it takes link: str"),
    ],
)
def test_a_wrong_call_is_an_error_that_names_the_component_and_what_it_takes(
    guide: Guide, macro: str, arguments: list[str], said: str
) -> None:
    with pytest.raises(TypeError, match=re.escape(said)):
        call(guide, macro, arguments)


def test_search_finds_each_item_of_a_long_list_and_need_not_walk_far_from_one(guide: Guide) -> None:
    rfq = guide.checklist("rfq")
    items = tuple(rfq.items[0].model_copy(update={"id": f"item-{number}", "fields": ()}) for number in range(500))
    long = guide.model_copy(update={"checklists": (rfq.model_copy(update={"items": items}),)})
    search = Parser()
    search.feed(f'<h1 id="rfq">RFQ</h1>{call(long, "checklist", ["rfq"])}')
    assert [section.id for section in search.data if not section.is_excluded()] == [None, *(item.id for item in items)]
    # From the end of an item, it walks back to the last heading outside of items, past the items between.
    between = [len(list(group)) for left_out, group in groupby(search.data, Section.is_excluded) if not left_out]
    assert max(between) <= 50

"""Every fact of the guide is on its page, the same everywhere, and nothing is claimed that no source gives."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from macros.guide.guide import Guide
from macros.guide.published import noted, public_ids
from macros.rendering.render import _inline_markdown
from tests.facts import (
    ALWAYS,
    CALL_TO_ACTION,
    FIRST_LINES,
    NO_DOSSIER,
    PURPOSES,
    QUOTE_REVIEW,
    QUOTE_REVIEW_COLUMNS,
    RELATED,
    TRANSITION,
    TRANSITION_COLUMNS,
    UNDER_ANCHORS,
    missing,
)
from tests.markup import Page, elements, fragment, part, tables, text, tidy
from tests.project import DATA, ROOT

BRACKET = (ROOT / "tests" / "golden" / "demo-bracket.json").read_text("utf-8")
# The bore before coating; the record of the bracket has it after.
BEFORE_COATING = {"22.006", "22.008"}
# Made up for the lines of a report on the FAI page.
OF_THE_FAI = {"22.009"}
SECOND_PART = "CMD-77310"
ASSEMBLY = "TVR-10400"
# The day on which Rev C was in review.
IN_REVIEW = "2026-08-10"


@pytest.mark.parametrize(
    ("address", "columns", "facts"),
    [("/stages/", TRANSITION_COLUMNS, TRANSITION), ("/quote-review/", QUOTE_REVIEW_COLUMNS, QUOTE_REVIEW)],
)
def test_a_matrix_has_each_fact_in_its_row_and_column(
    pages: dict[str, Page], address: str, columns: tuple[str, ...], facts: dict[str, tuple[str, ...]]
) -> None:
    table = next(tables(pages[address].article))
    assert list(table) == list(facts)
    for row, cells in table.items():
        assert tuple(cells) == columns
        for column, wanted in zip(columns, facts[row], strict=True):
            assert not missing(wanted, cells[column]), (row, column, cells[column])


@pytest.mark.parametrize("stage", PURPOSES)
def test_a_stage_page_has_its_row_of_the_matrix_and_its_purpose(
    pages: dict[str, Page], guide: Guide, stage: str
) -> None:
    said = text(pages[f"/stages/{stage}/"].article)
    for wanted in TRANSITION[guide.stage(stage).label]:
        assert not missing(wanted, said)
    assert not missing(PURPOSES[stage], text(pages["/"].article))


@pytest.mark.parametrize(
    ("address", "anchor"), [(address, anchor) for address, anchors in UNDER_ANCHORS.items() for anchor in anchors]
)
def test_a_fact_stands_under_its_anchor(pages: dict[str, Page], address: str, anchor: str) -> None:
    said = part(pages[address].article, anchor)
    assert not missing(UNDER_ANCHORS[address][anchor], said), said


def test_the_home_page_leads_on(pages: dict[str, Page], guide: Guide) -> None:
    home = pages["/"].article
    assert not missing(CALL_TO_ACTION, text(home))
    links = {each.get("href"): text(each) for each in elements(home, "a")}
    assert not [address for address in RELATED if address.removeprefix("/") not in links]
    assert len(guide.about.useful_when) == 3


def test_the_home_page_opens_with_what_the_guide_is_for(pages: dict[str, Page], guide: Guide) -> None:
    said = text(pages["/"].article)
    assert not missing(FIRST_LINES, said[: said.index(guide.about.promise)])
    (first_call, *_) = (each for each in elements(pages["/"].article, "a") if "primary" in each.get("class", ""))
    assert (text(first_call), first_call.get("href")) == ("Plan production run", "assess/")
    others = {text(each): each.get("href") for each in elements(pages["/"].article, "a")}
    assert others["See a finished request"] == "example/"


def test_the_rfq_page_says_what_is_enough(pages: dict[str, Page]) -> None:
    assert not missing(NO_DOSSIER, text(pages["/rfq/"].article))


@pytest.mark.parametrize("address", ["/", "/stages/", "/quote-review/", "/routing/", "/faq/"])
def test_planning_the_run_is_one_press_away(pages: dict[str, Page], guide: Guide, address: str) -> None:
    words = guide.link(guide.links.call_to_action).label
    assert words in [text(each) for each in elements(pages[address].article, "a") if "primary" in each.get("class", "")]


def test_the_upload_and_the_reviews_are_linked_where_the_rfq_ends(pages: dict[str, Page]) -> None:
    said = " ".join(text(each) for each in elements(pages["/rfq/"].article, "a"))
    assert not missing("Upload CAD for Quote, design guide, tolerance review", said)


def anchors(guide: Guide) -> Iterator[tuple[str, str]]:
    """The address and the anchor of everything that people outside link to."""
    yield from (("/stages/", stage.id) for stage in guide.stages)
    yield from (("/stages/", column.id) for column in guide.transition.columns)
    for checklist in guide.checklists:
        yield from ((f"/{checklist.id}/", item.id) for item in checklist.items)
    yield from (("/quote-review/", row.id) for row in guide.quote_review.rows)
    yield from (("/routing/", decision.id) for decision in guide.routing.decisions)
    yield from (("/routing/", priority.id) for priority in guide.routing.priorities)
    yield from (("/faq/", question.id) for question in guide.faq.questions)
    yield from (("/glossary/", term.id) for term in guide.glossary.terms)
    yield from (("/standards/", standard.id) for standard in guide.standards.standards)


def test_everything_with_an_id_has_an_anchor_on_its_page(pages: dict[str, Page], guide: Guide) -> None:
    promised = list(anchors(guide))
    assert len(promised) > 100
    assert not [each for each in promised if each[1] not in pages[each[0]].anchors()]


def test_every_field_the_desk_wants_is_asked_for(pages: dict[str, Page], guide: Guide) -> None:
    needs: dict[int, set[str]] = {number: set() for number in range(1, 69)}
    for field in guide.fields:
        needs[int(field.number[1:])].add(field.need)
        assert field.ask.endswith("?"), field.id
        shown = {address for address, page in pages.items() if f"field-{field.id}" in page.anchors()}
        assert shown & {"/pilot-lock/", "/rfq/", "/readiness/"}, field.id
    assert {number for number, need in needs.items() if "required" in need} == ALWAYS
    assert all(needs.values())


def texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a value with the names that lead to it."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from texts(each, f"{key}.{name}" if key else name)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each, key)
    elif isinstance(value, str):
        yield key, value


# What is for programs, or shown only where a record, a verdict or a supplier's link calls for it.
NOT_ON_PAGES = re.compile(
    r"\basked_if\b|(^|\.)(id|example|holds|number|kind|need|means|decides|na|page|link|next|fields|asked_for|asked_if|vague|alone|compared|outcome|status|area|standing|call_to_action|related|schema_)$"
    r"|^(about\.version|links|verdicts|conditions|transition\.columns\.informs|preflight|title_block|request|figures|examples|tombstones|calculators\.\w+\.(case|table|into))\b|^fields\.(columns\.)?(ask|options\.label)$|^checklists\.words\."
)


def test_every_text_of_the_guide_is_on_a_page(pages: dict[str, Page], guide: Guide) -> None:
    markdown = _inline_markdown()
    said = {address: text(page.article) for address, page in pages.items() if address != "/licenses/"}
    everything = "\n".join(said.values())
    lost = []
    for key, written in texts(guide.model_dump()):
        words = tidy("".join(fragment(markdown.renderInline(written, {"page": ""}))[0].itertext()))
        # What is taken from a worked record is in its place on the page.
        pieces = [each.strip(" .") for each in re.split(r"\{[^{}]*\}", words)]
        if not NOT_ON_PAGES.search(key) and not all(each in everything for each in pieces):
            lost.append(f"{key}: {words}")
    assert not lost


# What the coating makes of the limits, in the calculator.
COATED = ("21.985", "22.013")
# What may be said of the fictitious bracket, wherever its figures are seen.
FIGURES = {
    "bores in mm": (
        r"\b2[12]\.\d{3}\b",
        {"21.996", "21.998", "22.000", "22.021", *BEFORE_COATING, *OF_THE_FAI, *COATED},
    ),
    "coating": (r"\b\d+ ?[-\u2013] ?\d+(?= ?[µu]m\b)", {"8-15"}),
    "hole position": (r"\b0\.10? ?(?:mm)? ?(?:→|->|to) ?0\.\d+", {"0.10 → 0.20", "0.1 mm to 0.2", "0.10 mm to 0.20"}),
    "balloons": (r"\b\d+(?= (?:balloons|characteristics))", {"34"}),
    "sample of the pilot": (r"\b\d+ of 50\b", {"13 of 50", "50 of 50"}),
    # All six locks of the record are locked; of Rev B's six parts, two were bad.
    "parts of Rev B": (r"\b\d+ of (?:the )?6\b", {"2 of 6", "2 of the 6", "6 of 6"}),
    "quantity breaks": (r"\b\d+(?:, \d+){3}\b", {"50, 150, 300, 600"}),
    "sizes": (r"\b\d+ x \d+ x \d+", {"120 x 80 x 25", "10 x 22 x 6"}),
    "dates": (r"\b20\d\d-\d\d-\d\d", {*re.findall(r"20\d\d-\d\d-\d\d", BRACKET), IN_REVIEW}),
    "names": (
        r"(?<![A-Z-])(?:TVR|ECO|ENC|NDA|CMD|RFQ-TVR)-[A-Z0-9-]*\d",
        {*re.findall(r"(?<![A-Z-])[A-Z-]+-[A-Z0-9-]*\d", BRACKET), SECOND_PART, ASSEMBLY},
    ),
}
ON_THE_EXAMPLE = "21.996, 21.998, 22.000, 22.006, 22.008, 8-15 µm, 34 , 13 of 50, 2 of 6, TVR-10427, ECO-0317"


def bracket_texts(pages: dict[str, Page]) -> Iterator[tuple[str, str]]:
    """What is shown and what is stored; standards have dates of their own, and the tables of calculators numbers."""
    yield from ((address, text(page.article)) for address, page in pages.items() if address != "/standards/")
    for path in sorted(DATA.rglob("*.*")):
        if path.stem not in ("standards", "calculators"):
            yield path.name, path.read_text("utf-8")


@pytest.mark.parametrize("figure", FIGURES)
def test_the_brackets_figures_are_the_same_wherever_they_stand(our_pages: dict[str, Page], figure: str) -> None:
    pattern, allowed = FIGURES[figure]
    found = [(where, seen) for where, said in bracket_texts(our_pages) for seen in re.findall(pattern, said)]
    assert not [each for each in found if each[1] not in allowed]
    # The change of the hole position is a row with two cells, and needs no sentence.
    assert found or figure == "hole position"


def test_the_example_page_gives_the_whole_record(pages: dict[str, Page]) -> None:
    said = text(pages["/example/"].article)
    assert not missing(ON_THE_EXAMPLE, said)
    given = set(re.findall(r"20\d\d-\d\d-\d\d", said))
    assert given == {*re.findall(r"20\d\d-\d\d-\d\d", BRACKET), IN_REVIEW}
    for quantity in (50, 150, 300, 600):
        assert re.search(rf"(?<!\d){quantity}(?!\d)", said)


def test_edition_years_stand_in_the_table_of_standards_alone(our_pages: dict[str, Page], guide: Guide) -> None:
    examples = [tidy(field.example) for field in guide.fields]
    for address, page in our_pages.items():
        if address in ("/standards/", "/example/"):
            continue
        said = text(page.article)
        for example in examples:
            said = said.replace(f"Example: {example}", "")
        # Dates, and the numbers of the worked part's request and agreement.
        said = re.sub(r"20\d\d-\d\d-\d\d|\b(?:RFQ-TVR|NDA)-20\d\d", "", said)
        edition = re.search(
            r".{20}(?:\b(?:19|20)\d\d\b|\bAS ?\d{4}[A-Z]?,? Rev(?:ision|\.)? [A-Z]\b|\b\w+ edition of \d+|"
            r"\b(?:second|third|fourth|fifth|\d(?:st|nd|rd|th)) edition)",
            said,
        )
        assert not edition, (address, edition)


# Errors seen in the wild, and what no page may promise.
FORBIDDEN = {
    "PPAP level 4 as full approval": r"level 4\b.*\bfull approval|level 3 without parts",
    "PPAP level 3 as limited data": r"level 3\b[^;,]*\blimited data",
    "RoHS is a restriction": r"\brisk of hazardous",
    "T651 is not softer": r"T651\b.*\breduced hardness",
    "not all stainless is DFARS compliant": r"\ball stainless\b.*\b(DFARS|compliant)",
    "3.2 may be validated by the buyer": r"\b3\.2\b.*\b(always|only|must)\b.*\bthird[- ]party",
    "ISO 2859-1 has a newer edition": r"2859-1:1999",
    "an FAI is not the first part off": r"\bFAI\b.*\bfirst part off\b(?!.*\?)",
    "a canceled specification": r"^(?!.*\bcancell?ed\b).*(AMS-QQ-A-250|QQ-P-35)",
    "a price": r"[$€£] ?\d|\b\d+ (USD|EUR|dollars|euros)\b",
    "a lead time": r"\b\d+ (business |working |calendar )?(days?|weeks?)\b",
    # A check of all parts, the thresholds of REACH and of specialty metals, an interval and a gage's share of a
    # tolerance are no such claims.
    "percentages of delay or cost": (
        r"(?<![\d.])(?!100%|0\.1 %|0\.25 %|95 % interval|[13]0 % (?:to|of the tolerance))[\d.]+ ?%|\b1-10-100\b"
    ),
    "a capability figure without n": r"Cp ?k ?[≥>]=? ?1",
}


def worked_out(page: Page) -> Iterator[Element]:
    """What a calculator says follows from what was entered, and claims nothing."""
    for each in elements(page.article):
        if each.tag == "rfq-calculator" or "calculator__table" in each.get("class", ""):
            yield from elements(each)


def sentences(page: Page) -> Iterator[str]:
    left_out = set(worked_out(page))
    for block in elements(page.article, "p", "li", "td", "th", "dd", "dt", "caption", "summary", "h1", "h2", "h3"):
        if block in left_out:
            continue
        yield from re.split(r"(?<=[.?!]) (?=[A-Z])", text(block))


@pytest.mark.parametrize("claim", FORBIDDEN)
def test_a_forbidden_claim_is_nowhere(our_pages: dict[str, Page], claim: str) -> None:
    wrong = re.compile(FORBIDDEN[claim], re.IGNORECASE)
    assert not [
        (address, said) for address, page in our_pages.items() for said in sentences(page) if wrong.search(said)
    ]


def test_the_published_ids_hold_what_people_outside_depend_on(guide: Guide) -> None:
    assert public_ids(guide) <= set(noted(DATA))
    assert set(noted(DATA)) >= {
        "transition/drawing-maturity",
        "pilot-lock/packing-and-labeling",
        "rfq/critical-and-documents",
        "readiness/submission-path",
        "quote-review/supply-pattern",
        "fields/export-control",
        "fields/drawing-status/released",
        "fields/export-control/none-declared",
        "verdicts/settle",
        "links/upload",
    }

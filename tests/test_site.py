"""The built site as a whole: its addresses, its links, its head, its policy, and what is not in it."""

import base64
import hashlib
import json
import re
import shutil
from collections import Counter
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from jsonschema import Draft202012Validator

from macros.guide.guide import Guide
from macros.publish.publish import publish
from tests.markup import Page, elements, first, outline, read, text, tidy
from tests.project import ADDRESSES, DATA, built, copy, source_name

# Attributes by which an element names another one of the same page.
NAMING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list")
# Scripts that nothing runs.
NEVER_RUN = ("application/json", "application/ld+json")
LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"}


def described(page: Page) -> str:
    return next(each.get("content", "") for each in elements(page.root, "meta") if each.get("name") == "description")


def policy_of(page: Page) -> str:
    metas = list(elements(page.root, "meta"))
    assert metas[0].get("charset") == "utf-8"
    assert metas[1].get("http-equiv") == "Content-Security-Policy"
    return metas[1].get("content", "")


@pytest.fixture(scope="module")
def documents(site: Path, pages: dict[str, Page]) -> dict[str, Page]:
    """Every page by its path, the one for wrong addresses too."""
    return {**pages, "/404.html": read(site / "404.html")}


STEPS = {"/assess/": "Stage", "/pilot-lock/": "Lock", "/rfq/": "Request", "/readiness/": "Check", "/upload/": "Send"}


def test_previous_and_next_lead_through_the_five_steps_and_no_further(documents: dict[str, Page], server: str) -> None:
    found = {}
    for name, page in documents.items():
        (footer,) = (each for each in elements(page.root, "footer") if each.get("class") == "md-footer")
        ways = {each.get("rel"): each for each in elements(footer, "a") if each.get("rel")}
        if ways:
            found[name] = {
                rel: (urljoin(urljoin(server, name), each.get("href")), text(each)) for rel, each in ways.items()
            }
    steps = list(STEPS)
    assert set(found) == set(steps)
    for index, name in enumerate(steps):
        wanted = {}
        if index > 0:
            wanted["prev"] = (urljoin(server, steps[index - 1]), f"Previous: step {index} {STEPS[steps[index - 1]]}")
        if name != steps[-1]:
            wanted["next"] = (urljoin(server, steps[index + 1]), f"Next: step {index + 2} {STEPS[steps[index + 1]]}")
        assert found[name] == wanted


def test_navigation_opens_with_the_job_and_has_each_page_once(documents: dict[str, Page], server: str) -> None:
    (tabs,) = (each for each in elements(documents["/"].root, "nav") if each.get("class") == "md-tabs")
    names = ["Home", "Your part", "Stages", "Topics", "Worked example", "For suppliers", "Reference"]
    assert [text(each) for each in elements(tabs, "a")] == names
    listed = Counter(
        urljoin(server, each.get("href", ""))
        for nav in elements(documents["/"].root, "nav")
        if "md-nav--primary" in nav.get("class", "")
        for each in elements(nav, "a")
        if "md-nav__link" in each.get("class", "") and not each.get("href", "").startswith("#")
    )
    assert listed == Counter(urljoin(server, address) for address in ADDRESSES)


def test_a_page_has_one_first_heading_and_skips_no_level(documents: dict[str, Page]) -> None:
    skipped = []
    for address, page in documents.items():
        assert [level for level, _ in outline(page.root)].count(1) == 1, address
        headings = [(0, ""), *outline(page.article)]
        pairs = pairwise(headings)
        skipped += [f"{address}: {after[1]}" for before, after in pairs if after[0] > before[0] + 1]
    assert not skipped


def test_titles_and_descriptions_are_there_and_unique(pages: dict[str, Page]) -> None:
    titles = Counter(text(first(page.root, "title")) for page in pages.values())
    descriptions = Counter(described(page) for page in pages.values())
    assert titles.most_common(1)[0][1] == 1, titles.most_common(1)
    assert descriptions.most_common(1)[0][1] == 1, descriptions.most_common(1)
    assert not [each for each in descriptions if not 100 <= len(each) <= 160 or each[-1] != "."]


def test_a_title_says_more_than_the_sites_name_and_is_shown_whole(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        own = text(first(page.root, "title")).removesuffix(" - Prototype to Production")
        assert 10 <= len(own) <= 60, (address, own)
        assert not described(page).startswith(own), address


def structured(page: Page) -> dict[str, dict[str, Any]]:
    """What a page says to search engines, by type."""
    scripts = (each for each in elements(page.root, "script") if each.get("type") == "application/ld+json")
    said = [json.loads(each.text or "") for each in scripts]
    assert all(each["@context"] == "https://schema.org" for each in said)
    return {each["@type"]: each for each in said}


def test_a_page_that_is_read_says_where_it_stands(pages: dict[str, Page], server: str) -> None:
    trails = {address: structured(page).get("BreadcrumbList") for address, page in pages.items()}
    assert {address for address, trail in trails.items() if trail is None} == {"/", *STEPS}
    for address, trail in trails.items():
        if trail is None:
            continue
        way = [(each["position"], urlsplit(each["item"]).path) for each in trail["itemListElement"]]
        between = ["/stages/"] if address.startswith("/stages/") and address != "/stages/" else []
        between += ["/stages/"] if address in ("/quote-review/", "/routing/") else []
        assert way == list(enumerate(["/", *between, address], 1))
        assert all(each["name"] and each["item"].startswith(server) for each in trail["itemListElement"])


def test_the_home_page_names_the_site(pages: dict[str, Page], server: str) -> None:
    site = structured(pages["/"])["WebSite"]
    assert (site["name"], site["url"]) == ("Prototype to Production", server)


def test_the_faq_says_to_search_engines_what_it_says_to_readers(pages: dict[str, Page], guide: Guide) -> None:
    entries = structured(pages["/faq/"])["FAQPage"]["mainEntity"]
    assert [each["name"] for each in entries] == [each.question for each in guide.faq.questions]
    shown = text(pages["/faq/"].article)
    assert not [each for each in entries if tidy(each["acceptedAnswer"]["text"]) not in shown]


def test_ids_are_unique_and_what_names_an_id_finds_it(documents: dict[str, Page]) -> None:
    for name, page in documents.items():
        # What templates hold is no part of the page yet, and several may hold the same.
        held = {each for template in elements(page.root, "template") for each in elements(template)}
        ids = Counter(each.get("id") for each in elements(page.root) if each.get("id") and each not in held)
        assert not [each for each, count in ids.items() if count > 1], name
        named = {
            word
            for element in elements(page.root)
            for attribute in NAMING
            for word in element.get(attribute, "").split()
        }
        # On the first page of a section the theme writes the label of a switch that it leaves out.
        missing = named - set(ids) - {"__toc"}
        assert not missing, name


def test_html_is_valid_to_a_strict_parser(documents: dict[str, Page]) -> None:
    assert not [f"{name}: {error}" for name, page in documents.items() for error in page.errors]


def test_publishing_finds_no_broken_link_and_changes_nothing_the_second_time(site: Path, tmp_path: Path) -> None:
    again = Path(shutil.copytree(site, tmp_path / "site"))
    assert publish(again) == []
    assert contents(again) == contents(site)


# What is planted in a page, and what is said of it; nothing is said of the last ones.
PLANTED = (
    ("<i id=part-number></i>", "the id `part-number` stands on more than one element"),
    ('<a href="../stagse/">x</a>', "../stagse/: there is no such page or file"),
    ('<a href="/stgaes/">x</a>', "/stgaes/: there is no such page or file"),
    ('<a href="../faq/#no-such">x</a>', "../faq/#no-such: the page has no anchor `no-such`"),
    ('<a href="#no-such">x</a>', "#no-such: the page has no anchor `no-such`"),
    ('<img src="gone.png" alt="">', "gone.png: there is no such page or file"),
    ('<a href="javascript:alert(1)">x</a>', "javascript:alert(1): an address that runs code"),
    ('<a href=" JavaScript:alert(1)">x</a>', " JavaScript:alert(1): an address that runs code"),
    ('<a href="java&#9;script:alert(1)">x</a>', "java\tscript:alert(1): an address that runs code"),
    ('<a href="../stages">x</a>', None),
    ('<a href="../review/#record=abc">x</a>', None),
    ('<a href="https://tarnvalley.example/">x</a>', None),
)


def test_publishing_reports_what_leads_nowhere(site: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("*.map")))
    page = broken / "rfq" / "index.html"
    planted = "".join(html for html, _ in PLANTED)
    page.write_text(page.read_text("utf-8").replace("</article>", f"{planted}</article>"), "utf-8")
    assert publish(broken) == [f"rfq/index.html: {said}" for _, said in PLANTED if said]


def test_no_page_loads_anything_from_elsewhere(documents: dict[str, Page], server: str) -> None:
    for name, page in documents.items():
        loaded = [
            *(each.get(LOADING[str(each.tag)]) for each in elements(page.root, *LOADING)),
            *(each.get("srcset") for each in elements(page.root)),
            *(each.get("href") for each in elements(page.root, "link") if each.get("rel") != "canonical"),
        ]
        here = urljoin(server, name)
        assert not [each for each in loaded if each and urlsplit(urljoin(here, each)).netloc != urlsplit(server).netloc]


def test_no_page_asks_to_fetch_another_ahead_which_the_policy_refuses(documents: dict[str, Page]) -> None:
    for name, page in documents.items():
        assert not {each.get("rel") for each in elements(page.root, "link")} - {"canonical", "icon", "stylesheet"}, name


def test_no_page_tells_another_site_where_a_reader_comes_from(documents: dict[str, Page]) -> None:
    for name, page in documents.items():
        said = [each.get("content") for each in elements(page.root, "meta") if each.get("name") == "referrer"]
        assert said == ["same-origin"], name


def test_no_style_sheet_loads_anything_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.css"):
        style = path.read_text("utf-8")
        addresses = re.findall(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", style)
        assert not [each for pair in addresses for each in pair if each and not each.startswith(("data:", "#"))], path


def test_the_policy_stands_after_the_charset_and_allows_only_what_the_pages_hold(documents: dict[str, Page]) -> None:
    for name, page in documents.items():
        policy = policy_of(page)
        hashes = set()
        for script in elements(page.root, "script"):
            if script.get("src") is None and script.get("type") not in NEVER_RUN:
                code = base64.b64encode(hashlib.sha256((script.text or "").encode()).digest()).decode()
                assert f"'sha256-{code}'" in policy, name
                hashes.add(code)
        assert not [each for each in elements(page.root) if any(key.startswith("on") for key in each.attrib)], name
        assert not [each for each in elements(page.root) if "style" in each.attrib or each.tag == "style"], name
        assert policy.startswith("default-src 'none'; script-src 'self' "), name
        assert policy.count("sha256-") == len(hashes), name
        assert "unsafe" not in policy, name
        assert "base-uri 'none'; form-action 'none'" in policy, name


def test_the_header_file_says_the_policy_of_the_pages_and_who_may_frame_them(
    site: Path, documents: dict[str, Page]
) -> None:
    path, *lines = (site / "_headers").read_text("utf-8").splitlines()
    headers = dict(line.removeprefix("  ").split(": ", 1) for line in lines)
    assert path == "/*"
    # One policy for all: what any page of the site says of itself, and who may frame it.
    said = {word for page in documents.values() for word in policy_of(page).replace(";", "").split()}
    assert set(headers["Content-Security-Policy"].replace(";", "").split()) == said | {"frame-ancestors"}
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    # The longest line that all of the hosts take.
    assert max(len(line) for line in lines) <= 2000


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_of_one_source_are_the_same_to_the_byte(site: Path, server: str, tmp_path: Path) -> None:
    one, other = contents(site), contents(built(copy(tmp_path / "elsewhere"), server))
    assert one.keys() == other.keys()
    assert not [name for name in one if one[name] != other[name]]


def test_the_guide_is_served_as_data(site: Path, guide: Guide) -> None:
    assert json.loads((site / "guide.json").read_text("utf-8")) == json.loads(guide.model_dump_json())


def test_the_worked_records_are_there_as_a_script(site: Path, guide: Guide) -> None:
    (path,) = site.glob("examples-*.js")
    script = path.read_text("utf-8")
    assert "<" not in script
    records = json.loads(script.removeprefix("var rfqGuideExamples = ").removesuffix(";\n"))
    kept = {name: json.loads(record.model_dump_json(exclude_unset=True)) for name, record in guide.examples.items()}
    assert records == kept


def test_the_schema_of_a_record_is_served_and_fits_the_worked_records(site: Path) -> None:
    schema = json.loads((site / "schema" / "rfq-record-1.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    records = sorted((DATA / "examples").glob("*.json"))
    assert records
    for path in records:
        Draft202012Validator(schema).validate(json.loads(path.read_text("utf-8")))
    with pytest.raises(Exception, match="rfq-record/2"):
        Draft202012Validator(schema).validate({**json.loads(records[0].read_text("utf-8")), "schema": "rfq-record/2"})


def test_search_has_an_entry_for_each_item_field_term_and_question(site: Path, guide: Guide) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    entries = {entry["location"]: entry for entry in index["docs"]}
    wanted = [
        *((f"{list_.id}/#{item.id}", item.label) for list_ in guide.checklists for item in list_.items),
        *((f"faq/#{each.id}", each.question) for each in guide.faq.questions),
        *((f"glossary/#{each.id}", each.term) for each in guide.glossary.terms),
        *((f"routing/#{each.id}", each.label) for each in guide.routing.decisions),
    ]
    for location, label in wanted:
        assert location in entries, location
        assert tidy(label) in tidy(unescape(entries[location]["title"])), location
        assert entries[location]["text"], location
    for field in guide.fields:
        places = [f"{list_.id}/#{field.id}" for list_ in guide.checklists if f"{list_.id}/#{field.id}" in entries]
        assert [unescape(entries[place]["title"]) for place in places] == [field.label], field.id


def test_a_search_entry_leads_to_an_anchor(site: Path, pages: dict[str, Page]) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    for entry in index["docs"]:
        path, _, anchor = f"/{entry['location']}".partition("#")
        assert path in pages, entry["location"]
        assert not anchor or anchor in pages[path].anchors(), entry["location"]


def test_data_decisions_and_sources_are_not_published(site: Path) -> None:
    assert not [name for name in contents(site) if name.startswith(("data/", "decisions/"))]
    assert not [name for name in contents(site) if name.endswith((".yml", ".yaml", ".md", ".py", ".ts"))]


def test_each_page_has_a_picture_for_chat_programs(pages: dict[str, Page], site: Path, server: str) -> None:
    missing = set()
    for page in pages.values():
        properties = {each.get("property"): each.get("content", "") for each in elements(page.root, "meta")}
        assert properties["og:title"]
        assert properties["og:description"] == described(page)
        assert properties["og:image"].startswith(server)
        if not (site / properties["og:image"].removeprefix(server)).is_file():
            missing.add(properties["og:image"].removeprefix(server))
    assert not missing


def test_the_sitemap_lists_every_page(pages: dict[str, Page], site: Path, server: str) -> None:
    listed = set(re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8")))
    assert listed == {urljoin(server, address) for address in pages}


def test_the_script_that_makes_prefilled_links_is_on_its_page_alone(documents: dict[str, Page]) -> None:
    scripts = {
        address: [source_name(each.get("src", "")) for each in elements(page.root, "script")]
        for address, page in documents.items()
    }
    assert [address for address, names in scripts.items() if "links.js" in names] == ["/links/"]


def test_each_step_says_where_one_is_and_leads_to_the_others(documents: dict[str, Page], server: str) -> None:
    for name in STEPS:
        (steps,) = (each for each in elements(documents[name].root, "nav") if each.get("aria-label") == "Steps")
        links = list(elements(steps, "a"))
        assert [urljoin(urljoin(server, name), each.get("href", "")) for each in links] == [
            urljoin(server, each) for each in STEPS
        ]
        assert [each.get("aria-current") for each in links] == ["step" if each == name else None for each in STEPS]

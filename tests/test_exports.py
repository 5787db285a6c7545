"""What the exporters make of hostile words, read back by parsers that are not ours."""

import base64
import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.node import node
from tests.tally import Tally

XML = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
SHEET = f"{{{XML['s']}}}sheet"
COLUMNS = ["list", "item", "status", "detail", "value", "unit", "note"]
PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)

Export = dict[str, Any]


@pytest.fixture(scope="module")
def exports() -> list[Export]:
    """Every exporter's output for each hostile string; the first is for the word "plain"."""
    done = node("tests/client/export-hostile.ts")
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def seen(exports: list[Export]) -> Iterator[Export]:
    """The exports of strings that show and that nothing is asked about; others have another structure by right."""
    found = [export for export in exports[1:] if export["clean"] and not export["vague"]]
    assert len(found) >= 150
    yield from found


def test_nothing_that_does_not_show_or_turns_text_around_is_left(exports: list[Export], survived: Tally) -> None:
    for export in exports:
        for kind in ("markdown", "text", "csv", "html"):
            text = export[kind].removeprefix("\ufeff")
            odd = {
                character
                for character in text
                if unicodedata.category(character) in {"Cc", "Cs", "Cf"} and character not in "\r\n\u200c\u200d"
            }
            assert not odd, (export["string"], kind, odd)
    survived("hostile strings in Markdown, text, CSV, HTML and spreadsheet", len(exports) - 1)


def test_record_as_json_loses_nothing(exports: list[Export]) -> None:
    for export in exports:
        record = json.loads(export["json"])
        assert record["answers"]["pilot-lock/cad-and-drawing"]["note"] == export["string"]
        assert record["files"][0]["name"] == export["string"]
        assert export["json"].endswith("}\n")
        assert export["json"].startswith('{\n  "schema"')


def test_file_name_is_short_plain_and_no_path(exports: list[Export]) -> None:
    for export in exports:
        name = export["name"]
        assert re.fullmatch(r"RFQ_[A-Za-z0-9._-]*\.md", name), name
        assert len(name) <= 120
        assert ".." not in name


# CSV


def test_csv_has_seven_cells_a_line_and_the_lines_of_plain_words(exports: list[Export]) -> None:
    plain = shape_of_csv(exports[0])
    for export in seen(exports):
        assert shape_of_csv(export) == plain, export["string"]


def shape_of_csv(export: Export) -> list[tuple[str, ...]]:
    return [(row[0], row[2], row[3]) for row in rows_of(export)]


def rows_of(export: Export) -> list[list[str]]:
    text = export["csv"]
    assert text.startswith("\ufeff")
    assert text.endswith('"\r\n')
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))
    assert rows[0] == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in rows)
    # Every line end outside of quotes is CRLF: taking the quoted parts away leaves commas and line ends.
    assert set(re.sub(r'"(?:[^"]|"")*"', "", text[1:])) <= set(",\r\n")
    return rows


def test_no_cell_of_csv_runs_as_a_formula(exports: list[Export]) -> None:
    for export in exports:
        for cell in (cell for row in rows_of(export) for cell in row):
            shown = re.sub(r"^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u2800\u3164\ufeff]+", "", cell)
            runs = unicodedata.normalize("NFKC", shown)[:1] in {"=", "+", "-", "@"}
            assert not runs or PLAIN_NUMBER.fullmatch(cell), (export["string"], cell)


def test_no_part_of_a_cell_of_csv_runs_where_another_sign_parts_cells(exports: list[Export]) -> None:
    for export in exports:
        for cell in (cell for row in rows_of(export) for cell in row):
            for part in re.split(r"[;,|\t]", cell)[1:]:
                shown = re.sub(r"^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u2800\u3164\ufeff]+", "", part)
                runs = unicodedata.normalize("NFKC", shown)[:1] in {"=", "+", "-", "@"}
                assert not runs or PLAIN_NUMBER.fullmatch(part.strip()), (export["string"], cell)


def test_cell_of_csv_holds_the_words_and_no_more_than_apostrophes(exports: list[Export]) -> None:
    for export in seen(exports):
        notes = [row[6] for row in rows_of(export) if row[:2] == ["pilot-lock", "cad-and-drawing"] and row[2]]
        assert [note.replace("'", "") for note in notes] == [export["clean"].replace("'", "")]
        assert len(notes[0]) >= len(export["clean"])


def test_plain_numbers_stay_numbers_in_csv(exports: list[Export]) -> None:
    of = {export["string"]: {row[6] for row in rows_of(export)} for export in exports}
    for number in ("-5.2", "1e5", "-1e999", "00123"):
        assert number in of[number]
    assert "'+0.021 / 0" in of["+0.021 / 0"]


# HTML


def test_html_has_the_elements_of_plain_words(exports: list[Export]) -> None:
    plain = shape_of_html(exports[0])
    for export in seen(exports):
        assert shape_of_html(export) == plain, export["string"]


def shape_of_html(export: Export) -> list[tuple[str, tuple[str, ...]]]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    page = parser.parse(export["html"])
    assert not parser.errors, parser.errors
    words = [words for element in page.iter("dd") if (words := element.text or "")]
    assert export["clean"] in words
    # How wide a column is may follow from the words in it.
    for element in page.iter():
        if element.get("class") in {"long", "short"}:
            del element.attrib["class"]
    return [(str(element.tag), tuple(sorted(element.attrib))) for element in page.iter()]


def test_html_runs_nothing_and_loads_nothing(exports: list[Export]) -> None:
    for export in exports:
        page = html5lib.parse(export["html"], namespaceHTMLElements=False)
        metas = [meta.get("content") for meta in page.iter("meta") if meta.get("http-equiv")]
        assert metas == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
        assert not [element for element in page.iter() if element.get("src") or element.get("onclick")]
        assert not list(page.iter("script"))


# Markdown


def test_markdown_has_the_blocks_of_plain_words(exports: list[Export]) -> None:
    plain = shape_of_markdown(exports[0])
    for export in seen(exports):
        assert shape_of_markdown(export) == plain, export["string"]


def shape_of_markdown(export: Export) -> list[str]:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return list(names(reader.parse(export["markdown"])))


def names(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.children is not None:
            yield from names(token.children)
        elif token.type not in {"text", "text_special", "hardbreak"}:
            yield token.type


def test_markdown_reads_as_the_words_that_were_typed(exports: list[Export]) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for export in seen(exports):
        page = html5lib.parse(reader.render(export["markdown"]), namespaceHTMLElements=False)
        notes = [item for item in page.iter("li") if (item.text or "").startswith("Note: ")]
        for note in notes:
            said = "".join(note.itertext()).strip().removeprefix("Note: ")
            assert squeezed(said) == squeezed(export["clean"]), export["string"]
        assert notes
        cells = ["".join(cell.itertext()) for cell in page.iter("td")]
        assert export["clean"].replace("\n", " / ") in cells, export["string"]


def squeezed(text: str) -> str:
    return re.sub(r"[ \n]+", " ", text).strip()


# Plain text


def test_text_keeps_to_72_columns_unless_a_word_is_longer(exports: list[Export]) -> None:
    for export in exports:
        for line in export["text"].splitlines():
            assert width(line) <= 72 or len(line.split()) == 1 or width(line.split()[-1]) > 30, line


def width(line: str) -> int:
    """The columns of a line: an ideograph takes two, a mark on a letter none."""
    joined = {"Mn", "Me", "Cf"}
    shown = [character for character in line if unicodedata.category(character) not in joined]
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in shown)


def test_text_has_its_boxes_and_headings_from_the_guide_alone(exports: list[Export]) -> None:
    plain = shape_of_text(exports[0])
    for export in seen(exports):
        assert shape_of_text(export) == plain, export["string"]


def shape_of_text(export: Export) -> list[str]:
    marks = (re.match(r"\[.\] [^:]+: |[A-Z][A-Z -]+$|\d+\. ", line) for line in export["text"].splitlines()[1:])
    return [mark[0] for mark in marks if mark]


# Spreadsheet


def test_spreadsheet_has_no_formula_and_the_words_as_typed(exports: list[Export]) -> None:
    for export in exports:
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(export["xlsx"]))) as book:
            assert book.testzip() is None
            parts = {
                name: ElementTree.fromstring(book.read(name))
                for name in book.namelist()
                if name.endswith((".xml", ".rels"))
            }
        strings = ["".join(text.itertext()) for text in parts["xl/sharedStrings.xml"].findall("s:si", XML)]
        for name, part in parts.items():
            if name.startswith("xl/worksheets/sheet"):
                assert part.find(".//s:f", XML) is None
                check_cells(part, strings)
        wanted = export["clean"].replace("\ufffd", "[U+FFFD]")
        said = {re.sub("_x005F_", "_", text) for text in strings}
        assert not wanted or {wanted, wanted + " "} & said, export["string"]
        assert all(len(text) <= 32767 for text in strings)


def check_cells(sheet: ElementTree.Element, strings: list[str]) -> None:
    """Each cell is a number or one of the strings."""
    for cell in sheet.iterfind(".//s:c", XML):
        value = cell.findtext("s:v", namespaces=XML)
        assert value is not None
        if cell.get("t") == "s":
            assert int(value) < len(strings)
        else:
            float(value)


def test_spreadsheet_has_a_row_for_each_row_of_a_table_whatever_is_in_it(exports: list[Export]) -> None:
    for export in [exports[0], *seen(exports)]:
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(export["xlsx"]))) as book:
            names = [
                str(sheet.get("name")) for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(SHEET)
            ]
            place = names.index("Critical dimension list") + 1
            table = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{place}.xml"))
        rows = [len(row.findall("s:c", XML)) for row in table.iterfind(".//s:row", XML)]
        assert rows == [3, 3, 3], export["string"]


# Message


def test_message_in_an_address_adds_no_header_and_breaks_no_character(exports: list[Export]) -> None:
    for export in exports:
        assert len(export["mail"]) <= 1800
        address = urlsplit(export["mail"])
        given = parse_qsl(
            address.query.replace("+", "%2B"), keep_blank_values=True, strict_parsing=True, errors="strict"
        )
        assert [name for name, _ in given] == ["subject", "body"]
        assert not re.search(r"[\r\n]", given[0][1])

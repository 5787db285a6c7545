"""The record format, and the worked records against the figures of the fictitious bracket."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from macros.models.record import RfqRecord, record_schema
from tests.project import DATA

EXAMPLES = DATA / "examples"
NAMES = ("tvr-10427-rev-b", "tvr-10427-rev-c-in-review", "tvr-10427-rev-c")
LOCKS = {
    "cad_drawing": "cad-and-drawing",
    "alloy_temper": "alloy-and-temper",
    "critical_dims": "critical-dimensions",
    "finish_masking": "finish-and-masking",
    "inspection_docs": "inspection-documents",
    "packing_labeling": "packing-and-labeling",
}
STATUS = {"locked": "done", "moving": "open"}
# The day on which Rev C was in review, the general tolerance and the edges.
NOT_IN_THE_DEMO = {10.0, 0.3, 0.5}
# The bores before coating; the bracket's own figures are those after.
BORES_BEFORE_COATING = {22.006, 22.008}

Json = dict[str, Any]


def example(name: str) -> Json:
    loaded: Json = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    return loaded


def read(record: Json) -> RfqRecord:
    return RfqRecord.model_validate_json(json.dumps(record))


def changed(path: tuple[str | int, ...], value: object) -> Json:
    """The Rev C record with the value at one path replaced; `...` as value removes it."""
    record = example("tvr-10427-rev-c")
    place: Any = record
    for step in path[:-1]:
        place = place[step]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return record


def figures(text: str) -> set[float]:
    return {float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)}


def words(thing: object) -> Iterator[str]:
    """Everything a buyer wrote in a record, as text: times, ids and versions left out."""
    if isinstance(thing, dict):
        for key, part in thing.items():
            if key not in ("schema", "id", "guide", "created", "updated", "at"):
                yield from words(part)
    elif isinstance(thing, list):
        for part in thing:
            yield from words(part)
    elif thing is not None:
        yield str(thing)


@pytest.fixture(scope="module")
def demo() -> Json:
    loaded: Json = json.loads((Path(__file__).parent / "golden" / "demo-bracket.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def rev_b() -> Json:
    return example("tvr-10427-rev-b")


@pytest.fixture(scope="module")
def rev_c() -> Json:
    return example("tvr-10427-rev-c")


@pytest.fixture(scope="module")
def fields() -> dict[str, Json]:
    text = (DATA / "fields.yml").read_text("utf-8")
    return {field["id"]: field for field in yaml.load(text, yaml.CBaseLoader)["fields"]}


# The format


@pytest.mark.parametrize("name", NAMES)
def test_example_comes_back_from_the_model_exactly(name: str) -> None:
    record = example(name)
    assert json.loads(read(record).model_dump_json(exclude_unset=True)) == record


@pytest.mark.parametrize("name", NAMES)
def test_example_says_that_it_is_fictitious(name: str) -> None:
    assert example(name)["about"].startswith("Fictitious company, part and figures")


@pytest.mark.parametrize(
    "path",
    [
        ("later",),
        ("answers", "rfq/prototype-history", "later"),
        ("builds", 0, "later"),
        ("builds", 1, "answers", "pilot-lock/cad-and-drawing", "later"),
        ("files", 0, "later"),
    ],
)
def test_unknown_key_survives_a_round_trip(path: tuple[str | int, ...]) -> None:
    record = changed(path, {"any": [1, 2.5, None, "é"]})
    assert json.loads(read(record).model_dump_json(exclude_unset=True)) == record


def test_unknown_column_of_a_row_survives_a_round_trip() -> None:
    record = changed(("values", "interfaces", 0, "supplier"), "any")
    assert json.loads(read(record).model_dump_json(exclude_unset=True)) == record


def test_field_unknown_to_the_guide_survives_a_round_trip() -> None:
    record = changed(("values", "field-of-a-later-guide"), 1.5)
    assert json.loads(read(record).model_dump_json(exclude_unset=True)) == record


def test_value_keeps_its_kind() -> None:
    values = {"a": "6", "b": 6, "c": 6.5, "d": ["rohs"], "e": [{"id": "x", "n": 6, "t": "6"}], "f": []}
    back = json.loads(read(changed(("values",), values)).model_dump_json())["values"]
    assert back == values
    assert [type(back[key]) for key in "abc"] == [str, int, float]


def test_answer_without_note_time_and_digest_gets_empty_ones() -> None:
    record = read(changed(("answers", "rfq/prototype-history"), {"status": "na"}))
    answer = record.answers["rfq/prototype-history"]
    assert (answer.note, answer.at, answer.text) == ("", "", "")


def test_record_lists_a_thousand_files_and_no_more() -> None:
    assert len(read(changed(("files",), [{"name": "a"}] * 1000)).files) == 1000
    with pytest.raises(ValidationError, match="at most 1000 items"):
        read(changed(("files",), [{"name": "a"}] * 1001))


BUILD: Json = {"name": "B", "stage": None, "at": "2026-06-05T09:00:00Z", "values": {}, "answers": {}}


def _too_much(beyond: int) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Each bound of the format: what is just within it for 0, and just beyond it for 1."""
    yield ("values",), {f"f{index}": 1 for index in range(500 + beyond)}
    yield ("values", "rows"), [{"id": f"r{index}"} for index in range(960 + 40 * beyond)]
    yield ("values", "wide"), [{"id": "r", **{f"c{index}": 1 for index in range(39 + beyond)}}]
    yield ("values", "packing"), "x" * (200_000 + beyond)
    yield ("answers",), {f"rfq/i{index}": {"status": "open"} for index in range(2000 + beyond)}
    yield ("na",), {f"f{index}": "r" for index in range(500 + beyond)}
    yield ("levels",), {f"f{index}": "pilot-run" for index in range(500 + beyond)}
    yield ("builds",), [BUILD] * (200 + beyond)
    yield ("builds",), [{**BUILD, "name": "x" * (2000 + beyond)}]
    yield ("files",), [{"name": "x" * (2000 + beyond)}]
    yield ("files",), [{"name": "a", "findings": [{"check": "a", "result": "agrees"}] * (50 + beyond)}]


@pytest.mark.parametrize(("path", "value"), list(_too_much(0)))
def test_what_is_within_the_bounds_is_accepted(path: tuple[str | int, ...], value: object) -> None:
    read(changed(path, value))


@pytest.mark.parametrize(("path", "value"), [each for each in _too_much(1) if each[0] != ("values", "rows")])
def test_what_is_beyond_a_bound_is_refused_by_model_and_schema(path: tuple[str | int, ...], value: object) -> None:
    record = changed(path, value)
    with pytest.raises(ValidationError):
        read(record)
    assert not Draft202012Validator(record_schema()).is_valid(record)


def test_rows_and_texts_are_bounded_together_in_each_state() -> None:
    rows = {f"f{part}": [{"id": f"r{index}"} for index in range(500)] for part in range(3)}
    texts = {f"f{part}": "x" * 190_000 for part in range(6)}
    for values, told in ((rows, "more than 1000 rows together"), (texts, "more than 1000000 characters together")):
        with pytest.raises(ValidationError, match=told):
            read(changed(("values",), values))
        with pytest.raises(ValidationError, match=told):
            read(changed(("builds",), [{**BUILD, "values": values}]))


@pytest.mark.parametrize("stage", [None, "", "pilot-run"])
def test_stage_may_be_chosen_or_not(stage: str | None) -> None:
    assert read(changed(("stage",), stage)).stage == stage


def test_record_cannot_be_changed(rev_c: Json) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        read(rev_c).stage = "proof-prototype"  # type: ignore[misc]


def test_same_row_id_twice_in_one_list_is_refused() -> None:
    record = changed(("values", "critical-dims", 1, "id"), "cd-1")
    with pytest.raises(ValidationError, match="the row id 'cd-1' occurs twice in one list"):
        read(record)


def test_same_row_id_in_two_lists_is_accepted(rev_c: Json) -> None:
    assert {"bore", "threads"} <= {row["id"] for row in rev_c["values"]["changes"]}
    assert {"bore", "threads"} <= {row["id"] for row in rev_c["values"]["masked"]}


MUTATIONS: list[tuple[tuple[str | int, ...], object]] = [
    (("schema",), "rfq-record/2"),
    (("schema",), ...),
    (("id",), ""),
    (("guide",), 1),
    (("stage",), "Pilot Run"),
    (("stage",), 3),
    (("values",), []),
    (("values",), ...),
    (("values", "Part Number"), "x"),
    (("values", "coc"), True),
    (("values", "coc"), None),
    (("values", "coc"), {"id": "x"}),
    (("values", "label"), ["Part number"]),
    (("values", "label"), ["lot", 3]),
    (("values", "masked", 0, "id"), ...),
    (("values", "masked", 0, "id"), 7),
    (("values", "masked", 0, "feature"), ["a", "list"]),
    (("answers",), None),
    (("answers", "pilot-lock"), {"status": "done"}),
    (("answers", "rfq/prototype-history"), "done"),
    (("answers", "rfq/prototype-history", "status"), "locked"),
    (("answers", "rfq/prototype-history", "status"), ...),
    (("answers", "rfq/prototype-history", "note"), None),
    (("levels", "drawing-maturity"), ""),
    (("builds",), ...),
    (("builds", 0, "values"), ...),
    (("builds", 0, "at"), ""),
    (("files", 0), "TVR-10427_C.stp"),
    (("files", 0, "name"), ""),
    (("files", 0, "size"), -1),
    (("files", 0, "size"), "12"),
    (("files", 0, "sha256"), "A" * 64),
    (("files", 0, "sha256"), "ab" * 31),
]
TIMES = [
    "2026-06-05T09:00:00",
    "2026-06-05T11:00:00+02:00",
    "2026-06-05T09:00:00z",
    "2026-06-05 09:00:00Z",
    "2026-06-05T09:00Z",
    "2026-13-05T09:00:00Z",
    "2026-06-05T24:00:00Z",
    "2026-06-05T09:00:60Z",
    "2026-06-05",
    "20260605T090000Z",
    "today",
]
MUTATIONS += [(("updated",), time) for time in TIMES]
MUTATIONS += [(("answers", "rfq/prototype-history", "at"), time) for time in TIMES]


@pytest.mark.parametrize(("path", "value"), MUTATIONS)
def test_wrong_value_is_refused_by_model_and_schema(path: tuple[str | int, ...], value: object) -> None:
    record = changed(path, value)
    with pytest.raises(ValidationError):
        read(record)
    assert not Draft202012Validator(record_schema()).is_valid(record)


def test_day_that_no_month_has_is_refused() -> None:
    with pytest.raises(ValidationError, match="day"):
        read(changed(("updated",), "2026-02-30T09:00:00Z"))


def test_number_that_json_does_not_know_is_refused() -> None:
    with pytest.raises(ValidationError):
        read(changed(("values", "pilot-qty"), float("nan")))


@pytest.mark.parametrize("time", ["2026-06-05T09:00:00Z", "2024-02-29T23:59:59.123Z"])
def test_utc_time_is_kept_to_the_letter(time: str) -> None:
    assert read(changed(("updated",), time)).updated == time


def test_file_of_unknown_size_and_hash_is_accepted() -> None:
    entry = read(changed(("files",), [{"name": "a.stp", "size": None, "sha256": None}])).files[0]
    assert (entry.size, entry.sha256, entry.role, entry.revision) == (None, None, "", "")


# The schema


def test_schema_is_itself_valid_and_names_itself() -> None:
    schema = record_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == "rfq-record-1.json"
    assert schema["title"]
    assert schema["description"]


@pytest.mark.parametrize("name", NAMES)
def test_schema_accepts_the_example(name: str) -> None:
    assert list(Draft202012Validator(record_schema()).iter_errors(example(name))) == []


def test_schema_accepts_unknown_keys() -> None:
    record = changed(("later",), {"any": 1})
    assert Draft202012Validator(record_schema()).is_valid(record)


def test_schema_needs_only_what_a_small_validator_knows() -> None:
    def keywords(part: object, names: bool = False) -> Iterator[str]:
        if isinstance(part, dict):
            for key, inside in part.items():
                if not names:
                    yield key
                yield from keywords(inside, not names and key in ("properties", "patternProperties", "$defs"))
        elif isinstance(part, list):
            for inside in part:
                yield from keywords(inside)

    assert set(keywords(record_schema())) <= {
        *("$schema", "$id", "$defs", "$ref", "title", "description", "default", "format"),
        *("type", "const", "enum", "anyOf", "required", "properties", "patternProperties"),
        *(
            "additionalProperties",
            "propertyNames",
            "items",
            "pattern",
            "minLength",
            "maxLength",
            "maxItems",
            "maxProperties",
        ),
        "minimum",
    }


# The worked records agree with the guide


@pytest.mark.parametrize("name", NAMES)
def test_example_fits_the_fields_of_the_guide(name: str, fields: dict[str, Json]) -> None:
    record = example(name)
    for values in (record["values"], *(build["values"] for build in record["builds"])):
        for key, value in values.items():
            kind = fields[key]["kind"]
            options = {option["id"] for option in fields[key].get("options", ())}
            columns = {column["id"]: column.get("kind", "text") for column in fields[key].get("columns", ())}
            if kind == "choice":
                assert value in options, key
            elif kind == "many":
                assert set(value) <= options, key
            elif kind == "rows":
                for row in value:
                    for column, cell in row.items():
                        wanted = int if column != "id" and columns[column] == "integer" else str
                        assert type(cell) is wanted, (key, column)
            else:
                assert type(value) is (int if kind == "integer" else str), key


def test_rev_c_fills_every_field_that_concerns_it(rev_c: Json, fields: dict[str, Json]) -> None:
    # All but the request, which is the record's own stage; what the rules ask for besides is tested in the client.
    required = {field for field, each in fields.items() if each["need"] == "required"}
    assert set(rev_c["values"]) >= required - {"stage"}
    assert all(value not in ("", []) for value in rev_c["values"].values())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("checklist", ["pilot-lock", "rfq", "readiness"])
def test_example_answers_every_item(name: str, checklist: str) -> None:
    text = (DATA / f"{checklist}.yml").read_text("utf-8")
    items = {f"{checklist}/{item['id']}" for item in yaml.load(text, yaml.CBaseLoader)["items"]}
    assert {ref for ref in example(name)["answers"] if ref.startswith(f"{checklist}/")} == items


@pytest.mark.parametrize("name", NAMES)
def test_example_asks_for_the_stage_after_the_one_it_is_in(name: str) -> None:
    record = example(name)
    assert record["stage"] == "pilot-run"
    assert "stage" not in record["values"]
    assert list(record["levels"]) == [
        "typical-quantity",
        "material-finish-fidelity",
        "drawing-maturity",
        "inspection-depth",
    ]
    assert {record["levels"][column] for column in ("material-finish-fidelity", "inspection-depth")} == {
        "functional-prototype"
    }


# The worked records agree with the demo's facts


@pytest.mark.parametrize("name", NAMES)
def test_example_has_no_figure_that_the_demo_lacks(name: str, demo: Json) -> None:
    known = figures(json.dumps(demo, ensure_ascii=False)) | BORES_BEFORE_COATING | NOT_IN_THE_DEMO
    assert figures("\n".join(words(example(name)))) - known == set()


def test_rev_c_has_every_figure_of_the_demo(demo: Json, rev_c: Json) -> None:
    facts = deepcopy(demo)
    for expectation in ("expected", "expected_at_rev_B"):
        del facts[expectation]
    there = figures("\n".join(words(rev_c)))
    assert {number for text in words(facts) for number in figures(text)} - there == set()


def test_locks_stand_as_the_demo_expects(demo: Json, rev_b: Json, rev_c: Json) -> None:
    for record, expected in ((rev_b, "expected_at_rev_B"), (rev_c, "expected")):
        for lock, state in demo[expected]["locks"].items():
            assert record["answers"][f"pilot-lock/{LOCKS[lock]}"]["status"] == STATUS[state]
            assert record["answers"][f"pilot-lock/{LOCKS[lock]}"]["note"]
    assert rev_b["updated"].startswith(demo["expected_at_rev_B"]["as_of"])


def test_rev_c_counts_stand_as_the_demo_expects(demo: Json, rev_c: Json) -> None:
    done = [ref.split("/")[0] for ref, answer in rev_c["answers"].items() if answer["status"] == "done"]
    assert done.count("rfq") == demo["expected"]["rfq_items_complete"]
    assert done.count("readiness") == demo["expected"]["readiness_items_complete"]


def test_rev_c_critical_dimensions_are_the_demos(demo: Json, rev_c: Json) -> None:
    rows = {row["dim"]: row for row in rev_c["values"]["critical-dims"]}
    assert list(rows) == [fact["id"] for fact in demo["critical_dims"]]
    for fact in demo["critical_dims"]:
        row = rows[fact["id"]]
        assert row["balloon"] == fact["balloon"]
        assert row["check"] == fact["pilot_inspection"]
        assert row.get("datums") == fact.get("datums")
        assert row["unit"] == fact.get("unit", "mm")
        limits = {abs(fact[key]) for key in ("nominal", "upper", "lower", "tolerance") if key in fact}
        assert limits <= figures(row["limits"])
        assert figures(fact["feature"]) <= figures(row["feature"] + row["limits"])


def test_rev_c_quantities_are_the_demos(demo: Json, rev_c: Json) -> None:
    values, quantity = rev_c["values"], demo["quantity"]
    assert values["pilot-qty"] == quantity["pilot_qty"]
    assert values["release-qty"] == quantity["release_qty"]
    assert values["annual-estimate"] == quantity["annual_estimate"]
    assert [row["quantity"] for row in values["quantity-breaks"]] == quantity["breaks"]
    assert values["need-date"] == quantity["pilot_need_date"]
    assert values["incoterm"] == quantity["incoterm"]


def test_rev_c_changes_are_the_demos(demo: Json, rev_c: Json) -> None:
    rows = [
        (row["item"], row["from"].removesuffix(" mm"), row["to"].removesuffix(" mm"), row["reason"])
        for row in rev_c["values"]["changes"]
    ]
    facts = [
        (fact["item"], str(fact["from"]), str(fact["to"]), fact["reason"]) for fact in demo["changes_since_last_build"]
    ]
    assert rows == facts


def test_rev_c_history_is_the_demos_newest_first(demo: Json, rev_c: Json) -> None:
    built = [fact for fact in reversed(demo["history"]) if fact["finding"]]
    rows = rev_c["values"]["last-build"]
    assert [(row["revision"], row["quantity"], row["date"]) for row in rows] == [
        (fact["revision"], fact["qty"], fact["date"]) for fact in built
    ]
    for row, fact in zip(rows, built, strict=True):
        assert figures(fact["finding"]) <= figures(row["result"])
    builds = [(build["name"], build["stage"], build["at"][:10]) for build in reversed(rev_c["builds"])]
    assert builds == [(f"Rev {fact['revision']}", fact["stage"].replace("_", "-"), fact["date"]) for fact in built]


def test_rev_c_files_are_the_demos(demo: Json, rev_c: Json) -> None:
    assert [(file["name"], file["revision"]) for file in rev_c["files"]] == [
        (fact["name"], fact["revision"]) for fact in demo["files"]
    ]
    assert rev_c["values"]["cad-file"] == demo["files"][0]["name"]
    assert rev_c["values"]["drawing-file"] == demo["files"][1]["name"]


@pytest.mark.parametrize(
    ("field", "section", "key"),
    [
        ("part-number", "part", "part_number"),
        ("revision", "part", "revision"),
        ("drawing-status", "part", "drawing_status"),
        ("units", "part", "units"),
        ("tolerancing", "part", "tolerancing"),
        ("temper", "material", "temper"),
        ("spec", "material", "spec"),
        ("form", "material", "form"),
        ("rfq-no", "rfq", "rfq_no"),
        ("due-date", "rfq", "quote_due"),
        ("contact", "submission", "contact"),
        ("nda", "submission", "nda"),
        ("part-marking", "packing", "part_marking"),
    ],
)
def test_rev_c_field_is_the_demos_to_the_letter(field: str, section: str, key: str, demo: Json, rev_c: Json) -> None:
    assert rev_c["values"][field] == demo[section][key]


def test_rev_c_texts_hold_the_demos_facts(demo: Json, rev_c: Json) -> None:
    values, part, finish = rev_c["values"], demo["part"], demo["finish"]
    assert values["release-ref"] == f"{part['release_authority']}, {part['released']}"
    assert values["alloy"] == f"{demo['material']['alloy']} (UNS {demo['material']['uns']})"
    low, high = finish["thickness_um"]
    assert values["finish"] == (
        f"{finish['spec']} Type {finish['type']} Class {finish['class']} {finish['color']},"
        f" {low}-{high} µm, sealed, no hexavalent chromium"
    )
    assert values["surface-texture"] == demo["surface_texture"].replace("um", "µm")
    assert [row["feature"] for row in values["masked"]] == finish["masked"]
    assert [{"zone": row["zone"], "criterion": row["criterion"]} for row in values["cosmetic-zones"]] == finish[
        "cosmetic_zones"
    ]
    assert [(row["part"], row["revision"]) for row in values["interfaces"]] == [
        (fact["item"], fact["rev"]) for fact in demo["interfaces"]
    ]
    assert [row["certificate"] for row in values["process-certs"]] == [demo["documents"]["process_cert"]]
    assert len(values["label"]) == len(demo["packing"]["label"])

"""Data files in, a guide or exact errors out."""

import json
import os
import re
import shutil
import subprocess
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.__main__ import main
from macros.guide.guide import Guide, UnknownId
from macros.guide.load import load, read_guide
from macros.guide.published import NOTED
from macros.guide.write import write
from macros.models.files import FILES
from macros.models.meanings import Meaning, OptionalFieldMeaning
from macros.reading.problems import GuideError, Problem, join_names, near_miss, quoted
from macros.reading.source import MAX_BYTES, read
from macros.rendering.client_guide import client_guide
from macros.rendering.settings import Settings
from tests.project import DATA, FROZEN, ROOT
from tests.soak import SOAK, soak
from tests.tally import Tally

VALID = Path(__file__).parent / "golden" / "valid"
BROKEN = Path(__file__).parent / "golden" / "broken"
EXPECTED = BROKEN / "expected.txt"
RUNS = 20_000 if SOAK else 200


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small valid guide, in the folder `data` below the working folder."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(VALID, tmp_path / "data"))


def errors(folder: Path) -> list[str]:
    """The lines a check of the folder gives, without the folder's name."""
    try:
        load(folder)
    except GuideError as error:
        return [line.removeprefix("data/") for line in str(error).splitlines()]
    return []


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text that the file holds once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def broken_lines(folder: Path) -> Iterator[str]:
    """The errors of every broken file, each put in the place of the file its name ends with."""
    for case in sorted(path for path in BROKEN.iterdir() if path != EXPECTED):
        name, _, file = case.name.partition(".")
        target = folder / ("examples" if file.endswith(".json") else "") / file
        whole = target.read_bytes()
        shutil.copyfile(case, target)
        yield from (f"{name} {line}" for line in errors(folder) or ["NO ERROR"])
        target.write_bytes(whole)


def test_broken_files_give_exact_lines(folder: Path, survived: Tally) -> None:
    lines = list(broken_lines(folder))
    if os.environ.get("RFQ_GOLDEN") == "write":
        EXPECTED.write_text("\n".join(lines) + "\n", "utf-8")
    expected = EXPECTED.read_text("utf-8").splitlines()
    exact, kinds = ({line.partition(" ")[0] for line in each} for each in ({*lines} & {*expected}, expected))
    survived("broken data files told to the line and column", len(exact), len(kinds))
    assert lines == expected
    assert len(kinds) >= 40


def test_guide_of_the_site_is_valid() -> None:
    guide = load(DATA)
    assert [stage.id for stage in guide.stages] == [
        "proof-prototype",
        "functional-prototype",
        "pilot-run",
        "repeat-production",
    ]
    assert guide.examples


def test_all_errors_of_all_files_come_in_one_run(folder: Path) -> None:
    edit(folder / "faq.yml", "answer:", "anser:")
    edit(folder / "faq.yml", "What is it?", "")
    edit(folder / "guide.yml", "best_fit: Parts", "best_fit: Parts: all")
    edit(folder / "routing.yml", "link: rfq", "link: rqf")
    edit(folder / "routing.yml", "when:", "wenn:")
    edit(folder / "examples" / "bracket.json", '"rfq-record/1"', '"rfq-record/2"')
    (folder / "glossary.yml").unlink()
    (folder / "standards.yml").write_bytes(b"\xff")
    assert errors(folder) == [
        "examples/bracket.json:2:13: `rfq-record/2` is not allowed here; did you mean `rfq-record/1`?",
        "faq.yml:2:5: the key `answer` is missing",
        "faq.yml:3:14: nothing is written here; a text is expected",
        "faq.yml:4:5: unknown key `anser`; did you mean `answer`?",
        "glossary.yml:1:1: the file cannot be read: No such file or directory",
        "guide.yml:2:16: a `:` that does not belong here; put a text with `: ` in quotes,"
        " or check the indentation of this line",
        "routing.yml:2:5: the key `when` is missing",
        "routing.yml:4:5: unknown key `wenn`; did you mean `when`?",
        "routing.yml:6:11: links.yml has no `rqf`; did you mean `rfq`?",
        "standards.yml:1:1: the byte 0xFF is not UTF-8; save the file with the encoding UTF-8",
    ]


def test_files_that_nothing_reads_are_errors(folder: Path) -> None:
    shutil.copy(folder / "rfq.yml", folder / "rqf.yml")
    shutil.copy(folder / "faq.yml", folder / "examples" / "faq.yml")
    shutil.copy(folder / "examples" / "bracket.json", folder / "examples" / "Bracket 2.json")
    (folder / "colors.yaml").write_text("a: b\n")
    (folder / "faq.yml").unlink()
    (folder / "faq.yml").mkdir()
    assert [line.partition("; allowed")[0] for line in errors(folder)] == [
        "colors.yaml:1:1: no data file has this name",
        "examples/Bracket 2.json:1:1: a worked record has an id as its name, and ends in .json, such as"
        " `bracket-rev-c.json`",
        "examples/faq.yml:1:1: a worked record has an id as its name, and ends in .json, such as `bracket-rev-c.json`",
        "faq.yml:1:1: the file cannot be read: Is a directory",
        "rqf.yml:1:1: no data file has this name; did you mean `rfq`?",
    ]


@pytest.mark.parametrize(("digits", "fine"), [(40, True), (41, False)])
def test_number_of_a_record_may_have_40_characters(folder: Path, digits: int, fine: bool) -> None:
    edit(folder / "examples" / "bracket.json", '"limit": 0.5', f'"limit": 0.{"5" * (digits - 2)}')
    assert (errors(folder) == []) == fine


def test_what_is_not_there_is_looked_for_up_to_where_the_way_ends(folder: Path) -> None:
    source, _ = read(folder / "faq.yml")
    assert source
    assert source.find(("questions", 0, "answer"))[1] == ("questions", 0, "answer")
    assert source.find(("questions", 1, "answer"))[1] == ("questions",)
    assert source.find(("answers", 0))[1] == ()


def test_file_may_have_256_kilobytes_and_no_more(folder: Path) -> None:
    faq = folder / "faq.yml"
    text = faq.read_text("utf-8")
    faq.write_text(text + "#" * (MAX_BYTES - len(text)), "utf-8")
    assert errors(folder) == []
    faq.write_text(text + "#" * (MAX_BYTES - len(text) + 1), "utf-8")
    assert errors(folder) == ["faq.yml:1:1: the file is larger than 256 KB, the most that is read"]
    assert load(folder, max_bytes=MAX_BYTES + 1)


def test_problem_count_does_not_make_reading_slow(folder: Path) -> None:
    (folder / "faq.yml").write_text("".join(f"a{number}: x\n" for number in range(20_000)), "utf-8")
    assert len(errors(folder)) == 20_001


def test_scalars_stay_text(folder: Path) -> None:
    edit(folder / "faq.yml", "What is it?", "no")
    edit(folder / "faq.yml", "A guide.", "1.10")
    question = load(folder).faq.questions[0]
    assert (question.question, question.answer) == ("no", "1.10")


def test_byte_order_mark_and_windows_line_ends_are_read(folder: Path) -> None:
    faq = folder / "faq.yml"
    faq.write_bytes(b"\xef\xbb\xbf" + faq.read_bytes().replace(b"\n", b"\r\n"))
    assert load(folder).faq.questions[0].answer == "A guide."


def test_guide_is_read_again_only_when_a_file_changes(folder: Path) -> None:
    first = load(folder)
    assert load(folder) is first
    edit(folder / "faq.yml", "A guide.", "Another guide.")
    assert load(folder).faq.questions[0].answer == "Another guide."


def test_entries_are_found_by_id(folder: Path) -> None:
    guide = load(folder)
    assert guide.stage("first").label == "First"
    assert guide.matrix("quote-review").caption == "What the desk looks at"
    assert guide.checklist("rfq").title == "RFQ"
    assert guide.item("rfq/quantity").fields[0] == "pilot-qty"
    assert guide.field("pilot-qty").kind == "integer"
    assert guide.link("upload").page == "/upload/"
    assert guide.outcome("ready").next == "upload"
    assert guide.example("bracket").values["part-number"] == "B-1"
    with pytest.raises(UnknownId, match=r"no field has the id `pilot-qyt`; did you mean `pilot-qty`\?"):
        guide.field("pilot-qyt")


def test_renamed_entries_keep_their_meanings(folder: Path) -> None:
    before = load(folder)
    assert before.meanings.keys() == set(get_args(Meaning)) - set(get_args(OptionalFieldMeaning))
    for name, old, new in (
        ("fields.yml", "export-control", "export-status"),
        ("fields.yml", "none-declared", "not-controlled"),
        ("readiness.yml", "files", "current-files"),
    ):
        path = folder / name
        moved = rf"\1- {{id: {old}, moved_to: {new}}}\n\1- id: {new}\n"
        path.write_text(re.sub(rf"( *)- id: {old}\n", moved, path.read_text("utf-8")), "utf-8")
    assert errors(folder) == [
        "conditions.yml:3:23: `export-control` is renamed in fields.yml; write `export-status`",
        "fields.yml:95:9: no item uses the field `export-status`; name it under the `fields` of an item",
        "fields.yml:116:23: `export-control` is renamed in fields.yml; write `export-status`",
        "readiness.yml:12:61: `export-control` is renamed in fields.yml; write `export-status`",
    ]
    for name in ("readiness.yml", "conditions.yml", "fields.yml"):
        path = folder / name
        path.write_text(
            re.sub(r"(, |field: )export-control(?=[,\]])", r"\1export-status", path.read_text("utf-8")), "utf-8"
        )
    after = load(folder)
    changed = {each: after.meanings[each] for each in after.meanings if after.meanings[each] != before.meanings[each]}
    assert changed == {
        "export-control": "export-status",
        "files": "readiness/current-files",
    }
    moved_options = client_guide(after, Settings(), "https://guide.example/").moved_options
    assert moved_options == {"export-status/none-declared": "export-status/not-controlled"}


def test_old_ids_lead_to_where_they_moved(folder: Path) -> None:
    with (folder / "glossary.yml").open("a", encoding="utf-8") as file:
        file.write("  - {id: request, moved_to: rf-quote}\n  - {id: rf-quote, moved_to: rfq}\n")
        file.write("  - {id: fax, retired: Nobody sends one.}\n  - {id: what, moved_to: faq/what-is-it}\n")
    edit(folder / "fields.yml", "      - id: report\n", "      - {id: rapport, moved_to: report}\n      - id: report\n")
    guide = load(folder)
    assert [term.id for term in guide.glossary.terms] == ["rfq"]
    assert guide.resolve("glossary", "request") == ("glossary", "rfq")
    assert guide.resolve("glossary", "what") == ("faq", "what-is-it")
    assert guide.resolve("glossary", "fax") is None
    assert guide.resolve("glossary", "rfq") == ("glossary", "rfq")
    assert guide.resolve("fields/papers", "rapport") == ("fields/papers", "report")
    assert guide.old_ids("glossary", "rfq") == ("request", "rf-quote")
    assert guide.old_ids("faq", "what-is-it") == ()
    assert len(guide.tombstones) == 5


def test_check_tells_errors_and_exit_status(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out == ""
    edit(folder / "faq.yml", "answer:", "anser:")
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "data/faq.yml:2:5: the key `answer` is missing",
        "data/faq.yml:4:5: unknown key `anser`; did you mean `answer`?",
    ]
    assert main(["check", "nowhere"]) == 1
    assert capsys.readouterr().out == "nowhere:1:1: there is no such folder\n"
    assert main(["schema", "data/faq.yml"]) == 1
    assert capsys.readouterr().out == "data/faq.yml:1:1: File exists\n"


def test_check_is_a_command_that_any_terminal_can_show(folder: Path) -> None:
    edit(folder / "faq.yml", "answer:", "äöü:")
    command = [sys.executable, "-m", "macros", "check", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[1].endswith(
        r"faq.yml:4:5: unknown key `\xe4\xf6\xfc`; allowed: `id`, `question` and `answer`"
    )


def test_guide_is_written_as_json(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(FROZEN)
    assert main(["guide", str(tmp_path / "guide.json")]) == 0
    written = json.loads((tmp_path / "guide.json").read_text("utf-8"))
    assert list(written) == list(Guide.model_fields)
    assert all(record["schema"] == "rfq-record/1" for record in written["examples"].values())


def test_guide_is_written_only_when_it_says_something_else(folder: Path) -> None:
    path = folder / "guide.json"
    write(load(folder), path)
    os.utime(path, (0, 0))
    write(load(folder), path)
    assert path.stat().st_mtime == 0
    edit(folder / "faq.yml", "A guide.", "Another guide.")
    write(load(folder), path)
    assert path.stat().st_mtime > 0
    assert "Another guide." in path.read_text("utf-8")


def test_a_published_id_lives_on_or_leaves_a_line_behind(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ids", "data"]) == 0
    known = (folder / NOTED).read_text("utf-8").splitlines()
    assert {"stages/first", "faq/what-is-it"} <= set(known)
    assert capsys.readouterr().out.splitlines() == [f"new: {each}" for each in known]
    edit(folder / "faq.yml", "id: what-is-it", "id: why")
    assert errors(folder) == [
        f"{NOTED}:{known.index('faq/what-is-it') + 1}:1: `faq/what-is-it` is gone, and links and saved records name it;"
        " leave a line behind in its list: `- {id: what-is-it, moved_to: new-id}`, or `retired: why` instead"
    ]
    edit(folder / "faq.yml", "  - id: why", "  - {id: what-is-it, moved_to: why}\n  - id: why")
    assert main(["ids", "data"]) == 0
    assert capsys.readouterr().out == "new: faq/why\n"
    assert (folder / NOTED).read_text("utf-8").splitlines() == sorted([*known, "faq/why"])


def test_messages_stay_short_and_visible() -> None:
    assert quoted("a\nb\u202e") == r"`a\nb\u202e`"
    assert quoted("x" * 60) == f"`{'x' * 47}…`"
    assert quoted("a `b` c") == '"a `b` c"'
    assert join_names("a") == "`a`"
    assert join_names("abc") == "`a`, `b` and `c`"
    assert join_names("abcdefghijklmno").endswith("`l` and 3 more")
    assert near_miss("id-5x", [f"id-{number}" for number in range(2000)]) is None


# What makes YAML and JSON special, and what is in our files.
SIGNS = st.text(st.sampled_from("ab1 \n\n  ::--?[]{}&*!|>'\"%@`#,\t~<\\\r0é\u202e\u2028\x00\ufeff😀"), max_size=120)
PIECES = st.one_of(
    SIGNS,
    st.sampled_from(
        ["\n- ", ": ", "id: rfq", "moved_to: a", "retired: x", "<<: ", "&a ", "*a", "[[[", "}", '"', "[]\n"]
    ),
)
PLACES = [*(f"{stem}.yml" for stem in FILES), "examples/bracket.json"]


@st.composite
def mutated(draw: st.DrawFn, name: str) -> bytes:
    """A valid file after a few careless edits."""
    data = (VALID / name).read_bytes()
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 30)))
        moved = data[end : end + 40] if draw(st.booleans()) else b""
        data = data[:start] + draw(PIECES).encode() + moved + data[end:]
    return data


def problems(folder: Path) -> tuple[Problem, ...]:
    """What is wrong in a folder; nothing only when all of it could be read."""
    try:
        read_guide(folder, MAX_BYTES)
    except GuideError as error:
        return error.errors
    return ()


def test_a_renamed_entry_is_found_by_the_id_that_it_had(folder: Path) -> None:
    gone = "  - {id: old, moved_to: rfq}\n  - {id: fax, retired: Nobody has one.}\n"
    edit(folder / "links.yml", "  - id: rfq\n", f"{gone}  - id: rfq\n")
    guide = load(folder)
    assert guide.link("old") == guide.link("rfq")
    with pytest.raises(UnknownId, match=r"the link `fax` is retired in links\.yml"):
        guide.link("fax")
    with pytest.raises(UnknownId, match="no link has the id `rqf`; did you mean `rfq`"):
        guide.link("rqf")


def test_a_row_that_a_matrix_does_not_have_is_named(folder: Path) -> None:
    with pytest.raises(LookupError, match="the matrix transition has no row pilot"):
        load(folder).matrix("transition").row("pilot")


@soak
def test_any_input_gives_a_guide_or_its_errors(folder: Path, survived: Tally) -> None:
    held = 0

    @settings(max_examples=RUNS, deadline=None)
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        nonlocal held
        any_input_gives_a_guide_or_its_errors(folder, data)
        held += 1

    try:
        holds()
    finally:
        survived("random data files without a traceback", held, max(held, RUNS))


def any_input_gives_a_guide_or_its_errors(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(PLACES))
    content = data.draw(st.one_of(st.binary(max_size=60), SIGNS.map(str.encode), mutated(name), mutated(name)))
    (folder / name).write_bytes(content)
    found = problems(folder)
    lines = content.removeprefix(BOM_UTF8).decode("utf-8", "replace").split("\n")
    for problem in found:
        assert problem.message.isprintable()
        if problem.file.endswith(name):
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    shutil.copyfile(VALID / name, folder / name)


def test_no_prefilled_link_is_offered_what_is_asked_because_of_export_control(tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    edit(data / "links.yml", "\nprefilled:\n", "\nprefilled:\n  - export-class\n")
    (line,) = errors(data)
    assert line.endswith("`export-class` is asked for because of export control, of which no link says anything")

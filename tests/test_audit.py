"""What is made of the answers of the registries: silence is never taken for a clean bill."""

import json

import pytest

from tests.audit import Answer, of_npm, of_pip, status, told

ADVISORY = {"title": "Prototype pollution", "url": "https://advisory.example/1"}
VULNERABLE = {
    "auditReportVersion": 2,
    "vulnerabilities": {
        "a": {"name": "a", "severity": "high", "via": [ADVISORY]},
        "b": {"name": "b", "severity": "low", "via": ["a"]},
    },
}


@pytest.mark.parametrize(
    ("output", "known", "silence"),
    [
        (json.dumps({"auditReportVersion": 2, "vulnerabilities": {}}), [], ""),
        (json.dumps(VULNERABLE), ["a, high: Prototype pollution", "b, low: a"], ""),
        (json.dumps({"message": "405 Method Not Allowed"}), [], "405 Method Not Allowed"),
        ("", [], "it wrote no report"),
        ("[]", [], "it wrote no report"),
    ],
)
def test_what_npm_says(output: str, known: list[str], silence: str) -> None:
    assert of_npm(output) == Answer(known, silence)


FINE = {"name": "a", "version": "1", "vulns": []}
FOUND = {
    "name": "b",
    "version": "2",
    "vulns": [{"id": "X-1", "fix_versions": ["2.1"]}, {"id": "X-2", "fix_versions": []}],
}
SKIPPED = {"name": "c", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("dependencies", "known", "silence"),
    [
        ([FINE], [], ""),
        ([FINE, FOUND], ["b 2: X-1, mended in 2.1", "b 2: X-2, mended in no version yet"], ""),
        ([FINE, SKIPPED], [], "1 of 2 packages are not known there"),
        ([], [], "it wrote no report"),
    ],
)
def test_what_pip_audit_says(dependencies: list[object], known: list[str], silence: str) -> None:
    assert of_pip(json.dumps({"dependencies": dependencies})) == Answer(known, silence)
    assert of_pip("Traceback") == Answer([], "it wrote no report")


def test_silence_is_no_clean_bill_and_something_known_comes_first() -> None:
    fine, silent, found = Answer([]), Answer([], "405"), Answer(["a: bad"], "1 of 2")
    assert [status(each) for each in ([fine], [fine, silent], [silent, found])] == [0, 2, 1]
    assert told("x", fine) == "x: nothing is known against what is pinned."
    assert told("x", silent).startswith("x: the registry gave no answer (405)")
    assert told("x", found).splitlines()[0] == "x: a: bad"
    assert "nothing is known" not in told("x", found) + told("x", silent)

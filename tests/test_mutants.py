"""The list of faults that `make mutate` tries: each can be applied, and names tests that exist."""

from tests.mutate import mutants
from tests.project import ROOT


def test_each_fault_changes_a_text_that_stands_once_and_names_tests_that_are_there() -> None:
    assert [problem for mutant in mutants() for problem in mutant.problems(ROOT)] == []


def test_no_fault_is_listed_twice() -> None:
    listed = [(mutant.file, mutant.was, mutant.now) for mutant in mutants()]
    assert len(listed) >= 60
    assert len(set(listed)) == len(listed)

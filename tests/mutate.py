"""Whether tests notice a small fault in a rule: `python -m tests.mutate` tries each one of `mutants.yml` in a copy."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from tests.node import NODE
from tests.project import ROOT, copy_parts

PARTS = ("macros", "tests", "docs", "overrides", "package.json", "tsconfig.json", "pyproject.toml", "mkdocs.yml")
# Some rules show in a browser alone, where nothing of this is tried.
NEEDED, OF = 55, 60
# In seconds; a fault that makes a loop endless is noticed as well.
LONGEST = 120


class Mutant(BaseModel):
    """A fault: a text that stands once in a file, what is put in its place, and the tests that should fail then."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    was: str
    now: str
    tests: list[str]

    def problems(self, root: Path) -> list[str]:
        """What is wrong with the entry, a line for each."""
        path = root / self.file
        count = path.read_text("utf-8").count(self.was) if self.was and path.is_file() else 0
        found = [] if count == 1 else [f"{self.file}: `{self.was}` occurs {count} times"]
        if self.now == self.was:
            found.append(f"{self.file}: `{self.was}` stays as it is")
        gone = [each for each in self.tests if not named(root, each)]
        return found + [f"{self.file}: no test {each}" for each in (gone if self.tests else ["is named"])]


def mutants() -> list[Mutant]:
    """All that `mutants.yml` lists."""
    text = (ROOT / "tests" / "mutants.yml").read_text("utf-8")
    return TypeAdapter(list[Mutant]).validate_python(yaml.safe_load(text))


def named(root: Path, pattern: str) -> list[str]:
    """The tests that a path, a glob or a test of pytest by its name stands for."""
    file, _, function = pattern.partition("::")
    paths = [path for path in sorted(root.glob(file)) if f"def {function}(" in path.read_text("utf-8") or not function]
    return [path.relative_to(root).as_posix() + pattern.removeprefix(file) for path in paths]


def copied(folder: Path) -> Path:
    """The tree in a folder, with what the client's tests read of Python's output."""
    copy_parts(folder, PARTS)
    (folder / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    _run(folder, sys.executable, "-m", "tests.client_files").check_returncode()
    return folder


def passes(folder: Path, tests: list[str]) -> bool:
    """Whether tests pass in a copy; those that come to no end do not."""
    client = [each for each in tests if each.endswith(".test.ts")]
    python = [each for each in tests if each not in client]
    try:
        return (not client or _run(folder, NODE, "--test", "--test-isolation=none", *client).returncode == 0) and (
            not python
            or _run(folder, sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *python).returncode
            == 0
        )
    except subprocess.TimeoutExpired:
        return False


def survives(folder: Path, mutant: Mutant) -> bool:
    """Whether its tests pass with the fault in a copy, which is whole again after that."""
    path = folder / mutant.file
    whole = path.read_bytes()
    try:
        path.write_text(whole.decode().replace(mutant.was, mutant.now), "utf-8")
        return passes(folder, [test for each in mutant.tests for test in named(folder, each)])
    finally:
        path.write_bytes(whole)


def _run(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    # A file changes within one second and keeps its length: Python would take what it compiled before.
    variables = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, timeout=LONGEST)


def main() -> int:
    """Try every fault and tell what became of it; 1 where too many were not noticed."""
    listed = mutants()
    problems = [problem for mutant in listed for problem in mutant.problems(ROOT)]
    if problems:
        print(*problems, sep="\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder))
        # Where a test fails anyway, every fault would seem to be noticed.
        if not passes(copy, sorted({test for mutant in listed for each in mutant.tests for test in named(copy, each)})):
            print("The tests fail without any fault: nothing was tried.")
            return 1
        killed = 0
        for mutant in listed:
            survived = survives(copy, mutant)
            killed += not survived
            print(f"{'SURVIVED' if survived else 'killed'} {mutant.file}: {mutant.was} -> {mutant.now}", flush=True)
    print(f"{killed} of {len(listed)} mutants killed")
    return int(killed * OF < len(listed) * NEEDED)


if __name__ == "__main__":
    sys.exit(main())

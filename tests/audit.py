"""`make audit`: what is known against the pinned versions, as far as the registries of npm and Python answer."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from tests.node import NODE, NODE_HOME
from tests.project import ROOT

REQUIREMENTS = ("requirements.txt", "requirements-dev.txt", "requirements-audit.txt")
# The second pins what `make bench` measures with.
LOCKS = ("package-lock.json", "tests/bench/package-lock.json")
PIP_AUDIT = ROOT / ".cache" / "audit" / "bin" / "pip-audit"
NPM = (NODE, NODE_HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


class Answer(NamedTuple):
    """What a registry said: a line for each thing known, and why it said nothing, if it did not."""

    known: list[str]
    silence: str = ""


def of_npm(output: str) -> Answer:
    """The answer in what `npm audit --json` wrote."""
    report = _read(output)
    if "auditReportVersion" not in report:
        return Answer([], str(report.get("message") or "it wrote no report"))
    vulnerabilities: list[dict[str, Any]] = list(report.get("vulnerabilities", {}).values())
    return Answer(
        [f"{each['name']}, {each['severity']}: {', '.join(_reasons(each['via']))}" for each in vulnerabilities]
    )


def of_pip(output: str) -> Answer:
    """The answer in what `pip-audit --format json` wrote, which takes packages that it learned nothing of for fine."""
    asked = _read(output).get("dependencies")
    if not asked:
        return Answer([], "it wrote no report")
    known = [
        f"{each['name']} {each['version']}: {found['id']}, mended in {_or_none(found['fix_versions'])}"
        for each in asked
        for found in each.get("vulns", [])
    ]
    skipped = [each["name"] for each in asked if "skip_reason" in each]
    return Answer(known, f"{len(skipped)} of {len(asked)} packages are not known there" if skipped else "")


def told(name: str, answer: Answer) -> str:
    """The answer as lines for a person."""
    lines = [f"{name}: {each}" for each in answer.known]
    if answer.silence:
        lines.append(f"{name}: the registry gave no answer ({answer.silence}); this is no clean bill.")
    elif not answer.known:
        lines.append(f"{name}: nothing is known against what is pinned.")
    return "\n".join(lines)


def status(answers: list[Answer]) -> int:
    """The exit status: 1 where something is known, 2 where not everything could be asked."""
    return 1 if any(each.known for each in answers) else 2 if any(each.silence for each in answers) else 0


def main() -> int:
    """Ask both, and tell."""
    command: tuple[str | Path, ...] = (*NPM, "audit", "--json", "--package-lock-only")
    answers = {name: of_npm(_said(*command, folder=(ROOT / name).parent)) for name in LOCKS}
    for name in REQUIREMENTS:
        command = (
            PIP_AUDIT,
            "--require-hashes",
            "--disable-pip",
            "--format",
            "json",
            "--progress-spinner",
            "off",
            "-r",
            name,
        )
        answers[name] = of_pip(_said(*command))
    for name, answer in answers.items():
        print(told(name, answer))
    return status(list(answers.values()))


def _or_none(versions: list[str]) -> str:
    return ", ".join(versions) or "no version yet"


def _reasons(via: list[Any]) -> list[str]:
    return [each if isinstance(each, str) else str(each["title"]) for each in via]


def _read(output: str) -> dict[str, Any]:
    try:
        report = json.loads(output)
    except ValueError:
        return {}
    return report if isinstance(report, dict) else {}


def _said(*command: str | Path, folder: Path = ROOT) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    sys.exit(main())

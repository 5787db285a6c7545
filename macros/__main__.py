"""`python -m macros`: checks the data files, writes what is made of them, and readies a built site."""

import argparse
import json
import os
import socket
import sys
from collections.abc import Sequence
from errno import EADDRINUSE
from pathlib import Path

from macros import host_settings, own_scripts
from macros.guide.guide import Guide
from macros.guide.load import load
from macros.guide.published import news, note
from macros.guide.write import write, write_text
from macros.publish.publish import publish
from macros.reading.problems import GuideError
from macros.reading.source import places
from macros.rendering.bill_of_materials import bill_of_materials
from macros.rendering.project import read_project
from macros.schemas import data_schemas as schema
from macros.schemas.client_types import client_constants, client_schema

DATA = Path("docs/data")
# The guide of the release that a supplier took last; a fork leaves it as it comes.
SHIPPED = Path("tests/golden/guide/docs/data")
CONFIGURATION = Path("mkdocs.yml")
CONSTANTS = Path("macros/client/record/formats.ts")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0, or 1 with a line on standard output for each error."""
    options = _parser().parse_args(arguments)
    # A message may quote what the terminal's encoding cannot say.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        errors = _run(options)
    except GuideError as error:
        errors = [str(error)]
    except OSError as error:
        errors = [f"{error.filename}:1:1: {error.strerror}"]
    for line in errors:
        print(line)
    return 1 if errors else 0


def _run(options: argparse.Namespace) -> list[str]:
    if options.command == "port":
        return _port(options.port)
    command, path = options.command, options.path
    if command == "publish":
        return publish(path, own_scripts(CONFIGURATION))
    if command == "check":
        return _check(path)
    if command == "schema":
        schema.write(path)
    elif command == "types":
        write_text(json.dumps(client_schema(), indent=2) + "\n", path)
        write_text(client_constants(), CONSTANTS)
    elif command == "ids":
        for each in note(load(path), path):
            print(f"new: {each}")
    elif command == "bom":
        write_text(bill_of_materials(Path()), path)
    else:
        write(load(DATA), path)
    return []


def _check(folder: Path | None) -> list[str]:
    """Everything wrong in a folder of data; without one in data, settings and pages."""
    if folder:
        load(folder)
        return []
    source, problems = places(CONFIGURATION)
    extra, told = ({}, []) if problems else host_settings(CONFIGURATION)
    problems += [source.problem((key,), message, at_key=True) for key, message in told]
    try:
        guide, _ = read_project(CONFIGURATION, extra)
    except GuideError as error:
        problems += error.errors
    else:
        if not problems and SHIPPED.is_dir():
            _tell_news(guide)
    return [str(each) for each in sorted(set(problems))]


def _tell_news(guide: Guide) -> None:
    try:
        shipped = load(SHIPPED)
    except GuideError:
        print(f"{SHIPPED} does not fit this code; `make shipped UPDATE=1` renews it.")
        return
    for each in news(shipped, guide):
        print(f"only in the guide as shipped, {SHIPPED}: {each}")


def _port(port: str) -> list[str]:
    """What keeps a server from a port of this machine, with one that nothing keeps it from."""
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 2**16):
        return [f"PORT={port}: a number from 1 to 65535 is expected"]
    if (refused := _refused(int(port))) is None:
        return []
    free = next((each for each in range(max(int(port) + 1, 1024), 2**16) if _refused(each) is None), 8000)
    why = "is taken by another program" if refused == EADDRINUSE else f"cannot be served on: {os.strerror(refused)}"
    return [f"Port {port} {why}; for a free one: PORT={free} make serve"]


def _refused(port: int) -> int | None:
    """The number of the error, if any; as for the server itself, a port that is closing is free."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError as error:
            return error.errno
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for command, default, what in (
        (
            "check",
            None,
            "check data, settings and pages, or one folder of data; a line for each error, and exit status 1",
        ),
        ("ids", DATA, "note the ids that are new as published, so that none of them can disappear"),
        ("schema", Path("docs/schema"), "write the JSON Schemas of the data files and of a record into a folder"),
        ("guide", Path("docs/guide.json"), "write the whole guide as one JSON file"),
        ("bom", Path(".cache/bom.json"), "write what the site is made of, as a CycloneDX bill of materials"),
        (
            "types",
            Path(".cache/client.json"),
            "write the client's constants, and the JSON Schema that its types are made of",
        ),
        (
            "publish",
            Path("site"),
            "add the policy and its headers to a built site and check its links; a line for each broken one",
        ),
    ):
        commands.add_parser(command, help=what).add_argument("path", nargs="?", type=Path, default=default)
    commands.add_parser("port", help="whether a port is free to serve on").add_argument("port")
    return parser


if __name__ == "__main__":
    sys.exit(main())

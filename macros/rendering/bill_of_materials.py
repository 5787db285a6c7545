"""What the site is made of, as a CycloneDX bill of materials: from the two lists that pin everything, nothing else."""

import base64
import json
import os
import re
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from macros.rendering.notices import BUNDLED, THEME, WITHIN_THEME
from macros.rendering.release import RELEASE

REQUIREMENTS = "requirements.txt"
LOCK = "package-lock.json"
# For the number of a bill, which says what is in it.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://cyclonedx.org/")
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
_ALGORITHMS = {"sha1": "SHA-1", "sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}

Component = dict[str, Any]


def bill_of_materials(project: Path) -> str:
    """
    The bill of a project's site, the same to the byte for the same lists and SOURCE_DATE_EPOCH.

    `required` is what is published with the site, `excluded` what takes part in building it.
    """
    components = [*_of_python((project / REQUIREMENTS).read_text("utf-8")), *_of_node(project / LOCK)]
    components.sort(key=lambda each: str(each["bom-ref"]))
    number = uuid.uuid5(_NAMESPACE, json.dumps([RELEASE, components]))
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {
            "timestamp": _moment().strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": f"rfq-guide@{RELEASE}",
                "name": "rfq-guide",
                "version": RELEASE,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": components,
    }
    return json.dumps(bill, indent=2) + "\n"


def _moment() -> datetime:
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)


def _of_python(requirements: str) -> list[Component]:
    """Of Python, the theme alone is published; its scripts hold packages whose versions it does not say."""
    found = []
    for pinned in _PINNED.finditer(requirements):
        name = re.sub(r"[-_.]+", "-", pinned["name"]).lower()
        component = _component("pypi", name, pinned["version"], is_published=name == THEME)
        if name == THEME:
            component["components"] = [
                {
                    "type": "library",
                    "bom-ref": f"{component['bom-ref']}#{inner}",
                    "name": inner,
                    **_licenses(license_id),
                }
                for inner, (license_id, _) in WITHIN_THEME.items()
            ]
        found.append(component)
    return found


def _of_node(lock: Path) -> list[Component]:
    """Each package once by its version, however often it is installed; published is what is in the bundles."""
    bundled = {(each["name"], each["version"]) for each in json.loads(BUNDLED.read_text("utf-8"))}
    found: dict[str, Component] = {}
    for path, package in json.loads(lock.read_text("utf-8"))["packages"].items():
        if not path:
            continue
        name = path.rpartition("node_modules/")[2]
        version = package["version"]
        component = _component("npm", name, version, is_published=(name, version) in bundled)
        component |= _licenses(package.get("license", "")) | _hashes(package.get("integrity", ""))
        found[component["bom-ref"]] = component
    return list(found.values())


def _component(registry: str, name: str, version: str, *, is_published: bool) -> Component:
    """A component by its package URL, which names the kind of registry and no host."""
    address = f"pkg:{registry}/{name.replace('@', '%40')}@{version}"
    scope = "required" if is_published else "excluded"
    return {"type": "library", "bom-ref": address, "name": name, "version": version, "scope": scope, "purl": address}


def _licenses(expression: str) -> Component:
    if not expression:
        return {}
    is_one = re.fullmatch(r"[\w.+-]+", expression)
    return {"licenses": [{"license": {"id": expression}} if is_one else {"expression": expression.strip("()")}]}


def _hashes(integrity: str) -> Component:
    """The digests of a lock file, which writes them in base64."""
    digests = [each.split("-", 1) for each in integrity.split()]
    found = [{"alg": _ALGORITHMS[name], "content": base64.b64decode(text).hex()} for name, text in digests]
    return {"hashes": found} if found else {}

"""What happens to a built site before it is published: its policy, in tags and headers, and a check of its links."""

from pathlib import Path

from macros.linkcheck import Links
from macros.policy import headers, policy, with_policy

# Where the site is said to be while nobody has said where it is.
PLACEHOLDER = "https://guide.example/"


def publish(site: Path) -> list[str]:
    """Write the policy into every page and a file of headers; returns a line for each misfit and each bad link."""
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    pages, problems = {}, []
    for name, path in paths.items():
        if path.suffix == ".html":
            try:
                pages[name] = path.read_text("utf-8")
            except UnicodeDecodeError as error:
                problems.append(f"{name}: the byte 0x{error.object[error.start]:02X} is not UTF-8")
    if not pages:
        return problems or [f"{site}: there is no page in this folder; build the site first"]
    content = policy(pages.values())
    for name, html in pages.items():
        changed = with_policy(html, content)
        if changed is None:
            problems.append(f'{name}: no <meta charset="utf-8">, after which the policy has its place')
        elif changed != html:
            paths[name].write_text(changed, "utf-8")
    (site / "_headers").write_text(headers(content), "utf-8")
    links = Links(pages, paths)
    if links.address.startswith(PLACEHOLDER):
        print(f"Canonical links and previews say {PLACEHOLDER}: set SITE_URL to the address of this site.")
    return [*problems, *links.problems()]

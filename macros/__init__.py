"""The guide's macros: the only module that knows the host, mkdocs-macros or one that reads the same."""

from pathlib import Path
from typing import Any

from macros.guide.load import load
from macros.guide.write import write, write_text
from macros.reading.problems import GuideError
from macros.rendering.macros import macros
from macros.rendering.page_scripts import scripts
from macros.rendering.raw_html import RawHtml
from macros.rendering.render import kept_templates
from macros.rendering.settings import SettingsError, read_settings


def define_env(env: Any) -> None:
    """Load the guide, write what pages load of it, register a macro for each component; wrong data stops the build."""
    config = env.conf
    docs = Path(env.project_dir) / "docs"
    try:
        guide = load(docs / "data")
        settings = read_settings(config.get("extra") or {}, guide.links)
        # The host collects its files after this, so the pages and the data of one build agree.
        write(guide, docs / "guide.json")
        for name, script in scripts(guide, settings, config.get("site_url") or "").items():
            write_text(script, docs / name)
    except (GuideError, SettingsError) as error:
        raise _stop(f"The guide's data cannot be used:\n{error}") from None
    except OSError as error:
        raise _stop(f"{error.filename}: {error.strerror}") from None
    site_url = config.get("site_url") or ""
    found = macros(guide, settings, site_url=site_url, page_url=lambda: str(env.page.url))
    # Another host, which reads the same settings, reads the HTML of macros as it is.
    if type(config).__module__ == "mkdocs.config.defaults":
        raw = RawHtml()
        config["markdown_extensions"].append(raw)
        found = {name: raw.passing(macro) for name, macro in found.items()}
        _keep_templates(config.theme)
    for name, macro in found.items():
        env.macro(macro, name)


def own_scripts(configuration: Path) -> frozenset[str]:
    """The inline scripts that the site's configuration allows; a build has found each to be a hash."""
    if not configuration.is_file():
        return frozenset()
    from mkdocs.utils.yaml import yaml_load

    with configuration.open(encoding="utf-8") as file:
        extra = yaml_load(file).get("extra") or {}
    return frozenset(extra.get("inline_scripts") or ())


def _keep_templates(theme: Any) -> None:
    """Each build of MkDocs turns the theme's templates into Python; with this it finds them done by the one before."""
    made = theme.get_env

    def get_env() -> Any:
        environment = made()
        environment.bytecode_cache = kept_templates()
        return environment

    theme.get_env = get_env


def _stop(message: str) -> Exception:
    """The host's own way to stop with a message and no traceback, where it has one."""
    try:
        from mkdocs.exceptions import Abort
    except ImportError:
        return SystemExit(message)  # type: ignore[return-value]
    return Abort(message)

"""The guide's macros: the only module that knows the host, mkdocs-macros or one that reads the same."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from macros.guide.write import write, write_text
from macros.reading.problems import GuideError
from macros.rendering.macros import macros
from macros.rendering.page_scripts import scripts
from macros.rendering.project import read_project
from macros.rendering.raw_html import RawHtml
from macros.rendering.render import kept_templates

GUIDE = "guide.json"

# What the host tells of itself at each build hides what an author has to see.
for _talker in ("mkdocs.commands.build", "mkdocs.plugins.mkdocs_macros.util"):
    logging.getLogger(_talker).setLevel(logging.WARNING)


def define_env(env: Any) -> None:
    """Load the guide, write what pages load of it, register a macro for each component; wrong data stops the build."""
    config = env.conf
    project = Path(env.project_dir)
    site_url = config.get("site_url") or ""
    # Another host, which reads the same settings, has no other place for files, and reads the HTML of macros as it is.
    file = Path(config.get("config_file_path") or project / "mkdocs.yml")
    mkdocs = type(config).__module__ == "mkdocs.config.defaults"
    try:
        guide, settings = read_project(file, config.get("extra") or {})
        made = scripts(guide, settings, site_url)
        folder = _beside_the_theme(config, project, (GUIDE, *made)) if mkdocs else project / "docs"
        # The host collects its files after this, so the pages and the data of one build agree.
        write(guide, folder / GUIDE)
        for name, script in made.items():
            write_text(script, folder / name)
    except GuideError as error:
        raise _stop(str(error)) from None
    except OSError as error:
        raise _stop(f"{error.filename}: {error.strerror}") from None
    found = macros(guide, settings, site_url=site_url, page_url=lambda: str(env.page.url))
    if mkdocs:
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
    extra, _ = host_settings(configuration)
    return frozenset(extra.get("inline_scripts") or ())


def host_settings(file: Path) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """What `mkdocs.yml` sets under `extra:`, and what the host finds wrong in the file, by its key."""
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.exceptions import ConfigurationError

    config = MkDocsConfig(config_file_path=str(file.absolute()))
    try:
        with file.open("rb") as stream:
            config.load_file(stream)
        found = [(key, str(problem)) for each in config.validate() for key, problem in each]
    except ConfigurationError as error:
        return {}, [("", str(error))]
    except ValueError as error:
        return {}, [("", f"the file cannot be read: {error}")]
    return dict(config.extra), [(key, said if key in said else f"{key}: {said}") for key, said in found]


def _beside_the_theme(config: Any, project: Path, names: Iterable[str]) -> Path:
    """A folder whose files come into the site and are not watched: what a build writes must not start another."""
    folder = project / ".cache" / "made"
    folder.mkdir(parents=True, exist_ok=True)
    config.theme.dirs.append(str(folder))
    for name in names:
        # Another host's; a file among the pages would be taken instead.
        (project / "docs" / name).unlink(missing_ok=True)
    return folder


def _keep_templates(theme: Any) -> None:
    """Each build of MkDocs turns the theme's templates into Python; with this it finds them done by the one before."""
    made = theme.get_env

    def get_env() -> Any:
        environment = made()
        environment.bytecode_cache = kept_templates()
        return environment

    theme.get_env = get_env


def _stop(message: str) -> BaseException:
    """The host's own way to stop with a message and no traceback, where it has one."""
    try:
        from mkdocs.exceptions import Abort
    except ImportError:
        return SystemExit(message)
    return Abort(message)

"""What is read off the files of a part: roles, formats, file names, and the words of every check."""

from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from macros.models.base import Id, Model, Text
from macros.models.meanings import FieldMeaning, OptionalFieldMeaning

Extension = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,12}$")]
# A word of a file name as it is compared: without case, signs or blanks.
NameWord = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{1,24}$")]
NamePiece = Literal["part-number", "revision", "revision-word", "version", "version-word", "word", "gap", "underscore"]
# The pieces that are read; a version is read as a revision.
_READ = ("part-number", "revision", "version")
# The checks that the client knows how to make; the data gives each of them its words.
CheckId = Literal[
    "model-present",
    "drawing-present",
    "named-files",
    "part-number-in-names",
    "part-number-in-model",
    "part-number-in-drawing",
    "revision-in-names",
    "revision-in-model",
    "revision-in-drawing",
    "one-revision",
    "no-duplicates",
    "not-empty",
    "whole-files",
    "contents-fit-names",
    "units-in-model",
    "units-in-dxf",
    "solid-model",
    "model-is-no-mesh",
    "open-formats",
    "readable-pdf",
    "model-not-older",
]


class Role(Model):
    """What a file is for; a name earns a role by a word in it, or else by its ending."""

    id: Id
    label: Text
    extensions: tuple[Extension, ...] = ()
    words: tuple[NameWord, ...] = ()
    compared: Literal["always", "never"] = "never"


class Format(Model):
    """A format that not every desk can use, and what to send instead."""

    id: Id
    label: Text
    extensions: tuple[Extension, ...]
    instead: Text


class NamePattern(Model):
    """The pieces of a file name in order, up to its ending, and a name that shows them."""

    id: Id
    pieces: tuple[NamePiece, ...]
    example: Text

    @model_validator(mode="after")
    def _reads_something(self) -> "NamePattern":
        read = [piece.replace("version", "revision") for piece in self.pieces if piece in _READ]
        if not read:
            raise ValueError("a pattern reads a part number, a revision or both")
        if len(read) > len(set(read)):
            raise ValueError("a pattern reads one part number and one revision at most")
        return self


class FileNameWords(Model):
    """The words that tell a revision in a name or a title block, and those mistaken for one or for a part number."""

    revision_words: tuple[NameWord, ...]
    version_words: tuple[NameWord, ...] = ("v",)
    not_revisions: tuple[NameWord, ...]
    not_part_numbers: tuple[NameWord, ...]


class FileCheck(Model):
    """The words of one check for each result, and the question to ask when it differs, if any."""

    id: CheckId
    label: Text
    agrees: Text
    differs: Text
    cannot_tell: Text
    ask: Text | None = None


# What files say that a detail of the record can be filled with.
FileFact = Literal["part-number", "revision", "unit", "model-name", "drawing-name", "drawing-number"]


class Offer(Model):
    """What files say, and the detail that it is offered for while that is empty."""

    fact: FileFact
    fills: Literal[FieldMeaning, OptionalFieldMeaning]


class Preflight(Model):
    """`preflight.yml`: how files are read, and what is said of them."""

    # Said of files that are listed, and were not looked into.
    unread: Text = "Not looked into: not here, or still being read."
    roles: tuple[Role, ...]
    native: tuple[Format, ...]
    meshes: tuple[Format, ...]
    names: FileNameWords
    # What a drawing calls its number.
    drawing_number_words: tuple[Text, ...] = ()
    offers: tuple[Offer, ...] = ()
    name_patterns: tuple[NamePattern, ...]
    checks: tuple[FileCheck, ...]

"""What a field, an option, an item or a checklist is to the code, which knows no id by heart."""

from typing import Literal

FieldMeaning = Literal[
    # The field whose value is the record's `stage`.
    "request",
    "part-number",
    "revision",
    "export-control",
    "cad-file",
    "drawing-file",
    "release-reference",
    "cui",
]
# What a guide need not have: without it, less is compared with files and offered from them.
OptionalFieldMeaning = Literal["units", "drawing-number"]
# Of export control and CUI; any other answer keeps a record from travelling in a link.
OptionMeaning = Literal["no-control"]
ItemMeaning = Literal["files"]
ChecklistMeaning = Literal["verdict"]
Meaning = Literal[FieldMeaning, OptionalFieldMeaning, ItemMeaning, ChecklistMeaning]

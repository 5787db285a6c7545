"""The web server of the tests."""

from pathlib import Path
from threading import enumerate as running

import pytest

from tests.serving import serving


def test_a_server_ends_with_what_it_was_started_for_even_where_that_fails(tmp_path: Path) -> None:
    before = set(running())
    with pytest.raises(LookupError), serving(tmp_path):
        raise LookupError
    assert not set(running()) - before

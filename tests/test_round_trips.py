"""Random records there and back through the pure modules of the client."""

import json

from tests.node import node
from tests.soak import SOAK, soak
from tests.tally import Tally

RECORDS = 10_000 if SOAK else 300


@soak
def test_random_records_come_back_from_a_file_and_from_a_link_exactly(survived: Tally) -> None:
    done = node("tests/client/round-trips.ts", str(RECORDS))
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    for way, exact in found["exact"].items():
        survived(f"random records {way}", exact, RECORDS)
    assert found["lost"] == []
    assert list(found["exact"].values()) == [RECORDS, RECORDS]

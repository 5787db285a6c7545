"""What runs longer under `make soak`: marked tests, which then take their whole counts."""

import os

import pytest

SOAK = bool(os.environ.get("RFQ_SOAK"))
soak = pytest.mark.soak

"""Whether this is a run that may take long: `make soak` sets RFQ_SOAK, and tests then take whole counts."""

import os

SOAK = bool(os.environ.get("RFQ_SOAK"))

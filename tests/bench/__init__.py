"""Measurements of speed and weight (`make bench`): each beside its yardstick, in one run, as a ratio."""

"""Turns the guide into HTML: macros, templates, settings, and the part of the guide that pages embed."""

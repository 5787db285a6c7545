"""Reads the data files: text with marks, checks within a file, every problem of it in one run."""

"""Reads the data files: text with marks, checks within a file and across files, every problem in one run."""

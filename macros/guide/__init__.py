"""The guide: found by id, loaded from a folder of data files."""

"""What the data files say of each other: ids, references, conditions, worked records, tombstones."""

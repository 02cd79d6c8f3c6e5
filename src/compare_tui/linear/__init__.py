"""Reading by ear or by braille: one passage at a time, as plain lines that are only ever appended."""

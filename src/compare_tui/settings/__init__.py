"""Colour themes, and where the files lie that come with the program."""

"""Many pairs of articles: lists of them, comparing them all, finding them in a folder."""

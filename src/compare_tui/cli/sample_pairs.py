"""The sample pairs: name, title and both files; written by ``python docs/shipped.py``."""

from __future__ import annotations

SAMPLE_PAIRS = (
    ("telephone-call", "Lavrov and Blinken talk about Afghanistan, 16 August 2021", "wire.txt", "paper.txt"),
    ("coach-crash", "A coach falls into a gorge above Brenningen", "wire.txt", "newspaper.txt"),
    ("bank-ruling", "Tarnwick Bank is fined over hidden losses", "agency.md", "gazette.md"),
    ("stadium-vote", "Ravensby votes for a new stadium", "herald.txt", "post.txt"),
)

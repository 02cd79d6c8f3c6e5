"""A desk at work on a sample pair, for pictures: two people have annotated, a third has begun to review."""

from __future__ import annotations

from pathlib import Path

from compare_tui.annotation import Author, Notebook, make_anchor, read_notebook, write_notebook
from compare_tui.article import Article
from compare_tui.review.verdicts import Decision, Review, revision, with_reviews

Made = tuple[str, str | None, str | None, str]
"""A tag, words of A, words of B, a note."""

COLLEAGUES: dict[str, tuple[Made, ...]] = {
    "Mara": (
        ("number", "At least 12", "nine", ""),
        ("number", "four kilometres", "three kilometres", ""),
        ("time", "5.25pm", "17:40", "A quarter of an hour apart; the wire rounds."),
        ("certainty", "may have been going", "caused", "Paper states as a cause what police only suspect."),
        ("number", "85 kph", "95 km/h", ""),
        ("who", "Lindqvist", "Lindquist", ""),
        ("who", "Tomas", "Thomas", ""),
        ("omission", "then the shouting began", None, ""),
    ),
    "Tom": (
        ("number", "At least 12", "nine", ""),
        ("time", "5.25pm", "17:40", ""),
        ("cause", "may have been going", "caused", "The speed and what it did, in one."),
        ("who", "Lindqvist", "Lindquist", ""),
        ("omission", "beside the river", None, ""),
        ("time", "January", "November", ""),
    ),
}
SAID: tuple[tuple[str, Decision, str], ...] = (
    ("number", "accept", ""),
    ("time", "accept", ""),
    (
        "certainty",
        "needs-work",
        "Where does the paper get it from? If it names a source, this is attribution.",
    ),
)
"""What Ana says of Mara's annotations: the tag of the first with it, a verdict and a comment."""


def set_up(folder: Path, a: Article, b: Article) -> None:
    """Write the notebooks of the desk into a folder."""
    for name, made in COLLEAGUES.items():
        notebook = Notebook.open(folder / f"{name.lower()}.notes.yaml", a, b, Author(name.lower(), name))
        for tag, words_a, words_b, note in made:
            ends = [
                None
                if words is None
                else make_anchor(article, at := article.text.index(words), at + len(words))
                for article, words in ((a, words_a), (b, words_b))
            ]
            relation, severity = ("conflict", "major") if all(ends) else ("one-sided", "minor")
            notebook.add(tag=tag, relation=relation, severity=severity, a=ends[0], b=ends[1], note=note)  # type: ignore[arg-type]
        notebook.save()
    _judge(folder, a, b)


def _judge(folder: Path, a: Article, b: Article) -> None:
    """Write Ana's review of Mara's annotations."""
    mara = read_notebook((folder / "mara.notes.yaml").read_bytes(), "mara")
    ana = Notebook.open(folder / "ana.notes.yaml", a, b, Author("ana", "Ana"))
    reviews = [
        Review(
            id=f"r-{number}",
            of=about.id,
            of_rev=revision(about),
            decision=decision,
            reply_to=None,
            comment=comment,
            created=f"2026-11-22T11:0{number}:00Z",
        )
        for number, (tag, decision, comment) in enumerate(SAID)
        for about in [next(one for one in mara.annotations if one.tag == tag)]
    ]
    ana.path.write_bytes(write_notebook(with_reviews(ana.current_file, reviews)))

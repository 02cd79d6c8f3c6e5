"""A panel: the notebooks of several people on one pair, and what they make of each other's annotations."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from compare_tui.annotation.anchor import locate
from compare_tui.annotation.model import Anchor, Annotation, Author
from compare_tui.article.model import Article
from compare_tui.review.matching import NOWHERE, Groups, Mark, Stretch, group_marks
from compare_tui.review.opening import LeftOut, Opened, PanelNotebook, open_notebooks
from compare_tui.review.verdicts import Review, SignedReview, current_verdict, is_outdated

State = Literal["unreviewed", "accepted", "rejected", "needs work", "disputed", "outdated"]

_STATE_OF: Mapping[str, State] = {"accept": "accepted", "reject": "rejected", "needs-work": "needs work"}


@dataclass(frozen=True, slots=True)
class PanelAnnotation:
    """An annotation in a panel.

    Attributes:
        notebook: The notebook that it stands in.
        annotation: The annotation.
        mark: Its author, tag and place, by which it is matched with those of others.
        places: Where its ends stand in A and in B; None for one that is missing or not found.
        reviews: All that was said about it, by whom.
        verdicts: What holds of each reviewer, by id of the reviewer: the latest verdict not taken back.
        outdated: Ids of the reviewers whose verdict is on an earlier state of the annotation.
        state: What its reviewers make of it; outdated verdicts count only where there is no other.
    """

    notebook: PanelNotebook
    annotation: Annotation
    mark: Mark
    places: tuple[Stretch | None, Stretch | None]
    reviews: tuple[SignedReview, ...]
    verdicts: Mapping[str, Review] = field(init=False, compare=False, repr=False)
    outdated: frozenset[str] = field(init=False, compare=False, repr=False)
    state: State = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Tell what follows from the reviews, which lists and counts ask for again and again."""
        verdicts = _verdicts(self.author.id, self.reviews) if self.reviews else {}
        outdated = frozenset(who for who, one in verdicts.items() if is_outdated(one, self.annotation))
        decisions = {str(one.decision) for who, one in verdicts.items() if who not in outdated}
        state: State = "disputed" if len(decisions) > 1 else "outdated" if verdicts else "unreviewed"
        if len(decisions) == 1:
            state = _STATE_OF[decisions.pop()]
        object.__setattr__(self, "verdicts", verdicts)
        object.__setattr__(self, "outdated", outdated)
        object.__setattr__(self, "state", state)

    @property
    def author(self) -> Author:
        """Who made it."""
        return self.notebook.author

    @property
    def is_orphan(self) -> bool:
        """Whether the words of an end are no longer in the article."""
        return NOWHERE in self.mark.place


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a review is.

    Attributes:
        reviewed: Annotations with a verdict that is not outdated.
        total: Annotations to be reviewed.
        disputed: Annotations on which reviewers differ.
    """

    reviewed: int
    total: int
    disputed: int

    def __str__(self) -> str:
        disputed = f", {self.disputed} disputed" if self.disputed else ""
        return f"{self.reviewed} of {self.total} reviewed{disputed}"


@dataclass(frozen=True, slots=True)
class Panel:
    """The notebooks of several people on one pair; none of them is ever written.

    Attributes:
        a: The first article; None where it is missing.
        b: The second article; None where it is missing.
        notebooks: One of each person, in the order of their ids.
        annotations: Of all of them, in the order of A, then B; withdrawn ones are left out.
        left_out: Notebooks that were given and do not belong to the panel, with reasons.
        notices: What is to be known about articles and tag sets, a sentence each.
        unknown_reviews: Reviews of annotations that no notebook of the panel holds.
    """

    a: Article | None
    b: Article | None
    notebooks: tuple[PanelNotebook, ...]
    annotations: tuple[PanelAnnotation, ...]
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[str, ...] = ()
    unknown_reviews: tuple[SignedReview, ...] = field(default=())

    @property
    def annotators(self) -> tuple[str, ...]:
        """Ids of those who annotated: who only reviewed or linked is none, who found nothing is one."""
        return tuple(
            one.author.id
            for one in self.notebooks
            if one.file.annotations or not (one.reviews or one.file.sections.get("links"))
        )

    def was_given(self, path: Path, *, adjudicated: bool = True) -> bool:
        """Tell whether a file is one of those that the panel was opened from, whatever its name.

        Args:
            path: The file.
            adjudicated: Whether notebooks count that were left out because they were merged out of others.
        """
        given = [one.path for one in self.notebooks]
        given += [one.path for one in self.left_out if adjudicated or not one.adjudicated]
        return os.path.realpath(path) in map(os.path.realpath, given)

    def progress(self, reviewer: str | None = None) -> Progress:
        """Return how far a review is.

        Args:
            reviewer: Id of the person whose verdicts count, on the annotations of all others; of everybody
                if None.
        """
        concerned = [one for one in self.annotations if reviewer is None or one.author.id != reviewer]
        disputed = sum(one.state == "disputed" for one in concerned)
        if reviewer is None:
            reviewed = sum(one.state not in ("unreviewed", "outdated") for one in concerned)
        else:
            reviewed = sum(_is_reviewed(one, reviewer) for one in concerned)
        return Progress(reviewed, len(concerned), disputed)

    def groups(self, known: Groups | None = None) -> tuple[tuple[PanelAnnotation, ...], ...]:
        """Return the annotations by place: in each at most one of each person, as ``matching.units``.

        Args:
            known: What ``group_marks`` has found among their marks; None finds it now.
        """
        found = group_marks([one.mark for one in self.annotations]) if known is None else known
        return tuple(tuple(self.annotations[number] for number in group) for group in found)

    def identical(self, known: Groups | None = None) -> tuple[tuple[PanelAnnotation, ...], ...]:
        """Return the groups in which every annotator has tagged the same words with the same tag.

        Args:
            known: As for ``groups``.
        """
        everyone = len(self.annotators)
        return tuple(
            group
            for group in self.groups(known)
            if everyone > 1
            and len(group) == everyone
            and len({(one.mark.place, one.mark.tag) for one in group}) == 1
            and not group[0].is_orphan
        )


def progress_after(
    known: Progress, changed: Iterable[tuple[PanelAnnotation, PanelAnnotation]], reviewer: str
) -> Progress:
    """Return how far a reviewer is after some annotations have changed.

    Args:
        known: How far it was before.
        changed: Each annotation as it was and as it is.
        reviewer: Id of the person whose verdicts count.
    """
    reviewed, disputed = known.reviewed, known.disputed
    for old, new in changed:
        if new.author.id != reviewer:
            reviewed += _is_reviewed(new, reviewer) - _is_reviewed(old, reviewer)
            disputed += (new.state == "disputed") - (old.state == "disputed")
    return Progress(reviewed, known.total, disputed)


def _is_reviewed(one: PanelAnnotation, reviewer: str) -> bool:
    return reviewer in one.verdicts and reviewer not in one.outdated


def open_panel(
    paths: Iterable[Path], articles: tuple[Article, Article] | None = None, *, adjudicated: bool = False
) -> Panel:
    """Open the notebooks of several people.

    Args:
        paths: Files, and folders of which all files ``*.notes.yaml`` are opened.
        articles: The articles, if they are open already; otherwise they are looked for where notebooks say.
        adjudicated: Whether notebooks that were merged out of others belong to the panel, too.
    """
    return panel_of(open_notebooks(paths, articles, adjudicated=adjudicated))


def panel_of(opened: Opened) -> Panel:
    """Return the panel of opened notebooks: again after one of them has changed in memory."""
    reviews = _said(opened.notebooks)
    annotations = [
        one for notebook in opened.notebooks for one in _annotations(notebook, opened.articles, reviews)
    ]
    known = {id(signed.review) for one in annotations for signed in one.reviews}
    withdrawn = {
        one.id
        for notebook in opened.notebooks
        for one in notebook.file.annotations
        if one.status == "withdrawn"
    }
    return Panel(
        *opened.articles,
        notebooks=opened.notebooks,
        annotations=tuple(sorted(annotations, key=_order)),
        left_out=opened.left_out,
        notices=opened.notices,
        unknown_reviews=tuple(
            signed
            for said in reviews.values()
            for signed in said
            if id(signed.review) not in known and signed.review.of not in withdrawn
        ),
    )


Numbers = Mapping[str, Sequence[int]]
"""Where the annotations of an id stand in a panel; ids alone may stand in several notebooks."""


def numbers_of(panel: Panel) -> Numbers:
    """Return by id where annotations stand in a panel."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(panel.annotations):
        numbers[one.annotation.id].append(number)
    return dict(numbers)


def with_reviews_of(
    panel: Panel, before: PanelNotebook, after: PanelNotebook, numbers: Numbers
) -> Panel | None:
    """Return a panel after one person has said something more, or taken something back.

    Args:
        panel: The panel as it was.
        before: The person's notebook in it.
        after: The same notebook with other reviews.
        numbers: Where its annotations stand, as ``numbers_of`` tells.

    Returns:
        The panel; None where more has changed, or something about annotations that it does not hold.
    """
    if before.file.annotations != after.file.annotations or before.author != after.author:
        return None
    old, new = ({one.id: one for one in notebook.reviews} for notebook in (before, after))
    touched = {
        one.of
        for one in (*before.reviews, *after.reviews)
        if old.get(one.id) is not one or new.get(one.id) is not one
    }
    notebooks = tuple(after if one is before else one for one in panel.notebooks)
    if not all(id_ in numbers for id_ in touched):
        return None
    said = _said(notebooks, touched)
    annotations = list(panel.annotations)
    about = {number for id_ in touched for number in numbers[id_]}
    own = {number for one in before.file.annotations for number in numbers.get(one.id, ())}
    for number in about | own:
        one = annotations[number]
        notebook = after if one.notebook is before else one.notebook
        reviews = _about(one.annotation, notebook, said) if number in about else one.reviews
        if notebook is not one.notebook or number in about:
            annotations[number] = replace(one, notebook=notebook, reviews=reviews)
    return replace(panel, notebooks=notebooks, annotations=tuple(annotations))


def _verdicts(author: str, reviews: Iterable[SignedReview]) -> dict[str, Review]:
    by_reviewer: defaultdict[str, list[Review]] = defaultdict(list)
    for signed in reviews:
        if signed.author.id != author:
            by_reviewer[signed.author.id].append(signed.review)
    current = {reviewer: current_verdict(said) for reviewer, said in sorted(by_reviewer.items())}
    return {reviewer: verdict for reviewer, verdict in current.items() if verdict is not None}


def _said(
    notebooks: Iterable[PanelNotebook], about: Container[str] | None = None
) -> defaultdict[str, list[SignedReview]]:
    """Return by id of the annotation what was said: of all annotations, or of some."""
    said: defaultdict[str, list[SignedReview]] = defaultdict(list)
    for notebook in notebooks:
        for review in notebook.reviews:
            if about is None or review.of in about:
                said[review.of].append(SignedReview(notebook.author, review))
    return said


def _about(
    annotation: Annotation, notebook: PanelNotebook, said: Mapping[str, Sequence[SignedReview]]
) -> tuple[SignedReview, ...]:
    """Return what was said about an annotation of a notebook; ids alone may stand in two notebooks."""
    return tuple(
        signed
        for signed in said.get(annotation.id, ())
        if signed.review.of_file in (None, notebook.file.file_id)
    )


def _order(one: PanelAnnotation) -> tuple[bool, Stretch, bool, Stretch, str, str]:
    a, b = one.places
    return a is None, a or NOWHERE, b is None, b or NOWHERE, one.author.id, one.annotation.id


def _annotations(
    notebook: PanelNotebook,
    articles: tuple[Article | None, Article | None],
    reviews: Mapping[str, Sequence[SignedReview]],
) -> Iterator[PanelAnnotation]:
    for annotation in notebook.file.annotations:
        if annotation.status == "withdrawn":
            continue
        ends = (annotation.a, annotation.b)
        places = tuple(_place(end, article) for end, article in zip(ends, articles, strict=True))
        a, b = (
            None if end is None else NOWHERE if place is None else trimmed(end.exact, place[0], place[1])
            for end, place in zip(ends, places, strict=True)
        )
        yield PanelAnnotation(
            notebook,
            annotation,
            Mark(notebook.author.id, annotation.id, annotation.tag, a, b),
            (places[0], places[1]),
            _about(annotation, notebook, reviews),
        )


def _place(end: Anchor | None, article: Article | None) -> Stretch | None:
    """Return where an end stands; where the article is missing, where its notebook says."""
    if end is None:
        return None
    return (end.start, end.end) if article is None else locate(article, end)


def trimmed(words: str, start: int, end: int) -> Stretch:
    """Return the place of words without outer blanks and punctuation, unless they are nothing else."""
    if end - start != len(words):
        return start, end
    first, last = 0, len(words)
    while first < last and _is_outer(words[first]):
        first += 1
    while first < last and _is_outer(words[last - 1]):
        last -= 1
    return (start + first, start + last) if first < last else (start, end)


def _is_outer(character: str) -> bool:
    return not character.isalnum() and (
        character.isspace() or unicodedata.category(character).startswith("P")
    )

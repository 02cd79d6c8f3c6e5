"""Verdicts: what somebody says of colleagues' annotations, as they stand under ``reviews`` in a notebook."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations, product
from typing import Literal, get_args

from compare_tui.annotation.check import CONFIDENCES, RELATIONS, SEVERITIES, STATUSES
from compare_tui.annotation.entries import part_entries
from compare_tui.annotation.model import Annotation, Author, Value
from compare_tui.annotation.notebook_file import NotebookFile
from compare_tui.article.clean import clean

Decision = Literal["accept", "reject", "needs-work"]
DECISIONS: tuple[Decision, ...] = get_args(Decision)

REVISION_DIGITS = 8
"""Hexadecimal digits of a revision: enough to tell two states of one annotation apart."""

_OPTIONAL_WORDS = ("of_file", "of_rev", "reply_to", "taken_back")
_KNOWN = ("id", "of", "decision", "comment", "created", *_OPTIONAL_WORDS)


@dataclass(frozen=True, slots=True)
class Review:
    """A verdict on an annotation, or a comment on it.

    Attributes:
        id: Random and sortable by time, e.g. "r-01JDA8B3W7H2".
        of: Id of the annotation.
        of_rev: ``revision`` of the annotation that was reviewed; None where it is not known.
        decision: The verdict; None for a comment alone.
        reply_to: Id of the review that this one answers.
        comment: Free text, may have several lines.
        created: UTC time to the second.
        of_file: Id of the notebook that holds the annotation; None where its id alone tells.
        taken_back: UTC time at which the verdict was taken back; a review that somebody has answered is
            marked so, any other is simply removed.
        extra: Keys of the file that this version does not know.
    """

    id: str
    of: str
    of_rev: str | None
    decision: Decision | None
    reply_to: str | None
    comment: str
    created: str
    of_file: str | None = None
    taken_back: str | None = None
    extra: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SignedReview:
    """A review and who wrote it.

    Attributes:
        author: The owner of the notebook that it stands in.
        review: The review.
    """

    author: Author
    review: Review


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A review in its place in the talk about an annotation.

    Attributes:
        depth: How many reviews it answers, one upon the other; 0 for one that begins a thread.
        signed: The review and who wrote it.
    """

    depth: int
    signed: SignedReview


@dataclass(frozen=True, slots=True)
class Change:
    """A field of an annotation that has changed since it was reviewed.

    Attributes:
        field: Its name, or "words or note".
        old: What it was; None where that cannot be told.
    """

    field: str
    old: str | None


def read_reviews(value: Value) -> tuple[tuple[Review, ...], list[Value]]:
    """Part the entries of ``reviews`` into those that this version understands and the others.

    Args:
        value: What stands under ``reviews``.

    Returns:
        The reviews, and what is kept and written back as it is.
    """
    return ReviewReader().read(value)


class ReviewReader:
    """Reads the reviews of a notebook again and again: an entry that is as it was gives the same review."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Value, Review]] = {}

    def read(self, value: Value) -> tuple[tuple[Review, ...], list[Value]]:
        """Read what stands under ``reviews``, as ``read_reviews`` does."""
        entries = value if isinstance(value, list) else [] if value is None else [value]
        return part_entries(entries, self._read)

    def _read(self, entry: Value) -> Review | None:
        id_ = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(id_, str):
            return _review(entry)
        known, review = self._known.get(id_, (None, None))
        if review is None or known != entry:
            review = _review(entry)
            if review is not None:
                self._known[id_] = (entry, review)
        return review


def reviews_value(reviews: Iterable[Review], others: Iterable[Value] = ()) -> list[Value]:
    """Return what to write under ``reviews``: the reviews by id, then what is not understood."""
    known: list[Value] = []
    for one in sorted(reviews, key=lambda review: review.id):
        entry: dict[str, Value] = {"id": one.id, "of": one.of}
        if one.of_file is not None:
            entry["of_file"] = one.of_file
        entry |= {
            "of_rev": one.of_rev,
            "decision": one.decision,
            "reply_to": one.reply_to,
            "comment": one.comment,
            "created": one.created,
        }
        if one.taken_back is not None:
            entry["taken_back"] = one.taken_back
        known.append({**entry, **one.extra})
    return [*known, *others]


def with_reviews(file: NotebookFile, reviews: Iterable[Review]) -> NotebookFile:
    """Return a notebook's file with these reviews in place of those that it holds; other entries stay."""
    _, others = read_reviews(file.sections.get("reviews"))
    return replace(file, sections={**file.sections, "reviews": reviews_value(reviews, others)})


def revision(annotation: Annotation) -> str:
    """Return the short hash of what a reviewer judges.

    It is the start of the SHA-256 of a JSON list, ASCII and without blanks: tag, relation, severity,
    confidence, status, the exact words in A, those in B (null for a missing end), note. Positions and
    surroundings of the words do not count: they change when the article does.
    """
    return _hashed(_judged(annotation))


def is_outdated(review: Review, annotation: Annotation) -> bool:
    """Tell whether an annotation has changed since it was reviewed."""
    return review.of_rev is not None and review.of_rev != revision(annotation)


def changes_since(annotation: Annotation, of_rev: str, tags: Iterable[str] = ()) -> tuple[Change, ...]:
    """Return what has changed in an annotation since it had a revision; nothing where it is the same.

    A revision tells only whether something changed. What fields with few values were is found by trying
    them, fewest changes first, together with a note that was still empty; if nothing fits, words or note
    have changed.

    Args:
        annotation: As it is now.
        of_rev: The revision that was reviewed.
        tags: Names of tags that it may have had.
    """
    now = _judged(annotation)
    if of_rev == _hashed(now):
        return ()
    options: tuple[Iterable[str], ...] = (
        dict.fromkeys([*tags, annotation.tag]),
        RELATIONS,
        SEVERITIES,
        CONFIDENCES,
        STATUSES,
    )
    note = len(now) - 1
    names = {**dict(enumerate(("tag", "relation", "severity", "confidence", "status"))), note: "note"}
    others = {
        place: [value for value in values if value != now[place]]
        for place, values in (*enumerate(options), (note, [""]))
    }
    for count in range(1, len(others) + 1):
        for places in combinations(others, count):
            for values in product(*(others[place] for place in places)):
                then = list(now)
                for place, value in zip(places, values, strict=True):
                    then[place] = value
                if _hashed(then) == of_rev:
                    return tuple(map(Change, (names[place] for place in places), values))
    return (Change("words or note", None),)


def current_verdict(reviews: Iterable[Review]) -> Review | None:
    """Return the verdict of one person on one annotation that holds: the latest that was not taken back."""
    verdicts = [one for one in reviews if one.decision is not None and one.taken_back is None]
    return max(verdicts, key=lambda one: (one.created, one.id), default=None)


def thread_rows(reviews: Iterable[SignedReview]) -> tuple[ThreadRow, ...]:
    """Return the talk about one annotation in reading order: each review, then its answers, by time.

    A review whose parent is missing begins a thread; so does the earliest of those that answer each other
    in a circle.
    """
    ordered = sorted(reviews, key=lambda one: (one.review.created, one.review.id, one.author.id))
    index_of: dict[str, int] = {}
    for index, one in enumerate(ordered):
        index_of.setdefault(one.review.id, index)
    parents = [index_of.get(one.review.reply_to or "") for one in ordered]
    answers: list[list[int]] = [[] for _ in ordered]
    roots: list[int] = []
    for index, parent in enumerate(parents):
        if parent is None or _begins_circle(index, parents):
            roots.append(index)
        else:
            answers[parent].append(index)
    return tuple(ThreadRow(depth, ordered[index]) for index, depth in _walk(roots, answers))


def _begins_circle(index: int, parents: list[int | None]) -> bool:
    """Tell whether an entry is the first of a circle of parents."""
    seen = {index}
    at = parents[index]
    while at is not None and at not in seen:
        seen.add(at)
        at = parents[at]
    return at == index and index == min(seen)


def _walk(roots: list[int], answers: list[list[int]]) -> Iterator[tuple[int, int]]:
    stack = [(root, 0) for root in reversed(roots)]
    while stack:
        index, depth = stack.pop()
        yield index, depth
        stack += [(answer, depth + 1) for answer in reversed(answers[index])]


def _judged(annotation: Annotation) -> list[str | None]:
    a, b = annotation.a, annotation.b
    return [
        annotation.tag,
        annotation.relation,
        annotation.severity,
        annotation.confidence,
        annotation.status,
        a.exact if a else None,
        b.exact if b else None,
        annotation.note,
    ]


def _hashed(judged: list[str | None]) -> str:
    data = json.dumps(judged, separators=(",", ":")).encode("ascii")
    return hashlib.sha256(data).hexdigest()[:REVISION_DIGITS]


def _review(entry: Value) -> Review | None:
    if not isinstance(entry, dict):
        return None
    id_, of, created = (_word(entry.get(name)) for name in ("id", "of", "created"))
    comment = entry.get("comment", "")
    decision = next((one for one in DECISIONS if one == entry.get("decision")), None)
    optional = {name: _word(entry.get(name)) for name in _OPTIONAL_WORDS}
    if not (id_ and of and created and isinstance(comment, str)):
        return None
    if decision is None and entry.get("decision") is not None:
        return None
    if any(entry.get(name) is not None and value is None for name, value in optional.items()):
        return None
    return Review(
        id=id_,
        of=of,
        of_rev=optional["of_rev"],
        decision=decision,
        reply_to=optional["reply_to"],
        comment=clean(comment),
        created=created,
        of_file=optional["of_file"],
        taken_back=optional["taken_back"],
        extra={key: value for key, value in entry.items() if key not in _KNOWN},
    )


def _word(value: Value) -> str | None:
    """Return one clean line of text; None for anything else, or for nothing."""
    cleaned = clean(value, lines=False) if isinstance(value, str) else ""
    return cleaned if cleaned.strip() else None

"""One notebook out of those of a panel: what is taken by which rule, and who made it.

Annotations on the same place with the same tag become one: the one that was made first keeps its id. Keys are
added to it: ``made_by`` lists everyone who made it, with what theirs says differently; ``verdicts`` lists
what reviewers said; ``disputed``, with a reason, stands on one that was taken although people differ: its
status is open. ``tagged_otherwise_by`` lists those who gave the place a tag that the rule did not take.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from compare_tui.annotation.anchor import at_place
from compare_tui.annotation.corrections import LinkCorrection, corrections_value, read_corrections
from compare_tui.annotation.model import Annotation, Value
from compare_tui.annotation.notebook_file import sort_key
from compare_tui.annotation.settling import DISPUTED
from compare_tui.annotation.three_way_values import depth
from compare_tui.review.panel import Panel, PanelAnnotation
from compare_tui.review.verdicts import is_outdated

Rule = Literal["accepted", "unanimous", "majority", "all"]
"""What is taken: what reviewers accepted; what all annotators, or more than half of them, tagged alike;
or everything that nobody withdrew. Kept and flagged beside that: for ``accepted`` what reviewers differ on,
for ``unanimous`` and ``majority`` places with several tags of which the rule takes none."""

RULES: tuple[Rule, ...] = get_args(Rule)

MADE_BY = "made_by"
"""The key of an annotation that lists who made it."""

_DEEPEST = 8
_COMPARED = ("relation", "severity", "confidence", "status", "note")


@dataclass(frozen=True, slots=True)
class Adjudicated:
    """What a rule makes of a panel.

    Attributes:
        annotations: In the order of their file.
        links: What to write under ``links``: corrections of the alignment on which nobody differs.
        taken: Number of annotations that the rule takes.
        disputed: Number of annotations that are kept because people differ.
        left_out: Number of the panel's annotations that are in none of these.
        contradictory_links: Number of places that one links and another takes the link of.
    """

    annotations: tuple[Annotation, ...]
    links: tuple[Value, ...]
    taken: int
    disputed: int
    left_out: int
    contradictory_links: int

    def __str__(self) -> str:
        disputed = f", {self.disputed} disputed" if self.disputed else ""
        left_out = f"; {self.left_out} left out" if self.left_out else ""
        links = (
            f"; {self.contradictory_links} contradictory links left out" if self.contradictory_links else ""
        )
        noun = "annotation" if self.taken == 1 else "annotations"
        return f"{self.taken} {noun} taken{disputed}{left_out}{links}"


@dataclass(frozen=True, slots=True)
class _Choice:
    """Annotations of one place and tag that become one."""

    members: tuple[PanelAnnotation, ...]
    reason: str | None
    otherwise: tuple[PanelAnnotation, ...] = ()


def adjudicate(panel: Panel, rule: Rule) -> Adjudicated:
    """Make one set of annotations out of those of a panel.

    Args:
        panel: The notebooks.
        rule: What is taken.
    """
    choices = [choice for group in panel.groups() for choice in _chosen(group, rule, len(panel.annotators))]
    used: set[str] = set()
    annotations = [
        _united(choice, used) for choice in sorted(choices, key=lambda one: _first(one.members)[0])
    ]
    disputed = sum(choice.reason is not None for choice in choices)
    links, contradictory = _links(panel)
    return Adjudicated(
        annotations=tuple(sorted(annotations, key=sort_key)),
        links=tuple(links),
        taken=len(choices) - disputed,
        disputed=disputed,
        left_out=len(panel.annotations) - sum(len(choice.members) for choice in choices),
        contradictory_links=contradictory,
    )


def _chosen(group: Sequence[PanelAnnotation], rule: Rule, annotators: int) -> list[_Choice]:
    """Choose from the annotations of one place."""
    if rule == "accepted":
        kept = [one for one in group if one.state in ("accepted", "disputed")]
        return [_Choice(members, reviewers_differ(members)) for members in _by_tag(kept)]
    if rule == "all":
        by_tag = _by_tag(group)
        return [_Choice(members, tags_differ(group) or reviewers_differ(members)) for members in by_tag]
    kept = [one for one in group if one.state != "rejected"]
    for members in _by_tag(kept):
        if len(members) == annotators or (rule == "majority" and 2 * len(members) > annotators):
            others = tuple(one for one in group if one not in members)
            return [_Choice(members, reviewers_differ(members), others)]
    reason = tags_differ(kept)
    return [_Choice(members, reason) for members in _by_tag(kept)] if reason else []


def _by_tag(group: Iterable[PanelAnnotation]) -> list[tuple[PanelAnnotation, ...]]:
    by_tag: defaultdict[str, list[PanelAnnotation]] = defaultdict(list)
    for one in group:
        by_tag[one.annotation.tag].append(one)
    return [tuple(members) for _, members in sorted(by_tag.items())]


def tags_differ(group: Sequence[PanelAnnotation]) -> str | None:
    """Return who gave one place which tag, as a sentence; None where all gave the same."""
    if len({one.annotation.tag for one in group}) < 2:
        return None
    return "tags differ: " + ", ".join(f"{one.author.id} {one.annotation.tag}" for one in group)


def reviewers_differ(members: Sequence[PanelAnnotation]) -> str | None:
    """Return who decided what, as a sentence; None where no verdicts contradict each other."""
    if all(one.state != "disputed" for one in members):
        return None
    said = {
        f"{reviewer} {verdict.decision}": None
        for one in members
        for reviewer, verdict in one.verdicts.items()
        if not is_outdated(verdict, one.annotation)
    }
    return "reviewers differ: " + ", ".join(said)


def _first(members: Sequence[PanelAnnotation]) -> tuple[tuple[str, str, str], PanelAnnotation]:
    """Return the annotation that was made first, behind what tells so."""
    return min(
        (((one.annotation.created, one.annotation.id, one.author.id), one) for one in members),
        key=lambda pair: pair[0],
    )


def _united(choice: _Choice, used: set[str]) -> Annotation:
    _, first = _first(choice.members)
    annotation = first.annotation
    id_ = annotation.id
    if id_ in used:
        id_ = f"{id_}-{first.author.id}"
    while id_ in used:
        id_ += "-2"
    used.add(id_)
    a, b = first.places
    extra: dict[str, Value] = dict(annotation.extra)
    extra[MADE_BY] = [_maker(one, annotation) for one in choice.members]
    if choice.otherwise:
        extra["tagged_otherwise_by"] = [_maker(one, annotation) for one in choice.otherwise]
    verdicts = [verdict for one in choice.members for verdict in _verdicts(one)]
    if verdicts:
        extra["verdicts"] = verdicts
    if choice.reason:
        extra[DISPUTED] = choice.reason
    return replace(
        annotation,
        id=id_,
        status="open" if choice.reason else annotation.status,
        a=at_place(annotation.a, a),
        b=at_place(annotation.b, b),
        extra=extra,
    )


def _maker(one: PanelAnnotation, united: Annotation) -> Value:
    """Return who made an annotation, and what it says differently from the united one."""
    own = one.annotation
    maker: dict[str, Value] = {"author": one.author.id, "id": own.id, "file": one.notebook.file.file_id}
    if (before := own.extra.get(MADE_BY)) is not None:
        maker[MADE_BY] = before if depth(before) < _DEEPEST else json.dumps(before, ensure_ascii=False)
    if own.tag != united.tag:
        maker["tag"] = own.tag
    maker |= {name: getattr(own, name) for name in _COMPARED if getattr(own, name) != getattr(united, name)}
    for name, end, other in (("a", own.a, united.a), ("b", own.b, united.b)):
        words = None if end is None else end.exact
        if words != (None if other is None else other.exact):
            maker[name] = words
    return maker


def _verdicts(one: PanelAnnotation) -> list[Value]:
    told: list[Value] = []
    for reviewer, verdict in one.verdicts.items():
        entry: dict[str, Value] = {"author": reviewer, "of": one.annotation.id, "decision": verdict.decision}
        if verdict.comment:
            entry["comment"] = verdict.comment
        if is_outdated(verdict, one.annotation):
            entry["outdated"] = True
        told.append({**entry, "created": verdict.created})
    return told


def _links(panel: Panel) -> tuple[list[Value], int]:
    """Return the corrections of the alignment that nobody contradicts, each once, and how many others are."""
    by_words: defaultdict[tuple[str, str], list[tuple[str, LinkCorrection]]] = defaultdict(list)
    for notebook in panel.notebooks:
        for one in read_corrections(notebook.file.sections.get("links"))[0]:
            by_words[one.a.exact, one.b.exact].append((notebook.author.id, one))
    kept: list[LinkCorrection] = []
    ids = Counter[str]()
    contradictory = 0
    for made in by_words.values():
        if len({one.kind for _, one in made}) > 1:
            contradictory += 1
            continue
        author, first = min(made, key=lambda pair: (pair[1].created, pair[1].id, pair[0]))
        makers: list[Value] = [{"author": who, "id": one.id} for who, one in made]
        ids[first.id] += 1
        id_ = first.id if ids[first.id] == 1 else f"{first.id}-{author}"
        kept.append(replace(first, id=id_, extra={**first.extra, MADE_BY: makers}))
    return corrections_value(kept, ()), contradictory

"""All that is known of one annotation in a review: its fields, the talk, and every annotator's version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from compare_tui.annotation.model import Annotation
from compare_tui.review.panel import Panel, PanelAnnotation
from compare_tui.review.verdicts import changes_since, is_outdated, thread_rows
from compare_tui.tui.company import Letters
from compare_tui.tui.pane_rows import wrapped_lines
from compare_tui.tui.parts import Part, parts_width
from compare_tui.tui.plain import safe
from compare_tui.tui.signs import in_quotes, signs

_FIELDS = ("tag", "relation", "severity", "confidence", "status")


def detail_rows(
    one: PanelAnnotation,
    same_place: Sequence[PanelAnnotation] | None,
    panel: Panel,
    letters: Letters,
    tags: Sequence[str],
    width: int,
) -> list[list[Part]]:
    """Return the rows about an annotation.

    Args:
        one: The annotation.
        same_place: What others made of its place; None where that is not known yet.
        panel: The notebooks.
        letters: The letters of the people.
        tags: Names of tags that it may have had.
        width: Cells of a row.
    """
    rows = list(_version(one, letters, width, None))
    rows += _talk(one, letters, tags, width)
    if same_place is None:
        return [*rows, [], [("what others made of this place is being looked for", "muted")]]
    others = [*_others(one, same_place, panel, letters, width)]
    return [*rows, [], [("The same place, by others", "accent")], *others] if others else rows


def _version(
    one: PanelAnnotation, letters: Letters, width: int, beside: Annotation | None
) -> Iterator[list[Part]]:
    """Yield who says what: fields that differ from those of another annotation stand out."""
    annotation = one.annotation
    fields: list[Part] = []
    for name in _FIELDS:
        value = str(getattr(annotation, name))
        differs = beside is not None and value != str(getattr(beside, name))
        role = "warning" if differs else "annotation" if name == "tag" else "muted"
        fields += [(f" {signs().dot} ", "muted")] if fields else []
        fields.append((safe(value), role))
    head: list[Part] = [
        (f"{letters.letter(one.author.id)} ", letters.role(one.author.id)),
        (safe(one.author.name), "strong"),
    ]
    if one.state != "unreviewed":
        head.append((f"  {one.state}", "warning" if one.state == "disputed" else "muted"))
    if parts_width([*head, *fields]) + 2 <= width:
        yield [*head, ("  ", "text"), *fields]
    else:
        yield from (head, [("  ", "text"), *fields])
    if one.is_orphan:
        yield [("  its words are gone from the article", "error")]
    ends = (("A", annotation.a), ("B", annotation.b))
    words = [f"{side} {in_quotes(safe(end.exact))}" for side, end in ends if end is not None]
    together = f" {signs().linked} ".join(words)
    for text in [together] if cell_len(together) + 2 <= width else words:
        yield from _wrapped(text, width, "text", 2)
    if annotation.note:
        yield from _wrapped(safe(annotation.note), width, "muted" if beside is not None else "text", 2)


def _talk(one: PanelAnnotation, letters: Letters, tags: Sequence[str], width: int) -> Iterator[list[Part]]:
    """Yield what was said about an annotation, and what has changed since."""
    rows = thread_rows(one.reviews)
    if rows:
        yield []
        yield [("Said about it", "accent")]
    for row in rows:
        review, author = row.signed.review, row.signed.author
        indent = 2 + 2 * min(row.depth, 6)
        taken = " (taken back)" if review.taken_back else ""
        head = f"{safe(author.name)} {review.decision or 'says'}{taken}"
        said = f"{head}: {safe(review.comment)}" if review.comment else head
        first, *more = wrapped_lines(said, width - indent)
        cut = min(len(head), len(first))
        yield [
            (" " * (indent - 2), "text"),
            (f"{letters.letter(author.id)} ", letters.role(author.id)),
            (first[:cut], "strong"),
            (first[cut:], "text"),
        ]
        yield from ([(" " * indent + line, "text")] for line in more)
        yield [(f"{' ' * indent}{review.created[:10]} {review.created[11:16]}", "muted")]
        if review.of_rev is not None and is_outdated(review, one.annotation):
            changed = changes_since(one.annotation, review.of_rev, tags)
            told = [
                safe(change.field)
                if change.old is None
                else f"{change.field} was {safe(change.old) or 'empty'}"
                for change in changed
            ]
            yield from _wrapped(f"outdated: {', '.join(told)}", width, "warning", indent)


def _others(
    one: PanelAnnotation,
    same_place: Sequence[PanelAnnotation],
    panel: Panel,
    letters: Letters,
    width: int,
) -> Iterator[list[Part]]:
    """Yield the version of every other annotator, and who has none."""
    by_person = {other.author.id: other for other in same_place}
    without: list[Part] = []
    for notebook in panel.notebooks:
        person = notebook.author.id
        if person == one.author.id or person not in panel.annotators:
            continue
        if person in by_person:
            yield from _version(by_person[person], letters, width, one.annotation)
        else:
            without.append((letters.letter(person) + " ", letters.role(person)))
    if without:
        yield [*without, (f"{signs().absent} nothing here", "muted")]


def _wrapped(text: str, width: int, role: str, indent: int) -> Iterator[list[Part]]:
    for line in wrapped_lines(text, width - indent):
        yield [(" " * indent + line, role)]

"""Agreement as tables of at most 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from compare_tui.article.wording import counted
from compare_tui.report.linear import flat
from compare_tui.report.widths import columns
from compare_tui.review.agreement import Agreement, Score, Scores, agreement_of
from compare_tui.review.alpha import Figure
from compare_tui.review.knowing import knowing
from compare_tui.review.panel import Panel

WIDTH = 80
UNDEFINED = "–"

_NAME, _LABEL, _FIGURE = 14, 31, 10
_KINDS = ("exact", "exact_tag", "overlap", "overlap_tag")
_HEADINGS = ("exact", "+ tag", "overlap", "+ tag")


def agreement_lines(panel: Panel) -> list[str]:
    """Measure how far people in a panel agree, and tell it in lines."""
    found = agreement_of(panel)
    if found is None:
        return ["Undefined: fewer than two people have annotated."]
    return agreement_report(panel, found).splitlines()


def agreement_report(panel: Panel, agreement: Agreement) -> str:
    """Tell how far people agree: on places, on tags, and which tags they take for each other.

    Returns:
        Lines of at most ``WIDTH`` columns that end with a line feed.
    """
    lines = [
        *_head(panel, agreement),
        "",
        *_places(agreement),
        "",
        *_tags(agreement),
        "",
        *_alpha(agreement),
        *_confusion(agreement),
        "",
        f"Review: {panel.progress()}.",
    ]
    return "".join(line.rstrip() + "\n" for line in lines)


def _head(panel: Panel, agreement: Agreement) -> Iterator[str]:
    first = panel.notebooks[0].file
    for side, article, record in (("A", panel.a, first.a), ("B", panel.b, first.b)):
        yield _cut(f"Article {side}: {flat(article.title if article else record.title)}", WIDTH)
    yield ""
    orphans = [one.author.id for one in panel.annotations if one.is_orphan]
    known = knowing(panel)
    for id_, count in agreement.counts.items():
        lost = orphans.count(id_)
        said = f", {lost} of them on words that are gone" if lost else ""
        said += f", {known[id_]} made knowing marks of others" if known[id_] else ""
        yield f"{_cell(id_, _LABEL)}{counted(count, 'annotation')}{said}"


def _places(agreement: Agreement) -> Iterator[str]:
    yield _row("SAME PLACE (F1)", _HEADINGS)
    if len(agreement.pairs) != 1:
        yield _row("all pairs", _values(agreement.scores))
    for pair in agreement.pairs:
        yield _row(f"{_cut(pair.one, _NAME)} – {_cut(pair.other, _NAME)}", _values(pair.scores))
    yield from _wrapped(
        "exact: the same words on both sides. overlap: half of the characters or more. "
        "+ tag: and the same tag."
    )
    yield from _undefined(getattr(pair.scores, kind).f1 for pair in agreement.pairs for kind in _KINDS)


def _tags(agreement: Agreement) -> Iterator[str]:
    yield _row("TAG (overlap, same tag)", ("F1", "matched", "of"))
    for tag, score in agreement.by_tag.items():
        # A match takes an annotation of each of two people.
        yield _row(tag, (_shown(score.f1), str(2 * score.both), str(score.total)))


def _alpha(agreement: Agreement) -> Iterator[str]:
    figure = agreement.alpha
    if figure.value is None:
        yield "Krippendorff's alpha of the tags: undefined"
        yield from _wrapped(f"{figure.reason}.")
        return
    yield f"Krippendorff's alpha of the tags: {figure.value:.3f}"
    places = counted(agreement.shared_units, "place")
    yield from _wrapped(
        f"over {places} that two people or more marked, of {len(agreement.units)}. "
        "Places that only one marked do not count here; the F1 above counts them."
    )


def _confusion(agreement: Agreement) -> Iterator[str]:
    mixed = {tags: count for tags, count in agreement.confusion.items() if tags[0] != tags[1]}
    same = sum(agreement.confusion.values()) - sum(mixed.values())
    if not agreement.confusion:
        return
    yield ""
    yield _row("TAGS ON MATCHED PLACES", ("times",))
    yield _row("the same tag", (str(same),))
    for (one, other), count in mixed.items():
        yield _row(f"{_cut(one, _NAME)} – {_cut(other, _NAME)}", (str(count),))


def _values(scores: Scores) -> list[str]:
    return [_shown(_score(scores, kind).f1) for kind in _KINDS]


def _score(scores: Scores, kind: str) -> Score:
    score: Score = getattr(scores, kind)
    return score


def _shown(figure: Figure) -> str:
    return UNDEFINED if figure.value is None else f"{figure.value:.3f}"


def _undefined(figures: Iterable[Figure]) -> Iterator[str]:
    reasons = dict.fromkeys(figure.reason for figure in figures if figure.reason)
    if reasons:
        yield from _wrapped(f"{UNDEFINED} is undefined: {', '.join(map(str, reasons))}.")


def _row(label: str, figures: Sequence[str]) -> str:
    return _cell(label, _LABEL) + "".join(figure.rjust(_FIGURE) for figure in figures)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH - 2, initial_indent="  ", subsequent_indent="  ")


def _cell(text: str, width: int) -> str:
    cut = _cut(text, width - 1)
    return cut + " " * (width - columns(cut))


def _cut(text: str, width: int) -> str:
    """Return text of at most so many columns, with an ellipsis where it is cut."""
    if columns(text) <= width:
        return text
    while columns(text) > width - 1:
        text = text[:-1]
    return f"{text}…"

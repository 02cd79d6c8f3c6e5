"""What is known of a source beside its text: facts, what was said about reading it, what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from compare_tui.article.hidden import hidden_name, hidden_places
from compare_tui.article.model import Article, origin_facts
from compare_tui.article.wording import counted


def source_facts(article: Article) -> dict[str, str]:
    """Return what a source says about itself, and how it was read; without what is not known."""
    facts = {
        "source": article.source,
        "title": article.title,
        **origin_facts(article),
        "date": article.date.isoformat() if article.date else "",
        "date_from": article.origin.date_from,
        "reader": article.reader,
    }
    return {key: value for key, value in facts.items() if value}


def hidden_list(article: Article) -> list[str]:
    """Return the hidden characters of an article, a line for each kind and passage, by number of passage."""
    lines = []
    for place in hidden_places(article) if article.passages else ():
        count = len(place.offsets)
        times = f", {count} times" if count > 1 else ""
        number = article.passages[place.passage].number
        lines.append(f"{number}: {hidden_name(place.codepoint)}{times}")
    return lines


def left_out_lines(name: str, article: Article) -> Iterator[str]:
    """Yield what is to be told of a source: a head, and below it, indented by two and by four, the rest.

    Args:
        name: "A" or "B".
        article: What was read of the source.
    """
    origin = article.origin
    yield f"{name}: {article.source}"
    for key, value in source_facts(article).items():
        if key != "source":
            yield f"    {key.replace('_', ' ')}: {value}"
    for title, lines in (
        ("said when it was read", origin.notices),
        ("hidden characters", hidden_list(article)),
    ):
        if lines:
            yield f"  {title} ({len(lines)})"
            yield from (f"    {line}" for line in lines)
    if not origin.dropped:
        yield "  left out: nothing that is known of"
        return
    yield f"  left out: {counted(len(origin.dropped), 'line')}"
    yield from (f"    {line}" for line in origin.dropped)

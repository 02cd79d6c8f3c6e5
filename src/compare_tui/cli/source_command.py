"""``compare-tui source SOURCE``: what is read of one source, and what of it is left out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from compare_tui.article import Article
from compare_tui.cli.arguments import A_SOURCE, add_reading, parse, parser, tell_notices
from compare_tui.sources import read_article
from compare_tui.sources.snapshots import Snapshots
from compare_tui.sources.telling import hidden_list, source_facts


def run(words: Sequence[str]) -> int:
    """Print the facts, the text and what was left out."""
    options = parser("source", "Print what is read of one source, and what of it is left out.")
    options.add_argument("source", metavar="SOURCE", help=A_SOURCE.replace("the first", "an"))
    add_reading(options)
    options.add_argument("--format", choices=["text", "json"], default="text", help="default: text")
    arguments = parse(options, words)
    article = read_article(
        arguments.source,
        encoding=arguments.encoding,
        allow_private=arguments.allow_private,
        proxy=arguments.proxy,
        snapshots=Snapshots(Path(), refresh=arguments.refresh),
    )
    tell_notices(article)
    if arguments.format == "json":
        data = {
            **source_facts(article),
            "text": article.text,
            "hidden": hidden_list(article),
            "left_out": list(article.origin.dropped),
        }
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(article))
    return 0


def _lines(article: Article) -> Iterator[str]:
    for key, value in source_facts(article).items():
        yield f"{key.replace('_', ' ')}: {value}"
    yield ""
    for passage in article.passages:
        yield f"{passage.number:>4}  {'' if passage.role == 'body' else passage.role + ': '}{passage.text}"
    yield ""
    if hidden := hidden_list(article):
        yield "hidden characters, by passage:"
        yield from (f"  {line}" for line in hidden)
        yield ""
    if not article.origin.dropped:
        yield "left out: nothing that is known of"
        return
    yield f"left out ({len(article.origin.dropped)}):"
    for line in article.origin.dropped:
        yield f"  {line}"

from __future__ import annotations

import marshal
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from compare_tui.article import Article, Origin, read_article, read_text
from compare_tui.article.packing import pack, unpack

SEEDS = Path(__file__).parents[2] / "seeds"


def sent(article: Article) -> Article:
    return unpack(marshal.loads(marshal.dumps(pack(article))))


@pytest.mark.parametrize(
    "path", sorted(SEEDS.glob("*/*.txt")), ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_an_article_comes_out_as_it_went_in(path: Path) -> None:
    article = read_article(path)
    assert sent(article) == article


def test_hidden_characters_a_date_and_an_origin_come_along() -> None:
    article = read_text("It\u200b sank \u202eyesterday.", date=date(2026, 3, 5), title="Ferry sinks")
    article = replace(
        article, origin=Origin(author="Mara Lind", dropped=("a menu",), notices=("Two pages.",))
    )
    assert article.hidden
    assert sent(article) == article

"""Annotations stand where they stood, however the same article is written down."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.annotation import Author, Notebook, make_anchor
from compare_tui.article import Article, read_article, read_text

MARA = Author("mara", "Mara Ilves")
OTHER = read_text("Another article.", title="B")
PIECES = [
    *(
        "👩\u200d👩\u200d👧\u200d👦",
        "👨🏽\u200d🚀",
        "❤\ufe0f\u200d🔥",
        "1\ufe0f\u20e3",
        "👍🏽",
        "😀",
        "🏴\U000e0067\U000e007f",
    ),
    *(
        "🇨🇭",
        "🇫🇷🇩🇪",
        "🇨",
        "e\u0301tude",
        "a\u0301\u0308\u0323",
        "\u0301",
        "Å",
        "A\u030a",
        "ﬁ",
        "Z\u0335\u0321algo",
    ),
    *("שלום", "עולם", "السلام", "نمی\u200cخواهم", "\u202eabc\u202c", "\u2067x\u2069", "\u200f", "\u061c"),
    *("क्\u200dष", "ประเทศไทย", "東京で会議", "。", "「引用」", "한국어", "𠀋", "\U0001d54f", "ß", "İ"),
    *(
        "word",
        "Monday",
        " ",
        "  ",
        "\xa0",
        "\u3000",
        ". ",
        "! ",
        "\t",
        "\xad",
        "\u200b",
        "\n",
        "\n\n",
        "\u2028",
        "\x0b",
    ),
]
VARIANTS: dict[str, Callable[[str], bytes]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "BOM": lambda text: text.encode("utf-8-sig"),
    "BOM and CRLF": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 and CRLF": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
    "UTF-32": lambda text: text.encode("utf-32"),
}

texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def written(folder: Path, name: str, data: bytes) -> Article:
    path = folder / name / "article.txt"
    path.parent.mkdir()
    path.write_bytes(data)
    return read_article(path)


@settings(deadline=None, max_examples=60)
@given(texts, st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=8))
def test_no_annotation_moves_between_the_variants_of_an_article(
    text: str, shares: list[tuple[float, float]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = f"It began on Monday. {text} And so on."
        plain = written(folder, "plain", text.encode())
        path = folder / "n.notes.yaml"
        book = Notebook.open(path, plain, OTHER, MARA)
        for share in shares:
            start, end = sorted(round(one * len(plain.text)) for one in share)
            if plain.text[start:end].strip():
                anchor = make_anchor(plain, start, end)
                book.add(tag="who", relation="one-sided", severity="minor", a=anchor, b=None)
                assert plain.text[anchor.start : anchor.end] == anchor.exact
        places = [book.place(one) for one in book.annotations]
        assert None not in [a for a, _ in places]
        saved = book.save() and path.read_bytes()
        for variant, encode in VARIANTS.items():
            other = written(folder, variant, encode(text))
            assert other.text == plain.text, variant
            again = Notebook.open(path, other, OTHER, MARA)
            assert again.changed_articles == ()
            assert again.annotations == book.annotations
            assert [again.place(one) for one in again.annotations] == places
            assert not again.save()
            assert not saved or path.read_bytes() == saved


@pytest.mark.parametrize("encode", VARIANTS.values(), ids=VARIANTS.keys())
def test_every_word_of_every_script_stays_in_every_variant(
    encode: Callable[[str], bytes], tmp_path: Path
) -> None:
    text = "First line.\n\n" + "\n".join(f"Here {piece} there." for piece in PIECES if piece.strip())
    plain, other = written(tmp_path, "plain", text.encode()), written(tmp_path, "variant", encode(text))
    for passage in plain.passages:
        anchor = make_anchor(plain, passage.start, passage.end)
        assert other.text[anchor.start : anchor.end] == anchor.exact
        assert plain.passages == other.passages

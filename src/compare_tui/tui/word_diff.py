"""Which words of two linked passages are the same, and which stand in one of them only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare_tui.tui.pane_rows import words_of

MOST_WORDS = 400
"""Words of a passage up to which words are compared: beyond, nobody follows them with the eye."""

_SHORT, _FEW = 3, 2
"""Letters and words: so few, so short ones between words that differ are the same by chance ("in the")."""

_PUNCTUATION = "\"'“”„‟«»‹›‘’‚()[]{}<>.,;:!?…–—-«»、。，！？；：「」『』（）،؛؟۔"

Word = tuple[int, int]
"""Start and end of a word in its text, in code points; a character where a script has no blanks."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that both passages have, or words that one has where the other has others or none.

    Attributes:
        same: Whether both have the words.
        a: Its words in the first text, as indices: the first, and the one behind the last.
        b: Likewise in the second.
    """

    same: bool
    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class WordDiff:
    """Two texts, word by word.

    Attributes:
        a: The words of the first text.
        b: The words of the second.
        stretches: What they share and where they differ, in the order of both.
        lone_a: Indices of the words of the first text that the second has nowhere.
        lone_b: Likewise of the second.
    """

    a: tuple[Word, ...]
    b: tuple[Word, ...]
    stretches: tuple[Stretch, ...]
    lone_a: frozenset[int]
    lone_b: frozenset[int]


@lru_cache(maxsize=64)
def word_diff(a: str, b: str) -> WordDiff | None:
    """Compare two texts word by word; case and punctuation do not count.

    Args:
        a: The first text.
        b: The second text.

    Returns:
        Their words and how these differ; None where they share none or are too long.
    """
    words = words_of(a), words_of(b)
    if max(map(len, words)) > MOST_WORDS:
        return None
    keys = [[_key(text[start:end]) for start, end in ends] for text, ends in zip((a, b), words, strict=True)]
    stretches: list[Stretch] = []
    at = [0, 0]
    for first, second, size in _blocks(*keys):
        if first > at[0] or second > at[1]:
            stretches.append(Stretch(False, (at[0], first), (at[1], second)))
        if size:
            stretches.append(Stretch(True, (first, first + size), (second, second + size)))
        at = [first + size, second + size]
    if not any(one.same for one in stretches):
        return None
    return WordDiff(
        tuple(words[0]), tuple(words[1]), tuple(stretches), _lone(keys[0], keys[1]), _lone(keys[1], keys[0])
    )


def core_of(text: str, word: Word) -> Word:
    """Return start and end of a word without the punctuation around it; those of a mark by itself."""
    start, end = word
    core = text[start:end].strip(_PUNCTUATION)
    begin = text.index(core, start) if core else start
    return (begin, begin + len(core)) if core else word


def _key(word: str) -> str:
    return word.strip(_PUNCTUATION).replace("’", "'").casefold() or word


def _lone(here: Sequence[str], there: Sequence[str]) -> frozenset[int]:
    known = set(there)
    return frozenset(
        index for index, key in enumerate(here) if key not in known and any(map(str.isalnum, key))
    )


def _blocks(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return the runs of words that both have, without those by chance; an empty one ends them."""
    from difflib import SequenceMatcher

    kept: list[tuple[int, int, int]] = []
    behind = (0, 0)
    found = [tuple(block) for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()]
    for index, (first, second, size) in enumerate(found[:-1]):
        following = found[index + 1]
        apart = (first, second) != behind and following[:2] != (first + size, second + size)
        if not (apart and size <= _FEW and all(_is_short(word) for word in a[first : first + size])):
            kept.append((first, second, size))
            behind = (first + size, second + size)
    return [*kept, (len(a), len(b), 0)]


def _is_short(word: str) -> bool:
    return len(word) <= _SHORT and word.isascii() and word.isalpha()

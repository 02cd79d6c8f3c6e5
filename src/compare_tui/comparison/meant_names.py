"""Names that a passage means without writing them: behind a pronoun, and in full where others abbreviate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from compare_tui.comparison.words import Terms, term

PRONOUN_WEIGHT = 0.4
"""Worth of a name for which a sentence begins with "he" or "she"; from 0.4 to 0.7 F1 stays within 0.002, and
at 1 it falls."""

MOST_ABBREVIATIONS = 200
"""How many abbreviations are looked up, in the order of their letters; more stand in hardly any article."""

_PRONOUN = re.compile(r"[“\"‘']?(?:(?:But|And|Later|Yet) )?([Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]{2,6}|(?:[A-Z]\.){2,6})(?![\w.]*\w)")
_BETWEEN = r"(?:\s+(?:of|for|and|the|on|in))*\s+"

Names = dict[str, int]
"""For the stem of each word of a name in a passage the number of the name that it is part of."""


def with_meant_names(
    texts: Sequence[Sequence[str]], terms: Sequence[list[Terms]], names: Sequence[list[Names]]
) -> tuple[tuple[list[Terms], ...], tuple[list[Names], ...]]:
    """Add to the words of English passages the names that they mean.

    A sentence that begins with "he" or "she" means the first name of the last sentence before it that has
    one; a name in full means its abbreviation too, where either article has it.

    Args:
        texts: The passages of both articles.
        terms: Their words.
        names: Which of these are names.

    Returns:
        Words and names of both articles, those that are meant included.
    """
    abbreviations = find_abbreviations(texts)
    found = [_of_article(*article, abbreviations) for article in zip(texts, terms, names, strict=True)]
    return tuple(words for words, _ in found), tuple(own for _, own in found)


def is_meant(surface: str) -> bool:
    """Tell whether the surface of a word is that of a name which is only meant: "Hall (she)"."""
    return surface.endswith(")")


def find_abbreviations(texts: Sequence[Sequence[str]]) -> list[tuple[str, re.Pattern[str]]]:
    """Find the abbreviations in two articles.

    Args:
        texts: The passages of both articles.

    Returns:
        Each abbreviation without full stops, and what finds the names that it can stand for: words whose
        first letters it is made of, small words between them left out.
    """
    letters = {
        found.replace(".", "")
        for side in texts
        for text in side
        if not text[1:].islower() and not text.isupper()
        for found in _ABBREVIATION.findall(text)
    }
    return [
        (short, re.compile(r"\b" + _BETWEEN.join(rf"{letter}[\w’'-]*[a-z]" for letter in short) + r"\b"))
        for short in sorted(letters)[:MOST_ABBREVIATIONS]
    ]


def _of_article(
    texts: Sequence[str],
    terms: list[Terms],
    names: list[Names],
    abbreviations: Sequence[tuple[str, re.Pattern[str]]],
) -> tuple[list[Terms], list[Names]]:
    all_terms, all_names = [], []
    named: Mapping[str, str] = {}
    for text, own_terms, own_names in zip(texts, terms, names, strict=True):
        added: list[tuple[str, float, str, int]] = []
        pronoun = _PRONOUN.match(text)
        if pronoun is None and own_names:
            first = min(own_names.values())
            named = {
                stem: surface
                for stem, surface in zip(own_terms.stems, own_terms.surfaces, strict=True)
                if own_names.get(stem) == first
            }
        elif pronoun is not None:
            said = pronoun.group(1).lower()
            added += ((stem, PRONOUN_WEIGHT, f"{surface} ({said})", -1) for stem, surface in named.items())
        added += _in_short(text, own_names, abbreviations)
        all_terms.append(_extended(own_terms, added))
        all_names.append(own_names | {stem: number for stem, _, _, number in added} if added else own_names)
    return all_terms, all_names


def _in_short(
    text: str, names: Names, abbreviations: Iterable[tuple[str, re.Pattern[str]]]
) -> Iterator[tuple[str, float, str, int]]:
    initials = "".join(word[0] for word in text.split() if word[0].isupper()) if abbreviations else ""
    for short, pattern in abbreviations:
        # Behind the first word each follows on the last among those with a capital; few texts need a search.
        full = pattern.search(text) if short[0] in text and short[1:] in initials else None
        if full is not None:
            words = (term(word.casefold()) for word in full.group().split())
            number = next((names[word] for word in words if word in names), -2)
            yield term(short.casefold()), 1.0, f"{short} ({' '.join(full.group().split())})", number


def _extended(terms: Terms, added: Sequence[tuple[str, float, str, int]]) -> Terms:
    if not added:
        return terms
    known = set(terms.stems)
    new = [(stem, worth, surface) for stem, worth, surface, _ in added if stem and stem not in known]
    if not new:
        return terms
    stems, worths, surfaces = zip(*new, strict=True)
    return Terms(terms.stems + stems, terms.counts + worths, terms.surfaces + surfaces)

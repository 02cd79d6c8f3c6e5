"""Finding the words of an anchor again where they have changed: a proposal, never a decision."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice

from compare_tui.annotation.anchor import occurrences
from compare_tui.annotation.model import Anchor
from compare_tui.annotation.quote_words import END_OF_WORD, START_OF_WORD, Words, forms_of, letters_of
from compare_tui.article.model import Article

QUOTE_WEIGHT, PREFIX_WEIGHT, SUFFIX_WEIGHT, POSITION_WEIGHT = 50, 20, 20, 2
"""What quote, context and position count, as in Hypothesis's client (``match-quote.js``)."""

_ALL_WEIGHTS = QUOTE_WEIGHT + PREFIX_WEIGHT + SUFFIX_WEIGHT + POSITION_WEIGHT

LEAST_SCORE = 0.6
"""Least score, 0 to 1, at which a place is proposed, unless its quote is nearly whole.

Half of the words and the whole context reach 0.73; the whole context without any of the words 0.46.
"""

NEARLY_WHOLE = 0.9
"""Share of a quote that is enough, whatever stands around it."""

LEAST_LEAD = 0.05
"""How far the best place must be ahead of the next: of two that are equally good neither is proposed."""

MOST_WORDS = 1000
"""Longest quote, in words, that is looked for; the time grows with the square."""

_MOST_PLACES = 32
"""Places of one word that may vote; words with more are used only where there are no rarer ones."""

_VOTERS = 8
_ALIKE = 0.75
"""Share of words that stand where they should from which no other order of them is looked for."""

_CANDIDATES = 3
_TELLING = 8
"""Fewest letters of the context on each side between which all words may have been replaced."""

_START_MARKS, _END_MARKS = re.compile(r"[\W_]*"), re.compile(r"[\W_]*$")
_QUOTES = "\"'‘’‚‛“”„‟«»‹›「」『』"


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is looked for.

    Attributes:
        exact: The quote, with the whole of a word that it began or ended inside.
        start: Where it stood.
        forms: The words of prefix, quote and suffix.
        before: Number of words of the prefix.
        count: Number of words of the quote.
        left: The letters of the prefix, backwards.
        right: The letters of the suffix.
    """

    exact: str
    start: int
    forms: list[str]
    before: int
    count: int
    left: str
    right: str

    @classmethod
    def of(cls, anchor: Anchor) -> _Sought:
        """Take the words of an anchor."""
        exact, prefix, suffix = anchor.exact, anchor.prefix, anchor.suffix
        if exact[:1].isalnum():
            kept = END_OF_WORD.sub("", prefix)
            exact, prefix = prefix[len(kept) :] + exact, kept
        if exact[-1:].isalnum():
            kept = START_OF_WORD.sub("", suffix)
            exact, suffix = exact + suffix[: len(suffix) - len(kept)], kept
        parts = [forms_of(text) for text in (prefix, exact, suffix)]
        return cls(
            exact,
            anchor.start,
            [form for part in parts for form in part],
            len(parts[0]),
            len(parts[1]),
            letters_of(prefix)[::-1],
            letters_of(suffix),
        )


class Relocator:
    """Looks for changed quotes in one article; its index of words is made once."""

    def __init__(self, article: Article) -> None:
        """Take an article.

        Args:
            article: Where to look.
        """
        self._text = article.text

    def find(self, anchor: Anchor) -> tuple[int, int] | None:
        """Return the one place that is like what an anchor stood on, in code points of ``article.text``.

        White space, quotation marks, case and the composition of characters do not count. A place is inside
        one paragraph, unless the quote was not.

        Args:
            anchor: Its words, what stood around them, and where that was.

        Returns:
            Start and end, or None where nothing is like it or two places are.
        """
        sought = _Sought.of(anchor)
        if not 0 < sought.count <= MOST_WORDS:
            return None
        found: dict[tuple[int, int], float] = {}
        for at in self._candidates(sought.forms):
            place = self._place(sought, at, max(found.values(), default=0.0) - LEAST_LEAD)
            if place is not None:
                found[place[0]] = max(place[1], found.get(place[0], 0.0))
        ranked = sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < LEAST_LEAD):
            return None
        return ranked[0][0]

    def occurrences(self, text: str, words: str) -> tuple[int, ...]:
        """Return the first two offsets at which words stand, to the letter; the index spares a search.

        Args:
            text: The text of the article.
            words: What is looked for.
        """
        forms = forms_of(words)
        # A word at the edge may be the part of a longer one.
        inner = range(1, len(forms) - 1)
        rarest = min(((self._index.get(forms[at], ()), at) for at in inner), key=_count_of, default=None)
        if rarest is None or len(rarest[0]) > _MOST_PLACES:
            return occurrences(text, words)
        places, at = rarest
        if not places:
            return ()
        before = Words.of(words).starts[at]
        offsets = (self._words.starts[place] - before for place in places)
        return tuple(islice((one for one in offsets if one >= 0 and text.startswith(words, one)), 2))

    @cached_property
    def _words(self) -> Words:
        return Words.of(self._text)

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for at, form in enumerate(self._words.forms):
            index[form].append(at)
        return index

    def _candidates(self, forms: Sequence[str]) -> list[int]:
        """Return where in the article the first of the words may stand: for what its rarest words vote."""
        index = self._index
        known = sorted((len(index[form]), at) for at, form in enumerate(forms) if form in index)
        voters = [entry for entry in known if entry[0] <= _MOST_PLACES][:_VOTERS] or known[:2]
        votes: dict[int, float] = defaultdict(float)
        for count, at in voters:
            for place in index[forms[at]][:_MOST_PLACES]:
                votes[place - at] += 1 / count
        drift = 2 + len(forms) // 4
        offsets = sorted(votes)
        totals = []
        first = last = 0
        total = 0.0
        for offset in offsets:
            while last < len(offsets) and offsets[last] <= offset + drift:
                total += votes[offsets[last]]
                last += 1
            while offsets[first] < offset - drift:
                total -= votes[offsets[first]]
                first += 1
            totals.append((-total, -votes[offset], offset))
        chosen: list[int] = []
        for _, _, offset in sorted(totals):
            if all(abs(offset - other) > drift for other in chosen):
                chosen.append(offset)
            if len(chosen) == _CANDIDATES:
                break
        return chosen

    def _place(self, sought: _Sought, at: int, least: float) -> tuple[tuple[int, int], float] | None:
        """Return the place around a candidate and its score, where that is good enough.

        Args:
            sought: What is looked for.
            at: Index of the word where the first of its words may stand.
            least: Score below which a place does not matter.
        """
        forms, before, count = sought.forms, sought.before, sought.count
        slack = 3 + len(forms) // 3
        first, behind = max(0, at - slack), max(0, at + len(forms) + slack)
        if not _is_hopeful(sought, self._words.forms[first:behind], least):
            return None
        window = self._words.part(first, behind)
        twins = _twins(forms, window.forms, at - first)
        if "\n" not in sought.exact and twins:
            window, twins = self._inside_paragraph(window, twins, range(before, before + count))
        edges = _edges(twins, before, count, len(forms), len(window.forms))
        if edges is None:
            return None
        first, last = edges
        start, end = self._with_marks(sought.exact, window.starts[first], window.ends[last])
        standing = [place for place in range(before, before + count) if first <= twins.get(place, -1) <= last]
        length = sum(map(len, forms[before : before + count]))
        there = sum(map(len, window.forms[first : last + 1]))
        quote = 2 * sum(len(forms[place]) for place in standing) / (length + there)
        left, right = self._context(sought, start, end)
        prefix, suffix = _share(sought.left, left), _share(sought.right, right)
        position = 1 - min(1.0, abs(start - sought.start) / max(len(self._text), 1))
        score = QUOTE_WEIGHT * quote + PREFIX_WEIGHT * prefix + SUFFIX_WEIGHT * suffix
        score = (score + POSITION_WEIGHT * position) / _ALL_WEIGHTS
        replaced = there <= 3 * length + _TELLING and _is_framed((sought.left, left), (sought.right, right))
        return ((start, end), score) if score >= LEAST_SCORE or quote >= NEARLY_WHOLE or replaced else None

    def _inside_paragraph(
        self, window: Words, twins: dict[int, int], quote: range
    ) -> tuple[Words, dict[int, int]]:
        """Keep the words of the paragraph in which most of the quote stands, else most of its context."""
        here = [twins[at] for at in sorted(twins) if at in quote] or [twins[at] for at in sorted(twins)]
        offset = window.starts[here[len(here) // 2]]
        low = self._text.rfind("\n", 0, offset) + 1
        end = self._text.find("\n", offset)
        high = len(self._text) if end < 0 else end
        first, behind = bisect_left(window.starts, low), bisect_right(window.ends, high)
        kept = {at: place - first for at, place in twins.items() if first <= place < behind}
        return window.part(first, behind), kept

    def _with_marks(self, exact: str, start: int, end: int) -> tuple[int, int]:
        """Take in the punctuation that the quote began and ended with, where it stands there still."""
        tail = _END_MARKS.search(exact)
        for mark in tail.group() if tail else "":
            if not _same_mark(self._text[end : end + 1], mark):
                break
            end += 1
        head = _START_MARKS.match(exact)
        for mark in reversed(head.group() if head else ""):
            if start == 0 or not _same_mark(self._text[start - 1], mark):
                break
            start -= 1
        return start, end

    def _context(self, sought: _Sought, start: int, end: int) -> tuple[str, str]:
        """Return the letters before a place, backwards, and those behind it, as far as they matter."""
        before = self._text[max(0, start - 2 * len(sought.left) - 8) : start].rpartition("\n")[2]
        after = self._text[end : end + 2 * len(sought.right) + 8].partition("\n")[0]
        return letters_of(before)[::-1], letters_of(after)


def _twins(forms: list[str], there: list[str], shift: int) -> dict[int, int]:
    """Return which words stand in a stretch, and where in it.

    Args:
        forms: The words that are looked for.
        there: The words of the stretch.
        shift: Where the first of them stands in it, if none was added or left out.
    """
    ahead = there[shift:] if shift >= 0 else [""] * -shift + there
    pairs = enumerate(zip(forms, ahead, strict=False))
    twins = {at: at + shift for at, (one, other) in pairs if one == other}
    if len(twins) >= _ALIKE * len(forms):
        return twins
    matcher = SequenceMatcher(None, forms, there, autojunk=False)
    blocks = matcher.get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _count_of(entry: tuple[Sequence[int], int]) -> int:
    return len(entry[0])


def _is_hopeful(sought: _Sought, there: list[str], least: float) -> bool:
    """Tell whether a stretch of words may hold a place that matters.

    Args:
        sought: What is looked for.
        there: The words of the stretch.
        least: Score below which a place does not matter.
    """
    here = set(there)
    quote = sought.forms[sought.before : sought.before + sought.count]
    standing = sum(len(form) for form in quote if form in here)
    most = QUOTE_WEIGHT * 2 * standing / (sum(map(len, quote)) + standing)
    most = (most + PREFIX_WEIGHT + SUFFIX_WEIGHT + POSITION_WEIGHT) / _ALL_WEIGHTS
    if most < least:
        return False
    frame = sought.forms[: sought.before][-1:] + sought.forms[sought.before + sought.count :][:1]
    return most >= LEAST_SCORE or here.issuperset(frame)


def _same_mark(one: str, other: str) -> bool:
    """Tell whether two marks are the same, or quotation marks both."""
    return one == other or (one in _QUOTES and other in _QUOTES and bool(one))


def _common(wanted: str, there: str) -> int:
    """Return how many characters two texts have in common from their beginning."""
    if there.startswith(wanted):
        return len(wanted)
    pairs = zip(wanted, there, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(wanted), len(there)))


def _share(wanted: str, there: str) -> float:
    """Return how much of the beginning of one text begins another; an empty one asks for an empty one."""
    return _common(wanted, there) / len(wanted) if wanted else float(not there)


def _is_framed(*sides: tuple[str, str]) -> bool:
    """Tell whether enough stands on both sides to know a place without its words.

    The edge of a paragraph is enough where there was one, on one side.

    Args:
        sides: The letters that stood there, and those that do.
    """
    edges = [not wanted and not there for wanted, there in sides]
    telling = [_common(wanted, there) >= _TELLING for wanted, there in sides]
    return any(telling) and all(edge or tells for edge, tells in zip(edges, telling, strict=True))


def _edges(twins: dict[int, int], before: int, count: int, total: int, size: int) -> tuple[int, int] | None:
    """Return the first and last word of the window that stand for the quote; None where none do.

    An end whose word is gone lies beside the nearest word of the context that is there, or as far from the
    nearest word of the quote as it was.

    Args:
        twins: Words that are there, and where in the window.
        before: Number of words of the prefix.
        count: Number of words of the quote.
        total: Number of words looked for.
        size: Number of words of the window.
    """
    last_word = before + count - 1
    inside = [place for place in range(before, last_word + 1) if place in twins]
    left = max((twins[place] for place in range(before) if place in twins), default=-1)
    right = min((twins[place] for place in twins if place > last_word), default=size)
    if not inside:
        is_held = (before == 0 or before - 1 in twins) and (last_word + 1 in (total, *twins))
        return (left + 1, right - 1) if is_held and right - left >= 2 else None
    first, last = twins[inside[0]], twins[inside[-1]]
    if inside[0] != before:
        first = left + 1 if before - 1 in twins else first - (inside[0] - before)
    if inside[-1] != last_word:
        last = right - 1 if last_word + 1 in twins else last + (last_word - inside[-1])
    first, last = max(first, left + 1, 0), min(last, right - 1, size - 1)
    return (first, last) if first <= last else None

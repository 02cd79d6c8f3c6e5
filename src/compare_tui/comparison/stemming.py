"""The language of two articles, and stems of its words: light rules that take off inflection.

The rules work on folded words: small letters, Latin ones without accents. English has its own stemmer in
:mod:`compare_tui.comparison.words`. On some 25 paradigms a language the rules part and confuse about as many
forms as Snowball's stemmers, fewer in German, Arabic and Hindi, in a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from compare_tui.article.language import guess_language
from compare_tui.comparison.stop_words_by_language import stop_words_of

SAMPLE = 2000
"""Characters of each text from which its language is guessed; a paragraph is enough."""

Affixes = tuple[int, str]
"""Letters that must be left, and the endings or beginnings, as patterns; the longest fit goes."""

_ENDINGS: dict[str, tuple[Affixes, ...]] = {
    "de": (
        (4, "ung ungen lich liche lichen licher liches keit keiten heit heiten (?<=er)in (?<=er)innen"),
        (3, "erns ern ers em en er es e n (?<![su])s"),
        (4, "et t"),
        (3, "er en e"),
        (4, "t"),
    ),
    "fr": (
        (3, "s (?<!au)x"),
        (
            3,
            "issement ement ment ation ateur atrice eur euse aient ait ant ante ent ente on era eront erait"
            " er ira iront ir ee ez e i if ive ier iere able ible (?<!e)aux (?<=eau)x al ale a",
        ),
        (3, "e i"),
    ),
    "es": (
        (3, "(?<=[aeiou])s (?<=[^aeiou])es"),
        (3, "(?<=[ae])n"),
        (
            3,
            "mente acion amiento imiento ador adora adura anza ante able ible idad iv[ao] os[ao] ando iendo"
            " ad[ao] id[ao] aba ia io aron ieron aria eria iria ar er ir o a e",
        ),
        (3, "i u"),
    ),
    "it": (
        (
            3,
            "azion[ei] ament[oi] iment[oi] mente ator[ei] atric[ei] ita abil[ei] ibil[ei] iv[oaie] os[oaie]"
            " ando endo at[oaie] it[oaie] ut[oaie] ava avano eva evano iva ivano arono erono irono are ere"
            " ire era eranno i e a o",
        ),
        (3, "h i"),
    ),
    "pt": (
        (3, "(?<=[aeiou])s"),
        (
            3,
            "mente acao acoe amento imento ador adora adore idade avel ivel iv[oa] os[oa] ando endo indo"
            " ad[oa] id[oa] ava ia aram eram iram ara era ira ar er ir ou eu iu am em o a e",
        ),
        (3, "i"),
    ),
    "nl": (
        (3, "heid heden lijke? ing ingen"),
        (3, "ens en e (?<!s)s"),
        (4, "te? de? end"),
    ),
    "ru": (
        (3, "с[яь]"),
        (
            3,
            "[оеи](?:го|му|м|й|х) [ыи](?:ми|й|е|м|х) [ая]я [оеую]ю [оеы]е"
            " [аеы]?нн(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми) [ае]на? [ае]н[оы]"
            " [аеиуыя]л[аио]? [аеия]?(?:ть|ят) [ая](?:ет|ют)"
            " [ияь]?(?:ями|ами|ях|ах|ям|ам|ем|ев|ов) и[яийею] ь[яею] [аейоуыьюя]",
        ),
        (3, "(?<=[^аеиоуыэюя])[аеиуы] [аеиуыя]л ост нн"),
        (3, "н ь"),
    ),
    "ar": (
        (2, "ها هما هم هن نا كم"),
        (2, "ان ات ون ين وا"),
        (3, "يه ه ي ا ت"),
    ),
    "hi": (
        (2, "िया[ंँ]? ियों (?:ा|ु)?(?:ओं|एं) ों ें ां ीं करके कर [नतग][ाीे] ा?(?:या|ई|ए|ये|यी) [ोेीािुू]"),
    ),
}  # fmt: skip

_BEGINNINGS: dict[str, tuple[Affixes, ...]] = {
    "fr": ((1, "(?:[ldjmtscn]|(?:jus|lors|puis|quel)?qu)'"),),
    "it": ((1, "(?:[ldcs]|un|(?:de|a|ne|su|da)ll)'"),),
    "ar": ((3, "[وفبك]?ال و?لل"), (3, "[وفبلك]")),
}

_ELIDING = frozenset(("fr", "it"))
"""Languages whose first beginning is a word of its own, written together with the next one."""

_SPELLINGS: dict[str, tuple[str, str]] = {
    "fr": ("’'", ""),
    "it": ("’'", ""),
    "ru": ("ёе", ""),
    "ar": ("أا إا آا ىي ةه", "ـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"),
    "hi": ("\u0901\u0902", "\u093c\u200c\u200d"),
}
"""Letters that writers exchange, in pairs of which the second stands for both; marks that they leave out."""


_EMPTY_PAIRS = {
    "zh": "[的了是在和也就都而及与與着著被把这這那之其于於]",
    "ja": "^[\u3040-\u309f]*$",
}
"""Which pairs of characters count as function words: Japanese writes inflection and particles in hiragana."""


def language_of(passages: Sequence[str]) -> str:
    """Return the likely language of a text that is cut into passages, as an ISO 639-1 code."""
    sample: list[str] = []
    length = 0
    for passage in passages:
        sample.append(passage[: SAMPLE - length])
        length += len(passage)
        if length >= SAMPLE:
            break
    return guess_language(" ".join(sample))


def common_language(a: Sequence[str], b: Sequence[str]) -> str:
    """Return the language of two texts; "en", whose rules are the default, where they differ."""
    first = language_of(a)
    return first if first == "en" or first == language_of(b) else "en"


@cache
def stemmer_for(language: str) -> Callable[[str], str]:
    """Return the function that turns a folded word of ``language`` into its stem.

    Figures, and words of languages without rules, stay as they are.

    Args:
        language: ISO 639-1 code.
    """
    if language not in _ENDINGS:
        return _unchanged
    return lru_cache(maxsize=65536)(_stemmer(language))


def _stemmer(language: str) -> Callable[[str], str]:
    spellings = _spellings(language)
    beginnings = [
        re.compile(rf"(?:{_longest_first(affixes)})(?=.{{{left}}})")
        for left, affixes in _BEGINNINGS.get(language, ())
    ]
    endings = [
        re.compile(rf"(?<=.{{{left}}})(?:{_longest_first(affixes)})$") for left, affixes in _ENDINGS[language]
    ]

    def stem(word: str) -> str:
        if word[:1].isdecimal():
            return word
        if spellings:
            word = word.translate(spellings)
        for beginning in beginnings:
            if found := beginning.match(word):
                word = word[found.end() :]
        for ending in endings:
            if found := ending.search(word):
                word = word[: found.start()]
        return word

    return stem


@cache
def term_for(language: str) -> Callable[[str], str]:
    """Return the function that turns a folded word of ``language`` into its stem, function words into "".

    Args:
        language: ISO 639-1 code.
    """
    if language in _EMPTY_PAIRS:
        is_empty = re.compile(_EMPTY_PAIRS[language]).search
        return lambda word: "" if is_empty(word) else word
    stem = _stemmer(language) if language in _ENDINGS else _unchanged
    spellings = _spellings(language)
    stop_words = frozenset(word.translate(spellings) for word in stop_words_of(language))
    elided = re.compile(_BEGINNINGS[language][0][1]) if language in _ELIDING else None

    @lru_cache(maxsize=65536)
    def term(word: str) -> str:
        plain = word.translate(spellings) if spellings else word
        if elided and (found := elided.match(plain)):
            plain = plain[found.end() :]
        return "" if plain in stop_words else stem(word)

    return term


def _spellings(language: str) -> dict[int, str | None]:
    exchanged, left_out = _SPELLINGS.get(language, ("", ""))
    table: dict[int, str | None] = {ord(pair[0]): pair[1] for pair in exchanged.split()}
    return table | dict.fromkeys(map(ord, left_out))


def _unchanged(word: str) -> str:
    return word


def _longest_first(affixes: str) -> str:
    return "|".join(sorted(affixes.split(), key=lambda affix: (-len(affix), affix)))

"""Why passages are linked, as plain lines and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from compare_tui.article.model import Article
from compare_tui.comparison.alignment import Candidate
from compare_tui.comparison.explaining import Explanation, RunnerUp
from compare_tui.report.linear import flat

_SIDES = {"a": "A", "b": "B"}
SHOWN_WORDS = 8
"""How many of the shared words are told, heaviest first."""


def explanation_lines(explanation: Explanation, a: Article, b: Article) -> list[str]:
    """Tell in plain lines what speaks for the links of one passage, and what its runners-up lack."""
    article = a if explanation.side == "a" else b
    passage = article.passages[explanation.index]
    lines = [f"{_SIDES[explanation.side]} {passage.number}: {flat(passage.text)}"]
    if passage.role == "furniture":
        return [*lines, "  furniture (a credit, related link or address): never linked"]
    if not explanation.linked:
        lines.append("  linked with nothing")
    for candidate in explanation.linked:
        head = f"{candidate.strength} {candidate.score:.2f}"
        lines += ["", *_candidate_lines(candidate, head, explanation, a, b)]
    if not explanation.linked and not explanation.runners_up:
        lines.append(
            "  no passage of the other article shares enough of its rare words to be looked at closely"
        )
    for runner_up in explanation.runners_up:
        head = f"not linked: {_shortfall(runner_up, a, b)}"
        lines += ["", *_candidate_lines(runner_up.candidate, head, explanation, a, b)]
    return lines


def _shortfall(runner_up: RunnerUp, a: Article, b: Article) -> str:
    """Say what a pair lacks to be linked."""
    candidate, rival = runner_up.candidate, runner_up.rival
    far = ""
    if rival is not None:
        names = f"A {a.passages[rival.a].number} and B {b.passages[rival.b].number}"
        far = f"far behind the {rival.score:.2f} of {names}, and "
    return f"its score {candidate.score:.2f} is {far}under the {candidate.needed:.2f} that a link needs here"


def _candidate_lines(
    candidate: Candidate, head: str, explanation: Explanation, a: Article, b: Article
) -> Iterator[str]:
    other, index, name = (b, candidate.b, "B") if explanation.side == "a" else (a, candidate.a, "A")
    passage = other.passages[index]
    yield f"  {name} {passage.number}, {head}"
    yield f"    {flat(passage.text)}"
    yield "    score: " + ", ".join(f"{part} {value:.2f}" for part, value in candidate.parts)
    words = [f"{word} {weight:.3f}" for word, weight in candidate.shared[:SHOWN_WORDS]]
    yield "    shared words: " + (", ".join(words) or "none")


def explanation_data(explanation: Explanation, a: Article, b: Article) -> dict[str, Any]:
    """Return an explanation as plain values."""
    article = a if explanation.side == "a" else b
    return {
        "passage": f"{explanation.side}{article.passages[explanation.index].number}",
        "linked": [_candidate_data(candidate, a, b) for candidate in explanation.linked],
        "runners_up": [
            {
                **_candidate_data(runner_up.candidate, a, b),
                "reason": _shortfall(runner_up, a, b),
            }
            for runner_up in explanation.runners_up
        ],
    }


def _candidate_data(candidate: Candidate, a: Article, b: Article) -> dict[str, Any]:
    return {
        "a": f"a{a.passages[candidate.a].number}",
        "b": f"b{b.passages[candidate.b].number}",
        "score": round(candidate.score, 4),
        "needed": round(candidate.needed, 4),
        "strength": candidate.strength,
        "parts": {name: round(value, 4) for name, value in candidate.parts},
        "shared": [{"word": word, "weight": round(weight, 4)} for word, weight in candidate.shared],
    }

"""Runs of words that two passages share, and links that hang together."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from compare_tui.comparison.differences.common_blocks import common_blocks
from compare_tui.comparison.differences.groups import linked_groups

WORDS = st.lists(st.sampled_from("abcdefg"), max_size=30)


@given(WORDS, WORDS)
def test_the_blocks_are_those_of_the_standard_library(a: list[str], b: list[str]) -> None:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    assert common_blocks(a, b) == [tuple(block) for block in matcher.get_matching_blocks() if block.size]


PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20)


@given(PAIRS)
def test_links_that_share_a_passage_are_in_one_group(pairs: list[tuple[int, int]]) -> None:
    groups = linked_groups(pairs)
    assert sorted(number for group in groups for number in group) == list(range(len(pairs)))
    for group in groups:
        for other in groups:
            if group is not other:
                assert not {pairs[n][0] for n in group} & {pairs[n][0] for n in other}
                assert not {pairs[n][1] for n in group} & {pairs[n][1] for n in other}

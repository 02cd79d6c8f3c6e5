"""Several links and weak links: what is reported once, and what is not reported at all."""

from __future__ import annotations

from compare_tui.article.model import Article, Passage, Role
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.model import Difference, Link


def article(*texts: str, furniture: tuple[int, ...] = ()) -> Article:
    """Return an article with one passage a text."""
    found: list[Passage] = []
    start = 0
    for number, text in enumerate(texts, start=1):
        role: Role = "furniture" if number - 1 in furniture else "body"
        found.append(Passage(number, start, start + len(text), number, role, text))
        start += len(text) + 1
    return Article("test", "test", "\n".join(texts), tuple(found), "", "")


def links(*pairs: tuple[int, int, float]) -> list[Link]:
    return [Link(a, b, score, "confident" if score >= 0.5 else "possible") for a, b, score in pairs]


def of_kind(found: list[Difference], kind: str) -> list[Difference]:
    return [difference for difference in found if difference.kind == kind]


LEAD = (
    "Foreign Minister Olga Renz met Anthony Cole in Oslo to discuss the treaty,"
    " the Norwegian police said on Monday."
)
CAPTION = "Foreign Minister Olga Renz met Antony Cole in Oslo to discuss the treaty."
LATER = "Also on Monday, Foreign Minister Olga Renz met Antony Cole in Oslo to discuss the treaty."


def test_a_missing_source_is_reported_once_on_the_strongest_link() -> None:
    found = find_differences(article(LEAD), article(CAPTION, LATER), links((0, 0, 0.6), (0, 1, 0.9)))
    sources = of_kind(found, "attribution")
    assert [(item.link.b, item.a.text if item.a else None, item.b) for item in sources] == [
        (1, "the Norwegian police said on Monday", None)
    ]
    assert sources[0].severity == "major"


def test_each_mention_shows_the_other_spelling_of_a_name() -> None:
    found = find_differences(article(LEAD), article(CAPTION, LATER), links((0, 0, 0.6), (0, 1, 0.9)))
    names = of_kind(found, "who")
    assert [(item.a.text, item.b.text) for item in names if item.a and item.b] == [("Anthony", "Antony")] * 2
    assert {item.reason for item in names} == {"spelling of a name"}


def test_a_source_named_in_another_linked_passage_is_not_missing() -> None:
    b = article(CAPTION, "Olga Renz and Antony Cole met in Oslo over the treaty, Norwegian police confirmed.")
    found = find_differences(article(LEAD), b, links((0, 0, 0.9), (0, 1, 0.6)))
    assert of_kind(found, "attribution") == []


def test_a_phrase_that_another_linked_passage_has_is_no_omission() -> None:
    a = article(
        "The council opened the new library in Canal Street after a long dispute with its neighbours."
    )
    first = "The council opened the new library in Canal Street."
    second = "The new library opened after a long dispute with its neighbours."
    alone = find_differences(a, article(first), links((0, 0, 0.9)))
    both = find_differences(a, article(first, second), links((0, 0, 0.9), (0, 1, 0.7)))
    assert [item.a.text for item in of_kind(alone, "omission") if item.a] == [
        "after a long dispute with its neighbours"
    ]
    assert of_kind(both, "omission") == []


def test_a_phrase_that_stands_elsewhere_in_the_article_is_no_omission() -> None:
    a = article(
        "The council opened the new library in Canal Street after a long dispute with its neighbours."
    )
    b = article(
        "The council opened the new library in Canal Street.",
        "Rain is expected.",
        "The dispute with the neighbours was long.",
    )
    assert of_kind(find_differences(a, b, links((0, 0, 0.9))), "omission") == []


def test_furniture_does_not_count_as_said() -> None:
    a = article(
        "The council opened the new library in Canal Street after a long dispute with its neighbours."
    )
    b = article(
        "The council opened the new library in Canal Street.",
        "Related: A long dispute with neighbours",
        furniture=(1,),
    )
    assert len(of_kind(find_differences(a, b, links((0, 0, 0.9))), "omission")) == 1


def test_a_weak_link_yields_only_solid_differences() -> None:
    a = article("Rescuers flew 12 injured tourists to Bern after the avalanche above the village of Salm.")
    b = article("At the hospital in Bern, doctors treated nine injured tourists through a difficult night.")
    found = find_differences(a, b, links((0, 0, 0.2)))
    assert [(item.kind, item.severity) for item in found] == [("number", "major")]


def test_a_weak_link_that_both_sides_prefer_is_searched_for_what_one_adds() -> None:
    a = article("Holm, dressed in a grey suit, wept as she was led to the cells.")
    b = article("Holm showed no emotion as she was taken down.")
    found = of_kind(find_differences(a, b, links((0, 0, 0.3))), "omission")
    assert [item.a.text for item in found if item.a] == ["dressed in a grey suit"]


def test_a_source_that_is_a_pronoun_is_missed_where_the_other_side_has_none() -> None:
    a = article("The bridge will be closed to lorries until the end of May, he added.")
    b = article("The bridge will be closed to lorries until the end of May.")
    found = find_differences(a, b, links((0, 0, 0.9)))
    assert [(item.kind, item.severity, item.a and item.a.text) for item in found] == [
        ("attribution", "minor", "he added")
    ]


def test_a_pronoun_is_no_missing_source_where_another_linked_passage_names_one() -> None:
    a = article("The bridge will be closed to lorries until the end of May, he added.")
    b = article(
        "The bridge will be closed to lorries until the end of May.",
        "Lorries must not use the bridge before the end of May, Mayor Lund said.",
    )
    found = find_differences(a, b, links((0, 0, 0.9), (0, 1, 0.7)))
    assert not any(item.a and item.b is None for item in of_kind(found, "attribution"))


def test_strangers_yield_nothing() -> None:
    a = article("The ministry said on Monday that the bridge over the Arn would be closed for six weeks.")
    b = article("The ministry said in a statement that 40 teachers had been hired for the new school year.")
    assert find_differences(a, b, links((0, 0, 0.2))) == []


def test_a_day_of_speaking_does_not_contradict_the_day_of_the_event() -> None:
    a = article("The two ministers discussed the treaty by telephone, the Foreign Ministry said on Tuesday.")
    b = article("On Monday the two ministers discussed the treaty by telephone.")
    assert of_kind(find_differences(a, b, links((0, 0, 0.9))), "time") == []


def test_two_names_that_both_articles_know_are_two_people() -> None:
    a = article("Marco Stein met the mayor on Friday.", "Marko Stein was in Rome.")
    b = article("Marko Stein met the mayor on Friday.", "Marco Stein was in Rome.")
    found = find_differences(a, b, links((0, 0, 0.9)))
    assert not any(item.reason == "spelling of a name" for item in found)


def test_the_words_of_a_translated_quotation_pair_whole_words() -> None:
    a = article("“The sides agreed to go on with talks in order to create conditions for a lasting peace.”")
    b = article('The sides agreed to "go on with talks ... to create pre-conditions for the lasting peace."')
    found = [
        (item.a.text if item.a else None, item.b.text if item.b else None, item.severity)
        for item in of_kind(find_differences(a, b, links((0, 0, 0.9))), "quote")
    ]
    assert ("conditions", "pre-conditions", "major") in found
    assert ("The sides agreed to", "The sides agreed to", "minor") in found
    assert ("a", "the", "minor") in found


def test_spelling_and_abbreviations_are_style_only() -> None:
    a = article("The US defence minister apologised to the organisation.")
    b = article("The U.S. defense minister apologized to the organization.")
    found = find_differences(a, b, links((0, 0, 0.9)))
    assert {item.severity for item in found} == {"style"}
    assert len(found) == 4


def test_other_languages_keep_numbers_and_quotations() -> None:
    a = article(
        "Bei dem Unfall in Halberg wurden am Sonntag 12 Menschen verletzt, wie die Polizei dort mitteilte."
        " „Es ist ein schwarzer Tag“, sagte Bürgermeister Karl Voss den"
        " wartenden Reportern vor dem Rathaus in Halberg."
    )
    b = article(
        "Bei dem Unfall in Halberg wurden am Sonntag 14 Menschen verletzt, wie die Polizei dort mitteilte."
        " „Es ist ein dunkler Tag“, sagte Bürgermeister Karl Voss den"
        " wartenden Reportern vor dem Rathaus in Halberg."
    )
    found = find_differences(a, b, links((0, 0, 0.9)))
    assert [(item.kind, item.a.text, item.b.text) for item in found if item.a and item.b] == [
        ("number", "12", "14"),
        ("quote", "schwarzer", "dunkler"),
    ]

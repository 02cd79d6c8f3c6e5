from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article import sentences
from compare_tui.article.language import guess_language
from compare_tui.article.sentences import cut_sentences, segmenter_view


def cut(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in cut_sentences(text, language)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The U.S. Secretary of State came.", "He stayed."],
        ["She left for the U.S. on Friday."],
        ["Sen. Jim Holt, R-S.C., would not go that far.", "He left."],
        ["Dr. No sailed at dawn.", "Nobody saw him."],
        ["Mr. Ito met Gen. Mark Hall, Lt. Col. Ann Lee and John F. Reed.", "They talked."],
        ["See No. 5 in the list.", "It is short."],
        ["It began on Aug. 16 and ended on Sept. 11.", "It was long."],
        ["It “goes on... as before” in the port.", "Nobody knows why."],
        ["“Stop!” he said.", "The boat went on."],
        ["Profits fell.", "iPhone sales rose."],
        ["The fine is $1.2bn.", "That is a lot."],
        ["“It is late. We go,” he said.", "They went."],
        ["He came to the U.S.", "The visit was short."],
        ["She was not surprised.", '"As a sailor I hear this every day.', "It never ends."],
        ['They knew the plan," he said.', "Police did not.", "“I am ready,” she said."],
        ['He called it "a beginning."', "The crews called it nothing."],
        ['He said: "We go."', '"We stay," she said.'],
    ],
)
def test_english(expected: list[str]) -> None:
    assert cut(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ["Er kam am 16. August 2021.", "Dr. Klein blieb z. B. im Haus.", "„Das ist gut“, sagte er."]),
        ("de", ["Sie kamen am 3. Mai.", "»Gut so«, rief er.", "Niemand blieb."]),
        ("fr", ["Mme. Petit est arrivée.", "« C’est fini », a-t-elle dit."]),
        ("es", ["El Sr. Gil llegó tarde.", "¿Por qué?", "Nadie lo sabe."]),
        ("ru", ["«Это плохо», — сказал он.", "Потом он ушёл."]),
        ("ru", ["А. С. Попов родился в 1859 году.", "Он был физиком."]),
        ("ar", ["وصل د. سالم أمس.", "ثم غادر."]),
        ("hi", ["डॉ. शर्मा आए।", "सबको रु. 500 मिले।"]),
        ("ar", ["قال الوزير إن الأمر انتهى.", "هل عاد؟", "لا."]),
        ("hi", ["उसने कहा।", "फिर वह गया।"]),
    ],
)
def test_other_languages(language: str, expected: list[str]) -> None:
    assert cut(" ".join(expected), language) == expected


def test_a_long_source_behind_a_chinese_quotation_belongs_to_it() -> None:
    quoted = "“我们会配合调查。”厂长陈国栋周二下午在厂门口对记者说。"
    assert cut(f"{quoted}随后他离开了。", "zh") == [quoted, "随后他离开了。"]
    assert cut("“一切正常。”消息传开后，居民们说不出话来。", "zh") == [
        "“一切正常。”",
        "消息传开后，居民们说不出话来。",
    ]


def test_chinese_and_japanese_have_no_blanks_between_sentences() -> None:
    assert cut("港口关闭了。“风太大。”船长说。后来风停了。", "zh") == [
        "港口关闭了。",
        "“风太大。”船长说。",
        "后来风停了。",
    ]
    assert cut("彼は「行きます。」と述べた。その後帰った。", "ja") == [
        "彼は「行きます。」と述べた。",
        "その後帰った。",
    ]


def test_a_long_quotation_is_cut_inside() -> None:
    expected = [
        "“We have worked on this boat for eleven years and never once did anybody ask us how we sleep.",
        "The cabins are wet, the heating fails twice a week, and the night shift is two hands short.",
        "That has to end,” said Ana Petrova, who speaks for the crews of both ferries.",
    ]
    assert cut(" ".join(expected)) == expected


def test_a_short_quotation_stays_with_its_speaker() -> None:
    text = "“It was dark. We saw nothing. Then a light came,” said Ana Petrova."
    assert cut(text) == [text]


@pytest.mark.parametrize("blank", ["\xa0", "\u2009", "\u3000", "\x85", "\x1c", "\u2028"])
def test_exotic_blanks_never_stop_the_program(blank: str) -> None:
    assert cut(f"Vitamin C{blank}. Next comes D.")[-1].endswith("Next comes D.")


def test_the_plain_fallback_cuts_well_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "_segmenter", lambda: None)
    assert cut("The boat left. “Why now?” he asked. Dr. Lee knew.") == [
        "The boat left.",
        "“Why now?” he asked.",
        "Dr. Lee knew.",
    ]
    assert cut("港口关闭了。后来风停了。", "zh") == ["港口关闭了。", "后来风停了。"]


class NativePanic(BaseException):
    """What a crash in a native module raises."""


@pytest.mark.parametrize("wrong", [lambda language, text: ["not the text"], None])
def test_a_failing_segmenter_is_replaced(monkeypatch: pytest.MonkeyPatch, wrong: object) -> None:
    def panic(language: str, text: str) -> list[str]:
        raise NativePanic

    monkeypatch.setattr(sentences, "_segmenter", lambda: wrong or panic)
    assert cut("One is here. Two is there.") == ["One is here.", "Two is there."]


@given(st.text(st.characters(exclude_categories=[])) | st.text("aB. \"”“'?!。\xa0\u2009-–1()U"))
def test_sentences_hold_everything_visible(text: str) -> None:
    position = 0
    for start, end in cut_sentences(text, "en"):
        assert start >= position
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        position = end
    assert not text[position:].strip()


@given(st.text(st.characters(exclude_categories=[])))
def test_the_view_is_as_long_as_the_text(text: str) -> None:
    assert len(segmenter_view(text)) == len(text)


@pytest.mark.parametrize(
    "sentence", ["word " * 5000, "One. " * 5000, "“A b. " * 3000, "ก" * 20000, "中文字。" * 4000]
)
def test_paragraphs_without_end_are_cut_all_the_same(sentence: str) -> None:
    pieces = cut(sentence)
    assert "".join("".join(pieces).split()) == "".join(sentence.split())


def test_a_long_stretch_without_a_full_stop_is_one_passage() -> None:
    text = ("word " * 4000).strip()
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The boat left the port and nobody was on it.", "en"),
        ("Das Boot verließ den Hafen und niemand war auf dem Deck.", "de"),
        ("Le bateau a quitté le port et une femme est dans la cabine.", "fr"),
        ("El barco salió del puerto con los pasajeros y una carga.", "es"),
        ("Судно покинуло порт.", "ru"),
        ("غادرت السفينة الميناء.", "ar"),
        ("नाव बंदरगाह से चली गई।", "hi"),
        ("船离开了港口。", "zh"),
        ("船は港を出た。", "ja"),
        ("배가 항구를 떠났다.", "ko"),
        ("12345", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_guessed(text: str, language: str) -> None:
    assert guess_language(text) == language

"""Inflected forms of a word share a stem, other words do not, and figures are read in any script."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.comparison.figures_by_language import cjk_value, plain_figures
from compare_tui.comparison.stemming import common_language, language_of, stemmer_for, term_for
from compare_tui.comparison.words import content_stems, words

PARADIGMS = {
    "de": """
        sperren sperrt sperrte Sperrung Sperrungen | Häuser Häusern Hauses | Stadt Städte Städten
        Verletzter Verletzte Verletzten | Ermittler Ermittlern Ermittlers | neu neue neuen neuer neues
        schwer schwere schweren schwerer | Bericht Berichte berichtet berichtete | Fluss Flüsse Flusses
        Zug Züge Zügen Zuges | fordern fordert forderte Forderung Forderungen | Kind Kinder Kindern
    """,
    "fr": """
        voler vola volé volés volée volées | ville villes | national nationale nationaux nationales
        blessé blessés blessée blessées | fermer ferme fermé fermée fermera | victime victimes
        annoncer annonce annoncé annonçait | ministre ministres | président présidente présidents
        l’enquête enquêtes d’enquête | restaurer restaurée restauration
    """,
    "es": """
        cortar corta cortó cortaron cortado | vecino vecinos vecina vecinas | escuela escuelas
        herido heridos herida | elección elecciones | ciudad ciudades | hospital hospitales
        investigar investiga investigación | reparar repara reparó repararon | huelga huelgas
    """,
    "it": "ministro ministri | scuola scuole | ferito feriti ferita ferite | l’incendio dell’incendio",
    "pt": "ferido feridos ferida feridas | escola escolas | polícia polícias | cortar cortou cortaram",
    "nl": "minister ministers | gemeente gemeenten | sluiten sluit | gewonde gewonden",
    "ru": """
        мост моста мосту мостом мосты мостов мостах | река реки реке реку рекой
        обрушился обрушилась обрушились обрушиться | областной областная областную
        больница больницы больницу больнице больниц | пострадавший пострадавшие пострадавших
        заявил заявила заявили | полиция полиции полицию полицией | пожар пожара пожаром пожары
        самолёт самолета самолетом | автомобиль автомобили автомобиля автомобилю | визит визита
        сообщает сообщают | канал канала каналу
    """,
    "ar": """
        مطار المطار والمطار بالمطار للمطار | رحلة الرحلة رحلات الرحلات | وزير الوزير للوزير والوزير
        وزارة الوزارة وزارات | مصاب مصابا مصابون مصابين المصابين | مدينة المدينة بالمدينة
        شركة الشركة شركات الشركات | أعلنت وأعلنت أعلن وأعلن
    """,
    "hi": """
        किसान किसानों | ट्रेन ट्रेनें ट्रेनों | यात्री यात्रियों | खिड़की खिड़कियाँ खिड़कियों
        डिब्बा डिब्बे डिब्बों | अधिकारी अधिकारियों | महिला महिलाएँ महिलाओं | सड़क सड़कें सड़कों
    """,
}


def groups_of(language: str) -> list[list[str]]:
    lines = PARADIGMS[language].strip().replace("\n", "|").split("|")
    return [line.split() for line in lines if line.strip()]


def folded(word: str) -> str:
    return "".join(part for _, part in words(word))


@pytest.mark.parametrize("language", PARADIGMS)
def test_the_forms_of_a_word_share_a_stem_that_no_other_word_has(language: str) -> None:
    stem = stemmer_for(language)
    stems = [{stem(folded(form)) for form in group} for group in groups_of(language)]
    assert [group for group, found in zip(groups_of(language), stems, strict=True) if len(found) > 1] == []
    assert not any(left & right for left, right in combinations(stems, 2))


@pytest.mark.parametrize("language", ["zh", "ja", "th", "xx"])
def test_languages_without_rules_keep_their_words(language: str) -> None:
    assert stemmer_for(language)("港口") == "港口"


@pytest.mark.parametrize("language", PARADIGMS)
def test_figures_have_no_endings(language: str) -> None:
    assert stemmer_for(language)("1200") == "1200"


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("de", "für"), ("de", "zwischen"), ("fr", "qu’il"), ("fr", "c’est"), ("es", "según"), ("ru", "ещё"),
        ("ar", "إلى"), ("ar", "وقال"), ("hi", "उन्होंने"), ("hi", "जहाँ"),
        ("zh", "的人"), ("ja", "から"), ("it", "c’è"),
    ],
)  # fmt: skip
def test_function_words_stand_for_nothing(language: str, word: str) -> None:
    assert term_for(language)(folded(word)) == ""


@pytest.mark.parametrize(
    ("language", "text", "plain"),
    [
        ("de", "2.300 Meter, 1.250.000 Euro, am 12.5.2023", "2300 Meter, 1250000 Euro, am 12.5.2023"),
        ("de", "4,5 Prozent", "4.5 Prozent"),
        ("fr", "12\u202f000 visiteurs, 1,8 million", "12000 visiteurs, 1.8 million"),
        ("ru", "1\u00a0200 метров в 2019 200 раз", "1200 метров в 2019 200 раз"),
        ("ar", "٤٨ مصابا و١٬٢٠٠ متر و١٫٥ طن", "48 مصابا و1200 متر و1.5 طن"),
        ("hi", "५०,००० और १,५०,०००", "50000 और 150000"),
        ("zh", "１５００名、三百二十人、3万人、二〇二四年", "1500名、320人、30000人、2024年"),
        ("zh", "1.5亿", "150000000"),
        ("zh", "万一、一起、千千万万、统一", "万一、一起、千千万万、统一"),
        ("ja", "２０メートル、一万二千円", "20メートル、12000円"),
        ("en", "１２ and 2.300", "１２ and 2.300"),
    ],
)  # fmt: skip
def test_figures_are_written_one_way(language: str, text: str, plain: str) -> None:
    assert plain_figures(text, language) == plain


@pytest.mark.parametrize(
    ("numerals", "value"),
    [
        ("十五", 15),
        ("二十", 20),
        ("一百零五", 105),
        ("三万五千", 35000),
        ("两千万", 20_000_000),
        ("百千", None),
        ("三四", None),
    ],
)
def test_chinese_numerals(numerals: str, value: int | None) -> None:
    assert cjk_value(numerals) == value


def test_words_of_hindi_keep_their_vowel_signs() -> None:
    assert [word for word, _ in words("किसानों ने खिड़कियाँ तोड़ीं।")] == ["किसानों", "ने", "खिड़कियाँ", "तोड़ीं"]


def test_the_language_is_that_of_both_texts() -> None:
    german, french = (
        ["Der Brand ist gelöscht.", "Die Halle ist nicht zu retten."],
        ["Le feu est éteint dans la nuit."],
    )
    assert language_of(german) == "de"
    assert common_language(german, german) == "de"
    assert common_language(german, french) == common_language(french, german) == "en"
    assert language_of([]) == common_language([], []) == "en"


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet="12٣४５.,٫٬ \u00a0一二百千万亿零abéжक़ाुوال「。", max_size=40),
    st.sampled_from([*PARADIGMS, "zh", "ja"]),
)
def test_any_text_has_terms(text: str, language: str) -> None:
    content = content_stems(text, language)
    assert all(term and count > 0 and surface for term, (count, surface) in content.items())

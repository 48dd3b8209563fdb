import pytest

from claimx.articles.language import tell_language

TEXTS = {
    "en": "The mayor said on Monday that the bridge would stay closed until the summer.",
    "de": "Der Bürgermeister sagte am Montag, dass die Brücke bis zum Sommer gesperrt bleibt.",
    "fr": "Le maire a déclaré lundi que le pont resterait fermé jusqu'en été.",
    "es": "El alcalde dijo el lunes que el puente permanecerá cerrado hasta el verano.",
    "nl": "De burgemeester zei maandag dat de brug tot de zomer gesloten blijft.",
    "ru": "Мэр сказал в понедельник, что мост будет закрыт до лета этого года.",
    "zh": "市长周一表示，这座桥将关闭到夏天。居民们说他们对此感到失望。",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS.keys())
def test_a_sentence_tells_its_language(language, text):
    assert tell_language(text) == language
    assert tell_language(f"{text}\n" * 2000) == language


@pytest.mark.parametrize(
    "text", ["", "Bonjour.", "1, 2, 3", "a" * 300_000, "“Ja!” “Nein!” " * 50, "Tel Sabira – Qadira"]
)
def test_what_tells_no_language_is_read_as_english(text):
    assert tell_language(text) == "en"


def test_names_of_other_languages_do_not_make_an_english_text_theirs():
    text = "Bürgermeister Jürgen Müller said in Düsseldorf that the Königsallee was shut, Rheinische Zeitung reported."
    assert tell_language(text) == "en"

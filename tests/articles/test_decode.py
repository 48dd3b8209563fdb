import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.articles.decode import decode
from claimx.errors import InputError

TEXT = "“The café is closed – for good,” said Mayor José Ruiz. “That’s it,” she added on Monday, and left.\n" * 3
ASCII = "The mayor said on Monday that it had rained for two days. " * 5


def test_one_stray_byte_costs_one_character():
    data = TEXT.encode()
    for place in (0, 9, len(data) // 2, len(data) - 1):
        text, warnings = decode(data[:place] + b"\xff" + data[place:], "a.txt")
        assert text.count("\ufffd") <= 2
        assert "café" in text
        assert "closed – for good,” said" in text
        assert warnings[0].startswith("bytes-replaced: ")


@pytest.mark.parametrize("byte", [b"\xff", b"\xe2", b"\xc3", b"\x9d", b"\x81"])
def test_one_stray_byte_in_ascii(byte):
    assert decode(ASCII.encode() + byte + ASCII.encode(), "a.txt") == (f"{ASCII}\ufffd{ASCII}", ("bytes-replaced: 1",))


def test_a_last_character_that_is_cut():
    for text in (TEXT, ASCII):
        data = (text + "“").encode()
        assert decode(data[:-1], "a.txt") == (text + "\ufffd", ("bytes-replaced: 2",))


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_a_text_without_utf_8_is_guessed(encoding):
    assert decode(TEXT.encode(encoding), "a.txt") == (TEXT, (f"encoding-guessed: {encoding}",))


@pytest.mark.parametrize("words", ["the caf\xe9 was shut", "José R\xedos said", "it cost \xa35", "it\x92s shut"])
def test_one_letter_or_sign_of_cp1252(words):
    data = (ASCII + words).replace("José", "Jos\xe9").encode("latin_1")
    text, warnings = decode(data, "a.txt")
    assert text == data.decode("cp1252")
    assert warnings == ("encoding-guessed: cp1252",)


def test_what_a_page_declares_goes_before_a_guess():
    text = "Der B\xfcrgermeister sagte, die Br\xfccke sei gesperrt. " * 5
    assert decode(text.encode("latin_1"), "a.html", declared="ISO-8859-1") == (text, ())
    assert decode(text.encode(), "a.html", declared="ISO-8859-1") == (text, ())
    assert decode(text.encode("latin_1"), "a.html", declared="no-such").warnings == ("encoding-guessed: cp1252",)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding):
    assert decode(TEXT.encode(encoding), "a.txt") == (TEXT, ())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x7fELF\0\0", "a is not a text file"),
        (b"\x01\x01\x01\x01\x80", "a is in no encoding"),
        (b"\xff\xfeA", "a begins as UTF-16 but breaks off"),
    ],
)
def test_what_is_no_text(data, message):
    with pytest.raises(InputError, match=message):
        decode(data, "a")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_is_read_as_it_is(text):
    assert decode(text.encode(), "a") == (text.removeprefix("\ufeff"), ())


@given(st.text(st.characters(min_codepoint=0xA1, max_codepoint=0x2FFF), min_size=4), st.data())
def test_utf_8_with_one_fault_stays_utf_8(text, data):
    encoded = text.encode()
    place = data.draw(st.integers(0, len(encoded)))
    assert decode(encoded[:place] + b"\xff" + encoded[place:], "a").warnings[0].startswith("bytes-replaced")

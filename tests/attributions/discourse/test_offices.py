import pytest

from tests.attributions.discourse.make import read


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("Governor of Tartus Samir Haddad spoke.", "Governor", "Samir Haddad"),
        ("The ambassador to London Saeed Rahimi spoke.", "ambassador", "Saeed Rahimi"),
        ("Chairman of the Board of Trustees Ali Hassan spoke.", "Chairman", "Ali Hassan"),
        ("A spokesman for Ali Hassan spoke.", "spokesman", None),
        ("An aide to President Ali Hassan spoke.", "aide", None),
    ],
)
def test_whose_an_office_before_a_name_is(text, office, name):
    discourse = read(text)
    referent = discourse.titled_by(next(token for token in discourse.doc if token.text == office))
    assert (referent.name if referent else None) == name

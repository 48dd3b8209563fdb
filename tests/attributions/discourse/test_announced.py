import pytest

from claimx.attributions.discourse import is_called_alike
from tests.attributions.discourse.make import read


@pytest.mark.parametrize(
    ("noun", "alike"), [("Surgeon", True), ("Ward surgeon", True), ("Army surgeon", False), ("Barber", False)]
)
def test_words_before_a_noun_must_not_be_told_otherwise(noun, alike):
    discourse = read(f"{noun} wants rain\n\nAda Holm, a ward surgeon, slept at noon.")
    head = next(token for token in discourse.doc if token.text in ("wants",)).nbor(-1)
    (ada,) = (one for one in discourse.named.values() if one.kind == "person")
    assert is_called_alike(ada, head) is alike

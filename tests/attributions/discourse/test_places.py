from tests.attributions.discourse.make import meant


def test_of_two_equally_near_cities_none_is_meant():
    assert meant("Karl Lund went from Nairobi to Mombasa. The city was hot.", "city") is None


def test_the_city_that_is_named_most_is_meant():
    text = "Nairobi grew. Nairobi built roads. Nairobi sold land. Karl Lund went to Mombasa. The city was hot."
    assert meant(text, "city") == "Nairobi"

"""For all tests: how many texts Hypothesis invents, where a test does not say."""

from hypothesis import settings

settings.register_profile("quick", max_examples=50, deadline=None)
settings.load_profile("quick")

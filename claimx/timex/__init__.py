"""Dates and times as values (TIMEX3): a calendar and the resolvers; knows no parser."""

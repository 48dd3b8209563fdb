"""A file for each format that articles come in; which is taken for an input: :mod:`claimx.articles.readers.dispatch`.

Each has ``read(source)``, which gives the articles of an input one after the other and holds no more than one of them.
"""

"""The network that reads an article once, for the names in it and for who says what.

Its input is pieces of words (:mod:`claimx.network.inputs`) in windows of whole paragraphs
(:mod:`claimx.network.windows`); :mod:`claimx.network.reader` runs it. What it found goes to the steps as an argument.
"""

"""Step 5: attributions and mentions to claims; records only. Face: ``assemble.build_claims``.

Besides, what is done with finished claims: ``speakers`` puts them together by source, ``editions`` compares them.
"""

"""Measures of claimx on public sets, of its speed and of its rules; run with a checkout: ``python -m benchmarks.NAME``.

Each reader of a public set has a face of one function, ``evaluate(gold, extractor)``, which gives a
:class:`claimx.evaluation.report.Report`. None of this is in the wheel, and ``claimx`` imports none of it.
"""

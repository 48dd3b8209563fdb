"""A parsed document to named entities, with one name for each real-world thing. Face: ``finder.find_entities``.

Words (``words``) make chunks of capitals (``chunks``), chunks are cut into candidates (``chunk_names``,
``heads_and_titles``); ``detection`` gathers these with what other signs prove. Candidates vote on labels (``votes``,
``context_votes``), and mentions of one thing are grouped (``grouping``, ``name_forms``).
"""

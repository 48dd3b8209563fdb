"""The roles that a token can play in its sentence: the parser's dependency labels under their grammatical names.

Labels are those of the CLEAR style (Choi & Palmer, "Guidelines for the CLEAR Style Constituent to Dependency
Conversion", 2012), as spaCy's English models give them. Only this folder spells labels; the rest of claimx uses these
names: ``token.dep == roles.OBJECT``, ``token.dep in roles.SUBJECTS``.
"""

SUBJECT = "nsubj"
PASSIVE_SUBJECT = "nsubjpass"
CLAUSAL_SUBJECT = "csubj"
EXPLETIVE = "expl"
OBJECT = "dobj"
INDIRECT_OBJECT = "dative"
PREPOSITION_OBJECT = "pobj"
PREPOSITION = "prep"
PREPOSITION_CLAUSE = "pcomp"
AGENT = "agent"  # "by" before the doer of a passive
ATTRIBUTE = "attr"  # a noun after a copula
ADJECTIVE_COMPLEMENT = "acomp"
OBJECT_PREDICATE = "oprd"
CLAUSE_COMPLEMENT = "ccomp"
OPEN_COMPLEMENT = "xcomp"
ADVERBIAL_CLAUSE = "advcl"
RELATIVE_CLAUSE = "relcl"
NOUN_CLAUSE = "acl"  # "the claim **that** …", "the man **standing** there"
PARATAXIS = "parataxis"
CONJUNCT = "conj"
CONJUNCTION = "cc"
PRECONJUNCTION = "preconj"
AUXILIARY = "aux"
PASSIVE_AUXILIARY = "auxpass"
NEGATION = "neg"
PARTICLE = "prt"
MARKER = "mark"
ADVERB = "advmod"
NOUN_ADVERBIAL = "npadvmod"
DETERMINER = "det"
PREDETERMINER = "predet"
ADJECTIVE = "amod"
COMPOUND = "compound"
NOMINAL_MODIFIER = "nmod"
NUMBER = "nummod"
QUANTIFIER = "quantmod"
POSSESSOR = "poss"
POSSESSIVE_MARK = "case"
APPOSITION = "appos"
INTERJECTION = "intj"
PUNCTUATION = "punct"
META = "meta"
UNKNOWN = "dep"
ROOT = "ROOT"

SUBJECTS = frozenset((SUBJECT, PASSIVE_SUBJECT))
ALL_SUBJECTS = SUBJECTS | {CLAUSAL_SUBJECT, EXPLETIVE}
OBJECTS = frozenset((OBJECT, INDIRECT_OBJECT))
AUXILIARIES = frozenset((AUXILIARY, PASSIVE_AUXILIARY))
PASSIVE_MARKS = frozenset((PASSIVE_SUBJECT, PASSIVE_AUXILIARY))
PREDICATIVES = frozenset((ATTRIBUTE, ADJECTIVE_COMPLEMENT, OBJECT_PREDICATE))
COMPLEMENT_CLAUSES = frozenset((CLAUSE_COMPLEMENT, OPEN_COMPLEMENT))
CLAUSES_OF_NOUNS = frozenset((NOUN_CLAUSE, RELATIVE_CLAUSE))
SUBORDINATE_CLAUSES = CLAUSES_OF_NOUNS | {ADVERBIAL_CLAUSE, CLAUSAL_SUBJECT, PREPOSITION_CLAUSE}
#: Nouns and adjectives before the noun that they modify.
PREMODIFIERS = frozenset((COMPOUND, NOMINAL_MODIFIER, ADJECTIVE))
COMPOUND_NOUNS = frozenset((COMPOUND, NOMINAL_MODIFIER))
#: What joins conjuncts: the conjunction and the marks between.
JOINTS = frozenset((CONJUNCTION, PUNCTUATION))

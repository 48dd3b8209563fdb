"""The classes and forms of words: universal parts of speech and Penn Treebank tags under their grammatical names.

Classes are those of Universal Dependencies (``token.pos``), forms those of the Penn Treebank (``token.tag``; Santorini,
"Part-of-Speech Tagging Guidelines", 1990). Only this folder spells them; the rest of claimx uses these names:
``token.pos in word_classes.NOUNS``, ``token.tag == word_classes.GERUND``.
"""

VERB = "VERB"
AUXILIARY = "AUX"
NOUN = "NOUN"
NAME = "PROPN"
PRONOUN = "PRON"
ADJECTIVE = "ADJ"
ADVERB = "ADV"
ADPOSITION = "ADP"
DETERMINER = "DET"
NUMERAL = "NUM"
PARTICLE = "PART"
COORDINATOR = "CCONJ"
SUBORDINATOR = "SCONJ"
INTERJECTION = "INTJ"
PUNCTUATION = "PUNCT"
SYMBOL = "SYM"
OTHER = "X"
SPACE = "SPACE"

VERBS = frozenset((VERB, AUXILIARY))
NOUNS = frozenset((NOUN, NAME))
NOMINALS = NOUNS | {PRONOUN}
CONTENT_WORDS = frozenset((VERB, NOUN, ADJECTIVE, NAME))

BASE = "VB"
PAST = "VBD"
GERUND = "VBG"
PARTICIPLE = "VBN"
PRESENT = "VBP"
PRESENT_THIRD = "VBZ"
MODAL = "MD"
SINGULAR = "NN"
PLURAL = "NNS"
NAME_SINGULAR = "NNP"
NAME_PLURAL = "NNPS"
PLAIN_ADJECTIVE = "JJ"
COMPARATIVE = "JJR"
SUPERLATIVE = "JJS"
PLAIN_ADVERB = "RB"
COMPARATIVE_ADVERB = "RBR"
SUPERLATIVE_ADVERB = "RBS"
CARDINAL = "CD"
PERSONAL_PRONOUN = "PRP"
POSSESSIVE_PRONOUN = "PRP$"
POSSESSIVE_MARK = "POS"
DETERMINER_FORM = "DT"
EXISTENTIAL = "EX"
TO = "TO"
WH_PRONOUN = "WP"
WH_POSSESSIVE = "WP$"
WH_DETERMINER = "WDT"
WH_ADVERB = "WRB"

#: Tensed verbs by themselves, and with modals.
TENSED = frozenset((PAST, PRESENT, PRESENT_THIRD))
FINITE = TENSED | {MODAL}
PRESENT_FORMS = frozenset((PRESENT, PRESENT_THIRD))
PARTICIPLES = frozenset((GERUND, PARTICIPLE))
NAME_FORMS = frozenset((NAME_SINGULAR, NAME_PLURAL))
COMMON_NOUN_FORMS = frozenset((SINGULAR, PLURAL))
PLURALS = frozenset((PLURAL, NAME_PLURAL))
WH_FORMS = frozenset((WH_PRONOUN, WH_POSSESSIVE, WH_DETERMINER, WH_ADVERB))

"""Whether verbs agree with their subjects and countable nouns have their articles, as far as the parse is sure."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.language.grammar.clauses import FINITE
from deckgen.language.words.parsing import Parse, Word

_COLLECTIVE = frozenset(
    {"number", "majority", "couple", "set", "lot", "variety", "data", "half", "rest", "most", "all", "some", "none"}
)


# Nouns that some 23,000 sentences about papers nearly always give an article or a plural.
_COUNTABLE = frozenset(
    (
        "action actor critic student teacher learner controller tagger parser compiler building editor switch router "
        "buffer agent algorithm application approach architecture article asset assumption autoencoder average "
        "backbone bank barrier baseline batch benchmark bit block bottleneck bound box branch bug capsule car category "
        "cause cell challenge change channel character choice claim class classifier cluster coalition column "
        "combination company component concept constraint convolution core database dataset decision detector "
        "difference dimension direction discriminator distribution document element embedding encoder engine ensemble "
        "entry environment episode epoch estimate estimator event experiment expert expression extension extractor "
        "face factor family field file filter form framework function game gaussian gene generator glimpse goal "
        "gradient graph grid group head hierarchy host hyperparameter idea image implementation index instruction "
        "investor issue item iteration iterator job kernel kind label layer layout letter level limit line link list "
        "location lock look loop lot map margin market matrix measure mechanism member message method metric mistake "
        "modality model modification module mutation name net network neuron node nodule objective one operation "
        "outcome output page painting pair paper partition patch path patient peer perceptron person photo phrase "
        "piece pipeline pixel plan player policy portion post presentation price probability problem procedure process "
        "program project projection proposal pyramid query question ratio read region regularizer relationship replica "
        "repository representation request result reward robot role rollout sample scenario scheme seat section sensor "
        "sentence sequence server setting signal simulation solution stack statement step strategy stream style subset "
        "subspace summary symbol system tag target task technique tensor thread threshold timestep token tool topic "
        "transaction transformation transition tree trial trick tuple type unit update user utterance value variable "
        "variant vector version word workload world"
    ).split()
)
_AMOUNTS = frozenset({"probability", "price", "change", "difference"})  # "higher probability", "little change"
_IN_PHRASE = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "VBN", "VBG", "HYPH", "``", "''", "RB"})
_MAX_PHRASE = 6
_ARTICLES = ("det", "poss", "nummod", "predet", "appos")


def bare_nouns(parse: Parse) -> Iterator[str]:
    """The countable nouns of a sentence that stand as subject or object without an article, in order.

    Example:
        >>> from deckgen.language.words.parsing import parse_text
        >>> list(bare_nouns(parse_text("The node sends batch to the disk.")))
        ['batch']
    """
    for word in parse.words:
        if word.tag != "NN" or word.dep not in ("nsubj", "nsubjpass", "dobj") or word.text.lower() not in _COUNTABLE:
            continue
        follows = parse.words[word.i + 1].text if word.i + 1 < len(parse) else ""
        named = follows[:1].isupper() or follows[:1].isdigit() or (len(follows) == 1 and follows.isalpha())
        if not named and not parse.children(word.i, *_ARTICLES) and not _determined(parse, word):
            yield word.text


def _determined(parse: Parse, noun: Word) -> bool:
    """Whether an article stands before the noun though the parse hangs it elsewhere, or an amount is spoken of."""
    if noun.text.lower() in _AMOUNTS and parse.child(noun.i, "amod") is not None:
        return True
    for word in reversed(parse.words[max(noun.i - _MAX_PHRASE, 0) : noun.i]):
        if word.tag in ("DT", "PDT", "PRP$", "CD", "POS"):
            return True
        if word.tag not in _IN_PHRASE:
            return False
    return False


def disagreements(parse: Parse) -> Iterator[str]:
    """The finite verbs of a sentence that do not agree with their subject in number, in order.

    Example:
        >>> from deckgen.language.words.parsing import parse_text
        >>> list(disagreements(parse_text("The nodes corresponds to objects.")))
        ['corresponds']
    """
    for word in parse.words:
        subject = parse.child(word.i, "nsubj", "nsubjpass")
        if subject is None or word.dep in ("aux", "auxpass"):
            continue
        finite = next((w for w in parse.children(word.i, "aux", "auxpass") if w.tag in FINITE), word)
        if finite.tag in ("VBZ", "VBP") and _differs(parse, subject, finite):
            yield finite.text


def _differs(parse: Parse, subject: Word, finite: Word) -> bool:
    joined = parse.child(subject.i, "conj", "cc") is not None
    if joined or subject.lemma.lower() in _COLLECTIVE or not subject.text.isalpha() or not subject.text.islower():
        return False
    if subject.tag == "NNS":
        return finite.tag == "VBZ"
    return subject.tag == "NN" and finite.tag == "VBP" and finite.text.lower() not in ("'re", "’re")

"""What in a sentence points at another one that the card does not show, and what only looks like it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from deckgen.language.grammar.clauses import NOUNS, PLURAL, Clause
from deckgen.language.prose.mentions import PEOPLE
from deckgen.language.words.parsing import Parse, Word

_PRONOUNS = frozenset({"it", "its", "they", "them", "their", "he", "she", "his", "her"})
_PLACES = frozenset(
    "layer token word state action frame timestep sentence block iteration stage reward row column character hidden "
    "moment derivative dimension epoch observation convolution output input symbol pixel position turn query "
    "element item level time-step hop weight activation utterance node neuron year decade order time half person "
    "quarter segment eigenvalue and or".split()
)
_ALWAYS = re.compile(
    r"\b(?:the (?:above|following|second one|first one|other two|reader)|other one|as before|as usual|these days|"
    r"mentioned|in that case|that way|[Ll]ines? \d+|[Ss]teps? \d+|our|ours|as well)\b(?! as\b)"
    r"|(?<!allows )(?<!allow )(?<!enables )(?<!enable )(?<!lets )(?<!helps )(?<!help )(?<!gives )(?-i:\bus\b)"
    r"|\A(?:Other(?! than\b) \w+|Else|From (?:now|then|there) on|At this point|After (?:that|this))\b"
    r"|\AOne (?:issue|problem|way|idea|solution|option|thing|reason|advantage|drawback|downside|approach|example|"
    r"caveat) (?:is|was)\b"
    r"|\btoo\.|\binstead\.|\bfor that[,.]|\b(?:do|does|did|doing) so\b|\AOtherwise\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"\b(?:the (?:former|latter|same|others?|previous|next|rest|remaining|resulting|two|three|four|five|first|second|"
    r"third|last)|another|others|both(?=\.)|previously|earlier|again|similarly|likewise|we)\b(?!-)",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"\b(?:than|compared (?:to|with)|over|outperforms?|from|among|unlike|versus)\Z")
_SHARES = re.compile(r"\b(?:both|all|each|every|multiple|different|many|various|several|two|identical|pairs?)\b", re.I)
_CLOSING = frozenset({".", ",", "-LRB-", "CC", "RB", "TO", "VBZ", "VBP", "MD"})
_DOERS = ("er", "or", "ist", "ian", "ant")
_CIRCUMSTANCES = frozenset({"as", "by", "because", "during", "before", "after", "while", "when", "at"})
METHODS = frozenset("method model approach architecture network algorithm framework system technique".split())
_OPENING_WORDS, _MAX_EXPLETIVE = 3, 12
_OF_THINGS = frozenset({"able", "unable", "likely", "unlikely", "ready", "similar", "due", "robust", "equal", "close"})
_SAID = frozenset("show see prove argue know note expect say believe find assume think".split())
_SAYS_WE = frozenset("want need know define".split())
_ANYBODY = frozenset({"can", "could", "may", "might", "must", "should", "need"})


def unresolved(parse: Parse, clause: Clause | None) -> Iterator[str]:
    """Why the sentence needs another one to be understood; nothing where it stands alone.

    Example:
        >>> from deckgen.language.grammar.clauses import main_clause
        >>> from deckgen.language.words.parsing import parse_text
        >>> parse = parse_text("The former hides the lamps.")
        >>> list(unresolved(parse, main_clause(parse)))
        ['refers to another sentence']
    """
    if not parse.words:
        return
    if _ALWAYS.search(parse.text) or any(not _excused(parse, found) for found in _MAYBE.finditer(parse.text)):
        yield "refers to another sentence"
    elif any(_dangles(parse, word) for word in parse.words):
        yield "a pronoun without its noun"


def lost(parse: Parse) -> Iterator[str]:
    """The pronouns of a text that nothing before them in the text can stand for.

    Example:
        >>> from deckgen.language.words.parsing import parse_text
        >>> list(lost(parse_text("Why do the states it visits become harder?")))
        ['it']
    """
    for word in parse.words:
        if word.text.lower() in _PRONOUNS and word.tag in ("PRP", "PRP$") and not has_noun(parse, word):
            yield word.text


def _excused(parse: Parse, found: re.Match[str]) -> bool:
    at = next((w.i for w in parse.words if w.end > found.start()), 0)
    last = found.group().lower().split()[-1]
    return _EXCUSES[last](parse, min(at + len(found.group().split()), len(parse)) - 1)


def _joined(parse: Parse, i: int) -> bool:
    """Whether two things joined by "and", "or" stand before this place: what "the latter" chooses from."""
    return any(w.dep == "conj" and w.tag in NOUNS and parse.words[w.head].tag in NOUNS for w in parse.words[:i])


def _placed(parse: Parse, i: int) -> bool:
    """Whether the thing itself has an order, as in "the last hidden layer"; not "The second idea is ..."."""
    following = parse.words[i + 1 : i + 3]
    ordered = any(w.lemma.lower() in _PLACES for w in following)
    noun = parse.words[parse.words[i].head]
    complement = parse.child(noun.i, "prep", "relcl", "acl") is not None and noun.tag in NOUNS
    ordered = ordered or parse.child(noun.i, "appos") is not None
    extreme = parse.words[i].text in ("first", "last") and noun.dep not in ("nsubj", "nsubjpass", "attr")
    return ordered or ((complement or extreme) and i > _OPENING_WORDS)


def _same(parse: Parse, i: int) -> bool:
    before = parse.words[:i]
    if parse.words[parse.words[i].head].dep in ("nsubj", "nsubjpass"):
        return False
    if parse.words[i].dep in ("attr", "acomp") or i + 2 >= len(parse):
        return any(w.text in ("as", "for") for w in parse.words[i + 1 :])
    several = any(w.tag in PLURAL or w.dep == "conj" for w in before)
    return several or bool(_SHARES.search(parse.text)) or any(w.text == "as" for w in parse.words[i + 1 :])


def _other(parse: Parse, i: int) -> bool:
    before = parse.text[: parse.words[i].start].rstrip()
    before = before.removesuffix("the").rstrip()
    first = bool(re.search(r"\b(?:one (?!of|has|is|can|in|to)[a-z]+|either|each|some|on)\b", before, re.I))
    return first or bool(_COMPARES.search(before)) or (i > _OPENING_WORDS and _joined(parse, i))


def _another(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    follows = parse.words[i + 1].text if i + 1 < len(parse) else ""
    if i < _OPENING_WORDS:
        return follows[:1].isupper()
    noun = parse.words[word.head]
    return noun.dep != "attr" and word.dep != "attr"


def _later(parse: Parse, i: int) -> bool:
    """Whether something in the sentence comes before it, so that "the resulting" can result from it."""
    verbs = [w for w in parse.words[:i] if w.tag.startswith("VB") and w.dep not in ("aux", "auxpass")]
    return i > _OPENING_WORDS and len(verbs) > 1


def _adverb(parse: Parse, i: int) -> bool:
    follows = parse.words[i + 1] if i + 1 < len(parse) else None
    if follows is None or i < 1:
        return False
    return follows.tag in ("VBN", "JJ", "NN", "NNS", "VBD") or follows.text in ("to", "than")


def _again(parse: Parse, i: int) -> bool:
    return 1 < i < len(parse) - 2


def _we(parse: Parse, i: int) -> bool:
    """Whether "we" is anybody: "Given the mask, we can paint the lamps"."""
    verb = parse.words[parse.words[i].head]
    can = any(w.text in _ANYBODY for w in parse.children(verb.i, "aux"))
    opens = parse.words[0].text in ("Then", "Now", "So", "Suppose", "Let")
    within = verb.dep != "ROOT"
    plain = parse.words[i].dep == "nsubj" and parse.words[i].text == "we" and not opens
    return plain and (can or verb.lemma in _SAYS_WE or within)


def _rest(parse: Parse, i: int) -> bool:
    return i + 1 < len(parse) and parse.words[i + 1].text == "of"


_EXCUSES: dict[str, Callable[[Parse, int], bool]] = {
    **dict.fromkeys(("former", "latter", "two", "three", "four", "five", "both"), _joined),
    **dict.fromkeys(("previous", "next", "first", "second", "third", "last"), _placed),
    **dict.fromkeys(("remaining", "resulting"), _later),
    **dict.fromkeys(("previously", "earlier", "similarly", "likewise"), _adverb),
    **dict.fromkeys(("other", "others"), _other),
    "same": _same,
    "another": _another,
    "again": _again,
    "rest": _rest,
    "we": _we,
}


def _dangles(parse: Parse, word: Word) -> bool:
    """Whether a pointing word has nothing before it in its own sentence that it can point at."""
    low = word.text.lower()
    follows = parse.words[word.i + 1] if word.i + 1 < len(parse) else word
    if low in ("this", "these", "those", "here"):
        relative = low == "those" and (follows.tag in ("IN", "WDT", "WP", "VBN", "VBG", "WRB"))
        return not relative and not _repeated(parse, word)
    if low == "that":
        return _that(parse, word) and not _repeated(parse, word)
    if low == "such":
        return follows.text.lower() not in ("as", "that") and not _repeated(parse, word)
    if low == "both" and word.i < _OPENING_WORDS:
        return not any(w.text == "and" for w in parse.words[word.i : word.i + 8])
    if low in _PRONOUNS:
        if word.i and word.text[0].isupper() and parse.words[word.i - 1].text.isalnum():
            return True  # a sentence run into another
        if low == "their" and word.dep == "poss" and parse.words[word.head].lemma.lower() in METHODS:
            return not _people(parse, word)
        return not has_noun(parse, word) and not (low == "it" and expletive(parse, word))
    return low in ("one", "ones") and word.tag in NOUNS | {"PRP"} and not _anyone(parse, word)


def _anyone(parse: Parse, word: Word) -> bool:
    """Whether "one" is anybody ("One can sort the lamps") or a noun of the sentence again ("... with dilated ones")."""
    if word.dep == "nsubj" and any(w.tag == "MD" for w in parse.children(word.head, "aux")):
        return word.text.lower() == "one"
    said = any(w.tag in NOUNS and w.lemma.lower() not in PEOPLE for w in parse.words[: word.i])
    return said and parse.child(word.i, "amod", "compound", "acl", "relcl", "prep") is not None


def _that(parse: Parse, word: Word) -> bool:
    """Whether "that" points: not the relative pronoun, not "that of the filter"."""
    if word.i == 0:
        return True
    follows = parse.words[word.i + 1] if word.i + 1 < len(parse) else word
    alone = word.dep in ("dobj", "pobj") and (follows.tag in _CLOSING or follows.text in _CIRCUMSTANCES)
    return word.tag == "DT" and (alone or word.dep not in ("mark", "nsubj", "nsubjpass", "dobj", "pobj"))


def _repeated(parse: Parse, word: Word) -> bool:
    """Whether the noun behind the pointer stands earlier in the same sentence: "a log ... this log"."""
    noun = parse.words[word.head]
    if word.dep not in ("det", "amod", "predet") or noun.tag not in NOUNS or noun.i < word.i:
        return False
    if parse.child(noun.i, "nummod") is not None:
        return False
    same = (w for w in parse.words[: word.i] if w.tag in NOUNS and w.lemma.lower() == noun.lemma.lower())
    return any((w.tag in PLURAL) == (noun.tag in PLURAL) for w in same)


def expletive(parse: Parse, it: Word) -> bool:
    """Whether "it" stands for the clause behind: "it is possible to ...", "it can be shown that ...".

    Example:
        >>> from deckgen.language.words.parsing import parse_text
        >>> parse = parse_text("At night it is possible to use a lamp.")
        >>> expletive(parse, parse.words[2])
        True
    """
    rest = list(parse.words[it.i + 1 : it.i + _MAX_EXPLETIVE])
    while rest and (rest[0].tag in ("MD", "RB", "RBR") or rest[0].lemma in ("be", "become", "get", "remain", "have")):
        rest = rest[1:]
    if len(rest) < 2:
        return False
    if (rest[0].tag == "VBN" and rest[0].lemma in _SAID) or rest[0].lemma in ("seem", "appear", "turn"):
        return any(w.text == "that" for w in rest[1:3])
    if rest[0].text in _OF_THINGS and rest[1].text != "that":
        return False
    weighed = rest[0].tag in ("VBG", "VBN", "NN") and rest[1].text == "that"
    if rest[0].tag not in ("JJ", "JJR") and not weighed:
        return False
    return rest[1].text == "that" or any(_acts(parse, w) for w in rest[1:] if w.tag == "VB")


def _acts(parse: Parse, verb: Word) -> bool:
    """Whether an infinitive has its own object, so that "it" cannot be that."""
    return (
        any(w.tag == "TO" for w in parse.children(verb.i, "aux"))
        and parse.child(verb.i, "dobj", "ccomp", "prep", "xcomp") is not None
    )


def _people(parse: Parse, pronoun: Word) -> bool:
    """Whether the authors or other people are spoken of before the pronoun."""
    before = parse.words[: pronoun.i]
    names = any(w.text.endswith("et al.") or w.tag == "NNP" for w in before)
    return names or any(w.lemma.lower() in PEOPLE or (w.tag == "NNS" and w.lemma.endswith(_DOERS)) for w in before)


def has_noun(parse: Parse, pronoun: Word) -> bool:
    """Whether a noun of fitting number stands before the pronoun as subject or object."""
    plural = pronoun.text.lower() in ("they", "them", "their")
    for word in parse.words[: pronoun.i]:
        joined = any(child.dep == "conj" for child in parse.children(word.i))
        everyone = any(w.text.lower() in ("each", "every") for w in parse.children(word.i, "det"))
        fits = word.tag in PLURAL or joined or everyone if plural else word.tag in ("NN", "NNP")
        placed = word.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj")
        if fits and placed and not _circumstance(parse, word, pronoun):
            return True
    return False


def _circumstance(parse: Parse, noun: Word, pronoun: Word) -> bool:
    """Whether a noun only tells when or where the subject acts: "During training, it ..."."""
    verb = parse.words[pronoun.head]
    if pronoun.dep not in ("nsubj", "nsubjpass") or verb.dep != "ROOT" or noun.dep != "pobj":
        return False
    link = parse.words[noun.head]
    while link.dep in ("prep", "pobj", "pcomp", "advcl") and link.head != link.i:
        link = parse.words[link.head]
    return link.i == verb.i

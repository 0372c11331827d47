"""The pronouns a sentence has for its subject, named: "It finds ..." as "The spotter finds ...".

Only the subject is named, and only by what the sentence before was about or by the authors.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.language.grammar.clauses import PLURAL, SUBJECTS
from deckgen.language.prose.mentions import PEOPLE, Antecedent, Mention, introduced
from deckgen.language.prose.pointers import METHODS, expletive, has_noun
from deckgen.language.words.parsing import Parse, Word

_AUTHORS_ONLY = frozenset(
    "propose introduce present suggest describe evaluate test compare argue report study investigate analyze analyse "
    "demonstrate conduct experiment collect release discuss examine conclude hypothesize claim find develop "
    "implement fine-tune pretrain formulate train measure note cite".split()
)
_AUTHORS_DO = _AUTHORS_ONLY | frozenset(
    "use apply show observe define extend combine replace add design build create derive prove measure employ adopt "
    "choose perform optimize optimise address tackle explore provide model learn augment modify start initialize "
    "initialise run rely make aim estimate consider identify highlight attribute assume achieve beat set select sample "
    "generate compute minimize maximize exploit leverage visualize try discover".split()
)
_OURS = frozenset("propose introduce present evaluate demonstrate argue report study investigate conduct".split())
_TEAM_DOES = frozenset(  # of "they" alone: "we" may be anybody who does it
    "give reach mention get obtain refer pass call expand state represent denote feed keep treat pick approximate "
    "convert concatenate process assign split encode map remove insert fix freeze normalize scale crop resize label "
    "annotate gather divide update solve transform parametrize quantify interpret view frame cast motivate focus adapt "
    "borrow benchmark".split()
)
_THINGS_DO = frozenset(
    "be have contain consist include require depend allow enable lead cause occur appear become belong differ exist "
    "fail grow happen help hold lack remain represent suffer tend vary work correspond converge".split()
)
_ANYBODY_DOES = frozenset(
    "need consider assume set select choose run start make compute minimize maximize try give get obtain take estimate "
    "want define let note derive use add observe prove show".split()
)
_PAPERS_DO = frozenset("present propose describe investigate study discuss examine analyze analyse".split())
_AUTHORIAL = frozenset(
    "result experiment analysis evaluation goal idea contribution finding motivation work study ablation intuition "
    "hypothesis assumption conclusion implementation solution dataset setup setting task aim argument".split()
)
_PAPERS = frozenset({"paper", "work", "article", "study"})
_ABSTRACT = frozenset(
    "danger problem idea goal reason question issue point key fact intuition motivation advantage drawback difference "
    "way thing case downside hope aim claim main only".split()
)
_MAX_OWNER, _SHORT_OPENING = 4, 8


@dataclass(frozen=True, slots=True)
class Naming:
    """A sentence with a pronoun named, and what it was named by."""

    text: str
    subject: Mention | None


def resolved(parse: Parse, authors: str, before: Antecedent | None) -> Naming | None:
    """The sentence with the pronoun of its subject named; None where it has none, as it is where nothing is sure.

    Args:
        parse: the sentence.
        authors: how a sentence speaks of them.
        before: the sentence before, if it stands in the same block.
    """
    word = _pronoun(parse)
    if word is None:
        return None
    low = word.text.lower()
    if low == "it":
        mention = _it(parse, word, before)
    elif low in ("they", "we"):
        mention = _they(parse, word, authors, before)
    else:
        return _owned(parse, word, authors, before)
    return Naming(put(parse, word, mention) if mention else parse.text, mention)


def put(parse: Parse, word: Word, mention: Mention) -> str:
    """The sentence with the mention for a word."""
    said = mention.text if word.i == 0 else mention.middle
    return parse.text[: word.start] + said + parse.text[word.end :] if said else parse.text


def _pronoun(parse: Parse) -> Word | None:
    if not parse.words:
        return None
    if parse.words[0].text in ("Its", "Their") and parse.words[0].dep == "poss":
        return parse.words[0]
    root = parse.root
    subject = parse.child(root.i, "nsubj", "nsubjpass") if root else None
    return subject if subject is not None and subject.text.lower() in ("it", "they", "we") else None


def _it(parse: Parse, word: Word, before: Antecedent | None) -> Mention | None:
    root = parse.root
    if expletive(parse, word) or _awaits(parse) or (word.i > 0 and has_noun(parse, word)):
        return None
    if before is None or not before.near:
        return _opening_it(parse, word, before)
    glued = parse.words[word.i + 1].start == word.end
    if glued or (word.i > 0 and (before.head or word.text[0].isupper())):
        return None
    subject = before.subject
    if subject is not None and subject.text.split()[1:2] and subject.text.split()[1].lower() in _ABSTRACT:
        return None
    papers = subject is not None and subject.text.split()[-1] in _PAPERS
    if papers and root is not None and root.lemma in _PAPERS_DO | _OURS and root.tag == "VBZ":
        return subject
    if subject is not None and not subject.plural and not subject.people and not papers:
        return subject
    return introduced(before.clause) if subject is not None and (papers or subject.people) else None


def _opening_it(parse: Parse, word: Word, before: Antecedent | None) -> Mention | None:
    """What "It" is at the head of a block: the paper that presents, or the topic if the block before was about it."""
    root = parse.root
    if root is not None and root.lemma in _PAPERS_DO and root.tag == "VBZ" and word.i == 0:
        return Mention("This paper", "")
    subject = before.subject if before is not None else None
    return subject if subject is not None and subject.topic and not subject.plural else None


def _awaits(parse: Parse) -> bool:
    """Whether "it" stands for the clause behind the verb: "it is easy to see that ...", "it seems that ..."."""
    root = parse.root
    if root is None:
        return True
    if parse.child(root.i, "acomp", "attr") is None:
        return root.lemma in ("seem", "appear", "turn", "happen", "follow") and parse.child(root.i, "ccomp") is not None
    goal = parse.child(root.i, "xcomp")
    done = goal is not None and parse.child(goal.i, "dobj", "ccomp") is not None
    return done or parse.child(root.i, "ccomp") is not None


def _they(parse: Parse, word: Word, authors: str, before: Antecedent | None) -> Mention | None:
    """The authors where the verb says so; else the things that the sentence before was about."""
    root = parse.root
    if root is None:
        return None
    near = before is not None and before.near
    subject = before.subject if before is not None and near else None
    things = word.text.lower() == "they" and near and _of_things(before)
    head = before is not None and before.head
    others = subject is not None and word.text == "They" and not head and not _team(subject, authors)
    if others and subject is not None and (subject.people or subject.named):
        return subject if subject.people else None
    if _authors_act(parse, word, root, before, things):
        return Mention(authors[0].upper() + authors[1:], authors, plural=True, people=True)
    states = root.lemma.lower() in _THINGS_DO or not _active(parse, root)
    said = before is not None and not before.head and subject is not None and subject.plural and not subject.people
    return subject if things and said and states and not (word.i > 0 and has_noun(parse, word)) else None


def _team(subject: Mention, authors: str) -> bool:
    """Whether a subject is the authors of the paper or the paper itself."""
    return subject.topic or subject.text.lower() == authors.lower()


def _of_things(before: Antecedent | None) -> bool:
    """Whether the sentence before was about several things that are not people."""
    if before is None or before.subject is not None:
        return before is not None and before.subject is not None and before.subject.plural and not before.subject.people
    head = before.clause.subject_head if before.clause is not None else None
    if before.clause is None or head is None or head.lemma.lower() in PEOPLE:
        return False
    return head.tag in PLURAL or before.clause.parse.child(head.i, "conj") is not None


def _authors_act(parse: Parse, word: Word, root: Word, before: Antecedent | None, things: bool) -> bool:
    """Whether the verb is one of the authors; behind a sentence about other things only one that none of them does."""
    lemma = root.lemma.lower()
    they = word.text.lower() == "they"
    if not _active(parse, root) or (not they and lemma in _ANYBODY_DOES):
        return False
    does = _AUTHORS_DO | _TEAM_DOES if they else _AUTHORS_DO
    if word.i > 0:
        if parse.words[word.i - 1].text != "," and (word.i > _SHORT_OPENING or word.text[0].isupper()):
            return False
        if any(w.dep in SUBJECTS for w in parse.words[: word.i]) and parse.words[0].tag not in ("IN", "WRB"):
            return False
        plural = any(w.tag == "NNS" for w in parse.words[: word.i])
        aim = parse.words[0].text == "To" and parse.words[1].tag == "VB"
        sure = they and (aim or not plural) and not things
        return lemma in (does if sure else _AUTHORS_ONLY if they else _OURS) and _single(parse, word)
    if before is None or not before.near:
        return lemma not in _THINGS_DO if they else lemma in does
    passive = before.clause is not None and before.clause.passive
    return lemma in (_AUTHORS_ONLY if things and not passive else does)


def _active(parse: Parse, root: Word) -> bool:
    return parse.child(root.i, "auxpass") is None and not any(w.tag == "MD" for w in parse.children(root.i, "aux"))


def _single(parse: Parse, word: Word) -> bool:
    """Whether the pronoun stands once, and not in "Suppose we begin with ..., we ..."."""
    return sum(w.text.lower() == word.text.lower() for w in parse.words) == 1


def _owned(parse: Parse, word: Word, authors: str, before: Antecedent | None) -> Naming:
    """A sentence about what somebody has: "Its head is small" as "The spotter's head is small"."""
    noun = parse.words[word.head]
    near = before is not None and before.near
    subject = before.subject if before is not None and (near or (before.subject and before.subject.people)) else None
    owner = _owner(word, noun, subject, before)
    if owner is None and word.text == "Their" and _teams(noun, subject, authors, before):
        owner = Mention(authors[0].upper() + authors[1:], authors, plural=True, people=True)
    if owner is None or not (owner.people or len(owner.text.split()) <= _MAX_OWNER):
        return Naming(parse.text, None)
    places = parse.subtree(noun.i)
    text = owner.possessive + parse.text[word.end :]
    is_subject = noun.dep in SUBJECTS and parse.words[noun.head].dep == "ROOT" and len(places) <= _MAX_OWNER
    whole = owner.possessive + parse.text[word.end : parse.words[places[-1]].end]
    return Naming(text, Mention(whole, "", plural=noun.tag == "NNS") if is_subject else None)


def _teams(noun: Word, subject: Mention | None, authors: str, before: Antecedent | None) -> bool:
    """Whether "their" can only be the authors': nobody else, and not several things, came before."""
    if subject is not None and (subject.people or subject.named) and not _team(subject, authors):
        return False
    if before is None or not before.near:
        return True
    return before.clause is not None and (noun.lemma.lower() in _AUTHORIAL or not (before.half or _of_things(before)))


def _owner(word: Word, noun: Word, subject: Mention | None, before: Antecedent | None) -> Mention | None:
    if subject is None or before is None:
        return None
    if word.text == "Their":
        if subject.people:
            return subject
        return subject if subject.plural and noun.lemma.lower() not in _AUTHORIAL | METHODS else None
    if subject.people or subject.text.split()[-1] in _PAPERS:
        return introduced(before.clause)
    return None if subject.plural else subject

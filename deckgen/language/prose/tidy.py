"""A raw sentence brought into the form a card can quote: without citations, asides to the reader and openers.

What is cut never changes what the sentence claims: references, discourse openers ("However,"), the attribution
"The authors show that" in front of a full clause, list numbers, a "TLDR;".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckgen.model import Element, ElementKind

_OPENERS = (
    "However|Further|Furthermore|Moreover|Similarly|Likewise|Interestingly|Surprisingly|Unsurprisingly|In other words|"
    "For example|For instance|So far|Also|Thus|Hence|Therefore|Instead|In fact|Basically|In (?:the|this) (?:paper|work|"
    "article|study)|To this end|Intuitively|Additionally|"
    "In addition|Specifically|More specifically|More precisely|Precisely|Concretely|Finally|Overall|Importantly|"
    "Most importantly|"
    "In particular|Particularly|Essentially|Obviously|Clearly|In summary|To summarize|In conclusion|As a result|"
    "Consequently|Accordingly|Note that|Notably|Recall that|On the other hand|On the contrary|In contrast|By "
    "contrast|Conversely|"
    "In general|Generally|First|First of all|Firstly|Second|Secondly|Third|Thirdly|Last|Lastly|Nevertheless|"
    "Nonetheless|Still|"
    "In short|In brief|In essence|That is|Of course|Indeed|Actually|Hereby|Here|Next|Then|Afterwards|Besides|"
    "Again|Ultimately|"
    "e\\.g\\.|E\\.g\\.|i\\.e\\.|I\\.e\\.|Ie|Eg|TL;?DR|tl;?dr|Tl;?dr|Main idea|Key idea|Key insight|Idea|Summary|"
    "Note|NB|N\\.B\\.|Remark|This way|In this way|Fortunately|Unfortunately|Meanwhile|Formally|As expected|"
    "As a consequence|Not surprisingly|Crucially|Equivalently|Simply put|Roughly speaking|As (?:mentioned|noted|"
    "discussed|described|explained) (?:above|before|earlier)|To be (?:precise|more precise|exact|specific)|"
    "(?:As (?:shown|seen|described|illustrated|can be seen) )?[Ii]n (?:Section|Sec\\.|Chapter|Table|Figure|Fig\\.|"
    "Appendix) ?[0-9A-Z][0-9.]{0,4}"
)
_OPENER = re.compile(
    rf"^(?:(?:{_OPENERS})\s*[,:;–—]\s*"
    r"|In (?:this|the) (?:paper|work|study) (?=(?:the authors|they|we) )"
    r"|(?:Note that|Recall that|TL;?DR|TLDR)\s+|(?:Then|Now) (?=(?:the|an?|each|every|all) )"
    r"|(?:So|But|And|Yet|Or|Thus|Hence|"
    rf"Also|Additionally)\s+(?=[a-zA-Z]))"
)
_SAYING = (
    "argue|claim|note|show|find|observe|state|report|conclude|suggest|demonstrate|found|showed|observed|reported|"
    "concluded|noted|argued|claimed|say|believe|hypothesize|hypothesise|prove|proved|stress|emphasize|mention|"
    "discovered|discover"
)
_ATTRIBUTION = re.compile(
    rf"^(?:(?:The |These )?[Aa]uthors?|They|We|The (?:paper|study|article|work)|This (?:paper|study|article|"
    rf"work)|It)(?: also| further| then| empirically| theoretically)? "
    rf"(?:(?:{_SAYING})s?)(?: out| empirically| theoretically| experimentally| further)?,? that "
    rf"|^(?:(?:Also )?(?:[Ss]hows?|[Ff]inds?|[Ff]ound|[Ss]howed|[Pp]roves?|[Dd]emonstrates?|[Cc]laims?|[Aa]rgues?|"
    rf"[Oo]bserves?|[Oo]bserved) (?:experimentally |empirically )?that|It (?:is|was|has been) (?:shown|found|"
    r"observed|argued|reported|demonstrated|noted|well known|known)(?: empirically)? that|"
    r"It (?:can|could|should|must) be (?:further |also )?(?:shown|proven|proved|seen|noted) that|"
    r"It (?:is|'s) (?:important|worth|interesting) (?:to note|noting) that|It turns out that|(?:This|That) means that|"
    r"(?:One|We) should note that|(?:The )?(?:important|crucial) (?:thing|point) is that|"
    r"Research has (?:also )?shown that|"
    r"(?:The )?(?:(?:[Ii]nitial|[Ee]xperimental|[Ee]mpirical|[Tt]heir) )?"
    r"(?:[Rr]esults|[Ee]xperiments|[Ff]indings)(?: also)? (?:show|showed|indicate|indicated|suggest|"
    rf"suggested|demonstrate|confirm) that) "
)
_NUMBERING = re.compile(
    r"^(?:[(]?\d{1,2}(?:\.\d{1,2}){0,2}[.)]|[(]?[a-hivx]{1,3}[)]|[-–—*•·>+→]+|[(]\d{1,2}(?:\.\d{1,2})?[)])\s+"
)
_REFERENCE = re.compile(
    r"\s*[(\[](?:see |cf\.? |see also |shown in |as in )?(?:also )?(?:the )?(?:[Ff]ig(?:ure|\.)?|[Ss]ec(?:tion|"
    r"\.)?|[Tt]ab(?:le|\.)?|[Ee]q(?:uation|\.)?|[Aa]ppendix|[Aa]lgorithm|[Tt]heorem|[Ll]emma|[Cc]hapter|p\.|"
    r"pp\.)s? ?[^()\[\]]{0,40}[)\]]"
)
_CITED_YEAR = re.compile(
    r"\s*\((?:see |cf\.? |e\.g\.,? )?[A-Z][\w'’-]+(?: (?:et al\.?|and [A-Z][\w'’-]+|& [A-Z][\w'’-]+))?,? ?(?:19|"
    r"20)\d\d[a-z]?(?:; [^()]{0,80})?\)"
)
_NUMBER_CITED = re.compile(r"\s*\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,8}\]")
_SEE = re.compile(
    r"\s*[(\[](?:[Ss]ee|[Cc]f\.?|more (?:on this|details?)|details?|discussed|described|explained) [^()\[\]]{0,60}[)\]]"
)
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?)])")
_SPACES = re.compile(r"\s{2,}")
_TOKEN = re.compile(r"\s?Zq\d+x")
_EMPTY_BRACKETS = re.compile(r"\s*[(\[]\s*[,;]?\s*[)\]]")
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]|:[a-z_]{3,30}:")
# Who "they" are in a quotation only the quoted text knows.
_SPEAKS_OF = re.compile(r"\"?(?:they|we|it|their|our|this|these|i|the authors)\b", re.IGNORECASE)
# "Not only ... but also", "although ... still": the word has its fellow in the sentence itself.
_PAIRED = re.compile(
    r"\b(?:not only|not just|but|and|or|although|though|while|whereas|despite|even|yet|when|if|because|since|after|"
    r"see|known|as well)\b[^.]{0,200} (?:also|still)\b|\b(?:also|still) (?:known|called|referred|named|as|images?|life|"
    r"frames?|cameras?|in use|alive|open|unsolved)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"(?<=\w),? (?:however|moreover|furthermore|finally),?(?= [a-z])(?! (?:the|a|an)\b)|,? (?:then|though)(?=\.\Z)"
)
_TIES = re.compile(r"(?<=[a-z0-9)]) (?:also|still) (?=[a-z])")
_QUOTES = str.maketrans("“”„", '"""')
_SILENT = (ElementKind.CITATION, ElementKind.IMAGE)


def without_references(text: str, elements: Mapping[str, Element]) -> str:
    """The sentence without citations, images, bare addresses, figure references and emoji."""

    def spoken(match: re.Match[str]) -> str:
        element = elements.get(match.group().strip())
        silent = element is not None and (
            element.kind in _SILENT or (element.kind is ElementKind.LINK and element.text in ("", element.href))
        )
        return "" if silent else match.group()

    text = _TOKEN.sub(spoken, text)
    for pattern in (_NUMBER_CITED, _CITED_YEAR, _REFERENCE, _SEE, _EMPTY_BRACKETS, _EMOJI):
        text = pattern.sub("", text)
    return _SPACES.sub(" ", _SPACE_BEFORE.sub(r"\1", text)).strip()


def without_opener(text: str) -> str:
    """The sentence without list number, discourse openers and attribution, with a capital again.

    Example:
        >>> without_opener("However, the authors show that dropout helps.")
        'Dropout helps.'
    """
    text = _NUMBERING.sub("", text)
    for _ in range(3):
        shorter = _OPENER.sub("", text, count=1)
        shorter = _ATTRIBUTION.sub("", capitalised(shorter), count=1)
        if shorter == text:
            break
        text = capitalised(shorter)
    return text


def untied(text: str) -> str:
    """The sentence without the "also", "still" and "however" that only tie it to the sentence before.

    Example:
        >>> untied("The net is also trained on photos."), untied("It needs not only lamps but also oil.")
        ('The net is trained on photos.', 'It needs not only lamps but also oil.')
    """
    text = _TURNS.sub("", text, count=2)
    return text if _PAIRED.search(text) else _TIES.sub(" ", text, count=2)


def unquoted(text: str) -> str:
    """The sentence without the quotation marks round all of it, or the one that lost its fellow; no full stop then.

    Example:
        >>> unquoted('"Dropout helps."')
        'Dropout helps'
    """
    bare = text.translate(_QUOTES).rstrip(".")
    opened, closed = bare.startswith('"'), bare.endswith('"')
    marks = bare.count('"')
    if marks == opened + closed and marks and not _SPEAKS_OF.match(bare):
        return bare.strip('"').strip().rstrip(".")
    return text


def capitalised(text: str) -> str:
    """The text with a capital at its start, unless its first word is a name such as iGAN or one of our tokens."""
    first = text.split(" ", 1)[0]
    bare = first.removesuffix("'s").removesuffix("’s").replace("-", "").replace(",", "")
    if not text or bare == "let" or not bare.isalpha() or not first.islower():
        return text
    return text[0].upper() + text[1:]

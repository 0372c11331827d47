"""Whether a text is clearly in another language than English.

Function words decide: each language is known by its commonest ones, and by its script where that tells it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_LONGEST: Final = 40_000
_FEWEST_WORDS: Final = 25
_FEWEST_SIGNS: Final = 40

_STOP: Final = {
    "English": 
        "the of and to in is that for with as on are this be by it we from an which they can not at or have "
        "has was their but these our its use used using",
    "German": 
        "der die das und ist nicht ein eine mit von zu den dem des für auf im auch sich als an werden wird "
        "sind aus bei nach durch einer eines oder wie wir es dass",
    "French": 
        "le la les des et est une un dans que qui pour par sur avec pas au aux ce cette sont du en plus nous "
        "ne se ou leur être ont comme mais",
    "Spanish": 
        "el la los las de y en que un una es por con para se del al como más no son su este esta lo entre sus "
        "pero ha sobre también puede",
    "Portuguese": 
        "o os as de e em que um uma é por com para se do da dos das no na como mais não são seu sua ao pelo "
        "pela mas ou também ser",
    "Italian": 
        "il lo gli di e in che un una è per con si del della dei delle nel nella come più non sono questo "
        "questa al alla da ma anche essere",
    "Dutch": 
        "de het een en van is dat niet te op voor met zijn aan er als door bij ook naar uit wordt worden deze "
        "dit die maar om kan of",
    "Swedish": 
        "och att det som en på är av för med den till inte om ett har de i var kan från eller när så vi men "
        "detta sig",
    "Danish": 
        "og at det som en på er af for med den til ikke om et har de i var kan fra eller når så vi men dette "
        "sig blev",
    "Polish": 
        "i w na z do że się nie jest to o jak dla od po przez są oraz tego ten ta który która które może czy "
        "tym przy ich",
    "Czech": "a v na se je že s z do pro to o jako by jsou nebo tak ale které který která při po byl být jeho však jen",
    "Turkish": 
        "ve bir bu için ile de da olarak olan daha çok en ne gibi kadar sonra ancak veya her olduğu ise değil "
        "göre",
    "Romanian": "și în de la cu pe un o este că nu se din pentru care sunt mai prin sau ale fi este au această",
    "Hungarian": "a az és hogy nem egy is van ez meg csak de már vagy mint volt ha lehet azt kell között szerint",
    "Indonesian": "yang dan di dengan untuk dari pada ini adalah dalam tidak itu ke oleh sebagai juga atau dapat akan",
    "Vietnamese": "và của là các có được cho trong một không với này những để khi đã trên người từ như",
    "Finnish": "ja on ei se että oli hän mutta ovat kun myös kuin joka tai sekä ole jos niin vain voi",
}  # fmt: skip
_WORDS: Final = {name: frozenset(words.split()) for name, words in _STOP.items()}
_SCRIPTS: Final = (
    ("Japanese", re.compile(r"[\u3040-\u30ff]")),
    ("Korean", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("Chinese", re.compile(r"[\u4e00-\u9fff]")),
    ("Russian or another language in Cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("Arabic or another language in Arabic script", re.compile(r"[\u0600-\u06ff]")),
    ("Hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("Hindi or another language in Devanagari", re.compile(r"[\u0900-\u097f]")),
    ("Thai", re.compile(r"[\u0e00-\u0e7f]")),
    ("Greek", re.compile(r"[\u0370-\u03ff]")),
)
_WORD: Final = re.compile(r"[^\W\d_]{1,30}")
_NOT_PROSE: Final = re.compile(
    r"`{3}.{0,20000}?`{3}|`[^`\n]{0,300}`|\$\$[^$]{0,3000}\$\$|\$[^$\n]{0,300}\$|https?://\S{1,500}", re.DOTALL
)
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")


def foreign(text: str) -> str | None:
    """The name of the language of a text that is clearly not English, else None.

    Short texts, code, formulas and lists of names are never called foreign.

    Example:
        >>> foreign("Wir zeigen, dass die Methode auf den Daten nicht besser ist als das Modell, " * 4)
        'German'
    """
    prose = _NOT_PROSE.sub(" ", text[:_LONGEST])
    script = _script(prose)
    if script is not None:
        return script
    words = [word.lower() for word in _WORD.findall(prose)]
    if len(words) < _FEWEST_WORDS:
        return None
    return _by_words(Counter(words), len(words))


def _script(prose: str) -> str | None:
    """The language of a script that fills a good part of the text; quoted terms do not."""
    latin = sum(1 for _ in _LATIN.finditer(prose))
    for name, signs in _SCRIPTS:
        count = sum(1 for _ in signs.finditer(prose))
        wide = 3 if name in ("Chinese", "Japanese", "Korean") else 1
        if count >= _FEWEST_SIGNS and wide * count > latin:
            return name
    return None


def _by_words(counts: Counter[str], total: int) -> str | None:
    shares = {name: sum(counts[word] for word in sorted(words)) / total for name, words in _WORDS.items()}
    english = shares.pop("English")
    best = max(sorted(shares), key=lambda name: shares[name])
    distinct = sum(1 for word in _WORDS[best] - _WORDS["English"] if counts[word])
    if shares[best] >= 0.15 and shares[best] > 2 * english and distinct >= 6:
        return best
    return None

r"""What a formula holds, as far as a card has to know: its symbols, and whether it can be read at a glance."""

from __future__ import annotations

import re

from deckgen.model import Element, ElementKind

FORMULAS = frozenset({ElementKind.MATH, ElementKind.DISPLAY, ElementKind.CODE})
_GREEK = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma "
    "tau upsilon phi "
    "varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell"
).split()
_FONTS = "mathbb|mathcal|mathbf|mathrm|mathit|mathsf|boldsymbol|bm|vec|hat|bar|tilde|overline|widehat|widetilde|dot"
_SILENT = re.compile(
    rf"\\(?:left|right|big|Big|bigg|Bigg|bigl|bigr|quad|qquad|mid|vert|Vert|cdot|times|dots|cdots|ldots|in|to|"
    rf"sim|{_FONTS})\b|\\[,;:!| ]"
)
_WORDS = re.compile(r"\\(?:text|operatorname|mathrm|textrm|textit|mathit)\*?\{[^{}]{0,60}\}")
_SUBSCRIPT_WORD = re.compile(r"[_^]\{?[A-Za-z]{2,12}\}?")
_MACRO = re.compile(r"\\[A-Za-z]+")
_SYMBOL = re.compile(rf"\\(?:{'|'.join(_GREEK)})(?![A-Za-z])|(?<![\\A-Za-z])[A-Za-z](?![A-Za-z])")
_NAME = re.compile(r"(?<![\\A-Za-z_])[A-Za-z]{2,}")
_INFORMATION = re.compile(r"(?<![A-Za-z\\])(?:[IH](?=\()|D_\{KL\}|KL)")
_USUAL = frozenset("E P p x y X Y i j k n t d e".split())
_FUNCTIONS = frozenset(
    (
        "exp log max min argmax argmin arg sum prod mean sqrt sin cos tanh softmax sigmoid relu KL if otherwise else "
        "and or for all var cov Pr"
    ).split()
)
_SIDE_BY_SIDE = re.compile(r"(?<![A-Za-z])[A-Za-z]{2,20} {1,3}[A-Za-z]{2,20}(?![A-Za-z])")
_ENVIRONMENT = re.compile(r"\\begin|\\end|\\\\|&|\\label|\\tag|\n")
_PROGRAM = re.compile(r"[;{}\"'#@!\\]|->|==|\(\)|\b(?:def|return|import|int|double|void|char|if|for|while|print)\b")
_MAX_CHARACTERS, _MAX_SEVERAL, _MAX_MACROS, _MAX_READ = 130, 75, 7, 1000


def symbols(element: Element) -> frozenset[str]:
    r"""The letters a formula is made of, Greek ones as their macro, without functions and without words.

    Example:
        >>> sorted(symbols(Element(kind=ElementKind.MATH, text=r"\lambda \log f(z)")))
        ['\\lambda', 'f', 'z']
    """
    text = _INFORMATION.sub(" ", _SUBSCRIPT_WORD.sub(" ", _WORDS.sub(" ", element.text[:_MAX_READ])))
    text = re.sub(rf"\\(?:{_FONTS})\b", " ", text)
    found = set(_SYMBOL.findall(text))
    if element.kind is ElementKind.CODE:
        found |= {name for name in _NAME.findall(text) if name not in _FUNCTIONS}
    return frozenset(found)


def defined(element: Element) -> frozenset[str]:
    r"""The symbol that an equation defines, the only one left of its first "=" with arguments aside; else none.

    Example:
        >>> sorted(defined(Element(kind=ElementKind.MATH, text=r"r_t(s) = \beta n(s)")))
        ['r']
    """
    left, equals, _ = element.text.partition("=")
    bare = re.sub(r"\([^()]{0,40}\)|[_^](?:\{[^{}]{0,30}\}|\w)", " ", left)
    found = symbols(Element(kind=element.kind, text=bare))
    return found if equals and len(found) == 1 else frozenset()


def unusual(found: frozenset[str]) -> frozenset[str]:
    """The symbols without those that every reader takes for what they usually are."""
    return found - _USUAL


def simple(element: Element) -> bool:
    """Whether it can be read and recalled: one line, short, few operators; no array."""
    if element.kind not in FORMULAS or len(element.text.strip()) > _MAX_CHARACTERS:
        return False
    macros = [m for m in _MACRO.findall(_SILENT.sub(" ", _WORDS.sub(" ", element.text))) if m[1:] not in _GREEK]
    several = re.search(r"\\q?quad", element.text) and len(element.text.strip()) > _MAX_SEVERAL
    return (
        not several
        and not _ENVIRONMENT.search(element.text)
        and len(macros) <= _MAX_MACROS
        and element.text.count("{") == element.text.count("}")
        and element.text.count("(") == element.text.count(")")
    )


def relation(element: Element) -> bool:
    """Whether it states something: an equation, an inequality, or an expression with an operator or a function."""
    if element.kind is ElementKind.CODE and (
        _PROGRAM.search(element.text) or not re.search(r"[=<>+*/^|]", element.text)
    ):
        return False
    return bool(
        re.search(
            r"[=<>+*/^|(-]|\\(?:le|ge|leq|geq|sim|frac|sqrt|odot|cdot|times|prod|sum|log|exp|to|lesssim)\b",
            element.text,
        )
    )


def run_together(element: Element) -> bool:
    r"""Whether words stand side by side as bare letters, which TeX sets without the spaces between them.

    Example:
        >>> run_together(Element(kind=ElementKind.MATH, text="R = Mean Time To Failure"))
        True
        >>> run_together(Element(kind=ElementKind.MATH, text=r"R = \text{Mean Time} + x"))
        False
    """
    if element.kind is ElementKind.CODE:
        return False
    bare = _MACRO.sub("{", _WORDS.sub("{", element.text[:_MAX_READ]))
    words = (pair.group().split() for pair in _SIDE_BY_SIDE.finditer(bare))
    return any(not _FUNCTIONS.issuperset(word.lower() for word in pair) for pair in words)


def setting(element: Element) -> bool:
    r"""Whether it only gives a number to a name, as in `\beta = 0.006`: a hyperparameter, not a formula."""
    return bool(re.fullmatch(r"[^=]{1,30}=\s*[-+]?[\d.,\s]+(?:e-?\d+|\\cdot.{1,12}|\^.{1,6})?\s*", element.text))

r"""Math in every dress: `$x$`, `$ x $`, `$$x$$`, `\(x\)`, `\[x\]`, `\begin{..}`, `\ce{..}`, bare `\alpha`.

In goes a position in inline text, out comes a MATH or DISPLAY element with the TeX inside its delimiters.
Deliberately not math: prices ("$5 to $10"), escaped parentheses around words ("\(GPUs, TPUs\)"), a dollar sign
without a partner.
"""

from __future__ import annotations

import re
from typing import Final

from deckgen.model import Element, ElementKind
from deckgen.readers.scan import Scan

_LONGEST: Final = 6000
_INLINE_LONGEST: Final = 6000
_SMALL: Final = 60
_TALL: Final = re.compile(r"\\\\|\\begin|\\tag|\\displaystyle")
_BEGIN: Final = re.compile(r"\\begin\{([A-Za-z]{2,20}\*?)\}")
_COMMAND: Final = re.compile(r"\\([A-Za-z]+)\*?")
_TEXT_GROUP: Final = re.compile(r"\\(?:text\w*|mathrm|mathbf|mathit|operatorname|mbox|bf|rm)\b\s*\{?[^{}]*\}?")
_WORD: Final = re.compile(r"(?<![\\\w{])[A-Za-z]{3,}")
_FUNCTION_WORD: Final = re.compile(r"\b(?:the|and|or|of|is|are|to|for|with|that|from|but|per|was|were|this|than|a)\b")
_TEX_SIGN: Final = re.compile(r"\\[A-Za-z{]|[_^={}]")
_OPERATOR: Final = re.compile(r"[-+*/<>|=^_\\≤≥∈∼~]")
_PRICE: Final = re.compile(r"\d[\d,.]*\s?(?:[kKMB]|bn|million|billion|thousand|USD)?(?=[\s.,;:)?!/-]|$)")
_NAMES: Final = re.compile(r"[\w\s,.'()-]*")
_HEADING: Final = re.compile(r"\$\s*\\(?:bf|textbf|mathbf|boldsymbol|bold)\b\s*\{?([^$\\{}]{2,80})\}?\s*:?\s*\$:?")
_SCRIPT: Final = re.compile(r"[_^](?:[A-Za-z0-9]|\\[A-Za-z]+)")

_GREEK: Final = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho "
    "varrho sigma "
    "varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
)
_OTHERS: Final = (
    "frac dfrac tfrac sqrt sum prod int iint oint partial nabla infty times cdot cdots ldots dots vdots ddots pm mp "
    "div ast star "
    "circ bullet le leq ge geq ne neq ll gg approx sim simeq equiv propto cong in notin ni subset subseteq supset "
    "supseteq cup "
    "cap setminus emptyset varnothing forall exists neg land lor to rightarrow leftarrow leftrightarrow Rightarrow "
    "Leftarrow "
    "Leftrightarrow longrightarrow implies iff mapsto uparrow downarrow hat tilde bar vec dot ddot widehat "
    "widetilde overline "
    "underline overrightarrow underbrace overbrace mathbb mathbf mathcal mathrm mathit mathsf mathfrak boldsymbol bm "
    "operatorname log ln exp sin cos tan tanh min max argmin argmax sup inf lim det dim ker Pr ce pu left right "
    "langle rangle "
    "lfloor rfloor lceil rceil mid parallel perp angle otimes oplus odot wedge vee top bot ell hbar Re Im binom "
    "prime dagger"
)
_KNOWN: Final = frozenset((_GREEK + " " + _OTHERS).split())


def dollar(scan: Scan, at: int) -> int | None:
    """`$x$` and `$$x$$`."""
    if scan.text.startswith("$$", at):
        return _display(scan, at)
    end = _closing(scan.text, at + 1)
    if end < 0 or not _is_inline(scan.text, at, end):
        return None
    scan.put(Element(kind=ElementKind.MATH, text=scan.text[at + 1 : end].strip()))
    return end + 1


def _display(scan: Scan, at: int) -> int | None:
    """`$$x$$`: a display when it stands alone; in a sentence, as some generators have it, a small one is inline."""
    end = scan.text.find("$$", at + 2, at + _LONGEST)
    tex = scan.text[at + 2 : end].strip()
    if end < 0 or not tex.strip("$"):
        return None
    alone = not scan.text[:at].strip() and not scan.text[end + 2 :].strip(" .,;")
    small = len(tex) <= _SMALL and not _TALL.search(tex)
    scan.put(Element(kind=ElementKind.MATH if small and not alone else ElementKind.DISPLAY, text=tex))
    return end + 2


def _closing(text: str, start: int) -> int:
    """The next dollar sign that is not escaped, or -1."""
    at = text.find("$", start, start + _INLINE_LONGEST)
    while at > 0 and text[at - 1] == "\\":
        at = text.find("$", at + 1, start + _INLINE_LONGEST)
    return at


def _is_inline(text: str, start: int, end: int) -> bool:
    tex = text[start + 1 : end]
    inner = tex.strip()
    if not inner or "`" in tex:
        return False
    rest = _TEXT_GROUP.sub(" ", inner)
    if _FUNCTION_WORD.search(rest) and len(_WORD.findall(rest)) > 0 and not _is_dense(rest):
        return False
    even = tex[0].isspace() == tex[-1].isspace()
    signs = bool(_TEX_SIGN.search(inner))
    if _PRICE.match(inner) and not signs and (len(inner) > 12 or not even or text[end + 1 : end + 2].isdigit()):
        return False
    if not even or text[end + 1 : end + 2].isdigit():
        return (signs or bool(_OPERATOR.search(inner))) and len(_WORD.findall(rest)) < 2
    return signs or len(_WORD.findall(rest)) < 3


def _is_dense(tex: str) -> bool:
    """Whether words are so few among the signs that one of them may well be "the"."""
    return len(_TEX_SIGN.findall(tex)) >= len(_WORD.findall(tex))


def bracket(scan: Scan, at: int) -> int | None:
    r"""`\(x\)` and `\[x\]`, unless the backslashes only escape brackets around words."""
    opening = scan.text[at : at + 2]
    if opening not in (r"\(", r"\["):
        return None
    end = scan.text.find(r"\)" if opening == r"\(" else r"\]", at + 2, at + _LONGEST)
    tex = scan.text[at + 2 : end].strip()
    if end < 0 or not tex or not _is_tex(tex):
        return None
    kind = ElementKind.MATH if opening == r"\(" else ElementKind.DISPLAY
    scan.put(Element(kind=kind, text=tex))
    return end + 2


def _is_tex(tex: str) -> bool:
    words = _WORD.findall(_TEXT_GROUP.sub(" ", tex))
    if r"\[" in tex or r"\(" in tex:
        return False
    if re.search(r"\\[A-Za-z]{2}", tex):
        return True
    if not _OPERATOR.search(tex) or _NAMES.fullmatch(tex):
        return not words and not re.fullmatch(r"[\d\s,.-]+", tex)
    return len(words) < 3


def environment(scan: Scan, at: int) -> int | None:
    r"""`\begin{align} .. \end{align}`."""
    opening = _BEGIN.match(scan.text, at)
    if not opening:
        return None
    closing = rf"\end{{{opening[1]}}}"
    end = scan.text.find(closing, opening.end(), at + _LONGEST)
    if end < 0:
        return None
    end += len(closing)
    scan.put(Element(kind=ElementKind.DISPLAY, text=scan.text[at:end]))
    return end


def command(scan: Scan, at: int) -> int | None:
    r"""A TeX command outside math: `\alpha`, `\mathcal{L}_t`, `\ce{H2O}`."""
    name = _COMMAND.match(scan.text, at)
    if not name or name[1] not in _KNOWN:
        return None
    end = _arguments(scan.text, name.end())
    scan.put(Element(kind=ElementKind.MATH, text=scan.text[at:end]))
    return end


def _arguments(text: str, at: int) -> int:
    """Past the groups and scripts that belong to a command."""
    while at < len(text):
        start = at + 1 if text[at] in "_^" and text[at + 1 : at + 2] == "{" else at
        end = _group(text, start) if text[start] == "{" else start
        script = _SCRIPT.match(text, at)
        if end > start:
            at = end
        elif script:
            at = script.end()
        else:
            break
    return at


def _group(text: str, at: int) -> int:
    """Past the balanced braces that open at `at`; `at` itself when they never close."""
    depth = 0
    for index in range(at, min(len(text), at + 400)):
        depth += {"{": 1, "}": -1}.get(text[index], 0)
        if depth == 0:
            return index + 1
    return at


def heading(line: str) -> str:
    r"""The words of a line that is a heading dressed as math (`$\bf Summary:$`), or ""."""
    match = _HEADING.fullmatch(line.strip())
    return match[1].strip(" :") if match else ""

"""People by their given names: "Alex Krizhevsky" is no term."""

from __future__ import annotations

import re

_GIVEN = frozenset(
    (
        "adam alan albert alec alex alexander alice amy andrea andreas andrew anna anthony arthur barbara ben benjamin "
        "bernhard bill bob brian carl carlos charles chris christian christopher claude daniel dave david denis diego "
        "dmitry donald doug edward eric eva francois frank fred geoff geoffrey george gerald greg hans harold helen "
        "henry herbert ian ilya ivan jacob james jan jane jason jean jeff jeffrey jennifer jim joan joe john jonathan "
        "jose joseph josh joshua juan judea julia jurgen karl kate ken kevin kim lars laura leo leslie linda louis "
        "luca lucas luis marco maria mark martin mary matt matthew max michael mike nick noam oliver oriol pablo "
        "patrick paul peter philip pierre quoc ralph richard rob robert roger ross russell ruth sam samuel sara sarah "
        "scott sebastian sergey simon stefan stephen steve steven stuart susan thomas tim tom tomas vincent vladimir "
        "walter william wolfgang yann yoshua"
    ).split()
)
_FULL = re.compile(r"(?P<given>[A-Z][a-z]+)(?: [A-Z]\.?)?(?: [A-Z][a-z]+){1,2}\Z")


def is_person(term: str) -> bool:
    """Whether a term is somebody's full name.

    Example:
        >>> is_person("Alex Krizhevsky"), is_person("Apache Zeppelin"), is_person("Adam")
        (True, False, False)
    """
    full = _FULL.match(term)
    return full is not None and full["given"].lower() in _GIVEN

"""Card HTML as a person reads it."""

from __future__ import annotations

import pytest

from deckgen.plain import plain


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("a &lt; b &amp;amp; c", "a < b &amp; c"),
        ("<b>Bold</b> and <i>thin</i>", "Bold and thin"),
        (r"the loss \(a &lt; b_{i}\)", r"the loss \(a < b_{i}\)"),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("one<br>two", "one\ntwo"),
        ("<ul><li>a</li><li>b</li></ul>after", "- a\n- b\nafter"),
        ("<ol><li>a<ul><li>x</li></ul></li><li>b</li></ol>", "1. a\n- x\n2. b"),
        ("10<sup>-3</sup> of CO<sub>2</sub>", "10⁻³ of CO₂"),
        ("x<sub>t</sub> and e<sup>k x</sup>", "x_t and e^(k x)"),
        ('<img src="a-1.png" alt="The net">', "[image: The net]"),
        ('<img src="a-1.png">', "[image: a-1.png]"),
        ("{{c1::76 %::accuracy}} on the test set", "{{c1::76 %::accuracy}} on the test set"),
        ("<code>a  b</code>", "a b"),
        ("<td>1</td><td>2</td>", "| 1 | 2"),
        ("&nbsp;x &nbsp; y", "x y"),
    ],
)
def test_html_reads_as_the_text_a_person_sees(html: str, text: str) -> None:
    assert plain(html) == text

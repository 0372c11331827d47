"""Which texts are clearly not English."""

from __future__ import annotations

import pytest

from deckgen.readers.tongue import foreign

ENGLISH = "The gates of the first layer are closed when the input is zero, and they open again for the next one. " * 3
TEXTS = {
    "German": "Die Tore der ersten Schicht sind geschlossen, wenn die Eingabe null ist, und werden für die nächste "
    "wieder geöffnet. " * 2,
    "French": "Les portes de la première couche sont fermées quand l'entrée est nulle, et elles ne sont ouvertes que "
    "pour la suivante. " * 2,
    "Spanish": "Las puertas de la primera capa se cierran cuando la entrada es cero y no se abren hasta que llega la "
    "siguiente en el lote. " * 2,
    "Portuguese": "As portas da primeira camada são fechadas quando a entrada é zero e não abrem até que chegue a "
    "próxima no lote do treino. " * 2,
    "Italian": "Le porte del primo strato sono chiuse quando la entrata è nulla e non si aprono che per la successiva "
    "della serie, ma anche dopo. " * 2,
    "Dutch": "De poorten van de eerste laag zijn gesloten als de invoer nul is en worden voor de volgende weer open "
    "gezet, maar niet door het net. " * 2,
    "Chinese": "第一层的门在输入为零时关闭，并在下一个输入到来时再次打开。" * 5,
    "Japanese": "入力がゼロのとき、最初の層のゲートは閉じられ、次の入力で再び開きます。" * 4,
    "Korean": "입력이 영일 때 첫 번째 층의 게이트는 닫히고 다음 입력에서 다시 열립니다. " * 4,
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_in_another_language_is_named(language: str) -> None:
    assert foreign(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "",
        "Die Tore sind zu.",
        "ResNet-50 VGG-16 LSTM GRU CIFAR-10 ImageNet COCO 84.2% 78.7% 3x3 conv, stride 2, ReLU, BN. " * 5,
        "def gate(x): return x if x > 0 else 0\n" * 20,
        ENGLISH + "The authors call them 門 (gates) and 扉 (doors).",
        ENGLISH + TEXTS["German"][:120],
        "Ada Low, Bo Chan, Cy de la Diaz, El van der Berg, Di del Rio, Jo von Au. " * 6,
        "$\\alpha \\beta \\gamma \\delta$ " * 60,
        "αβγδ ΔΨm μM Ca2+ IK1 ICaL: increased in HCM, decreased in control, cf. Fig. 2. " * 6,
    ],
)
def test_english_short_and_technical_texts_are_never_foreign(text: str) -> None:
    assert foreign(text) is None

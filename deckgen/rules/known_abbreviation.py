"""No card for an abbreviation that every reader of the field knows.

Strict readers kept none of "What does GAN stand for?"; only what the paper itself coins is worth a review.

Bad:  What does GAN stand for? -> Generative adversarial network.
Good: What does UVFA stand for? -> Universal value function approximator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_ASKED = re.compile(r"what does (\S+) stand for\?", re.IGNORECASE)
_KNOWN = frozenset(
    "gan gans vae vaes rnn rnns cnn cnns lstm lstms gru grus mlp dnn rl nlp nmt mt asr tts ocr sgd em mcmc hmm "
    "crf svm svms knn pca ica "
    "mse mae auc roc map iou bleu rouge wer per relu elu bn ce kl mle map gpu cpu tpu ram ssd hdd os api sql db "
    "id io ui url http tcp "
    "ip rpc cap acid vm vms dna rna mrna pcr mri ct fmri eeg icu rct rcts ci sd or hr bmi atp gdp ols iv ai ml "
    "dl cv qa vqa ner pos "
    "dqn ddqn a3c ppo trpo ddpg bert gpt elmo imdb mnist snli squad coco voc bfs dfs fifo lru dag uid".split()
)


def check(face: Face) -> Iterator[str]:
    """Speaks against abbreviations that every reader knows."""
    found = _ASKED.search(face.asked)
    if found and found[1].lower() in _KNOWN:
        yield f"every reader knows {found[1]}"


RULE = Rule(
    code="V303",
    slug="known-abbreviation",
    page=__doc__ or "",
    check=check,
    bad=Face("What does GAN stand for?", "Generative adversarial network.", kind="abbreviation"),
    good=Face("What does UVFA stand for?", "Universal value function approximator.", kind="abbreviation"),
)

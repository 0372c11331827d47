"""Words that were mistyped.

A word is taken for a slip when a lexicon of 90,000 words lacks it and has a far commoner one a letter away; or when
nobody writes it:
it is not among the 300,000 words of wordfreq's list and the summary does not use it again. On 1,000 notes the second
test found 400 slips and 40 rare terms; technical words ("hyperparameter", "autoencoder") pass both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from deckgen.language.words.frequency import zipf
from deckgen.language.words.parsing import in_vocabulary
from deckgen.language.words.second_opinion import known_words

_WORD = re.compile(r"(?<![\w\\{/.-])[A-Z]?[a-z]{5,20}(?![\w/'’-])")
_TECHNICAL = frozenset(
    (
        "convolution convolutions convolutional deconvolution pixel pixels voxel voxels classifier classifiers "
        "discriminator discriminators modality modalities minima maxima tensor tensors truncate truncates "
        "truncated trous softmax argmax backprop backpropagate backpropagates backpropagated backpropagation "
        "embedding embeddings encoder encoders decoder decoders autoencoder autoencoders hyperparameter "
        "hyperparameters perceptron perceptrons heuristic heuristics stochastic stochastically regularizer "
        "regularizers regularize regularizes dataset datasets runtime runtimes timestep timesteps timeseries "
        "metadata pretrain pretrained pretraining finetune finetuned finetuning overfit overfits overfitting "
        "underfit underfitting bijective bijection posterior posteriors eigenvalue eigenvalues eigenvector "
        "eigenvectors covariate covariates logit logits probit sigmoid sigmoidal entropic kernel kernels manifold "
        "manifolds tokenize tokenizer tokenizers tokenization lemma lemmas corpora subword subwords bigram "
        "bigrams trigram trigrams ngram ngrams multimodal unimodal bimodal homoscedastic heteroscedastic "
        "heteroskedasticity endogeneity exogeneity estimand estimands estimator estimators asymptotic "
        "asymptotically mutex mutexes deadlock deadlocks hypervisor hypervisors microkernel middleware "
        "multithreaded shard shards sharding sharded replica replicas quorum quorums checkpointing serializable "
        "serializability idempotent linearizable linearizability kinase kinases phosphorylate phosphorylates "
        "phosphorylated phosphorylation genome genomes genomic genomics transcriptome proteome apoptosis "
        "cytosolic mitochondrial mitochondria metastasis metastases metastatic oncogene oncogenes tumor tumors "
        "comorbidity comorbidities vasopressor vasopressors randomised randomized perioperative qualia epistemic "
        "ontological saliency salient annotator annotators crowdsourced crowdsourcing upsample upsampling "
        "downsample downsampling downsampled subsample subsampling dilated dilation atrous interpolate "
        "interpolates interpolation extrapolate disentangle disentangles disentangled disentanglement equivariant "
        "equivariance permutation permutations factorize factorizes factorized factorization parameterize "
        "parameterized parameterization reparameterize reparameterization discretize discretized discretization "
        "binarize binarized quantize quantized quantization adversary adversaries adversarial adversarially "
        "contrastive generative discriminative recurrent bidirectional unidirectional feedforward unsupervised "
        "supervised semisupervised distillation distilled ensemble ensembles clustering litre litres intron "
        "introns exon exons atrial doodle doodles daemon daemons outlier outliers indentation checkpoint "
        "checkpoints multiplex transpose transposes concurrency bitmap bitmaps trajectory trajectories centroid "
        "centroids nonlinearity nonlinearities nonlinear nonconvex convexity minimax arity minibatch minibatches "
        "heatmap heatmaps interpretability convnet convnets parallelizable maxout contractive keypoint keypoints "
        "sigmoids deconvolutional regressor regressors reparametrization initializations protobuf unikernel "
        "unikernels parametrize parametrized parametrised tradeoff tradeoffs bijectively hypernymy antonymy "
        "annotate annotates granularity granularities agglomerative unigram unigrams posteriori unsatisfiability "
        "keepalive powerset overparametrization preemptions"
    ).split()
)
_VOWELS, _SHORT, _LONG = "aeiou", 6, 8
_OFTENER, _MUCH_OFTENER = 1.3, 2.3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ENDINGS = tuple(
    (
        "s ies ied ier es ed d ing ly er ers or ors al ally able ize ized izes izing ization ity ness ional ise ised "
        "ising isation less wise ism ist ists"
    ).split()
)
_STARTS = tuple(
    (
        "un re pre non sub super hyper inter intra over under multi auto co de dis mis meta micro macro semi self "
        "pseudo anti in im counter out up down cross bi"
    ).split()
)


def _known(word: str) -> bool:
    return word in known_words() or in_vocabulary(word)


@lru_cache(maxsize=16384)
def _derived(word: str) -> bool:
    """Whether a word is a known one with a known ending or beginning."""
    if _known(word):
        return True
    stems = {word.removesuffix(end) for end in _ENDINGS if word.endswith(end) and len(word) - len(end) > 2}
    if any(
        _known(stem) or _known(stem + "e") or _known(stem + "y") or (stem[-1] == stem[-2] and _known(stem[:-1]))
        for stem in stems
    ):
        return True
    return any(
        word.startswith(start) and len(word) - len(start) > 2 and _derived(word.removeprefix(start))
        for start in _STARTS
    )


def _neighbours(word: str) -> Iterator[str]:
    """Every text one deletion, swap, change or insertion away (Damerau 1964), the first letter kept."""
    for i in range(1, len(word)):
        yield word[:i] + word[i + 1 :]
        for letter in _LETTERS:
            yield word[:i] + letter + word[i + 1 :]
    for i in range(1, len(word) + 1):
        for letter in _LETTERS:
            yield word[:i] + letter + word[i:]
    for i, (one, other) in enumerate(pairwise(word)):
        yield word[:i] + other + one + word[i + 2 :]


@lru_cache(maxsize=16384)
def _corrections(word: str) -> frozenset[str]:
    """The known words one letter away from an unknown one; none for a known or derived word."""
    return frozenset() if _derived(word) else frozenset(o for o in _neighbours(word) if len(o) > 4 and _known(o))


@lru_cache(maxsize=16384)
def _swapped(word: str) -> frozenset[str]:
    """The words that it is when letters changed places, a double one was halved or a vowel is missing: no coinage."""
    swaps = (word[:i] + b + a + word[i + 2 :] for i, (a, b) in enumerate(pairwise(word)) if i)
    doubles = (word[:i] + letter + word[i:] for i, letter in enumerate(word) if i)
    missing = (
        (word[:i] + letter + word[i:] for i in range(1, len(word)) for letter in _VOWELS) if len(word) > _SHORT else ()
    )
    meant = (other for other in (*swaps, *doubles, *missing) if _derived(other))
    return frozenset() if _derived(word) else frozenset(meant)


def _slip(word: str) -> bool:
    """Whether a word is a letter away from one written far more often: some two hundred times, if it is short."""
    least = _OFTENER if len(word) > _LONG else _MUCH_OFTENER
    return any(zipf(other) >= zipf(word) + _OFTENER for other in _swapped(word)) or (
        len(word) >= _SHORT and any(zipf(other) >= zipf(word) + least for other in _corrections(word))
    )


@lru_cache(maxsize=16384)
def _unheard(word: str) -> bool:
    """Whether a word is in no list of words, nor what it is derived from."""
    return zipf(word) == 0 and not _derived(word)


def misspelt(text: str, familiar: Collection[str] = ()) -> Iterator[str]:
    """The words of a text that look mistyped, in order.

    Args:
        text: one sentence, or a question with its answer.
        familiar: words in lower case that stand elsewhere too: rare ones among them are terms and no slips.

    Example:
        >>> list(misspelt("The retrived page"))
        ['retrived']
    """
    for match in _WORD.finditer(text):
        word = match.group().lower()
        inside = match.group()[0].islower() or match.start() == 0
        if not inside or word in _TECHNICAL:
            continue
        if _slip(word) or (match.group()[0].islower() and word not in familiar and _unheard(word)):
            yield match.group()

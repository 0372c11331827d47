"""Words that tell a term from other noun phrases, and terms that the whole field knows."""

from __future__ import annotations

GENERIC = frozenset(
    (
        "method model approach paper result author network task idea step work algorithm system problem output input "
        "data goal aim reason way advantage figure table section architecture technique framework contribution loss "
        "baseline metric dataset experiment evaluation training setting setup claim view state action layer weight "
        "node feature entity label zone vector matrix value parameter variable block component module part unit point "
        "sample example token word sentence document object edge number axis row column difference objective function "
        "intuition hypothesis motivation drawback disadvantage benefit challenge limitation downside term case thing "
        "solution question answer summary note detail key trick takeaway overview background definition concept name "
        "version phase stage level group set list size space time process procedure operation structure file user "
        "people person company first second third rest other one main noise hint role consequence limit difficulty "
        "assumption requirement property observation"
    ).split()
)
"""Nouns that fit any paper: alone they are no term."""

LONE = frozenset(
    (
        "strategy expert reward parent child inspiration argument application correspondence reference acknowledgment "
        "agenda choice embedding cell episode hash finetuning fine-tuning"
    ).split()
)
"""Nouns that fit any paper where they stand alone, though not with another noun: "reward function"."""

ROLES = frozenset(
    (
        "term assume "
        "goal aim reason way advantage figure table section contribution claim difference intuition hypothesis "
        "motivation drawback disadvantage benefit challenge limitation downside case thing solution question answer "
        "summary note detail takeaway overview background example difficulty observation result experiment evaluation "
        "idea input output baseline work purpose target"
    ).split()
)
"""Nouns that tell what something is for the text, not what it is: no term even with an adjective."""

POINTING = frozenset(
    (
        "single using "
        "all every some any these those this that both other others another first second third fourth last next "
        "previous final main key resulting current following new proposed above below same such original only former "
        "latter important biggest best worst overall existing general typical common different similar simple basic "
        "good bad major minor primary core central certain several many most few actual possible further open example "
        "relevant paper author authors popular known usual"
    ).split()
)
"""First words that pick one of several, or judge."""

HEADS = frozenset(
    (
        "neg pos pro con pros cons yes no now later early late lead train test dev e.g i.e eg ie ex nb tldr tl;dr fig "
        "eq why what how when who where here there also but so note notes todo update edit caveat warning conclusion"
    ).split()
)
"""Labels of any list."""

ABSTRACT = frozenset(
    (
        "technique concept practice phenomenon theory paradigm idea strategy discipline field term form area approach "
        "method language system library tool framework platform software program company project dataset benchmark "
        "corpus service protocol algorithm model PoC engine database website implementation architecture type kind "
        "way measure metric task process optimizer"
    ).split()
)
"""Kinds whose members often have no article: techniques, languages."""

NAMED_THINGS = frozenset(
    (
        "tool system library framework platform software company project language dataset benchmark corpus service "
        "database website engine PoC implementation"
    ).split()
)
"""Kinds whose members have names."""

PARTS = frozenset(
    (
        "encoder decoder generator discriminator critic actor controller backbone head memory trunk teacher student "
        "manager scheduler dispatcher coordinator monitor tracker planner parser optimizer compiler selector sampler "
        "executor worker server client master slave proxy module layer network component stage pass branch loss tower "
        "stream gate classifier predictor extractor regressor"
    ).split()
)
"""Parts of a method, of which it has one: "the encoder"."""

KNOWN = frozenset(
    (
        "neural network;deep learning;machine learning;reinforcement learning;supervised learning;transfer learning;"
        "gradient descent;stochastic gradient descent;backpropagation;convolutional neural network;dropout;"
        "overfitting;recurrent neural network;batch normalization;softmax;attention;transformer;adam;imagenet;"
        "resnet;alexnet;vggnet;vgg16;faster r-cnn;fast r-cnn;mask r-cnn;word2vec;glove;bert;gpt-2;gpt-3;gpt;"
        "word embedding;hidden state;feature map;cifar-10;cifar-100;cifar;mnist;ms coco;atari;q-learning;"
        "autoencoder;bilstm;bi-lstm;mlp;multilayer perceptron;python;java;c++;linux;tensorflow;pytorch;github;"
        "google;facebook;amazon;twitter;microsoft;wikipedia;hash function;database;operating system;"
        "machine translation;language model;classifier;linear regression;pascal voc;self-attention;"
        "attention mechanism;logistic regression;web;internet;conv layer;convolutional layer"
    ).split(";")
)
"""Terms that need no card."""

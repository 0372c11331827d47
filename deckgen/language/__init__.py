"""Everything that knows English; the only place that imports spaCy, nltk, textblob and wordfreq, when a text is read.

words       tags, stems, spelling, case, number and commonness of words: the doorways to the libraries
prose       from the text of a block to `statements`: sentences that stand alone, with their subjects named
grammar     clauses, the questions they turn into, and the blanks a sentence can have
terms       what a term is, and every way a note explains one
lists       leads, labels and enumerations, and the questions that their members answer
contrasts   two things held against each other, and amounts
tables      headers, metrics, formulas

The last four build on the first three; none of the four knows another but for the symbols in formulas.
"""

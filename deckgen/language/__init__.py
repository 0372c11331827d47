"""Everything that knows English; the only place that imports spaCy, nltk or textblob, and only when a text is read.

sentences   where one sentence ends and the next begins
parsing     words with tags and heads (spaCy)
clauses     subject, verb group and complements of a parsed sentence
questions   a clause turned into a question
statements  the self-contained sentences of a summary: what facts are found in
stems       words compared by their stems (nltk)
proofread   whether a finished question or cloze reads as English
"""

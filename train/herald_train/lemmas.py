"""Lemmas as edit scripts: a case, how many points to cut from the end, what to append. src/language/lemmatizer.cc applies them."""
from __future__ import annotations

from .features import lower, upper


def _title(form: str) -> str:
    return upper(form[:1]) + lower(form[1:])


# Parts of speech whose lemmas are checked against the known ones; names and figures are open without end.
CHECKED = ("NOUN", "VERB", "ADJ", "ADV", "AUX")

CASES = {"l": lower, "t": _title, "k": lambda form: form, "u": upper}


def script(form: str, lemma: str) -> str:
    """The shortest script; "=lemma" where the two share no beginning."""
    best = None
    for name, change in CASES.items():
        base = change(form)
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        if common and (best is None or len(base) - common + len(lemma) - common < best[0]):
            cut = len(base) - common
            best = (cut + len(lemma) - common, f"{name}{cut}{lemma[common:]}" if cut < 10 else None)
    return best[1] if best and best[1] else "=" + lemma


def apply(form: str, edit: str) -> str:
    if edit[0] == "=":
        return edit[1:]
    base = CASES[edit[0]](form)
    return base[:max(0, len(base) - int(edit[1]))] + edit[2:] or form


# How far below the best score a script may stand that leads to a known lemma.
MARGIN = 3.0


def choose(form: str, upos: str, scores: list[float], edits: list[str], known: set[str], irregular: dict[str, str]) -> str:
    """An irregular form's lemma; else that of the best script, or of the best one near it that gives a known lemma."""
    listed = irregular.get(f"{upos} {lower(form)}")
    if listed:
        return listed
    best = max(range(len(edits)), key=lambda i: (scores[i], -i))
    lemma = apply(form, edits[best])
    if upos not in CHECKED or lower(lemma) in known:
        return lemma
    near = [i for i in range(len(edits)) if scores[i] >= scores[best] - MARGIN]
    for i in sorted(near, key=lambda i: (-scores[i], i)):
        other = apply(form, edits[i])
        if lower(other) in known:
            return other
    return lemma

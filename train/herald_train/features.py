"""What the network sees of a word. src/language/features.cc does the same; test_data holds the two together."""
from __future__ import annotations

from functools import lru_cache

MAX_POINTS = 40  # longer words are cut for their features

_SAME = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "``": '"', "''": '"', "‘": "'", "’": "'", "`": "'", "–": "-", "—": "-", "--": "-",
         "―": "-", "…": "..."}


def lower(text: str) -> str:
    """Lower case point by point, as ICU's simple mapping does."""
    return "".join("i" if c == "İ" else c.lower() if len(c.lower()) == 1 else c for c in text)


def upper(text: str) -> str:
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def norm(form: str) -> str:
    """Lower case; quotation marks and dashes in one form; digits as 0, but that the century of a year is kept."""
    form = _SAME.get(form, form).replace("’", "'").replace("‘", "'")[:MAX_POINTS]
    if len(form) == 4 and form[:2] in ("19", "20") and all("0" <= c <= "9" for c in form):
        return form[:2] + "00"
    return "".join("0" if "0" <= c <= "9" else c for c in lower(form))


def shape(form: str) -> str:
    """X upper, x lower, d digit, others as they are; runs are cut at four."""
    out, run, last = [], 0, ""
    for c in form[:MAX_POINTS]:
        if "0" <= c <= "9":
            k = "d"
        elif lower(c) != c:
            k = "X"
        elif upper(c) != c:
            k = "x"
        else:
            k = c
        run = run + 1 if k == last else 1
        last = k
        if run <= 4:
            out.append(k)
    return "".join(out)


def fnv1a(text: str) -> int:
    h = 2166136261
    for b in text.encode("utf8"):
        h = (h ^ b) * 16777619 & 0xFFFFFFFF
    return h


def grams(normal: str) -> list[str]:
    """Strings of 3 to 5 points of the word between < and >."""
    s = "<" + normal + ">"
    return [s[i:i + n] for n in (3, 4, 5) for i in range(len(s) - n + 1)]


@lru_cache(maxsize=400_000)
def word_features(form: str, rows: tuple[int, int, int, int]) -> tuple[str, int, int, int, tuple[int, ...]]:
    """(norm, prefix row, suffix row, shape row, rows of its n-grams) for tables of `rows` rows."""
    n = norm(form)
    return (n, fnv1a("p" + n[:3]) % rows[0], fnv1a("s" + n[-3:]) % rows[1], fnv1a("h" + shape(form)) % rows[2],
            tuple(fnv1a(g) % rows[3] for g in grams(n)))

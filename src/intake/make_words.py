#!/usr/bin/env python3
"""Makes english.words from Debian's package `scowl`: python3 make_words.py --scowl /usr/share/dict/scowl > english.words

A line is a word in lower case, a space, and its rank: 1-3 a common word (SCOWL 10, 20, 35), 4 any other word (up to 70),
5 a name (proper names and capitalised words up to 70), 6 an abbreviation. A word of several lists has the lowest rank.
Lines are sorted by bytes, for words.cc searches them where they lie. Possessives are left out.
"""
import argparse
import pathlib

RANK = {10: 1, 20: 2, 35: 3}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--scowl', type=pathlib.Path, required=True, help='folder with english-words.10 and the rest')
    words = {}
    for path in sorted(parser.parse_args().scowl.iterdir()):
        if not path.suffix[1:].isdigit() or int(path.suffix[1:]) > 70 or path.name.startswith('special'):
            continue
        kind, size = path.stem.split('-', 1)[1], int(path.suffix[1:])
        rank = {'words': RANK.get(size, 4), 'upper': 5, 'proper-names': 5, 'abbreviations': 6}.get(kind)
        if rank is None:
            continue
        for word in path.read_text(encoding='latin-1').split():
            word = word.lower()
            if word.isascii() and word.isalpha() and len(word) > 1:
                words[word] = min(rank, words.get(word, 9))
    for word in sorted(words):
        print(word, words[word])


main()

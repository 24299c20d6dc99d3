"""The network: words embedded by hashed features, residual convolutions, heads for tags, lemmas, trees and entities.

Sentences of a batch lie one after another as rows of one matrix; a convolution gathers its taps by row number, row 0 being the zero that stands outside
every sentence. The C++ runtime (src/language/encoder.cc, parser.cc) computes the same sums.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import torch
from torch import nn
from torch.nn import functional as F

from .features import word_features


@dataclass
class Shape:
    """Sizes of one encoder; written to the manifest."""
    width: int = 128
    dilations: list[int] = field(default_factory=lambda: [1, 1, 2, 4, 1])  # of each layer; 0 is a layer of attention
    word: int = 128
    prefix: int = 32
    suffix: int = 64
    form: int = 32
    grams: int = 96
    prefix_rows: int = 2048
    suffix_rows: int = 4096
    form_rows: int = 1024
    gram_rows: int = 16384

    @property
    def rows(self) -> tuple[int, int, int, int]:
        return self.prefix_rows, self.suffix_rows, self.form_rows, self.gram_rows


# Distances of one word from another: exact up to 12, then in three steps; 0 is the root, or the word itself.
NEAR = 12
STEPS = [NEAR, 18, 30]
DISTANCES = 2 * (NEAR + len(STEPS)) + 1


def distance_class(offset: int) -> int:
    """1 .. DISTANCES - 1 for the other word's position less this one's; 0 where they are the same."""
    size = abs(offset)
    if size == 0:
        return 0
    near = size if size <= NEAR else NEAR + sum(size > step for step in STEPS)
    return near if offset > 0 else NEAR + len(STEPS) + near


@lru_cache(maxsize=512)
def distances(longest: int):
    """Class of each pair of places, [longest, longest]."""
    return torch.tensor([[distance_class(j - i) for j in range(longest)] for i in range(longest)])


class Maxout(nn.Module):
    """Linear with two pieces, the larger of each pair, then layer normalisation."""

    def __init__(self, inputs: int, outputs: int):
        super().__init__()
        self.linear = nn.Linear(inputs, 2 * outputs)
        self.norm = nn.LayerNorm(outputs)

    def forward(self, x):
        a, b = self.linear(x).chunk(2, dim=-1)
        return self.norm(torch.maximum(a, b))


class Attention(nn.Module):
    """Each word looks at its whole sentence: what a convolution is too short for. Heads of 32; a learned preference for each distance."""

    def __init__(self, width: int):
        super().__init__()
        self.heads = width // 32
        self.inward = nn.Linear(width, 3 * width)
        self.distance = nn.Parameter(torch.zeros(self.heads, DISTANCES))
        self.outward = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)

    def forward(self, x, sizes: list[int]):
        rows = nn.utils.rnn.pad_sequence(list(self.inward(x).split(sizes)), batch_first=True)
        count, longest, _ = rows.shape
        query, key, value = (part.view(count, longest, self.heads, 32).transpose(1, 2) for part in rows.chunk(3, dim=-1))
        scores = query @ key.transpose(2, 3) / 32**0.5 + self.distance[:, distances(longest)]
        size = torch.tensor(sizes)
        outside = torch.arange(longest)[None] >= size[:, None]
        mixed = scores.masked_fill(outside[:, None, None], -1e9).softmax(-1) @ value
        flat = mixed.transpose(1, 2).reshape(count, longest, -1)[~outside]
        return self.norm(self.outward(flat))


class Words:
    """Words of a batch as rows of the tables, distinct words once."""

    def __init__(self, sentences: list[list[str]], vocabulary: dict[str, int], shape: Shape, unknown=None):
        distinct: dict[tuple[str, bool], int] = {}
        index, sizes = [], []
        for forms in sentences:
            sizes.append(len(forms))
            for form in forms:
                hidden = bool(unknown and unknown(form))
                index.append(distinct.setdefault((form, hidden), len(distinct)))
        self.sizes = sizes
        self.index = torch.tensor(index)
        rows = [(hidden, word_features(form, shape.rows)) for form, hidden in distinct]
        self.word = torch.tensor([0 if hidden else vocabulary.get(r[0], 0) for hidden, r in rows])
        self.prefix, self.suffix, self.form = (torch.tensor([r[k] for _, r in rows]) for k in (1, 2, 3))
        flat = [g for _, r in rows for g in r[4]]
        offsets, at = [], 0
        for _, r in rows:
            offsets.append(at)
            at += len(r[4])
        self.grams, self.offsets = torch.tensor(flat), torch.tensor(offsets)
        # Row number (from 1) of each word, and of its sentence's bounds, for the taps.
        size = torch.tensor(sizes)
        self.last = torch.repeat_interleave(torch.cumsum(size, 0), size)
        self.first = self.last - torch.repeat_interleave(size, size) + 1
        self.position = torch.arange(1, len(index) + 1)


class Encoder(nn.Module):
    def __init__(self, shape: Shape, vocabulary: int, extra: int = 0):
        super().__init__()
        self.shape = shape
        self.word = nn.Embedding(vocabulary, shape.word)
        self.prefix = nn.Embedding(shape.prefix_rows, shape.prefix)
        self.suffix = nn.Embedding(shape.suffix_rows, shape.suffix)
        self.form = nn.Embedding(shape.form_rows, shape.form)
        self.grams = nn.EmbeddingBag(shape.gram_rows, shape.grams, mode="mean")
        for table in (self.word, self.prefix, self.suffix, self.form, self.grams):
            nn.init.normal_(table.weight, std=0.3)
        self.mix = Maxout(shape.word + shape.prefix + shape.suffix + shape.form + shape.grams, shape.width)
        self.extra = nn.Embedding(extra, shape.width) if extra else None
        self.layers = nn.ModuleList(Maxout(3 * shape.width, shape.width) if reach else Attention(shape.width) for reach in shape.dilations)

    def forward(self, words: Words, dropout: float = 0.0, extra=None):
        """(states, word vectors), a row a word."""
        parts = [self.word(words.word), self.prefix(words.prefix), self.suffix(words.suffix), self.form(words.form), self.grams(words.grams, words.offsets)]
        drop = lambda x: F.dropout(x, dropout, self.training)
        vectors = self.mix(drop(torch.cat(parts, 1)))[words.index]
        x = vectors if self.extra is None else vectors + self.extra(extra)
        x = drop(x)
        for layer, reach in zip(self.layers, self.shape.dilations):
            if not reach:
                x = x + drop(layer(x, words.sizes))
                continue
            padded = torch.cat([x.new_zeros(1, x.shape[1]), x])
            left, right = words.position - reach, words.position + reach
            left = torch.where(left >= words.first, left, 0)
            right = torch.where(right <= words.last, right, 0)
            x = x + drop(layer(torch.cat([padded[left], x, padded[right]], 1)))
        return x, vectors


class Segmenter(nn.Module):
    """Does a sentence begin at this word? `gap`: white space before it, 0 none, 1 space, 2 line break."""

    def __init__(self, shape: Shape, vocabulary: int):
        super().__init__()
        self.encoder = Encoder(shape, vocabulary, extra=3)
        self.begins = nn.Linear(shape.width, 1)

    def forward(self, words: Words, gap, dropout=0.0):
        return self.begins(self.encoder(words, dropout, gap)[0]).squeeze(1)


class Parser(nn.Module):
    def __init__(self, shape: Shape, vocabulary: int, tags: int, lemmas: int, relations: int, entities: int, phrases: int, arc: int = 128, relation: int = 128,
                 lemma: int = 96):
        super().__init__()
        self.encoder = Encoder(shape, vocabulary)
        self.tag = nn.Linear(shape.width, tags)
        self.lemma_hidden = nn.Linear(2 * shape.width, lemma)
        self.lemma = nn.Linear(lemma, lemmas)
        self.entity = nn.Linear(shape.width, entities)
        self.phrase = nn.Linear(shape.width, phrases)
        self.root = nn.Parameter(torch.randn(shape.width) * 0.1)
        self.arc_dependent = nn.Linear(shape.width, arc)
        self.arc_head = nn.Linear(shape.width, arc)
        self.arc = nn.Linear(arc, arc)     # dependent -> its query; the bias scores heads alone
        # What a dependent wants of a head at each distance, and a head of a dependent.
        self.distance_query = nn.Linear(arc, DISTANCES)
        self.distance_key = nn.Linear(arc, DISTANCES, bias=False)
        # Arcs start out alike: scores that are large before anything is learned take long to unlearn.
        for part in (self.arc, self.distance_query, self.distance_key):
            nn.init.normal_(part.weight, std=0.01)
        self.relation_dependent = nn.Linear(shape.width, relation)
        self.relation_head = nn.Linear(shape.width, relation, bias=False)
        self.relation = nn.Linear(relation, relations)

    def forward(self, words: Words, dropout=0.0):
        return self.encoder(words, dropout)

    def arcs(self, states, sizes: list[int], dropout=0.0):
        """Scores [sentence, dependent, head], padded; head 0 is the root, head k the k-th word. Padding scores -1e9."""
        drop = lambda x: F.dropout(x, dropout, self.training)
        dependent = drop(F.relu(self.arc_dependent(states)))
        key = drop(F.relu(self.arc_head(torch.cat([self.root[None], states]))))
        pad = lambda rows: nn.utils.rnn.pad_sequence(rows, batch_first=True)
        split_keys = lambda k: pad([torch.cat([k[:1], part]) for part in k[1:].split(sizes)])
        scores = pad(list(self.arc(dependent).split(sizes))) @ split_keys(key).transpose(1, 2)
        longest = max(sizes)
        apart = F.pad(distances(longest), (1, 0)).expand(len(sizes), -1, -1)
        scores = scores + pad(list(self.distance_query(dependent).split(sizes))).gather(2, apart)
        scores = scores + split_keys(self.distance_key(key)).transpose(1, 2).gather(1, apart)
        length = torch.tensor(sizes)[:, None]
        outside = torch.arange(longest + 1)[None] > length
        return scores.masked_fill(outside[:, None], -1e9)

    def relations(self, states, heads, dropout=0.0):
        """Scores of relations for each word and the row of its head, 0 the root, from 1 the words of the batch."""
        drop = lambda x: F.dropout(x, dropout, self.training)
        head = self.relation_head(torch.cat([self.root[None], states]))[heads]
        return self.relation(drop(F.relu(self.relation_dependent(states) + head)))

    def lemmas(self, states, vectors, dropout=0.0):
        hidden = F.relu(self.lemma_hidden(torch.cat([states, vectors], 1)))
        return self.lemma(F.dropout(hidden, dropout, self.training))

"""The two training loops."""
from __future__ import annotations

import math
import random
import time
from dataclasses import replace

import torch
from torch.nn import functional as F

from .data import Batch, Classes, augment, batches, streams
from .features import norm
from .network import Parser, Segmenter, Shape, Words


class Average:
    """Exponential moving average of the weights, which is what is published."""

    def __init__(self, model: torch.nn.Module, decay: float):
        self.decay, self.step = decay, 0
        self.weights = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def update(self, model: torch.nn.Module):
        self.step += 1
        decay = min(self.decay, self.step / (self.step + 10))
        with torch.no_grad():
            for k, v in model.state_dict().items():
                self.weights[k].lerp_(v, 1 - decay)


def _optimiser(model, rate, steps):
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=0.01)
    warm = max(1, min(300, steps // 10))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda k: min(1, (k + 1) / warm) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, k / steps)))))
    return optimiser, schedule


def hide(classes: Classes, rng: random.Random, strength: float):
    """A word seen k times is hidden with odds strength / (strength + k), so that the unknown word learns too."""
    return lambda form: rng.random() < strength / (strength + classes.counts[norm(form)])


def parser_loss(model: Parser, batch: Batch, dropout: float):
    words = batch.words
    states, vectors = model(words, dropout)
    drop = lambda x: F.dropout(x, dropout, model.training)
    ce = lambda scores, target: F.cross_entropy(scores, target, ignore_index=-100, label_smoothing=0.0) if bool((target >= 0).any()) else scores.sum() * 0
    h = drop(states)
    loss = ce(model.tag(h), batch.tag) + 0.5 * ce(model.lemmas(h, vectors, dropout), batch.lemma)
    arcs = model.arcs(h, words.sizes, dropout)
    loss = loss + ce(arcs.flatten(0, 1), batch.heads.flatten()) + ce(model.relations(h, batch.head_rows, dropout), batch.relation)
    return loss + 0.5 * ce(model.entity(h), batch.entity) + 0.3 * ce(model.phrase(h), batch.phrase)


def train_parser(sentences, entities, classes: Classes, shape: Shape, epochs: int, seed: int, dropout=0.33, rate=2e-3, size=1500, strength=0.5, entity_copies=4,
                 heads: dict | None = None, report=print, check=None):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = Parser(shape, len(classes.vocabulary), len(classes.tags), len(classes.lemmas), len(classes.relations), len(classes.entities), len(classes.phrases), **(heads or {}))
    everything = sentences + entities * entity_copies
    steps = epochs * (sum(len(s.words) for s in everything) // size + 1)
    optimiser, schedule = _optimiser(model, rate, steps)
    average = Average(model, 0.998)
    unknown = hide(classes, rng, strength)
    start = time.time()
    for epoch in range(epochs):
        model.train()
        total = n = 0
        for group in batches([augment(s, rng) for s in everything], size, rng):
            loss = parser_loss(model, Batch(group, classes, shape, unknown), dropout)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            average.update(model)
            total, n = total + loss.item(), n + 1
        report(f"parser epoch {epoch + 1}/{epochs}  loss {total / n:.3f}  {time.time() - start:.0f} s")
        if check and (epoch + 1) % 5 == 0:
            now = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(average.weights)
            check(model.eval())
            model.load_state_dict(now)
    model.load_state_dict(average.weights)
    return model.eval()


def train_segmenter(sentences, classes: Classes, shape: Shape, epochs: int, seed: int, dropout=0.2, rate=2e-3, size=2000, report=print):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = Segmenter(shape, len(classes.vocabulary))
    steps = epochs * (sum(len(s.words) for s in sentences) // size + 1)
    optimiser, schedule = _optimiser(model, rate, steps)
    average = Average(model, 0.998)
    unknown = hide(classes, rng, 1.0)
    start = time.time()
    for epoch in range(epochs):
        model.train()
        total = n = 0
        for group in batches(streams(sentences, rng), size, rng):
            words = Words([[w.form for w in s.words] for s in group], classes.of["vocabulary"], shape, unknown)
            gap = torch.tensor([w.gap for s in group for w in s.words])
            target = torch.tensor([float(w.head) for s in group for w in s.words])
            loss = F.binary_cross_entropy_with_logits(model(words, gap, dropout), target)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            average.update(model)
            total, n = total + loss.item(), n + 1
        report(f"segmenter epoch {epoch + 1}/{epochs}  loss {total / n:.4f}  {time.time() - start:.0f} s")
    model.load_state_dict(average.weights)
    return model.eval()

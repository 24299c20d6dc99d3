"""The two training loops."""
from __future__ import annotations

import random
import time
from dataclasses import dataclass

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


@dataclass
class Plan:
    """How long: the rate climbs over the first steps, stays, and falls in a line to nothing over the last `decay` epochs."""
    epochs: int
    decay: float
    rate: float = 2e-3
    warm: int = 200

    def at(self, step: int, epoch: float) -> float:
        return self.rate * min(1.0, (step + 1) / self.warm) * max(0.01, min(1.0, (self.epochs - epoch) / self.decay))


def _optimiser(model):
    return torch.optim.AdamW(model.parameters(), lr=0.0, betas=(0.9, 0.98), weight_decay=0.01)


def hide(classes: Classes, rng: random.Random, strength: float):
    """A word seen k times is hidden with odds strength / (strength + k), so that the unknown word learns too."""
    return lambda form: rng.random() < strength / (strength + classes.counts[norm(form)])


def parser_loss(model: Parser, batch: Batch, dropout: float):
    words = batch.words
    states, vectors = model(words, dropout)
    drop = lambda x: F.dropout(x, dropout, model.training)
    ce = lambda scores, target: F.cross_entropy(scores, target, ignore_index=-100) if bool((target >= 0).any()) else scores.sum() * 0
    h = drop(states)
    loss = ce(model.tag(h), batch.tag) + 0.5 * ce(model.lemmas(h, vectors, dropout), batch.lemma)
    arcs = model.arcs(h, words.sizes, dropout)
    loss = loss + ce(arcs.flatten(0, 1), batch.heads.flatten()) + ce(model.relations(h, batch.head_rows, dropout), batch.relation)
    return loss + 0.5 * ce(model.entity(h), batch.entity) + 0.3 * ce(model.phrase(h), batch.phrase)


def _run(model, plan: Plan, groups, loss_of, name: str, report, check=None):
    """Trains in place; `groups(epoch)` gives the batches of an epoch. The weights are their own moving average in the end."""
    optimiser, average = _optimiser(model), Average(model, 0.998)
    start, step, epoch = time.time(), 0, 0
    while epoch < plan.epochs:
        model.train()
        total, batches_of = 0.0, groups()
        for k, group in enumerate(batches_of):
            for part in optimiser.param_groups:
                part["lr"] = plan.at(step, epoch + k / len(batches_of))
            loss = loss_of(group)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            average.update(model)
            step, total = step + 1, total + loss.item()
        epoch += 1
        report(f"{name} epoch {epoch}/{plan.epochs}  loss {total / max(1, len(batches_of)):.4f}  {time.time() - start:.0f} s")
        if check:
            check(epoch, average.weights)
    model.load_state_dict(average.weights)
    return model.eval()


def train_parser(sentences, entities, classes: Classes, shape: Shape, plan: Plan, seed: int, heads: dict, dropout=0.25, size=1500, strength=0.5, entity_copies=3,
                 report=print, check=None) -> Parser:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = Parser(shape, len(classes.vocabulary), len(classes.tags), len(classes.lemmas), len(classes.relations), len(classes.entities), len(classes.phrases), **heads)
    everything = sentences + entities * entity_copies
    unknown = hide(classes, rng, strength)
    return _run(model, plan, lambda: batches([augment(s, rng) for s in everything], size, rng),
                lambda group: parser_loss(model, Batch(group, classes, shape, unknown), dropout), "parser", report, check)


def train_segmenter(sentences, classes: Classes, shape: Shape, plan: Plan, seed: int, dropout=0.2, size=2000, strength=1.0, report=print) -> Segmenter:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = Segmenter(shape, len(classes.vocabulary))
    unknown = hide(classes, rng, strength)

    def loss(group):
        words = Words([[w.form for w in s.words] for s in group], classes.of["vocabulary"], shape, unknown)
        gap = torch.tensor([w.gap for s in group for w in s.words])
        target = torch.tensor([float(w.head) for s in group for w in s.words])
        return F.binary_cross_entropy_with_logits(model(words, gap, dropout), target)

    return _run(model, plan, lambda: batches(streams(sentences, rng), size, rng), loss, "segmenter", report)

#!/usr/bin/env python3
"""The whole training on the tiny set of train/tiny: read, train, export, and load in C++.

  HERALD_LANGUAGE_TEST=build/release/language_test PYTHONPATH=train python3 train/test_train.py

needs torch and safetensors (train/requirements.txt). Without HERALD_LANGUAGE_TEST the last step, C++, is skipped and says so.
"""
import gzip
import itertools
import json
import os
import random
import subprocess
import tempfile
import unittest
from pathlib import Path

from herald_train import __main__ as trainer
from herald_train import claims, conllu, data, decode, features, lemmas

HERE = Path(__file__).resolve().parent

SETTINGS = {
    "seed": 3, "rare": 1,
    "segmenter": {"width": 32, "dilations": [1, 2], "word": 8, "prefix": 8, "suffix": 8, "form": 8, "grams": 8,
                  "prefix_rows": 64, "suffix_rows": 64, "form_rows": 64, "gram_rows": 128},
    "segmenter_plan": {"epochs": 30, "decay": 5, "warm": 10},
    "parser": {"width": 32, "dilations": [1, 0, 2], "word": 16, "prefix": 8, "suffix": 8, "form": 8, "grams": 16,
               "prefix_rows": 64, "suffix_rows": 64, "form_rows": 64, "gram_rows": 256},
    "parser_plan": {"epochs": 40, "decay": 10, "warm": 10, "rate": 0.01},
    "heads": {"arc": 32, "relation": 32, "lemma": 16},
}


def lay_corpora(folder: Path):
    (folder / "ud").mkdir(parents=True)
    (folder / "re3d").mkdir()
    for name in ("ewt", "gum"):
        text = (HERE / "tiny" / f"{name}.conllu").read_text(encoding="utf8")
        for part in ("train", "dev"):
            with gzip.open(folder / "ud" / f"en_{name}-ud-{part}.conllu.gz", "wt", encoding="utf8") as out:
                out.write(text)
    (folder / "re3d/train.conll").write_text((HERE / "tiny/entities.conll").read_text(encoding="utf8"), encoding="utf8")


class WholeTraining(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = Path(cls.folder.name)
        lay_corpora(root / "corpora")
        (root / "settings.json").write_text(json.dumps(SETTINGS))
        cls.out = [root / "first", root / "second"]
        for out in cls.out:
            trainer.main(["--corpora", str(root / "corpora"), "--out", str(out), "--settings", str(root / "settings.json")])

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_learns_its_few_sentences(self):
        scores = json.loads((self.out[0] / "manifest.json").read_text())["scores_on_gold_words_and_sentences"]["ewt-dev"]
        self.assertGreater(scores["upos"], 0.8)
        self.assertGreater(scores["las"], 0.5)

    def test_same_seed_same_weights(self):
        first, second = ((out / "english.safetensors").read_bytes() for out in self.out)
        self.assertEqual(first, second)

    def test_cpp_runtime_loads_and_agrees(self):
        program = os.environ.get("HERALD_LANGUAGE_TEST")
        if not program:
            self.skipTest("HERALD_LANGUAGE_TEST names no language_test program")
        run = subprocess.run([program, "--gtest_filter=Language.TheRuntimeGivesWhatTheTrainersRuntimeGives:DamagedModel.TheCopyItselfLoads"],
                             env={**os.environ, "HERALD_TEST_MODELS": str(self.out[0])}, capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout[-4000:])
        self.assertIn("[  PASSED  ] 2 tests", run.stdout)


class Reading(unittest.TestCase):
    def test_only_free_texts_shape_the_weights(self):
        self.assertTrue(data.free_gum("GUM_news_x"))
        for genre in ("fiction", "conversation", "podcast", "whow", "essay", "reddit"):
            self.assertFalse(data.free_gum(f"GUM_{genre}_x"))
        self.assertFalse(data.free_re3d("BBC Online"))
        self.assertTrue(data.free_re3d("CENTCOM"))

    def test_gaps_follow_multiword_tokens_and_space_after(self):
        sentence = next(s for s in conllu.read_treebank(HERE / "tiny/ewt.conllu") if any(w.form == "n't" for w in s.words))
        gaps = {w.form: w.gap for w in sentence.words}
        self.assertEqual((gaps["did"], gaps["n't"], gaps["name"], gaps["."]), (1, 0, 1, 0))

    def test_entities_are_bioes(self):
        tags = [w.entity for w in conllu.read_entities(HERE / "tiny/entities.conll")[1].words]
        self.assertEqual(tags, ["B-Person", "I-Person", "E-Person", "O", "S-Nationality", "O", "O", "S-Location", "O"])

    def test_augmentation_changes_case_only(self):
        rng = random.Random(0)
        for sentence in conllu.read_treebank(HERE / "tiny/ewt.conllu"):
            other = data.augment(sentence, rng)
            self.assertEqual([w.form.lower() for w in other.words], [w.form.lower() for w in sentence.words])
            self.assertEqual([w.head for w in other.words], [w.head for w in sentence.words])


class Decoding(unittest.TestCase):
    def test_best_tree_agrees_with_trying_every_tree(self):
        rng = random.Random(3)

        def is_tree(heads):
            if heads.count(0) != 1:
                return False
            for at in range(1, len(heads) + 1):
                for _ in range(len(heads) + 1):
                    at = heads[at - 1] if at else 0
                if at:
                    return False
            return True

        for _ in range(100):
            n = rng.randint(1, 4)
            scores = [[rng.gauss(0, 2) for _ in range(n + 1)] for _ in range(n)]
            total = lambda heads: sum(scores[d][h] for d, h in enumerate(heads))
            best = max((list(h) for h in itertools.product(range(n + 1), repeat=n) if is_tree(list(h))), key=total)
            self.assertAlmostEqual(total(decode.best_tree(scores)), total(best))

    def test_lemma_scripts_give_back_the_lemma(self):
        for form, lemma in (("Countries", "country"), ("was", "be"), ("SYRIA", "Syria"), ("un", "UN"), ("McGrath", "McGrath"), ("people", "person")):
            self.assertEqual(lemmas.apply(form, lemmas.script(form, lemma)), lemma)

    def test_features_are_those_of_the_cpp_tests(self):
        self.assertEqual([features.norm(w) for w in ("KOBANÎ", "“", "n’t", "1,250", "2015", "3015", "İ")], ["kobanî", '"', "n't", "0,000", "2000", "0000", "i"])
        self.assertEqual([features.shape(w) for w in ("Damascus", "F-16s", "10000000")], ["Xxxxx", "X-ddx", "dddd"])
        self.assertEqual(features.fnv1a("a"), 0xE40C292C)


class Claims(unittest.TestCase):
    KILLED = {"type": "casualties", "value": "killed", "modality": "actual", "vague": False, "low": 3, "high": 3}

    def test_a_claim_answers_one_gold_claim_of_its_sentence(self):
        text = "Three guards died. It rained. Three guards died there."
        gold = [{**self.KILLED, "span": [0, 18]}]
        told = [{**self.KILLED, "sentence": s} for s in ("Three guards died.", "Three guards died there.", "Not in the text.")]
        self.assertEqual(claims.label(text, gold, told), [1.0, 0.0, 0.0])
        self.assertEqual(claims.label(text, gold, [told[0], told[0]]), [1.0, 0.0])
        self.assertEqual(claims.label(text, gold, [{**told[0], "low": 4, "high": 4}]), [0.0])

    def test_a_vague_figure_is_met_within_a_factor_of_two(self):
        gold = {**self.KILLED, "low": 24, "high": None, "vague": True}
        self.assertTrue(claims.same(gold, {**self.KILLED, "low": 30, "high": 30}))
        self.assertFalse(claims.same(gold, {**self.KILLED, "low": 100, "high": 100}))

    def test_learns_which_features_tell_and_how_sure_it_may_be(self):
        rng = random.Random(5)
        rows = []
        for i in range(400):
            good = rng.random() < 0.5
            features = ["word:bomb"] if rng.random() < (0.9 if good else 0.2) else ["word:league"]
            rows.append((f"r{i}", "casualties", features, float(good)))
        names = {n: i for i, n in enumerate([*claims.TYPES, "word:bomb", "word:league"])}
        x, y = claims.matrix(rows, names), claims.torch.tensor([r[3] for r in rows], dtype=claims.torch.float64)
        w = claims.fit(x, y, [names[t] for t in claims.TYPES])
        self.assertGreater(w[names["word:bomb"]], 0.5)
        self.assertLess(w[names["word:league"]], -0.5)
        self.assertGreater(claims.slope(x @ w / 3, y), 1.5)
        p = claims.torch.sigmoid(x @ w)
        self.assertGreater(claims.threshold(p, y, int(y.sum())), p[[r[2] == ["word:league"] for r in rows].index(True)].item() - 0.05)


if __name__ == "__main__":
    unittest.main()

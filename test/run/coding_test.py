#!/usr/bin/env python3
"""What Herald did not code, and why; and its coding beside a person's own."""
import unittest

from common import Run, line


class WhyNot(Run):
    def why_not(self, sentence, *more):
        return self.herald('explain', '--why-not', sentence, *more)[0]

    def test_each_candidate_is_told_with_its_step_and_what_it_lacked(self):
        for sentence, told in (('The army denied that its jets bombed the market in Aleppo.', ('left at settle', '"denied" denies it')),
                               ('Four miners were killed when a gas leak caused an explosion in the mine, the company said.', ('casualties.kill, left at propose', 'an accident, sport')),
                               ('The striker wants to kill the tie early.', ('casualties.kill', 'wished')),
                               ('The two ministers clashed over the budget.', ('control.contest', 'no place that can be held', 'nobody in it is armed'))):
            with self.subTest(sentence=sentence):
                out = self.why_not(sentence)
                self.assertIn('by itself', out)
                for words in told:
                    self.assertIn(words, out)

    def test_what_is_coded_is_told_as_coded(self):
        out = self.why_not('Gunmen killed three soldiers in Ramadi on Monday.')
        self.assertIn('coded      "killed"  casualties.kill', out)
        self.assertIn('no other word of it is a trigger', out)

    def test_a_sentence_of_the_ledger_is_read_in_its_report(self):
        self.herald('read', self.write('a.jsonl', line(1, text='Rebels shelled the town of Azaz on Monday.\n\nThe governor denied that\nsoldiers had fled.')))
        self.assertIn('in r1: The Example', self.why_not('The governor denied that soldiers had fled.'))

    def test_a_claim_or_a_sentence_is_asked_for(self):
        self.herald('explain', status=2)
        self.herald('explain', 'x', '--why-not', 'y', status=2)


if __name__ == '__main__':
    unittest.main()

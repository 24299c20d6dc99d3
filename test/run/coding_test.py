#!/usr/bin/env python3
"""What Herald did not code, and why; and its coding beside a person's own."""
import csv
import io
import json
import unittest

from common import Run, line


class WhyNot(Run):
    def why_not(self, sentence, *more):
        return self.herald('explain', '--why-not', sentence, *more)[0]

    def test_each_candidate_is_told_with_its_step_and_what_it_lacked(self):
        for sentence, told in (('The army denied that its jets bombed the market in Aleppo.', ('left at settle', '"denied" denies it')),
                               ('Four miners were killed when a gas leak caused an explosion in the mine, the company said.', ('casualties.kill, left at propose', 'an accident, sport')),
                               ('The striker wants to kill the tie early.', ('casualties.kill', 'wished')),
                               ('The two ministers clashed over the budget.', ('control.contest', 'no place that can be held', 'nobody in it is armed')),
                               ('The militia claimed a great victory.', ('casualties.lives', 'no lives are named'))):
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


class Score(Run):
    TEXT = 'On Monday gunmen killed three soldiers in Ramadi.\n\nTwo days later a shell wounded five traders in the city, police said.\n\nThe governor spoke of a dark hour.'

    def coding(self, rows, text=True):
        out = io.StringIO()
        writer = csv.DictWriter(out, ['report', 'published', 'text', 'type', 'harm', 'low', 'high', 'party', 'words'])
        writer.writeheader()
        for row in rows:
            writer.writerow({'report': 'a', **({'published': '2015-03-05', 'text': self.TEXT} if text else {}), **row})
        return self.write('coded.csv', out.getvalue())

    ROWS = ({'type': 'casualties', 'harm': 'killed', 'low': '3', 'high': '3', 'party': 'combatants', 'words': 'killed three soldiers'},
            {'type': 'casualties', 'harm': 'wounded', 'low': '6', 'high': '6', 'party': 'civilians', 'words': 'wounded five traders'},
            {'type': 'casualties', 'harm': 'missing', 'low': '1', 'high': '1', 'words': 'a dark hour'})

    def test_matched_missed_extra_and_differing_are_told(self):
        out, _ = self.herald('score', self.coding(self.ROWS), '--json')
        report, summary = map(json.loads, out.splitlines())
        self.assertEqual(len(report['matched']), 2)
        self.assertEqual([m['differs'] for m in report['matched']], [{}, {'figure': {'own': '6', 'herald': '5'}}])
        self.assertEqual([c['harm'] for c in report['missed']], ['missing'])
        self.assertEqual({c['type'] for c in report['extra']}, {'violence'})
        self.assertEqual(summary['summary']['claims']['casualties'], {'own': 3, 'herald': 2, 'matched': 2})
        self.assertEqual(summary['summary']['fields']['figure'], {'agree': 1, 'of': 2})

    def test_a_terminal_is_shown_the_words(self):
        out, _ = self.herald('score', self.coding(self.ROWS))
        self.assertIn('figure: 5, yours 6', out)
        self.assertIn('[a dark hour]', out)
        self.assertRegex(out, r'casualties +3 +2 +2 +1.00 +0.67 +0.80')

    def test_texts_may_stand_elsewhere(self):
        path = self.coding(self.ROWS, text=False)
        self.assertIn('no text of report a', self.herald('score', path, status=1)[1])
        reports = self.write('reports.jsonl', json.dumps({'id': 'a', 'text': self.TEXT, 'published': '2015-03-05'}) + '\n')
        out, _ = self.herald('score', path, '--reports', reports, '--json')
        self.assertEqual(len(json.loads(out.splitlines()[0])['matched']), 2)

    def test_what_herald_writes_agrees_with_itself(self):
        reports = self.write('reports.jsonl', json.dumps({'id': 'a', 'text': self.TEXT, 'published': '2015-03-05'}) + '\n')
        self.write('own.jsonl', self.herald('read', '--json', reports)[0])
        report, summary = map(json.loads, self.herald('score', 'own.jsonl', '--json')[0].splitlines())
        self.assertEqual((report['missed'], report['extra']), ([], []))
        self.assertTrue(all(m['differs'] == {} for m in report['matched']))
        self.assertTrue(all(f['agree'] == f['of'] for f in summary['summary']['fields'].values()))

    def test_words_that_are_not_there_and_wrong_cells_are_named(self):
        self.assertIn('a: not in its text: nobody', self.herald('score', self.coding([{**self.ROWS[0], 'words': 'nobody'}]))[1])
        self.assertIn('coded.csv:2: low cannot be: few', self.herald('score', self.coding([{**self.ROWS[0], 'low': 'few'}]), status=1)[1])


if __name__ == '__main__':
    unittest.main()

#!/usr/bin/env python3
"""What people decide: it shows in every view, survives reading again, is refused where it cannot be applied; and an event's history tells it."""
import json
import unittest

from common import Run, line

BY = ('--who', 'Ana', '--why', 'asked the hospital')


class Decisions(Run):
    def setUp(self):
        super().setUp()
        text = 'On Tuesday Islamic State fighters killed {} soldiers in the Syrian town of Manbij, {} said.\n\nTwo fishermen lost all they had.'
        self.path = self.write('a.jsonl', line(1, text=text.format(7, 'the army'), published='2015-11-12T10:00:00Z') + '\n' +
                               line(2, text=text.format(12, 'a monitoring group'), published='2015-11-12T18:00:00Z') + '\n')
        self.herald('read', self.path)

    def rows(self, view, *more):
        return [json.loads(l) for l in self.herald(view, '--format', 'json', *more)[0].splitlines()]

    def event(self):
        [event] = [e for e in self.rows('events') if 'killed' in e['tally']]
        return event

    def decide(self, *arguments, status=0):
        return self.herald('decide', *arguments, *BY, status=status)

    def test_history_tells_which_report_moved_the_toll(self):
        steps = [json.loads(l) for l in self.herald('history', self.event()['id'], '--format', 'json')[0].splitlines()]
        self.assertEqual([s['when'] for s in steps], ['2015-11-12T10:00:00Z', '2015-11-12T18:00:00Z'])
        moved = [{c['what']: c['after'] for c in s['changes']} for s in steps]
        self.assertEqual(moved[0]['killed'], '7')
        self.assertTrue(moved[1]['killed'].startswith('7 to 12'))
        out, _ = self.herald('history', self.event()['claims'][0])
        self.assertIn('r2 (The Example)', out)
        self.herald('history', 'nothing', status=1)

    def test_a_pin_stands_and_survives_reading_again(self):
        event = self.event()
        self.decide('pin', event['id'], 'killed', '9', '--at', '2015-12-01')
        self.herald('read', self.path)
        pinned = self.event()
        self.assertEqual(pinned['tally']['killed']['best'], 9)
        self.assertEqual(pinned['decisions'], ['pin by Ana: asked the hospital'])
        self.assertIn('pin by Ana', self.herald('history', pinned['id'])[0])
        [row] = [json.loads(l) for l in self.herald('decide', 'list', '--format', 'json')[0].splitlines()]
        self.assertEqual((row['who'], row['action'], row['when'][:10]), ('Ana', 'pin', '2015-12-01'))
        before = [e for e in self.rows('events', '--as-of', '2015-11-20') if 'killed' in e['tally']]
        self.assertEqual(before[0]['tally']['killed']['high'], 12)

    def test_reject_accept_correct_and_a_quarrel(self):
        claim = next(c['id'] for c in self.rows('claims') if c['report'] == 'r2' and c['type'] == 'casualties')
        self.decide('reject', claim, '--at', '2015-12-01')
        self.assertEqual(self.event()['tally']['killed']['high'], 7)
        _, err = self.herald('decide', 'accept', claim, '--who', 'Bela', '--why', 'it is right', '--at', '2015-12-02')
        self.assertIn('Ana and Bela decided otherwise', err)
        self.assertEqual(self.event()['tally']['killed']['high'], 12)
        self.decide('correct', claim, 'high', '11')
        self.decide('correct', claim, 'low', '11')
        self.assertEqual(self.event()['tally']['killed']['high'], 11)
        self.assertIn('Ana and Bela', self.herald('decide', 'list')[1])

    def test_split_and_merge(self):
        one, two = [next(c['id'] for c in self.rows('claims') if c['report'] == r and c['type'] == 'casualties') for r in ('r1', 'r2')]
        self.decide('split', one, two, '--at', '2015-12-01')
        events = {c['report']: c['event'] for c in self.rows('claims') if c['type'] == 'casualties'}
        self.assertNotEqual(events['r1'], events['r2'])
        self.decide('merge', events['r1'], events['r2'], '--at', '2015-12-02')
        events = {c['event'] for c in self.rows('claims') if c['type'] == 'casualties'}
        self.assertEqual(len(events), 1)

    def test_a_claim_is_added_on_its_words(self):
        out, _ = self.decide('add', 'r1', 'Two fishermen lost all they had', 'type=casualties', 'harm=displaced', 'low=2', 'high=2', 'place=Manbij', 'by=Islamic State')
        [claim] = [c for c in self.rows('claims') if c['id'] == out.strip()]
        self.assertEqual((claim['words'], claim['low']), (['Two fishermen lost all they had'], 2))
        self.assertEqual(claim['by']['ref'], 'actor:isis')
        self.assertEqual(claim['place']['country'], 'SY')

    def test_what_cannot_be_applied_is_refused(self):
        claim = self.rows('claims')[0]['id']
        for arguments, told in ((('add', 'r1', 'Three fishermen', 'type=casualties', 'harm=killed'), 'the report does not say'), (('correct', claim, 'low', 'many'), 'cannot set low'),
                                (('pin', self.event()['id'], 'killed', '-1'), 'cannot set killed'), (('reject', 'r1#none'), 'no such claim or event'),
                                (('merge', claim, claim), 'one and the same')):
            with self.subTest(arguments=arguments):
                self.assertIn(told, self.decide(*arguments, status=1)[1])
        self.assertEqual(self.herald('decide', 'list')[0], 'nothing\n')


if __name__ == '__main__':
    unittest.main()

#!/usr/bin/env python3
"""Whole runs into a ledger: the same from any number of threads and in any order, nothing twice, readable by others."""
import json
import os
import shutil
import signal
import subprocess
import time
import unittest

from common import HERALD, STORY, Run, line

VIEWS = ('claims', 'events', 'tally', 'control', 'voices', 'syndication')


class Ledger(Run):
    def view(self, name, ledger='herald.gpkg', form='json', *more):
        return self.herald(name, '--ledger', ledger, '--format', form, *more)[0]

    def everything(self, ledger='herald.gpkg'):
        return {v: self.view(v, ledger) for v in VIEWS}

    def lines(self, numbers, name='reports.jsonl'):
        return self.write(name, ''.join(line(n) + '\n' for n in numbers))

    def test_threads_make_no_difference(self):
        path = self.lines(range(1, 30))
        outs = [self.herald('read', '--json', '--threads', n, path)[0] for n in (1, 4)]
        self.assertEqual(outs[0].count('\n'), 29)
        self.assertEqual(*outs)

    def test_order_makes_no_difference(self):
        self.herald('read', '--ledger', 'a.gpkg', self.lines(range(1, 12)))
        self.herald('read', '--ledger', 'b.gpkg', self.lines(range(11, 0, -1), 'backwards.jsonl'))
        self.assertEqual(self.everything('a.gpkg'), self.everything('b.gpkg'))

    def test_reading_twice_adds_nothing(self):
        path = self.lines(range(1, 6))
        self.herald('read', path)
        first = self.everything()
        _, err = self.herald('read', path)
        self.assertIn('0 reports added, 5 known before', err)
        self.assertEqual(self.everything(), first)

    def test_what_read_json_writes_can_be_loaded(self):
        path = self.lines(range(1, 6))
        self.write('coded.jsonl', self.herald('read', '--json', path)[0])
        self.herald('load', '--ledger', 'loaded.gpkg', 'coded.jsonl')
        claims = [json.loads(l) for l in self.view('claims', 'loaded.gpkg').splitlines()]
        self.assertGreater(len(claims), 5)
        self.assertTrue(all(c['id'].startswith(c['report'] + '#') for c in claims))

    def test_hand_coded_claims_get_the_references_of_their_report(self):
        text = 'Rebels took the city of Aleppo from the Taliban on Monday.'
        claim = {'id': 'g0', 'type': 'control', 'state': 'taken', 'sentence': 0, 'trigger': [7, 11], 'evidence': [[0, len(text)]], 'modality': 'actual', 'date': None,
                 'place': {'name': 'Aleppo', 'method': 'named'}, 'source': [], 'holder': {'text': 'Rebels', 'ref': None}, 'from': {'text': 'the Taliban', 'ref': None}}
        row = {'schema': 1, 'id': 'h', 'origin': None, 'outlet': None, 'published': '2015-03-04', 'language': 'en', 'text': text, 'sentences': [[0, len(text)]], 'claims': [claim]}
        self.write('hand.jsonl', json.dumps(row) + '\n')
        self.herald('load', 'hand.jsonl')
        [loaded] = [json.loads(l) for l in self.view('claims').splitlines()]
        self.assertAlmostEqual(loaded['place']['lat'], 36.2, delta=0.3)
        self.assertEqual(loaded['from']['ref'], 'actor:taliban')

    def test_a_wrong_line_is_named_and_the_rest_loaded(self):
        self.write('coded.jsonl', self.herald('read', '--json', self.lines([1]))[0] + '{"id": "x", "text": 4}\n')
        _, err = self.herald('load', 'coded.jsonl', status=1)
        self.assertIn('coded.jsonl:2: text: not a string', err)
        self.assertIn('1 report added', err)

    def test_every_view_has_every_form(self):
        self.herald('read', self.lines(range(1, 4)))
        for view in ('brief',) + VIEWS:
            for form in ('text', 'markdown', 'html', 'csv', 'json'):
                with self.subTest(view=view, form=form):
                    self.view(view, 'herald.gpkg', form)
            for row in self.view(view).splitlines():
                json.loads(row)

    def test_as_of_leaves_later_reports_out(self):
        self.herald('read', self.write('a.jsonl', line(1) + '\n' + line(2, published='2015-03-09T10:00:00Z') + '\n'))
        reports = {json.loads(l)['report'] for l in self.view('claims', 'herald.gpkg', 'json', '--as-of', '2015-03-05').splitlines()}
        self.assertEqual(reports, {'r1'})

    def test_what_is_taken_back_is_shown_and_does_not_count(self):
        headline = 'Shells hit Taiz market'
        story = line(1, headline=headline)
        self.herald('read', self.write('a.jsonl', story + '\n'))
        before = self.view('events')
        self.assertNotEqual(before, '')
        notice = line(2, headline='WITHDRAWN: ' + headline, published='2015-03-09T10:00:00Z')
        self.herald('read', self.write('b.jsonl', notice + '\n'))
        self.assertEqual(self.view('events'), '')
        claims = [json.loads(l) for l in self.view('claims').splitlines()]
        self.assertTrue(claims and all(c['retracted'] for c in claims))
        self.assertIn('retracted by r2', self.view('brief', 'herald.gpkg', 'text'))
        self.assertEqual(self.view('events', 'herald.gpkg', 'json', '--as-of', '2015-03-08'), before)

    def test_explain_names_rule_words_and_path(self):
        self.herald('read', self.lines([1]))
        claim = json.loads(self.view('claims').splitlines()[0])
        out, _ = self.herald('explain', claim['id'])
        self.assertIn(claim['rule'], out)
        self.assertIn(claim['words'][0], out)
        self.assertRegex(out, r'judged by +[+-]\d\.\d\d')
        _, err = self.herald('explain', 'r1#nothing', status=1)
        self.assertIn('no such claim', err)

    def test_a_view_makes_no_ledger(self):
        _, err = self.herald('events', '--ledger', 'none.gpkg', status=1)
        self.assertIn('no such ledger', err)
        self.assertFalse((self.folder / 'none.gpkg').exists())

    @unittest.skipUnless(shutil.which('ogrinfo'), 'needs gdal-bin')
    def test_gdal_opens_it_without_a_warning(self):
        self.herald('read', self.lines(range(1, 4)))
        done = subprocess.run(['ogrinfo', '-al', '-so', self.folder / 'herald.gpkg'], capture_output=True, text=True, check=True)
        self.assertEqual(done.stderr, '')
        self.assertIn('using driver `GPKG\' successful', done.stdout)

    def test_interrupt_keeps_what_is_done_and_goes_on(self):
        path = self.lines(range(1, 3000))
        run = subprocess.Popen([HERALD, 'read', path], cwd=self.folder, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        ledger, deadline = self.folder / 'herald.gpkg', time.monotonic() + 60
        while not ledger.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.3)
        run.send_signal(signal.SIGINT)
        err = run.communicate(timeout=60)[1]
        self.assertEqual(run.returncode, 1, err)
        self.assertIn('stopped before the end', err)
        self.assertIn('run the same command again', err)
        kept = int(err.split(' report')[0].split()[-1])
        self.assertIn(f'{kept} report', err.splitlines()[-1])


class Terminal(Run):
    def test_a_pipe_gets_no_colours_and_no_report(self):
        out, err = self.herald('read', self.write('a.txt', STORY))
        self.assertEqual(out, '')
        self.assertNotIn('\x1b', err)

    @unittest.skipUnless(shutil.which('script'), 'needs script(1)')
    def test_a_terminal_gets_the_words_of_each_claim_lit(self):
        path = self.write('a.txt', STORY)
        for env, lit in (({}, True), ({'NO_COLOR': '1'}, False)):
            done = subprocess.run(['script', '-qec', f'{HERALD} read {path}', '/dev/null'], cwd=self.folder, capture_output=True, text=True,
                                  env={**{k: v for k, v in os.environ.items() if k != 'NO_COLOR'}, 'TERM': 'xterm', **env}, timeout=60)
            self.assertIn('killed', done.stdout)
            self.assertEqual('\x1b[31m' in done.stdout, lit)


class Usage(Run):
    def test_no_command_helps(self):
        out, _ = self.herald()
        self.assertIn('read', out)
        self.assertIn('brief', out)

    def test_wrong_usage_is_2(self):
        for arguments in (['nonsense'], ['read'], ['events', '--from', 'Tuesday'], ['events', '--format', 'xml'], ['read', '--threads', '0', 'x']):
            with self.subTest(arguments=arguments):
                _, err = self.herald(*arguments, status=2)
                self.assertNotEqual(err, '')

    def test_parse_gives_conllu(self):
        out, _ = self.herald('parse', '-', stdin=b'Troops took the town.')
        rows = [l.split('\t') for l in out.splitlines() if l and not l.startswith('#')]
        self.assertEqual([len(r) for r in rows], [10] * 5)
        self.assertEqual(rows[1][1], 'took')

    def test_gazetteer_finds_spellings(self):
        self.assertIn('SY', self.herald('gazetteer', 'find', 'Aleppo')[0])
        _, err = self.herald('gazetteer', 'find', 'Xqzwv', status=1)
        self.assertIn('no place of this name', err)


if __name__ == '__main__':
    unittest.main()

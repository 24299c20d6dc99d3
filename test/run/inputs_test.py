#!/usr/bin/env python3
"""Bad inputs each get one clear line and exit status 1, while the good reports beside them are coded."""
import gzip
import json
import unittest

from common import STORY, Run, line

ARABIC = 'قتل عشرة جنود على الأقل في هجوم على حاجز قرب البلدة يوم الثلاثاء، بحسب ما أعلن الجيش في بيان. وأصيب خمسة مدنيين بجروح في القصف الذي تلا ذلك.'


class BadInputs(Run):
    def refused(self, path, *words):
        """Reads the path between two good reports."""
        before, after = self.write('before.txt', STORY), self.write('after.jsonl', line(7) + '\n')
        out, err = self.herald('read', '--json', before, path, after, status=1)
        rows = [json.loads(l) for l in out.splitlines()]
        self.assertEqual(len(rows), 3)
        self.assertGreater(len(rows[0]['claims']), 0)
        self.assertGreater(len(rows[2]['claims']), 0)
        self.assertIn('error', rows[1])
        said = [l for l in err.splitlines() if l.startswith('herald: ')]
        self.assertEqual(len(said), 1, err)
        self.assertLess(len(said[0]), 300)
        for word in (str(path), *words):
            self.assertIn(word, said[0])
        self.assertEqual(rows[1]['error'], said[0][len('herald: '):])

    def test_empty_file(self):
        self.refused(self.write('empty.txt', ''), 'empty')

    def test_binary(self):
        self.refused(self.write('noise.bin', bytes(range(256)) * 40))

    def test_truncated_utf8(self):
        self.refused(self.write('cut.txt', STORY.encode() + 'Kobanî'.encode()[:-1]), 'UTF-8')

    def test_fifty_megabytes_of_one_line(self):
        self.refused(self.write('long.txt', b'word ' * 10_000_000))

    def test_html_nested_a_hundred_thousand_deep(self):
        self.refused(self.write('deep.html', '<html><body>' + '<div>' * 100_000 + 'x' + '</div>' * 100_000))

    def test_json_of_the_wrong_types(self):
        self.refused(self.write('types.jsonl', '{"id": [1], "text": {"a": 2}, "published": 5}\n'))

    def test_missing_file(self):
        self.refused(self.folder / 'nowhere.html', 'no such file')

    def test_gzip_of_five_bytes(self):
        self.refused(self.write('stub.gz', gzip.compress(b'text')[:5]))

    def test_a_bad_line_among_good_ones(self):
        path = self.write('lines.jsonl', line(1) + '\n{"id": "broken"\n' + line(2) + '\n')
        rows = self.coded(path, status=1)
        self.assertEqual(['error' in r for r in rows], [False, True, False])
        self.assertIn(':2', rows[1]['error'])


class GoodInputs(Run):
    def test_standard_input(self):
        [row] = self.coded('-', stdin=(line(3) + '\n').encode())
        self.assertEqual(row['id'], 'r3')

    def test_gzip_is_known_by_its_content(self):
        [row] = self.coded(self.write('packed', gzip.compress((line(3) + '\n').encode())))
        self.assertEqual(row['published'], '2015-03-04T10:00:00Z')

    def test_a_folder_is_read_in_the_order_of_its_names(self):
        for n in (3, 1, 2):
            self.write(f'{n}.jsonl', line(n) + '\n')
        self.assertEqual([r['id'] for r in self.coded(self.folder)], ['r1', 'r2', 'r3'])

    def test_no_date_leaves_relative_dates_open(self):
        [row] = self.coded(self.write('undated.jsonl', line(4, published=None) + '\n'))
        self.assertEqual(1, row['warnings'].count('no publication date: relative dates left open'))
        self.assertGreater(len(row['claims']), 0)
        self.assertTrue(all(c['date'] is None or c['date']['start'] is None for c in row['claims']), row['claims'])

    def test_another_language_is_named_and_not_coded(self):
        [row] = self.coded(self.write('arabic.txt', ARABIC))
        self.assertEqual(row['language'], 'ar')
        self.assertIn('not coded: ar', row['warnings'])
        self.assertEqual(row['claims'], [])

    def test_spans_count_code_points_of_the_text(self):
        [row] = self.coded(self.write('points.jsonl', json.dumps({'id': 'p', 'published': '2015-03-04', 'text': 'Kobanî – “heavy” fighting. Rebels killed three soldiers on Monday, police said.'})))
        triggers = [row['text'][slice(*c['trigger'])] for c in row['claims']]
        self.assertIn('killed', triggers)


if __name__ == '__main__':
    unittest.main()

#!/usr/bin/env python3
"""Events for other projects, and beside theirs: what is exported matches itself, and a changed row shows as a difference."""
import csv
import io
import json
import unittest

from common import Run, line


class Exchange(Run):
    def setUp(self):
        super().setUp()
        text = 'On Tuesday Islamic State fighters killed {n} soldiers in the Syrian town of {town}.'
        towns = [(7, 'Manbij'), (9, 'Raqqa'), (4, 'Azaz')]
        self.herald('read', self.write('a.jsonl', ''.join(line(i, text=text.format(n=n, town=t), published='2015-11-12T18:00:00Z') + '\n' for i, (n, t) in enumerate(towns))))

    def export(self, form, *more):
        out, err = self.herald('export', '--as', form, *more)
        return list(csv.DictReader(io.StringIO(out))), out, err

    def match(self, rows, *more):
        out = io.StringIO()
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows(rows)
        out, err = self.herald('match', self.write('rows.csv', out.getvalue()), '--format', 'json', *more)
        return [json.loads(l) for l in out.splitlines()], err

    def test_ged_has_its_columns_and_tells_what_is_empty(self):
        rows, _, err = self.export('ged')
        self.assertEqual((len(rows), len(rows[0])), (3, 49))
        self.assertEqual({r['date_start'][:10] for r in rows}, {'2015-11-10'})
        self.assertEqual({r['best'] for r in rows}, {'4', '7', '9'})
        self.assertIn('empty throughout: active_year', err)

    def test_what_is_exported_matches_itself(self):
        for form in ('ged', 'acled'):
            rows, _, _ = self.export(form)
            found, err = self.match(rows)
            self.assertEqual([f['status'] for f in found], ['matched'] * 3, form)
            self.assertEqual([f['differs'] for f in found], [{}] * 3, form)
            self.assertIn('3 matched, 0 of them with other values; 0 missed, 0 extra', err)

    def test_differences_missed_and_extra_rows_are_told(self):
        rows, _, _ = self.export('ged')
        rows[0]['best'] = rows[0]['high'] = '50'
        rows[1]['latitude'], rows[1]['where_coordinates'] = '33.0', 'Elsewhere'
        found, _ = self.match(rows)
        self.assertEqual(sorted(f['status'] for f in found), ['extra', 'matched', 'matched', 'missed'])
        [changed] = [f for f in found if f.get('differs')]
        self.assertEqual(changed['differs']['best']['reference'], '50')
        out, _ = self.herald('match', 'rows.csv')
        self.assertIn('best: ', out)

    def test_a_filter_and_a_moment_hold(self):
        self.assertEqual(len(self.export('ged', '--place', 'Manbij')[0]), 1)
        self.assertEqual(len(self.export('acled', '--as-of', '2015-11-11')[0]), 0)

    def test_geojson_has_points(self):
        features = json.loads(self.herald('export', '--as', 'geojson')[0])['features']
        self.assertEqual(len(features), 3)
        self.assertTrue(all(33 < f['geometry']['coordinates'][1] < 38 and f['properties']['where_prec'] == 1 for f in features))

    def test_a_wrong_file_is_named_by_line(self):
        _, err = self.herald('match', self.write('bad.csv', 'id,date_start,date_end,latitude,longitude,best\n1,2015-01-01,2015-01-01,36,37,few\n'), status=1)
        self.assertIn('bad.csv:2: best is no whole number: few', err)


if __name__ == '__main__':
    unittest.main()

#!/usr/bin/env python3
"""A ledger in PostgreSQL: the same as in a file, whoever writes to it at the same time and whatever ends them."""
import json
import os
import signal
import sqlite3
import subprocess
import time
import unittest

import postgresql
from common import HERALD, ROOT, Run, line

VIEWS = ('claims', 'events', 'tally', 'control', 'voices', 'syndication', 'brief')
DERIVED = ('events', 'event_claims', 'tallies', 'control', 'areas', 'voices')
EXPORTS = ('ged', 'acled', 'geojson')


@unittest.skipUnless(postgresql.THERE, 'needs postgresql-15 and postgresql-15-postgis-3')
class Postgresql(Run):
    @classmethod
    def setUpClass(cls):
        cls.cluster = postgresql.Cluster()
        cls.addClassCleanup(cls.cluster.stop)

    def setUp(self):
        super().setUp()
        self.schema = self.id().split('.')[-1]
        self.cluster.sql(f'CREATE SCHEMA {self.schema}')
        self.ledger = self.cluster.address(schema=self.schema)

    def sql(self, statements):
        return self.cluster.sql(f'SET search_path TO {self.schema}, public; {statements}').splitlines()

    def lines(self, numbers, name='reports.jsonl'):
        return self.write(name, ''.join(line(n) + '\n' for n in numbers))

    def everything(self, ledger):
        commands = [(v, '--format', 'json') for v in VIEWS] + [('export', '--as', e) for e in EXPORTS] + [('brief', '--format', 'html')]
        return {c: self.herald(*c, '--ledger', ledger)[0] for c in commands}

    def start(self, *arguments):
        return subprocess.Popen([HERALD, *map(str, arguments)], cwd=self.folder, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)

    def wait_for(self, true, what):
        deadline = time.monotonic() + 60
        while not true():
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.02)

    def derived(self, rows_of):
        """All rows of the derived tables, but for their numbers and the form of their geometries."""
        def plain(row):
            return {k: float(v) if isinstance(v, int) else v for k, v in row.items() if k not in ('fid', 'geom')}
        return {t: sorted(json.dumps(plain(r), sort_keys=True) for r in rows_of(t)) for t in DERIVED}

    def assert_derived_tables_are_those_of(self, file):
        database = sqlite3.connect(self.folder / file)
        database.row_factory = sqlite3.Row
        self.assertEqual(self.derived(lambda t: [json.loads(l) for l in self.sql(f"SELECT to_jsonb(t) - 'geom' FROM {t} t")]),
                         self.derived(lambda t: map(dict, database.execute(f'SELECT * FROM {t}'))))
        database.close()

    def test_the_store_keeps_its_promises_on_a_server(self):
        done = subprocess.run([os.environ.get('LEDGER_TEST', str(ROOT / 'build/release/ledger_test')), '--gtest_filter=Server/*'], capture_output=True, text=True,
                              env={**os.environ, 'HERALD_TEST_POSTGRESQL': self.cluster.address()})
        self.assertEqual(done.returncode, 0, done.stdout[-4000:])
        self.assertIn('[  PASSED  ]', done.stdout)
        self.assertNotIn('SKIPPED', done.stdout)

    def test_the_same_reports_give_the_same_exports(self):
        path = self.lines(range(1, 25))
        for ledger in (self.ledger, 'herald.gpkg'):
            self.herald('read', '--ledger', ledger, ROOT / 'examples', path)
            claims = self.herald('claims', '--ledger', ledger, '--format', 'json')[0].splitlines()
            self.herald('decide', 'reject', json.loads(claims[0])['id'], '--ledger', ledger, '--who', 'Ana', '--why', 'a rumour', '--at', '2015-04-01')
        server, file = (self.everything(l) for l in (self.ledger, 'herald.gpkg'))
        self.assertGreater(len(server['export', '--as', 'ged'].splitlines()), 10)
        for name in file:
            with self.subTest(name=name):
                self.assertEqual(server[name], file[name])
        self.assert_derived_tables_are_those_of('herald.gpkg')

    def test_writers_at_once_lose_and_double_nothing(self):
        self.lines(range(1, 90), 'a.jsonl')
        self.lines(range(45, 130), 'b.jsonl')
        self.lines(range(129, 0, -1), 'c.jsonl')
        runs = [self.start('read', '--threads', 1, '--ledger', self.ledger, f) for f in ('a.jsonl', 'b.jsonl', 'c.jsonl', 'a.jsonl')]
        for run in runs:
            err = run.communicate(timeout=120)[1]
            self.assertEqual(run.returncode, 0, err)
        self.herald('read', 'c.jsonl')
        self.assertEqual(self.sql('SELECT count(*), count(DISTINCT key) FROM reports'), ['129|129'])
        self.assertEqual(self.everything(self.ledger), self.everything('herald.gpkg'))
        self.assert_derived_tables_are_those_of('herald.gpkg')

    def test_a_killed_run_leaves_whole_reports_and_goes_on(self):
        path = self.lines(range(1, 1500))
        run = self.start('read', '--ledger', self.ledger, path)
        self.wait_for(lambda: self.sql("SELECT to_regclass('reports')") != [''] and self.sql('SELECT count(*) FROM reports') != ['0'], 'nothing was read')
        run.kill()
        run.communicate()
        self.assertEqual(self.sql('SELECT count(*) FROM reports r WHERE NOT EXISTS (SELECT FROM claims WHERE report = r.fid)'), ['0'])
        kept = int(self.sql('SELECT count(*) FROM reports')[0])
        self.assertLess(kept, 1499)
        # The next one is stopped by hand.
        run = self.start('read', '--ledger', self.ledger, path)
        self.wait_for(lambda: int(self.sql('SELECT count(*) FROM reports')[0]) > kept, 'it did not go on')
        run.send_signal(signal.SIGINT)
        err = run.communicate(timeout=60)[1]
        self.assertEqual(run.returncode, 1, err)
        self.assertIn('run the same command again', err)
        events = [json.loads(l)['id'] for l in self.herald('events', '--ledger', self.ledger, '--format', 'json')[0].splitlines()]
        self.assertEqual(sorted(self.sql('SELECT id FROM events')), sorted(events))

    def test_a_lost_connection_is_told_and_the_run_goes_on_when_asked(self):
        path = self.lines(range(1, 1500))
        run = self.start('read', '--ledger', self.ledger, path)
        self.wait_for(lambda: self.sql("SELECT to_regclass('reports')") != [''] and self.sql('SELECT count(*) FROM reports') != ['0'], 'nothing was read')
        self.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'herald'")
        err = run.communicate(timeout=120)[1]
        self.assertEqual(run.returncode, 1, err)
        self.assertIn('stopped before the end', err)
        self.assertIn('run the same command again: what it reported done is kept', err)
        self.assertIn('added', self.herald('read', '--ledger', self.ledger, self.lines(range(1, 50), 'few.jsonl'))[1])

    def test_passwords_are_never_shown(self):
        self.cluster.sql(f"CREATE ROLE locked LOGIN PASSWORD 'hush' SUPERUSER")
        path = self.lines([1])
        given = self.cluster.address(user='locked:hush', schema=self.schema)
        _, err = self.herald('read', '--ledger', given, path)
        self.assertIn('1 report added', err)
        self.assertNotIn('hush', err)
        _, err = self.herald('events', '--ledger', given.replace('hush', 'hushhush'), status=1)
        self.assertIn('check user and password', err)
        self.assertNotIn('hush', err)
        bare = self.cluster.address(user='locked', schema=self.schema)
        _, err = self.herald('events', '--ledger', bare, status=1)
        self.assertIn('~/.pgpass', err)
        self.herald('events', '--ledger', bare, env={**os.environ, 'PGPASSWORD': 'hush'})

    def test_errors_say_what_to_do(self):
        here = self.cluster.address()
        for ledger, told in ((here.replace('/postgres?', '/nowhere?'), 'createdb'), (f'host={self.folder} dbname=x', 'no server answers there'),
                             ('postgresql://[::/x', 'postgresql://user@host/database'), (self.ledger, 'no such ledger')):
            _, err = self.herald('events', '--ledger', ledger, status=1)
            self.assertIn(told, err)
            self.assertEqual(err.count('\n'), 1)

    def test_a_reader_without_rights_to_write_reads(self):
        path = self.lines([1])
        self.herald('read', '--ledger', self.ledger, path)
        self.sql(f'CREATE ROLE guest LOGIN; GRANT USAGE ON SCHEMA {self.schema} TO guest; GRANT SELECT ON ALL TABLES IN SCHEMA {self.schema} TO guest')
        guest = self.cluster.address(user='guest', schema=self.schema)
        self.assertEqual(*(self.herald('brief', '--ledger', l)[0].split('\n', 1)[1] for l in (guest, self.ledger)))
        _, err = self.herald('read', '--ledger', guest, path, status=1)
        self.assertIn('permission denied', err)
        self.assertIn('ask the owner', err)

    def test_people_can_search_and_map_it(self):
        self.herald('read', '--ledger', self.ledger, ROOT / 'examples')
        self.assertNotEqual(self.sql("SELECT id FROM reports WHERE words @@ websearch_to_tsquery('report_words', 'killed')"), [])
        types = self.sql(f"SELECT f_table_name, type, srid FROM geometry_columns WHERE f_table_schema = '{self.schema}' ORDER BY 1")
        self.assertEqual(types, ['areas|POLYGON|4326', 'claims|POINT|4326', 'control|POINT|4326', 'events|POINT|4326'])
        indexed = self.sql(f"SELECT indexname FROM pg_indexes WHERE schemaname = '{self.schema}' AND indexdef ~ 'gist|gin' ORDER BY 1")
        self.assertEqual(indexed, ['areas_geom', 'claims_geom', 'control_geom', 'events_geom', 'reports_words'])


if __name__ == '__main__':
    unittest.main()

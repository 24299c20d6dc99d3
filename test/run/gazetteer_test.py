#!/usr/bin/env python3
"""Importing a GeoNames dump: the places are found from then on, and what is wrong in a file is named by line."""
import os
import unittest
import zipfile
from pathlib import Path

from common import HERALD, Run


def row(number, name, feature='P\tPPL', lat='36.05', alternates=''):
    return f'{number}\t{name}\t{name}\t{alternates}\t{lat}\t37.1\t{feature}\tSY\t\t09\t\t\t\t0\t\t300\tAsia/Damascus\t2020-01-01\n'


class Gazetteer(Run):
    def setUp(self):
        super().setUp()
        data = Path(HERALD).parent / 'share/herald'
        (self.folder / 'data').mkdir()
        for name in ('models', 'codebook', 'gazetteer.bin'):
            (self.folder / 'data' / name).symlink_to((data / name).resolve())
        self.env = {**os.environ, 'HERALD_DATA': str(self.folder / 'data')}

    def gazetteer(self, *arguments, status=0):
        return self.herald('gazetteer', *arguments, status=status, env=self.env)

    def test_imported_places_are_found_and_coded(self):
        self.gazetteer('find', 'Tellzutan', status=1)
        with zipfile.ZipFile(self.folder / 'SY.zip', 'w') as archive:
            archive.writestr('readme.txt', 'a note')
            archive.writestr('SY.txt', row(990001, 'Tellzutan') + row(990002, 'Tellzutan Hotel', 'S\tHTL') + row(990003, 'Qasr Umrun'))
        self.write('alternateNamesV2.txt', '1\t990001\ten\tZutan Hill\t\t\t\t\t\t\n')
        _, err = self.gazetteer('import', 'SY.zip', 'alternateNamesV2.txt')
        self.assertIn('2 places with 1 more names, of 4 rows', err)
        self.assertIn('geonames:990001', self.gazetteer('find', 'Zutan Hill')[0])
        text = b'ALEPPO - Rebels captured the village of Tellzutan in Syria on Tuesday.'
        out, _ = self.herald('read', '--json', '-', stdin=text, env=self.env)
        self.assertIn('geonames:990001', out)

    def test_a_wrong_row_is_named_and_nothing_written(self):
        self.write('SY.txt', row(990001, 'Tellzutan') + row(990002, 'Elsewhere', lat='north'))
        _, err = self.gazetteer('import', 'SY.txt', status=1)
        self.assertIn('SY.txt:2: latitude is none: north', err)
        self.assertFalse((self.folder / 'data/imported.bin').exists())


if __name__ == '__main__':
    unittest.main()

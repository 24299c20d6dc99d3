#!/usr/bin/env python3
"""The codebook's own check: what is shipped holds, and an entry against the rules is named."""
import os
import shutil
import unittest
from pathlib import Path

from common import HERALD, Run


class Codebook(Run):
    def test_what_is_shipped_holds(self):
        out, _ = self.herald('codebook', 'check')
        self.assertIn(': 0 against the rules', out)
        self.assertIn(', 0 not coded as they say', out)

    def test_what_breaks_a_rule_is_named(self):
        data = Path(HERALD).parent / 'share/herald'
        (self.folder / 'data').mkdir()
        for name in ('models', 'gazetteer.bin'):
            (self.folder / 'data' / name).symlink_to((data / name).resolve())
        shutil.copytree(data / 'codebook', self.folder / 'data/codebook')
        self.write('data/codebook/actors/more.yaml', 'actors:\n  - {id: hill-league, name: Hill League, kind: rebel, country: TD, aliases: [HL], parent: none-such}\n')
        out, _ = self.herald('codebook', 'check', status=1, env={**os.environ, 'HERALD_DATA': str(self.folder / 'data')})
        self.assertIn('actor:hill-league: fewer than two aliases', out)
        self.assertIn('actor:hill-league: parent "actor:none-such" is not in the registry', out)


if __name__ == '__main__':
    unittest.main()

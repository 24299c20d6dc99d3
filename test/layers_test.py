#!/usr/bin/env python3
"""A layer includes only itself and layers before it (docs/design.md, "Layout"); every file stays under 600 lines."""
import re
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ORDER = ['base', 'intake', 'language', 'mention', 'voice', 'claim', 'ledger', 'brief', 'export', 'serve', 'pipeline', 'cli']
LINES = 600
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


def files(*patterns):
    listed = subprocess.run(['git', 'ls-files', '--cached', '--others', '--exclude-standard', *patterns], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / f for f in listed.stdout.split('\n') if f and (ROOT / f).is_file()]


def may_include(own, other):
    """src/testing serves tests alone: it sees all, and only tests see it."""
    return other == 'herald' or own == 'testing' or other in ORDER and ORDER.index(other) <= ORDER.index(own) and {own, other} != {'brief', 'export'}


class Layers(unittest.TestCase):
    def test_every_folder_is_a_layer(self):
        folders = {f.relative_to(ROOT).parts[1] for f in files('src/*.cc', 'src/*.h')}
        self.assertEqual(folders - set(ORDER) - {'testing'}, set())

    def test_includes_go_down_only(self):
        wrong = []
        for f in files('src/*.cc', 'src/*.h', 'src/*.inc'):
            own = f.relative_to(ROOT).parts[1]
            for name in INCLUDE.findall(f.read_text()):
                other = name.split('/')[0]
                if f.name.endswith('_test.cc') and other == 'testing':
                    continue
                if not may_include(own, other):
                    wrong.append(f'{f.relative_to(ROOT)} includes {name}')
        self.assertEqual(wrong, [])

    def test_public_headers_include_only_each_other(self):
        wrong = [f'{f.name}: {n}' for f in files('include/*.h') for n in INCLUDE.findall(f.read_text()) if not n.startswith('herald/')]
        self.assertEqual(wrong, [])

    def test_no_file_holds_two_things(self):
        sources = files('src/*.cc', 'src/*.h', 'include/*.h', 'train/*.py', 'test/*.py', 'scripts/*.py', 'bench/*')
        long = [f'{f.relative_to(ROOT)}: {n} lines' for f in sources for n in [f.read_text().count('\n')] if n > LINES]
        self.assertEqual(long, [])


if __name__ == '__main__':
    unittest.main(argv=sys.argv)

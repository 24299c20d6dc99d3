#!/usr/bin/env python3
"""The documentation tells the truth: every path, command and option it names exists, and every page of docs/ stands in its index."""
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERALD = os.environ.get('HERALD', str(ROOT / 'build/release/herald'))
PAGES = [ROOT / 'README.md', ROOT / 'CONTRIBUTING.md', *sorted((ROOT / 'docs').glob('*.md'))]
FOLDERS = 'include src codebook models train test eval bench docs scripts examples cmake'.split()
# `src/a/b.cc` in prose; links; paths in comments of the code.
PATH = re.compile(r'(?<![\w/.-])((?:%s)/[\w./-]*\w)' % '|'.join(FOLDERS))
LINK = re.compile(r'\]\((?!https?:)([^)#\s]+)')
OPTION = re.compile(r'(?<![\w-])--[a-z][a-z-]+')
COMMAND = re.compile(r'\bherald ((?:codebook |gazetteer )?[a-z]+)\b')
DEMO = re.compile(r'(<!-- demo:.*?-->\n```\n)(.*?)(```\n<!-- end -->)', re.S)


def help_of(*command):
    return subprocess.run([HERALD, *command, '--help'], capture_output=True, text=True, check=True).stdout


def commands(*parent):
    text = help_of(*parent)
    listed = text.split('Subcommands:\n')[1].split('\n\n')[0] if 'Subcommands:' in text else ''
    return re.findall(r'^  (\w+)', listed, re.M)


def pieces_of_code(page):
    """What stands in backticks or indented blocks of a page."""
    text = page.read_text()
    return re.findall(r'```.*?```|`[^`\n]+`', text, re.S)


def demo_lines():
    """The beginning of the brief of examples/, up to its second event, and its disputes."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = ['--ledger', f'{folder}/demo.gpkg']
        subprocess.run([HERALD, 'read', *ledger, str(ROOT / 'examples')], capture_output=True, check=True)
        lines = subprocess.run([HERALD, 'brief', *ledger], capture_output=True, text=True, check=True).stdout.splitlines()
    events = [i for i, l in enumerate(lines) if re.match(r' {4}\S', l)]
    disputes, sources = lines.index('WHAT IS DISPUTED'), lines.index('SOURCES')
    return lines[:events[1]] + ['…'] + lines[disputes:sources - 1]


class Docs(unittest.TestCase):
    def test_the_readme_shows_what_the_demo_prints(self):
        shown = DEMO.search((ROOT / 'README.md').read_text()).group(2).splitlines()
        self.assertEqual(shown, demo_lines(), 'test/docs_test.py --update writes it anew')

    def test_paths_exist(self):
        lost = []
        for page in PAGES:
            text = page.read_text()
            for path in PATH.findall(text):
                if not (ROOT / path).exists():
                    lost.append(f'{page.relative_to(ROOT)}: {path}')
            for link in LINK.findall(text):
                if not (page.parent / link).exists():
                    lost.append(f'{page.relative_to(ROOT)}: link to {link}')
        self.assertEqual(lost, [])

    def test_pages_named_in_the_code_exist(self):
        listed = subprocess.run(['git', 'grep', '-hoE', r'docs/[a-z_]+\.md', '--', 'include', 'src', 'codebook', 'scripts', 'cmake', 'train', 'examples', 'models'],
                                cwd=ROOT, capture_output=True, text=True).stdout.split()
        self.assertEqual([p for p in sorted(set(listed)) if not (ROOT / p).exists()], [])

    def test_every_page_is_in_the_index(self):
        index = (ROOT / 'docs/README.md').read_text()
        self.assertEqual([p.name for p in (ROOT / 'docs').glob('*.md') if p.name != 'README.md' and f']({p.name})' not in index], [])

    def test_commands_exist_and_are_told(self):
        there = set(commands())
        there |= {f'{c} {s}' for c in there for s in commands(c)}
        told = {c for page in PAGES for piece in pieces_of_code(page) for c in COMMAND.findall(piece)}
        self.assertEqual(told - there, set())
        text = (ROOT / 'docs/cli.md').read_text()
        self.assertEqual([c for c in sorted(there) if f'herald {c}' not in text], [])

    def test_options_exist_and_are_told(self):
        there = set()
        for c in ['', *commands()]:
            there |= set(OPTION.findall(help_of(*c.split())))
            for s in commands(c) if c else []:
                there |= set(OPTION.findall(help_of(c, s)))
        text = (ROOT / 'docs/cli.md').read_text()
        self.assertEqual(set(OPTION.findall(text)) - there, set())
        self.assertEqual(there - set(OPTION.findall(text)), set())
        for page in PAGES:
            for piece in pieces_of_code(page):
                for line in piece.splitlines():
                    if 'herald ' in line and not line.strip().startswith(('scripts/', 'cmake')):
                        self.assertLessEqual(set(OPTION.findall(line.split('|')[0])), there, f'{page.name}: {line}')

    def test_packages_are_told(self):
        table = (ROOT / 'docs/dependencies.md').read_text()
        for word in ('Eigen', 'ICU', 'gumbo', 'CLD2', 'nlohmann', 'yaml-cpp', 'SQLite', 'libpq', 'PostGIS', 'GeographicLib', 'zstd', 'OpenSSL', 'CLI11', 'GoogleTest'):
            self.assertIn(word, table)


if __name__ == '__main__':
    if sys.argv[1:] == ['--update']:
        readme = ROOT / 'README.md'
        readme.write_text(DEMO.sub(lambda m: m.group(1) + '\n'.join(demo_lines()) + '\n' + m.group(3), readme.read_text()))
        sys.exit()
    unittest.main(argv=sys.argv)

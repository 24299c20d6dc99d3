"""What the whole-run tests share: running the program, and small reports of our own."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERALD = os.environ.get('HERALD', str(ROOT / 'build/release/herald'))

STORY = """Ten soldiers killed in raid on Tarfa checkpoint

TARFA, March 3 (Reuters) - Gunmen killed at least ten soldiers at a checkpoint near the town of Tarfa on Tuesday, the army said.

Five civilians were wounded in the shelling that followed, doctors at the local hospital said.
"""


def line(number, **more):
    """One report in the contract's input form; every number makes another text."""
    text = f'Rebels captured the village of Sarmin {number} on Tuesday.\n\nThe army said {number} soldiers were killed and two wounded in the fighting.'
    return json.dumps({'id': f'r{number}', 'text': text, 'published': '2015-03-04T10:00:00Z', 'outlet': 'The Example'} | more)


class Run(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def herald(self, *arguments, status=0, stdin=None, env=None):
        """Runs the program in the test's folder; standard output, standard error."""
        done = subprocess.run([HERALD, *map(str, arguments)], cwd=self.folder, input=stdin, capture_output=True, timeout=120, env=env)
        self.assertEqual(done.returncode, status, done.stderr.decode(errors='replace')[-2000:])
        return done.stdout.decode(), done.stderr.decode()

    def coded(self, *arguments, status=0, stdin=None):
        out, _ = self.herald('read', '--json', *arguments, status=status, stdin=stdin)
        return [json.loads(l) for l in out.splitlines()]

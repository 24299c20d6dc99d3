"""A PostgreSQL server of one's own: a cluster in a temporary folder, reached by a socket there and by nothing else."""
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

SERVERS = sorted(Path('/usr/lib/postgresql').glob('*/bin/initdb'))
THERE = bool(SERVERS)
# Nothing of it outlives the test, so nothing is forced to disk.
SETTINGS = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=40']


class Cluster:
    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix='herald_pg_'))
        self.server = None
        self.user = []
        if os.geteuid() == 0:  # the server refuses to run as root
            self.user = ['--reuid=postgres', '--regid=postgres', '--init-groups']
            shutil.chown(self.folder, 'postgres', 'postgres')
        try:
            subprocess.run(self.command('initdb', '-D', 'data', '-U', 'herald', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'), cwd=self.folder,
                           stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
            hba = self.folder / 'data/pg_hba.conf'
            hba.write_text('local all locked scram-sha-256\n' + hba.read_text())
            settings = [word for s in [*SETTINGS, f'unix_socket_directories={self.folder}'] for word in ('-c', s)]
            with (self.folder / 'log').open('w') as log:
                self.server = subprocess.Popen(self.command('postgres', '-D', 'data', *settings), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log,
                                               stderr=subprocess.STDOUT)
            self.wait()
        except BaseException:
            self.stop()
            raise

    def command(self, program, *arguments):
        """As another than root, and ended with the test however that ends."""
        return ['setpriv', *self.user, '--pdeathsig=QUIT', str(SERVERS[-1].parent / program), *arguments]

    def wait(self):
        deadline = time.monotonic() + 60
        while subprocess.run(['pg_isready', '-q', '-h', self.folder]).returncode != 0:
            if self.server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError('the server did not start: ' + (self.folder / 'log').read_text())
            time.sleep(0.05)

    def sql(self, statements, address=None):
        return subprocess.run(['psql', '-qAtX', '-v', 'ON_ERROR_STOP=1', address or self.address()], input=statements, capture_output=True, text=True,
                              check=True).stdout

    def address(self, database='postgres', user='herald', schema=None):
        options = f'&options={quote(f"-csearch_path={schema},public")}' if schema else ''
        return f'postgresql://{user}@/{database}?host={quote(str(self.folder), safe="")}{options}'

    def stop(self):
        if self.server:
            self.server.send_signal(signal.SIGQUIT)
            self.server.wait(timeout=60)
        shutil.rmtree(self.folder)

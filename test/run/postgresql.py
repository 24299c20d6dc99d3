"""A PostgreSQL server of one's own: a cluster in a temporary folder, reached by a socket there and by nothing else."""
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

SERVERS = sorted(Path('/usr/lib/postgresql').glob('*/bin/initdb'))
THERE = bool(SERVERS)
# Nothing of it outlives the test, so nothing is forced to disk.
SETTINGS = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=40"


class Cluster:
    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix='herald_pg_'))
        # The server refuses to run as root.
        self.user = ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] if os.geteuid() == 0 else []
        if self.user:
            shutil.chown(self.folder, 'postgres', 'postgres')
        try:
            self.run('initdb', '-D', 'data', '-U', 'herald', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N')
            hba = self.folder / 'data/pg_hba.conf'
            hba.write_text('local all locked scram-sha-256\n' + hba.read_text())
            self.run('pg_ctl', '-D', 'data', '-w', '-l', 'log', '-o', f"{SETTINGS} -c unix_socket_directories='{self.folder}'", 'start')
        except BaseException:
            shutil.rmtree(self.folder)
            raise

    def run(self, program, *arguments):
        done = subprocess.run([*self.user, str(SERVERS[-1].parent / program), *arguments], cwd=self.folder, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, 'HOME': str(self.folder)})
        if done.returncode != 0:
            raise RuntimeError(f'{program}: {done.stdout}')
        return done.stdout

    def sql(self, statements, address=None):
        return subprocess.run(['psql', '-qAtX', '-v', 'ON_ERROR_STOP=1', address or self.address()], input=statements, capture_output=True, text=True,
                              check=True).stdout

    def address(self, database='postgres', user='herald', schema=None):
        options = f'&options={quote(f"-csearch_path={schema},public")}' if schema else ''
        return f'postgresql://{user}@/{database}?host={quote(str(self.folder), safe="")}{options}'

    def stop(self):
        self.run('pg_ctl', '-D', 'data', '-m', 'immediate', '-w', 'stop')
        shutil.rmtree(self.folder)

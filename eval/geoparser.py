#!/usr/bin/env python3
"""Reads JSON lines (`id`, `text`) and writes flashgeotext's places in the contract's form.

  geoparser.py TABLES PLACES.yaml < INPUT.jsonl > pred.jsonl

flashgeotext finds names of countries and towns and gives no coordinates: a town is the most populous bearer of its name in TABLES/cities.tsv, a country has
the point of PLACES.yaml, so that both geoparsers know the same ground.
"""
import json
import sys

import yaml
from flashgeotext.geotext import GeoText


def points(tables, places):
    at, size = {}, {}
    for line in open(f'{tables}/cities.tsv', encoding='utf-8'):
        cells = line.rstrip('\n').split('\t')
        if int(cells[5]) >= size.get(cells[1], -1):
            size[cells[1]], at['cities', cells[1]] = int(cells[5]), (float(cells[6]), float(cells[7]))
    countries = yaml.safe_load(open(places, encoding='utf-8'))['countries']
    for line in open(f'{tables}/countries.tsv', encoding='utf-8'):
        cells = line.rstrip('\n').split('\t')
        if cells[0] in countries:
            for name in (cells[2], *cells[6].split('|')):
                at['countries', name] = countries[cells[0]][:2]
    return at


def main():
    at, parser = points(*sys.argv[1:3]), GeoText()
    for line in sys.stdin:
        report = json.loads(line)
        mentions = []
        for kind, found in parser.extract(report['text']).items():
            for name, where in found.items():
                lat, lon = at.get((kind, name), (None, None))
                mentions += [{'kind': 'place', 'use': 'literal', 'span': list(span), 'name': name, 'lat': lat, 'lon': lon} for span in where['span_info']]
        print(json.dumps({'id': report['id'], 'text': report['text'], 'mentions': mentions}))


if __name__ == '__main__':
    main()

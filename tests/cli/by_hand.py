"""Computes again, from the database alone, what slate prints of its sessions.

    by_hand.py SLATE DATABASE

In fractions, by the definitions of composite, coverage, standard error of measurement and "not
distinguishable". Says each number that differs; exit status 1 when one does."""

import json
import math
import sqlite3
import subprocess
import sys
from fractions import Fraction

slate, path = sys.argv[1:3]
db = sqlite3.connect(path)
wrong = 0
seen = dict.fromkeys(['composite', 'withheld', 'mean', 'drift', 'error', 'alike', 'apart'], 0)


def ask(*words):
    done = subprocess.run([slate, '--db', path, *words, '--json'], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f'{words}: {done.stderr}')
    return json.loads(done.stdout)


def same(what, printed, by_hand):
    global wrong
    if printed != by_hand:
        wrong += 1
        print(f'{what}: slate says {printed}, by hand it is {by_hand}')


def half_up(x, unit):
    return math.floor(x * unit + Fraction(1, 2))


def words_of(tenths):
    return 'incomplete' if tenths is None else f'{tenths // 10}.{tenths % 10}'


class Mean:
    """Of (weight, mark) pairs of questions that are not void."""

    def __init__(self, pairs):
        scored = [(w, int(x)) for w, x in pairs if x in '12345']
        self.w = sum(w for w, _ in scored)
        self.w2 = sum(w * w for w, _ in scored)
        self.scored, self.asked = len(scored), len(pairs)
        self.no_evidence = sum(x == 'no_evidence' for _, x in pairs)
        self.complete = bool(scored) and 5 * self.w >= 4 * sum(w for w, _ in pairs)
        self.value = Fraction(sum(w * x for w, x in scored), self.w) if scored else None

    def tenths(self):
        return half_up(self.value, 10) if self.complete else None


class Session:
    def __init__(self, number):
        self.number = number
        self.kit, version, level, self.scale = db.execute(
            'SELECT kit, bank_version, level, scale FROM interview WHERE id = ?', (number,)).fetchone()
        marks = dict(db.execute('SELECT pos, mark FROM answer WHERE interview = ?'
                                ' AND question IS NOT NULL', (number,)))
        marks.update(db.execute("SELECT pos, new FROM amendment WHERE interview = ?"
                                " AND field = 'mark' ORDER BY id", (number,)))
        latest = dict(db.execute('SELECT question, voided FROM void ORDER BY id'))
        asked = db.execute('SELECT pos, question, weight, competency FROM bank_question'
                           ' WHERE bank_version = ? AND level = ? ORDER BY pos', (version, level))
        rows = [(w, marks[pos], c, latest.get(q, 0)) for pos, q, w, c in asked]
        self.voided = sum(v for *_, v in rows)
        self.rows = [(w, x, c) for w, x, c, v in rows if not v]
        self.composite = Mean([(w, x) for w, x, _ in self.rows])

    def competency(self, name):
        return Mean([(w, x) for w, x, c in self.rows if c == name])


def residual(sessions):
    """Of a two-way layout without replication, and how many sessions it rests on."""
    table = [[int(x) for _, x, _ in s.rows] for s in sessions
             if s.composite.scored == s.composite.asked]
    n, k = len(table), len(table[0]) if table else 0
    if n < 5 or k < 2:
        return None, n
    rows = [Fraction(sum(r), k) for r in table]
    columns = [Fraction(sum(r[j] for r in table), n) for j in range(k)]
    mean = sum(rows) / n
    squares = sum((table[i][j] - rows[i] - columns[j] + mean) ** 2
                  for i in range(n) for j in range(k))
    return squares / ((n - 1) * (k - 1)) or None, n


def check_scorecard(s):
    told, c = ask('show', str(s.number)), s.composite
    printed = told['composite']
    for key in ('complete', 'scored', 'asked', 'no_evidence'):
        same(f'{s.number} {key}', printed[key], getattr(c, key))
    same(f'{s.number} voided', printed['voided'], s.voided)
    same(f'{s.number} hundredths', printed['hundredths'],
         half_up(c.value, 100) if c.complete else None)
    of = ' of 4' if s.scale == 4 else ''
    start = f'{words_of(c.tenths())}{of} ({c.scored} of' if c.complete else f'incomplete ({c.scored} of'
    same(f'{s.number} words', printed['words'][:len(start)], start)
    seen['composite' if c.complete else 'withheld'] += 1
    for one in told['attributes']:
        mean = s.competency(one['name'])
        good = mean.complete and mean.scored >= 2
        same(f'{s.number} {one["name"]}', one['hundredths'], half_up(mean.value, 100) if good else None)
        seen['mean'] += good
    check_drift(s, told)


def check_drift(s, told):
    decided = db.execute('SELECT tenths FROM decision WHERE interview = ? ORDER BY n DESC',
                         (s.number,)).fetchone()
    if decided is None:
        return
    then, now = decided[0], s.composite.tenths()
    before = 'while incomplete' if then is None else f'at {words_of(then)}'
    by_hand = None if then == now else f'decided {before}, now {words_of(now)}'
    same(f'{s.number} drift', told['decision']['drift'], by_hand)
    seen['drift'] += then != now


def check_comparison(some, all_of_kit):
    s2, n = residual(all_of_kit)
    variance = {}
    told = ask('compare', *[str(s.number) for s in some])
    for s, column in zip(some, told['interviews']):
        printed, c = column['standard_error'], s.composite
        if not c.complete or s2 is None:
            same(f'{s.number} error', printed['value'], None)
            continue
        variance[s.number] = s2 * Fraction(c.w2, c.w * c.w)
        same(f'{s.number} error', printed['value'],
             max(1, half_up(Fraction(math.sqrt(variance[s.number])), 100)))
        same(f'{s.number} rests on', (printed['interviews'], printed['small_sample']), (n, n < 30))
        seen['error'] += 1
    by_number = {s.number: s.composite for s in some}
    for pair in told['pairs']:
        a, b = pair['a'], pair['b']
        if pair['is'] == 'tie':
            same((a, b), by_number[a].tenths(), by_number[b].tenths())
        elif a in variance and b in variance:
            gap = abs(by_number[a].value - by_number[b].value)
            alike = gap < 1.96 * math.sqrt(variance[a] + variance[b])
            same((a, b), pair['is'] == 'not distinguishable', alike)
            seen['alike' if alike else 'apart'] += 1


kits = {}
for (number,) in db.execute("SELECT id FROM interview WHERE state = 'submitted'").fetchall():
    session = Session(number)
    check_scorecard(session)
    kits.setdefault(session.kit, []).append(session)
for sessions in kits.values():
    for first in range(0, len(sessions) - 4, 5):
        check_comparison(sessions[first:first + 5], sessions)
print(', '.join(f'{n} {what}' for what, n in seen.items()))
sys.exit(1 if wrong or not all(seen.values()) else 0)

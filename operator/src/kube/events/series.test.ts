import { expect, test } from '@jest/globals';
import { EventSeries, type Happening } from './series.ts';

const times = { seriesMs: 60_000, burst: 3, refillMs: 10_000, remembered: 2 };
const aHappening = (name: string, reason = 'SecretMissing', note = 'x'): Happening => ({
  regarding: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name },
  ...{ type: 'Warning', reason, action: 'Reconcile', note },
});

test('the same again is counted, whatever its note', () => {
  const series = new EventSeries(times);
  expect(series.next(aHappening('a'), 0)).toEqual({ do: 'create' });
  series.told(aHappening('a'), 'a.1');
  const again = aHappening('a', 'SecretMissing', 'another note');
  expect(series.next(again, 1)).toEqual({ do: 'count', event: 'a.1', count: 2 });
  expect(series.next(again, 2)).toEqual({ do: 'count', event: 'a.1', count: 3 });
});

test('one that could not be written is new the next time', () => {
  const series = new EventSeries(times);
  expect(series.next(aHappening('a'), 0)).toEqual({ do: 'create' });
  expect(series.next(aHappening('a'), 1)).toEqual({ do: 'create' });
});

test('another reason, another object and a long silence are new', () => {
  const series = new EventSeries(times);
  series.next(aHappening('a'), 0);
  series.told(aHappening('a'), 'a.1');
  expect(series.next(aHappening('a', 'Ready'), 0)).toEqual({ do: 'create' });
  expect(series.next(aHappening('b'), 0)).toEqual({ do: 'create' });
  const late = new EventSeries(times);
  late.next(aHappening('a'), 0);
  late.told(aHappening('a'), 'a.1');
  expect(late.next(aHappening('a'), 60_001)).toEqual({ do: 'create' });
});

test('of one object only so many are told, and one more after a while', () => {
  const series = new EventSeries(times);
  const steps = (now: number, count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => series.next(aHappening('a', `R${String(i)}`), now).do);
  expect(steps(0, 5)).toEqual(['create', 'create', 'create', 'drop', 'drop']);
  expect(series.next(aHappening('b'), 0).do).toBe('create');
  expect(steps(10_000, 2)).toEqual(['create', 'drop']);
});

test('what is remembered is bounded: the one that was used longest ago goes', () => {
  const series = new EventSeries(times);
  for (const name of ['a', 'b', 'c']) {
    series.next(aHappening(name), 0);
    series.told(aHappening(name), `${name}.1`);
  }
  expect(series.next(aHappening('c'), 1).do).toBe('count');
  expect(series.next(aHappening('a'), 1).do).toBe('create');
});

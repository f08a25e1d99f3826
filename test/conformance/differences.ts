import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import type { CaseResult } from './suite.ts';

const FILE = path.join(import.meta.dirname, 'differences.json');

/** The key of a difference that nobody explained yet; never in the file's reasons. */
export const UNEXPLAINED = 'UNEXPLAINED';

/** `differences.json`: why cases that pass direct do not pass through the sidecar. */
export interface Expected {
  /** Sentences by key; the key of a refusal is its code. */
  readonly reasons: Readonly<Record<string, string>>;
  /** By suite and reason: names of cases. A case stands under each reason that it has. */
  readonly suites: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** One case that passes direct and not through the sidecar. */
export interface Difference {
  readonly name: string;
  /** `failed` or `skipped` through the sidecar, or not run there at all. */
  readonly through: 'failed' | 'skipped' | 'not run';
  readonly codes: readonly string[];
  readonly output: string;
  /** Keys under which it is expected; empty where it is not. */
  readonly reasons: readonly string[];
  /** Expected, and every code that it shows is among its reasons. */
  readonly explained: boolean;
}

export interface Judgement {
  readonly suite: string;
  readonly version: string;
  readonly cases: number;
  readonly passedDirect: number;
  readonly passedThrough: number;
  readonly differences: readonly Difference[];
  /** Expected differences that are none: cases that pass by now. */
  readonly stale: readonly string[];
}

export async function readExpected(): Promise<Expected> {
  return JSON.parse(await readFile(FILE, 'utf8')) as Expected;
}

export interface Ran {
  readonly suite: string;
  readonly version: string;
  readonly direct: readonly CaseResult[];
  readonly through: readonly CaseResult[];
}

/** Compares the two runs: what passes direct has to pass through, or be expected not to. */
export function judge({ suite, version, direct, through }: Ran, expected: Expected): Judgement {
  const rows = Object.entries(expected.suites[suite] ?? {});
  const second = new Map(through.map((result) => [result.name, result]));
  const passed = direct.filter(({ status }) => status === 'passed');
  const differences = passed.flatMap(({ name }): Difference[] => {
    const { status = 'not run' as const, codes = [], output = '' } = second.get(name) ?? {};
    if (status === 'passed') return [];
    const reasons = rows.filter(([, names]) => names.includes(name)).map(([key]) => key);
    const explained =
      reasons.some((key) => key in expected.reasons) && codes.every((c) => reasons.includes(c));
    return [{ name, through: status, codes, output, reasons, explained }];
  });
  const differing = new Set(differences.map(({ name }) => name));
  const named = [...new Set(rows.flatMap(([, names]) => names))];
  return {
    suite,
    version,
    cases: direct.length,
    passedDirect: passed.length,
    passedThrough: passed.length - differences.length,
    differences,
    stale: named.filter((name) => !differing.has(name)).sort(),
  };
}

function keysOf(difference: Difference): readonly string[] {
  const keys = [...new Set([...difference.codes, ...difference.reasons.filter(isProse)])];
  return keys.length === 0 ? [UNEXPLAINED] : keys;
}

const isProse = (key: string): boolean => !/^[A-Z_]+$/.test(key);

/** Writes down what was found, under the codes that cases show; the rest is left for a person to explain. */
export async function accept(judged: readonly Judgement[]): Promise<void> {
  const expected = await readExpected();
  const suites: Record<string, Record<string, string[]>> = {};
  for (const [name, rows] of Object.entries(expected.suites)) {
    suites[name] = Object.fromEntries(
      Object.entries(rows).map(([key, names]) => [key, [...names]]),
    );
  }
  for (const { suite, differences } of judged) {
    const rows: Record<string, string[]> = {};
    for (const difference of differences) {
      for (const key of keysOf(difference)) (rows[key] ??= []).push(difference.name);
    }
    suites[suite] = Object.fromEntries(
      Object.entries(rows)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([key, names]) => [key, names.sort()]),
    );
  }
  const text = JSON.stringify({ ...expected, suites });
  await writeFile(FILE, await format(text, { parser: 'json', printWidth: 100 }));
}

import { describe, expect, test } from '@jest/globals';
import { parse as parseCel } from '@marcbachmann/cel-js';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RuleMessage } from '../generated/rules.ts';
import { edited, pathsOf, samples } from '../testdata/samples.ts';
import { childOf, isRecord } from './path.ts';
import { RULE_CHECKS } from './rules.ts';

const folder = join(import.meta.dirname, '../../manifests');

interface CelRule {
  readonly rule: string;
  readonly message: RuleMessage;
}

/** Every rule of the CRDs about one state, as the YAML has it. */
const celRules = readdirSync(folder).flatMap((file) =>
  rulesIn(parse(readFileSync(join(folder, file), 'utf8'))).filter(
    ({ rule }) => !rule.includes('oldSelf'),
  ),
);

function rulesIn(value: unknown): readonly CelRule[] {
  if (Array.isArray(value)) return value.flatMap(rulesIn);
  if (!isRecord(value)) return [];
  const own = (value['x-kubernetes-validations'] ?? []) as readonly CelRule[];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, child]) =>
      key === 'x-kubernetes-validations' ? [] : rulesIn(child),
    ),
  ];
}

/** Every object in the samples, and each again without one of its fields or with a further one. */
const variants = samples.flatMap(({ value }) =>
  [[], ...pathsOf(value)].flatMap((path) => {
    const object = path.reduce<unknown>((current, part) => childOf(current, part), value);
    return isRecord(object) ? [object, ...withoutEach(object), ...withEach(object)] : [];
  }),
);

const objects: readonly unknown[] = [
  ...new Set(variants.map((object) => JSON.stringify(object))),
].map((text) => JSON.parse(text) as unknown);

function withoutEach(object: Record<string, unknown>): readonly unknown[] {
  return pathsOf(object)
    .filter((path) => path.length <= 2 && typeof path.at(-1) === 'string')
    .map((path) =>
      edited(object, path, (parent, last) => {
        Reflect.deleteProperty(parent, last);
      }),
    );
}

function withEach(object: Record<string, unknown>): readonly unknown[] {
  const added = [
    'secretRef',
    'tokenExchange',
    'approval',
    'partial',
    'ssh',
    'http',
    'grant',
    'values',
    'caRef',
    'clientCertificateRef',
  ];
  return [
    ...added.map((field) => ({ [field]: {}, ...object })),
    ...['ssh', 'postgres'].map((field) => ({
      ...object,
      target: { ...(object['target'] ?? {}), [field]: {} },
    })),
    { ...object, protocol: 'SSH' },
    { ...object, protocol: 'Postgres' },
    { ...object, mode: 'Disable' },
    { ...object, effect: 'RequireApproval' },
    { ...object, method: 'Partial' },
    ...['9m59s', '599999ms', '10m', '0d', '1d'].map((expiration) => ({ ...object, expiration })),
    ...decidedIn(object),
  ];
}

/** An object with decisions, each again decided, with one person twice, and with too little time. */
function decidedIn(object: Record<string, unknown>): readonly unknown[] {
  const decisions: unknown = object['decisions'];
  if (!Array.isArray(decisions)) return [];
  const denied = (decisions as readonly object[]).map((entry) => ({
    ...entry,
    decision: 'Denied',
  }));
  return ['Approved', 'Denied'].flatMap((decision) => [
    { ...object, decision },
    { ...object, decision, required: 1 },
    { ...object, decision, decisions: [...denied, ...(decisions as readonly object[])] },
    { ...object, decision, decisions: [...denied, ...denied] },
    { ...object, decision, expiresAt: '2026-11-21T09:09:59Z' },
  ]);
}

/** The rule's answer in CEL, or undefined where the object is not of the kind that the rule is about. */
function byCel(rule: string): (self: unknown) => boolean | undefined {
  const evaluate = parseCel(rule);
  return (self) => {
    try {
      return Boolean(evaluate({ self }));
    } catch {
      return undefined;
    }
  };
}

describe('a check off a cluster says what the CEL rule of the CRD says', () => {
  test('and every rule has one', () => {
    expect(Object.keys(RULE_CHECKS).sort()).toEqual(
      [...new Set(celRules.map(({ message }) => message))].sort(),
    );
  });

  test.each(celRules)('$message', ({ rule, message }) => {
    const cel = byCel(rule);
    const answers = objects
      .map((self) => ({ cel: cel(self), check: RULE_CHECKS[message](self) }))
      .filter((answer) => answer.cel !== undefined);
    expect(answers.filter((answer) => answer.cel !== answer.check)).toEqual([]);
    expect(new Set(answers.map((answer) => answer.cel))).toEqual(new Set([true, false]));
  });
});

import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../harness/paths.ts';
import { patch, type Answer } from './api.ts';
import { broken } from './broken.ts';
import { contractApi } from './ground.ts';
import { approval, decided, policy, session, store, withSpec, type Tree } from './objects.ts';
import { collection, itemPath, STRICT_DRY_RUN, type Resource } from './resources.ts';
import { denied, one, request, steps } from './steps.ts';

const api = contractApi();

/** Messages of every rule of the CRDs. */
const messages = readdirSync(path.join(root, 'crds/manifests'))
  .flatMap((file) =>
    messagesIn(parse(readFileSync(path.join(root, 'crds/manifests', file), 'utf8'))),
  )
  .sort();

function messagesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(messagesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { 'x-kubernetes-validations': rules = [], ...others } = value as {
    'x-kubernetes-validations'?: readonly { message: string }[];
  };
  return [...rules.map(({ message }) => message), ...messagesIn(Object.values(others))];
}

function refusal(answer: Answer): { status: number; causes: readonly unknown[] } {
  const details = answer.body['details'] as { causes?: readonly Tree[] } | undefined;
  return { status: answer.status, causes: details?.causes ?? [] };
}

/** One of the causes of a refusal: the field, and the rule's message behind what the server says before it. */
const cause = (at: string, message: string): unknown =>
  expect.objectContaining({ field: at, message: expect.stringContaining(message) as unknown });

describe('a resource that breaks a rule is refused at its field', () => {
  test.each(broken)('$at: $message', async ({ value, at, message }) => {
    const answer = await api.send('POST', collection(value) + STRICT_DRY_RUN, value);
    expect(refusal(answer)).toEqual({
      status: 422,
      causes: expect.arrayContaining([cause(at, message)]) as unknown,
    });
  });
});

async function step(value: Resource, change: Tree): Promise<Answer> {
  return patch(api, itemPath(value, 'status' in change ? '/status' : ''), change);
}

describe('a change that a rule forbids is refused at its field', () => {
  test.each(steps)('$at: $message', async ({ value, before = [], change, at, message }) => {
    const made = await api.send('POST', collection(value), value);
    expect(made.status).toBe(201);
    for (const earlier of before) expect(await step(value, earlier)).toMatchObject({ status: 200 });
    expect(refusal(await step(value, change))).toEqual({
      status: 422,
      causes: expect.arrayContaining([cause(at, message)]) as unknown,
    });
    await api.send('DELETE', itemPath(value));
  });
});

describe('what is meant to change does', () => {
  test('an approval is approved by two people, and then revoked', async () => {
    const value = withSpec(approval, { required: 2 });
    await api.send('POST', collection(value), value);
    const two = [one, decided('carol')];
    expect(await step(value, { spec: { decisions: [one] } })).toMatchObject({ status: 200 });
    expect(await step(value, { spec: { decision: 'Approved', decisions: [one] } })).toMatchObject({
      status: 422,
    });
    expect(await step(value, { spec: { decision: 'Approved', decisions: two } })).toMatchObject({
      status: 200,
    });
    const revoked = { spec: { decision: 'Denied', reason: 'CHG-3', decisions: [...two, denied] } };
    expect(await step(value, revoked)).toMatchObject({
      status: 200,
      body: { spec: { reason: 'CHG-3' } },
    });
    await api.send('DELETE', itemPath(value));
  });

  test('a store keeps longer, and a session goes on', async () => {
    await api.send('POST', collection(store), store);
    await api.send('POST', collection(session), session);
    expect(await step(store, { spec: { retention: { keep: '800d' } } })).toMatchObject({
      status: 200,
    });
    expect(await step(session, { status: { phase: 'Active', rows: 1 } })).toMatchObject({
      status: 200,
    });
    expect(await step(session, { status: session['status'] })).toMatchObject({
      status: 200,
    });
    await api.send('DELETE', itemPath(store));
    await api.send('DELETE', itemPath(session));
  });
});

describe('what is as large as the schema allows is evaluated', () => {
  const many = <T>(count: number, of: (index: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, index) => of(index));

  test('an approval of a megabyte, with all the people that it can have', async () => {
    const large = { ...request, command: 'x'.repeat(1 << 20), parameters: many(8000, String) };
    const value = withSpec(approval, { request: large, required: 16 });
    expect(await api.send('POST', collection(value), value)).toMatchObject({ status: 201 });
    const groups = many(40, (index) => `group-${String(index)}`);
    const decisions = many(32, (index) => ({ ...decided(`p${String(index)}`), groups }));
    const change = { spec: { decision: 'Approved', decisions } };
    expect(await step(value, change)).toMatchObject({ status: 200 });
    const less = { spec: { decisions: decisions.slice(1) } };
    expect(await step(value, less)).toMatchObject({ status: 422 });
    await api.send('DELETE', itemPath(value));
  });

  test('a policy with all rules and entries of masking', async () => {
    const relations = many(100, (index) => `public.t${String(index)}`);
    const rules = many(256, (index) => ({
      ...{ name: `r${String(index)}`, effect: 'Allow' },
      postgres: { relations },
    }));
    const entries = many(256, (index) => ({
      ...{ name: `m${String(index)}`, method: 'Redact' },
      detectors: ['Email'],
    }));
    const value = withSpec(policy, { rules, masking: entries });
    const answer = await api.send('POST', collection(value) + STRICT_DRY_RUN, value);
    expect(answer).toMatchObject({ status: 201 });
  });
});

test('every rule of the CRDs has its case', () => {
  const tried = new Set([...broken, ...steps].map(({ message }) => message));
  expect([...tried].sort()).toEqual([...new Set(messages)]);
});

import assert from 'node:assert/strict';
import type { Ground } from '../ground.ts';
import { caseResult, type CaseResult } from '../suite.ts';

/** A case fails by throwing. */
export type Cases<Client> = Readonly<Record<string, (client: Client) => Promise<unknown>>>;

export type Open<Client> = (ground: Ground) => Promise<readonly [Client, () => Promise<void>]>;

const CASE_MS = 20_000;

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { detail = '' } = error as { readonly detail?: string };
  return `${error.stack ?? error.message}\n${detail}`;
}

async function withinTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the case did not end'));
    }, CASE_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Each case with a client of its own, one after the other. */
export async function runCases<Client>(
  cases: Cases<Client>,
  open: Open<Client>,
  ground: Ground,
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const [name, work] of Object.entries(cases)) {
    const [client, close] = await open(ground);
    try {
      await withinTime(work(client));
      results.push(caseResult(name, 'passed', ''));
    } catch (error) {
      results.push(caseResult(name, 'failed', textOf(error)));
    } finally {
      await close();
    }
  }
  return results;
}

/** The statement has to fail with this SQLSTATE. */
export async function fails(work: Promise<unknown>, sqlstate: string): Promise<void> {
  await assert.rejects(work, (error: { readonly code?: string }) => {
    assert.equal(error.code, sqlstate);
    return true;
  });
}

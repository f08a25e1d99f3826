import { caseResult, type CaseResult } from '../suite.ts';

/** A line of `go test -json` (go doc test2json). */
interface TestEvent {
  readonly Action: string;
  readonly Package: string;
  readonly Test?: string;
  readonly Output?: string;
}

const STATUS: Readonly<Record<string, CaseResult['status']>> = {
  pass: 'passed',
  fail: 'failed',
  skip: 'skipped',
};

/** Functions of Go packages as cases, with what they and their subtests printed. A package that dies fails what it was at. */
export function parseGoTests(output: string, prefix: string): readonly CaseResult[] {
  const printed = new Map<string, string>();
  const results = new Map<string, CaseResult>();
  for (const line of output.split('\n')) {
    if (!line.startsWith('{')) continue;
    const { Action, Package, Test, Output = '' } = JSON.parse(line) as TestEvent;
    if (Test === undefined) continue;
    const [top = ''] = Test.split('/');
    const name = `${`${Package}/`.replace(prefix, '')}${top}`;
    const sofar = (printed.get(name) ?? '') + Output;
    printed.set(name, sofar);
    const status = STATUS[Action];
    if (status !== undefined && Test === top) results.set(name, caseResult(name, status, sofar));
  }
  for (const [name, sofar] of printed) {
    if (!results.has(name)) results.set(name, caseResult(name, 'failed', sofar));
  }
  return [...results.values()];
}

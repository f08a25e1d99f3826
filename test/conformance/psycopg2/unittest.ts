import { caseResult, type CaseResult } from '../suite.ts';

const BAR = /^={70}$/m;

/** `test_x (tests.test_y.Class.test_x)` of any Python from 3.8 on as `test_y.Class.test_x`. */
function caseName(method: string, where: string): string {
  const full = where.endsWith(`.${method}`) ? where : `${where}.${method}`;
  return full.replace(/^tests\./, '');
}

const STATUS: Readonly<Record<string, CaseResult['status']>> = {
  ok: 'passed',
  'expected failure': 'passed',
  skipped: 'skipped',
};

const REPORT = /^\s*(?:ERROR|FAIL): (\w+) \(([\w.]+)\)/;
const PROGRESS =
  /^(\w+) \(([\w.]+)\)(?:\n[^\n]*?)?? \.\.\. [\s\S]*?\b(ok|FAIL|ERROR|skipped|expected failure)\b/gm;

/** What Python's unittest prints under -v, on its standard error. */
export function parseUnittest(output: string): readonly CaseResult[] {
  const [progress = '', ...reports] = output.split(BAR);
  const details = new Map<string, string>();
  for (const report of reports) {
    const [, method = '', where = ''] = REPORT.exec(report) ?? [];
    details.set(caseName(method, where), report);
  }
  const results = new Map<string, CaseResult>();
  for (const [, method = '', where = '', verdict = ''] of progress.matchAll(PROGRESS)) {
    const name = caseName(method, where);
    const status = STATUS[verdict] ?? 'failed';
    results.set(name, caseResult(name, status, details.get(name) ?? ''));
  }
  return [...results.values()];
}

import { caseResult, type CaseResult } from '../suite.ts';

const TESTCASE = /<testcase name="([^"]*)" classname="([^"]*)"[^>]*>([\s\S]*?)<\/testcase>/g;
const FAULT = /<(?:failure|error)[ >][\s\S]*?<\/(?:failure|error)>/;

interface Found {
  readonly statuses: CaseResult['status'][];
  output: string;
}

function statusOf(statuses: readonly CaseResult['status'][]): CaseResult['status'] {
  if (statuses.includes('failed')) return 'failed';
  return statuses.includes('passed') ? 'passed' : 'skipped';
}

/**
 * JUnit's reports in the form of Ant, as the console launcher writes them: a method of a class is a case, whatever it is
 * called with, and fails where one of its calls does.
 * @param prefix of class names, left out of the cases'
 */
export function parseJUnit(reports: readonly string[], prefix: string): readonly CaseResult[] {
  const cases = new Map<string, Found>();
  for (const [, method = '', className = '', body = ''] of reports.flatMap((report) => [
    ...report.matchAll(TESTCASE),
  ])) {
    const name = `${className.replace(prefix, '')}.${method.replace(/[([].*$/s, '')}`;
    const found = cases.get(name) ?? { statuses: [], output: '' };
    cases.set(name, found);
    const fault = FAULT.exec(body)?.[0];
    if (fault !== undefined) found.output += `${fault}\n`;
    if (fault === undefined) found.statuses.push(body.includes('<skipped') ? 'skipped' : 'passed');
    else found.statuses.push('failed');
  }
  return [...cases].map(([name, { statuses, output }]) =>
    caseResult(name, statusOf(statuses), output),
  );
}

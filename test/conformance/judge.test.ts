import { describe, expect, test } from '@jest/globals';
import { judge, type Expected } from './differences.ts';
import { parseJUnit } from './pgjdbc/junit.ts';
import { parseGoTests } from './pgx/go-test.ts';
import { parseUnittest } from './psycopg2/unittest.ts';
import { parseVerdicts } from './regress/verdicts.ts';
import { caseResult, codesIn } from './suite.ts';

const refusal = `ERROR:  chaperone: no\nDETAIL:  {"code":"UNSUPPORTED_COPY"}`;

const expected: Expected = {
  reasons: {
    UNSUPPORTED_COPY: 'A copy cannot be followed.',
    'another-user': 'Logs in as another.',
  },
  suites: {
    s: { UNSUPPORTED_COPY: ['a', 'b', 'gone'], 'another-user': ['c'], 'no-reason': ['d'] },
  },
};

const passed = (...names: readonly string[]): ReturnType<typeof caseResult>[] =>
  names.map((name) => caseResult(name, 'passed', ''));

const judged = (...through: readonly ReturnType<typeof caseResult>[]): ReturnType<typeof judge> =>
  judge({ suite: 's', version: '1', direct: passed('a', 'b', 'c', 'd'), through }, expected);

describe('the judgement', () => {
  test('counts what passes direct, and of that what passes through', () => {
    const { cases, passedDirect, passedThrough, differences } = judge(
      {
        suite: 's',
        version: '1',
        direct: [
          ...passed('a', 'c'),
          caseResult('x', 'failed', ''),
          caseResult('y', 'skipped', ''),
        ],
        through: [...passed('c', 'x'), caseResult('a', 'failed', refusal)],
      },
      expected,
    );
    expect([cases, passedDirect, passedThrough]).toEqual([4, 2, 1]);
    expect(differences).toMatchObject([{ name: 'a', explained: true }]);
  });

  test('an expected difference with another code than expected is not explained', () => {
    const other = refusal.replace('UNSUPPORTED_COPY', 'INTERNAL_ERROR');
    const { differences } = judged(
      ...passed('c', 'd'),
      caseResult('a', 'failed', `${refusal}\n${other}`),
    );
    expect(differences.map(({ name, explained }) => [name, explained])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  test('a case that is not expected, or whose reason has no sentence, is not explained', () => {
    const { differences } = judged(...passed('a', 'b'), caseResult('d', 'failed', ''));
    expect(differences.map(({ name, through, explained }) => [name, through, explained])).toEqual([
      ['c', 'not run', true],
      ['d', 'failed', false],
    ]);
  });

  test('an expected difference that is none any more is named', () => {
    expect(judged(...passed('a', 'c', 'd')).stale).toEqual(['a', 'c', 'd', 'gone']);
  });
});

describe('what the suites print', () => {
  test('codes of refusals, also where a client quotes the detail', () => {
    const quoted = String.raw`DETAIL: {\"code\":\"SQL_SYNTAX\",\"hint\":1} {"code": "UNSUPPORTED_COPY"} {"code":"x"}`;
    expect(codesIn(`${quoted}\n${refusal}`)).toEqual(['SQL_SYNTAX', 'UNSUPPORTED_COPY']);
  });

  test('pg_regress, single tests and groups', () => {
    const output = [
      'test test_setup                   ... ok          430 ms',
      'parallel group (2 tests):  char boolean',
      '     boolean                      ... ok           49 ms',
      '     char                         ... FAILED (test process exited with exit code 2)     42 ms',
      'test random                       ... failed (ignored)       20 ms',
    ].join('\n');
    expect([...parseVerdicts(output)]).toEqual([
      ['test_setup', true],
      ['boolean', true],
      ['char', false],
      ['random', false],
    ]);
  });

  test('go test -json: a function has the output of its subtests; one that never ended failed', () => {
    const event = (Action: string, Test: string, Output?: string): string =>
      JSON.stringify({ Action, Package: 'm/v5/pgconn', Test, Output });
    const output = [
      'not an event',
      event('run', 'TestA'),
      event('output', 'TestA/sub', `${refusal}\n`),
      event('fail', 'TestA/sub'),
      event('fail', 'TestA'),
      event('pass', 'TestB'),
      event('skip', 'TestC'),
      event('run', 'TestD'),
    ].join('\n');
    expect(
      parseGoTests(output, 'm/v5/').map(({ name, status, codes }) => [name, status, codes]),
    ).toEqual([
      ['pgconn/TestA', 'failed', ['UNSUPPORTED_COPY']],
      ['pgconn/TestB', 'passed', []],
      ['pgconn/TestC', 'skipped', []],
      ['pgconn/TestD', 'failed', []],
    ]);
  });

  test('JUnit: a method is one case, and fails where one of its calls does', () => {
    const one = (method: string, body: string): string =>
      `<testcase name="${method}" classname="org.x.jdbc.ATest" time="0.1">\n${body}<system-out/>\n</testcase>\n`;
    const report = [
      one('plain()', ''),
      one('often(Mode)[1]', ''),
      one('often(Mode)[2]', `<error message="m" type="t"><![CDATA[t: m\n${refusal}]]></error>`),
      one('bound[binary = FORCE]', '<failure type="t"><![CDATA[t]]></failure>'),
      one('left()', '<skipped><![CDATA[no]]></skipped>'),
      one('half()[1]', '<skipped><![CDATA[no]]></skipped>'),
    ].join('');
    const results = parseJUnit([report, one('half()[2]', '')], 'org.x.');
    expect(results.map(({ name, status, codes }) => [name, status, codes])).toEqual([
      ['jdbc.ATest.plain', 'passed', []],
      ['jdbc.ATest.often', 'failed', ['UNSUPPORTED_COPY']],
      ['jdbc.ATest.bound', 'failed', []],
      ['jdbc.ATest.left', 'skipped', []],
      ['jdbc.ATest.half', 'passed', []],
    ]);
  });

  test("Python's unittest, with doc lines and reports behind the bar", () => {
    const output = [
      'test_a (tests.test_x.C.test_a) ... ok',
      'test_b (tests.test_x.C.test_b)',
      'A sentence about it. ... FAIL',
      'test_c (tests.test_x.C) ... skipped "no"',
      '='.repeat(70),
      'FAIL: test_b (tests.test_x.C.test_b)',
      '-'.repeat(70),
      refusal,
    ].join('\n');
    expect(parseUnittest(output).map(({ name, status, codes }) => [name, status, codes])).toEqual([
      ['test_x.C.test_a', 'passed', []],
      ['test_x.C.test_b', 'failed', ['UNSUPPORTED_COPY']],
      ['test_x.C.test_c', 'skipped', []],
    ]);
  });
});

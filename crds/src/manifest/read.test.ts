import { describe, expect, test } from '@jest/globals';
import { MAX_ALIASES, MAX_DOCUMENTS, MAX_FILE_CHARACTERS } from './documents.ts';
import { MAX_PROBLEMS } from './object.ts';
import { readManifests } from './read.ts';

/** `file:line code path: message` of every problem of the texts, which are files a.yaml, b.yaml, … */
function told(...texts: readonly string[]): readonly string[] {
  const files = texts.map((text, index) => ({
    path: `${String.fromCharCode(97 + index)}.yaml`,
    text,
  }));
  return readManifests(files).problems.map(
    ({ file, line, code, path, message, severity }) =>
      `${file}:${String(line)} ${code} ${path}: ${message}${severity === 'warning' ? ' (warning)' : ''}`,
  );
}

const CONNECTION = `apiVersion: chaperone.dev/v1alpha1
kind: AuditedConnection
metadata: {name: orders-db}
spec:
  protocol: Postgres
  target: {host: 127.0.0.1, port: 5432, tls: {mode: Disable}}
  credential: {secretRef: {name: login}}
`;

const SECRET = `apiVersion: v1
kind: Secret
metadata: {name: login}
stringData: {username: u, password: p}
`;

const policy = (rules: string): string => `apiVersion: chaperone.dev/v1alpha1
kind: AccessPolicy
metadata:
  name: orders
spec:
  connections: [orders-db]
${rules}`;

describe('a good set', () => {
  test('gets its defaults', () => {
    const text = [
      CONNECTION,
      SECRET,
      policy('  rules: [{name: all, effect: Allow, postgres: {commands: ["*"]}}]'),
    ].join('---\n');
    const { resources, problems } = readManifests([{ path: 'a.yaml', text }]);
    expect(problems).toEqual([]);
    expect(resources.connections[0]).toMatchObject({
      metadata: { namespace: 'default' },
      spec: {
        target: { tls: { mode: 'Disable' } },
        recording: { responses: 'Full', maxResponseBytes: '64Mi', durability: 'Buffered' },
        limits: { maxCommandBytes: '1Mi', idleTimeout: '30m' },
      },
    });
    expect(resources.policies[0]?.spec).toMatchObject({ mode: 'Enforce', masking: [] });
  });

  test('has TLS checked in full where nothing is said', () => {
    const text = CONNECTION.replace(', tls: {mode: Disable}', '');
    expect(
      readManifests([
        { path: 'a', text },
        { path: 'b', text: SECRET },
      ]).resources.connections[0]?.spec.target.tls,
    ).toEqual({ mode: 'VerifyFull' });
  });

  test('may be JSON, and may hold resources of others', () => {
    const other =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: {anything: 1}\n';
    const json = JSON.stringify({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'x' },
      data: { a: 'b' },
    });
    expect(told(other, json, '', '---\n---\n', '# only a comment\n')).toEqual([]);
  });

  test('does not share a default between places that an alias joins', () => {
    const text = policy(`  masking:
    - {name: a, method: Redact, detectors: &d [Email]}
    - {name: b, method: Redact, detectors: *d, surfaces: *d}`);
    expect(told(CONNECTION, SECRET, text)).toEqual([
      'c.yaml:9 BAD_VALUE spec.masking[1].surfaces[0]: must be Responses, Commands',
    ]);
  });
});

describe('every mistake is told at once, by its line', () => {
  test('of the fields', () => {
    const text = policy(`  mode: Enfroce
  rules:
  - name: read
    effect: Allow
    postgres:
      comands: [SELECT]
      relations:
      - public.orders
      - orders
  - name: read
    effect: RequireApproval
    http: {methods: [GET]}
  - effect: deny
    postgres: {unbounded: false}
    approval: {approvers: {groups: [dba]}, timeout: 30d}
  masking:
  - name: card
    method: Partial
    detectors: [Emial]
  limits:
    rowsPerHour: many
    bytesPerHour: 0Mi
`);
    expect(told(CONNECTION, SECRET, text).map((line) => line.replace(/: .*/, ''))).toEqual([
      'c.yaml:7 BAD_VALUE spec.mode',
      'c.yaml:12 UNKNOWN_FIELD spec.rules[0].postgres.comands',
      'c.yaml:15 BAD_VALUE spec.rules[0].postgres.relations[1]',
      'c.yaml:16 DUPLICATE_NAME spec.rules[1].name',
      'c.yaml:16 MISSING_FIELD spec.rules[1].approval',
      'c.yaml:19 MISSING_FIELD spec.rules[2].name',
      'c.yaml:19 BAD_VALUE spec.rules[2].effect',
      'c.yaml:20 BAD_VALUE spec.rules[2].postgres.unbounded',
      'c.yaml:21 BAD_VALUE spec.rules[2].approval',
      'c.yaml:21 BAD_VALUE spec.rules[2].approval.timeout',
      'c.yaml:23 MISSING_FIELD spec.masking[0].partial',
      'c.yaml:25 BAD_VALUE spec.masking[0].detectors[0]',
      'c.yaml:27 WRONG_TYPE spec.limits.rowsPerHour',
      'c.yaml:28 BAD_VALUE spec.limits.bytesPerHour',
    ]);
  });

  test.each([
    ['mode: Enfroce', 'must be Enforce, DryRun; did you mean Enforce?'],
    ['rulez: []', 'this field does not exist here; did you mean rules?'],
    [
      'qqq: []',
      'this field does not exist here; there are mode, subjects, connections, rules, masking, limits',
    ],
    ['subjects: []', 'an empty list matches nothing: fill it or leave the field out'],
    [
      'subjects: [{}]',
      'an empty map says nothing: it needs one of serviceAccount, podSelector, claims',
    ],
    ['subjects: [{serviceAccount: 7}]', 'must be a text: put it in quotes'],
    ['subjects:', 'must be a list, and there is nothing: fill it in or remove the field'],
    ["limits: {rowsPerHour: '7'}", 'must be a whole number, without quotes'],
    ['limits: {rowsPerHour: []}', 'must be a whole number'],
    ['limits: {rowsPerHour: 0}', 'must be at least 1'],
    [
      'limits: {bytesPerHour: 1MB}',
      'does not have the right form. Most bytes of responses in any 60 minutes, as 1Gi or a number of bytes.',
    ],
    [
      'limits: {bytesPerHour: 99999999Ti}',
      'write a size as 64Ki, 16Mi, 1Gi or a whole number of bytes',
    ],
    [
      'rules: [{name: a, effect: Deny, postgres: {commands: [A], relations: [a.b]}, http: {paths: [/]}}]',
      'at most one of postgres, http, kubernetes, ssh: write a rule for each',
    ],
    [
      'rules: [{name: a, effect: Deny, postgres: {commands: [A, B, A]}}]',
      'the same value stands twice in the list: remove one of them',
    ],
  ])('%s', (field, message) => {
    const [problem] = told(CONNECTION, SECRET, policy(`  ${field}\n`));
    expect(problem).toMatch(/^c\.yaml:7 /);
    expect(problem?.replace(/^\S+ \S+ \S*: /, '')).toBe(message);
  });

  test('of the header', () => {
    expect(
      told(
        '- a list\n',
        'kind: Secret\n',
        'apiVersion: v1\nkind: [1]\n',
        'apiVersion: chaperone.dev/v1alpha1\nkind: AuditedConection\n',
      ),
    ).toEqual([
      'a.yaml:1 WRONG_TYPE : a resource is a map with apiVersion, kind and metadata',
      'b.yaml:1 MISSING_FIELD : apiVersion is missing, for example chaperone.dev/v1alpha1',
      'c.yaml:2 WRONG_TYPE kind: kind must be a text, for example AuditedConnection',
      'd.yaml:2 UNKNOWN_KIND kind: there is no kind AuditedConection; did you mean AuditedConnection?',
    ]);
  });

  test.each([
    ['chaperone.dev/v1', 'AccessPolicy', 'UNKNOWN_VERSION'],
    ['chaperon.dev/v1alpha1', 'AccessPolicy', 'UNKNOWN_VERSION'],
    ['example.com/v1', 'AccessPolicy', 'UNKNOWN_VERSION'],
    ['v2', 'Secret', 'UNKNOWN_VERSION'],
    ['chaperone.dev/v1', 'AuditStore', 'UNKNOWN_VERSION'],
    ['chaperone.dev/v1alpha1', 'Secret', 'UNKNOWN_KIND'],
    ['v1', 'Secrets', 'UNKNOWN_KIND'],
    ['v1', 'List', 'UNKNOWN_KIND'],
    ['chaperone.dev/v1alpha1/x', 'AccessPolicy', 'UNKNOWN_VERSION'],
    ['v1', 'not a kind', 'UNKNOWN_KIND'],
  ])('%s %s is %s', (apiVersion, kind, code) => {
    const found = readManifests([
      { path: 'a', text: `apiVersion: ${apiVersion}\nkind: ${kind}\n` },
    ]).problems;
    expect(found.map((problem) => problem.code)).toEqual([code]);
  });

  test.each([
    ['example.com/v1', 'Approval'],
    ['vault.example.com/v1', 'Secret'],
    ['v1', 'Service'],
    ['networking.k8s.io/v1', 'NetworkPolicy'],
  ])('%s %s is somebody else’s', (apiVersion, kind) => {
    expect(told(`apiVersion: ${apiVersion}\nkind: ${kind}\n`)).toEqual([]);
  });
});

describe('names that must be found', () => {
  test('a policy that names no connection is warned about', () => {
    expect(
      told(CONNECTION, SECRET, policy('').replace('orders-db', 'order-db, other-*, "*"')),
    ).toEqual([
      'c.yaml:6 MISSING_REFERENCE spec.connections[0]: there is no AuditedConnection order-db in namespace default; did you mean orders-db? (warning)',
    ]);
  });

  test('a connection is of its own namespace', () => {
    const elsewhere = CONNECTION.replace(
      '{name: orders-db}',
      '{name: orders-db, namespace: other}',
    );
    expect(
      told(elsewhere, SECRET, policy('')).map((line) => line.split(':').slice(0, 2).join(':')),
    ).toEqual([
      'a.yaml:7 MISSING_REFERENCE spec.credential.secretRef.name',
      'c.yaml:6 MISSING_REFERENCE spec.connections[0]',
    ]);
  });

  test('a Secret that is not there, or lacks a key', () => {
    expect(told(CONNECTION)).toEqual([
      'a.yaml:7 MISSING_REFERENCE spec.credential.secretRef.name: there is no Secret login in namespace default: add it to the files',
    ]);
    for (const lacking of [
      '{username: u}',
      '{username: u, password: ""}',
      '{username: u, toString: x}',
    ])
      expect(told(CONNECTION, SECRET.replace('{username: u, password: p}', lacking))).toEqual([
        'a.yaml:7 MISSING_REFERENCE spec.credential.secretRef.name: Secret login lacks a key, or its value is empty: it needs username and password',
      ]);
  });

  test('a CA', () => {
    const text = CONNECTION.replace('{mode: Disable}', '{caRef: {kind: ConfigMap, name: ca}}');
    const ca = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ca}\ndata: {tls.crt: x}\n';
    expect(told(text, SECRET)).toEqual([
      'a.yaml:6 MISSING_REFERENCE spec.target.tls.caRef.name: there is no ConfigMap ca in namespace default: add it to the files',
    ]);
    expect(told(text, SECRET, ca)).toEqual([
      'a.yaml:6 MISSING_REFERENCE spec.target.tls.caRef.name: ConfigMap ca lacks a key, or its value is empty: it needs ca.crt',
    ]);
    expect(told(text, SECRET, ca.replace('tls.crt', 'ca.crt'))).toEqual([]);
  });

  test('an object that is there but wrong is not called missing', () => {
    expect(told(CONNECTION, SECRET.replace('stringData', 'strngData'))).toEqual([
      'b.yaml:4 UNKNOWN_FIELD strngData: this field does not exist here; did you mean stringData?',
    ]);
  });

  test('the same name twice, in files far apart', () => {
    expect(told(CONNECTION, SECRET, `${SECRET}---\n${SECRET.replace('login', 'other')}`)).toEqual([
      'c.yaml:3 DUPLICATE_NAME metadata.name: Secret default/login is already in b.yaml:3: rename or remove one of them',
    ]);
  });
});

describe('YAML that cannot be read', () => {
  test.each([
    ['a tab', 'a:\n\t- b\n', 2],
    ['an open bracket', 'a: [1, 2\nb: 3\n', 2],
    ['an open quote', 'a: 1\nb: "x\n', 3],
    ['a bad indentation', 'a:\n  b: 1\n c: 2\n', 3],
    ['a tag', 'a: 1\nb: !secret x\n', 2],
    ['an alias of nothing', 'a: 1\nb: *x\n', 2],
    ['a map as key', 'a: 1\n{b: 1}: 2\n', 2],
  ])('%s', (_, text, line) => {
    const { problems } = readManifests([{ path: 'a', text }]);
    expect(problems[0]).toMatchObject({ code: 'YAML_SYNTAX', line, path: '' });
  });

  test('a key twice is told, and the rest is still looked at', () => {
    const text = CONNECTION.replace(
      '  protocol: Postgres\n',
      '  protocol: HTTP\n  protocol: Postgres\n  aliasses: []\n',
    );
    expect(told(text, SECRET)).toEqual([
      'a.yaml:6 DUPLICATE_KEY : the key stands twice in one map: remove one of them',
      'a.yaml:7 UNKNOWN_FIELD spec.aliasses: this field does not exist here; did you mean aliases?',
    ]);
  });

  test('one bad document leaves the others', () => {
    const text = `a: [\n---\n${CONNECTION}---\nb: "\n`;
    const { resources, problems } = readManifests([
      { path: 'a', text },
      { path: 'b', text: SECRET },
    ]);
    expect(problems[0]).toMatchObject({ code: 'YAML_SYNTAX' });
    expect(problems.every(({ code }) => code === 'YAML_SYNTAX')).toBe(true);
    expect(resources.secrets).toHaveLength(1);
  });
});

describe('limits', () => {
  const codes = (text: string): readonly string[] =>
    readManifests([{ path: 'a', text }]).problems.map(({ code }) => code);

  test('of a file', () => {
    expect(codes('#'.repeat(MAX_FILE_CHARACTERS))).toEqual([]);
    expect(codes('#'.repeat(MAX_FILE_CHARACTERS + 1))).toEqual(['FILE_TOO_LARGE']);
  });

  test('of documents', () => {
    expect(codes('---\n'.repeat(MAX_DOCUMENTS - 1))).toEqual([]);
    expect(codes('---\n'.repeat(MAX_DOCUMENTS + 2))).toEqual(['TOO_MANY_DOCUMENTS']);
  });

  test('of aliases, one by one and multiplied', () => {
    const some = (count: number): string => `a: &a x\nb: [${'*a, '.repeat(count)}]\n`;
    expect(codes(some(MAX_ALIASES))).not.toContain('ALIAS_LIMIT');
    expect(codes(some(MAX_ALIASES + 1))).toEqual(['ALIAS_LIMIT']);
    const levels = Array.from(
      { length: 12 },
      (_, n) => `a${String(n + 1)}: &a${String(n + 1)} [*a${String(n)}, *a${String(n)}]`,
    );
    expect(codes(['a0: &a0 [x, x]', ...levels].join('\n'))).toEqual(['ALIAS_LIMIT']);
    expect(codes('a: &a [*a]\n')).toEqual(['ALIAS_LIMIT']);
  });

  test('of problems', () => {
    const fields = Array.from({ length: 2 * MAX_PROBLEMS }, (_, n) => `f${String(n)}: 1`).join(
      '\n',
    );
    const { problems } = readManifests([{ path: 'a', text: `${SECRET}${fields}` }]);
    expect(problems).toHaveLength(MAX_PROBLEMS + 1);
    expect(problems.at(-1)?.code).toBe('TOO_MANY_PROBLEMS');
  });

  test.each([
    ['brackets', '['.repeat(20_000)],
    ['list dashes', '- '.repeat(20_000)],
    ['many keys', Array.from({ length: 5_000 }, (_, n) => `k${String(n)}: 1`).join('\n')],
    ['many list entries', policy('').replace('[orders-db]', `[${'a, '.repeat(10_000)}]`)],
    ['many rules', policy(`  rules: [${'{name: a},'.repeat(5_000)}]`)],
  ])('a hostile file ends in a problem: %s', (_, text) => {
    expect(readManifests([{ path: 'a', text }]).problems.length).toBeGreaterThan(0);
  });
});

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { policiesFor } from '@chaperone/core/policy';
import type { Log } from '../telemetry/log.ts';
import { formatProblem, loadConfig, type ConfigScope } from './load.ts';
import type { ConfigProblem, ConfigSnapshot } from './types.ts';
import { ConfigWatcher } from './watch.ts';

const standalone = path.join(import.meta.dirname, '../../../examples/standalone');
const made: string[] = [];

function copy(from = standalone): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'chaperone-config-'));
  made.push(directory);
  fs.cpSync(from, directory, { recursive: true });
  return directory;
}

function scopeOf(directory: string, connection = 'orders-db'): ConfigScope {
  return {
    origin: directory,
    listen: [{ connection, host: '127.0.0.1', port: 0 }],
    namespace: undefined,
    mistakesRefuse: 'set',
  };
}

function good(scope: ConfigScope): ConfigSnapshot {
  const loaded = loadConfig(scope, 1);
  if (loaded.kind === 'bad') throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.snapshot;
}

function bad(scope: ConfigScope): readonly ConfigProblem[] {
  const loaded = loadConfig(scope, 1);
  return loaded.kind === 'bad' ? loaded.problems : [];
}

function edit(directory: string, file: string, from: string, to: string): void {
  const name = path.join(directory, file);
  fs.writeFileSync(name, fs.readFileSync(name, 'utf8').replace(from, to));
}

afterEach(() => {
  for (const directory of made.splice(0)) fs.rmSync(directory, { recursive: true });
});

describe('manifests of many people', () => {
  const partly = (directory: string, connection?: string): ConfigScope => ({
    ...scopeOf(directory, connection),
    mistakesRefuse: 'part',
  });

  it('refuse the clients of a connection that names what is not there, and no others', () => {
    const directory = copy();
    edit(
      directory,
      'connection.yaml',
      'secretRef: {name: orders-db-login}',
      'secretRef: {name: x}',
    );
    const { connections, problems } = good(partly(directory));
    expect(connections.get('orders-db')).toMatchObject({ code: 'CREDENTIAL_MISSING' });
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'MISSING_REFERENCE', severity: 'warning' }),
    );
    expect(bad(scopeOf(directory))).toContainEqual(
      expect.objectContaining({ code: 'MISSING_REFERENCE', severity: 'error' }),
    );
  });

  it('trust no other authority where the one that is named is not there', () => {
    const directory = copy();
    const ca = 'mode: VerifyFull\n      caRef: {kind: ConfigMap, name: ca, key: ca.crt}';
    edit(directory, 'connection.yaml', 'mode: Disable', ca);
    const { connections } = good(partly(directory));
    expect(connections.get('orders-db')).toMatchObject({ code: 'CREDENTIAL_MISSING' });
  });

  it('refuse the clients of a connection that nobody defines', () => {
    const { connections } = good(partly(copy(), 'billing'));
    expect(connections.get('billing')).toMatchObject({
      kind: 'refused',
      code: 'UNKNOWN_CONNECTION',
    });
  });

  it('let nothing pass a policy that does not compile', () => {
    const directory = copy();
    edit(directory, 'policy.yaml', '    effect: Deny', '    effect: Deny\n    expression: "1 +"');
    expect(bad(scopeOf(directory))[0]).toMatchObject({ code: 'BAD_POLICY' });
    const { policies, problems } = good(partly(directory));
    expect(problems[0]).toMatchObject({ code: 'BAD_POLICY', severity: 'warning' });
    const facts = { name: 'orders-db', namespace: 'default', protocol: 'Postgres' };
    const agent = { serviceAccount: 'local', namespace: 'default' };
    const { decide } = policiesFor(policies, agent, facts);
    const command = { text: 'TABLE t', parameters: [], parameterTypes: [] };
    const effects = [{ command: 'SELECT', object: 'public.t' }] as const;
    const verdict = decide({
      ...{ agent, connection: facts, nowMs: 0, session: { id: 'x', startedAtMs: 0 } },
      command: { ...command, effects: effects as never },
    });
    expect(verdict.effect).toBe('Deny');
  });
});

describe('the configuration directory', () => {
  it('gives a connection everything that its manifest refers to', () => {
    expect(good(scopeOf(standalone)).connections.get('orders-db')).toEqual({
      kind: 'served',
      name: 'orders-db',
      namespace: 'default',
      protocol: 'Postgres',
      target: { host: '127.0.0.1', port: 5432, tlsMode: 'Disable' },
      credential: {
        kind: 'password',
        username: 'orders_rw',
        password: 'only-the-sidecar-knows-it',
      },
      recording: { responses: 'Full', maxResponseBytes: 64 * 1024 ** 2, durability: 'Buffered' },
      maxCommandBytes: 1024 ** 2,
      maxSessions: Infinity,
      maxSessionDurationMs: Infinity,
      idleTimeoutMs: 30 * 60_000,
    });
  });

  it('reads how agents say who they are, and what is exchanged for that', () => {
    const directory = copy();
    const identity =
      'identity: {oidc: {issuer: "https://idp.example.com", audiences: [chaperone]}}';
    edit(directory, 'connection.yaml', '  recording:', `  ${identity}\n  recording:`);
    edit(
      directory,
      'connection.yaml',
      'secretRef: {name: orders-db-login}',
      'tokenExchange: {tokenEndpoint: "https://idp.example.com/token", subjectToken: Agent, username: orders_rw, scopes: [a, b]}',
    );
    expect(good(scopeOf(directory)).connections.get('orders-db')).toMatchObject({
      kind: 'served',
      identity: {
        ...{ mechanism: 'Password', atExpiry: 'EndSession', issuer: 'https://idp.example.com' },
        ...{ audiences: ['chaperone'], claims: { agent: 'sub' } },
      },
      credential: {
        ...{ kind: 'exchange', username: 'orders_rw' },
        exchange: {
          tokenEndpoint: 'https://idp.example.com/token',
          ...{ subject: 'Agent', subjectTokenType: 'AccessToken', scopes: ['a', 'b'] },
        },
      },
    });
    edit(directory, 'connection.yaml', identity, '');
    expect(bad(scopeOf(directory)).map((p) => p.message)).toEqual([
      expect.stringContaining('subjectToken Agent needs identity.oidc'),
    ]);
  });

  it('refuses the clients of a connection whose certificate is none, without quoting it', () => {
    const directory = copy();
    edit(
      directory,
      'connection.yaml',
      'mode: Disable',
      'mode: Require\n      clientCertificateRef: {name: orders-db-login}',
    );
    edit(
      directory,
      'secret.yaml',
      'stringData:',
      'stringData:\n  tls.crt: no-pem\n  tls.key: no-key',
    );
    const { connections, problems } = good(scopeOf(directory));
    expect(connections.get('orders-db')).toMatchObject({ code: 'CREDENTIAL_UNUSABLE' });
    expect(JSON.stringify([...connections, problems])).not.toMatch(/no-pem|no-key/);
  });

  it('says every mistake of every file at once, with file, line and field', () => {
    const directory = copy();
    edit(directory, 'connection.yaml', 'port: 5432', 'prot: 5432');
    edit(directory, 'policy.yaml', 'effect: Deny', 'effect: Dney');
    const problems = bad(scopeOf(directory));
    const paths = problems.map((p) => `${path.basename(p.file)} ${p.path}`);
    expect(paths).toContain('connection.yaml spec.target.prot');
    expect(paths).toContain('policy.yaml spec.rules[3].effect');
    expect(problems.every((p) => p.line > 0)).toBe(true);
  });

  it('never says a value of a secret', () => {
    const directory = copy();
    edit(directory, 'secret.yaml', 'stringData:', 'stringDatta:');
    const said = bad(scopeOf(directory)).map(formatProblem).join('\n');
    expect(said).not.toContain('only-the-sidecar-knows-it');
    expect(said).not.toBe('');
  });

  it('finds a mistake in an expression', () => {
    const directory = copy();
    edit(
      directory,
      'policy.yaml',
      '  - name: whole-table-writes\n',
      '  - name: whole-table-writes\n    expression: "now ++ ("\n',
    );
    const problems = bad(scopeOf(directory));
    expect(problems).toEqual([
      expect.objectContaining({ code: 'BAD_POLICY', path: 'spec.rules[3].expression' }),
    ]);
    const { file = '', line = 0 } = problems[0] ?? {};
    expect(fs.readFileSync(file, 'utf8').split('\n')[line - 1]).toContain('expression:');
  });

  it('names the connections that there are where --listen names another', () => {
    expect(bad(scopeOf(standalone, 'order-db'))).toEqual([
      expect.objectContaining({
        code: 'UNKNOWN_CONNECTION',
        message: expect.stringContaining('orders-db'),
      }),
    ]);
  });

  it('asks for --namespace where a name stands in two', () => {
    const directory = copy();
    for (const file of ['connection.yaml', 'secret.yaml']) {
      const text = fs.readFileSync(path.join(directory, file), 'utf8');
      fs.writeFileSync(
        path.join(directory, `other-${file}`),
        text.replace('metadata:\n', 'metadata:\n  namespace: other\n'),
      );
    }
    expect(bad(scopeOf(directory)).map((p) => p.code)).toEqual(['AMBIGUOUS_CONNECTION']);
    const scope = { ...scopeOf(directory), namespace: 'other' };
    expect(good(scope).connections.get('orders-db')?.namespace).toBe('other');
  });

  it.each([
    ['UNSUPPORTED_DURABILITY', 'durability: Buffered', 'durability: Replicated'],
    ['UNSUPPORTED_PROTOCOL', 'protocol: Postgres', 'protocol: HTTP'],
    [
      'UNSUPPORTED_CREDENTIAL',
      'secretRef: {name: orders-db-login}',
      'serviceAccountToken: {name: reporter}',
    ],
    ['CREDENTIAL_MISSING', 'password:', 'passwort:'],
  ])('is %s where a manifest asks for it, and says so', (code, from, to) => {
    const directory = copy();
    for (const file of ['connection.yaml', 'secret.yaml']) edit(directory, file, from, to);
    const loaded = loadConfig(scopeOf(directory), 1);
    if (loaded.kind === 'bad') {
      expect(loaded.problems.map((p) => p.code)).toEqual([
        code === 'CREDENTIAL_MISSING' ? 'MISSING_REFERENCE' : code,
      ]);
      return;
    }
    expect(loaded.snapshot.connections.get('orders-db')).toMatchObject({ kind: 'refused', code });
    expect(loaded.snapshot.problems.map((p) => p.code)).toContain(code);
  });

  const examples = path.join(standalone, '..');
  it.each([
    ['http', 'billing-api', 'billing-exchange', 'client_id: a, client_secret: b'],
    ['kubernetes', 'cluster', 'none', ''],
    ['ssh', 'build-host', 'build-host-key', 'username: a, ssh-privatekey: b'],
  ])('of protocol %s is read, and refused by its code', (folder, connection, secret, keys) => {
    const directory = copy(path.join(examples, folder));
    const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: ${secret}, namespace: agents}\nstringData: {${keys}}\n`;
    fs.writeFileSync(path.join(directory, 'secret.yaml'), text);
    fs.copyFileSync(path.join(examples, 'cluster/store.yaml'), path.join(directory, 'store.yaml'));
    const { connections } = good(scopeOf(directory, connection));
    expect(connections.get(connection)).toMatchObject({
      kind: 'refused',
      code: 'UNSUPPORTED_PROTOCOL',
    });
  });

  it('is read through the links of a mounted ConfigMap', () => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'chaperone-config-'));
    made.push(directory);
    fs.cpSync(standalone, path.join(directory, '..2026_11_21'), { recursive: true });
    fs.symlinkSync('..2026_11_21', path.join(directory, '..data'));
    for (const name of fs.readdirSync(standalone)) {
      fs.symlinkSync(path.join('..data', name), path.join(directory, name));
    }
    expect(good(scopeOf(directory)).connections.size).toBe(1);
  });

  it('refuses what is no file, cannot be read or is too long', () => {
    const directory = copy();
    fs.symlinkSync('nowhere', path.join(directory, 'dangling.yaml'));
    fs.symlinkSync('/dev/zero', path.join(directory, 'endless.yaml'));
    fs.writeFileSync(path.join(directory, 'long.yaml'), '#'.repeat(2 * 1024 ** 2));
    const problems = bad(scopeOf(directory)).map((p) => `${path.basename(p.file)} ${p.code}`);
    expect(problems).toEqual([
      'dangling.yaml UNREADABLE',
      'endless.yaml UNREADABLE',
      'long.yaml FILE_TOO_LARGE',
    ]);
    expect(bad(scopeOf('/nonexistent')).map((p) => p.code)).toContain('UNREADABLE');
  });
});

describe('a change of the configuration', () => {
  const told: string[] = [];
  const tell = (_facts: object, message: string): void => {
    told.push(message);
  };
  const log: Log = { info: tell, warn: tell, error: tell };

  async function until(holds: () => boolean): Promise<void> {
    for (let turn = 0; turn < 200 && !holds(); turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(holds()).toBe(true);
  }

  it('applies when it is good; a bad one is told and the last good set stays', async () => {
    const directory = copy();
    const scope = scopeOf(directory);
    const seen: ConfigSnapshot[] = [];
    const changed = (snapshot: ConfigSnapshot): void => {
      seen.push(snapshot);
    };
    const watcher = new ConfigWatcher({
      agent: { serviceAccount: 'local' },
      scope,
      log,
      first: good(scope),
      changed,
    });
    try {
      edit(directory, 'secret.yaml', 'only-the-sidecar-knows-it', 'rotated');
      await until(() => seen.length === 1);
      expect(watcher.current.generation).toBe(2);
      expect(seen[0]?.connections.get('orders-db')).toMatchObject({
        credential: { password: 'rotated' },
      });
      edit(directory, 'policy.yaml', 'effect: Deny', 'effect: Dney');
      await until(() => watcher.problems.length > 0);
      expect(watcher.current.generation).toBe(2);
      expect(watcher.rejected).toBe(1);
      expect(told.join('\n')).toContain('policy.yaml');
      expect(told.join('\n')).not.toContain('rotated');
      edit(directory, 'policy.yaml', 'effect: Dney', 'effect: Deny');
      await until(() => watcher.current.generation === 3);
      expect(watcher.problems).toEqual([]);
    } finally {
      watcher.close();
    }
  });

  it('applies when Kubernetes exchanges the mounted state', async () => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'chaperone-config-'));
    made.push(directory);
    for (const state of ['..one', '..two']) {
      fs.cpSync(standalone, path.join(directory, state), { recursive: true });
    }
    edit(path.join(directory, '..two'), 'secret.yaml', 'only-the-sidecar-knows-it', 'rotated');
    fs.symlinkSync('..one', path.join(directory, '..data'));
    for (const name of fs.readdirSync(standalone)) {
      fs.symlinkSync(path.join('..data', name), path.join(directory, name));
    }
    const scope = scopeOf(directory);
    const watcher = new ConfigWatcher({
      agent: { serviceAccount: 'local' },
      scope,
      log,
      first: good(scope),
      changed: () => undefined,
    });
    try {
      fs.symlinkSync('..two', path.join(directory, '..data_tmp'));
      fs.renameSync(path.join(directory, '..data_tmp'), path.join(directory, '..data'));
      await until(() => watcher.current.generation === 2);
      const connection = watcher.current.connections.get('orders-db');
      expect(connection).toMatchObject({ credential: { password: 'rotated' } });
    } finally {
      watcher.close();
    }
  });
});

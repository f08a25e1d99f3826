import { describe, expect, it } from '@jest/globals';
import { parseArguments, type SidecarOptions } from './arguments.ts';

const least = ['--config', 'examples', '--listen', 'orders-db=127.0.0.1:15432'];

function options(...argv: string[]): SidecarOptions {
  const parsed = parseArguments(argv);
  if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
  return parsed.options;
}

function mistakes(...argv: string[]): readonly string[] {
  const parsed = parseArguments(argv);
  return parsed.kind === 'mistakes' ? parsed.mistakes : [];
}

describe('the arguments of the sidecar', () => {
  it('have defaults for everything but --config and --listen', () => {
    expect(options(...least)).toEqual({
      manifests: { kind: 'directory', directory: 'examples' },
      listen: [{ connection: 'orders-db', host: '127.0.0.1', port: 15_432 }],
      data: './data',
      admin: { host: '127.0.0.1', port: 9_090 },
      agent: 'local',
      namespace: undefined,
      logLevel: 'info',
      maxDataBytes: 8 * 1024 ** 3,
    });
  });

  it('name several connections, IPv6 and a free port', () => {
    const { listen } = options(...least, '--listen=billing=[::1]:0', '--max-data', '2Gi');
    expect(listen[1]).toEqual({ connection: 'billing', host: '::1', port: 0 });
  });

  it.each([
    ['--listen', 'orders-db=0.0.0.0:5432'],
    ['--listen', 'orders-db=[::]:5432'],
    ['--listen', 'orders-db=10.0.0.4:5432'],
    ['--admin', '0.0.0.0:9090'],
  ])('refuse %s %s unless --listen-anywhere says so', (flag, value) => {
    const argv = ['--config', 'examples', '--listen', 'a=127.0.0.1:1', flag, value];
    expect(mistakes(...argv)).toEqual([expect.stringContaining('--listen-anywhere')]);
    expect(mistakes(...argv, '--listen-anywhere')).toEqual([]);
  });

  it('say every mistake at once', () => {
    const argv =
      '--listen orders-db:1 --admin nine --agent Local! --log-level loud --datta x y --max-data -3';
    expect(mistakes(...argv.split(' '))).toEqual([
      '--config DIR is missing: the directory of manifests; or, in a cluster, --broker URL',
      '--datta is no flag of the sidecar; see chaperone sidecar --help',
      "'x' belongs to no flag",
      "'y' belongs to no flag",
      expect.stringContaining('--listen orders-db:1: write NAME=ADDRESS:PORT'),
      expect.stringContaining('--admin nine: write ADDRESS:PORT'),
      expect.stringContaining('--agent Local!: use lower-case'),
      expect.stringContaining('--log-level loud: use one of debug'),
      expect.stringContaining('--max-data -3: write a size'),
    ]);
  });

  it.each([
    [['--config'], '--config needs a value'],
    [[...least, '--help=yes'], '--help takes no value'],
    [[...least, '--config', 'b'], '--config is given twice'],
    [[...least, '--listen', 'b=127.0.0.1:15432'], 'is taken twice'],
    [[...least, '--listen', 'b=example.com:1'], 'write NAME=ADDRESS:PORT'],
    [[...least, '--listen', 'b=127.0.0.1:65536'], 'write NAME=ADDRESS:PORT'],
    [[...least, '--constructor', 'x'], '--constructor is no flag'],
  ])('refuse %j', (argv, message) => {
    expect(mistakes(...argv).join('\n')).toContain(message);
  });

  it('take a broker in place of a directory', () => {
    const broker = [
      '--broker',
      'https://broker.example:8443',
      '--broker-ca',
      'ca',
      '--broker-token',
      't',
    ];
    const { manifests } = options(...broker, '--listen', 'a=127.0.0.1:1');
    expect(manifests).toEqual({
      kind: 'broker',
      broker: { url: 'https://broker.example:8443', ca: { file: 'ca' }, tokenFile: 't' },
    });
    expect(mistakes(...least, ...broker)).toEqual([
      expect.stringContaining('--config has no place'),
    ]);
    expect(mistakes(...least, '--broker-token', 't')).toEqual([
      '--broker-token belongs to --broker',
    ]);
    expect(mistakes(...least, '--trust', 'd')).toEqual(['--trust belongs to --broker']);
    expect(options(...broker, '--trust', 'd', '--listen', 'a=127.0.0.1:1').trust).toBe('d');
  });

  it.each(['http://broker.example', 'https://broker.example/path', 'broker.example:8443', ''])(
    'take no broker at %j',
    (url) => {
      const argv = [
        '--broker',
        url,
        '--broker-ca',
        'c',
        '--broker-token',
        't',
        '--listen',
        'a=127.0.0.1:1',
      ];
      expect(mistakes(...argv).join()).toContain('write https://HOST:PORT');
    },
  );

  it('explain every flag on --help', () => {
    const parsed = parseArguments(['--help']);
    const text = parsed.kind === 'help' ? parsed.text : '';
    for (const flag of [
      'config',
      'broker',
      'broker-ca',
      'broker-token',
      'listen',
      'data',
      'admin',
      'agent',
      'namespace',
      'log-level',
    ]) {
      expect(text).toContain(`--${flag}`);
    }
  });
});

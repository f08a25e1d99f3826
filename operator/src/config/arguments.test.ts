import { describe, expect, it } from '@jest/globals';
import { parseArguments } from './arguments.ts';

const least = [
  ...['--tls-cert', 'crt', '--tls-key', 'key', '--image', 'registry.example.com/chaperone:1'],
  ...['--broker-url', 'https://broker.example:8443', '--broker-ca', 'ca'],
];

function mistakes(...argv: string[]): readonly string[] {
  const parsed = parseArguments(argv);
  return parsed.kind === 'mistakes' ? parsed.mistakes : [];
}

describe('the arguments of the operator', () => {
  it('have defaults for what an installation does not have to choose', () => {
    const parsed = parseArguments(least);
    expect(parsed).toMatchObject({
      kind: 'run',
      options: {
        kubeconfig: undefined,
        admission: { host: '0.0.0.0', port: 9443 },
        certificates: { files: { certFile: 'crt', keyFile: 'key', caFile: 'ca' } },
        previousImages: [],
        injector: {
          uid: 7077,
          exchangeAudience: 'chaperone-exchange',
          spoolSize: '8Gi',
          resources: { requests: { cpu: '50m', memory: '96Mi' }, limits: { memory: '256Mi' } },
        },
      },
    });
  });

  it('say every mistake at once', () => {
    const argv =
      '--image i --broker-url http://b --admin nine --sidecar-uid 0 --log-level loud x --nope';
    expect(
      mistakes(
        ...argv.split(' '),
        '--spool-size',
        'much',
        '--exchange-audience',
        'chaperone',
        '--image-pull-policy',
      ),
    ).toEqual([
      "'x' belongs to no flag",
      '--nope is no flag of the operator',
      '--image-pull-policy needs a value',
      '--admin nine: write ADDRESS:PORT, as 0.0.0.0:9443',
      '--tls-cert is missing; see chaperone operator --help',
      '--tls-key is missing; see chaperone operator --help',
      '--broker-ca is missing; see chaperone operator --help',
      '--sidecar-uid 0: write the number of a user other than root',
      '--broker-url http://b: write https://HOST:PORT',
      "--exchange-audience chaperone: write what the authorization servers expect, and not the broker's chaperone",
      "--spool-size: 'much' is no quantity, as 256Mi",
      '--log-level loud: use one of debug, info, warn, error',
    ]);
  });

  it('name an authority of its own in place of files, or beside them', () => {
    const rest = least.slice(4, -2);
    const parsed = parseArguments([...rest, '--ca-secret', 'chaperone-ca', '--ca-hold', '90m']);
    const own = { secret: 'chaperone-ca', holdMs: 5_400_000 };
    expect(parsed).toMatchObject({ kind: 'run', options: { certificates: { own } } });
    expect(parseArguments([...least, '--ca-secret', 'chaperone-ca'])).toMatchObject({
      options: { certificates: { own: { holdMs: 86_400_000 }, files: { caFile: 'ca' } } },
    });
    expect(mistakes(...rest, '--ca-secret', 'c', '--tls-cert', 'crt', '--ca-hold', 'long')).toEqual(
      [
        '--ca-hold long: write a duration, as 24h',
        '--tls-key is missing; see chaperone operator --help',
        '--broker-ca is missing; see chaperone operator --help',
      ],
    );
  });

  it('take several images from before an upgrade, and nothing else twice', () => {
    expect(mistakes(...least, '--previous-image', 'a', '--previous-image', 'b')).toEqual([]);
    expect(mistakes(...least, '--image', 'b')).toEqual(['--image is given twice']);
  });

  it('explain every flag on --help', () => {
    const parsed = parseArguments(['--help']);
    const text = parsed.kind === 'help' ? parsed.text : '';
    for (const flag of [
      'tls-cert',
      'previous-image',
      'sidecar-limits',
      'broker-ca',
      'ca-secret',
      'ca-hold',
      'kubeconfig',
    ]) {
      expect(text).toContain(`--${flag}`);
    }
  });
});

import { describe, expect, test } from '@jest/globals';
import { goldenSettings } from '../../operator/src/admission/injector/testing/goldens.ts';
import { parseArguments } from '../../sidecar/src/config/arguments.ts';
import { agentPod, injected, type Tree } from './pods.ts';

interface Sidecar {
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value?: string }[];
}

describe('what the injector tells the sidecar', () => {
  const pod = injected(agentPod('report-bot'));
  const [sidecar] = (pod['spec'] as Tree)['initContainers'] as readonly [Sidecar];
  const ca = sidecar.env.find(({ name }) => name === 'CHAPERONE_BROKER_CA')?.value;

  test('is what the sidecar understands', () => {
    const [command, ...args] = sidecar.args;
    expect(command).toBe('sidecar');
    const parsed = parseArguments(args, { CHAPERONE_BROKER_CA: ca });
    expect(parsed).toMatchObject({
      kind: 'run',
      options: {
        manifests: {
          kind: 'broker',
          broker: {
            url: goldenSettings.brokerUrl,
            ca: { pem: goldenSettings.brokerCa },
            tokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
          },
        },
        listen: [{ connection: 'orders-db', host: '127.77.0.1', port: 5432 }],
        data: '/var/lib/chaperone/data',
        trust: '/var/run/chaperone/trust',
        admin: { host: '0.0.0.0', port: 15090 },
      },
    });
  });
});

import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGround, type Ground } from '../interop/ground.ts';
import { allowAll } from '../interop/manifests.ts';
import { AUDIENCE, CLIENT, OidcServer } from './provider.ts';

/** The client's side of RFC 7628 in PostgreSQL's messages, written out by hand. */
class BearerClient {
  readonly #socket: net.Socket;

  constructor(port: number) {
    this.#socket = net.connect(port, '127.0.0.1');
    const parameters = Buffer.from('user\0agent\0database\0postgres\0\0');
    const head = Buffer.alloc(8);
    head.writeUInt32BE(parameters.length + 8, 0);
    head.writeUInt32BE(0x30000, 4);
    this.#socket.write(Buffer.concat([head, parameters]));
  }

  /** Type and body of the next message; `closed` where there is none. */
  async next(): Promise<{ readonly type: string; readonly body: string }> {
    for (;;) {
      const head = this.#socket.read(5) as Buffer | null;
      if (head !== null) {
        const body = await this.#bytes(head.readUInt32BE(1) - 4);
        return { type: head.toString('latin1', 0, 1), body: body.toString('latin1') };
      }
      if (this.#socket.readableEnded) return { type: 'closed', body: '' };
      await Promise.race([once(this.#socket, 'readable'), once(this.#socket, 'end')]);
    }
  }

  sendInitial(mechanism: string, data: string): void {
    const name = Buffer.from(`${mechanism}\0`);
    const length = Buffer.alloc(4);
    length.writeInt32BE(Buffer.byteLength(data, 'latin1'));
    this.#send(Buffer.concat([name, length, Buffer.from(data, 'latin1')]));
  }

  acknowledge(): void {
    this.#send(Buffer.from('\x01'));
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #send(body: Buffer): void {
    const head = Buffer.alloc(5);
    head.write('p', 'latin1');
    head.writeUInt32BE(body.length + 4, 1);
    this.#socket.write(Buffer.concat([head, body]));
  }

  async #bytes(length: number): Promise<Buffer> {
    if (length === 0) return Buffer.alloc(0);
    for (;;) {
      const bytes = this.#socket.read(length) as Buffer | null;
      if (bytes !== null) return bytes;
      await once(this.#socket, 'readable');
    }
  }
}

describe('a token by SASL OAUTHBEARER', () => {
  let issuer: OidcServer;
  let ground: Ground;

  beforeAll(async () => {
    issuer = await OidcServer.start();
    const caRef = { kind: 'ConfigMap', name: 'issuer-ca' };
    const oidc = {
      ...{ issuer: issuer.issuer, caRef, audiences: [AUDIENCE] },
      mechanism: 'OAuthBearer',
    };
    ground = await startGround({
      policies: { orders: { rules: [allowAll] } },
      connection: () => ({ identity: { oidc } }),
      manifests: () => ({
        'issuer-ca.json': {
          ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'issuer-ca' } },
          data: { 'ca.crt': issuer.ca },
        },
      }),
      schema: '',
    });
  });
  afterAll(async () => {
    await ground.stop();
    await issuer.close();
  });

  const begin = async (): Promise<BearerClient> => {
    const client = new BearerClient(ground.sidecar.port('orders'));
    const offer = { type: 'R', body: '\0\0\0\x0aOAUTHBEARER\0\0' };
    expect(await client.next()).toEqual(offer);
    return client;
  };

  it('is taken, and the session is that of the token', async () => {
    const client = await begin();
    client.sendInitial('OAUTHBEARER', `n,,\x01auth=Bearer ${await issuer.token()}\x01\x01`);
    expect(await client.next()).toEqual({ type: 'R', body: '\0\0\0\0' });
    let message = await client.next();
    while (message.type !== 'Z') message = await client.next();
    client.destroy();
    const { stdout } = await ground.chaperone('sessions', '-o', 'json');
    expect(JSON.parse(stdout)).toMatchObject([{ agent: { claims: { agent: CLIENT } } }]);
  });

  it('that is left out is answered with where to get one', async () => {
    const client = await begin();
    client.sendInitial('OAUTHBEARER', 'n,,\x01auth=\x01\x01');
    const { type, body } = await client.next();
    expect([type, body.slice(0, 4)]).toEqual(['R', '\0\0\0\x0b']);
    expect(JSON.parse(body.slice(4))).toMatchObject({
      status: 'invalid_token',
      'openid-configuration': `${issuer.issuer}/.well-known/openid-configuration`,
    });
    client.acknowledge();
    const error = await client.next();
    expect([error.type, error.body]).toEqual(['E', expect.stringContaining('IDENTITY_MISSING')]);
    expect((await client.next()).type).toBe('closed');
  });

  it('that is not right is refused in the same way, by its code', async () => {
    const client = await begin();
    const token = await issuer.token({ audience: 'billing' });
    client.sendInitial('OAUTHBEARER', `n,,\x01auth=Bearer ${token}\x01\x01`);
    expect((await client.next()).body).toContain('invalid_token');
    client.acknowledge();
    expect((await client.next()).body).toContain('IDENTITY_AUDIENCE');
  });

  it.each([
    ['another mechanism', 'PLAIN', '\0me\0secret'],
    ['channel binding', 'OAUTHBEARER', 'p=tls-unique,,\x01auth=Bearer x\x01\x01'],
    ['another identity', 'OAUTHBEARER', 'n,a=root,\x01auth=Bearer x\x01\x01'],
    ['two tokens', 'OAUTHBEARER', 'n,,\x01auth=Bearer x\x01auth=Bearer y\x01\x01'],
    ['no token', 'OAUTHBEARER', 'n,,\x01host=x\x01\x01'],
    ['no end', 'OAUTHBEARER', 'n,,\x01auth=Bearer x\x01'],
    ['another scheme', 'OAUTHBEARER', 'n,,\x01auth=Basic eDp5\x01\x01'],
    ['a byte that no token has', 'OAUTHBEARER', 'n,,\x01auth=Bearer a b\x01\x01'],
    ['nothing', 'OAUTHBEARER', ''],
  ])('with %s is refused', async (_what, mechanism, data) => {
    const client = await begin();
    client.sendInitial(mechanism, data);
    let message = await client.next();
    if (message.type === 'R') {
      client.acknowledge();
      message = await client.next();
    }
    expect([message.type, message.body]).toEqual([
      'E',
      expect.stringContaining('IDENTITY_MALFORMED'),
    ]);
  });
});

import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  connectTarget,
  SaltedPasswords,
  type TargetLink,
  type TargetOptions,
} from '../../sidecar/src/protocols/postgres/startup/index.ts';
import { selfSigned } from '../../sidecar/src/protocols/postgres/startup/testing/certificate.ts';
import { startPostgres, type Postgres } from './server.ts';

const PASSWORD = 'swordfish';

async function createRoles(server: Postgres): Promise<void> {
  const client = new pg.Client({ host: server.socketDir, port: server.port, user: 'postgres' });
  await client.connect();
  await client.query(
    `CREATE ROLE scrammed LOGIN PASSWORD '${PASSWORD}';
     CREATE ROLE plaintext LOGIN PASSWORD '${PASSWORD}';
     CREATE ROLE certified LOGIN;
     CREATE ROLE twofold LOGIN PASSWORD '${PASSWORD}';
     SET password_encryption = 'md5';
     CREATE ROLE hashed LOGIN PASSWORD '${PASSWORD}'`,
  );
  await client.end();
}

/** Somebody between sidecar and target, with a certificate of his own and TLS on both sides. */
async function manInTheMiddle(
  target: Postgres,
  change: (fromTarget: Buffer) => Buffer,
): Promise<net.Server> {
  const own = selfSigned();
  const server = net.createServer((socket) => {
    const theirs = net.connect(target.port, target.host);
    for (const one of [socket, theirs]) one.on('error', () => undefined);
    socket.once('data', (request) => {
      theirs.write(request);
      theirs.once('data', () => {
        socket.write('S');
        const inner = new tls.TLSSocket(socket, { isServer: true, ...own });
        const outer = tls.connect({ socket: theirs, rejectUnauthorized: false });
        for (const one of [inner, outer]) one.on('error', () => undefined);
        inner.on('data', (bytes: Buffer) => outer.write(bytes));
        outer.on('data', (bytes: Buffer) => inner.write(change(bytes)));
        outer.on('close', () => inner.end());
        inner.on('close', () => outer.end());
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('logging in at a real target', () => {
  let server: Postgres;
  const links: TargetLink[] = [];

  beforeAll(async () => {
    server = await startPostgres({
      tls: true,
      access: [
        'host all plaintext all password',
        'host all hashed all md5',
        'hostssl all certified all cert',
        'hostssl all twofold all scram-sha-256 clientcert=verify-ca',
      ],
    });
    await createRoles(server);
  }, 60_000);
  afterAll(async () => {
    for (const link of links) link.wire.destroy();
    await server.stop();
  });

  const options = (username: string, changes: Partial<TargetOptions> = {}): TargetOptions => ({
    host: 'localhost',
    port: server.port,
    tls: { mode: 'VerifyFull', ca: server.certificates?.ca ?? '' },
    credential: { username, password: PASSWORD },
    database: 'postgres',
    salted: new SaltedPasswords(),
    ...changes,
  });
  const methodOf = async (given: TargetOptions): Promise<string> => {
    const link = await connectTarget(given);
    links.push(link);
    return link.authentication;
  };
  const certificate = (): Partial<TargetOptions> => ({
    tls: {
      mode: 'VerifyFull',
      ca: server.certificates?.ca ?? '',
      ...(server.certificates && { clientCertificate: server.certificates.client }),
    },
  });
  const plain: Partial<TargetOptions> = { host: '127.0.0.1', tls: { mode: 'Disable' } };
  const unsupported = { code: 'UPSTREAM_AUTH_UNSUPPORTED' };

  it('binds SCRAM to the channel wherever there is one', async () => {
    expect(await methodOf(options('scrammed'))).toBe('scram-sha-256-plus');
    expect(await methodOf(options('scrammed', plain))).toBe('scram-sha-256');
    const bound = { authentication: ['ScramSHA256Plus'] } as const;
    expect(await methodOf(options('scrammed', bound))).toBe('scram-sha-256-plus');
  });

  it('does without a password rather than without the channel binding that is demanded', async () => {
    const bound = { ...plain, authentication: ['ScramSHA256Plus', 'MD5', 'Cleartext'] } as const;
    await expect(methodOf(options('scrammed', bound))).rejects.toMatchObject(unsupported);
  });

  it.each([
    ['hashed', 'MD5', 'md5'],
    ['plaintext', 'Cleartext', 'password'],
  ] as const)('logs in as %s only where %s is allowed', async (role, allowed, method) => {
    expect(await methodOf(options(role, { authentication: [allowed] }))).toBe(method);
    const others = (['ScramSHA256', 'MD5', 'Cleartext'] as const).filter((m) => m !== allowed);
    for (const authentication of [others, undefined]) {
      const given = options(role, authentication === undefined ? {} : { authentication });
      await expect(methodOf(given)).rejects.toMatchObject(unsupported);
    }
    const wrong = { username: role, password: 'hunter2' };
    const refused = methodOf(options(role, { authentication: [allowed], credential: wrong }));
    await expect(refused).rejects.toMatchObject({ code: 'UPSTREAM_REFUSED', sqlstate: '28P01' });
    await expect(refused).rejects.not.toThrow('hunter2');
  });

  it('does not prove a password by SCRAM where only weaker ways are allowed', async () => {
    const weak = { authentication: ['MD5', 'Cleartext'] } as const;
    await expect(methodOf(options('scrammed', weak))).rejects.toMatchObject(unsupported);
  });

  it('shows its certificate', async () => {
    const credential = { username: 'certified', password: '' };
    expect(await methodOf(options('certified', { ...certificate(), credential }))).toBe('none');
    await expect(methodOf(options('certified', { credential }))).rejects.toMatchObject({
      code: 'UPSTREAM_REFUSED',
      sqlstate: '28000',
    });
    const other = { username: 'postgres', password: '' };
    const asOther = options('postgres', { ...certificate(), credential: other });
    await expect(methodOf(asOther)).rejects.toMatchObject(unsupported);
  });

  it('shows its certificate and proves its password', async () => {
    expect(await methodOf(options('twofold', certificate()))).toBe('scram-sha-256-plus');
    await expect(methodOf(options('twofold'))).rejects.toMatchObject({ code: 'UPSTREAM_REFUSED' });
  });

  describe('through a man in the middle', () => {
    const through = async (
      change: (bytes: Buffer) => Buffer,
      changes: Partial<TargetOptions> = {},
    ): Promise<string> => {
      const middle = await manInTheMiddle(server, change);
      const { port } = middle.address() as AddressInfo;
      const tlsMode = { host: '127.0.0.1', port, tls: { mode: 'Require' } } as const;
      try {
        return await methodOf(options('scrammed', { ...tlsMode, ...changes }));
      } finally {
        middle.close();
      }
    };

    it('is told apart by the target, whose certificate is another', async () => {
      await expect(through((bytes) => bytes)).rejects.toMatchObject({
        code: 'UPSTREAM_REFUSED',
        message: expect.stringContaining('channel binding'),
      });
    });

    it('who takes the offer of channel binding away is told apart, too', async () => {
      const stripped = Buffer.from('SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0');
      const strip = (bytes: Buffer): Buffer => {
        const at = bytes.indexOf(stripped);
        if (at < 0) return bytes;
        const left = Buffer.from('SCRAM-SHA-256\0\0');
        const head = Buffer.from(bytes.subarray(0, at));
        head.writeUInt32BE(head.readUInt32BE(1) - stripped.length + left.length, 1);
        return Buffer.concat([head, left, bytes.subarray(at + stripped.length)]);
      };
      await expect(through(strip)).rejects.toMatchObject({
        code: 'UPSTREAM_REFUSED',
        message: expect.stringContaining('channel binding'),
      });
      const bound = { authentication: ['ScramSHA256Plus'] } as const;
      await expect(through(strip, bound)).rejects.toMatchObject(unsupported);
    });
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openS3 } from '../../operator/src/store/s3/open.ts';
import type { S3Store } from '../../operator/src/store/s3/store.ts';
import { credentials, startGateway, type Gateway } from './gateway.ts';

const objectOf = (text: string): { bytes: number; sha256: string } => ({
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('base64'),
});

async function* once(text: string): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(text));
}

/** As a sidecar puts it: no credential, the URL and its headers alone. */
async function putTo(
  { url, headers }: { url: string; headers: Record<string, string> },
  body: string,
  changed: Record<string, string> = {},
): Promise<number> {
  const response = await fetch(url, { method: 'PUT', headers: { ...headers, ...changed }, body });
  await response.arrayBuffer();
  return response.status;
}

/** Against versitygw, a real server of the S3 API. */
describe('a bucket', () => {
  let gateway: Gateway;
  let store: S3Store;
  beforeAll(async () => {
    gateway = await startGateway({ prefix: 'prod/' });
    store = (await openS3(gateway.spec, credentials)).store;
  });
  afterAll(async () => {
    await gateway.stop();
  });

  it('takes what was announced, once, by a URL that carries no credential of its own', async () => {
    const grant = await store.grant('a/1', objectOf('first'));
    expect(await store.look('a/1')).toBeUndefined();
    expect(await putTo(grant, 'first')).toBe(200);
    expect(await store.look('a/1')).toEqual(objectOf('first'));
    expect(await putTo(grant, 'first')).toBe(412);
    expect((await store.read('a/1', 100))?.toString()).toBe('first');
    expect(await store.list('a')).toEqual(['a/1']);
    expect(grant.url).toContain('/recordings/prod/a/1?');
  });

  it.each<[string, string, Record<string, string>]>([
    ['another content', 'other', {}],
    ['another length', 'a longer one', {}],
    ['another digest', 'other', { 'x-amz-checksum-sha256': objectOf('other').sha256 }],
    ['leave to replace', 'first', { 'if-none-match': '"x"' }],
  ])('takes no %s by a URL that was made for one', async (_what, body, changed) => {
    const key = `b/${String(body.length)}${String(Object.keys(changed).length)}`;
    const grant = await store.grant(key, objectOf('first'));
    expect(await putTo(grant, body, changed)).toBeGreaterThanOrEqual(400);
    expect(await store.look(key)).toBeUndefined();
    const elsewhere = { ...grant, url: grant.url.replace(key, 'b/elsewhere') };
    expect(await putTo(elsewhere, 'first')).toBe(403);
  });

  it('takes no other under a name, from the broker either', async () => {
    await store.put('c/1', objectOf('first'), once('first'));
    await store.put('c/1', objectOf('first'), once('first'));
    const again = store.put('c/1', objectOf('other'), once('other'));
    await expect(again).rejects.toMatchObject({ code: 'EXISTS' });
    expect(await store.look('c/1')).toEqual(objectOf('first'));
  });

  it('keeps what is locked for as long as it is, and lets the rest go', async () => {
    const objectLock = { mode: 'Compliance', retention: '1h' } as const;
    const locking = (await openS3({ ...gateway.spec, objectLock }, credentials)).store;
    expect(await putTo(await locking.grant('d/1', objectOf('kept')), 'kept')).toBe(200);
    await store.put('d/2', objectOf('free'), once('free'));
    await expect(store.remove('d')).rejects.toMatchObject({ code: 'LOCKED' });
    expect(await store.list('d')).toEqual(['d/1']);
    await store.remove('a');
    expect(await store.list('a')).toEqual([]);
  });

  it('says what is wrong with it', async () => {
    const failure = async (spec: object, as = credentials): Promise<string> => {
      const { store: other } = await openS3({ ...gateway.spec, ...spec }, as);
      return other.list('x').then(
        () => '',
        (error: unknown) => String((error as { code?: string }).code),
      );
    };
    expect(await failure({})).toBe('');
    expect(await failure({}, { ...credentials, secretAccessKey: 'no' })).toBe('CREDENTIAL_REFUSED');
    expect(await failure({}, { ...credentials, accessKeyId: 'who' })).toBe('CREDENTIAL_REFUSED');
    expect(await failure({ bucket: 'nowhere' })).toBe('BUCKET_MISSING');
    expect(await failure({ region: 'eu-central-1' })).toBe('WRONG_REGION');
  });
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aDataDirectory, aRecorderKey, recordingOf, type Files } from '../testing/index.ts';
import { readRegistry } from '../registry.ts';
import type { Finding, VerificationReport } from './findings.ts';
import { verifyRecording } from './recording.ts';
import { verifyRegistry } from './registry-check.ts';

const SESSION = '01JD3Q0W2T4ZP6V8XK5M7N9R1S';
const OTHER = '01JD3Q0W2T4ZP6V8XK5M7N9R1T';
const DIRECTORY = `sessions/${SESSION.toLowerCase()}`;
const FIRST = `${DIRECTORY}/000001.ndjson`;
const SECOND = `${DIRECTORY}/000002.ndjson`;
const THIRD = `${DIRECTORY}/000003.ndjson`;

let original: Files;
let active: Files;

beforeAll(() => {
  original = aDataDirectory([
    { session: SESSION, more: 3 },
    { session: OTHER, serviceAccount: 'other', more: 3 },
  ]);
  active = aDataDirectory([{ session: SESSION, active: true }]);
});

const verify = async (files: Files, session = SESSION): Promise<VerificationReport> =>
  verifyRecording(recordingOf(files, session));

const changed = (change: (files: Files) => void, from = original): Files => {
  const files = new Map([...from].map(([path, bytes]) => [path, Buffer.from(bytes)]));
  change(files);
  return files;
};

const linesOf = (files: Files, path: string): string[] =>
  (files.get(path)?.toString('utf8') ?? '').split(/(?<=\n)/);

const withLines = (path: string, change: (lines: string[]) => string[], from = original): Files =>
  changed((files) => files.set(path, Buffer.from(change(linesOf(files, path)).join(''))), from);

const findings = async (files: Files): Promise<readonly Finding[]> =>
  (await verify(files)).findings;

const line = (lines: readonly string[], at: number): string => lines[at] ?? '';

describe('an untouched recording', () => {
  test('is verified, with its tree and key', async () => {
    const report = await verify(original);
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({
      status: 'verified',
      phase: 'Completed',
      segments: 3,
      events: 21,
      commands: 7,
      kid: aRecorderKey().kid,
    });
  });

  test('without an end is open', async () => {
    expect(await verify(active)).toMatchObject({ status: 'open', phase: 'Active', findings: [] });
  });

  test('without an end may stop in the middle of a line', async () => {
    const files = changed(
      (all) => all.set(SECOND, all.get(SECOND)?.subarray(0, -5) ?? Buffer.alloc(0)),
      active,
    );
    expect(await verify(files)).toMatchObject({ status: 'open', findings: [] });
  });
});

/** Paths of every leaf value in an event, with a value that differs. */
function* fieldEdits(
  value: unknown,
  path: readonly string[],
): Generator<[string, (root: unknown) => void]> {
  if (typeof value !== 'object' || value === null) {
    yield [
      path.join('.'),
      (root) => {
        let parent = root as Record<string, unknown>;
        for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
        parent[path.at(-1) ?? ''] = differentFrom(value);
      },
    ];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* fieldEdits(inner, [...path, key]);
}

const differentFrom = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
  return value === true ? false : 'was null';
};

test('for each field of each event, an edit is found and the event named', async () => {
  const edited = new Set<string>();
  let firstSeq = 0;
  for (const path of [FIRST, SECOND, THIRD]) {
    const lines = linesOf(original, path).filter((text) => text !== '');
    for (const [at, text] of lines.entries()) {
      const event: unknown = JSON.parse(text);
      const place = { file: path.slice(-13), seq: firstSeq + at };
      const offset = Buffer.byteLength(lines.slice(0, at).join(''));
      for (const [field, edit] of fieldEdits(event, [])) {
        const copy: unknown = JSON.parse(text);
        edit(copy);
        const report = await verify(
          withLines(path, (all) => all.with(at, `${JSON.stringify(copy)}\n`)),
        );
        const finding = { code: 'EVENT_EDITED', ...place, offset };
        expect({ field, report }).toMatchObject({
          field,
          report: { status: 'failed', findings: [finding] },
        });
        const named = ['seq', 'session', 'type'].includes(field)
          ? field
          : report.findings[0]?.field;
        expect(report.findings[0]?.field).toBe(named);
        edited.add(`${(event as { type: string }).type} ${field}`);
      }
    }
    firstSeq += lines.length;
  }
  expect(edited.size).toBeGreaterThan(90);
});

test('for each event, its deletion is found and the event named', async () => {
  let firstSeq = 0;
  for (const path of [FIRST, SECOND, THIRD]) {
    const lines = linesOf(original, path).filter((text) => text !== '');
    for (const at of lines.keys()) {
      const found = await findings(withLines(path, (all) => all.toSpliced(at, 1)));
      const code = at === lines.length - 1 ? 'TRUNCATED' : 'EVENT_DELETED';
      expect(found).toMatchObject([{ code, file: path.slice(-13), seq: firstSeq + at, events: 1 }]);
    }
    firstSeq += lines.length;
  }
});

describe('events', () => {
  test('exchanged are found', async () => {
    for (const at of [0, 1, 2, 3, 4, 5]) {
      const files = withLines(FIRST, (all) =>
        all.with(at, line(all, at + 1)).with(at + 1, line(all, at)),
      );
      const found = await findings(files);
      expect(found).toMatchObject([{ code: 'EVENT_REORDERED' }]);
      expect([at, at + 1]).toContain(found[0]?.seq);
    }
  });

  test('repeated are found where they are repeated', async () => {
    const found = await findings(withLines(FIRST, (all) => all.toSpliced(4, 0, line(all, 2))));
    const offset = Buffer.byteLength(linesOf(original, FIRST).slice(0, 4).join(''));
    expect(found).toMatchObject([{ code: 'EVENT_DUPLICATED', seq: 2, offset }]);
  });

  test('inserted are found', async () => {
    const found = await findings(
      withLines(FIRST, (all) => all.toSpliced(3, 0, line(all, 3).replace('SELECT', 'DELETE'))),
    );
    expect(found).toMatchObject([{ code: 'EVENT_INSERTED', file: '000001.ndjson' }]);
  });

  test('appended are found', async () => {
    const found = await findings(
      withLines(THIRD, (all) => [...all, line(all, 3).replace('"seq":17', '"seq":21')]),
    );
    expect(found).toMatchObject([{ code: 'EVENT_INSERTED', file: '000003.ndjson' }]);
  });

  test('several changes at once are each found', async () => {
    const found = await findings(
      withLines(FIRST, (all) =>
        all.with(1, line(all, 1).replace('SELECT', 'DELETE')).toSpliced(5, 1),
      ),
    );
    expect(found).toMatchObject([
      { code: 'EVENT_EDITED', seq: 1 },
      { code: 'EVENT_DELETED', seq: 5 },
    ]);
  });

  test('cut off at every byte are found where the cut is', async () => {
    const bytes = original.get(THIRD) ?? Buffer.alloc(0);
    for (let length = bytes.length - 1; length > 0; length -= 7) {
      const files = changed((all) => all.set(THIRD, bytes.subarray(0, length)));
      const cut = 14 + bytes.subarray(0, length).toString('latin1').split('\n').length - 1;
      expect(await findings(files)).toMatchObject([
        { code: 'TRUNCATED', file: '000003.ndjson', seq: cut },
      ]);
    }
  });
});

describe('segments', () => {
  test('of another session are found', async () => {
    const theirs = original.get(`sessions/${OTHER.toLowerCase()}/000002.ndjson`) ?? Buffer.alloc(0);
    const found = await findings(changed((all) => all.set(SECOND, theirs)));
    expect(found).toMatchObject([
      { code: 'SEGMENT_SWAPPED', file: '000002.ndjson', field: 'session' },
    ]);
    expect(found[0]?.message).toContain(OTHER);
  });

  test('exchanged within a session are found', async () => {
    const [second, third] = [original.get(SECOND), original.get(THIRD)];
    const files = changed((all) =>
      all.set(SECOND, third ?? Buffer.alloc(0)).set(THIRD, second ?? Buffer.alloc(0)),
    );
    expect(await findings(files)).toMatchObject([
      { code: 'SEGMENT_SWAPPED', file: '000002.ndjson' },
      { code: 'SEGMENT_SWAPPED', file: '000003.ndjson' },
    ]);
  });

  test.each([FIRST, SECOND, THIRD])('missing are found: %s', async (path) => {
    const found = await findings(changed((all) => all.delete(path)));
    expect(found).toMatchObject([{ code: 'SEGMENT_MISSING', file: path.slice(-13), events: 7 }]);
  });

  test('added are found', async () => {
    const found = await findings(
      changed((all) => all.set(`${DIRECTORY}/000004.ndjson`, Buffer.from('{}\n'))),
    );
    expect(found).toMatchObject([{ code: 'SEGMENT_INSERTED', file: '000004.ndjson' }]);
  });
});

describe('the files around them', () => {
  test('altered leaves are found and the hash named', async () => {
    const files = changed((all) => all.get(`${DIRECTORY}/leaves.bin`)?.writeUInt8(1, 32 * 5 + 3));
    expect(await findings(files)).toMatchObject([{ code: 'LEAVES_ALTERED', seq: 5, offset: 160 }]);
  });

  test('with altered leaves an altered event is still found', async () => {
    const files = withLines(FIRST, (all) => all.with(1, line(all, 1).replace('SELECT', 'DELETE')));
    files.get(`${DIRECTORY}/leaves.bin`)?.writeUInt8(1, 3);
    const codes = (await findings(files)).map(({ code, file }) => `${code} ${String(file)}`);
    expect(codes).toEqual(['SEGMENT_ALTERED 000001.ndjson', 'LEAVES_ALTERED leaves.bin']);
  });

  test('missing leaves are found', async () => {
    const files = changed((all) => all.delete(`${DIRECTORY}/leaves.bin`));
    expect(await findings(files)).toMatchObject([{ code: 'LEAVES_MISSING' }]);
  });

  test('another key is found', async () => {
    const other = aDataDirectory([{ session: SESSION, more: 3 }], aRecorderKey(8));
    const files = changed((all) =>
      all.set(
        `${DIRECTORY}/manifest.jws`,
        other.get(`${DIRECTORY}/manifest.jws`) ?? Buffer.alloc(0),
      ),
    );
    expect(await findings(files)).toMatchObject([{ code: 'MANIFEST_SIGNATURE' }]);
  });

  test("another session's manifest is found", async () => {
    const theirs = original.get(`sessions/${OTHER.toLowerCase()}/manifest.jws`) ?? Buffer.alloc(0);
    const files = changed((all) => all.set(`${DIRECTORY}/manifest.jws`, theirs));
    expect(await findings(files)).toMatchObject([
      { code: 'SESSION_MISMATCH', file: 'manifest.jws' },
    ]);
  });

  test('a whole recording under another name is found', async () => {
    const files = changed((all) => {
      for (const [path, bytes] of original) {
        if (path.startsWith(DIRECTORY))
          all.set(path.replace(DIRECTORY, `sessions/${OTHER.toLowerCase()}`), bytes);
      }
    });
    const codes = (await verify(files, OTHER)).findings.map(({ code }) => code);
    expect(codes).toContain('SESSION_MISMATCH');
  });

  test('a missing manifest is found', async () => {
    const files = changed((all) => all.delete(`${DIRECTORY}/manifest.jws`));
    expect((await findings(files)).map(({ code }) => code)).toContain('MANIFEST_MISSING');
  });
});

describe('a recording that is open', () => {
  test.each([
    [
      'deleted',
      (all: string[]): string[] => all.toSpliced(3, 1),
      { code: 'EVENT_DELETED', seq: 3 },
    ],
    [
      'repeated',
      (all: string[]): string[] => all.toSpliced(3, 0, line(all, 2)),
      { code: 'EVENT_DUPLICATED', seq: 2 },
    ],
    [
      'exchanged',
      (all: string[]): string[] => all.with(3, line(all, 4)).with(4, line(all, 3)),
      { code: 'EVENT_REORDERED' },
    ],
    [
      'renumbered',
      (all: string[]): string[] => all.with(3, line(all, 3).replace('"seq":3', '"seq":9')),
      { code: 'EVENT_EDITED', seq: 3, field: 'seq' },
    ],
    ['garbled', (all: string[]): string[] => all.with(3, 'x\n'), { code: 'EVENT_EDITED', seq: 3 }],
  ])('names an event that was %s', async (_name, change, expected) => {
    expect(await findings(withLines(FIRST, change, active))).toMatchObject([expected]);
  });

  test('names an outcome without a command and a response of the wrong size', async () => {
    const lost = withLines(
      FIRST,
      (all) => all.with(4, line(all, 4).replace('"command":1', '"command":9')),
      active,
    );
    expect(await findings(lost)).toMatchObject([
      { code: 'OUT_OF_PLACE', seq: 4, field: 'payload.command' },
    ]);
    const short = withLines(
      FIRST,
      (all) => all.with(4, line(all, 4).replace(/"bytes":\d+/, '"bytes":1')),
      active,
    );
    expect(await findings(short)).toMatchObject([{ code: 'RESPONSE_MISMATCH', seq: 4 }]);
  });
});

describe('the registry', () => {
  const check = (files: Files): Finding[] => {
    const bytes = files.get('registry.ndjson');
    const sessions = [SESSION, OTHER].filter((session) =>
      files.has(`sessions/${session.toLowerCase()}/session.json`),
    );
    return verifyRegistry({
      registry: readRegistry(bytes ?? Buffer.alloc(0)),
      present: bytes !== undefined,
      directories: new Map(sessions.map((session) => [session, { empty: false }])),
    });
  };

  test('agrees with an untouched directory', () => {
    expect(check(original)).toEqual([]);
  });

  test('shows a deleted recording', () => {
    const files = changed((all) => {
      for (const path of original.keys()) if (path.startsWith(DIRECTORY)) all.delete(path);
    });
    expect(check(files)).toMatchObject([{ code: 'RECORDING_MISSING' }]);
  });

  test('shows each deleted, edited and exchanged line', async () => {
    for (const at of [0, 1, 2]) {
      const without = withLines('registry.ndjson', (all) => all.toSpliced(at, 1));
      expect(check(without).map(({ code }) => code)).toContain('REGISTRY_BROKEN');
    }
    const last = withLines('registry.ndjson', (all) => all.slice(0, 2));
    expect(check(last)).toMatchObject([{ code: 'RECORDING_UNREGISTERED' }]);
    const rewritten = changed((all) => {
      const text = all.get('registry.ndjson')?.toString() ?? '';
      all.set(
        'registry.ndjson',
        Buffer.from(
          text
            .split('\n')
            .slice(2)
            .join('\n')
            .replace(/"previous":"[^"]*"/, '"previous":"sha256:0"'),
        ),
      );
    });
    expect(check(rewritten).length).toBeGreaterThan(0);
    expect((await verify(rewritten, OTHER)).findings.map(({ code }) => code)).toContain(
      'REGISTRY_BROKEN',
    );
  });
});

test('a change of any single byte of any file is found', async () => {
  const paths = [...original.keys()].filter((path) => !path.includes(OTHER.toLowerCase()));
  const place = fc
    .constantFrom(...paths)
    .chain((path) =>
      fc.tuple(
        fc.constant(path),
        fc.nat((original.get(path)?.length ?? 1) - 1),
        fc.integer({ min: 1, max: 255 }),
      ),
    );
  await fc.assert(
    fc.asyncProperty(place, async ([path, at, mask]) => {
      const files = changed((all) => {
        const bytes = all.get(path) ?? Buffer.alloc(0);
        bytes[at] = (bytes[at] ?? 0) ^ mask;
      });
      const registry = readRegistry(files.get('registry.ndjson') ?? Buffer.alloc(0));
      const directories = new Map([SESSION, OTHER].map((session) => [session, { empty: false }]));
      const found = [
        ...verifyRegistry({ registry, present: true, directories }),
        ...(await verify(files)).findings,
        ...(await verify(files, OTHER)).findings,
      ];
      expect(found.length).toBeGreaterThan(0);
    }),
    { numRuns: 400, endOnFailure: true },
  );
});

import {
  MAX_STARTUP_BODY_BYTES,
  NEED_MORE,
  PHASE_COPY,
  PHASE_SESSION,
  PHASE_STARTUP,
  checkedFrameEnd,
  decodeStartupPacket,
  encodeGssencRequest,
  encodeSslRequest,
  encodeStartupMessage,
  startupFrameEnd,
} from '../../../sidecar/src/protocols/postgres/codec/index.ts';
import { directions } from '../../../sidecar/src/protocols/postgres/codec/testing/samples.ts';
import type { Direction } from '../../../sidecar/src/protocols/postgres/codec/testing/samples.ts';
import type { FuzzTarget } from '../target.ts';
import { must } from './expect.ts';

const HEADER = 5;
const MOST_BYTES = 2_048;

const numbers = (...values: readonly number[]): readonly Buffer[] =>
  values.map((value) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
  });

/** Frames behind one another, in a phase that the first byte chooses; what stands behind them may change nothing. */
function runFrames({ table, decode }: Direction, input: Buffer): string {
  const phase = [PHASE_STARTUP, PHASE_SESSION, PHASE_COPY][(input[0] ?? 0) % 3] ?? PHASE_SESSION;
  const rules = { table, phase, max: MOST_BYTES };
  const met: string[] = [];
  for (let at = 1; at < input.length;) {
    const end = checkedFrameEnd(input, at, input.length, rules);
    if (end <= NEED_MORE) {
      met.push(String(end));
      break;
    }
    must(end > at + HEADER - 1 && end <= input.length, 'a frame ends outside of what there is');
    must(end - at <= rules.max, 'a frame is larger than the largest');
    const message = decode(input[at] ?? 0, input, at + HEADER, end);
    const alone = Buffer.from(input.subarray(at, end));
    const again = decode(alone[0] ?? 0, alone, HEADER, alone.length);
    must(describe(message) === describe(again), 'a decoder looked outside of its frame');
    met.push(`${message.kind} ${'code' in message ? message.code : ''}`);
    at = end;
  }
  return `${met[0] ?? ''} ${met.at(-1) ?? ''}`;
}

/** What was decoded, without where it stands. */
function describe(message: object): string {
  return JSON.stringify(message, (key, value: unknown) =>
    key === 'starts' || key === 'start' || key === 'end' ? undefined : value,
  );
}

const frameTarget = (direction: Direction): FuzzTarget => ({
  name: direction.name,
  seeds: direction.samples.flatMap((sample) =>
    [0, 1, 2].map((phase) => Buffer.concat([Buffer.from([phase]), sample])),
  ),
  words: [...numbers(-1, 0, 4, 0x7fffffff), ...direction.samples],
  run: (input) => runFrames(direction, input),
});

const startup: FuzzTarget = {
  name: 'startup',
  seeds: [
    encodeStartupMessage([
      ['user', 'agent'],
      ['database', 'orders'],
      ['options', '-c TimeZone=UTC'],
    ]),
    encodeSslRequest(),
    encodeGssencRequest(),
  ],
  words: [...numbers(196608, 196610, 80877102, 80877103), 'user\0', '_pq_.x\0', '\0\0'],
  run: (input) => {
    const end = startupFrameEnd(input, 0, input.length);
    if (end <= NEED_MORE) return String(end);
    must(end <= input.length && end <= 4 + MAX_STARTUP_BODY_BYTES, 'the packet ends outside');
    const packet = decodeStartupPacket(input, 4, end);
    return `${packet.kind} ${'code' in packet ? packet.code : ''}`;
  },
};

export const frameTargets: readonly FuzzTarget[] = [...directions.map(frameTarget), startup];

import {
  encodeBind,
  encodeClose,
  encodeCopyData,
  encodeCopyDone,
  encodeCopyFail,
  encodeDescribe,
  encodeExecute,
  encodeFlush,
  encodeParse,
  encodeQuery,
  encodeSync,
  encodeTerminate,
} from '../../../sidecar/src/protocols/postgres/codec/index.ts';
import {
  backendSamples,
  frontendSamples,
} from '../../../sidecar/src/protocols/postgres/codec/testing/samples.ts';
import { RESULTS } from '../session/results.ts';
import { AGENT, ANSWER, EVENT, TARGET, runSession, step } from '../session/run-session.ts';
import type { FuzzTarget } from '../target.ts';

const texts = [...RESULTS.keys()];
const answered = step(ANSWER);

const simple = texts.map((text) => Buffer.concat([step(AGENT, encodeQuery(text)), answered]));

const extended = texts.map((text, i) => {
  const statement = i % 2 === 0 ? '' : 's1';
  const frames = [
    encodeParse(statement, text),
    encodeBind({ statement, values: text.includes('$1') ? [Buffer.from('1')] : [] }),
    ...(i % 3 === 0 ? [encodeDescribe({ of: 'portal', name: '' })] : []),
    encodeExecute('', i % 4),
    encodeSync(),
  ];
  return Buffer.concat([step(AGENT, Buffer.concat(frames)), answered]);
});

const others = [
  Buffer.concat([
    encodeParse('s2', texts[0] ?? ''),
    encodeDescribe({ of: 'statement', name: 's2' }),
  ]),
  Buffer.concat([encodeClose({ of: 'statement', name: 's2' }), encodeFlush(), encodeSync()]),
  encodeTerminate(),
].map((frames) => Buffer.concat([step(AGENT, frames), answered]));

const events = [0, 1, 2, 3, 4, 5].map((choice) => Buffer.from([EVENT, choice]));
const seeds = [
  ...simple,
  ...extended,
  ...others,
  ...events.map((event) => Buffer.concat([...simple.slice(0, 2), event, ...extended.slice(0, 2)])),
];
const words = [...simple, ...extended, ...others, ...events, answered];

/** Whatever agents send: with an honest target behind the sidecar, no masked value comes out. */
const maskingTarget: FuzzTarget = {
  name: 'masking',
  seeds,
  words,
  run: async (input) => runSession(input, false),
};

/** Whatever agents and targets send. */
const sessionTarget: FuzzTarget = {
  name: 'session',
  seeds: [
    ...seeds,
    ...backendSamples.map((frame) =>
      Buffer.concat([simple[0] ?? answered, step(TARGET, frame), answered]),
    ),
    ...frontendSamples.map((frame) => Buffer.concat([step(AGENT, frame), answered])),
  ],
  words: [...words, ...backendSamples.map((frame) => step(TARGET, frame))],
  run: async (input) => runSession(input, true),
};

const data = (...pieces: readonly string[]): Buffer =>
  step(AGENT, Buffer.concat(pieces.map((piece) => encodeCopyData(Buffer.from(piece, 'latin1')))));
const pieces = [
  data('1\ta\t[reda', 'cted]\n'),
  data(`1\ta\thash:${'0'.repeat(20)}`, `${'f'.repeat(12)}\n`),
  data('1\t\\N\tx@y.z\n\\.\n'),
  data('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', '\0\x01\0\0\0\x04\0\0\0\x07\xff\xff'),
  data(''),
];
const ends = [encodeCopyDone(), encodeCopyFail('no'), encodeSync(), encodeFlush()].map((frame) =>
  step(AGENT, frame),
);
const copies = [...simple, ...extended].filter((script) => script.includes('FROM STDIN'));

/** Data that an agent copies in: recorded before it is forwarded, ended as it should be, and never what masking left. */
const copyInTarget: FuzzTarget = {
  name: 'copy-in',
  seeds: copies.flatMap((begin) =>
    pieces.map((piece, i) =>
      Buffer.concat([begin, piece, pieces[2] ?? piece, ends[i % ends.length] ?? piece, answered]),
    ),
  ),
  words: [...pieces, ...ends, ...copies, ...events, answered],
  run: async (input) => runSession(input, false),
};

export const sessionTargets: readonly FuzzTarget[] = [maskingTarget, copyInTarget, sessionTarget];

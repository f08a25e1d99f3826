import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import {
  bind,
  describe as describeMessage,
  execute,
  parse,
  query,
  sync,
} from '../harness/frames.ts';
import { codesOf, type RawAgent } from '../harness/raw-agent.ts';
import { bytesOf, openFloor } from './floor.ts';
import { leakIn } from './lab.ts';

/** The bounds of box 1's range, and the salary of wage 7, as text and as four bytes. */
const NUMBERS = [4100, 4200, 48700].flatMap((number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(number);
  return [Buffer.from(String(number)), bytes];
});

const shows = (bytes: Buffer): boolean =>
  leakIn(bytes) !== undefined || NUMBERS.some((number) => bytes.includes(number));

/** Values of masked columns in arrays, composites, ranges and documents, and those that a query puts there. */
const columns: readonly string[] = [
  'SELECT mails FROM boxes',
  'SELECT span FROM boxes',
  'SELECT pair FROM boxes',
  'SELECT doc FROM boxes',
  'SELECT * FROM boxes',
  'SELECT b FROM boxes b',
  'SELECT array_agg(b) FROM boxes b',
  'SELECT ARRAY[b.pair] FROM boxes b',
  'SELECT array_agg(mails) FROM boxes',
  'SELECT array_agg(span) FROM boxes',
  'SELECT range_agg(span) FROM boxes',
  'SELECT ROW(pair, mails, span, doc) FROM boxes',
  'SELECT ROW(1, ROW(2, ARRAY[mails])) FROM boxes',
  'SELECT mails[1], mails[1:1], (pair).mail, (pair).* FROM boxes',
  'SELECT doc -> $$mail$$, doc ->> $$mail$$, doc #>> $${mail}$$ FROM boxes',
  'SELECT mails || ARRAY[$$x$$], doc || $${"a": 1}$$ FROM boxes',
  'SELECT span::text, mails::text, pair::text, doc::text FROM boxes',
  'SELECT to_jsonb(b), row_to_json(b), json_agg(mails), jsonb_agg(pair) FROM boxes b GROUP BY id',
  'SELECT array_to_string(mails, $$,$$), array_to_json(mails) FROM boxes',
  'SELECT salary, ARRAY[salary], ROW(salary) FROM wages WHERE id = 7',
  'SELECT ARRAY[email], ROW(email, ssn), ARRAY[ROW(email)] FROM customers',
  'SELECT c, ARRAY[c], ROW(c.*) FROM customers c',
  'SELECT ARRAY(SELECT email FROM customers)',
  'SELECT ROW((SELECT email FROM customers WHERE id = 1), 1)',
  'SELECT mails FROM boxes UNION ALL SELECT ARRAY[$$x$$]',
  'SELECT x.m, x.p FROM (SELECT mails AS m, pair AS p FROM boxes) x',
];

/** Functions that make rows of what is in there: how many tells. */
const refused: readonly string[] = [
  'SELECT unnest(mails) FROM boxes',
  'SELECT m FROM boxes, unnest(mails) AS m',
  'SELECT * FROM boxes, jsonb_each(doc)',
  'SELECT * FROM boxes, jsonb_to_record(doc) AS x (mail text)',
  'SELECT generate_series(lower(span), upper(span)) FROM boxes',
  'SELECT lower(span) + 0 FROM boxes',
];

describe('masked values in arrays, composites and ranges', () => {
  const floor = openFloor();

  /** What the answers hold; COPY answers without asking for anything. */
  async function answers(agent: RawAgent, messages: readonly Buffer[]): Promise<Answers> {
    const all = await agent.ask(messages);
    return { codes: codesOf(all), bytes: bytesOf(all) };
  }

  interface Answers {
    readonly codes: readonly string[];
    readonly bytes: Buffer;
  }

  /** The same query in every way that brings rows. */
  const ways = (text: string): readonly (readonly Buffer[])[] => [
    [query(text)],
    ...([0, 1] as const).map((resultFormat) => [
      ...[parse(text), bind({ resultFormat }), describeMessage('P'), execute(), sync],
    ]),
    [query(`COPY (${text}) TO STDOUT`)],
    [query(`COPY (${text}) TO STDOUT (FORMAT binary)`)],
  ];

  it.each(columns)('%s', async (text) => {
    for (const messages of ways(text)) {
      expect(shows((await answers(floor.direct, messages)).bytes)).toBe(true);
      const { codes, bytes } = await answers(await floor.lab.agent('wide'), messages);
      expect({ codes, shows: shows(bytes) }).toEqual({ codes: [], shows: false });
    }
  });

  it.each(refused)('%s is refused', async (text) => {
    for (const messages of ways(text)) {
      expect(shows((await answers(floor.direct, messages)).bytes)).toBe(true);
      const { codes, bytes } = await answers(await floor.lab.agent('wide'), messages);
      expect({ codes, shows: shows(bytes) }).toEqual({ codes: ['MASKED_PREDICATE'], shows: false });
    }
  });
});

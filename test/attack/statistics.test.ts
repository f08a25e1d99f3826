import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../harness/raw-agent.ts';
import { bytesOf, openFloor } from './floor.ts';
import { leakIn } from './lab.ts';

/** The value of the rows that a column found is kept in the catalog. */
const SETUP = `ALTER TABLE later DROP COLUMN mail;
ALTER TABLE later ADD COLUMN mail text DEFAULT 'qzxvada7391kw!hidden';
ALTER TABLE later ALTER mail DROP DEFAULT`;

const M = 'MASKED_PREDICATE';
const OF = "FROM pg_attribute WHERE attrelid = 'later'::regclass AND attnum > 0";

const tries: readonly (readonly [string, string])[] = [
  [`SELECT attmissingval ${OF}`, 'masked'],
  [`SELECT * ${OF}`, 'masked'],
  [`SELECT a ${OF.replace('WHERE', 'a WHERE')}`, 'masked'],
  [`SELECT pg_attribute.attmissingval AS attname ${OF}`, 'masked'],
  [`SELECT attmissingval::text ${OF}`, 'masked'],
  [`SELECT array_to_string(attmissingval::text::text[], '') ${OF}`, M],
  [`SELECT to_jsonb(a) ${OF.replace('WHERE', 'a WHERE')}`, 'masked'],
  [`SELECT x.v FROM (SELECT attmissingval AS v ${OF}) x`, 'masked'],
  [`SELECT attname, attmissingval ${OF} UNION ALL SELECT 'x', NULL`, 'masked'],
  [`SELECT attname, attmissingval::text AS v ${OF} ORDER BY attmissingval::text`, M],
  ['TABLE pg_catalog.pg_attribute', 'masked'],
  ['COPY pg_attribute TO STDOUT', 'masked'],
  ['COPY pg_attribute (attname, attmissingval) TO STDOUT (FORMAT csv)', 'masked'],
  [`COPY (SELECT attmissingval ${OF}) TO STDOUT`, 'masked'],
  [`BEGIN; DECLARE c CURSOR FOR SELECT attmissingval ${OF}; FETCH ALL FROM c; COMMIT`, 'masked'],
  [
    'UPDATE notes SET body = (SELECT max(attmissingval::text) FROM pg_attribute) RETURNING body',
    'MASKED_WRITE',
  ],
];

describe('what the catalog keeps of values', () => {
  const floor = openFloor(SETUP);

  it.each(tries)('%s: %s', async (text, answer) => {
    const told = await floor.direct.query(text);
    expect(leakIn(bytesOf(told))).toBeDefined();
    const agent = await floor.lab.agent('wide');
    const codes = codesOf(await agent.query(text));
    expect(codes).toEqual(answer === 'masked' ? [] : [answer]);
    expect(leakIn(agent.received)).toBeUndefined();
  });

  it('is no hindrance to those who describe tables', async () => {
    const agent = await floor.lab.agent('wide');
    for (const text of DESCRIBING) {
      const [plain, masked] = [await floor.direct.query(text), await agent.query(text)];
      const shown = (messages: typeof plain): readonly string[] =>
        messages.filter(({ type }) => type === 'D').map(({ body }) => body.toString('latin1'));
      expect({ text, codes: codesOf(masked), rows: shown(masked) }).toEqual({
        text,
        codes: [],
        rows: shown(plain),
      });
    }
  });
});

/** As psql's \d and drivers ask. */
const DESCRIBING: readonly string[] = [
  `SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
     (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid, true) FROM pg_catalog.pg_attrdef d
      WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.atthasdef), a.attnotnull,
     (SELECT c.collname FROM pg_catalog.pg_collation c, pg_catalog.pg_type t
      WHERE c.oid = a.attcollation AND t.oid = a.atttypid AND a.attcollation <> t.typcollation) AS attcollation,
     a.attidentity, a.attgenerated
   FROM pg_catalog.pg_attribute a WHERE a.attrelid = 'public.customers'::regclass AND a.attnum > 0 AND NOT a.attisdropped
   ORDER BY a.attnum`,
  `SELECT n.nspname, c.relname, a.attname, a.atttypid, row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum) AS attnum,
     nullif(a.attidentity, '') AS attidentity, pg_catalog.pg_get_expr(def.adbin, def.adrelid) AS adsrc, dsc.description
   FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_class c ON (c.relnamespace = n.oid)
   JOIN pg_catalog.pg_attribute a ON (a.attrelid = c.oid) JOIN pg_catalog.pg_type t ON (a.atttypid = t.oid)
   LEFT JOIN pg_catalog.pg_attrdef def ON (a.attrelid = def.adrelid AND a.attnum = def.adnum)
   LEFT JOIN pg_catalog.pg_description dsc ON (c.oid = dsc.objoid AND a.attnum = dsc.objsubid)
   WHERE c.relkind IN ('r', 'p', 'v', 'f', 'm') AND a.attnum > 0 AND NOT a.attisdropped AND c.relname LIKE 'cust%'
   ORDER BY n.nspname, c.relname, attnum`,
  `SELECT i.relname, array_agg(a.attname ORDER BY array_position(ix.indkey::int2[], a.attnum)) FROM pg_class t, pg_class i, pg_index ix, pg_attribute a
   WHERE t.oid = ix.indrelid AND i.oid = ix.indexrelid AND a.attrelid = t.oid AND a.attnum = ANY (ix.indkey)
   AND t.relname = 'customers' GROUP BY i.relname ORDER BY 1`,
  "SELECT column_name, data_type, is_nullable FROM information_schema.columns WHERE table_name = 'customers' ORDER BY ordinal_position",
];

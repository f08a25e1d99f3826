import { describe, expect, it } from '@jest/globals';
import { codesOf, fieldsOf, type Message, type RawAgent } from '../harness/raw-agent.ts';
import { bytesOf, openFloor } from './floor.ts';
import { leakIn } from './lab.ts';

/** Code of the owner's that says what it has read, in every part of a message. */
const SETUP = `
CREATE FUNCTION secret() RETURNS text LANGUAGE sql AS 'SELECT email FROM public.customers WHERE id = 1';
CREATE FUNCTION was() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'was %', OLD.email; RETURN NEW; END $$;
CREATE TRIGGER was BEFORE UPDATE ON parted FOR EACH ROW EXECUTE FUNCTION was();
CREATE FUNCTION hints() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE WARNING 'no' USING HINT = public.secret(), DETAIL = public.secret(); RETURN NEW; END $$;
CREATE TRIGGER hints AFTER INSERT ON notes FOR EACH STATEMENT EXECUTE FUNCTION hints();
CREATE FUNCTION stops() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'no' USING COLUMN = public.secret(), TABLE = public.secret(), SCHEMA = public.secret(),
    CONSTRAINT = public.secret(), DATATYPE = public.secret(); END $$;
CREATE TRIGGER stops BEFORE DELETE ON notes FOR EACH ROW EXECUTE FUNCTION stops();
CREATE TABLE late (id int);
CREATE FUNCTION at_the_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', public.secret(); END $$;
CREATE CONSTRAINT TRIGGER at_the_end AFTER INSERT ON late DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION at_the_end();
CREATE FUNCTION preset() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '%', public.secret(); RETURN 1; END $$;
CREATE TABLE defaulted (id int DEFAULT preset(), n int);
CREATE FUNCTION checks(int) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', public.secret(); END $$;
CREATE TABLE checked (id int CHECK (checks(id)));
CREATE VIEW through AS SELECT * FROM notes;
CREATE FUNCTION around() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '%', public.secret(); RETURN NULL; END $$;
CREATE TRIGGER around INSTEAD OF UPDATE ON through FOR EACH ROW EXECUTE FUNCTION around();
CREATE FUNCTION named(text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'x' USING COLUMN = public.secret(), CONSTRAINT = public.secret(); END $$;
CREATE FUNCTION coded() RETURNS int LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'x' USING ERRCODE = upper(left(public.secret(), 5)); END $$;
CREATE TABLE bounded (n int CHECK (n > 0))`;

const tries: readonly string[] = [
  'UPDATE parted SET id = id WHERE id = 7',
  "INSERT INTO notes VALUES (9, 'x')",
  "INSERT INTO notes SELECT 9, 'x'",
  'DELETE FROM notes WHERE id = 1',
  'TRUNCATE late; INSERT INTO late VALUES (1); SET CONSTRAINTS ALL IMMEDIATE',
  'INSERT INTO defaulted (n) VALUES (1)',
  'INSERT INTO checked VALUES (1)',
  "UPDATE through SET body = 'x' WHERE id = 1",
  "SELECT named('x')",
  'WITH w AS (UPDATE parted SET id = id RETURNING id) SELECT count(*) FROM w',
  'MERGE INTO parted p USING notes n ON p.id = 7 WHEN MATCHED THEN UPDATE SET id = 7',
  'EXPLAIN ANALYZE UPDATE parted SET id = id',
];

describe('what code of the owner says', () => {
  const floor = openFloor(SETUP);

  async function tried(agent: RawAgent, texts: readonly string[]): Promise<readonly Message[]> {
    await agent.query('BEGIN');
    const messages: Message[] = [];
    for (const text of texts) messages.push(...(await agent.query(text)));
    messages.push(...(await agent.query('ROLLBACK')));
    return messages;
  }

  it.each(tries)('is not told: %s', async (text) => {
    const told = await tried(floor.direct, [text]);
    expect(leakIn(bytesOf(told))).toBeDefined();
    const agent = await floor.lab.agent('wide');
    const messages = await tried(agent, [text]);
    expect(codesOf(messages)).toEqual(codesOf(told));
    expect(leakIn(bytesOf(messages))).toBeUndefined();
  });

  it('is not told when the transaction ends', async () => {
    const texts = ['INSERT INTO late VALUES (1)', 'COMMIT'];
    expect(leakIn(bytesOf(await tried(floor.direct, texts)))).toBeDefined();
    const agent = await floor.lab.agent('wide');
    const messages = await tried(agent, texts);
    expect(codesOf(messages)).toEqual(['P0001']);
    expect(leakIn(bytesOf(messages))).toBeUndefined();
    // Without a transaction block it ends with the statement.
    expect(codesOf(await agent.query(texts[0] ?? ''))).toEqual(['P0001']);
    expect(codesOf(await agent.extended(texts[0] ?? ''))).toEqual(['P0001']);
    expect(leakIn(agent.received)).toBeUndefined();
  });

  it('is no code of an error', async () => {
    expect(codesOf(await floor.direct.query('SELECT coded()'))).toEqual(['QZXVA']);
    const agent = await floor.lab.agent('wide');
    expect(codesOf(await agent.query('SELECT coded()'))).toEqual(['P0001']);
  });

  it("leaves PostgreSQL's own messages where no such code runs", async () => {
    const agent = await floor.lab.agent('wide');
    const [failure] = (await agent.query('INSERT INTO bounded VALUES (-1)')).filter(
      ({ type }) => type === 'E',
    );
    expect(failure && fieldsOf(failure)).toMatchObject({ C: '23514', n: 'bounded_n_check' });
    const [unread] = (await agent.query("INSERT INTO defaulted VALUES ('x')")).filter(
      ({ type }) => type === 'E',
    );
    expect(unread && fieldsOf(unread)['M']).toContain('invalid input syntax');
  });
});

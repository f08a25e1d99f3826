import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Postgres } from '../../postgres/server.ts';
import { writeConnections } from '../manifests.ts';

/** A superuser at the target: nothing but the sidecar is in an agent's way. */
export const login = { user: 'shop_rw', password: 'Zt4-never-leaves-the-sidecar' } as const;

/** Stands in what no policy lets an agent read. */
export const HIDDEN = 'xyzzy';

const tables = `
CREATE ROLE shop_rw SUPERUSER LOGIN PASSWORD '${login.password}';
CREATE ROLE clerk;
CREATE TABLE secret (id int PRIMARY KEY, word text);
CREATE TABLE orders (id int PRIMARY KEY, item text, total int, done boolean NOT NULL DEFAULT false);
CREATE TABLE notes (id int PRIMARY KEY, body text);
CREATE SCHEMA vault;
CREATE TABLE vault.orders (id int, item text);
INSERT INTO secret VALUES (1, '${HIDDEN} one'), (2, '${HIDDEN} two');
INSERT INTO orders VALUES (1, 'kettle', 30, false), (2, 'lamp', 45, true), (3, 'chair', 80, false);
INSERT INTO notes VALUES (1, 'first'), (2, 'second');
INSERT INTO vault.orders VALUES (1, '${HIDDEN} in the vault');
CREATE SEQUENCE ids;
CREATE TABLE events (id int, what text) PARTITION BY RANGE (id);
CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (0) TO (100);
CREATE TABLE events_new PARTITION OF events FOR VALUES FROM (100) TO (200);
INSERT INTO events VALUES (1, '${HIDDEN} event'), (101, 'login');
CREATE TABLE ledger (id int, amount text) PARTITION BY RANGE (id);
CREATE TABLE ledger_a PARTITION OF ledger FOR VALUES FROM (0) TO (100);
INSERT INTO ledger VALUES (1, '${HIDDEN} amount');
CREATE TABLE people (id int, name text);
CREATE TABLE staff (badge text) INHERITS (people);
INSERT INTO staff VALUES (1, '${HIDDEN} name', 'b');
CREATE TABLE plain (id int);
INSERT INTO plain VALUES (1);
CREATE TABLE mailbox (id int);
CREATE TABLE pings (id int);
CREATE TABLE carts (id int PRIMARY KEY);
CREATE TABLE cart_lines (id int PRIMARY KEY, cart int REFERENCES carts ON DELETE CASCADE);
INSERT INTO carts VALUES (1);
INSERT INTO cart_lines VALUES (1, 1);
SELECT lo_from_bytea(77, '${HIDDEN}');`;

const code = `
CREATE FUNCTION fine(int) RETURNS int LANGUAGE sql AS 'SELECT $1 + 1';
CREATE FUNCTION wipe() RETURNS int LANGUAGE sql AS 'DELETE FROM public.secret; SELECT 1';
CREATE FUNCTION wipe_of(int) RETURNS int LANGUAGE sql AS 'DELETE FROM public.secret; SELECT $1';
CREATE FUNCTION wipe_row(notes) RETURNS int LANGUAGE sql AS 'DELETE FROM public.secret; SELECT 1';
CREATE FUNCTION wipe_two(int, text) RETURNS int LANGUAGE sql AS 'DELETE FROM public.secret; SELECT 1';
CREATE FUNCTION wipe_true(int) RETURNS boolean LANGUAGE sql AS 'DELETE FROM public.secret; SELECT true';
CREATE FUNCTION upper(int) RETURNS int LANGUAGE sql AS 'DELETE FROM public.secret; SELECT $1';
CREATE PROCEDURE wipe_all() LANGUAGE sql AS 'DELETE FROM public.secret';
CREATE FUNCTION wipe_trigger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN DELETE FROM public.secret; RETURN new; END';
CREATE FUNCTION opened() RETURNS refcursor LANGUAGE plpgsql
  AS $$ DECLARE c refcursor := 'opened'; BEGIN OPEN c FOR SELECT word FROM public.secret; RETURN c; END $$;
CREATE FUNCTION wiping_step(int, int) RETURNS int LANGUAGE sql AS 'DELETE FROM public.secret; SELECT 1';
CREATE AGGREGATE wipe_sum (int) (SFUNC = wiping_step, STYPE = int, INITCOND = '0');
CREATE OPERATOR ### (LEFTARG = int, RIGHTARG = text, FUNCTION = wipe_two);
CREATE OPERATOR + (LEFTARG = int, RIGHTARG = text, FUNCTION = wipe_two);
CREATE OPERATOR !!! (RIGHTARG = int, FUNCTION = wipe_of);
CREATE TYPE tag AS (x int);
CREATE FUNCTION tag_of(int) RETURNS tag LANGUAGE sql AS 'DELETE FROM public.secret; SELECT ROW($1)::public.tag';
CREATE CAST (int AS tag) WITH FUNCTION tag_of(int);
CREATE DOMAIN checked AS int CHECK (wipe_true(VALUE));
CREATE TRIGGER pinged AFTER INSERT ON pings FOR EACH ROW EXECUTE FUNCTION wipe_trigger();
CREATE VIEW peek AS SELECT id, word AS body FROM secret;
CREATE VIEW peek_again AS SELECT body FROM peek;
CREATE VIEW peek_some AS SELECT n.id, n.body FROM notes n WHERE EXISTS (SELECT FROM secret s WHERE s.id = n.id);
CREATE MATERIALIZED VIEW frozen AS SELECT word FROM secret;
CREATE VIEW order_lines AS SELECT id, item FROM orders;
CREATE VIEW nosy AS SELECT wipe() AS id;
CREATE RULE also AS ON INSERT TO mailbox DO ALSO DELETE FROM secret;
CREATE EXTENSION dblink;`;

/** Everything that the statements of the corpus are about. */
export async function prepare(server: Postgres): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query(tables + code);
  } finally {
    await client.end();
  }
  await writeFile(path.join(server.dataDir, `${HIDDEN}.txt`), `${HIDDEN} file`, { mode: 0o644 });
}

const denials = `
  - name: hidden
    effect: Deny
    postgres: {relations: [public.secret, "vault.*", public.events_old, public.ledger, public.staff, public.cart_lines]}
  - {name: all-rows, effect: Deny, postgres: {commands: [UPDATE, DELETE], unbounded: true}}
  - {name: code, effect: Deny, postgres: {functions: ["public.wip*", public.tag_of, public.upper]}}`;

/** What a clerk of a shop needs; everything else is denied because nothing allows it. */
const narrow = `
apiVersion: chaperone.dev/v1alpha1
kind: AccessPolicy
metadata: {name: narrow}
spec:
  mode: Enforce
  connections: [narrow-db]
  rules:
  - {name: read, effect: Allow, postgres: {commands: [SELECT], relations: ["public.*"]}}
  - {name: write, effect: Allow, postgres: {commands: [INSERT, UPDATE, DELETE], relations: ["public.*"]}}
  - {name: call, effect: Allow, postgres: {functions: [public.fine, public.opened]}}
  - {name: own, effect: Allow, postgres: {relations: ["pg_temp.*"]}}
  - name: session
    effect: Allow
    postgres:
      commands: [EXPLAIN, PREPARE, EXECUTE, DEALLOCATE, DECLARE CURSOR, FETCH, MOVE, CLOSE CURSOR, SET, RESET, SHOW, LISTEN,
        UNLISTEN, COPY, DISCARD PLANS]${denials}`;

/** Everything but what is denied: a disguise has to be seen through, since no lack of a rule stops it. */
const wide = `
apiVersion: chaperone.dev/v1alpha1
kind: AccessPolicy
metadata: {name: wide}
spec:
  mode: Enforce
  connections: [wide-db]
  rules:
  - {name: all, effect: Allow, postgres: {commands: ["*"]}}${denials}`;

/** The manifests of both connections, to a target at this port. */
export async function writeManifests(dir: string, port: number): Promise<void> {
  await writeConnections(dir, port, {
    narrow: { login, policy: narrow },
    wide: { login, policy: wide },
  });
}

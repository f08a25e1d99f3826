import pg from 'pg';
import type { Postgres } from '../postgres/server.ts';
import { writeConnections } from './manifests.ts';

/** Roles whose passwords only the sidecar knows. `wide_rw` is a superuser: nothing but the sidecar is in an agent's way. */
export const logins = {
  wide: { user: 'wide_rw', password: 'Wq7-never-leaves-the-sidecar' },
  narrow: { user: 'narrow_rw', password: 'Nk3-never-leaves-the-sidecar' },
  /** As wide, where the policy lets masked columns decide. */
  asking: { user: 'asking_rw', password: 'As5-never-leaves-the-sidecar' },
} as const;

/** Values of masked columns. They look like nothing that a detector knows: only their column protects them. */
export const secrets: readonly string[] = [
  'qzxvada7391kw!hidden',
  'bkwoko5528mtr!hidden',
  'chjrey9046pls!hidden',
  '814-77-3690',
  '352-11-8874',
  '627-90-4415',
  // Of a card the last four digits are shown.
  '492938174720',
  '530174992863',
  '377260458819',
  'jtfwmq6617vdzk!hidden',
];

const [ada, ben, chiara, ssnA, ssnB, ssnC, cardA, cardB, cardC, parted] = secrets;

const tables = `
CREATE ROLE wide_rw SUPERUSER LOGIN PASSWORD '${logins.wide.password}';
CREATE ROLE narrow_rw LOGIN PASSWORD '${logins.narrow.password}';
CREATE ROLE asking_rw SUPERUSER LOGIN PASSWORD '${logins.asking.password}';
CREATE TABLE regions (id int PRIMARY KEY, name text);
CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email text UNIQUE, card text, ssn text, tier text,
  credit int CHECK (credit >= 0), region int REFERENCES regions ON DELETE CASCADE ON UPDATE SET NULL,
  CHECK (region IS NOT NULL OR tier = 'gone'));
CREATE TABLE orders (id int PRIMARY KEY, item text, mail text REFERENCES customers (email));
CREATE TABLE later (id int, mail text REFERENCES customers (email) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE notes (id int PRIMARY KEY, body text);
CREATE TABLE vip (perk text) INHERITS (customers);
CREATE TABLE parted (id int, email text) PARTITION BY RANGE (id);
CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (100);
CREATE TABLE mailbox (id int);
INSERT INTO regions VALUES (1, 'north'), (2, 'south'), (3, 'west');
INSERT INTO customers VALUES
  (1, 'Ada', '${ada ?? ''}', '${cardA ?? ''}5538', '${ssnA ?? ''}', 'gold', 120, 1),
  (2, 'Ben', '${ben ?? ''}', '${cardB ?? ''}0019', '${ssnB ?? ''}', 'silver', 100, 2);
INSERT INTO vip VALUES (3, 'Chiara', '${chiara ?? ''}', '${cardC ?? ''}7746', '${ssnC ?? ''}', 'gold', 80, 3, 'lounge');
INSERT INTO orders VALUES (1, 'kettle', '${ada ?? ''}');
INSERT INTO later VALUES (1, '${ben ?? ''}');
INSERT INTO notes VALUES (1, 'first'), (2, 'second');
INSERT INTO parted VALUES (7, '${parted ?? ''}');
CREATE VIEW people AS SELECT id, email AS mail FROM customers;
CREATE VIEW people_of_people AS SELECT mail AS m FROM people;
CREATE VIEW all_customers AS SELECT * FROM customers;
CREATE MATERIALIZED VIEW frozen AS SELECT id, email AS mail FROM customers;
CREATE RULE spill AS ON INSERT TO mailbox DO INSTEAD SELECT email FROM customers;
CREATE FUNCTION peek(int) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  AS 'SELECT email FROM public.customers WHERE id = $1';
CREATE FUNCTION everyone() RETURNS SETOF customers LANGUAGE sql STABLE AS 'SELECT * FROM public.customers';
CREATE FUNCTION told(int) RETURNS int LANGUAGE plpgsql
  AS $$ BEGIN RAISE NOTICE 'it is %', public.peek($1); RETURN $1; END $$;
CREATE FUNCTION thrown(int) RETURNS int LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION 'it is' USING DETAIL = public.peek($1); END $$;
CREATE TYPE pair AS (mail text, other text);
CREATE TABLE boxes (id int PRIMARY KEY, mails text[], span int4range, pair pair, doc jsonb, EXCLUDE USING gist (span WITH &&));
INSERT INTO boxes VALUES (1, ARRAY['${ada ?? ''}'], '[4100,4200)', ROW('${ada ?? ''}', 'x'), '{"mail": "${ada ?? ''}"}'),
  (2, ARRAY['${ben ?? ''}'], '[5100,5200)', ROW('${ben ?? ''}', 'x'), '{"mail": "${ben ?? ''}"}');
CREATE TABLE wages (id int PRIMARY KEY, salary int, bonus int, CHECK (bonus < salary));
INSERT INTO wages VALUES (7, 48700, 10);
INSERT INTO wages SELECT i, 2000 + 10 * i, 10 FROM generate_series(100, 600) i;
CREATE TABLE letters (id int PRIMARY KEY, sender text REFERENCES customers (email));
INSERT INTO letters VALUES (1, '${ada ?? ''}');
CREATE TABLE badges (id int PRIMARY KEY, mail text, plate text GENERATED ALWAYS AS ('plate of ' || mail) STORED);
CREATE UNIQUE INDEX ON badges (lower(mail));
INSERT INTO badges VALUES (1, '${ada ?? ''}');
CREATE SEQUENCE counter;
CREATE VIEW peeking AS SELECT id, public.peek(id) AS seen FROM notes;
CREATE VIEW shaped AS SELECT id, upper(email) AS loud, email || name AS both_of, name FROM customers;
CREATE FUNCTION shout(text, text) RETURNS int LANGUAGE plpgsql
  AS $$ BEGIN IF $1 LIKE $2 || '%' THEN RAISE EXCEPTION 'it is'; END IF; RETURN 1; END $$;
CREATE SCHEMA decoy;
CREATE TABLE decoy.customers (id int, name text, email text);
CREATE EXTENSION dblink;
ANALYZE;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO narrow_rw;`;

/** What a digest of the target's state is made of: rows, names, code, roles and settings. */
const state = `SELECT md5(string_agg(x, '|' ORDER BY x)) AS digest FROM (
  SELECT 'relation ' || c.oid || c.relname || c.relkind::text || c.relowner || n.nspname || coalesce(c.relacl::text, '')
    || c.relhastriggers || c.relhasrules || c.relrowsecurity AS x
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg_temp%'
  UNION ALL SELECT 'column ' || attrelid || attname || atttypid FROM pg_attribute WHERE attrelid >= 16384
  UNION ALL SELECT 'function ' || oid || proname || coalesce(prosrc, '') FROM pg_proc WHERE oid >= 16384
  UNION ALL SELECT 'schema ' || oid || nspname FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp'
  UNION ALL SELECT 'role ' || rolname || rolsuper || coalesce(rolpassword, '') FROM pg_authid
  UNION ALL SELECT 'setting ' || setdatabase || setrole || setconfig::text FROM pg_db_role_setting
  UNION ALL SELECT 'large object ' || oid FROM pg_largeobject_metadata
  UNION ALL SELECT 'rule ' || oid || rulename FROM pg_rewrite WHERE oid >= 16384
  UNION ALL SELECT 'region ' || r::text FROM public.regions r
  UNION ALL SELECT 'customer ' || c::text FROM public.customers c
  UNION ALL SELECT 'order ' || o::text FROM public.orders o
  UNION ALL SELECT 'later ' || l::text FROM public.later l
  UNION ALL SELECT 'note ' || n::text FROM public.notes n
  UNION ALL SELECT 'parted ' || p::text FROM public.parted p
) AS everything`;

/** A foreign server that is the target itself. */
const loop = ({ socketDir, port }: Postgres): string => `
CREATE EXTENSION postgres_fdw;
CREATE SERVER loop FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host '${socketDir}', port '${String(port)}', dbname 'postgres');
CREATE USER MAPPING FOR wide_rw SERVER loop OPTIONS (user 'wide_rw', password_required 'false');
CREATE SCHEMA far_away;`;

export async function prepare(server: Postgres): Promise<void> {
  await asSuperuser(server, async (client) => client.query(tables + loop(server)));
}

/** The target's state as one value; fails where a relation that has to be there is gone. */
export async function digestOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(state);
  return rows[0]?.digest ?? '';
}

async function asSuperuser(
  server: Postgres,
  use: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

const masking = `
  masking:
  - name: columns
    postgres: {columns: [public.customers.email, public.customers.ssn, public.parted.email, public.orders.mail,
      public.later.mail, public.boxes.mails, public.boxes.span, public.boxes.pair, public.boxes.doc, public.wages.salary,
      public.badges.mail]}
    method: Redact
  - name: card
    postgres: {columns: [public.customers.card]}
    method: Partial
    partial: {keepLast: 4}`;

const asking = `
apiVersion: chaperone.dev/v1alpha1
kind: AccessPolicy
metadata: {name: asking}
spec:
  mode: Enforce
  connections: [asking-db]
  rules:
  - {name: all, effect: Allow, postgres: {commands: ["*"]}}${masking.replaceAll('    method', '    predicates: Allow\n    method')}`;

/** Who may make code or roles may do anything; all the rest is allowed, so that only masking is in the way. */
const wide = `
apiVersion: chaperone.dev/v1alpha1
kind: AccessPolicy
metadata: {name: wide}
spec:
  mode: Enforce
  connections: [wide-db]
  rules:
  - {name: all, effect: Allow, postgres: {commands: ["*"]}}
  - name: code
    effect: Deny
    postgres:
      commands: ["CREATE FUNCTION", "CREATE PROCEDURE", "CREATE CAST", "CREATE OPERATOR*", "CREATE AGGREGATE",
        "CREATE LANGUAGE", "CREATE EVENT TRIGGER", "ALTER FUNCTION", "ALTER PROCEDURE", "ALTER SYSTEM"]
  - {name: roles, effect: Deny, postgres: {commands: ["*ROLE*"]}}
  - {name: passwords, effect: Deny, postgres: {relations: [pg_catalog.pg_authid, pg_catalog.pg_shadow]}}${masking}`;

const narrow = `
apiVersion: chaperone.dev/v1alpha1
kind: AccessPolicy
metadata: {name: narrow}
spec:
  mode: Enforce
  connections: [narrow-db]
  rules:
  - {name: read, effect: Allow, postgres: {commands: [SELECT], relations: [public.notes, public.customers]}}
  - {name: sleep, effect: Allow, postgres: {functions: [pg_catalog.pg_sleep]}}${masking}`;

/** The manifests of both connections, to a target at this port. */
export async function writeManifests(dir: string, port: number): Promise<void> {
  await writeConnections(dir, port, {
    wide: { login: logins.wide, policy: wide },
    narrow: { login: logins.narrow, policy: narrow },
    asking: { login: logins.asking, policy: asking },
  });
}

/** The tables of examples/standalone, some data, and what tests need beside them. */
export const ordersSchema = `
  CREATE TABLE customers (
    id int PRIMARY KEY, name text NOT NULL, email text, card text, ssn varchar(11), credit int DEFAULT 0);
  CREATE TABLE orders (
    id int PRIMARY KEY, customer int REFERENCES customers, item text NOT NULL CHECK (item <> ''), amount numeric(10,2));
  INSERT INTO customers VALUES
    (1, 'Ada', 'ada@example.com', '4111111111111111', '078-05-1120', 100),
    (2, 'Grace', 'grace@example.com', '5500005555555559', '219-09-9999', 200),
    (3, 'Nobody', NULL, NULL, NULL, NULL);
  INSERT INTO orders VALUES (1, 1, 'lamp', 12.50), (2, 1, 'chair', 80), (3, 2, 'table', 200);`;

/** Values of `customers` that no agent may see. */
export const secrets: readonly string[] = [
  'ada@example.com',
  'grace@example.com',
  '4111111111111111',
  '5500005555555559',
  '078-05-1120',
  '219-09-9999',
];

/** Types, sizes and functions for the protocol. */
export const protocolSchema = `
  CREATE TABLE kinds (
    id int PRIMARY KEY, b bool, i2 int2, i8 int8, f float8, n numeric, t text, v varchar(20), c char(4), y bytea,
    d date, ts timestamptz, u uuid, j jsonb, a int[]);
  INSERT INTO kinds VALUES
    (1, true, 2, 9007199254740993, 0.1, 1234567890.123456789, 'tëxt 🐘 “q”', 'v', 'c', '\\x00ff10', '2026-11-21',
      '2026-11-21 12:00:00.123456+00', '6ecd8c99-4036-403d-bf84-cf8400f67836', '{"a": [1, null]}', '{1,NULL,3}'),
    (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (3, false, -1, -1, 'NaN', 'NaN', '', '', '', '', 'infinity', '-infinity', NULL, 'null', '{}');
  CREATE TABLE scratch (id int PRIMARY KEY, t text);
  CREATE TABLE late (id int, UNIQUE (id) DEFERRABLE INITIALLY DEFERRED);
  CREATE FUNCTION speak(times int) RETURNS text LANGUAGE plpgsql AS $$
    BEGIN
      FOR i IN 1..times LOOP RAISE NOTICE 'said %', i USING DETAIL = 'a detail', HINT = 'a hint'; END LOOP;
      RAISE WARNING 'last words';
      RETURN 'done';
    END $$;
  CREATE FUNCTION fail(what text) RETURNS text LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'failed: %', what USING ERRCODE = 'P0999', DETAIL = 'why', HINT = 'how'; END $$;`;

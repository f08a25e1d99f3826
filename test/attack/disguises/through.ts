import { disguises, ordersGone, P, secretGone, wide } from './disguise.ts';
import type { Disguise } from './disguise.ts';

/** By way of another relation. */
const relations: readonly Disguise[] = disguises([
  ['SELECT * FROM peek', P, 'shows', wide],
  ['SELECT body FROM peek_again', P, 'shows'],
  ['SELECT count(*) FROM peek_some', P, 'answers', wide],
  ['TABLE frozen', P, 'shows', wide],
  ['DELETE FROM peek WHERE id IN (1, 2)', P, secretGone, wide],
  [
    "UPDATE peek SET body = 'x' WHERE id = 1",
    P,
    { becomes: "EXISTS (SELECT FROM secret WHERE word = 'x')" },
  ],
  [
    "INSERT INTO peek VALUES (9, 'x')",
    P,
    { becomes: 'EXISTS (SELECT FROM secret WHERE id = 9)' },
    wide,
  ],
  ['INSERT INTO mailbox VALUES (1)', P, secretGone, wide],
  ['SELECT * FROM events', P, 'shows', wide],
  [
    "INSERT INTO events VALUES (5, 'x')",
    P,
    { becomes: 'EXISTS (SELECT FROM events_old WHERE id = 5)' },
    wide,
  ],
  ['SELECT * FROM ledger_a', P, 'shows', wide],
  ['SELECT name FROM people', P, 'shows'],
  ['SELECT name FROM people *', P, 'shows', wide],
  ['INSERT INTO pings VALUES (1)', P, secretGone, wide],
  ['DELETE FROM carts WHERE id = 1', P, { becomes: 'NOT EXISTS (SELECT FROM cart_lines)' }, wide],
  ['TRUNCATE carts CASCADE', P, { becomes: 'NOT EXISTS (SELECT FROM cart_lines)' }, wide],
  ['SELECT * FROM nosy', P, secretGone, wide],
  ['DELETE FROM order_lines', P, ordersGone, wide],
  [
    ['ALTER TABLE secret RENAME TO harmless', 'SELECT * FROM harmless'],
    `${P} 25P02`,
    'shows',
    wide,
  ],
  [
    ['ALTER TABLE events DETACH PARTITION events_old', 'SELECT * FROM events'],
    `${P} ${P}`,
    { becomes: 'NOT EXISTS (SELECT FROM events WHERE id = 1)' },
    wide,
  ],
]);

/** By way of code. */
const code: readonly Disguise[] = disguises([
  ['SELECT wipe()', P, secretGone],
  ['SELECT * FROM "wipe"() AS now', P, secretGone, wide],
  ['SELECT 1 FROM notes ORDER BY public.wipe_of(id)', P, secretGone, wide],
  ['SELECT n.wipe_row FROM notes n', P, secretGone, wide],
  ['SELECT (n).wipe_row FROM notes AS n', P, secretGone],
  ['SELECT wipe_sum(id) FROM notes', P, secretGone, wide],
  ['SELECT count(*) FILTER (WHERE wipe_true(id)) FROM notes', P, secretGone],
  ['SELECT upper(1)', P, secretGone, wide],
  ['CALL wipe_all()', P, secretGone, wide],
  ["SELECT 1 ### 'a'", P, secretGone, wide],
  ["SELECT 1 OPERATOR(public.###) 'a'", P, secretGone],
  ["SELECT id + 'a'::text FROM notes", P, secretGone, wide],
  ['SELECT !!! id FROM notes', P, secretGone, wide],
  ['SELECT 1::tag', P, secretGone, wide],
  ['SELECT CAST(id AS public."tag") FROM notes', P, secretGone],
  ['SELECT 1::checked', P, secretGone, wide],
  ['DO $$ BEGIN DELETE FROM secret; END $$', P, secretGone],
  ['SELECT fine(wipe())', P, secretGone, wide],
]);

export const through: readonly Disguise[] = [...relations, ...code];

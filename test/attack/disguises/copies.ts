import { disguises, ordersGone, P, wide } from './disguise.ts';
import type { Disguise } from './disguise.ts';

/** COPY, which reads and writes relations, files and programs. */
export const copies: readonly Disguise[] = disguises([
  ['COPY secret TO STDOUT', P, 'shows', wide],
  ['COPY (SELECT word FROM secret) TO STDOUT (FORMAT csv)', P, 'shows', wide],
  ['COPY (TABLE peek_again) TO STDOUT', P, 'shows', wide],
  ['COPY (DELETE FROM orders RETURNING id) TO STDOUT', P, ordersGone, wide],
  ["COPY orders TO PROGRAM 'cat > /dev/null'", P, 'answers'],
  ["COPY orders TO '/dev/null'", P, 'answers'],
  [
    "COPY notes (id) FROM PROGRAM 'echo 99'",
    P,
    { becomes: 'EXISTS (SELECT FROM notes WHERE id = 99)' },
  ],
]);

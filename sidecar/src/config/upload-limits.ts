import { limit, type Limit } from './limit.ts';

/** How recordings leave the pod. */
export const uploadLimits: Readonly<
  Record<'cutMs' | 'sendMs' | 'idleMs' | 'retryMs' | 'refusedMs' | 'drainMs' | 'waiting', Limit>
> = {
  cutMs: limit(
    'ms',
    5_000,
    'A segment in which something is ends at the second look at the latest, and is uploaded; a long session is looked at for longer.',
  ),
  sendMs: limit('ms', 600_000, 'The upload of a file is given up, and begun again.'),
  idleMs: limit(
    'ms',
    30_000,
    'An upload that the store takes nothing of is given up, and begun again.',
  ),
  retryMs: limit('ms', 30_000, 'The longest pause before a store that failed is tried again.'),
  refusedMs: limit(
    'ms',
    600_000,
    'What was refused is tried again; its files stay where they are until then, and longer.',
  ),
  drainMs: limit(
    'ms',
    15_000,
    'At shutdown, what is not uploaded by then stays in the data directory, and goes with the pod.',
  ),
  waiting: limit(
    'count',
    10_000,
    'Sessions that are remembered to wait; those beyond are found again at the next start.',
  ),
};

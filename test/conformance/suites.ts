import { nodePostgres } from './node/node-postgres.ts';
import { postgresJs } from './node/postgres-js.ts';
import { pgjdbc } from './pgjdbc/suite.ts';
import { pgx } from './pgx/suite.ts';
import { psycopg2 } from './psycopg2/suite.ts';
import { regress } from './regress/suite.ts';
import type { Suite } from './suite.ts';

/** The quickest first. */
export const suites: readonly Suite[] = [nodePostgres, postgresJs, psycopg2, pgx, pgjdbc, regress];

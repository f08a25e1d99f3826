export { analyse } from './analyse.ts';
export { SQL_ERRORS, SqlError } from './errors.ts';
export type { SqlErrorCode } from './errors.ts';
export { checkLineage } from './lineage.ts';
export { SQL_LIMITS } from './limits.ts';
export { loadParser } from './parser.ts';
export { quoteIdentifier, quoteName } from './quote.ts';
export { resolveEffects, resolveStatementEffects } from './resolve.ts';
export type * from './types.ts';

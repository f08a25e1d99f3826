import { fact, type ErrorFact } from './fact.ts';

/** Why a command is refused. */
export type CommandErrorCode =
  | 'POLICY_DENIED'
  | 'SQL_SYNTAX'
  | 'SQL_TOO_COMPLEX'
  | 'SQL_INVALID_TEXT'
  | 'SQL_PARSER_UNAVAILABLE'
  | 'SQL_PARSER_BUSY'
  | 'SQL_UNSUPPORTED'
  | 'UNSUPPORTED_STATEMENT'
  | 'UNSUPPORTED_COPY'
  | 'UNSUPPORTED_TEMPORARY'
  | 'UNSUPPORTED_SETTING'
  | 'UNSUPPORTED_FUNCTION_CALL'
  | 'LINEAGE_UNKNOWN'
  | 'MASKED_PREDICATE'
  | 'MASKED_WRITE'
  | 'MASKED_PLACEHOLDER'
  | 'CATALOG_UNAVAILABLE'
  | 'COMMAND_TOO_LARGE'
  | 'UNKNOWN_STATEMENT'
  | 'UNKNOWN_PORTAL'
  | 'PORTAL_ENDED'
  | 'TOO_MANY_STATEMENTS'
  | 'ROW_TOO_LARGE'
  | 'LIMIT_ROWS'
  | 'LIMIT_BYTES'
  | 'LIMIT_HOURLY'
  | 'IDLE_TIMEOUT'
  | 'SESSION_TIMEOUT'
  | 'POLICY_CHANGED'
  | 'PEER_TIMEOUT'
  | 'SHUTTING_DOWN'
  | 'INTERNAL_ERROR';

export const commandErrors: Readonly<Record<CommandErrorCode, ErrorFact>> = {
  POLICY_DENIED: fact(
    '42501',
    'A policy denies the command, or none allows every effect of it.',
    'Read DETAIL for policy and rule and HINT for what is allowed; ask the platform team to change the AccessPolicy if the command is legitimate.',
  ),
  SQL_SYNTAX: fact(
    '42601',
    "The text is no SQL of PostgreSQL's grammar; what cannot be parsed is not forwarded.",
    'Correct the statement.',
  ),
  SQL_TOO_COMPLEX: fact(
    '54001',
    'The text is nested deeper or has more tokens than the sidecar analyses.',
    'Split the statement; docs/limits.md has the bounds.',
  ),
  SQL_INVALID_TEXT: fact(
    '22021',
    'The text holds bytes that no SQL text may hold.',
    'Remove NUL characters and broken Unicode from the text.',
  ),
  SQL_PARSER_UNAVAILABLE: fact(
    '57P03',
    'The SQL parser is being started, or started again after a fault.',
    'Try again.',
  ),
  SQL_PARSER_BUSY: fact(
    '53000',
    'As many large texts wait for the parser as may wait.',
    'Try again, or send values as parameters: a small text does not wait.',
  ),
  SQL_UNSUPPORTED: fact(
    '0A000',
    'The sidecar does not know this kind of statement and therefore cannot say what it does.',
    'Use another statement.',
  ),
  UNSUPPORTED_STATEMENT: fact(
    '0A000',
    'This kind of statement is not let through in this release.',
    'Use another statement; README lists what is refused.',
  ),
  UNSUPPORTED_COPY: fact(
    '0A000',
    'The rows of this COPY may have to be masked, and its form does not let the sidecar follow them.',
    'Send it by itself, behind a Sync, without comments before the query, in UTF-8 and with options that PostgreSQL 18 has; or use SELECT.',
  ),
  UNSUPPORTED_TEMPORARY: fact(
    '0A000',
    'Of temporary objects only tables are let through: a view or a function would reach others under its name.',
    'Use a temporary table, a CTE or a subquery.',
  ),
  UNSUPPORTED_SETTING: fact(
    '0A000',
    'The setting, or the value, changes what a text means in a way that is not followed; or it is not changed by a statement of its own.',
    'Send SET of search_path or a role alone; leave encodings and string syntax as they are.',
  ),
  UNSUPPORTED_FUNCTION_CALL: fact(
    '0A000',
    'The FunctionCall message names a function by number only and is refused.',
    'Call the function with SELECT.',
  ),
  LINEAGE_UNKNOWN: fact(
    '42501',
    'The statement reaches masked columns in a way in which their values could come out unmasked.',
    'Select the masked columns plainly, by name, in the outermost SELECT.',
  ),
  MASKED_PREDICATE: fact(
    '42501',
    'A masked value would decide over rows, their order, their groups, or whether the statement fails, which would reveal it.',
    'Select it, alone or in an expression; compare, sort and group by other columns, or have the policy allow it with `predicates: Allow`.',
  ),
  MASKED_WRITE: fact(
    '42501',
    'A masked value would be written to where nothing masks it.',
    'Write values of your own; leave copying masked columns to the owner of the data.',
  ),
  MASKED_PLACEHOLDER: fact(
    '42501',
    'The command writes what stands in place of a masked value, such as [redacted], and would destroy the value with it.',
    'Leave the masked columns out of what you write.',
  ),
  CATALOG_UNAVAILABLE: fact(
    '08006',
    "The target's catalog could not be read, so that names cannot be resolved.",
    'Try again; if it stays, check that the credential may read pg_catalog and that the target takes another connection.',
  ),
  COMMAND_TOO_LARGE: fact(
    '54000',
    'The message is larger than limits.maxCommandBytes of the AuditedConnection.',
    'Send smaller commands or raise the limit.',
  ),
  UNKNOWN_STATEMENT: fact(
    '26000',
    'The session has no prepared statement of that name.',
    'Prepare it first.',
  ),
  UNKNOWN_PORTAL: fact('34000', 'The session has no portal of that name.', 'Bind it first.'),
  PORTAL_ENDED: fact(
    '55000',
    'The portal has returned everything; a portal runs once.',
    'Bind the statement again.',
  ),
  TOO_MANY_STATEMENTS: fact(
    '54000',
    'The session holds as many prepared statements and portals as it may.',
    'Close those that are no longer used.',
  ),
  ROW_TOO_LARGE: fact(
    '54000',
    'A row is too large to be masked.',
    'Select fewer columns, or a part of the large value.',
  ),
  LIMIT_ROWS: fact(
    '54000',
    'The result has more rows than limits.rowsPerCommand of a policy allows; it was cut there.',
    'Narrow the statement, or page through it.',
  ),
  LIMIT_BYTES: fact(
    '54000',
    'The result has more bytes than limits.bytesPerCommand of a policy allows; it was cut there.',
    'Narrow the statement, or select fewer columns.',
  ),
  LIMIT_HOURLY: fact(
    '54000',
    'The agent has read as many rows or bytes within an hour as policies allow; a running result was cut there.',
    'Wait, or ask for a higher limit.',
  ),
  IDLE_TIMEOUT: fact(
    '57P05',
    'Nothing was sent for limits.idleTimeout of the AuditedConnection.',
    'Connect again.',
  ),
  SESSION_TIMEOUT: fact(
    '57P05',
    'The session has lasted for limits.maxSessionDuration of the AuditedConnection.',
    'Connect again.',
  ),
  POLICY_CHANGED: fact(
    '55000',
    'The policies changed since the portal was bound; more of its rows are a decision of their own.',
    'Bind and execute the statement again.',
  ),
  PEER_TIMEOUT: fact(
    '57P05',
    'A peer stopped in the middle of a message, or did not take what was sent to it.',
    'Connect again; look at the network and at the client.',
  ),
  SHUTTING_DOWN: fact('57P01', 'The sidecar is shutting down.', 'Connect again once it is back.'),
  INTERNAL_ERROR: fact(
    'XX000',
    'A defect of the sidecar ended this session; others go on.',
    'Report it, with the line of the log that has the stack.',
  ),
};

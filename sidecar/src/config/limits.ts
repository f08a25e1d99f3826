import { brokerLimits } from './broker-limits.ts';
import { identityLimits, upstreamLimits } from './identity-limits.ts';
import { uploadLimits } from './upload-limits.ts';
import { GiB, KiB, MiB, limit, type Limit } from './limit.ts';

export type { Limit } from './limit.ts';

/** The recording on disk. */
export const spoolLimits: Readonly<
  Record<
    | 'segmentBytes'
    | 'dataBytes'
    | 'dataReserveBytes'
    | 'openSessions'
    | 'compressFromBytes'
    | 'sealSliceMs'
    | 'sealRestMs'
    | 'sealBacklog'
    | 'recoveryMs',
    Limit
  >
> = {
  segmentBytes: limit(
    'bytes',
    16 * MiB,
    'The session goes on in a new segment; the full one is sealed: leaf hashes, compression, signed manifest.',
  ),
  dataBytes: limit(
    'bytes',
    8 * GiB,
    'New commands and new sessions are refused with RECORDING_FULL; nothing recorded is deleted.',
  ),
  dataReserveBytes: limit(
    'bytes',
    64 * MiB,
    'What running commands may still record beyond dataBytes; behind it their events are refused too.',
  ),
  openSessions: limit('count', 1_000, 'New sessions are refused with TOO_MANY_SESSIONS.'),
  compressFromBytes: limit(
    'bytes',
    64 * KiB,
    'A sealed segment of at least this size is compressed; a smaller one stays as it is.',
  ),
  sealSliceMs: limit('ms', 4, 'Sealing gives the event loop back before it goes on.'),
  sealRestMs: limit(
    'ms',
    40,
    'While commands come, sealing goes on after this rest; what waits for it stays on the disk as it is.',
  ),
  sealBacklog: limit(
    'count',
    64,
    'With more segments waiting than that, sealing rests no longer than it works, also while commands come.',
  ),
  recoveryMs: limit(
    'ms',
    200,
    'Start-up no longer waits for the recovery of interrupted sessions; it goes on behind.',
  ),
};

/** Approvals and the socket on which they are decided. */
export const approvalLimits: Readonly<
  Record<
    | 'pending'
    | 'settledKept'
    | 'bodyBytes'
    | 'reasonChars'
    | 'displayBytes'
    | 'requestMs'
    | 'sockets'
    | 'grantMs'
    | 'estimateMs'
    | 'estimates',
    Limit
  >
> = {
  pending: limit('count', 1_000, 'The command is refused with TOO_MANY_APPROVALS.'),
  settledKept: limit('count', 1_000, 'The oldest settled Approval leaves the listing.'),
  bodyBytes: limit('bytes', 16 * KiB, 'The decision is refused with status 413.'),
  reasonChars: limit('count', 1_024, 'The decision is refused with status 400.'),
  displayBytes: limit(
    'bytes',
    64 * KiB,
    'The Approval shows the beginning of the command and how many bytes follow; the digest covers all.',
  ),
  requestMs: limit('ms', 5_000, 'The request is answered with status 408 and its socket closed.'),
  sockets: limit('count', 16, 'Further connections to the approvals socket are closed.'),
  grantMs: limit('ms', 7 * 24 * 3_600_000, 'A grant of a longer window is refused.'),
  estimateMs: limit(
    'ms',
    2_000,
    "The Approval shows no estimate; the target's planner is cancelled.",
  ),
  estimates: limit('count', 4, 'Further commands that wait at the same time show no estimate.'),
};

/** The directory of manifests. */
export const configLimits: Readonly<
  Record<'files' | 'fileBytes' | 'debounceMs' | 'pollMs', Limit>
> = {
  files: limit('count', 1_000, 'The directory is refused as a whole; the last good set stays.'),
  fileBytes: limit('bytes', 1 * MiB, 'The file is a problem and is not read.'),
  debounceMs: limit('ms', 100, 'Changes within this time are read together.'),
  pollMs: limit('ms', 5_000, 'A change that the kernel did not announce is seen after this time.'),
};

/** The admin address. */
export const adminLimits: Readonly<Record<'requestMs' | 'headerBytes' | 'sockets', Limit>> = {
  requestMs: limit('ms', 5_000, 'The request is answered with status 408 and its socket closed.'),
  headerBytes: limit('bytes', 8 * KiB, 'The request is answered with status 431.'),
  sockets: limit('count', 32, 'Further connections to the admin address are closed.'),
};

/** Sessions of the PostgreSQL protocol. */
export const postgresLimits: Readonly<
  Record<
    | 'discardBytes'
    | 'targetMessageBytes'
    | 'targetBufferBytes'
    | 'pipelinedMessages'
    | 'names'
    | 'statementBytes'
    | 'unnamedStatements'
    | 'unnamedStatementChars'
    | 'namings'
    | 'catalogNames'
    | 'ownTextChars'
    | 'cachedTexts'
    | 'cachedTextChars'
    | 'inlineChars'
    | 'inlineTokens'
    | 'analystTexts'
    | 'analystChars'
    | 'analysisChars'
    | 'analystMs'
    | 'analystIdleMs'
    | 'catalogMs'
    | 'catalogLockMs'
    | 'catalogIdleMs'
    | 'catalogRefreshMs'
    | 'functionChars'
    | 'unfinishedMessageMs'
    | 'untakenBytesMs'
    | 'leftBehindMs'
    | 'keepAliveMs'
    | 'drainMs'
    | 'connections',
    Limit
  >
> = {
  discardBytes: limit(
    'bytes',
    1 * GiB,
    'A command beyond maxCommandBytes is read past and refused with COMMAND_TOO_LARGE; one beyond this ends the session.',
  ),
  targetMessageBytes: limit(
    'bytes',
    16 * MiB,
    'A row that has to be masked is cut off with ROW_TOO_LARGE; other rows pass as they come; any other message ends the session.',
  ),
  targetBufferBytes: limit(
    'bytes',
    64 * KiB,
    'The buffer grows while a larger message is incomplete, and shrinks again.',
  ),
  pipelinedMessages: limit(
    'count',
    1_024,
    'The agent is not read until the target has answered; nothing is lost.',
  ),
  names: limit('count', 5_000, 'Parse and Bind are refused with TOO_MANY_STATEMENTS.'),
  statementBytes: limit(
    'bytes',
    4 * MiB,
    "Texts and descriptions of a session's prepared statements: a further one is refused with TOO_MANY_STATEMENTS.",
  ),
  unnamedStatements: limit(
    'count',
    16,
    'What a session made of texts that it prepared without a name is forgotten, and made again when they come again.',
  ),
  unnamedStatementChars: limit('count', 64 * 1024, 'The same for their characters.'),
  namings: limit(
    'count',
    64,
    'Of search_paths and roles under which sessions look at texts, the oldest is looked up anew when it is set again.',
  ),
  catalogNames: limit(
    'count',
    20_000,
    'All that is known of names at the target is forgotten, and looked up again as texts name it.',
  ),
  ownTextChars: limit(
    'count',
    256 * 1024,
    'The same as cachedTextChars for texts under a search_path, a role or temporary tables of a session.',
  ),
  cachedTexts: limit('count', 2_000, 'The oldest text is analysed again when it comes again.'),
  cachedTextChars: limit(
    'count',
    4 * MiB,
    'The oldest text is analysed again; a text of more than a quarter is not kept.',
  ),
  inlineChars: limit(
    'count',
    16 * KiB,
    'The text is parsed in a thread of its own; its session waits, the others do not.',
  ),
  inlineTokens: limit('count', 500, 'The same, for a smaller text of more tokens than this.'),
  analystTexts: limit('count', 64, 'Further large texts are refused with SQL_PARSER_BUSY.'),
  analystChars: limit('count', 16 * MiB, 'The same, for all large texts that wait together.'),
  analysisChars: limit(
    'count',
    256 * KiB,
    'A large text of which so much is to say is refused with SQL_TOO_COMPLEX.',
  ),
  analystMs: limit('ms', 10_000, 'The thread is ended and the text refused with SQL_TOO_COMPLEX.'),
  analystIdleMs: limit('ms', 10_000, 'The thread is ended; the next large text starts another.'),
  catalogMs: limit('ms', 10_000, 'The statement is refused with CATALOG_UNAVAILABLE.'),
  catalogLockMs: limit(
    'ms',
    500,
    'A view whose definition is locked for longer is not read; the statement is refused with CATALOG_UNAVAILABLE.',
  ),
  catalogIdleMs: limit('ms', 60_000, "The sidecar's own connection to the catalog is closed."),
  catalogRefreshMs: limit(
    'ms',
    5_000,
    'What others changed in the catalog is seen after this time at the latest.',
  ),
  functionChars: limit(
    'count',
    4 * KiB,
    'The body of a function in SQL is not looked into: what it returns is masked where columns are.',
  ),
  unfinishedMessageMs: limit(
    'ms',
    60_000,
    'A peer that stops in the middle of a message is cut off with PEER_TIMEOUT.',
  ),
  untakenBytesMs: limit(
    'ms',
    60_000,
    'A peer that does not take what was sent to it is cut off with PEER_TIMEOUT.',
  ),
  keepAliveMs: limit(
    'ms',
    60_000,
    'A peer that is silent for this long is probed by the kernel; one that does not answer is gone. A listener may be silent for days.',
  ),
  leftBehindMs: limit(
    'ms',
    30_000,
    "The target's connection is closed, running commands or not, once the agent has been gone this long.",
  ),
  drainMs: limit(
    'ms',
    30_000,
    'At shutdown, commands that still run are left behind and recorded with outcome unknown.',
  ),
  connections: limit('count', 1_000, 'Further connections of agents are closed at once.'),
};

/** Every table of limits by the part that holds to it. */
export const limits: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
  spool: spoolLimits,
  approval: approvalLimits,
  config: configLimits,
  admin: adminLimits,
  identity: identityLimits,
  upstream: upstreamLimits,
  broker: brokerLimits,
  upload: uploadLimits,
  postgres: postgresLimits,
};

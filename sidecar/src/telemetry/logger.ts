import { pino, type Logger } from 'pino';

export type LoggerLevel = 'debug' | 'info' | 'warn' | 'error';

/** Fields whose values never reach the log, wherever a caller puts them. */
const SECRET_FIELDS = ['password', 'credential', 'secret', 'token', 'authorization', 'privateKey'];

/** Standard error. */
const STDERR = 2;

/**
 * The log: one JSON line per event, written before the call returns, so that the last words of a dying process are there.
 * No worker thread is started.
 * @param fd standard error unless a test says otherwise
 */
export function createLogger(level: LoggerLevel, fd: number = STDERR): Logger {
  const paths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: '[redacted]' },
    },
    pino.destination({ fd, sync: true }),
  );
}

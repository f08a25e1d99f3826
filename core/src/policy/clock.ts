/** A time zone that this runtime does not know. */
export class ZoneError extends Error {
  readonly code = 'TIME_ZONE_UNKNOWN';

  constructor(options?: ErrorOptions) {
    super('name a time zone of the IANA database, such as "Europe/Berlin"', options);
    this.name = 'ZoneError';
  }
}

const maxZones = 64;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The time for CEL's `now`. Its library asks a date for its text in a zone, for which the runtime makes a new formatter
 * each time, at 100 us; this date keeps the formatters.
 */
export function celTime(milliseconds: number): Date {
  const date = new Date(milliseconds);
  const inZone = (_locales?: unknown, options?: Intl.DateTimeFormatOptions): string =>
    formatIn(options?.timeZone ?? 'UTC').format(date);
  return Object.defineProperty(date, 'toLocaleString', { value: inZone });
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = newFormat(timeZone);
  if (formats.size >= maxZones) formats.clear();
  formats.set(timeZone, format);
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric';
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      ...{ year: numeric, month: numeric, day: numeric },
      ...{ hour: numeric, minute: numeric, second: numeric },
    });
  } catch (cause) {
    throw new ZoneError({ cause });
  }
}

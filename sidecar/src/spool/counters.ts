/** What telemetry reads; plain numbers, since they change with every command. */
export interface SpoolCounters {
  /** Bytes of events written. */
  bytes: number;
  events: number;
  /** Failed writes and failed fdatasyncs. */
  errors: number;
}

export function newCounters(): SpoolCounters {
  return { bytes: 0, events: 0, errors: 0 };
}

/** What the parts of the sidecar need of a logger; pino's has it. Facts never hold a secret or a command's text. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

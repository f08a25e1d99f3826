/** What the parts of the operator need of a logger; pino's has it. Facts never hold a secret. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

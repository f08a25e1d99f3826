// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
/** An error as ajv reports it, without its message. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}
/** Says whether the object is valid, writes defaults into it, and leaves what is wrong in `errors`. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
export const validateAccessPolicy: Validator;
export const validateApproval: Validator;
export const validateAuditSession: Validator;
export const validateAuditStore: Validator;
export const validateAuditedConnection: Validator;
export const validateConfigMap: Validator;
export const validateSecret: Validator;

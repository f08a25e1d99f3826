/** A schema as a CRD writes it: the part of OpenAPI v3 that Kubernetes calls structural. */
export interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  readonly enum?: readonly (string | boolean)[];
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-validations'?: readonly CelRule[];
}

/** One CEL rule of a CRD. */
export interface CelRule {
  readonly rule: string;
  readonly message: string;
  /** Field that a violation is reported at, relative to the object, for example `.approval`. */
  readonly fieldPath?: string;
  readonly reason?: 'FieldValueRequired' | 'FieldValueForbidden';
  /** The rule also holds at creation, where `oldSelf` has no value. */
  readonly optionalOldSelf?: boolean;
}

/** One kind of resource that can be read from a file. */
export interface Kind {
  readonly kind: string;
  readonly apiVersion: string;
  /** Name of its files: `access-policy`. */
  readonly fileName: string;
  /** With `metadata` filled in and `apiVersion` and `kind` as single values. */
  readonly schema: SchemaNode;
}

/** RFC 3339, what `format: date-time` means. */
export const DATE_TIME_PATTERN =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$';

/** The pattern of every duration in the CRDs; the generator knows a duration by it. */
export const DURATION_PATTERN = '^([0-9]{1,9}(ms|s|m|h|d)){1,4}$';

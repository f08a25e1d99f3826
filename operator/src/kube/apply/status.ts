import type { KubeClient } from '../client/client.ts';
import type { Kind } from '../kinds.ts';
import type { KubeObject } from '../object.ts';
import { isSameJson } from './equal.ts';

export interface WithStatus extends KubeObject {
  readonly status?: object;
}

export interface StatusOptions {
  readonly client: Pick<KubeClient, 'apply'>;
  /** Who owns the status: one name for each controller. */
  readonly fieldManager: string;
  /** Every field that it may ever state; one that it states no more goes. Others' fields are not looked at. */
  readonly fields: readonly string[];
  /** Every type of condition that it may ever state. */
  readonly conditions: readonly string[];
}

/**
 * States the status of an object, where it is not so already: a controller that looks again and finds the same writes nothing, and
 * so wakes nobody. Whether the object was written. What others stated in the status stays.
 * @param object as it was last seen
 * @throws KubeError CONFLICT where it has changed since, or another came under its name: what was found is no longer known to be
 *   so; NOT_FOUND where it is gone
 */
export async function applyStatus<T extends WithStatus>(
  { client, fieldManager, fields, conditions }: StatusOptions,
  kind: Kind<T>,
  object: T,
  status: NonNullable<T['status']>,
): Promise<boolean> {
  const { namespace, name = '', resourceVersion } = object.metadata ?? {};
  if (isStated({ fields, conditions }, object.status, status)) return false;
  const metadata = {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(resourceVersion === undefined ? {} : { resourceVersion }),
  };
  const configuration: WithStatus = { metadata, status };
  await client.apply(kind, configuration as Partial<T> & KubeObject, {
    ...{ fieldManager, subresource: 'status' },
  });
  return true;
}

type Owned = Pick<StatusOptions, 'fields' | 'conditions'>;

function isStated(owned: Owned, current: object | undefined, stated: object): boolean {
  const known = new Map<string, unknown>(Object.entries(current ?? {}));
  const wanted = new Map<string, unknown>(Object.entries(stated));
  return (
    owned.fields.every((name) => isSameJson(known.get(name), wanted.get(name))) &&
    isSameJson(
      conditionsIn(known.get('conditions'), owned.conditions),
      conditionsIn(wanted.get('conditions'), owned.conditions),
    )
  );
}

/** By type: where several state conditions, the server keeps them in an order of its own. */
function conditionsIn(conditions: unknown, types: readonly string[]): Record<string, object> {
  const all = (conditions ?? []) as readonly { readonly type: string }[];
  const own = all.filter(({ type }) => types.includes(type));
  return Object.fromEntries(own.map((condition) => [condition.type, condition]));
}

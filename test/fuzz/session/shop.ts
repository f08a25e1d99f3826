import { compileDetectors } from '@chaperone/core/masking';
import { compilePolicies, policiesFor } from '@chaperone/core/policy';
import {
  agent,
  aPolicy,
  connection,
  withMasking,
} from '../../../core/src/policy/testing/a-policy.ts';
import type { NameReference, ResolvedRelation } from '@chaperone/core/sql';
import { Analyst } from '../../../sidecar/src/protocols/postgres/analyst/index.ts';
import type { Catalog } from '../../../sidecar/src/protocols/postgres/catalog/catalog.ts';
import { View } from '../../../sidecar/src/protocols/postgres/catalog/view.ts';
import {
  MaskedColumns,
  rulesOf,
} from '../../../sidecar/src/protocols/postgres/catalog/masked-columns.ts';

/** The value of every cell of a masked column. */
export const SECRET = 'SECRET-7f3a';
export const CUSTOMERS = 16384;
const ORDERS = 16385;

const relations: readonly ResolvedRelation[] = [
  {
    schema: 'public',
    name: 'customers',
    oid: CUSTOMERS,
    kind: 'r',
    columns: ['id', 'name', 'email'],
  },
  { schema: 'public', name: 'orders', oid: ORDERS, kind: 'r', columns: ['id', 'total'] },
];

/** What the target's catalog would say; nothing in it changes. */
const catalog = {
  generation: 1,
  creationSchema: 'public',
  relation: ({ schema = 'public', name }: NameReference) =>
    relations.find((relation) => relation.schema === schema && relation.name === name),
  functionSchemas: () => [],
  missing: () => [],
} as unknown as Catalog;

const key = Buffer.alloc(32, 7);

/** Texts as a policy has them looked at that masks customers.email. */
export function openView(): View {
  const policy = aPolicy(
    withMasking({
      ...{ name: 'm', method: 'Redact', surfaces: ['Responses'] },
      postgres: { columns: ['public.customers.email'] },
    }),
  );
  const effective = policiesFor(compilePolicies([policy]).policies, agent, connection);
  const none = compileDetectors([], key);
  const policies = { effective, detectors: none, commandDetectors: none, maskKey: key };
  const columns = ['id', 'name', 'email'].map((column, i) => ({
    ...{ oid: CUSTOMERS, schema: 'public', relation: 'customers' },
    ...{ column, attribute: i + 1 },
  }));
  const masked = {
    columns: new MaskedColumns(columns, rulesOf(columns, new Map(), effective.masking), new Map()),
    dependents: [],
  };
  return new View(policies, { analyst: new Analyst(), catalog }, masked);
}

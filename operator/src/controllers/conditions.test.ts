import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { WithStatus } from '../kube/apply/status.ts';
import { policyController } from './accesspolicy/controller.ts';
import { approvalController } from './approval/controller.ts';
import { connectionController } from './auditedconnection/controller.ts';
import { storeController } from './auditstore/controller.ts';
import { sessionController } from './auditsession/controller.ts';
import { bypassController } from './bypass/controller.ts';
import type { Controller } from './reconcile.ts';

interface Version {
  readonly additionalPrinterColumns: readonly { readonly jsonPath: string }[];
  readonly schema: {
    readonly openAPIV3Schema: {
      readonly properties: {
        readonly status: {
          readonly properties: { readonly conditions: { readonly description: string } };
        };
      };
    };
  };
}

function versionOf(plural: string): Version {
  const file = path.join(import.meta.dirname, '../../../crds/manifests', `${plural}.yaml`);
  const crd = parse(readFileSync(file, 'utf8')) as {
    readonly spec: { readonly versions: readonly [Version] };
  };
  return crd.spec.versions[0];
}

// What they read is of no consequence for what they may state.
const nothing = {} as never;
const controllers: readonly Pick<Controller<WithStatus>, 'kind' | 'conditions' | 'fieldManager'>[] =
  [
    policyController(nothing),
    connectionController(nothing),
    bypassController(nothing),
    approvalController(nothing, nothing),
    sessionController(nothing, nothing),
    storeController(nothing, nothing, nothing),
  ];
const stated = controllers.flatMap(({ kind: { plural }, conditions }) =>
  conditions.map((type) => [plural, type] as const),
);

test.each(stated)('%s: %s is described where people look, and has a column', (plural, type) => {
  const { additionalPrinterColumns, schema } = versionOf(plural);
  const { description } = schema.openAPIV3Schema.properties.status.properties.conditions;
  expect(description).toContain(`${type}: `);
  const columns = additionalPrinterColumns.map(({ jsonPath }) => jsonPath);
  expect(columns).toContain(`.status.conditions[?(@.type=="${type}")].status`);
});

test("each condition is one controller's, and each controller has a name of its own", () => {
  expect(new Set(stated.map((one) => one.join())).size).toBe(stated.length);
  expect(new Set(controllers.map(({ fieldManager }) => fieldManager)).size).toBe(
    controllers.length,
  );
});

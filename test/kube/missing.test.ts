import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { whatIsMissing } from '../../operator/src/pictures/missing.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';
import { aClient } from './parts.ts';

describe('an operator that cannot begin', () => {
  let kubernetes: Kubernetes;
  beforeAll(async () => {
    kubernetes = await startKubernetes();
  });
  afterAll(async () => kubernetes.stop());

  test('says which resource definitions and which rights are missing, each once', async () => {
    const admin = aClient(kubernetes);
    const before = await whatIsMissing(admin);
    expect(before).toHaveLength(5);
    expect(before[0]).toContain('does not know auditedconnections.chaperone.dev: apply');
    await kubernetes.applyCrds();
    expect(await whatIsMissing(admin)).toEqual([]);
    const nobody = aClient(kubernetes, { user: await kubernetes.user('nobody') });
    const rights = await whatIsMissing(nobody);
    expect(rights).toHaveLength(6);
    expect(rights[5]).toContain('may not list pods: its ServiceAccount lacks');
    await kubernetes.server().kill();
    expect(await whatIsMissing(admin)).toEqual([]);
    admin.close();
    nobody.close();
  });
});

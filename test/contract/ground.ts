import { afterAll, beforeAll } from '@jest/globals';
import { startKubernetes, type Kubernetes } from '../kube/kubernetes.ts';
import { apiFor, type Api } from './api.ts';

/** An API server with the CRDs and namespace agents for all tests of a file, seen by its administrator. */
export function contractApi(): Api {
  let kubernetes: Kubernetes | undefined;
  let api: Api | undefined;
  beforeAll(async () => {
    kubernetes = await startKubernetes();
    await kubernetes.applyCrds();
    await kubernetes.createNamespace('agents');
    api = apiFor(kubernetes);
  });
  const close = (): void => {
    api?.close();
  };
  afterAll(async () => {
    close();
    await kubernetes?.stop();
  });
  return {
    close,
    send: async (...request) => {
      if (api === undefined) throw new Error('the API server runs while tests do');
      return api.send(...request);
    },
  };
}

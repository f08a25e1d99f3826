// What `helm test` runs in the cluster: the operator is ready, answers the API server's question about a pod, and lets nobody near the
// broker without a token. Its certificate is verified by the name and the authority that sidecars and the API server know.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';

const { HOST, ADDRESS = HOST, WEBHOOK, BROKER, METRICS, CA } = process.env;
const tls = { servername: HOST, ca: readFileSync(CA) };

function ask(library, options, body) {
  return new Promise((resolve, reject) => {
    const request = library.request({ host: ADDRESS, timeout: 10_000, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    request.on('timeout', () => request.destroy(new Error('no answer for ten seconds')));
    request.on('error', reject);
    request.end(body);
  });
}

const pod = (annotations) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'helm-test', annotations },
  spec: { containers: [{ name: 'agent', image: 'agent' }] },
});

async function admits(annotations) {
  const request = {
    uid: '00000000-0000-4000-8000-000000000000',
    operation: 'CREATE',
    namespace: 'helm-test',
    userInfo: { username: 'helm-test', groups: [] },
    object: pod(annotations),
  };
  const review = { apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', request };
  const options = { ...tls, port: WEBHOOK, path: '/inject', method: 'POST' };
  const { text } = await ask(https, options, JSON.stringify(review));
  return JSON.parse(text).response;
}

const checks = {
  'the operator is ready': async () =>
    (await ask(http, { port: METRICS, path: '/readyz' })).status === 200,
  'a pod without the annotation is let in as it is': async () => {
    const { allowed, patch } = await admits({});
    return allowed === true && patch === undefined;
  },
  'an annotated pod without a connection is refused, with a reason': async () => {
    const { allowed, status } = await admits({ 'chaperone.dev/inject': 'true' });
    return allowed === false && status.message.includes('NO_CONNECTION');
  },
  'the broker tells nobody anything without a token': async () => {
    const { status, text } = await ask(https, { ...tls, port: BROKER, path: '/v1/stream' });
    return status === 401 && text.includes('TOKEN_INVALID');
  },
};

for (const [name, check] of Object.entries(checks)) {
  const said = await check().catch((error) => error.message);
  if (said !== true) process.exitCode = 1;
  console.log(`${said === true ? 'ok    ' : 'FAILED'} ${name}${said === true ? '' : `: ${said}`}`);
}

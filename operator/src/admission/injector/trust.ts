import { PATHS, TRUST_FILES, VOLUMES, type Container, type EnvVar } from '../pod.ts';

/** A variable by which a runtime or library is told whom to trust. */
interface TrustVariable {
  readonly name: string;
  readonly value: string;
  readonly of: string;
}

const TRUST_VARIABLES: readonly TrustVariable[] = [
  { name: 'PGSSLROOTCERT', value: TRUST_FILES.bundle, of: 'libpq' },
  { name: 'NODE_EXTRA_CA_CERTS', value: TRUST_FILES.authority, of: 'Node' },
  { name: 'SSL_CERT_FILE', value: TRUST_FILES.bundle, of: 'OpenSSL, Python and Go' },
  { name: 'REQUESTS_CA_BUNDLE', value: TRUST_FILES.bundle, of: 'Python requests' },
  { name: 'CURL_CA_BUNDLE', value: TRUST_FILES.bundle, of: 'curl' },
];

/** Java has no variable for it: its options are one text, which may hold others. */
const JAVA = 'JAVA_TOOL_OPTIONS';
const JAVA_OPTIONS = `-Djavax.net.ssl.trustStore=${TRUST_FILES.keystore} -Djavax.net.ssl.trustStoreType=JKS`;
const JAVA_STORE = '-Djavax.net.ssl.trustStore=';

const TRUST_MOUNT = { name: VOLUMES.trust, mountPath: PATHS.trust, readOnly: true } as const;

/** The container with the installation's CA made known to it. What it says of whom to trust itself stays as it is. */
export function trusting(container: Container): Container {
  const env = withVariables(container.env ?? []);
  const mounts = container.volumeMounts ?? [];
  const isMounted = mounts.some(
    ({ name, mountPath }) => name === TRUST_MOUNT.name && mountPath === TRUST_MOUNT.mountPath,
  );
  return {
    ...container,
    env,
    volumeMounts: isMounted ? mounts : [...mounts, TRUST_MOUNT],
  };
}

/** Sentences about variables that a container sets itself, so that it may not trust the sidecar. */
export function trustWarnings({ name: container, env = [] }: Container): readonly string[] {
  const own = (name: string): EnvVar | undefined => env.find((variable) => variable.name === name);
  const kept = TRUST_VARIABLES.filter(({ name, value }) => {
    const variable = own(name);
    return variable !== undefined && variable.value !== value;
  }).map(
    ({ name, value, of }) =>
      `container ${container} sets ${name} itself, which stays: ${of} must trust ${value}`,
  );
  const java = own(JAVA);
  const isKept =
    java !== undefined && java.value?.includes(JAVA_OPTIONS) !== true && !canAppend(java);
  return isKept
    ? [
        ...kept,
        `container ${container} sets ${JAVA} itself, which stays: Java must trust ${TRUST_FILES.keystore}`,
      ]
    : kept;
}

function withVariables(env: readonly EnvVar[]): readonly EnvVar[] {
  const missing = TRUST_VARIABLES.filter(({ name }) => !env.some((own) => own.name === name));
  return [
    ...env.map(withJavaOptions),
    ...missing.map(({ name, value }) => ({ name, value })),
    ...javaVariable(env),
  ];
}

function javaVariable(env: readonly EnvVar[]): readonly EnvVar[] {
  return env.some(({ name }) => name === JAVA) ? [] : [{ name: JAVA, value: JAVA_OPTIONS }];
}

function withJavaOptions(variable: EnvVar): EnvVar {
  return variable.name === JAVA && canAppend(variable)
    ? { ...variable, value: `${variable.value ?? ''} ${JAVA_OPTIONS}`.trim() }
    : variable;
}

/** Whether the options are written out here, and name no trust store. */
function canAppend({ value = '', valueFrom }: EnvVar): boolean {
  return valueFrom === undefined && !value.includes(JAVA_STORE);
}

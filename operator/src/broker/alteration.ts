import { isUntampered } from '../admission/injector/patch.ts';
import { reportOn } from '../admission/injector/report.ts';
import { sidecarContainer } from '../admission/injector/sidecar.ts';
import { same } from '../admission/json-patch.ts';
import { isAnnotated, SIDECAR, type Container, type EnvVar, type Pod } from '../admission/pod.ts';
import type { InjectorSettings } from '../admission/settings.ts';

const LISTEN = '--listen=';
const SIZE = /^--max-data=\d+$/;
const AUTHORITY = 'CHAPERONE_BROKER_CA';

/**
 * How a pod's sidecar differs from the one that is injected; undefined where it does not. Connections are not compared: they
 * may be others by now, and what a sidecar is told goes by what its pod may use. Nor is how much a sidecar may use, which an upgrade
 * changes while pods run.
 * @param images that count as the sidecar's: this version's, and those of pods that run since before an upgrade
 */
export function alterationOf(
  pod: Pod,
  settings: InjectorSettings,
  images: ReadonlySet<string>,
): string | undefined {
  if (!isAnnotated(pod)) return 'it is not annotated for injection';
  const [first] = pod.spec.initContainers ?? [];
  if (first?.name !== SIDECAR) return 'its first init container is not the sidecar';
  const present = first as Sidecar;
  if (!images.has(present.image ?? '')) return 'the sidecar runs another image';
  const wanted: Sidecar = sidecarContainer(settings, []);
  const isOlder = present.image !== settings.image;
  if (!areArguments(settled(present), settled(wanted), isOlder))
    return "the sidecar's args were changed";
  const { image, imagePullPolicy, args } = wanted;
  const env = withAuthorityOf(wanted, present.env);
  const { resources } = settings;
  const like = { ...present, image, imagePullPolicy, args, resources, env };
  const expected = isOlder ? { ...wanted, ...partsOf(like) } : wanted;
  if (!isUntampered(like, expected)) return 'the sidecar was changed';
  return reportOn(pod, [], settings).refusals[0]?.message;
}

/** What releases may do differently, and what of a sidecar says nothing of what it is. */
const OF_RELEASES = ['ports', 'startupProbe', 'readinessProbe', 'livenessProbe'] as const;

function partsOf(container: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(OF_RELEASES.map((name) => [name, container[name]]));
}

/** A release may have flags that another has not; those that both have agree. New pods are held to this release's by admission. */
function areArguments(
  present: readonly string[],
  wanted: readonly string[],
  isOlder: boolean,
): boolean {
  if (!isOlder) return same(present, wanted);
  const flagOf = (arg: string): string => arg.split('=', 1)[0] ?? '';
  const known = new Map(wanted.map((arg) => [flagOf(arg), arg]));
  return (
    present[0] === wanted[0] && present.every((arg) => (known.get(flagOf(arg)) ?? arg) === arg)
  );
}

/** Authorities change while pods run: a sidecar hears of others over its stream. What its pod says is no alteration. */
function withAuthorityOf(wanted: Container, env: readonly EnvVar[] = []): readonly EnvVar[] {
  const own = wanted.env?.find(({ name }) => name === AUTHORITY);
  return env.map((one) =>
    one.name === AUTHORITY && own !== undefined && one.valueFrom === undefined
      ? { ...one, value: own.value ?? '' }
      : one,
  );
}

interface Sidecar extends Container {
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly args?: readonly string[];
}

function settled({ args = [] }: Sidecar): readonly string[] {
  return args
    .filter((one) => !one.startsWith(LISTEN))
    .map((one) => (SIZE.test(one) ? '--max-data' : one));
}

import { isUntampered } from '../admission/injector/patch.ts';
import { reportOn } from '../admission/injector/report.ts';
import { sidecarContainer } from '../admission/injector/sidecar.ts';
import { same } from '../admission/json-patch.ts';
import { isAnnotated, SIDECAR, type Container, type Pod } from '../admission/pod.ts';
import type { InjectorSettings } from '../admission/settings.ts';

const LISTEN = '--listen=';
const AUTHORITY = 'CHAPERONE_BROKER_CA';

/**
 * How a pod's sidecar differs from the one that is injected; undefined where it does not. Connections are not compared: they
 * may be others by now, and what a sidecar is told goes by what its pod may use.
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
  if (!same(withoutListen(present), wanted.args)) return "the sidecar's args were changed";
  const { image, imagePullPolicy, args } = wanted;
  const env = withAuthorityOf(wanted, present.env);
  if (!isUntampered({ ...present, image, imagePullPolicy, args, env } as Container, wanted))
    return 'the sidecar was changed';
  return reportOn(pod, [], settings).refusals[0]?.message;
}

/** Authorities change while pods run: a sidecar hears of others over its stream. What its pod says is no alteration. */
function withAuthorityOf(wanted: Container, env: Container['env'] = []): Container['env'] {
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

function withoutListen({ args = [] }: Sidecar): readonly string[] {
  return args.filter((one) => !one.startsWith(LISTEN));
}

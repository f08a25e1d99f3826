import { createHash } from 'node:crypto';
import type { Layer } from './layer.ts';
import { tar, type TarEntry } from './tar.ts';

/** How a container of the image runs (OCI image specification, config.md). */
export interface ImageConfig {
  readonly Entrypoint: readonly string[];
  readonly User?: string;
  readonly Env?: readonly string[];
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>>;
}

const EPOCH = '1970-01-01T00:00:00Z';
const MEDIA = 'application/vnd.oci.image';
const MACHINES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const json = (value: object): Buffer => Buffer.from(JSON.stringify(value));
const fileAt = (path: string, content: Buffer): TarEntry => ({
  ...{ path, content, kind: 'file', mode: 0o644, uid: 0, target: '' },
});

/** An archive with one image, its layers from the lowest up (OCI image specification, image-layout.md), and what `docker load` reads beside it. */
export function archive(name: string, layers: readonly Layer[], config: ImageConfig): Buffer {
  const blobs: TarEntry[] = [];
  const blob = (mediaType: string, content: Buffer): Descriptor => {
    const hash = sha256(content);
    blobs.push(fileAt(`blobs/sha256/${hash}`, content));
    return { mediaType, digest: `sha256:${hash}`, size: content.length };
  };
  const files = layers.map((layer) => blob(`${MEDIA}.layer.v1.tar`, layer.bytes()));
  const platform = { architecture: MACHINES[process.arch] ?? process.arch, os: 'linux' };
  const image = blob(
    `${MEDIA}.config.v1+json`,
    json({
      ...{ created: EPOCH, ...platform, config },
      rootfs: { type: 'layers', diff_ids: files.map(({ digest }) => digest) },
      history: files.map(() => ({ created: EPOCH, created_by: 'hack/image/write' })),
    }),
  );
  const mediaType = `${MEDIA}.manifest.v1+json`;
  const manifest = blob(
    mediaType,
    json({ schemaVersion: 2, mediaType, config: image, layers: files }),
  );
  const annotations = {
    'io.containerd.image.name': name,
    'org.opencontainers.image.ref.name': name.slice(name.lastIndexOf(':') + 1),
  };
  const pathOf = ({ digest }: Descriptor): string => `blobs/${digest.replace(':', '/')}`;
  return tar([
    ...blobs,
    fileAt(
      'index.json',
      json({ schemaVersion: 2, manifests: [{ ...manifest, platform, annotations }] }),
    ),
    fileAt(
      'manifest.json',
      json([{ Config: pathOf(image), RepoTags: [name], Layers: files.map(pathOf) }]),
    ),
    fileAt('oci-layout', json({ imageLayoutVersion: '1.0.0' })),
  ]);
}

import { utf8ToBytes } from '@noble/hashes/utils.js';

import { canonicalJson } from '../../kernel/canonicalJson.ts';
import { sha256Hex } from '../../kernel/hash.ts';
import type { PublishedKeys } from '../publishedKeys.ts';

import { dossierSealText, FILE, type Manifest } from './manifest.ts';
import type { ZipFile } from './zip.ts';

/** What goes into a dossier beside its manifest. `events`: as stored, of one stream. */
export type DossierContent = {
  readonly pdf: Uint8Array;
  readonly documents: readonly ZipFile[];
  readonly photos: readonly ZipFile[];
  readonly events: readonly { readonly _id: string }[];
  readonly keys: PublishedKeys;
};

/** What its manifest says of itself. */
export type DossierHead = Omit<Manifest, 'schema' | 'files' | 'events'>;

/** The files of a dossier with manifest and signature. The same content, head and key give the same bytes. */
export async function sealDossier(
  head: DossierHead,
  content: DossierContent,
  sign: (text: string) => Promise<string>,
): Promise<readonly ZipFile[]> {
  const events = [...content.events].sort((one, other) => (one._id < other._id ? -1 : 1));
  const files: readonly ZipFile[] = [
    { name: FILE.pdf, bytes: content.pdf },
    { name: FILE.events, bytes: utf8ToBytes(events.map((event) => `${canonicalJson(event)}\n`).join('')) },
    { name: FILE.keys, bytes: utf8ToBytes(canonicalJson(content.keys)) },
    ...content.documents,
    ...content.photos,
  ];
  const manifest: Manifest = {
    ...head,
    schema: 'xunzhi.dossier.v1',
    files: files
      .map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Hex(bytes) }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
    events: events.map(({ _id }) => _id),
  };
  const bytes = utf8ToBytes(canonicalJson(manifest));
  const signature = await sign(dossierSealText(sha256Hex(bytes)));
  return [...files, { name: FILE.manifest, bytes }, { name: FILE.signature, bytes: utf8ToBytes(signature) }];
}

import type { EventEnvelope } from '../../events/envelope.ts';
import { chinaDateOf } from '../../kernel/chinaTime.ts';
import { sha256Hex } from '../../kernel/hash.ts';
import { publishedKeysField, type PublishedKeys } from '../publishedKeys.ts';
import { isSignedBy } from '../verifyCode.ts';

import { PARTS, type Finding, type FindingCode, type Part, type PartVerdict } from './findings.ts';
import { dossierSealText, FILE, manifestField, type Manifest } from './manifest.ts';
import { canonicalIn, textIn, type Open } from './open.ts';
import { checkDocuments, checkEvents, checkPhotos } from './verifyRecords.ts';
import { readZip } from './zip.ts';

/** What a dossier is worth. `signer`: whether its key came from outside or only from the dossier itself. */
export type DossierVerdict = {
  readonly genuine: boolean;
  readonly signer: 'trusted' | 'inside';
  readonly parts: readonly PartVerdict[];
  readonly manifest?: Manifest | undefined;
  /** SHA-256 of every file in it, by name. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Events that this version is too old to understand; their hashes were checked. */
  readonly newer: number;
  readonly events: readonly EventEnvelope[];
};

/**
 * Checks every byte of a dossier against every other: container, manifest, signature, files, events, documents, codes and
 * photos. Without `trusted` keys the signer is only who the dossier says; whoever writes it all anew and signs it with a key
 * of his own is found by trusted keys alone. Never throws.
 */
export function verifyDossier(zip: Uint8Array, trusted?: PublishedKeys): DossierVerdict {
  const counts = new Map<Part, number>();
  const findings: Finding[] = [];
  const { files: found, altered } = readZip(zip);
  const files = new Map(found.map(({ name, bytes }) => [name, bytes] as const));
  const open: Open = {
    files,
    hashes: new Map(found.map(({ name, bytes }) => [name, sha256Hex(bytes)] as const)),
    looked: (part, count = 1) => counts.set(part, (counts.get(part) ?? 0) + count),
    found: (part: Part, code: FindingCode, subject: string) => findings.push({ part, code, subject }),
  };
  open.looked('container');
  if (altered !== undefined)
    open.found('container', 'container_altered', altered.name ?? `0x${altered.at.toString(16)}`);
  const manifest = checkManifest(open);
  const inside = insideKeys(open);
  const keys = trusted ?? inside;
  if (manifest !== undefined) checkSignature(open, manifest, keys);
  if (manifest !== undefined) checkFiles(open, manifest);
  const { events, newer } = checkEvents(open, manifest);
  const named = [...checkDocuments(open, events, keys), ...checkPhotos(open, events)];
  checkNamed(open, new Set([...Object.values(FILE), ...named]));
  return {
    genuine: findings.length === 0,
    signer: trusted === undefined ? 'inside' : 'trusted',
    parts: PARTS.map((part) => ({
      part,
      count: counts.get(part) ?? 0,
      findings: findings.filter((finding) => finding.part === part),
    })),
    ...{ manifest, hashes: open.hashes, newer, events },
  };
}

/** The file of a dossier that has exactly these bytes: a PDF is what it was when there is one. */
export function fileWith({ hashes }: DossierVerdict, bytes: Uint8Array): string | undefined {
  const hash = sha256Hex(bytes);
  return [...hashes].find(([, known]) => known === hash)?.[0];
}

function checkManifest(open: Open): Manifest | undefined {
  open.looked('manifest');
  const manifest = manifestField.safeParse(canonicalIn(open, FILE.manifest)).data;
  if (manifest === undefined) open.found('manifest', 'unreadable', FILE.manifest);
  return manifest;
}

function insideKeys(open: Open): PublishedKeys | undefined {
  const keys = publishedKeysField.safeParse(canonicalIn(open, FILE.keys)).data;
  if (keys === undefined) open.found('files', 'keys_unreadable', FILE.keys);
  return keys;
}

function checkSignature(open: Open, manifest: Manifest, keys: PublishedKeys | undefined): void {
  open.looked('signature');
  const { device, madeAt } = manifest;
  const key = keys?.keys.find((one) => one.device === device);
  if (key === undefined) {
    open.found('signature', 'signer_unknown', device);
    return;
  }
  const text = dossierSealText(open.hashes.get(FILE.manifest) ?? '');
  const signature = textIn(open, FILE.signature) ?? '';
  const isOurs = /^[A-Za-z0-9+/]{85}[AQgw]==$/.test(signature) && isSignedBy(key, text, signature);
  if (!isOurs) open.found('signature', 'signature_wrong', FILE.signature);
  else if (key.revokedOn !== undefined && chinaDateOf(Date.parse(madeAt)) > key.revokedOn)
    open.found('signature', 'signer_revoked', device);
}

/** Manifest and signature are not in the manifest themselves: the signature is over the one and nothing else says the other. */
function checkFiles({ files, hashes, looked, found }: Open, manifest: Manifest): void {
  looked('files', manifest.files.length);
  for (const { name, bytes, sha256 } of manifest.files) {
    if (!files.has(name)) found('files', 'file_missing', name);
    else if (hashes.get(name) !== sha256 || files.get(name)?.length !== bytes) found('files', 'file_altered', name);
  }
  const listed = new Set([...manifest.files.map(({ name }) => name), FILE.manifest, FILE.signature]);
  for (const name of files.keys()) if (!listed.has(name)) found('files', 'file_added', name);
}

function checkNamed({ files, found }: Open, named: ReadonlySet<string>): void {
  for (const name of files.keys()) if (!named.has(name)) found('files', 'not_named', name);
}

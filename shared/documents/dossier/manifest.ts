import { z } from 'zod';

import { countField, instantField, orgField, sha256Field, textField, uuidField } from '../../events/fields.ts';

/** How the pieces of a file are put in order: by one published norm (正卷、副卷), or as they came about. */
export const DOSSIER_ORDERS = ['norm', 'time'] as const;
/** See `DOSSIER_ORDERS`. */
export type DossierOrder = (typeof DOSSIER_ORDERS)[number];

/** Names of the files that every dossier has. */
export const FILE = {
  pdf: 'dossier.pdf',
  events: 'events.jsonl',
  keys: 'keys.json',
  manifest: 'manifest.json',
  signature: 'manifest.sig',
} as const;

/** Where the kept PDF of a document stands: by kind and hash, because names of people and shops may be in titles. */
export function documentFile(kind: string, sha256: string): string {
  return `documents/${kind}-${sha256}.pdf`;
}

/** Where an original photo stands. */
export function photoFile(sha256: string, mime: string): string {
  return `photos/${sha256}.${mime === 'image/jpeg' ? 'jpg' : mime.slice(mime.indexOf('/') + 1)}`;
}

/** What a dossier holds: every other file with its hash, and every event by its id. One canonical text; the device signs it. */
export const manifestField = z.strictObject({
  schema: z.literal('xunzhi.dossier.v1'),
  /** Version of the app that made it. */
  app: textField(40),
  madeAt: instantField,
  /** The device that signed it. */
  device: uuidField,
  org: orgField,
  stream: z.string().regex(/^case:[0-9a-f-]{36}$/),
  order: z.enum(DOSSIER_ORDERS),
  /** Pages of the PDF with a page number of the dossier. */
  pages: countField,
  files: z.array(z.strictObject({ name: z.string(), bytes: countField, sha256: sha256Field })),
  events: z.array(z.string()),
});
/** See `manifestField`. */
export type Manifest = z.infer<typeof manifestField>;

/** The text that a dossier's signature is over; `hash`: of the bytes of the manifest. */
export function dossierSealText(hash: string): string {
  return `dossier:${hash}`;
}

import { p256 } from '@noble/curves/nist.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import type { CaseEvent } from '../../../case/caseEvent.ts';
import type { CaseState } from '../../../case/state.ts';
import { sha256Hex } from '../../../kernel/hash.ts';
import { base64 } from '../../../testing/base64.ts';
import { CASE_STREAM } from '../../../testing/builders.ts';
import { codeContent } from '../../code.ts';
import { buildSheet } from '../../fileSheet.ts';
import type { SheetKind } from '../../sheetInput.ts';
import { modelHash } from '../../sheetModel.ts';
import { aTold, FULL_SCRIPT } from '../../testing/aFullFile.ts';
import { aSheetInput } from '../../testing/aSheetInput.ts';
import { A_SECRET, aCodeContent, aPublication, aSignedCode } from '../../testing/aSignedCode.ts';
import { documentFile, photoFile } from '../manifest.ts';
import { sealDossier, type DossierContent, type DossierHead } from '../seal.ts';
import { zipParts, type ZipFile } from '../zip.ts';

const DEVICE = aCodeContent().device;
const PHOTO = utf8ToBytes('an original of the scene');
const FROZEN = [
  ['D17', 1],
  ['D22', 2],
] as const;

/** Bytes in the place of a printed document. */
function pdfOf(kind: SheetKind): Uint8Array {
  return utf8ToBytes(`%PDF of ${kind}`);
}

/** What an issuing event freezes of a document. */
function frozen(kind: SheetKind, n: number): Record<string, unknown> {
  const sheet = buildSheet(aSheetInput({ kind, number: `示例${kind}〔2024〕${String(n)}号` }));
  if (!sheet.ok) throw new Error(sheet.error);
  const model = sheet.value;
  const pdf = { sha256: sha256Hex(pdfOf(kind)), bytes: pdfOf(kind).length, pages: 2 };
  const code = aSignedCode(codeContent(model, 200_000, DEVICE));
  return { model, modelHash: modelHash(model), pdf, renderer: 'test', code };
}

/** A case of the ordinary procedure to its end, whose notice and decision were frozen, with one photo. `more`: what the data of an act says instead. */
export function aFrozenFile(more: NonNullable<Parameters<typeof aTold>[1]> = {}): {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
} {
  const changes = Object.fromEntries(FROZEN.map(([kind, n]) => [`document.issued:${kind}`, frozen(kind, n)]));
  const sha256 = sha256Hex(PHOTO);
  return aTold(FULL_SCRIPT, {
    ...changes,
    'case.opened:ordinary': { findings: [{ matter: 'MQ-04', description: '门前堆放空箱', photos: [sha256] }] },
    'case.rechecked:fixed': { photos: [sha256] },
    'photo.added': { sha256, bytes: PHOTO.length },
    ...more,
  });
}

/** A signature by the invented device. */
export function signedByDevice(text: string): Promise<string> {
  return Promise.resolve(base64(p256.sign(utf8ToBytes(text), A_SECRET, { lowS: false })));
}

/** The files of the dossier of that case. */
export function dossierFiles(
  content: Partial<DossierContent> = {},
  head: Partial<DossierHead> = {},
): Promise<readonly ZipFile[]> {
  const { events } = aFrozenFile();
  return sealDossier(
    {
      ...{ app: '0.1.0', madeAt: '2026-03-05T01:00:00.000Z', device: DEVICE, org: 'hsg' },
      ...{ stream: CASE_STREAM, order: 'norm', pages: 4 },
      ...head,
    },
    {
      pdf: utf8ToBytes('%PDF of the dossier'),
      documents: FROZEN.map(([kind]) => ({ name: documentFile(kind, sha256Hex(pdfOf(kind))), bytes: pdfOf(kind) })),
      photos: [{ name: photoFile(sha256Hex(PHOTO), 'image/jpeg'), bytes: PHOTO }],
      events,
      keys: aPublication(),
      ...content,
    },
    signedByDevice,
  );
}

/** One after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The ZIP of these files. */
export function zipOf(files: readonly ZipFile[]): Uint8Array {
  return joined(zipParts(files));
}

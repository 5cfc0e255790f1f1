import { fileWith, verifyDossier, type DossierVerdict } from '#shared/documents/dossier/verify.ts';
import { readZip } from '#shared/documents/dossier/zip.ts';
import { publishedKeysField, type PublishedKeys } from '#shared/documents/publishedKeys.ts';
import { verifyCode } from '#shared/documents/verifyCode.ts';

import { QuickRandom } from '../histories/quickRandom.ts';

import { makeDossier } from './madeDossier.ts';

/** What a byte is changed in. */
export const TARGETS = ['zip', 'pdf', 'code'] as const;
/** See `TARGETS`. */
export type Target = (typeof TARGETS)[number];

/** How often each was changed, and every change that nothing noticed. */
export type FlipResult = {
  readonly tried: Readonly<Record<Target, number>>;
  readonly missed: readonly string[];
  readonly zipBytes: number;
  readonly files: number;
};

/** A genuine dossier, its PDFs, its code and the keys in it. */
type Whole = {
  readonly zip: Uint8Array;
  readonly verdict: DossierVerdict;
  readonly pdfs: readonly Uint8Array[];
  readonly code: Uint8Array;
  readonly keys: PublishedKeys;
};

/**
 * Makes a dossier and changes one byte of its ZIP, of a PDF in it or of a code, again and again; what `verify` runs must say each
 * time that it is not what was made. Throws when it does not call the unchanged ones genuine.
 */
export async function flipMany(seed: string, times: number, say: (line: string) => void): Promise<FlipResult> {
  const whole = await openWhole();
  const tried = { zip: 0, pdf: 0, code: 0 };
  const missed: string[] = [];
  for (let n = 0; n < times; n += 1) {
    const random = new QuickRandom(`${seed}#${String(n)}`);
    const target = TARGETS[n % TARGETS.length] ?? 'zip';
    tried[target] += 1;
    const before = bytesOf(whole, target, random);
    const at = random.below(before.length);
    const bits = random.below(2) === 0 ? 1 << random.below(8) : 1 + random.below(255);
    const after = before.slice();
    after[at] = (after[at] ?? 0) ^ bits;
    if (!passes(whole, target, after)) continue;
    missed.push(`${target} byte ${String(at)} xor ${String(bits)} (${seed}#${String(n)})`);
    say(`wrong: not noticed: ${missed.at(-1) ?? ''}`);
  }
  return { tried, missed, zipBytes: whole.zip.length, files: whole.verdict.hashes.size };
}

async function openWhole(): Promise<Whole> {
  const { zip, code } = await makeDossier();
  const verdict = verifyDossier(zip);
  if (!verdict.genuine) throw new Error(`a dossier as it was made: ${JSON.stringify(verdict.parts)}`);
  const { files } = readZip(zip);
  const pdfs = files.filter(({ name }) => name.endsWith('.pdf')).map(({ bytes }) => bytes);
  const bytes = files.find(({ name }) => name === 'keys.json')?.bytes;
  const keys = publishedKeysField.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const whole = { zip, verdict, pdfs, code: new TextEncoder().encode(code), keys };
  if (!passes(whole, 'code', whole.code)) throw new Error('a code as it was made is not genuine');
  if (!pdfs.every((pdf) => passes(whole, 'pdf', pdf))) throw new Error('a PDF as it was made is not in its dossier');
  return whole;
}

function bytesOf({ zip, pdfs, code }: Whole, target: Target, random: QuickRandom): Uint8Array {
  if (target === 'pdf') return pdfs[random.below(pdfs.length)] ?? zip;
  return target === 'zip' ? zip : code;
}

/** True when it is called genuine. */
function passes({ verdict, keys }: Whole, target: Target, bytes: Uint8Array): boolean {
  if (target === 'zip') return verifyDossier(bytes).genuine;
  if (target === 'pdf') return fileWith(verdict, bytes) !== undefined;
  return verifyCode(new TextDecoder().decode(bytes), keys).is === 'genuine';
}

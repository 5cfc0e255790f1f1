import { utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';

import { canonicalJson } from '../../kernel/canonicalJson.ts';
import { textOfUtf8 } from '../../kernel/utf8.ts';
import { aPublication } from '../testing/aSignedCode.ts';

import type { FindingCode } from './findings.ts';
import { FILE } from './manifest.ts';
import { aFrozenFile, dossierFiles, zipOf } from './testing/aDossier.ts';
import { verifyDossier } from './verify.ts';
import type { ZipFile } from './zip.ts';

const FILES = await dossierFiles();
const ZIP = zipOf(FILES);

/** What is found in a dossier that was written anew, manifest and signature by its own device, with other content. */
async function foundIn(...input: Parameters<typeof dossierFiles>): Promise<readonly FindingCode[]> {
  return codesOf(zipOf(await dossierFiles(...input)));
}

function codesOf(zip: Uint8Array): readonly FindingCode[] {
  return verifyDossier(zip).parts.flatMap(({ findings }) => findings.map(({ code }) => code));
}

function changed(name: string, change: (file: ZipFile) => readonly ZipFile[]): Uint8Array {
  return zipOf(FILES.flatMap((file) => (file.name === name ? change(file) : [file])));
}

function fileAt(start: string): ZipFile {
  const found = FILES.find(({ name }) => name.startsWith(start));
  if (found === undefined) throw new Error(`no ${start}`);
  return found;
}

describe('a dossier', () => {
  it('is genuine as it was made, and says by whose keys', () => {
    const verdict = verifyDossier(ZIP);
    expect(verdict.parts.flatMap(({ findings }) => findings)).toEqual([]);
    expect(verdict).toMatchObject({ genuine: true, signer: 'inside', newer: 0 });
    expect(verdict.parts.every(({ count }) => count > 0)).toBe(true);
    expect(verifyDossier(ZIP, aPublication())).toMatchObject({ genuine: true, signer: 'trusted' });
  });

  it('has the same bytes each time', async () => {
    expect(zipOf(await dossierFiles())).toEqual(ZIP);
  });

  it('names nobody in the names of its files', () => {
    for (const { name } of FILES)
      expect(name).toMatch(
        /^(dossier\.pdf|events\.jsonl|keys\.json|manifest\.(json|sig)|(documents\/D\d{2}-|photos\/)[0-9a-f]{64}\.(pdf|jpg))$/,
      );
  });

  it('is not genuine with any byte changed', () => {
    for (let at = 0; at < ZIP.length; at += 997) {
      const copy = ZIP.slice();
      copy[at] = (copy[at] ?? 0) ^ 1;
      expect([at, verifyDossier(copy).genuine]).toEqual([at, false]);
    }
  });
});

describe('what was put into a new container', () => {
  it('is found by the manifest', () => {
    const photo = fileAt('photos/');
    const other = { ...photo, bytes: utf8ToBytes('another picture') };
    expect(codesOf(changed(photo.name, () => [other]))).toEqual(['file_altered', 'photo_altered']);
    expect(codesOf(changed(photo.name, () => []))).toEqual(['file_missing', 'photo_missing']);
    const added = { name: 'documents/more.pdf', bytes: utf8ToBytes('%PDF') };
    expect(codesOf(changed(photo.name, (file) => [file, added]))).toEqual(['file_added', 'not_named']);
    expect(codesOf(changed(FILE.pdf, (file) => [{ ...file, bytes: utf8ToBytes('%PDF') }]))).toEqual(['file_altered']);
    expect(codesOf(changed(FILE.keys, (file) => [{ ...file, bytes: utf8ToBytes('{}') }]))).toContain('keys_unreadable');
  });

  it('is found by the signature, when the manifest follows', async () => {
    const lie = (await dossierFiles({ pdf: utf8ToBytes('%PDF of a lie') })).filter(
      ({ name }) => name !== FILE.signature,
    );
    expect(codesOf(zipOf([...lie, fileAt(FILE.signature)]))).toEqual(['signature_wrong']);
    expect(codesOf(changed(FILE.manifest, (file) => [{ ...file, bytes: utf8ToBytes('{}') }]))).toEqual(['unreadable']);
  });
});

describe('what its own device signed anew', () => {
  const { events } = aFrozenFile();
  const some = events.find(({ type }) => type === 'case.decided') ?? events[0];

  it('is found where an event is not what its id says', async () => {
    const forged = events.map((event) => (event === some ? { ...event, by: 'liar' } : event));
    expect(await foundIn({ events: forged })).toEqual(['event_altered']);
    expect(await foundIn({ events: [...events, events[0] ?? { _id: '' }] })).toEqual(['event_twice']);
    expect(await foundIn({}, { stream: 'case:01234567-0123-7123-8123-0123456789ab' })).toContain('other_stream');
  });

  it('is found where a document or a photo is not the one that was recorded', async () => {
    const documents = FILES.filter(({ name }) => name.startsWith('documents/'));
    const photos = FILES.filter(({ name }) => name.startsWith('photos/'));
    const lie = ({ name }: ZipFile): ZipFile => ({ name, bytes: utf8ToBytes('%PDF of a lie') });
    expect(await foundIn({ documents: documents.map(lie) })).toEqual(['pdf_altered', 'pdf_altered']);
    expect(await foundIn({ documents: [] })).toEqual(['pdf_missing', 'pdf_missing']);
    expect(new Set(await foundIn({ photos: photos.map(lie) }))).toEqual(new Set(['photo_altered']));
  });

  it('is found where a key did not sign, is not published, or was revoked before', async () => {
    const [key] = aPublication().keys;
    const other = aPublication({ x: key?.y ?? '', y: key?.x ?? '' });
    expect(await foundIn({ keys: other })).toEqual(['signature_wrong', 'code_altered', 'code_altered']);
    const none = { ...aPublication(), keys: [] };
    expect(await foundIn({ keys: none })).toEqual(['signer_unknown', 'code_key_unknown', 'code_key_unknown']);
    const revoked = aPublication({ revokedOn: '2026-01-06' });
    expect(await foundIn({ keys: revoked })).toEqual(['signer_revoked', 'code_key_revoked', 'code_key_revoked']);
  });
});

it('whoever writes it all anew with a key of his own is found by trusted keys alone', () => {
  const trusted = aPublication({ device: '00000000-0000-4000-8000-00000000000a' });
  expect(verifyDossier(ZIP, trusted).genuine).toBe(false);
});

it('the lines of the records are one canonical text', () => {
  const text = textOfUtf8(fileAt(FILE.events).bytes) ?? '';
  expect(text).not.toBe('');
  for (const line of text.trimEnd().split('\n')) expect(canonicalJson(JSON.parse(line))).toBe(line);
});

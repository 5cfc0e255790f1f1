import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, expect, it } from 'vitest';

import { buildSheet } from '#shared/documents/fileSheet.ts';
import { aSheetInput } from '#shared/documents/testing/aSheetInput.ts';

import { archivalFaults, noArchivalCheck } from './testing/archivalCheck.ts';
import { sure } from './testing/goldenSet.ts';
import { rendererHere } from './testing/node.ts';

const AGENCY = '示例局 A&B <试>';

const folder = mkdtempSync(join(tmpdir(), 'xunzhi-metadata-'));
/** A writer leaves its marks on the library: they must not add up. */
const [, render] = [rendererHere(), rendererHere()];

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function pdfOf(agency: string): Promise<Uint8Array> {
  const org = { ...aSheetInput().org, name: agency };
  return (await render({ model: sure(buildSheet(aSheetInput({ org }))) })).pdf;
}

it('says the same of an agency in the dictionary of the file and in its XML, whatever its name is', async () => {
  const pdf = await pdfOf(AGENCY);
  expect((await PDFDocument.load(pdf, { updateMetadata: false })).getAuthor()).toBe(AGENCY);
  const [, creator] = /<dc:creator>\s*<rdf:Seq>\s*<rdf:li>(.*)<\/rdf:li>/.exec(Buffer.from(pdf).toString('utf8')) ?? [];
  expect(creator).toBe('示例局 A&amp;B &lt;试&gt;');
});

it('is what an archive takes, as another program finds that holds both against each other', async ({ skip }) => {
  const reason = noArchivalCheck();
  skip(reason !== undefined, reason);
  const file = join(folder, 'agency.pdf');
  writeFileSync(file, await pdfOf(AGENCY));
  expect(archivalFaults([file])).toEqual({});
});

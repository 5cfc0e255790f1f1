/**
 * Writes docs/documents.md: npx tsx scripts/generate/documents.ts
 * With a folder of rendered PDFs also docs/documents.png, the first page of every document side by side. They are made by
 * XUNZHI_SHEETS=DIR npx vitest run --project integration renderer/data/rendering; needs pdftoppm (poppler-utils).
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

import { inProject } from '../run/project.mjs';

import { documentListText } from './documentList.ts';

/** Size of a page in the picture, in points of the screen. */
const PAGE = { width: 300, height: 424 } as const;
const COLUMNS = 8;
const GAP = 14;
const TABLE_GREY = 0xc8;

type Grey = { readonly width: number; readonly height: number; readonly data: Uint8Array };

function firstPage(file: string): Grey {
  const size = ['-scale-to-x', String(PAGE.width), '-scale-to-y', String(PAGE.height)];
  const pgm = execFileSync('pdftoppm', ['-gray', '-f', '1', '-l', '1', ...size, file], { maxBuffer: 1 << 24 });
  return { ...PAGE, data: pgm.subarray(pgm.length - PAGE.width * PAGE.height) };
}

function sideBySide(pages: readonly Grey[]): Grey {
  const rows = Math.ceil(pages.length / COLUMNS);
  const width = GAP + COLUMNS * (PAGE.width + GAP);
  const height = GAP + rows * (PAGE.height + GAP);
  const data = new Uint8Array(width * height).fill(TABLE_GREY);
  for (const [at, page] of pages.entries()) {
    const left = GAP + (at % COLUMNS) * (PAGE.width + GAP);
    const top = GAP + Math.floor(at / COLUMNS) * (PAGE.height + GAP);
    for (let y = 0; y < page.height; y += 1)
      data.set(page.data.subarray(y * page.width, (y + 1) * page.width), (top + y) * width + left);
  }
  return { width, height, data };
}

function png({ width, height, data }: Grey): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) lines.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = deflateSync(lines, { level: 9 });
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function picture(folder: string): void {
  const files = readdirSync(folder).filter((name) => /^D\d{2}[A-Z]?(?:-[a-z]+)?\.pdf$/.test(name));
  const pages = files.sort().map((name) => firstPage(join(folder, name)));
  writeFileSync(inProject('docs/documents.png'), png(sideBySide(pages)));
}

writeFileSync(inProject('docs/documents.md'), documentListText());
const [, , folder] = process.argv;
if (folder !== undefined) picture(folder);

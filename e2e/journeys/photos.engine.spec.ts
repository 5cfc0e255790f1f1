import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, test } from '@playwright/test';

import { photoDataField } from '#shared/events/evidenceEvents.ts';
import { buildJpeg, type Rgb } from '#shared/evidence/testing/jpegBuilder.ts';

import { ownPhotos, shopPhoto, turnedPhoto } from '../fixtures/photos.ts';
import { startWorkerHarness, type WorkerHarness } from '../fixtures/workerHarness.ts';

/** What the worker answers of one import: the data, and the thumbnail's colours near its four corners. */
type Answer = {
  readonly ok: boolean;
  readonly error?: { readonly code: string; readonly name: string };
  readonly data?: Readonly<Record<string, unknown>> & {
    readonly thumb?: { readonly bytes: number; readonly widthPx: number; readonly heightPx: number };
  };
  readonly originalSha256?: string;
  readonly thumbSha256?: string;
  readonly corners?: readonly Rgb[];
};

const PHOTOS = resolve(import.meta.dirname, '../../renderer/data/photos').replaceAll('\\', '/');
const WORKER = `
import { importPhoto } from '${PHOTOS}/importPhoto.ts';
import { sha256OfBlob } from '${PHOTOS}/hashing.ts';

async function corners(blob) {
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const at = (x, y) => [...context.getImageData(Math.floor(bitmap.width * x), Math.floor(bitmap.height * y), 1, 1).data.slice(0, 3)];
  return [at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)];
}

onmessage = async ({ data: { path, name } }) => {
  const file = await (await fetch(path)).blob();
  const result = await importPhoto(file, name, '2024-03-05T02:00:00.000Z');
  if (!result.ok) return postMessage({ ok: false, error: result.error });
  const { original, thumb, data } = result.value;
  postMessage({
    ok: true,
    data,
    originalSha256: await sha256OfBlob(original),
    ...(thumb && { thumbSha256: await sha256OfBlob(thumb), corners: await corners(thumb) }),
  });
};
`;

let harness: WorkerHarness;

test.beforeAll(async () => {
  harness = await startWorkerHarness(WORKER);
});

test.afterAll(async () => {
  await harness.close();
});

/** Imports bytes in the engine and checks what holds for every file, whatever it is. */
async function importInEngine(name: string, bytes: Uint8Array): Promise<Answer> {
  const answer = await harness.ask<Answer>({ path: harness.serve(bytes), name });
  if (!answer.ok) {
    expect(answer.error?.name, 'a rejection names the file').toBe(name);
    return answer;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(answer.data).toMatchObject({ sha256, name, bytes: bytes.length });
  expect(answer.originalSha256, 'the original is untouched').toBe(sha256);
  photoDataField.parse({ ...answer.data, purpose: 'scene' });
  expect(answer.data?.thumb === undefined, 'only what is not shown has no thumbnail').toBe(
    answer.data?.['condition'] === 'not_shown',
  );
  if (answer.data?.thumb !== undefined) {
    expect(answer.thumbSha256).toBe((answer.data.thumb as unknown as { sha256: string }).sha256);
    expect(Math.max(answer.data.thumb.widthPx, answer.data.thumb.heightPx)).toBeLessThanOrEqual(480);
  }
  return answer;
}

for (const { name, bytes, expected } of ownPhotos()) {
  test(`own file ${name}`, async () => {
    expect(await importInEngine(name, bytes)).toMatchObject(expected);
  });
}

for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
  test(`orientation ${String(orientation)} stands upright in its thumbnail`, async () => {
    const { corners, data } = await importInEngine('turned.jpg', turnedPhoto(orientation));
    const [widthPx, heightPx] = [48, 64].sort((a, b) => (orientation < 5 ? b - a : a - b));
    expect(data?.thumb).toMatchObject({ widthPx, heightPx });
    expect(corners?.map(colourName)).toEqual(['red', 'green', 'blue', 'white']);
  });
}

test('a file of another type is told by its bytes, not by its name', async () => {
  expect(await importInEngine('照片.png', shopPhoto())).toMatchObject({
    ok: true,
    data: { mime: 'image/jpeg', thumb: { widthPx: 480, heightPx: 360 } },
  });
});

test('a picture of 50 megapixels is taken', async () => {
  const bytes = buildJpeg({
    columns: 1024,
    rows: 768,
    colourAt: (column, row) => [column & 255, row & 255, (column + row) & 255],
  });
  const answer = await importInEngine('large.jpg', bytes);
  expect(answer).toMatchObject({
    ok: true,
    data: { condition: 'ok', widthPx: 8192, heightPx: 6144, thumb: { widthPx: 480, heightPx: 360 } },
  });
});

test('too many bytes and too many pixels are refused', async () => {
  expect(await importInEngine('film.jpg', new Uint8Array(60 * 1024 * 1024 + 1))).toMatchObject({
    ok: false,
    error: { code: 'too_large' },
  });
  const claim = ownPhotos()
    .find((photo) => photo.name === 'plain.png')!
    .bytes.slice();
  new DataView(claim.buffer).setUint32(16, 30_000);
  new DataView(claim.buffer).setUint32(20, 30_000);
  expect(await importInEngine('bomb.png', claim)).toMatchObject({ ok: false, error: { code: 'too_large' } });
});

test('every file of XUNZHI_SAMPLES is stored, or rejected by name', async () => {
  say(
    SAMPLES === ''
      ? 'XUNZHI_SAMPLES is not set: only own photos were tried'
      : `XUNZHI_SAMPLES is set (Chromium ${harness.engine})`,
  );
  const names = sampleNames();
  const outcomes: string[] = [];
  for (const name of names) {
    const answer = await importInEngine(name, readFileSync(join(SAMPLES, name)));
    outcomes.push(outcome(answer));
    say(`  ${name}: ${outcome(answer)}`);
  }
  expect(outcomes.filter((text) => /^(stored|rejected)/.test(text))).toHaveLength(names.length);
});

const SAMPLES = photoFolder(process.env['XUNZHI_SAMPLES'] ?? '');

/** The folder of photos itself, also when the variable names the folder of all sample material. */
function photoFolder(samples: string): string {
  if (samples === '') return '';
  return ['data/photos', 'photos'].map((below) => join(samples, below)).find((folder) => existsSync(folder)) ?? samples;
}

/** The files of the folder; a folder without any would prove nothing. */
function sampleNames(): readonly string[] {
  const names = SAMPLES === '' ? [] : readdirSync(SAMPLES).sort();
  expect(names.length > 0, 'XUNZHI_SAMPLES holds files').toBe(SAMPLES !== '');
  return names;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function outcome({ data, error }: Answer): string {
  if (data === undefined) return `rejected: ${String(error?.code)}`;
  const { condition, mime, widthPx, heightPx, orientation, takenAtLocal, takenOffset, camera, position, thumb } = data;
  const size = thumb === undefined ? 'none' : `${String(thumb.widthPx)}x${String(thumb.heightPx)}`;
  const facts = { mime, widthPx, heightPx, orientation, thumb: size, takenAtLocal, takenOffset, camera, position };
  return `stored, ${String(condition)} ${JSON.stringify(facts)}`;
}

function colourName([red, green, blue]: Rgb): string {
  const bits = [red, green, blue].map((value) => (value > 128 ? '1' : '0')).join('');
  return (
    { '100': 'red', '010': 'green', '001': 'blue', '111': 'white' }[bits] ??
    `${String(red)},${String(green)},${String(blue)}`
  );
}

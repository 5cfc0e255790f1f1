import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import type { PrintJob } from '#renderer/data/rendering/render.ts';
import { GOLDEN_SET, goldenJob, goldenLine } from '#renderer/data/rendering/testing/goldenSet.ts';

import { launchApp } from '../fixtures/app.ts';
import { pdfWorkerScript } from '../fixtures/pdfWorker.ts';

const GOLDEN = resolve(import.meta.dirname, '../../renderer/data/rendering/testing/golden.txt');

type Drawn = { readonly pages: number; readonly sha256: string };

/** Has the page's PDF worker print; its bytes are hashed where they arrive. */
function drawIn(page: Page, { model, code, photos = [] }: PrintJob): Promise<Drawn> {
  const inBase64 = photos.map((photo) => Buffer.from(photo).toString('base64'));
  return page.evaluate(
    async ([shown, coded, jpegs]) => {
      const worker = Reflect.get(globalThis, '__pdfWorker') as Worker;
      const reply = new Promise<{
        ok: boolean;
        message?: string;
        value: { pdf: Uint8Array<ArrayBuffer>; pages: number };
      }>((resolve, reject) => {
        worker.onmessage = ({ data }) => {
          resolve(data as never);
        };
        worker.onerror = ({ message }) => {
          reject(new Error(message));
        };
      });
      const bytes = jpegs.map((jpeg) => Uint8Array.from(atob(jpeg), (char) => char.codePointAt(0) ?? 0));
      worker.postMessage({ model: shown, code: coded, photos: bytes });
      const { ok, message, value } = await reply;
      if (!ok) throw new Error(message);
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', value.pdf));
      return { pages: value.pages, sha256: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
    },
    [model, code, inBase64] as const,
  );
}

test('the worker of the built app draws every document with the bytes of the golden file', async () => {
  test.setTimeout(240_000);
  const app = await launchApp();
  await app.page.evaluate((name) => {
    const url = new URL(`assets/${name}`, globalThis.location.href);
    Reflect.set(globalThis, '__pdfWorker', new Worker(url, { type: 'module', name: 'pdf' }));
  }, pdfWorkerScript());
  let lines = '';
  for (const document of GOLDEN_SET) {
    const { pages, sha256 } = await drawIn(app.page, goldenJob(document));
    lines += goldenLine(document, pages, sha256);
  }
  expect(lines).toBe(readFileSync(GOLDEN, 'utf8'));
  await app.close();
  rmSync(app.profile, { recursive: true, force: true });
});

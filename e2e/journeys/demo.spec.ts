import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '@playwright/test';

import type { Report } from '../../scripts/report/report.ts';
import { freshFolder } from '../fixtures/app.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CLOCK_AND_SEED = { XUNZHI_CLOCK: '2026-03-02T01:00:00.000Z', XUNZHI_SEED: 'twice' } as const;

type Run = { readonly report: Report; readonly pdf: Buffer; readonly pictures: number };

async function runDemo(): Promise<Run> {
  const out = freshFolder('demo');
  const json = join(out, 'demo.json');
  const command = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'e2e/demo/run.ts', '--out', out, '--json', json];
  await promisify(execFile)(process.execPath, command, { cwd: ROOT, env: { ...process.env, ...CLOCK_AND_SEED } });
  return {
    report: JSON.parse(readFileSync(json, 'utf8')) as Report,
    pdf: readFileSync(join(out, 'notice.pdf')),
    pictures: readdirSync(out).filter((name) => name.endsWith('.png')).length,
  };
}

test('two demo runs with the same seed and clock give the same notice, byte for byte', async () => {
  test.setTimeout(400_000);
  const first = await runDemo();
  const second = await runDemo();
  expect(first.report.status).toBe('ok');
  expect(first.pictures).toBeGreaterThan(10);
  expect(second.pdf.equals(first.pdf)).toBe(true);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { dossierFiles, zipOf } from '#shared/documents/dossier/testing/aDossier.ts';
import { pageWithKeys } from '#shared/documents/keysPage.ts';
import { aPublication, aSignedCode } from '#shared/documents/testing/aSignedCode.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'xunzhi-verify-'));
const files = await dossierFiles();
const zip = zipOf(files);
const ZIP = write('案卷.zip', zip);
const PAGE = write(
  'verify.html',
  pageWithKeys(readFileSync(join(ROOT, 'resources/verify/index.html'), 'utf8'), aPublication()),
);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** As `npm run verify -- …`: exit code and what it printed. */
function verify(...args: string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/verify.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

describe('npm run verify', () => {
  it('finds a dossier genuine, and says that its signer was checked only by its own keys', () => {
    const { status, said } = verify(ZIP);
    expect(status).toBe(0);
    for (const words of ['压缩包', '清单签名', '办案记录', '文书二维码', '照片']) expect(said).toContain(words);
    expect(said).toContain('结论：真实');
    expect(said).toContain('没有用 --keys');
  });

  it('takes the keys of the page that the bureau publishes, and writes what it found', () => {
    const json = join(folder, 'verdict.json');
    const { status, said } = verify(ZIP, '--keys', PAGE, '--json', json);
    expect([status, said.includes('没有用 --keys')]).toEqual([0, false]);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ genuine: true, signer: 'trusted' });
  });

  it('names what was altered', () => {
    const copy = zip.slice();
    const at = Buffer.from(copy).indexOf('an original of the scene');
    copy[at] = 0;
    const { status, said } = verify(write('altered.zip', copy));
    expect(status).toBe(1);
    expect(said).toMatch(/照片：原始照片被改动 photos\/[0-9a-f]{64}\.jpg/);
    expect(said).toContain('结论：被改动');
  });

  it('tells whether a PDF is one of a dossier', () => {
    const pdf = files.find(({ name }) => name.startsWith('documents/D22'))?.bytes ?? new Uint8Array();
    expect(verify(write('决定.pdf', pdf), '--in', ZIP)).toMatchObject({ status: 0 });
    const other = verify(
      write(
        '改.pdf',
        pdf.map((byte, at) => (at === 7 ? byte ^ 1 : byte)),
      ),
      '--in',
      ZIP,
    );
    expect([other.status, other.said.includes('没有与它逐字节相同的文件')]).toEqual([1, true]);
  });

  it('tells whether a code is signed by a published key', () => {
    const code = aSignedCode();
    expect(verify('--code', code, '--keys', PAGE)).toMatchObject({ status: 0 });
    expect(verify('--code', code.replace('200000', '900000'), '--keys', PAGE)).toMatchObject({ status: 1 });
  });

  it('never calls genuine what it could not check', () => {
    for (const args of [[], ['--code', aSignedCode()], [join(folder, 'none.zip')], [ZIP, '--keys', ZIP]])
      expect([args, verify(...args).status]).toEqual([args, 2]);
    expect(verify(write('no.zip', 'no ZIP')).status).toBe(1);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { fontFolders, readFontFile } from './fonts.ts';

const folder = mkdtempSync(join(tmpdir(), 'xunzhi-fontfolder-'));
mkdirSync(join(folder, 'truetype/office'), { recursive: true });
writeFileSync(join(folder, 'truetype/office/SIMFANG.TTF'), 'font');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('fonts of this computer', () => {
  it('are found by the name of their file, in any folder below and in any case', async () => {
    const found = await readFontFile('simfang.ttf', [join(folder, 'not there'), folder]);
    expect(new TextDecoder().decode(found)).toBe('font');
    expect(await readFontFile('simhei.ttf', [folder])).toBeUndefined();
  });

  it('lie where the system and the person keep them', () => {
    expect(fontFolders('linux', '/home/a')).toContain('/home/a/.local/share/fonts');
    expect(fontFolders('darwin', '/Users/a')).toContain('/Users/a/Library/Fonts');
    expect(fontFolders('win32', 'C:\\Users\\a')[0]).toMatch(/Fonts$/);
  });
});

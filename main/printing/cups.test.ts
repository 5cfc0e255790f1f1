import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { printWithCups } from './cups.ts';

async function aCommand(script: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'xunzhi-lp-')), 'lp');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('printWithCups', () => {
  it('hands over every byte, the printer and the title', async () => {
    const command = await aCommand('cat > "$0.pdf"; printf "%s|" "$@" > "$0.args"');
    const bytes = Buffer.alloc(300_000, 'pdf');
    expect(await printWithCups('office; rm', '通知书', bytes, command)).toMatchObject({ ok: true });
    expect((await readFile(`${command}.pdf`)).equals(bytes)).toBe(true);
    expect(await readFile(`${command}.args`, 'utf8')).toBe('-d|office; rm|-t|通知书|-o|media=A4|');
  });

  it('says why nothing was printed', async () => {
    const refusing = await aCommand('exit 4');
    const failed = (detail: string): unknown => ({ ok: false, error: { code: 'print_failed', detail } });
    expect(await printWithCups('p', 't', Buffer.alloc(300_000), refusing)).toEqual(failed('lp_4'));
    expect(await printWithCups('p', 't', Buffer.alloc(1), '/no/such/lp')).toEqual(failed('ENOENT'));
  });
});

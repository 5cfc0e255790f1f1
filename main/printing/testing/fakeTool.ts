import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CupsTools } from '../tools.ts';

/** Shell scripts that stand for the commands of CUPS; one that is not given fails. `$0.args` is theirs to write. */
export async function fakeTools(scripts: Partial<CupsTools>): Promise<CupsTools> {
  const folder = await mkdtemp(join(tmpdir(), 'xunzhi-lp-'));
  const tools = { lp: '', lpstat: '', cancel: '' };
  for (const name of ['lp', 'lpstat', 'cancel'] as const) {
    tools[name] = join(folder, name);
    await writeFile(tools[name], `#!/bin/sh\n${scripts[name] ?? 'exit 9'}\n`);
    await chmod(tools[name], 0o755);
  }
  return tools;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { inProject } from './project.mjs';

/** Runs a module's text as a program of its own and gives its first line of output. */
async function program(text: string, env: NodeJS.ProcessEnv = process.env): ReturnType<typeof firstLine> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], { cwd: inProject(), env });
  return firstLine(child);
}

async function firstLine(
  child: ReturnType<typeof spawn>,
): Promise<{ readonly child: ReturnType<typeof spawn>; readonly line: string }> {
  const [data] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, line: data.toString().trim() };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 50 && isAlive(pid); tries += 1) await wait(100);
  return !isAlive(pid);
}

describe.runIf(process.platform === 'linux')('children', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('end with their grandchildren on %s', async (signal) => {
    const { child, line } = await program(`
      import { start } from './scripts/run/child.mjs';
      start(['sh', '-c', 'sleep 300 & echo $!; wait']);
    `);
    const grandchild = Number(line);
    expect(isAlive(grandchild)).toBe(true);
    child.kill(signal);
    await once(child, 'exit');
    expect(await isGone(grandchild)).toBe(true);
  });

  it('show a display that is there as long as its program', async () => {
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...bare } = process.env;
    const { child, line } = await program(
      `
      import { ensureDisplay } from './scripts/electron/display.mjs';
      await ensureDisplay({ say: () => undefined });
      console.log(process.env.DISPLAY);
      setInterval(() => undefined, 1000);
    `,
      bare,
    );
    expect(line).toMatch(/^:\d+$/);
    const socket = `/tmp/.X11-unix/X${line.slice(1)}`;
    expect(existsSync(socket)).toBe(true);
    child.kill('SIGTERM');
    await once(child, 'exit');
    await expect.poll(() => existsSync(socket), { timeout: 5000 }).toBe(false);
  });
});

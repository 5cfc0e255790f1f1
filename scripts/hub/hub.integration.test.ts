import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { describe, expect, it } from 'vitest';

import { demoPlan } from '../server-setup/demoPlan.ts';
import { provision } from '../server-setup/provision.ts';

import { startHub } from './start.ts';
import { aHub } from './testing/testServer.ts';

const NOW_MS = Date.UTC(2026, 5, 1);

function basic(user: string, password: string): { readonly headers: { readonly authorization: string } } {
  return { headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` } };
}

/** What only the hub does, whatever server the other tests run against. */
describe('the embedded hub', () => {
  it('answers on the loopback interface only', async () => {
    await expect(startHub({ dataDir: '/nonexistent', port: 0, host: '0.0.0.0' })).rejects.toThrow(/127\.0\.0\.1 only/);
  });

  it('keeps data, accounts, rights and settings over a restart', async () => {
    const { hub, dataDir } = await aHub();
    await provision(hub.adminUrl, demoPlan(NOW_MS));
    await hub.close();
    const again = await startHub({ dataDir, port: 0 });
    const own = basic('chen.wei', 'xunzhi-demo');
    const sites = (await (await fetch(`${again.url}/work-hsg/_all_docs`, own)).json()) as { rows: { id: string }[] };
    expect(sites.rows.filter(({ id }) => id.startsWith('site:'))).toHaveLength(7);
    expect((await fetch(`${again.url}/work-xss/_all_docs`, own)).status).toBe(403);
    expect((await provision(again.adminUrl, demoPlan(NOW_MS))).filter(({ did }) => did !== 'unchanged')).toEqual([]);
    await again.close();
    await rm(dataDir, { recursive: true });
  });

  it('answers in the clock it is given', async () => {
    const { hub, end } = await aHub({ clockMs: NOW_MS });
    const response = await fetch(hub.url);
    expect(response.headers.get('date')).toBe('Mon, 01 Jun 2026 00:00:00 GMT');
    const { uuids } = (await (await fetch(`${hub.url}/_uuids`)).json()) as { uuids: string[] };
    expect(Number.parseInt(uuids[0]?.slice(0, 14) ?? '', 16)).toBe(NOW_MS * 1000);
    await end();
  });

  it('opens a locked account after five minutes', async () => {
    let nowMs = NOW_MS;
    const { hub, end } = await aHub({ nowMs: () => nowMs });
    const status = async (password: string): Promise<number> =>
      (await fetch(`${hub.url}/_session`, basic('admin', password))).status;
    for (let n = 0; n < 5; n += 1) expect(await status('wrong')).toBe(401);
    expect(await status('wrong')).toBe(403);
    nowMs += 299_000;
    expect(await status('xunzhi-demo')).toBe(403);
    nowMs += 1000;
    expect(await status('xunzhi-demo')).toBe(200);
    await end();
  });

  it('has no CORS before it is provisioned, as a fresh CouchDB', async () => {
    const { hub, end } = await aHub();
    const response = await fetch(hub.url, { headers: { origin: 'app://xunzhi' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    await end();
  });

  it('starts from the command line, says where, and ends cleanly in the middle of a long poll', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'xunzhi-hub-'));
    const hub = spawn(
      process.execPath,
      [
        'node_modules/tsx/dist/cli.mjs',
        'scripts/hub/cli.ts',
        '--data',
        dataDir,
        '--port',
        '0',
        '--demo',
        '--clock',
        '2026-06-01T00:00:00Z',
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const lines: string[] = [];
    const errors: string[] = [];
    hub.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
    const url = await new Promise<string>((resolve) => {
      createInterface({ input: hub.stdout }).on('line', (line) => {
        lines.push(line);
        resolve(/^hub ready (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1] ?? '');
      });
    });
    const databases = (await (await fetch(`${url}/_all_dbs`, basic('admin', 'xunzhi-demo'))).json()) as string[];
    expect(databases).toEqual(
      expect.arrayContaining([
        'bureau',
        'numbers',
        'brigade',
        'case-hsg-2025',
        'case-hsg-2026',
        'evidence-xl-2026',
        'work-hscg',
      ]),
    );
    const poll = fetch(`${url}/bureau/_changes?feed=longpoll&since=now`, basic('chen.wei', 'xunzhi-demo')).then(
      (response) => response.status,
      () => 0,
    );
    const ended = new Promise<number | null>((resolve) => hub.on('exit', resolve));
    hub.kill('SIGTERM');
    expect(await ended).toBe(0);
    await poll;
    expect(lines).toHaveLength(1);
    expect(errors.join('')).toBe('');
    await rm(dataDir, { recursive: true });
  });
});

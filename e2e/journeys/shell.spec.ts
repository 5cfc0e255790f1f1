import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';

import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';

import type { BridgeApi } from '#shared/bridge/contract.ts';

import { resolveElectron } from '../../scripts/electron/resolve.mjs';
import { freshFolder, launchApp, type RunningApp } from '../fixtures/app.ts';

type AppWindow = Window & { readonly xunzhi: BridgeApi; readonly __cspViolations: readonly string[] };
type AnyCall = { readonly xunzhi: { readonly invoke: (channel: unknown, input: unknown) => Promise<unknown> } };

let running: RunningApp;
const page = (): Page => running.page;

test.beforeAll(async () => {
  running = await launchApp({ seed: 'shell' });
});

test.afterAll(async () => {
  // Not `running.close()`: these tests provoke violations of the policy on purpose.
  await running.app.close();
});

/** Calls the bridge as a page with any input could. */
function call(channel: string, input: unknown): Promise<unknown> {
  return page().evaluate(([name, value]) => (window as unknown as AnyCall).xunzhi.invoke(name, value), [
    channel,
    input,
  ] as const);
}

test('the page has the bridge and nothing of Node, and breaks no policy', async () => {
  const seen = await page().evaluate(() => ({
    origin: window.location.origin,
    url: window.location.href.split('#')[0],
    globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
    bridge: Object.keys((window as unknown as AppWindow).xunzhi),
    violations: (window as unknown as AppWindow).__cspViolations,
    nonces: [document.querySelector('meta[name=csp-nonce]')?.getAttribute('content')],
  }));
  expect(seen).toMatchObject({
    origin: 'app://xunzhi',
    url: 'app://xunzhi/index.html',
    globals: [],
    bridge: ['invoke'],
    violations: [],
  });
  expect(seen.nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
});

test('injected scripts, styles and frames do not run', async () => {
  const ran = await page().evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(script, frame);
    // Later, from a timer: what the test tool evaluates directly is exempt from the policy.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what must fail
          new Function('return 1');
          resolve('ran');
        } catch {
          resolve('blocked');
        }
      }, 200);
    });
    script.remove();
    frame.remove();
    return {
      injected: 'injected' in window,
      evaluated,
    };
  });
  expect(ran).toEqual({ injected: false, evaluated: 'blocked' });
  const blocked = (): Promise<number> => page().evaluate(() => (window as unknown as AppWindow).__cspViolations.length);
  await expect.poll(blocked).toBeGreaterThanOrEqual(3);
});

test('files outside the page cannot be fetched', async () => {
  const statuses = await page().evaluate(
    (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).status)),
    [
      'app://xunzhi/../main/index.cjs',
      'app://xunzhi/..%2fmain/index.cjs',
      'app://xunzhi/%2e%2e%2f%2e%2e%2fpackage.json',
      'app://xunzhi/nothing.js',
    ],
  );
  expect(statuses).toEqual([404, 404, 404, 404]);
});

test('bad calls of the bridge are answered by code', async () => {
  const refused = (code: string): unknown => ({ ok: false, error: { code } });
  expect(await call('no.such', {})).toEqual(refused('unknown_channel'));
  expect(await call('__proto__', {})).toEqual(refused('unknown_channel'));
  expect(await call('app.info', { more: 1 })).toEqual(refused('bad_input'));
  expect(await call('files.save', { name: 'a.pdf', bytes: 'text' })).toEqual(refused('bad_input'));
  expect(await call('server.configure', { url: 'javascript:alert(1)' })).toEqual(refused('bad_url'));
  expect(await call('server.configure', { url: 'http://user:secret@127.0.0.1' })).toEqual(refused('bad_url'));
  expect(await call('app.info', {})).toMatchObject({ ok: true, value: { packaged: false } });
});

test('no navigation, no new window', async () => {
  const before = page().url();
  const opened = await page().evaluate(() => {
    const other = window.open('https://example.com/');
    window.location.href = 'https://example.com/';
    return other;
  });
  expect(opened).toBeNull();
  await page().evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(page().url()).toBe(before);
  expect(running.app.windows()).toHaveLength(1);
  const handlers = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(handlers).toBe(1);
});

test('files are saved where the person chose, or the reason is named', async () => {
  const target = join(freshFolder('saved'), '通知书.pdf');
  const choose = (path: string): Promise<void> =>
    running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === '', filePath });
    }, path);
  const save = (): Promise<unknown> =>
    page().evaluate(() =>
      (window as unknown as AppWindow).xunzhi.invoke('files.save', {
        name: '通知书.pdf',
        bytes: new Uint8Array([37, 80, 68, 70]),
      }),
    );
  await choose(target);
  expect(await save()).toEqual({ ok: true, value: { saved: true, path: target } });
  expect(readFileSync(target, 'utf8')).toBe('%PDF');
  await choose('');
  expect(await save()).toEqual({ ok: true, value: { saved: false } });
  const folder = join(freshFolder('saved'), 'taken.pdf');
  mkdirSync(join(folder, 'inside'), { recursive: true });
  await choose(folder);
  expect(await save()).toMatchObject({ ok: false, error: { code: 'write_failed' } });
});

test('a second start with the same profile ends, and the first stays', async () => {
  const { executablePath, args } = await resolveElectron({ say: () => undefined });
  const env = { ...process.env, XUNZHI_PROFILE: running.profile };
  const second = spawnSync(executablePath, args, { env, timeout: 30_000, encoding: 'utf8' });
  expect(second.status).toBe(0);
  expect(await call('app.info', {})).toMatchObject({ ok: true });
});

test.describe('with a camera and a server', () => {
  let app: ElectronApplication;
  let camera: Page;
  let server: Server;
  let url: string;

  test.beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('access-control-allow-origin', 'app://xunzhi');
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
    const { executablePath, args } = await resolveElectron({ say: () => undefined });
    const env = { ...(process.env as Record<string, string>), XUNZHI_PROFILE: freshFolder('profile') };
    app = await _electron.launch({ executablePath, args: [...args, '--use-fake-device-for-media-stream'], env });
    camera = await app.firstWindow();
    await camera.waitForFunction(() => 'xunzhi' in window);
  });

  test.afterAll(async () => {
    await app.close();
    server.close();
  });

  test('the camera and the position are allowed and nothing else; positions are asked of nobody abroad', async () => {
    const answers = await camera.evaluate(async () => {
      const media = (wanted: MediaStreamConstraints): Promise<string> =>
        navigator.mediaDevices.getUserMedia(wanted).then(
          (stream) => {
            for (const track of stream.getTracks()) track.stop();
            return 'allowed';
          },
          (error: unknown) => (error as DOMException).name,
        );
      const state = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      return {
        video: await media({ video: true }),
        audio: await media({ audio: true }),
        both: await media({ audio: true, video: true }),
        notifications: await state('notifications'),
        geolocation: await state('geolocation'),
        clipboard: await state('clipboard-read'),
      };
    });
    expect(answers).toEqual({
      video: 'allowed',
      audio: 'NotAllowedError',
      both: 'NotAllowedError',
      notifications: 'denied',
      geolocation: 'granted',
      clipboard: 'denied',
    });
    const mapped = await app.evaluate(({ app: electron }) => electron.commandLine.getSwitchValue('host-rules'));
    expect(mapped).toBe('MAP www.googleapis.com 127.0.0.1:9');
  });

  test('requests go to the configured server only, and to a new one at once', async () => {
    const reach = (): Promise<string> =>
      camera.evaluate(
        (target) =>
          fetch(target).then(
            () => 'reached',
            () => 'blocked',
          ),
        `${url}/x`,
      );
    expect(await reach()).toBe('blocked');
    const loaded = camera.waitForEvent('load');
    const answer = await camera.evaluate(
      (target) => (window as unknown as AppWindow).xunzhi.invoke('server.configure', { url: target }),
      `${url}/`,
    );
    expect(answer).toEqual({ ok: true, value: { server: url } });
    await loaded;
    await camera.waitForFunction(() => 'xunzhi' in window);
    expect(await reach()).toBe('reached');
  });
});

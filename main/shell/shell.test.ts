import { describe, expect, it } from 'vitest';

import { mimeOf, resolveAsset } from './assets.ts';
import { APP_ORIGIN, pagePolicy, workerPolicy } from './csp.ts';
import { readEnvironment } from './environment.ts';
import { NetOutcomes } from './netOutcomes.ts';
import { mayUse } from './permissions.ts';

describe('content security policy', () => {
  it('names the server and the nonce, and allows nothing unsafe', () => {
    const policy = pagePolicy('http://127.0.0.1:5984', 'abc');
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:5984;");
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
    expect(policy).toMatch(/^default-src 'none'/);
    for (const text of [policy, workerPolicy('http://a')]) expect(text).not.toMatch(/unsafe|\*/);
  });

  it('connects nowhere without a server', () => {
    expect(pagePolicy(null, 'abc')).toContain("connect-src 'self';");
    expect(workerPolicy(null)).toMatch(/connect-src 'self'$/);
  });
});

describe('resolveAsset', () => {
  const find = (url: string): string | undefined => resolveAsset('/app/out/renderer', url, APP_ORIGIN);

  it('finds files below the root', () => {
    expect(find('app://xunzhi/')).toBe('/app/out/renderer/index.html');
    expect(find('app://xunzhi/assets/a%20b.js?v=1#x')).toBe('/app/out/renderer/assets/a b.js');
  });

  it.each([
    'app://xunzhi/..%2f..%2fmain/index.js',
    'app://xunzhi/%2e%2e%2fmain/index.js',
    'app://xunzhi/..%5cmain',
    'app://xunzhi/a%00.js',
    'app://xunzhi/%zz',
    'app://other/index.html',
    'file:///etc/passwd',
    'not a url',
  ])('refuses %s', (url) => {
    expect(find(url)).toBeUndefined();
  });

  it('knows the types that browsers insist on', () => {
    expect(['a.MJS', 'a.ttf', 'a.woff2', 'a.json', 'a.wasm', 'a.bin'].map(mimeOf)).toEqual([
      'text/javascript; charset=utf-8',
      'font/ttf',
      'font/woff2',
      'application/json; charset=utf-8',
      'application/wasm',
      'application/octet-stream',
    ]);
  });
});

describe('mayUse', () => {
  it('allows the camera and the position to our page and nothing else', () => {
    expect(mayUse('media', 'app://xunzhi/', ['video'])).toBe(true);
    expect(mayUse('media', 'app://xunzhi/', ['video', 'audio'])).toBe(false);
    expect(mayUse('media', 'app://xunzhi/', ['audio'])).toBe(false);
    expect(mayUse('media', 'app://xunzhi/', [])).toBe(false);
    expect(mayUse('media', 'app://xunzhi.evil/', ['video'])).toBe(false);
    expect(mayUse('media', 'https://example.com/', ['video'])).toBe(false);
    expect(mayUse('geolocation', 'app://xunzhi/', [])).toBe(true);
    expect(mayUse('geolocation', 'https://example.com/', [])).toBe(false);
    expect(mayUse('notifications', 'app://xunzhi/', [])).toBe(false);
  });
});

describe('readEnvironment', () => {
  const env = {
    XUNZHI_PROFILE: '/p',
    XUNZHI_SERVER: 'https://a/',
    XUNZHI_CLOCK: 'c',
    XUNZHI_SEED: 's',
    XUNZHI_CATALOGUE: '/c',
    XUNZHI_RELAUNCH: 'no',
  };

  it('is heard in unpackaged builds', () => {
    expect(readEnvironment(env, false, '/app/out/main', '/res')).toEqual({
      profile: '/p',
      server: 'https://a',
      clock: 'c',
      seed: 's',
      catalogue: '/c',
      relaunches: false,
    });
    const plain = readEnvironment({ XUNZHI_SERVER: 'http://192.168.1.5:5984' }, false, '/app/out/main', '/res');
    expect(plain.server).toBeNull();
    expect(readEnvironment({}, false, '/app/out/main', '/res').catalogue).toBe('/app/resources/catalogue');
  });

  it('is ignored in a packaged app', () => {
    expect(readEnvironment(env, true, '/app/out/main', '/res')).toEqual({
      profile: undefined,
      server: null,
      clock: null,
      seed: null,
      catalogue: '/res/catalogue',
      relaunches: true,
    });
  });
});

describe('NetOutcomes', () => {
  it('keeps the last outcome of a URL without its query', () => {
    const outcomes = new NetOutcomes();
    expect(outcomes.of('http://a/db?x=1')).toEqual({ is: 'unknown' });
    outcomes.record('http://a/db?x=1', { is: 'error', code: 'net::ERR_FAILED' });
    outcomes.record('http://a/db?y=2', { is: 'status', status: 401 });
    expect(outcomes.of('http://a/db#z')).toEqual({ is: 'status', status: 401 });
    expect(outcomes.of('nonsense')).toEqual({ is: 'unknown' });
  });

  it('forgets the oldest of many', () => {
    const outcomes = new NetOutcomes();
    for (let n = 0; n <= 500; n += 1) outcomes.record(`http://a/${String(n)}`, { is: 'status', status: 200 });
    expect(outcomes.of('http://a/0')).toEqual({ is: 'unknown' });
    expect(outcomes.of('http://a/1')).toEqual({ is: 'status', status: 200 });
  });
});

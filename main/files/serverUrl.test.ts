import { describe, expect, it } from 'vitest';

import { parseProxy, parseServerUrl } from './serverUrl.ts';

describe('parseServerUrl', () => {
  it.each([
    ['http://127.0.0.1:5984/', 'http://127.0.0.1:5984'],
    ['http://127.8.9.10:5984', 'http://127.8.9.10:5984'],
    ['http://localhost:5984', 'http://localhost:5984'],
    [' https://Couch.Example.cn ', 'https://couch.example.cn'],
    ['https://couch.example.cn:443', 'https://couch.example.cn'],
    ['https://192.168.1.5:6984', 'https://192.168.1.5:6984'],
  ])('takes %s', (text, server) => {
    expect(parseServerUrl(text)).toEqual({ ok: true, value: server });
  });

  it.each([
    '',
    'couch.example.cn',
    'ftp://a',
    'file:///etc',
    'https://u:p@a',
    'https://u@a',
    'https://a/db',
    'https://a/?q',
    'https://a/#f',
    'http://[::1]:5984',
    "https://a;script-src 'unsafe-eval'",
  ])('refuses %j', (text) => {
    expect(parseServerUrl(text)).toEqual({ ok: false, error: 'bad_url' });
  });

  it.each([
    'http://192.168.1.5:5984',
    'http://10.0.0.1',
    'http://couch.example.cn',
    'http://localhost.example.cn:5984',
    'http://127.0.0.1.example.cn',
    'http://0.0.0.0:5984',
    'http://a',
  ])('refuses %s, which would carry the password in the clear', (text) => {
    expect(parseServerUrl(text)).toEqual({ ok: false, error: 'insecure_url' });
  });
});

describe('parseProxy', () => {
  it('takes host and port, and nothing else', () => {
    expect(parseProxy(' http://Proxy.gov.cn:8080/ ')).toEqual({ ok: true, value: 'http://proxy.gov.cn:8080' });
    for (const text of [
      '',
      'proxy:80',
      'http://p',
      'https://p:1',
      'http://u:p@p:80',
      'http://p:70000',
      'http://p:80/x',
      'http://p:80;q:81',
    ])
      expect([text, parseProxy(text).ok]).toEqual([text, false]);
  });
});

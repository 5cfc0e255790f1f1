import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { readCaFile } from './caFile.ts';
import { Authority } from './testing/authority.ts';
import { verifyChain } from './verifyChain.ts';

const HOST = 'xunzhi.example.gov.cn';
/** A little after everything below is issued, however slow the machine. */
const NOW_MS = Date.now() + 5 * 60_000;
let own: Authority;
let other: Authority;

beforeAll(() => {
  [own, other] = [new Authority('示例局'), new Authority('别家')];
});

function verdict(pem: string, host = HOST, authority = own, nowMs = NOW_MS): unknown {
  const chain = [new X509Certificate(pem)];
  const checked = verifyChain(chain, [new X509Certificate(authority.pem)], host, nowMs);
  return checked.ok ? 'accepted' : checked.error;
}

describe('a server’s certificate', () => {
  it('of the own authority is accepted for its host, by name and by address', () => {
    expect(verdict(own.issue({ host: HOST }).chain)).toBe('accepted');
    expect(verdict(own.issue({ host: '10.1.2.3' }).chain, '10.1.2.3')).toBe('accepted');
  });

  it('is refused for another host, also where only the common name fits', () => {
    const { chain } = own.issue({ host: HOST });
    expect(verdict(chain, 'evil.example.cn')).toBe('wrong_host');
    expect(verdict(chain, 'server')).toBe('wrong_host');
    expect(verdict(chain, '10.1.2.3')).toBe('wrong_host');
  });

  it('of another authority is refused, also one that calls itself the same', () => {
    expect(verdict(other.issue({ host: HOST }).chain)).toBe('other_authority');
    const namesake = new Authority('示例局');
    expect(verdict(namesake.issue({ host: HOST }).chain)).toBe('other_authority');
  });

  it('that has expired, or is not valid yet, is refused; so is an expired authority', () => {
    expect(verdict(own.issue({ host: HOST, until: '20210101000000Z' }).chain)).toBe('expired');
    expect(verdict(own.issue({ host: HOST, from: '20390101000000Z' }).chain)).toBe('expired');
    expect(verdict(own.issue({ host: HOST }).chain, HOST, own, NOW_MS + 40 * 86_400_000)).toBe('expired');
  });

  it('for another purpose, and the authority’s own, are refused', () => {
    expect(verdict(own.issue({ host: HOST, usage: 'clientAuth' }).chain)).toBe('not_for_servers');
    expect(verdict(own.pem)).toBe('wrong_host');
  });

  it('signed by a server’s certificate is refused: that one is no authority', () => {
    const middle = own.issue({ host: 'other.example.cn' });
    const leaf = own.issue({ host: HOST, by: middle });
    const chain = [new X509Certificate(leaf.chain), new X509Certificate(middle.chain)];
    const soon = Date.now() + 60_000;
    expect(verifyChain(chain, [new X509Certificate(own.pem)], HOST, soon)).toEqual({
      ok: false,
      error: 'other_authority',
    });
    expect(verifyChain([], [new X509Certificate(own.pem)], HOST, NOW_MS)).toMatchObject({ ok: false });
  });
});

describe('readCaFile', () => {
  it('tells whose authority it is and until when', async () => {
    const file = await readCaFile(own.file, NOW_MS);
    expect(file).toMatchObject({ ok: true, value: { path: own.file } });
    expect(file.ok && file.value.subject).toContain('CA');
    expect(file.ok && Date.parse(file.value.validUntil)).toBeGreaterThan(NOW_MS);
  });

  it('refuses what is no authority', async () => {
    const write = (name: string, text: string): string => {
      const path = join(own.folder, name);
      writeFileSync(path, text);
      return path;
    };
    const server = write('server-only.pem', own.issue({ host: HOST }).chain);
    for (const path of [server, write('empty.pem', ''), write('broken.pem', own.pem.replace('MII', 'XII')), '/none'])
      expect([path, await readCaFile(path, NOW_MS)]).toEqual([path, { ok: false, error: 'bad_ca' }]);
    expect(await readCaFile(own.file, NOW_MS + 40 * 86_400_000)).toEqual({ ok: false, error: 'bad_ca' });
  });
});

import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { fingerprintOf } from './build.mjs';
import { LINUX_NEEDS, missingNeeds } from './needs.mjs';
import { findOutdatedPackage } from './packages.mjs';
import { checkNode } from './setup.mjs';

describe('findOutdatedPackage', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/fsevents': { version: '2.3.3', optional: true },
    },
  };

  it('accepts what the lock file wants, with or without the packages of other systems', () => {
    expect(findOutdatedPackage(wanted, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBeUndefined();
  });

  it('names a missing package and one in another version', () => {
    expect(findOutdatedPackage(wanted, { packages: {} })).toBe('zod');
    const installed = { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/fsevents': { version: '2.0.0' } };
    expect(findOutdatedPackage(wanted, { packages: installed })).toBe('fsevents');
  });
});

describe('missingNeeds', () => {
  const libraries = ['libnss3.so', 'libgtk-3.so.0', 'libgbm.so.1', 'libasound.so.2']
    .map((name) => `\t${name} (libc6,x86-64) => /lib/${name}`)
    .join('\n');

  it('names the commands and libraries that are not there', () => {
    const missing = missingNeeds(LINUX_NEEDS, libraries, (name) => name !== 'Xvfb');
    expect(missing.map(({ debian }) => debian.at(-1))).toEqual(['xvfb', 'libatk-bridge2.0-0']);
  });

  it('does not guess about libraries it cannot list', () => {
    expect(missingNeeds(LINUX_NEEDS, undefined, () => true)).toEqual([]);
  });
});

describe('fingerprintOf', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sources-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('changes when a file comes, changes or goes, but not with tests', () => {
    const source = path.join(folder, 'a.ts');
    writeFileSync(source, 'a');
    const first = fingerprintOf([folder]);
    expect(fingerprintOf([folder])).toBe(first);
    writeFileSync(path.join(folder, 'a.test.ts'), 'test');
    expect(fingerprintOf([folder])).toBe(first);
    utimesSync(source, 1, 1);
    const touched = fingerprintOf([folder]);
    expect(touched).not.toBe(first);
    rmSync(source);
    expect(fingerprintOf([folder])).not.toBe(touched);
  });
});

describe('checkNode', () => {
  it('refuses what is too old', () => {
    expect(() => checkNode('20.18.3')).toThrow('20.19');
    expect(() => checkNode('18.20.0')).toThrow('20.19');
    expect(() => checkNode('20.19.0')).not.toThrow();
    expect(() => checkNode('22.1.0')).not.toThrow();
  });
});

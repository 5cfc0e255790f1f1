import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { inProject } from './run/project.mjs';

const FOLDERS = ['main', 'preload', 'renderer', 'shared', 'scripts', 'e2e'];

type SourceFile = { readonly name: string; readonly lines: number };

/** The house's sizes: small files keep one job each. The length of functions is ESLint's to check. */
describe('the size of source files', () => {
  const files = FOLDERS.flatMap((folder) => sourcesIn(folder)).toSorted((a, b) => a.lines - b.lines);
  const at = (share: number): number => files[Math.ceil(files.length * share) - 1]?.lines ?? 0;

  it('has a median of at most 90 lines, a p90 of at most 250 and no file over 400', () => {
    const longest = files.slice(-3).map(({ name, lines }) => `${name} ${String(lines)}`);
    process.stdout.write(
      `sizes: ${String(files.length)} files, median ${String(at(0.5))}, p90 ${String(at(0.9))}, longest ${longest.join(', ')}\n`,
    );
    expect(files.length).toBeGreaterThan(20);
    expect(at(0.5)).toBeLessThanOrEqual(90);
    expect(at(0.9)).toBeLessThanOrEqual(250);
    expect(files.filter(({ lines }) => lines > 400)).toEqual([]);
  });
});

function sourcesIn(folder: string): readonly SourceFile[] {
  return readdirSync(inProject(folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(name);
    if (!/\.(ts|tsx|mjs)$/.test(entry.name)) return [];
    return [{ name, lines: readFileSync(inProject(name), 'utf8').trimEnd().split('\n').length }];
  });
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Apache Preflight and what it needs, where Debian puts them (libpdfbox2-java, libactivation-java, libjaxb-api-java). */
const JARS = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api'].map(
  (name) => `/usr/share/java/${name}.jar`,
);

/** Why no program checks here whether a file is archival; undefined where one does. */
export function noArchivalCheck(): string | undefined {
  const missing = [...JARS, '/usr/bin/java'].filter((file) => !existsSync(file));
  return missing.length === 0 ? undefined : `no PDF/A checker here: ${missing.join(', ')} is missing`;
}

/** What Apache Preflight finds against PDF/A-1b (ISO 19005-1), by the name of the file; a file without fault is left out. */
export function archivalFaults(files: readonly string[]): Record<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xunzhi-archival-'));
  const list = join(folder, 'list');
  writeFileSync(list, `${files.join('\n')}\n`);
  const validator = 'org.apache.pdfbox.preflight.Validator_A1b';
  try {
    execFileSync('java', ['-cp', JARS.join(':'), validator, 'xml', 'group', list], { cwd: folder, stdio: 'pipe' });
  } catch {
    // It ends with an error when a file has faults; they stand in its report.
  }
  const report = readFileSync(`${list}.preflight.xml`, 'utf8');
  rmSync(folder, { recursive: true });
  const found = report.split('<preflight ').slice(1);
  if (found.length !== files.length)
    throw new Error(`Preflight read ${String(found.length)} of ${String(files.length)}`);
  return Object.fromEntries(
    found.flatMap((part) => {
      const name = /name="([^"]*)"/.exec(part)?.[1] ?? '';
      const faults = [...part.matchAll(/<details>([^<]*)/g)].map(([, words = '']) => words);
      return part.includes('<isValid type="PDF/A1-b">true') ? [] : [[name, faults] as const];
    }),
  );
}

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { fileWith, verifyDossier, type DossierVerdict } from '#shared/documents/dossier/verify.ts';
import { verifyCode } from '#shared/documents/verifyCode.ts';

import { readKeys } from './verify/keysFile.ts';
import { verdictText } from './verify/print.ts';
import { SINGLE_WORDS } from './verify/words.ts';

const USAGE = `usage: npm run verify -- FILE.zip [--keys FILE] [--json FILE]
       npm run verify -- FILE.pdf --in FILE.zip [--keys FILE]
       npm run verify -- --code TEXT --keys FILE`;

/** Something is not as it was made. */
const ALTERED = 1;
/** Nothing was checked: wrong arguments, or a file that cannot be read. */
const NOT_CHECKED = 2;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      in: { type: 'string' },
      keys: { type: 'string' },
      code: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const [file] = positionals;
  const keys = values.keys === undefined ? undefined : readKeys(values.keys);
  if (values.code !== undefined && keys !== undefined && file === undefined) return checkCode(values.code, keys);
  if (values.code !== undefined || file === undefined || positionals.length > 1) throw new Error(USAGE);
  const verdict = verifyDossier(readFileSync(values.in ?? file), keys);
  say(verdictText(verdict));
  if (values.json !== undefined) {
    const { genuine, signer, parts, newer, manifest } = verdict;
    const { app, madeAt, device, stream } = manifest ?? {};
    writeFileSync(values.json, `${JSON.stringify({ genuine, signer, newer, app, madeAt, device, stream, parts })}\n`);
  }
  const isInside = values.in === undefined || checkPdf(file, verdict);
  return verdict.genuine && isInside ? 0 : ALTERED;
}

/** A PDF is what it was when it is one of the files of a dossier, byte for byte. */
function checkPdf(path: string, verdict: DossierVerdict): boolean {
  const name = fileWith(verdict, readFileSync(path));
  say(name === undefined ? SINGLE_WORDS.no_pdf : SINGLE_WORDS.pdf(name));
  return name !== undefined;
}

function checkCode(code: string, keys: ReturnType<typeof readKeys>): number {
  const verdict = verifyCode(code, keys);
  if (verdict.is !== 'genuine') {
    say(SINGLE_WORDS[verdict.is]);
    return ALTERED;
  }
  const { content, org, kind } = verdict;
  const fine = content.fineFen === 0 ? '' : ` 罚款${(content.fineFen / 100).toFixed(2)}元`;
  say(SINGLE_WORDS.genuine(`${org} ${kind} ${content.number} ${content.issuedOn}${fine}`));
  return 0;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`verify: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = NOT_CHECKED;
}

import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

const VARIABLE = 'XUNZHI_RECOVERY_PASSPHRASE';
const silent = new Writable({
  write: (_chunk, _encoding, done) => {
    done();
  },
});

/** A recovery key's passphrase: from `XUNZHI_RECOVERY_PASSPHRASE`, or typed and not shown. A new one is typed twice. */
export async function askPassphrase(env: NodeJS.ProcessEnv, isNew: boolean): Promise<string> {
  const given = env[VARIABLE];
  if (given !== undefined && given !== '') return given;
  const [first, second] = await typed(['Passphrase of the recovery key: ', ...(isNew ? ['Once more: '] : [])]);
  if (first === undefined || first === '') throw new Error(`no passphrase was given: type it or set ${VARIABLE}`);
  if (isNew && first !== second) throw new Error('the two passphrases differ');
  return first;
}

async function typed(questions: readonly string[]): Promise<string[]> {
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
  const answers: string[] = [];
  process.stdout.write(questions[0] ?? '');
  for await (const line of lines) {
    process.stdout.write('\n');
    answers.push(line);
    const next = questions[answers.length];
    if (next === undefined) break;
    process.stdout.write(next);
  }
  lines.close();
  return answers;
}

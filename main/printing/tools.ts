import { spawn } from 'node:child_process';

import type { PrintRefusal } from '#shared/bridge/printing.ts';

import { errnoOf } from '../files/durable.ts';

/** The commands of CUPS, looked for in the path. */
export type CupsTools = { readonly lp: string; readonly lpstat: string; readonly cancel: string };

/** See `CupsTools`. */
export const CUPS_TOOLS: CupsTools = { lp: 'lp', lpstat: 'lpstat', cancel: 'cancel' };

/** Why nothing came of it; `detail`: the command's own words. */
export type PrintFailure = { readonly code: PrintRefusal; readonly detail?: string };

/** What a command said. `problem`: it could not be started, or did not end in time. */
export type Said = {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  readonly problem?: string | undefined;
};

/** A scheduler that does not answer is as good as none. */
const ENDS_WITHIN_MS = 20_000;
const MAX_OUTPUT = 1_000_000;

/** CUPS speaks English, which is parsed, and reads titles as UTF-8. */
const LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

/** Runs a command of CUPS, without any shell, with the bytes on its standard input. Never rejects. */
export function runTool(command: string, args: readonly string[], input?: Uint8Array): Promise<Said> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: LOCALE, LANG: LOCALE };
    const child = spawn(command, [...args], { env, stdio: ['pipe', 'pipe', 'pipe'], timeout: ENDS_WITHIN_MS });
    const said = { out: [] as Buffer[], err: [] as Buffer[] };
    let size = 0;
    const keep = (into: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_OUTPUT) into.push(chunk);
    };
    const end = (status: number | null, problem?: string): void => {
      const [out, err] = [said.out, said.err].map((chunks) => Buffer.concat(chunks).toString('utf8'));
      resolve({ status, out: out ?? '', err: err ?? '', problem });
    };
    child.stdout.on('data', keep(said.out));
    child.stderr.on('data', keep(said.err));
    child.on('error', (error) => {
      end(null, errnoOf(error));
    });
    child.on('close', (status, signal) => {
      end(status, signal === null ? undefined : 'timeout');
    });
    // A command that ends early closes the pipe; its status says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** True when `lpstat -r` says that no scheduler runs. */
export function isDown({ out, err }: Pick<Said, 'out' | 'err'>): boolean {
  return (out + err).includes('not running');
}

/** The failure of a command that did not end well, as far as what it said tells. */
export function failureOf({ err, status, problem }: Said): PrintFailure {
  if (problem === 'ENOENT') return { code: 'no_print_system' };
  const line = err.split('\n', 1)[0]?.trim().slice(0, 200) ?? '';
  const detail = line === '' ? (problem ?? `status ${String(status)}`) : line;
  if (problem === 'timeout' || /scheduler is not running|unable to connect|connection refused/iu.test(err))
    return { code: 'print_system_down', detail };
  if (/not accepting/iu.test(err)) return { code: 'printer_rejecting', detail };
  if (/does not exist/iu.test(err)) return { code: 'printer_unknown', detail };
  return { code: 'print_failed', detail };
}

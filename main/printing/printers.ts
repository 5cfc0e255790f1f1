import { printerName, type PrinterInfo } from '#shared/bridge/printing.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { CUPS_TOOLS, failureOf, isDown, runTool, type CupsTools, type PrintFailure } from './tools.ts';

/** The printers of this system, by name. An empty list when the queue runs and has none. */
export async function listPrinters(
  tools: Pick<CupsTools, 'lpstat'> = CUPS_TOOLS,
): Promise<Result<readonly PrinterInfo[], PrintFailure>> {
  const ask = (...args: string[]) => runTool(tools.lpstat, args);
  const running = await ask('-r');
  if (running.problem !== undefined) return err(failureOf(running));
  if (isDown(running)) return err({ code: 'print_system_down' });
  // `-e` also knows printers of the network that nobody has set up; only those of `-p` have a state.
  const [names, states, accepting, standard] = await Promise.all([ask('-e'), ask('-l', '-p'), ask('-a'), ask('-d')]);
  return ok(parsePrinters({ names: names.out, states: states.out, accepting: accepting.out, standard: standard.out }));
}

type Texts = {
  readonly names: string;
  readonly states: string;
  readonly accepting: string;
  readonly standard: string;
};

/** Printers from what `lpstat` prints for `-e`, `-l -p`, `-a` and `-d`. */
export function parsePrinters({ names, states, accepting, standard }: Texts): readonly PrinterInfo[] {
  const described = new Map(blocksOf(states, /^printer (\S+) /u));
  const taking = new Map(blocksOf(accepting, /^(\S+) (?:not )?accepting /u));
  const chosen = /^system default destination: (\S+)/u.exec(standard)?.[1];
  const known = new Set([...linesOf(names), ...described.keys()]);
  const usable = [...known].filter((name) => printerName.safeParse(name).success);
  return usable.sort().map((name) => {
    const block = described.get(name) ?? [];
    const rejects = taking.get(name)?.[0]?.includes(' not accepting ') === true;
    const label = block.map((line) => /^\tDescription: (.+)$/u.exec(line)?.[1]).find((text) => text !== undefined);
    const state = rejects ? 'rejecting' : stateOf(block[0]);
    const why = state === 'rejecting' ? taking.get(name)?.[1] : state === 'stopped' ? block[1] : undefined;
    const reason = why?.trim();
    return {
      name,
      label: label ?? name,
      isDefault: name === chosen,
      state,
      ...(reason === undefined || reason === '' || reason.startsWith('Form mounted') ? {} : { reason }),
    };
  });
}

function stateOf(line: string | undefined): PrinterInfo['state'] {
  if (line === undefined) return 'unknown';
  if (line.includes(' disabled since ')) return 'stopped';
  return line.includes(' now printing ') ? 'printing' : 'ready';
}

/** Each line that begins something, with the indented lines below it. */
function blocksOf(text: string, begins: RegExp): readonly (readonly [string, readonly string[]])[] {
  const blocks: [string, string[]][] = [];
  for (const line of linesOf(text)) {
    const name = begins.exec(line)?.[1];
    if (name !== undefined) blocks.push([name, [line]]);
    else if (line.startsWith('\t')) blocks.at(-1)?.[1].push(line);
  }
  return blocks;
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

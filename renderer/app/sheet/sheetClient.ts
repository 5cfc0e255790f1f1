import { err, type Result } from '#shared/kernel/result.ts';

import type { Lines, SheetProblem, SheetToWrite } from './sheet.ts';
import type { SheetAnswer, SheetAsk } from './sheet.worker.ts';

/** Reads a file as a table in a worker, so that the screen stays free. */
export async function readTable(file: File): Promise<Result<Lines, SheetProblem>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await ask({ is: 'read', bytes }, [bytes.buffer]);
  return answer?.is === 'read' ? answer.result : err('unreadable');
}

/** A workbook of these sheets; undefined when it could not be made. */
export async function makeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const answer = await ask({ is: 'write', sheets }, []);
  return answer?.is === 'write' ? new Uint8Array(answer.bytes) : undefined;
}

/** One question to a worker of its own, which ends with the answer; undefined when it broke. */
function ask(question: SheetAsk, transfer: Transferable[]): Promise<SheetAnswer | undefined> {
  const worker = new Worker(new URL('./sheet.worker.ts', import.meta.url), { type: 'module', name: 'sheet' });
  return new Promise<SheetAnswer | undefined>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<SheetAnswer>) => {
      resolve(data);
    };
    worker.onerror = () => {
      resolve(undefined);
    };
    worker.postMessage(question, transfer);
  }).finally(() => {
    worker.terminate();
  });
}

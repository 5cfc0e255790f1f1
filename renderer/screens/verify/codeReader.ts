import type { CodeRead } from './codeReader.worker.ts';

/** Looks for codes in pictures, one after the other, in a worker of its own so that the screen stays free. */
export type CodeReader = {
  /** The text of the code in a picture, which is used up; undefined when there is none to be read. */
  readonly read: (picture: ImageBitmap) => Promise<string | undefined>;
  readonly close: () => void;
};

/** Starts the worker. Pictures are read in the order in which they are asked for. */
export function createCodeReader(): CodeReader {
  const worker = new Worker(new URL('./codeReader.worker.ts', import.meta.url), { type: 'module', name: 'code' });
  let last: Promise<unknown> = Promise.resolve();
  const readNow = (picture: ImageBitmap): Promise<string | undefined> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<CodeRead>) => {
        resolve(data.text);
      };
      worker.onerror = (problem) => {
        reject(new Error(problem.message || 'the code reader could not start'));
      };
      worker.postMessage(picture, [picture]);
    });
  return {
    read: (picture) => {
      const read = last.then(() => readNow(picture));
      last = read.catch(() => undefined);
      return read;
    },
    close: () => {
      worker.terminate();
    },
  };
}

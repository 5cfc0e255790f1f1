import { createBinder, type BindJob } from '#renderer/data/rendering/bind.ts';
import { createRenderer, type PrintJob, type Rendered } from '#renderer/data/rendering/render.ts';
import { pressHere } from '#renderer/data/rendering/testing/node.ts';

type Work = (job: PrintJob | BindJob) => Promise<Rendered>;

let work: Work | undefined;

/** What the PDF worker does, in this process: the same code and fonts. */
function start(): Work {
  const press = pressHere();
  const [render, bind] = [createRenderer(press), createBinder(press)];
  return (job) => ('parts' in job ? bind(job) : render(job));
}

/** The PDF worker of the app where there are no Web Workers; every job is done as the app does it. */
class PrintingWorker {
  onmessage: ((message: { readonly data: unknown }) => void) | null = null;
  onerror: ((problem: { readonly message: string }) => void) | null = null;

  postMessage(job: PrintJob | BindJob): void {
    work ??= start();
    work(job).then(
      (value) => this.onmessage?.({ data: { ok: true, value } }),
      (error: unknown) => this.onerror?.({ message: String(error) }),
    );
  }

  terminate(): void {
    this.onmessage = null;
  }
}

/** From now on documents are really printed in this process, not only stood in for. */
export function usePrinting(): void {
  Object.defineProperty(globalThis, 'Worker', { value: PrintingWorker, configurable: true });
}

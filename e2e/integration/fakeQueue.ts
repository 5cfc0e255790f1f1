import { createHash } from 'node:crypto';

import type { PrintHandlers } from '#main/printing/system.ts';
import type { JobState, PrinterInfo } from '#shared/bridge/printing.ts';
import { err, ok } from '#shared/kernel/result.ts';

/** A job of the queue, and the hash of the PDF it was given. */
type Job = {
  readonly title: string;
  readonly copies: number;
  readonly pages: string | undefined;
  readonly media: string | undefined;
  readonly sha256: string;
  state: JobState['is'];
};

/** A print queue with one printer, as CUPS behaves: it keeps held jobs, and prints what is let go while the printer runs. */
export class FakeQueue {
  readonly printer = 'Office';
  readonly jobs = new Map<string, Job>();
  /** Jobs that came out on paper, in their order. */
  readonly paper: Job[] = [];
  state: PrinterInfo['state'] = 'ready';
  /** What becomes of a job that is let go. */
  ending: 'done' | 'aborted' = 'done';
  /** A queue that forgets what is over. */
  forgets = false;
  isDown = false;

  /** Somebody sees to the printer. */
  start(): void {
    this.state = 'ready';
    for (const job of this.jobs.values()) if (job.state === 'waiting') this.#print(job);
  }

  get handlers(): PrintHandlers {
    const down = () => Promise.resolve(err({ code: 'print_system_down' }));
    const when =
      <I, O>(work: (input: I) => O) =>
      (input: I): Promise<O> | ReturnType<typeof down> =>
        this.isDown ? down() : Promise.resolve(work(input));
    return {
      'print.printers': when(() =>
        ok({ printers: [{ name: this.printer, label: '办公室', isDefault: true, state: this.state }] }),
      ),
      'print.submit': when(({ printer, title, copies, pages, media, bytes }) => {
        if (printer !== this.printer) return err({ code: 'printer_unknown' });
        const job = `${printer}-${String(this.jobs.size + 1)}`;
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        this.jobs.set(job, { title, copies, pages, media, sha256, state: 'held' });
        return ok({ job });
      }),
      'print.release': when(({ job }) => {
        const known = this.jobs.get(job);
        if (known?.state === 'held') this.#print(known);
        return ok({});
      }),
      'print.job': when(({ job }) => {
        const is = this.jobs.get(job)?.state ?? 'unknown';
        const isOver = is === 'done' || is === 'aborted' || is === 'cancelled';
        return ok({ is: this.forgets && isOver ? ('unknown' as const) : is });
      }),
      'print.cancel': when(({ job }) => {
        const known = this.jobs.get(job);
        if (known === undefined || known.state === 'done') return err({ code: 'print_failed' });
        known.state = 'cancelled';
        return ok({});
      }),
    };
  }

  #print(job: Job): void {
    job.state = this.state === 'ready' ? this.ending : 'waiting';
    if (job.state === 'done') this.paper.push(job);
  }
}

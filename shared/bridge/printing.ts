import { z } from 'zod';

import { PAGE_RANGES } from '../kernel/pageRanges.ts';
import { isCleanText } from '../kernel/text.ts';

/** Name of a CUPS queue, as CUPS itself allows it. None begins with a dash, so that none is read as an option. */
export const printerName = z
  .string()
  .max(127)
  .regex(/^[^\s/\\?'"#-][^\s/\\?'"#]*$/u);
const jobId = z.string().regex(/^[^\s]{1,127}-\d{1,10}$/u);

/** A printer as the system knows it. `state`: `stopped` printers keep what they get, `rejecting` ones take nothing. */
export const printerInfo = z.strictObject({
  name: printerName,
  label: z.string(),
  isDefault: z.boolean(),
  state: z.enum(['ready', 'printing', 'stopped', 'rejecting', 'unknown']),
  /** Why it is stopped or rejects, in the words of whoever stopped it. */
  reason: z.string().optional(),
});
/** See `printerInfo`. */
export type PrinterInfo = z.infer<typeof printerInfo>;

const printers = { input: z.strictObject({}), output: z.strictObject({ printers: z.array(printerInfo) }) } as const;

/** Why the system did not do what was asked of its queue. */
export type PrintRefusal =
  'no_print_system' | 'print_system_down' | 'printer_unknown' | 'printer_rejecting' | 'print_failed';

/** Channels between a window and the main process about printing. */
export const PRINT_BRIDGE = {
  /** `dialog`: Windows, where a document goes through the system's own dialog and nobody tells what became of it. */
  'printing.printers': {
    input: z.strictObject({}),
    output: z.strictObject({ by: z.enum(['queue', 'dialog']), printers: z.array(printerInfo) }),
  },
  /** Opens the system's print dialog for a PDF; only where there is no queue. `printed`: handed over, no more is known. */
  'printing.dialog': {
    input: z.strictObject({ bytes: z.instanceof(Uint8Array) }),
    output: z.strictObject({ printed: z.boolean() }),
  },
} as const;

/** How a job of the system's queue stands. `detail`: the printer's own words. `unknown`: the queue has no such job any more. */
export const jobState = z.strictObject({
  is: z.enum(['waiting', 'held', 'printing', 'stopped', 'done', 'cancelled', 'aborted', 'unknown']),
  detail: z.string().optional(),
});
/** See `jobState`. */
export type JobState = z.infer<typeof jobState>;

/** Requests of the data worker about the system's queue. */
export const PRINT_PORT = {
  'print.printers': printers,
  /** Gives a PDF to the queue, which holds it until `print.release`: a crash in between prints nothing. */
  'print.submit': {
    input: z.strictObject({
      printer: printerName,
      title: z.string().min(1).max(200).refine(isCleanText),
      copies: z.int().min(1).max(99),
      pages: z.string().max(100).regex(PAGE_RANGES).optional(),
      /** Paper as CUPS names it, where it is not A4: A5, or a strip from a roll. */
      media: z
        .string()
        .regex(/^(?:A5|Custom\.80x\d{2,4}mm)$/u)
        .optional(),
      bytes: z.instanceof(Uint8Array),
    }),
    output: z.strictObject({ job: jobId }),
  },
  /** Lets a held job go; one that goes already goes on. */
  'print.release': { input: z.strictObject({ job: jobId }), output: z.strictObject({}) },
  'print.job': { input: z.strictObject({ job: jobId }), output: jobState },
  'print.cancel': { input: z.strictObject({ job: jobId }), output: z.strictObject({}) },
} as const;

import { err, ok, type Result } from '../kernel/result.ts';

import { checklistField, type Checklist } from './checklist.ts';
import type { FaultCode } from './fault.ts';
import { faultsOf } from './validate.ts';

/** One thing that keeps a text from being a checklist: `shape` comes from the schema, with its message as subject. */
export type ReadFault = {
  readonly code: FaultCode | 'not_json' | 'shape';
  readonly place: string;
  readonly subject: string;
};

/** Reads a checklist from the text of a file; refused with everything that is wrong, by place. */
export function readChecklist(text: string, matters?: ReadonlySet<string>): Result<Checklist, readonly ReadFault[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return err([{ code: 'not_json', place: '', subject: error instanceof Error ? error.message : '' }]);
  }
  const read = checklistField.safeParse(json);
  if (!read.success)
    return err(
      read.error.issues.map(({ path, message }) => ({ code: 'shape', place: path.join('.'), subject: message })),
    );
  const faults = faultsOf(read.data, matters);
  return faults.length > 0 ? err(faults) : ok(read.data);
}

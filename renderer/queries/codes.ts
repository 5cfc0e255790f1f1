import { parseCode, type CodeContent } from '#shared/documents/code.ts';
import { registerKeyOf } from '#shared/documents/numberInCode.ts';
import { recordDigits, recordIn } from '#shared/documents/recordInCode.ts';
import { verifyCode, type CodeVerdict } from '#shared/documents/verifyCode.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';

import { caseOf } from './cases.ts';
import { readPublication } from './publication.ts';
import { store } from './store.ts';

/** What this device's own records say of a code: the very document; another one with that number; a void number; nothing. */
export type CodeHere =
  | { readonly is: 'same' | 'other'; readonly caseId: string; readonly title: string }
  | { readonly is: 'voided'; readonly reason: string | undefined }
  /** A paper without a number, and the inspection that its code names. */
  | { readonly is: 'inspection'; readonly inspection: string; readonly title: string }
  | { readonly is: 'absent' };

/** What a code is worth, by its signature and by the records. */
export type CheckedCode = { readonly verdict: CodeVerdict; readonly here: CodeHere };

/** Checks a code against the devices' keys and the records on this device, without network. */
export async function checkCode(code: string): Promise<CheckedCode> {
  const content = parseCode(code.trim())?.content;
  const verdict = verifyCode(code, await readPublication());
  return { verdict, here: content === undefined ? { is: 'absent' } : await findHere(content) };
}

async function findHere(content: CodeContent): Promise<CodeHere> {
  const record = recordIn(content);
  if (record !== undefined) return findInspection(content, record);
  const key = registerKeyOf(content);
  const spent = key === undefined ? undefined : await store.numbers.get(key);
  const row = spent === undefined ? undefined : await store.cases.get(caseOf(spent.event));
  if (spent === undefined || row === undefined) return { is: 'absent' };
  const named = row.documents.find(({ document, number }) => document === spent.document && number === content.number);
  if (spent.voided) return { is: 'voided', reason: named?.voided };
  if (named?.modelHash === undefined) return { is: 'absent' };
  const is = named.modelHash.startsWith(content.hashPrefix) ? 'same' : 'other';
  return { is, caseId: row.id, title: row.title };
}

/** Nothing keeps what was printed of an inspection, so only that there was one is told, of that agency and day. */
async function findInspection({ org, issuedOn }: CodeContent, record: string): Promise<CodeHere> {
  const ids = await store.inspections.toCollection().primaryKeys();
  const rows = await store.inspections.bulkGet(ids.filter((id) => recordDigits(id) === record));
  const row = rows.find((one) => one?.org === org && chinaDateOf(Date.parse(one.submittedAt)) === issuedOn);
  return row === undefined ? { is: 'absent' } : { is: 'inspection', inspection: row.id, title: row.site.name };
}

import { kindMember } from '#shared/case/acts.ts';
import { measureFor } from '#shared/case/measurePapers.ts';
import { isPlanned } from '#shared/case/planned.ts';
import type { CaseState } from '#shared/case/state.ts';
import { CROSSED_OUT } from '#shared/documents/form.ts';
import { instantField, photosField } from '#shared/events/fields.ts';
import { EVENT_TYPES, type CaseEventType, type EventData, type EventType } from '#shared/events/registry.ts';
import { isSignedByPair, shapeOf, unwrap } from '#shared/events/shape.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { CommandError } from '../protocol.ts';

/** An act by its parts. */
export type Act = { readonly type: CaseEventType; readonly tag: string | undefined };

type Values = Readonly<Record<string, unknown>>;

/**
 * The data of an act: what the form gave, and what the worker knows itself (kind, instants left out, the measure that a document is about, the document
 * that is served, ids, the officers). Empty texts of members that may be absent are left out.
 */
export function completeAct(
  { type, tag }: Act,
  given: Values,
  known: { readonly state: CaseState | undefined; readonly nowIso: string; readonly newId: () => string } & Values,
): Values {
  const { state, nowIso, newId, ...others } = known;
  const shape = shapeOf(type);
  const own: Record<string, unknown> = { ...meant(given, shape) };
  for (const [member, schema] of Object.entries(shape)) {
    if (own[member] !== undefined) continue;
    if (schema === instantField && !isPlanned(member)) own[member] = nowIso;
    if (schema === photosField) own[member] = [];
  }
  const kind = kindMember(type);
  if (kind !== undefined && tag !== undefined) own[kind] = tag;
  if (type === 'measure.taken') own['id'] = newId();
  const measure = type === 'document.issued' ? measureFor(state, tag ?? '')?.id : undefined;
  if (measure !== undefined) own['measure'] = measure;
  if (type === 'document.served' || type === 'document.posted') {
    const document = state?.documents.findLast((one) => one.kind === tag && one.voided === undefined)?.document;
    if (document !== undefined) own['document'] = document;
    // Nobody takes what is announced.
    if (own['mode'] === 'announcement') own['relation'] ??= CROSSED_OUT;
  }
  return isSignedByPair(type) ? { ...own, ...others } : own;
}

/** The data as the schema of its type accepts it; otherwise the first member that is missing or wrong. */
export function checkAct(type: EventType, data: Values): Result<EventData<EventType>, CommandError> {
  const parsed = EVENT_TYPES[type].safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const said = issue?.code === 'custom' ? issue.message : '';
  return err({ code: 'act_incomplete', subject: [issue?.path.join('.') ?? '', said].filter(Boolean).join(' ') });
}

/** Photos that an act names, with what they show. */
export function photosOf(data: Values): readonly { readonly sha256: string; readonly purpose: Purpose }[] {
  const listed = (member: string, purpose: Purpose): { sha256: string; purpose: Purpose }[] =>
    ((data[member] as readonly string[] | undefined) ?? []).map((sha256) => ({ sha256, purpose }));
  return [...listed('before', 'before'), ...listed('after', 'after'), ...listed('photos', purposeOf(data))];
}

function purposeOf(data: Values): Purpose {
  if (data['servedAt'] !== undefined) return 'service';
  return data['paper'] === undefined ? 'scene' : 'scan';
}

type Purpose = 'scene' | 'before' | 'after' | 'service' | 'scan';

function meant(given: Values, shape: Values): Values {
  const entries = Object.entries(given).filter(([member, value]) => {
    const schema = shape[member];
    if (schema === undefined) return true; // refused by the schema, by its name
    return value !== undefined && !(value === '' && unwrap(schema as never).optional);
  });
  return Object.fromEntries(entries);
}

import { z } from 'zod';

import { kindMember } from '#shared/case/acts.ts';
import type { ActKey } from '#shared/case/procedures/names.ts';
import { SERVICE_RULES } from '#shared/case/service.ts';
import { dateField, instantField, photosField, userField } from '#shared/events/fields.ts';
import type { EventType } from '#shared/events/registry.ts';
import { drawnSignatureField, serviceModeField } from '#shared/events/serviceEvents.ts';
import { shapeOf, unwrap, type Shape } from '#shared/events/shape.ts';

import type { Values } from './values.ts';

type Common = { readonly name: string; readonly required: boolean };

/** One thing a form asks for: what its value is, as the schema of the act says. */
export type ActField = Common &
  (
    | { readonly is: 'text' | 'lines'; readonly max: number }
    | { readonly is: 'instant' | 'date' | 'flag' | 'person' | 'officers' | 'matter' | 'measure' | 'decision' }
    | { readonly is: 'choice' | 'choices'; readonly options: readonly string[] }
    | { readonly is: 'number'; readonly unit: 'count' | 'yuan' | 'm2' }
    | { readonly is: 'photos' | 'drawn' }
    | { readonly is: 'group'; readonly fields: readonly ActField[] }
    | { readonly is: 'rows'; readonly fields: readonly ActField[]; readonly min: number }
    | { readonly is: 'party' }
  );

/** Kept by the worker: signatures, ids, numbers, sheets, and what the catalogue says of a fine and of the power. */
const WORKERS: ReadonlySet<string> = new Set([
  ...['officer', 'second', 'document', 'number', 'issuedAt', 'model', 'modelHash', 'pdf', 'renderer'],
  ...['minFen', 'maxFen', 'amount', 'power', 'discretion.amount'],
]);

/** Of a document only what its kind needs; its penalty is the one that was decided where there is a decision. */
const DOCUMENT_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  D04: ['heldAt', 'place', 'text'],
  D17: ['penalty', 'hearingFromFen', 'text'],
  D18: ['penalty', 'hearingFromFen', 'text'],
  D21: ['penalty', 'text'],
  D24: ['untilOn', 'text'],
  D25: ['text'],
  D26: ['untilOn', 'text'],
  D29: ['object', 'manner', 'startAt', 'performer', 'costFen', 'text'],
  D33: ['payCode', 'text'],
};

/** Of what the form of a document asks, what may stay empty. */
const OPTIONAL: ReadonlySet<string> = new Set(['hearingFromFen', 'payCode']);

/** A text longer than this is written on several lines. */
const ONE_LINE = 200;

/** What the form of an act asks for, in the order of its schema. */
export function fieldsOf(act: ActKey): readonly ActField[] {
  const [type, tag] = act.split(':') as [EventType, string | undefined];
  const kind = kindMember(type);
  const members = type === 'document.issued' ? (DOCUMENT_MEMBERS[tag ?? ''] ?? ['text']) : undefined;
  const shape = Object.fromEntries(
    Object.entries(shapeOf(type)).filter(([name]) => {
      if (name === kind || (name === 'id' && type === 'measure.taken')) return false;
      return members === undefined || members.includes(name);
    }),
  );
  const isDocument = type === 'document.issued';
  return inShape(shape).map((field) =>
    isDocument && !OPTIONAL.has(field.name) ? { ...field, required: true } : field,
  );
}

/** An electronic address is asked for when the party agrees to be served there, and then it has to be said. */
function addressFields(fields: readonly ActField[], isElectronic: boolean): readonly ActField[] {
  return fields.flatMap((field) => {
    if (field.name !== 'eAddress') return [field];
    return isElectronic ? [{ ...field, required: true }] : [];
  });
}

/** Why cash was taken is asked for where it was; a small fine needs no more words. */
function cashFields(fields: readonly ActField[], { way, cashGround }: Values): readonly ActField[] {
  const isCash = way === 'cash';
  const isShown: Readonly<Record<string, boolean>> = {
    cashGround: isCash,
    cashReason: isCash && cashGround !== undefined && cashGround !== '' && cashGround !== 'small',
  };
  return fields
    .filter(({ name }) => isShown[name] ?? true)
    .map((field) => (isShown[field.name] === true ? { ...field, required: true } : field));
}

/** Days are asked for where an approval gives more of them, instalments where it lets a fine be paid later. */
function approvalFields(fields: readonly ActField[], what: string | undefined): readonly ActField[] {
  return fields.filter(({ name }) => {
    if (name === 'days') return what === 'defer' || what === 'extend';
    return name !== 'instalments' || what === 'defer';
  });
}

/** What the form of an act asks for once these values are chosen: of a service only what its way leaves behind. */
export function fieldsFor(act: ActKey, values: Values): readonly ActField[] {
  const [type, tag] = act.split(':');
  if (type === 'service.addressConfirmed') return addressFields(fieldsOf(act), values['electronic'] === true);
  if (type === 'case.approved') return approvalFields(fieldsOf(act), tag);
  if (type === 'payment.entered') return cashFields(fieldsOf(act), values);
  if (type !== 'document.served') return fieldsOf(act);
  const rule = SERVICE_RULES[serviceModeField.catch('direct').parse(values['mode'])];
  const isIn = (members: readonly string[], name: string): boolean => members.includes(name);
  return (
    fieldsOf(act)
      .filter(({ name }) => !isIn(SERVICE_MEMBERS, name) || isIn(rule.asks, name))
      .filter(({ name }) => name !== 'relation' || values['mode'] !== 'announcement')
      // A decision on the spot is signed itself.
      .filter(({ is }) => is !== 'drawn' || (values['mode'] === 'direct' && tag !== 'D21'))
      .map((field) => {
        if (isIn(rule.needs, field.name)) return { ...field, required: true };
        // A decision on the spot is handed over or left, and nothing else (行政处罚法 §52).
        const isSpot = field.name === 'mode' && field.is === 'choice' && tag === 'D21';
        return isSpot ? { ...field, options: ['direct', 'left'] } : field;
      })
  );
}

const SERVICE_MEMBERS = Object.values(SERVICE_RULES).flatMap(({ asks }) => asks);

function inShape(shape: Shape): readonly ActField[] {
  return Object.entries(shape).flatMap(([name, schema]) => {
    if (WORKERS.has(name)) return [];
    const { inner, optional } = unwrap(schema);
    const field = fieldOf(name, inner, !optional);
    return field === undefined ? [] : [field];
  });
}

/** Members whose value is picked from what the case or the catalogue holds. */
const PICKED: Readonly<Record<string, 'matter' | 'party' | 'officers' | 'measure' | 'decision' | 'person'>> = {
  matter: 'matter',
  party: 'party',
  officers: 'officers',
  id: 'measure',
  chosen: 'decision',
  host: 'person',
  of: 'person',
};

function fieldOf(name: string, schema: z.ZodType, required: boolean): ActField | undefined {
  const picked = PICKED[name];
  const common = { name, required };
  if (picked !== undefined) return { ...common, is: picked };
  if (schema === userField) return { ...common, is: 'person' };
  if (schema === instantField) return { ...common, is: 'instant' };
  if (schema === dateField) return { ...common, is: 'date' };
  if (schema === drawnSignatureField) return { ...common, is: 'drawn' };
  if (schema instanceof z.ZodBoolean) return { ...common, is: 'flag' };
  if (schema instanceof z.ZodLiteral) return { ...common, is: 'flag', required: false };
  if (schema instanceof z.ZodEnum) return { ...common, is: 'choice', options: schema.options.map(String) };
  // No fine is a fine of nothing.
  if (schema instanceof z.ZodNumber)
    return { ...common, required: required && name !== 'fineFen', is: 'number', unit: unitOf(name) };
  if (schema instanceof z.ZodString) {
    const max = schema.maxLength ?? ONE_LINE;
    return {
      ...common,
      required: required && !schema.safeParse('').success,
      is: max > ONE_LINE ? 'lines' : 'text',
      max,
    };
  }
  if (schema instanceof z.ZodObject) return { ...common, is: 'group', fields: inShape(schema.shape) };
  if (!(schema instanceof z.ZodArray)) return undefined;
  return arrayOf(common, schema);
}

function arrayOf(common: Common, schema: z.ZodArray): ActField | undefined {
  const element = schema.element as z.ZodType;
  if (element instanceof z.ZodEnum) return { ...common, is: 'choices', options: element.options.map(String) };
  if (element instanceof z.ZodObject) {
    const min = !common.required || schema.safeParse([]).success ? 0 : 1;
    return { ...common, is: 'rows', fields: inShape(element.shape), min };
  }
  const isPhoto = element === photosField.element;
  return isPhoto ? { ...common, is: 'photos', required: !schema.safeParse([]).success } : undefined;
}

function unitOf(name: string): 'count' | 'yuan' | 'm2' {
  if (name.endsWith('Fen')) return 'yuan';
  return name.endsWith('E2') ? 'm2' : 'count';
}

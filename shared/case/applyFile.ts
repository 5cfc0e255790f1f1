import type { EventData } from '../events/registry.ts';
import { chinaDateAt, type ChinaDate } from '../kernel/chinaTime.ts';

import { happenedOn } from './acts.ts';
import type { CaseEvent } from './caseEvent.ts';
import type { CashMove } from './cash.ts';
import type { CaseFile, Measure } from './file.ts';
import type { CaseState } from './state.ts';

type Money = Extract<CaseEvent, { type: 'payment.entered' | 'cash.handedIn' }>;

/** What the rules know of a file right after it was opened. */
export function openedFile({ matter, party, convertedFrom }: EventData<'case.opened'>): CaseFile {
  const lists = { measures: [], remedies: [], rests: [], recusals: [], cash: [], payments: [] };
  return { matter, party, convertedFrom, isEnded: false, grave: false, ...lists, paidFen: 0, deferredDays: 0 };
}

/** What the rules know of a file after an act that takes effect. */
export function withFileEffect(file: CaseFile, event: CaseEvent, state: CaseState): CaseFile {
  const on = happenedOn(event);
  switch (event.type) {
    case 'party.identified':
      return { ...file, party: event.data.party };
    case 'case.filed': {
      const { matter, actEndedOn, graveHarm, power } = event.data;
      return { ...file, matter, filed: { actEndedOn, graveHarm, power } };
    }
    case 'case.investigated':
      return { ...file, proposal: event.data.proposal, grave: event.data.grave };
    case 'case.told':
      return { ...file, objection: event.data.objection };
    case 'hearing.called': {
      const { heldAt, host } = event.data;
      const heldOn = chinaDateAt(heldAt);
      return heldOn === undefined ? file : { ...file, hearing: { heldOn, host } };
    }
    case 'hearing.held': {
      const { hearing } = file;
      return hearing === undefined ? file : { ...file, hearing: { ...hearing, host: event.data.host } };
    }
    case 'case.decided':
      return { ...file, decided: event.data.penalty };
    case 'measure.taken': {
      const { id, measure, urgent } = event.data;
      return { ...file, measures: [...file.measures, { id, measure, on, urgent, extended: false }] };
    }
    case 'measure.extended':
      return { ...file, measures: mapOne(file.measures, event.data.id, (one) => ({ ...one, extended: true })) };
    case 'measure.ended':
      return {
        ...file,
        measures: mapOne(file.measures, event.data.id, (one) => ({ ...one, endedOn: on, result: event.data.result })),
      };
    case 'payment.entered':
    case 'cash.handedIn':
      return withMoney(file, event, on);
    case 'case.approved':
      return withApproval(file, event.data, on);
    case 'remedy.filed':
      return { ...file, remedies: [...file.remedies, { remedy: event.data.remedy, filedOn: on }] };
    case 'remedy.ended': {
      const { remedy, result } = event.data;
      const open = file.remedies.find((one) => one.remedy === remedy && one.endedOn === undefined);
      const ended = { endedOn: on, result };
      return { ...file, remedies: file.remedies.map((one) => (one === open ? { ...one, ...ended } : one)) };
    }
    case 'case.suspended':
      return { ...file, rests: [...file.rests, { ground: event.data.ground, fromOn: on }] };
    case 'case.resumed':
      return { ...file, rests: file.rests.map((one) => (one.toOn === undefined ? { ...one, toOn: on } : one)) };
    case 'recusal.requested':
      return { ...file, recusals: [...file.recusals, { of: event.data.of }] };
    case 'recusal.decided': {
      const { of, granted } = event.data;
      return { ...file, recusals: file.recusals.map((one) => (one.of === of ? { ...one, granted } : one)) };
    }
    case 'case.converted':
      return { ...file, convertedTo: event.data.to };
    default:
      return withDocument(withStructure(file, event), event, state);
  }
}

function withMoney(file: CaseFile, event: Money, on: ChinaDate): CaseFile {
  const { amountFen } = event.data;
  const moved = (to: CashMove['to']): CaseFile => ({ ...file, cash: [...file.cash, { to, on, amountFen }] });
  if (event.type === 'cash.handedIn') return moved(event.data.to);
  const { receipt, way } = event.data;
  const payment = { event: event._id, on, amountFen, receipt, way, by: event.by };
  const before = way === 'cash' ? moved('officer') : file;
  return { ...before, paidFen: file.paidFen + amountFen, payments: [...file.payments, payment] };
}

/** An approval of measures is also the one that urgent ones were waiting for (行政强制法 §19). */
function withApproval(
  file: CaseFile,
  { what, days = 0, instalments }: EventData<'case.approved'>,
  on: ChinaDate,
): CaseFile {
  if (what === 'defer') {
    const plan = instalments === undefined ? {} : { instalments };
    return { ...file, deferredDays: file.deferredDays + days, ...plan };
  }
  if (what !== 'measure') return file;
  const approved = (one: Measure): Measure =>
    one.urgent && one.approvedOn === undefined ? { ...one, approvedOn: on } : one;
  return { ...file, measures: file.measures.map(approved) };
}

function withStructure(file: CaseFile, event: CaseEvent): CaseFile {
  switch (event.type) {
    case 'structure.measured': {
      const { at, floors, structure, use, occupied, builtYear, being, costFen } = event.data;
      return { ...file, structure: { at, floors, structure, use, occupied, builtYear, being, costFen } };
    }
    case 'structure.identified': {
      const { letter, permit, correctable } = event.data;
      return { ...file, identified: { letter, permit, correctable } };
    }
    case 'structure.demolished': {
      const { mode, areaE2, before, after } = event.data;
      return { ...file, demolished: { on: happenedOn(event), mode, areaE2, before, after } };
    }
    case 'structure.accepted':
      return { ...file, acceptedAreaE2: event.data.areaE2 };
    default:
      return file;
  }
}

/** On the spot, the paper is the decision. */
function withDocument(file: CaseFile, event: CaseEvent, state: CaseState): CaseFile {
  const isDecision = event.type === 'document.issued' && event.data.kind === 'D21' && state.procedure === 'spot';
  return isDecision && 'penalty' in event.data ? { ...file, decided: event.data.penalty } : file;
}

function mapOne<T extends { readonly id: string }>(all: readonly T[], id: string, change: (one: T) => T): readonly T[] {
  return all.map((one) => (one.id === id ? change(one) : one));
}

import { describe, expect, it } from 'vitest';

import type { EventEnvelope, EventHeader } from '../events/envelope.ts';
import { aNumber, anIssued, anOfficer, aRecheck, aServed, asBrigade, aUuid, ORG } from '../testing/builders.ts';
import { folded, issuedCase, verdictOn } from '../testing/cases.ts';

import { foldCase } from './fold.ts';
import { guardStep, openSteps, type StepContext } from './steps.ts';

const RECEIVER = 'xscg';
const LEADER: Partial<EventHeader> = { role: `${ORG}/squad_leader`, rules: 2 };
const RECEIVING: Partial<EventHeader> = { by: 'he', role: `${RECEIVER}/officer`, org: RECEIVER, rules: 2 };
const REASON = { to: RECEIVER, reason: '属接收单位管辖（示例）' };
const AWAY = { reason: 'handed_over', article: '行政处罚法 §25' };

function handedOver(): { log: ReturnType<typeof issuedCase>['log']; events: EventEnvelope[]; over: EventEnvelope } {
  const { log, events, issued } = issuedCase();
  const over = log.next('case.handedOver', REASON, { ...LEADER, follows: issued._id });
  return { log, events: [...events, over], over };
}

/** Every order of the events in which they may arrive. */
function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) => ordersOf(items.filter((_, i) => i !== index)).map((rest) => [item, ...rest]));
}

describe('a case that is handed over', () => {
  it('belongs to the receiver, where it stood, with its notice and number', () => {
    const { events, over } = handedOver();
    const state = folded(events);
    expect(state).toMatchObject({ org: RECEIVER, stage: 'notice_issued', dueOn: '2024-03-07', head: over._id });
    expect(state.documents[0]).toMatchObject({ number: anIssued().number });
    expect(state.handovers).toMatchObject([{ from: ORG, to: RECEIVER, reason: REASON.reason, by: 'chen' }]);
  });

  it('goes on there: the receiver serves the old notice and checks', () => {
    const { log, events } = handedOver();
    const officer = anOfficer({ user: 'he' });
    const served = log.next('document.served', aServed({ officer }), RECEIVING);
    const checked = log.next('case.rechecked', aRecheck({ officer }), RECEIVING);
    const state = folded([...events, served, checked]);
    expect(state.stage).toBe('fixed');
    for (const one of [served, checked]) expect(verdictOn(state, one)).toEqual({ is: 'applied' });
  });

  it('keeps what the giver did without knowing, flagged, and refuses what he decided', () => {
    const { log, events } = handedOver();
    const served = log.next('document.served', aServed());
    const granted = log.next('number.granted', { ...aNumber(2), document: aUuid(40) });
    const issued = log.next('document.issued', anIssued({ document: aUuid(40) }, 2));
    const state = folded([...events, served, granted, issued]);
    expect(verdictOn(state, served)).toEqual({ is: 'flagged', ...AWAY });
    expect(verdictOn(state, issued)).toEqual({ is: 'void', ...AWAY });
    expect(state).toMatchObject({ org: RECEIVER, stage: 'notice_served' });
    expect(state.documents).toHaveLength(1);
  });

  it('takes what the giver decided before, however late it arrives', () => {
    const { log, events, found } = issuedCase();
    const [, granted, issued] = events;
    const over = log.next('case.handedOver', REASON, { ...LEADER, follows: found._id });
    const state = folded([found, over, granted!, issued!]);
    expect(verdictOn(state, issued!)).toEqual({ is: 'applied' });
    expect(state).toMatchObject({ org: RECEIVER, stage: 'notice_issued' });
  });

  it('is the same whatever the order of arrival', () => {
    const { log, events } = handedOver();
    const late = log.next('document.served', aServed());
    const said = log.next('supervision.accepted', {}, asBrigade({ rules: 2 }));
    const back = log.next(
      'case.handedOver',
      { to: ORG, reason: '退回（示例）' },
      { ...RECEIVING, role: `${RECEIVER}/squad_leader` },
    );
    const all = [...events, late, said, back];
    const expected = folded(all);
    expect(expected).toMatchObject({ org: ORG, handovers: [{ to: RECEIVER }, { to: ORG }] });
    for (const order of ordersOf(all)) expect(foldCase(order)).toEqual(expected);
  }, 30_000);

  it('twice at once goes where the first said', () => {
    const { log, events, over } = handedOver();
    const other = log.next('case.handedOver', { to: 'xl', reason: '示例' }, { ...LEADER, follows: over.follows });
    const state = folded([...events, other]);
    expect(verdictOn(state, other)).toEqual({ is: 'void', ...AWAY });
    expect(state.org).toBe(RECEIVER);
  });
});

describe('a hand-over without effect', () => {
  it.each([
    ['by an officer', { rules: 2 }, 'wrong_role'],
    ['by another organisation', { role: `${RECEIVER}/squad_leader`, org: RECEIVER, rules: 2 }, 'wrong_role'],
    ['by the brigade', asBrigade({ rules: 2 }), 'wrong_role'],
  ])('%s', (_name, header, reason) => {
    const { log, events } = issuedCase();
    const over = log.next('case.handedOver', REASON, header);
    const state = folded([...events, over]);
    expect(verdictOn(state, over)).toMatchObject({ is: 'void', reason });
    expect(state).toMatchObject({ org: ORG, handovers: [] });
  });

  it('to the organisation that has the case', () => {
    const { log, events } = issuedCase();
    const over = log.next('case.handedOver', { to: ORG, reason: '示例' }, LEADER);
    expect(verdictOn(folded([...events, over]), over)).toMatchObject({ is: 'void', reason: 'same_org' });
  });

  it('under rules that have none', () => {
    const { log, events } = issuedCase();
    const over = log.next('case.handedOver', REASON, { ...LEADER, rules: 1 });
    expect(folded([...events, over])).toMatchObject({ org: ORG, handovers: [], readOnly: false });
  });
});

describe('the steps of a case that was handed over', () => {
  const context = (org: string, role: string): StepContext => ({ org, role, todayOn: '2024-03-07' });
  it('are closed to the giver, with the reason, and open to the receiver', () => {
    const state = folded(handedOver().events);
    const steps = openSteps(state, context(ORG, 'squad_leader')).filter(({ step }) => step !== 'supervise');
    for (const { reasons } of steps) expect(reasons[0]).toEqual({ code: 'handed_over', article: AWAY.article });
    expect(guardStep(state, 'serveNotice', context(RECEIVER, 'officer')).ok).toBe(true);
    expect(guardStep(state, 'handOver', { ...context(RECEIVER, 'squad_leader'), receiver: ORG }).ok).toBe(true);
    expect(guardStep(state, 'handOver', context(RECEIVER, 'officer'))).toMatchObject({ error: { code: 'wrong_role' } });
  });
});

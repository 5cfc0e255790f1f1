import { describe, expect, it } from 'vitest';

import { EVENT_TYPES } from '../events/registry.ts';

import { canSee, mayLease, mayReview, mayWrite, readsSealed, WRITES } from './permissions.ts';
import { parseHeldRole, ROLES } from './roles.ts';

describe('the table of who may write what', () => {
  it('knows every role and only known event types', () => {
    expect(Object.keys(WRITES).sort()).toEqual([...ROLES].sort());
    for (const types of Object.values(WRITES))
      for (const type of types) expect(Object.keys(EVENT_TYPES)).toContain(type);
  });

  it('lets an assistant collect clues but not open cases or sign documents', () => {
    expect(mayWrite('assistant', 'photo.added')).toBe(true);
    expect(mayWrite('assistant', 'site.registered')).toBe(true);
    expect(mayWrite('assistant', 'site.changed')).toBe(true);
    expect(mayWrite('assistant', 'site.withdrawn')).toBe(false);
    expect(mayWrite('clerk', 'site.withdrawn')).toBe(true);
    expect(mayWrite('assistant', 'inspection.submitted')).toBe(true);
    expect(mayWrite('assistant', 'case.found')).toBe(false);
    expect(mayWrite('assistant', 'document.issued')).toBe(false);
    expect(mayLease('assistant')).toBe(false);
  });

  it('keeps supervision beside the procedure', () => {
    expect(WRITES.supervisor.filter((type) => !type.startsWith('log.'))).toEqual([
      'supervision.returned',
      'supervision.accepted',
    ]);
    expect(mayWrite('officer', 'supervision.accepted')).toBe(false);
    expect(ROLES.filter((role) => role !== 'carrier' && mayReview(role))).toEqual(['supervisor']);
  });

  it('lets who leads a unit hand a case over, and nobody else', () => {
    const leaders = ROLES.filter((role) => role !== 'carrier' && mayWrite(role, 'case.handedOver'));
    expect(leaders).toEqual(['squad_leader', 'brigade_leader', 'agency_head']);
  });

  it('lets who leads or keeps the desk plan tasks, and who goes out hand them on', () => {
    const plans = ROLES.filter((role) => role !== 'carrier' && mayWrite(role, 'task.planned'));
    expect(plans).toEqual(['squad_leader', 'clerk', 'brigade_leader']);
    const goes = ROLES.filter((role) => role !== 'carrier' && mayWrite(role, 'task.handedOver'));
    expect(goes).toEqual(['officer', 'assistant', 'squad_leader']);
    for (const role of goes) expect(mayWrite(role, 'task.done') && mayWrite(role, 'task.received')).toBe(true);
  });

  it('refuses a type nobody knows', () => {
    for (const role of ROLES) expect(mayWrite(role, 'case.invented')).toBe(false);
  });

  it('shows review to the brigade alone', () => {
    expect(ROLES.filter((role) => canSee(role, 'review'))).toEqual(['supervisor']);
    expect(ROLES.every((role) => canSee(role, 'sync'))).toBe(true);
  });

  it('shows reports to the brigade, which writes none of them and never knows who reported', () => {
    expect(canSee('supervisor', 'reports')).toBe(true);
    expect(WRITES.supervisor.filter((type) => /^report(er)?\./.test(type))).toEqual([]);
    expect(readsSealed('supervisor')).toBe(false);
  });

  it('reads only roles of the form org/role', () => {
    expect(parseHeldRole('hsg/officer')).toEqual({ org: 'hsg', role: 'officer' });
    for (const text of ['officer', '/officer', 'hsg/king', 'hsg/officer/x', '_admin'])
      expect(parseHeldRole(text)).toBeUndefined();
  });
});

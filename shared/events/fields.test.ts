import { describe, expect, it } from 'vitest';

import { aSecond, aSite, aUuid } from '../testing/builders.ts';

import { deadlineField } from './caseEvents.ts';
import {
  dateField,
  instantField,
  optionalTextField,
  orgField,
  positionField,
  secondSignatureField,
  sha256Field,
  textField,
  userField,
  uuidField,
} from './fields.ts';
import { EVENT_TYPES, isEventType } from './registry.ts';
import { siteDataField, siteSnapshotField } from './siteEvents.ts';

describe('text', () => {
  it.each(['', 'a'.repeat(11), 'a\ud800', 'e\u0301', 'a\u0000'])('refuses %j', (text) => {
    expect(textField(10).safeParse(text).success).toBe(false);
  });

  it('takes line ends and rare characters; optional text may be empty', () => {
    expect(textField(10).safeParse('一\n𠮷').success).toBe(true);
    expect(optionalTextField(10).safeParse('').success).toBe(true);
    expect(optionalTextField(10).safeParse('\ud800').success).toBe(false);
  });
});

it.each([
  [sha256Field, 'a'.repeat(64), 'A'.repeat(64)],
  [instantField, '2024-03-04T01:00:00.000Z', '2024-03-04T01:00:00Z'],
  [dateField, '2024-03-04', '2024-3-4'],
  [uuidField, aUuid(1), aUuid(1).toUpperCase()],
  [orgField, 'hsgcg', 'HS-1'],
  [userField, 'chen.jun', '陈军'],
])('takes exactly one spelling: %#', (field, good, bad) => {
  expect(field.safeParse(good).success).toBe(true);
  expect(field.safeParse(bad).success).toBe(false);
});

it('stores positions as integers with their reference system', () => {
  const position = { lonE7: 1_150_000_000, latE7: 302_000_000, crs: 'WGS84', source: 'exif' };
  expect(positionField.safeParse(position).success).toBe(true);
  expect(positionField.safeParse({ ...position, lonE7: 115.03 }).success).toBe(false);
  expect(positionField.safeParse({ ...position, latE7: 900_000_001 }).success).toBe(false);
  expect(positionField.safeParse({ ...position, crs: 'unknown' }).success).toBe(false);
});

it('takes a second signature only with a checked PIN', () => {
  expect(secondSignatureField.safeParse(aSecond()).success).toBe(true);
  expect(secondSignatureField.safeParse({ ...aSecond(), pinChecked: false }).success).toBe(false);
});

it('never blocks a credit code for its check digit, only for its length', () => {
  const { siteId: _siteId, ...site } = aSite();
  expect(siteDataField.safeParse({ ...site, uscc: '91350211M0000XUF46' }).success).toBe(true);
  expect(siteDataField.safeParse({ ...site, uscc: '9'.repeat(19) }).success).toBe(false);
  expect(siteSnapshotField.safeParse(aSite()).success).toBe(true);
});

it('keeps how a deadline was set beside the date', () => {
  expect(deadlineField.safeParse({ by: 'date', dueOn: '2024-03-08' }).success).toBe(true);
  expect(deadlineField.safeParse({ by: 'days', count: 3, unit: 'working', dueOn: '2024-03-07' }).success).toBe(true);
  expect(deadlineField.safeParse({ by: 'days', count: 0, unit: 'working', dueOn: '2024-03-07' }).success).toBe(false);
  expect(deadlineField.safeParse({ by: 'date', dueOn: '2024-03-08', count: 3 }).success).toBe(false);
});

it('knows its event types and nothing inherited', () => {
  for (const type of Object.keys(EVENT_TYPES)) expect(isEventType(type)).toBe(true);
  for (const type of ['toString', '__proto__', 'case.inventedLater', '']) expect(isEventType(type)).toBe(false);
});

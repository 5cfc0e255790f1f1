import { describe, expect, it } from 'vitest';

import { readZip } from '../documents/dossier/zip.ts';
import { anInspectionSource } from '../documents/testing/aLoosePaper.ts';
import { sha256Hex } from '../kernel/hash.ts';
import { aCaseFound, aRecheck, aSecond, aSha, aSite, EventLog } from '../testing/builders.ts';
import { folded } from '../testing/cases.ts';
import { aMatter } from '../testing/matters.ts';

import { packageZip, photosIn } from './platformPackage.ts';
import { caseOut, hazardOut, revisionOf } from './platformRecord.ts';

const { org, address, inspection, checklist } = anInspectionSource();
const BESIDE = { org, address };
const MATTER = aMatter({ code: 'MQ-03', standardRef: 'GB/T 47678.5-2026', standardCode: '09006' });

function found(log = new EventLog()) {
  const site = aSite({
    operator: '示例当事人',
    phone: '13900000000',
    position: { lonE7: 1_150_389_000, latE7: 302_000_001, crs: 'WGS84', source: 'device' },
  });
  return log.next('case.found', aCaseFound({ site }));
}

describe('a case on its way to a platform', () => {
  it('bears names and codes of the standard, and says where a code was not read', () => {
    const out = caseOut(folded([found()]), MATTER, BESIDE);
    expect(out?.fields).toMatchObject({ SXDM: '42020209006', SXMC: '占道经营', SXDMYZ: '已核实', SFWZ: address });
    expect(out?.fields).toMatchObject({ lon: '115.0389000', lat: '30.2000001', crs: 'WGS84', overdue: '' });
    const unread = caseOut(folded([found()]), { ...MATTER, standardCode: '03005' }, BESIDE);
    expect(unread?.fields).toMatchObject({ SXDM: '42020203005', SXMC: MATTER.name, SXDMYZ: '未核实' });
    expect(caseOut(folded([found()]), aMatter({ standardCode: undefined as never }), BESIDE)).toBeUndefined();
  });

  it('names no party, and nothing that tells one', () => {
    const text = JSON.stringify(caseOut(folded([found()]), MATTER, BESIDE));
    for (const secret of ['示例当事人', '13900000000']) expect(text).not.toContain(secret);
  });

  it('is another revision once something was done, and the same as long as nothing was', () => {
    const log = new EventLog();
    const first = found(log);
    const before = caseOut(folded([first]), MATTER, BESIDE);
    const again = caseOut(folded([first]), MATTER, BESIDE);
    const rechecked = log.next('case.rechecked', aRecheck());
    const state = {
      ...folded([first]),
      recheck: { at: rechecked.wallAt, result: 'fixed' as const, photos: [aSha(8)] },
      second: aSecond(),
    };
    const after = caseOut(state, MATTER, BESIDE);
    expect(revisionOf(before ?? {})).toBe(revisionOf(again ?? {}));
    expect(revisionOf(after ?? {})).not.toBe(revisionOf(before ?? {}));
    expect(after?.photosAfter).toEqual([aSha(8)]);
  });
});

describe('a hazard on its way', () => {
  it('is each failed item with its photos; an inspection without any does not go', () => {
    const out = hazardOut({ ...inspection, id: 'x' }, checklist, BESIDE);
    expect(out?.hazards.map(({ item, severity, fixedOnSite }) => [item, severity, fixedOnSite])).toEqual([
      ['H2', '一般', '否'],
      ['Z2', '轻微', '是'],
    ]);
    expect(out?.fields['checklistYZ']).toBe('未核实');
    expect(JSON.stringify(out)).not.toContain('王芳');
    const passed = inspection.answers.map((one) => ({ ...one, answer: 'pass' as const }));
    expect(hazardOut({ ...inspection, answers: passed, id: 'x' }, checklist, BESIDE)).toBeUndefined();
  });
});

describe('the file of a package', () => {
  it('lists every file with its hash, and the photos that are missing', () => {
    const out = hazardOut({ ...inspection, id: 'x' }, checklist, BESIDE);
    if (out === undefined) throw new Error('no hazards');
    const said = { package: 'p', org: 'hsg', orgName: '示例局', app: '0', madeAt: '2026-03-01T00:00:00.000Z' };
    const photos = photosIn([out]);
    const parts = packageZip({ ...said, platform: 'lifeline' }, [out], [], photos);
    const zip = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    parts.reduce((at, part) => (zip.set(part, at), at + part.length), 0);
    const { files, altered } = readZip(zip);
    expect(altered).toBeUndefined();
    const bytesOf = (name: string): Uint8Array => files.find((one) => one.name === name)?.bytes ?? new Uint8Array();
    // What this looks for is ASCII.
    const text = (name: string): string => [...bytesOf(name)].map((byte) => String.fromCharCode(byte)).join('');
    const manifest = JSON.parse(text('manifest.json')) as {
      readonly missingPhotos: readonly string[];
      readonly files: readonly { readonly name: string; readonly sha256: string }[];
    };
    expect(manifest.missingPhotos).toEqual([aSha(2)]);
    expect(manifest.files.map(({ name }) => name)).toEqual(['README.txt', 'records.json', 'records.csv']);
    for (const { name, sha256 } of manifest.files) expect(sha256Hex(bytesOf(name))).toBe(sha256);
    expect(text('records.csv').trim().split('\r\n')).toHaveLength(3);
  });
});

import { describe, expect, it } from 'vitest';

import { checklistText } from '../inspection/checklistText.ts';
import { sha256Text } from '../kernel/hash.ts';
import { aChecklist } from '../testing/checklists.ts';

import { parseCatalogue } from './parse.ts';
import {
  nextVersion,
  publishedDoc,
  readPublished,
  withPublished,
  type PublishedChecklist,
} from './publishedChecklist.ts';

const FILES = parseCatalogue([{ name: 'checklists/small.v1.json', text: JSON.stringify(aChecklist()) }]).catalogue;
const WHO = {
  by: 'admin',
  device: '01890a5d-ac96-774b-bcce-b302099a8057',
  org: 'hscg',
  publishedAt: '2026-11-29T08:00:00.000Z',
};

function published(changes: Parameters<typeof aChecklist>[0] = {}): PublishedChecklist {
  return publishedDoc(aChecklist({ version: 2, ...changes }), WHO);
}

function merged(...docs: readonly { readonly _id: string }[]): ReturnType<typeof withPublished> {
  return withPublished(
    FILES,
    docs.map((doc) => ({ id: doc._id, doc })),
  );
}

/** The document with another text, and the hash of that. */
function saying(text: string): PublishedChecklist {
  return { ...published(), text, hash: sha256Text(text) };
}

describe('a published checklist', () => {
  it('is its checklist again, whatever order its members and those of the document came in', () => {
    const list = aChecklist({ version: 2 });
    const doc = published();
    expect(doc._id).toBe('checklist:small:2');
    const back = readPublished({ _rev: '1-a', ...Object.fromEntries(Object.entries(doc).reverse()) });
    expect(back).toEqual({ ok: true, value: { doc, checklist: list } });
    const turned = Object.fromEntries(Object.entries(list).reverse()) as typeof list;
    expect(publishedDoc(turned, WHO).hash).toBe(doc.hash);
  });

  it('may have limits with a fraction', () => {
    const [section] = aChecklist().sections;
    const item = {
      code: 'N9',
      text: '井深',
      kind: 'number',
      unit: '米',
      decimals: 1,
      min: 0.5,
      max: 9.5,
      optional: true,
    } as const;
    const sections = [{ ...section, id: 'n', name: '数', items: [item] }, ...aChecklist().sections];
    const read = readPublished(published({ sections }));
    expect(read.ok && read.value.checklist.sections[0]?.items[0]).toEqual(item);
  });

  it.each([
    [
      'whose text was changed',
      { ...published(), text: checklistText(aChecklist({ version: 2, name: '别的' })) },
      'hash',
    ],
    ['under another id', { ...published(), _id: 'checklist:small:3' }, 'another checklist'],
    ['of another version', saying(checklistText(aChecklist({ version: 3 }))), 'another checklist'],
    ['that is no JSON', saying('{'), 'not_json'],
    ['of a shape that this app does not know', saying('{"schema":"xunzhi.checklist.v2"}'), 'shape'],
    [
      'that cannot be filled',
      published({ sections: [...aChecklist().sections, ...aChecklist().sections] }),
      'duplicate',
    ],
    ['without an author', { ...published(), by: undefined }, 'by'],
  ])('%s is named and not used', (_name, doc, reason) => {
    const { catalogue, problems } = merged(doc);
    expect(problems).toEqual([{ id: doc._id, reason: expect.stringContaining(reason) as string }]);
    expect(catalogue).toEqual(FILES);
  });
});

describe('the catalogue with what was published', () => {
  it('has every version, and another version of its own', () => {
    const { catalogue, problems } = merged(published({ version: 10 }), published());
    expect(problems).toEqual([]);
    expect(catalogue.checklists.map(({ version }) => version)).toEqual([1, 10, 2]);
    expect(catalogue.published).toEqual(
      [10, 2].map((version) => ({ checklist: 'small', version, by: 'admin', at: WHO.publishedAt })),
    );
    expect(catalogue.version).not.toBe(FILES.version);
    expect(merged(published(), published({ version: 10 })).catalogue).toEqual(catalogue);
    expect(merged(published()).catalogue.version).not.toBe(catalogue.version);
  });

  it('keeps a file before a document of the same version; only what contradicts is named', () => {
    expect(merged(published({ version: 1 }))).toEqual({ catalogue: FILES, problems: [] });
    const { catalogue, problems } = merged(published({ version: 1, name: '别的' }), published());
    expect(problems).toEqual([{ id: 'checklist:small:1', reason: 'a file has this version' }]);
    expect(catalogue.checklists.map(({ name, version }) => [name, version])).toEqual([
      ['小检查表', 1],
      ['小检查表', 2],
    ]);
  });

  it('says which version may be published next', () => {
    expect(nextVersion(FILES.checklists, 'small')).toBe(2);
    expect(nextVersion(merged(published({ version: 4 })).catalogue.checklists, 'small')).toBe(5);
    expect(nextVersion(FILES.checklists, 'new-one')).toBe(1);
  });
});

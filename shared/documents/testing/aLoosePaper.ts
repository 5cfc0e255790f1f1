import type { ItemAnswer } from '../../events/inspectionEvents.ts';
import type { SiteData } from '../../events/siteEvents.ts';
import type { Checklist } from '../../inspection/checklist.ts';
import { aSecond, aSha, aSite, anOfficer, isoAt } from '../../testing/builders.ts';
import type { InspectionSource, SiteSource } from '../papers/loosePaper.ts';

import { aKnown } from './aFullFile.ts';

/** An invented inspection of a shop: two things failed, one of them was put right at once. */
export function anInspectionSource(answers: readonly ItemAnswer[] = ANSWERS): InspectionSource {
  const { org, address, prints = new Map<string, string>() } = aKnown();
  return {
    ...{ org, address, prints, checklist: CHECKLIST, id: '00000000-0000-4000-8000-00005e1f3a27' },
    inspection: {
      ...{
        checklist: CHECKLIST.id,
        checklistVersion: CHECKLIST.version,
        site: aSite({ name: '示例小吃店', operator: '王芳（示例）' }),
      },
      ...{
        startedAt: isoAt(0),
        submittedAt: isoAt(20),
        officer: anOfficer(),
        second: aSecond(),
      },
      ...{ answers: [...answers], scoreTenths: 880, vetoed: false },
    },
  };
}

/** An invented shop of the register. */
export function aSiteSource(site: { readonly [K in keyof SiteData]?: SiteData[K] | undefined } = {}): SiteSource {
  const { org, address } = aKnown();
  const { siteId: _, ...data } = aSite({ name: '示例小吃店', operator: '王芳（示例）' });
  return { org, address, at: isoAt(0), site: { ...data, ...site } as SiteData };
}

const ANSWERS: readonly ItemAnswer[] = [
  { item: 'H1', answer: 'pass', photos: [] },
  { item: 'H2', answer: 'fail', severity: 'normal', note: '门口下水口旁有油污约1平方米', photos: [aSha(2)] },
  { item: 'Z2', answer: 'fail', severity: 'minor', fixedOnSite: true, photos: [] },
];

const CHECK = { kind: 'check', weight: 3, photoRequiredWhenFailed: false } as const;

const CHECKLIST: Checklist = {
  ...{
    schema: 'xunzhi.checklist.v1',
    id: 'menqian-sanbao',
    version: 1,
    name: '门前三包检查表',
    validFrom: '2024-01-01',
  },
  verification: 'proposal',
  scoring: {
    ...{
      basePoints: 100,
      severityFactor: { minor: 1, normal: 2, severe: 4 },
      fixedOnSitePercent: 50,
      vetoMaxPoints: 60,
    },
    bands: [],
  },
  sections: [
    {
      ...{ id: 'H', name: '包卫生' },
      items: [
        { ...CHECK, matters: [], code: 'H1', text: '门前地面无垃圾、烟头、果皮、纸屑' },
        { ...CHECK, matters: [], code: 'H2', text: '无污水、油污、积水' },
      ],
    },
    { id: 'Z', name: '包秩序', items: [{ ...CHECK, matters: [], code: 'Z2', text: '无占道堆放货物、空箱、展架' }] },
  ],
};

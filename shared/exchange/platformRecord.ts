import type { OrgCard } from '../access/directory.ts';
import type { CaseState, TimelineEntry } from '../case/state.ts';
import type { Matter } from '../catalogue/matter.ts';
import { imposesFine } from '../documents/fines.ts';
import type { EventData } from '../events/registry.ts';
import type { SiteSnapshot } from '../events/siteEvents.ts';
import { asJudged, keyOf } from '../inspection/answers.ts';
import type { Checklist } from '../inspection/checklist.ts';
import { visibleItems } from '../inspection/visible.ts';
import { chinaDateAt } from '../kernel/chinaTime.ts';
import { sha256Text } from '../kernel/hash.ts';
import { plainText } from '../kernel/plainText.ts';

import { standardName } from './standardCodes.ts';

/** Checklists whose hazards go to 生命线: gas, bridges and tunnels, drains, manholes. */
export const LIFELINE_CHECKLISTS = [
  'gas-company',
  'gas-user',
  'bridge-tunnel',
  'manhole-cover',
  'waterlogging',
] as const;

/** What is known beside a record: its organisation, and its address in full. */
export type Beside = { readonly org: OrgCard; readonly address: string };

/** 任务号 of a record: its uuid, so that a platform knows it again. */
export function taskNoOf(id: string): string {
  return `XZ${id.replaceAll('-', '')}`;
}

/** By this a change is noticed after a record left. */
export function revisionOf(record: object): string {
  return sha256Text(plainText(record));
}

/** Where it is: names as in GB/T 47678.5-2026, degrees as text with seven decimals in the system they were taken in. */
function placeOf(site: SiteSnapshot, { org, address }: Beside): Readonly<Record<string, string>> {
  const { position } = site;
  return {
    SFWZ: address,
    lon: position === undefined ? '' : degrees(position.lonE7),
    lat: position === undefined ? '' : degrees(position.latE7),
    crs: position?.crs ?? '',
    // The grid is the platform's to find: no map of grids is here.
    SZDYWGBSM: '',
    SZJDDM: site.street,
    SZSQDM: '',
    // The code of the organisation (18 characters) is not on its card; the platform knows it by its name.
    ZGBMDM: '',
    ZGBMMC: org.name,
  };
}

function degrees(e7: number): string {
  const digits = String(Math.abs(e7)).padStart(8, '0');
  return `${e7 < 0 ? '-' : ''}${digits.slice(0, -7)}.${digits.slice(-7)}`;
}

/** What of a case goes out. */
type CaseOut = {
  readonly fields: Readonly<Record<string, string>>;
  readonly photosBefore: readonly string[];
  readonly photosAfter: readonly string[];
};

type Mapped = Pick<Matter, 'name' | 'standardRef' | 'standardCode'>;

/** The code of the matter that a case is about: of its file, or of the first finding. */
export function matterOfCase({ file, findings }: Pick<CaseState, 'file' | 'findings'>): string | undefined {
  return file?.matter?.code ?? findings[0]?.matter;
}

/**
 * A case as a platform takes it; undefined when its matter has no code of the standard. Nobody who reported something and no party is
 * named: only what is wrong where, since when, and who of the bureau handles it. `SXDMYZ`: whether the code was read in the standard.
 */
export function caseOut(one: CaseState, matter: Mapped, beside: Beside): CaseOut | undefined {
  const code = matter.standardCode;
  if (code === undefined) return undefined;
  const name = standardName(code);
  const at = (...types: readonly string[]): string => lastAt(one.timeline, types);
  const handledAt = one.recheck?.at ?? one.onSiteFix?.at ?? at('case.enforced', 'structure.demolished');
  const demolished = one.file?.demolished;
  const decision = one.documents.find(({ kind, voided }) => voided === undefined && imposesFine(kind));
  return {
    fields: {
      taskNo: taskNoOf(one.id),
      standardRef: matter.standardRef,
      SXDM: `${one.site.division}${code}`,
      SXMC: name ?? matter.name,
      SXDMYZ: name === undefined ? '未核实' : '已核实',
      source: one.inspection === undefined ? '' : '人工巡查',
      ...placeOf(one.site, beside),
      discoveredAt: one.foundAt,
      reportedAt: one.timeline[0]?.wallAt ?? '',
      filedAt: at('case.filed'),
      dispatchedAt: at('case.assigned'),
      handledAt,
      checkedAt: one.recheck?.at ?? (one.supervision.is === 'accepted' ? (one.supervision.at ?? '') : ''),
      closedAt: at('case.closed'),
      limit: one.dueOn ?? '',
      overdue: overdue(one.dueOn, handledAt),
      handler: one.officer?.name ?? '',
      checker: one.recheck === undefined ? '' : (one.second?.name ?? ''),
      description: one.facts,
      caseId: one.id,
      decisionNo: decision?.number ?? '',
    },
    photosBefore: unique([
      ...one.findings.flatMap(({ photos }) => photos),
      ...(one.onSiteFix?.before ?? []),
      ...(demolished?.before ?? []),
    ]),
    photosAfter: unique([
      ...(one.recheck?.photos ?? []),
      ...(one.onSiteFix?.after ?? []),
      ...(demolished?.after ?? []),
    ]),
  };
}

/** Yes or no once it was handled; what still runs changes by itself and says nothing. */
function overdue(dueOn: string | undefined, handledAt: string): string {
  const on = chinaDateAt(handledAt);
  return dueOn === undefined || on === undefined ? '' : on > dueOn ? '是' : '否';
}

function lastAt(timeline: readonly TimelineEntry[], types: readonly string[]): string {
  return timeline.findLast(({ type, verdict }) => types.includes(type) && verdict.is === 'applied')?.wallAt ?? '';
}

function unique(photos: readonly string[]): readonly string[] {
  return [...new Set(photos)];
}

/** An inspection with what was found wrong, item by item. */
export type HazardOut = {
  readonly fields: Readonly<Record<string, string>>;
  readonly hazards: readonly {
    readonly item: string;
    readonly entry: string;
    readonly text: string;
    readonly severity: string;
    readonly value: string;
    readonly note: string;
    readonly fixedOnSite: string;
    readonly photos: readonly string[];
  }[];
};

const SEVERITIES = { minor: '轻微', normal: '一般', severe: '严重' } as const;

type Inspected = EventData<'inspection.submitted'> & { readonly id: string };

/** The hazards of an inspection; undefined when nothing was found wrong. */
export function hazardOut(one: Inspected, checklist: Checklist, beside: Beside): HazardOut | undefined {
  const items = new Map(
    visibleItems(checklist, one.answers).map(({ item, entry }) => [keyOf({ item: item.code, entry }), item]),
  );
  const hazards = one.answers.flatMap((said): HazardOut['hazards'] => {
    const item = items.get(keyOf(said));
    if (item === undefined) return [];
    const answer = asJudged(item, said);
    if (answer.answer !== 'fail') return [];
    const { entry, severity = 'normal', value = '', note = '', fixedOnSite = false, photos } = answer;
    return [
      {
        ...{ item: item.code, entry: entry === undefined ? '' : String(entry), text: item.text },
        ...{ severity: SEVERITIES[severity], value, note, fixedOnSite: fixedOnSite ? '是' : '否', photos },
      },
    ];
  });
  if (hazards.length === 0) return undefined;
  return {
    fields: {
      taskNo: taskNoOf(one.id),
      checklist: `${checklist.id}.v${String(checklist.version)}`,
      checklistName: checklist.name,
      checklistYZ: checklist.verification === 'verified' ? '已核实' : '未核实',
      siteId: one.site.siteId,
      siteName: one.site.name,
      ...placeOf(one.site, beside),
      discoveredAt: one.submittedAt,
      inspector: one.officer.name,
      inspectionId: one.id,
    },
    hazards,
  };
}

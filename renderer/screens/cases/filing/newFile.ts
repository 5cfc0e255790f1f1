import { fieldWorkText } from '#renderer/app/language/zh/fieldWork.ts';
import { reportSources } from '#renderer/app/language/zh/reports.ts';
import type { CommandInput } from '#renderer/data/client.ts';
import type { Matter } from '#shared/catalogue/matter.ts';
import { penaltyRange, type FineRange } from '#shared/catalogue/penaltyRange.ts';
import type { Settings } from '#shared/catalogue/settingsFile.ts';
import type { ReportSource } from '#shared/events/reportEvents.ts';
import type { SiteSnapshot } from '#shared/events/siteEvents.ts';
import { cleanText } from '#shared/kernel/text.ts';
import type { ReportState } from '#shared/report/state.ts';

import { isPartyComplete, kindOf, partyOf, partyOfSite } from '../acts/party.ts';
import type { Values } from '../acts/values.ts';

const words = fieldWorkText.filing;

/** 程序 of a new file. */
export const PROCEDURES = ['spot', 'ordinary', 'structure'] as const;

/** A new file as it is typed; kept as a draft. */
export type NewFile = {
  readonly siteId: string;
  /** The report of a citizen that it is about. */
  readonly report?: string;
  readonly procedure: (typeof PROCEDURES)[number];
  readonly source: CommandInput<'file.open'>['source'];
  readonly matter: string;
  readonly facts: string;
  readonly photos: readonly string[];
  readonly party: Values;
  readonly objection: 'none' | 'words' | 'new_facts';
  readonly words: string;
  /** Yuan as typed. */
  readonly fine: string;
  readonly warning: boolean;
};

/** What is missing of it. */
export type FileProblem = 'matter' | 'facts' | 'photos' | 'party' | 'penalty';

/** The longest text of the facts that is taken. */
const MOST_FACTS = 2000;

/** 案件来源 of a file that a report led to. */
const SOURCE_OF: Readonly<Record<ReportSource, NewFile['source']>> = {
  snapshot: 'citizen',
  hotline: 'hotline',
  grid: 'grid',
  courier: 'citizen',
  drone: 'other',
  video: 'other',
  supervision: 'superior',
  other: 'other',
};

/** The form as it opens: what the register of shops knows is filled in, and what was reported where a report led there. */
export function newFile(siteId: string, site: SiteSnapshot, report?: ReportState): NewFile {
  return {
    siteId,
    ...(report === undefined ? {} : { report: report.id }),
    procedure: 'ordinary',
    source: report === undefined ? 'patrol' : SOURCE_OF[report.data.source],
    matter: '',
    facts:
      report === undefined ? '' : words.facts(reportSources[report.data.source], report.data.text).slice(0, MOST_FACTS),
    photos: [],
    party: partyOfSite(site),
    objection: 'none',
    words: '',
    fine: '',
    warning: false,
  };
}

/** The draft as it was kept; undefined when it is none. */
export function parseNewFile(content: unknown): NewFile | undefined {
  const one = content as Partial<NewFile> | null;
  return typeof one === 'object' && one !== null && typeof one.procedure === 'string' && Array.isArray(one.photos)
    ? (one as NewFile)
    : undefined;
}

/** What still has to be filled in, in the order of the form. */
export function problemsOf(form: NewFile): readonly FileProblem[] {
  const isSpot = form.procedure === 'spot';
  return [
    ...(form.matter === '' ? (['matter'] as const) : []),
    ...(form.facts.trim() === '' ? (['facts'] as const) : []),
    ...(form.photos.length === 0 ? (['photos'] as const) : []),
    ...(isSpot && !isPartyComplete(form.party) ? (['party'] as const) : []),
    ...(isSpot && form.objection !== 'new_facts' && !form.warning && fenOf(form.fine) === 0
      ? (['penalty'] as const)
      : []),
  ];
}

/** Fen from yuan as typed; 0 when nothing or no amount stands there. */
export function fenOf(yuan: string): number {
  const clean = yuan.replaceAll(/[,，\s]/g, '');
  return /^\d{1,8}(\.\d{1,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : 0;
}

/** The range of the fine for the party as typed; undefined when the catalogue does not know it. */
export function rangeOf(
  form: NewFile,
  matter: Matter | undefined,
  soleTraderAs?: Settings['soleTraderAs'],
): FineRange | undefined {
  if (matter === undefined) return undefined;
  const range = penaltyRange(matter, { kind: kindOf(form.party), soleTraderAs });
  return range.ok ? range.value : undefined;
}

type Opening = Omit<CommandInput<'file.open'>, 'second'>;

/** What opens the file. */
export function openingOf(form: NewFile): Opening {
  const { procedure, source, siteId, matter, photos, report } = form;
  const party = isPartyComplete(form.party) ? { party: partyOf(form.party) as Opening['party'] } : {};
  return {
    procedure,
    source,
    siteId,
    matter,
    facts: cleanText(form.facts).trim(),
    photos: [...photos],
    ...party,
    ...(report === undefined ? {} : { report }),
  };
}

/** What was told and what is imposed on the spot. */
export function decisionOf({
  objection,
  words,
  warning,
  fine,
}: NewFile): Pick<CommandInput<'spot.decide'>, 'told' | 'penalty'> {
  const said = cleanText(words).trim();
  const told = { objection, ...(said === '' ? {} : { words: said }) };
  return { told, penalty: { warning, fineFen: fenOf(fine) } };
}

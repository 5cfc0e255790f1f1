import type { CaseRow } from '#renderer/queries/cases.ts';
import { matterCodeOf } from '#shared/case/matterCode.ts';
import type { ActKey } from '#shared/case/procedures/names.ts';
import { noticeOf } from '#shared/case/requirements/penalty.ts';
import { DEFAULT_SETTINGS, type Settings } from '#shared/catalogue/settingsFile.ts';
import type { Penalty } from '#shared/events/penalty.ts';

import { partyOfSite } from './party.ts';
import type { Values } from './values.ts';

/** What the file knows already and a form need not ask again; everything can be changed. */
export function initialValues(
  act: ActKey,
  row: CaseRow,
  words: { readonly agreed: string; readonly self: string; readonly asListed: string },
  settings: Settings = DEFAULT_SETTINGS,
): Values {
  const [type = '', tag] = act.split(':');
  const party = row.file?.party ?? partyOfSite(row.site);
  const where = { place: row.site.address };
  switch (type) {
    case 'party.identified':
      return { party };
    case 'case.filed':
      return { matter: matterCodeOf(row) };
    case 'record.made':
      return { ...where, signature: tag === 'inquiry_refused' ? 'refused' : 'signed', certificatesShown: true };
    case 'case.investigated':
      return { facts: row.facts, discretion: { tier: 'slight' } };
    case 'case.approved':
      return { text: words.agreed };
    case 'document.issued':
      // The sheet lists the instalments itself.
      if (tag === 'D32' && row.file?.instalments !== undefined) return { text: words.asListed };
      return tag === 'D17' || tag === 'D18'
        ? { penalty: typed(row.file?.proposal), hearingFromFen: threshold(settings) }
        : {};
    case 'case.decided':
      return { penalty: typed(noticeOf(row)?.penalty ?? row.file?.proposal), discretion: { tier: 'slight' } };
    case 'document.served':
      return { ...where, mode: 'direct', receiver: 'name' in party ? party.name : '', relation: words.self };
    case 'service.addressConfirmed': {
      const receiver = 'name' in party ? party.name : '';
      return { receiver, address: row.site.address, phone: row.site.phone ?? '', electronic: false };
    }
    case 'structure.demolished':
    case 'structure.accepted':
      return { areaE2: area(row.file?.demolished?.areaE2 ?? measured(row)) };
    case 'measure.taken':
    case 'document.posted':
    case 'hearing.called':
      return where;
    default:
      return {};
  }
}

/** A penalty as a form shows it. */
function typed(penalty: Penalty | undefined): Values | undefined {
  if (penalty === undefined) return undefined;
  const { warning, fineFen, confiscation = '', demolition = '' } = penalty;
  return { warning, fineFen: fineFen === 0 ? '0' : String(fineFen / 100), confiscation, demolition };
}

function threshold({ hearingFromFen }: Settings): string {
  return hearingFromFen === undefined ? '' : String(hearingFromFen / 100);
}

function measured(row: CaseRow): number | undefined {
  return row.file?.structure?.floors.reduce((sum, { areaE2 }) => sum + areaE2, 0);
}

function area(e2: number | undefined): string {
  return e2 === undefined ? '' : String(e2 / 100);
}

import { SELF_CHECK_DUTIES } from '../catalogue/settingsFile.ts';
import { sealEvent, type EventEnvelope, type EventHeader } from '../events/envelope.ts';
import type { PhotoData } from '../events/evidenceEvents.ts';
import type { Officer, SecondSignature } from '../events/fields.ts';
import type { EventData, EventType } from '../events/registry.ts';
import type { SelfCheckData, SiteSnapshot } from '../events/siteEvents.ts';
import { nextStamp } from '../kernel/hlc.ts';
import { uuidv7 } from '../kernel/uuid.ts';

/** Monday 2024-03-04, 09:00 in Huangshi: where the clock of the builders starts. */
export const START_MS = Date.UTC(2024, 2, 4, 1);
/** The organisation of the builders' records. */
export const ORG = 'hsgcg';
/** The organisation of the supervision brigade. */
export const BRIGADE = 'hsdc';

/** A valid UUID version 7 that differs by `n`. */
export function aUuid(n: number): string {
  return uuidv7(START_MS + n, new Uint8Array(10).fill(n % 256));
}

/** A valid SHA-256 that differs by `n`. */
export function aSha(n: number): string {
  return n.toString(16).padStart(64, '0');
}

export const SITE_STREAM = `site:${aUuid(1)}`;
export const INSPECTION_STREAM = `inspection:${aUuid(2)}`;
export const CASE_STREAM = `case:${aUuid(3)}`;
export const DOCUMENT = aUuid(4);
export const TASK_STREAM = `task:${aUuid(6)}`;

/** The metadata of a photo that differs by `n`. */
export function aPhoto(n: number, overrides: Partial<PhotoData> = {}): PhotoData {
  const file = { name: `照片${String(n)}.jpg`, bytes: 1000, mime: 'image/jpeg', condition: 'ok' } as const;
  return { sha256: aSha(n), ...file, importedAt: '2024-03-05T02:00:00.000Z', purpose: 'scene', ...overrides };
}

/** A check of an alliance at a shop: everything in order. */
export function aSelfCheck(overrides: Partial<SelfCheckData> = {}): SelfCheckData {
  const duties = SELF_CHECK_DUTIES.map(({ id, name }) => ({ duty: id, name, answer: 'pass' as const }));
  return { alliance: '示例路联盟', by: '示例盟员', checkedOn: '2024-03-04', duties, photos: [], ...overrides };
}

/** The officer who is signed in. */
export function anOfficer(overrides: Partial<Officer> = {}): Officer {
  return { user: 'chen', name: '陈军', certificate: '鄂B1001', ...overrides };
}

/** The second officer's signature. */
export function aSecond(overrides: Partial<SecondSignature> = {}): SecondSignature {
  return { user: 'li', name: '李敏', certificate: '鄂B1002', at: isoAt(0), pinChecked: true, ...overrides };
}

/** A shop as records name it. */
export function aSite(overrides: Partial<SiteSnapshot> = {}): SiteSnapshot {
  return {
    siteId: aUuid(1),
    name: '好味小吃店',
    operator: '王芳',
    uscc: '92420202MA0XXXX01J',
    address: '黄石大道1号',
    division: '420202',
    street: '420202005',
    ...overrides,
  };
}

/** The data of a valid `case.found`. */
export function aCaseFound(overrides: Partial<EventData<'case.found'>> = {}): EventData<'case.found'> {
  return {
    title: '好味小吃店擅自在街道两侧和公共场地堆放物料案',
    site: aSite(),
    foundAt: isoAt(0),
    findings: [{ item: 'Z2', matter: 'MQ-04', description: '门前人行道堆放空箱', photos: [aSha(1)] }],
    facts: '门前人行道堆放空箱六个，占用人行道。',
    officer: anOfficer(),
    second: aSecond(),
    ...overrides,
  };
}

/** The data of a valid `task.planned`: one street, the week of the builders. */
export function aPlan(overrides: Partial<EventData<'task.planned'>> = {}): EventData<'task.planned'> {
  return {
    title: '黄石大道门前三包',
    streets: ['420202005'],
    checklist: 'menqian-sanbao',
    register: 'shop',
    from: '2024-03-04',
    to: '2024-03-08',
    assignees: ['chen'],
    ...overrides,
  };
}

/** The data of a valid grant of number `n` to the document of `anIssued`. */
export function aNumber(n = 1): EventData<'number.granted'> {
  const series = { org: ORG, kind: 'D07', year: 2024 };
  return { series, n, lease: `lease:${ORG}:D07:2024:1`, number: numberText(n), document: DOCUMENT };
}

type CorrectionNotice = Extract<EventData<'document.issued'>, { readonly kind: 'D07' }>;

/** The data of a valid notice with number `n`, made on the day the case was found and due three working days later. */
export function anIssued(overrides: Partial<CorrectionNotice> = {}, n = 1): CorrectionNotice {
  return {
    document: DOCUMENT,
    kind: 'D07',
    number: numberText(n),
    issuedAt: isoAt(600),
    noticeOn: '2024-03-04',
    deadline: { by: 'days', count: 3, unit: 'working', dueOn: '2024-03-07' },
    officer: anOfficer(),
    second: aSecond(),
    model: { title: '责令限期改正通知书' },
    modelHash: aSha(100),
    pdf: { sha256: aSha(101), bytes: 40_000, pages: 1 },
    renderer: 'pdfmake-test',
    ...overrides,
  };
}

/** The data of a valid direct service. */
export function aServed(overrides: Partial<EventData<'document.served'>> = {}): EventData<'document.served'> {
  return {
    document: DOCUMENT,
    mode: 'direct',
    servedAt: isoAt(900),
    receiver: '王芳',
    relation: '经营者',
    place: '黄石大道1号',
    photos: [],
    officer: anOfficer(),
    second: aSecond(),
    ...overrides,
  };
}

/** The data of a re-check on the day the correction was due. */
export function aRecheck(overrides: Partial<EventData<'case.rechecked'>> = {}): EventData<'case.rechecked'> {
  const recheckedAt = new Date(Date.UTC(2024, 2, 7, 7)).toISOString();
  return { recheckedAt, result: 'fixed', photos: [aSha(9)], officer: anOfficer(), second: aSecond(), ...overrides };
}

/** ISO instant `seconds` after the builders' clock starts. */
export function isoAt(seconds: number): string {
  return new Date(START_MS + seconds * 1000).toISOString();
}

function numberText(n: number): string {
  return `黄港城管改字〔2024〕${String(n)}号`;
}

/** A device's log: every event it makes is one second and one number after the last, sealed and valid. */
export class EventLog {
  #n = 0;
  #prev: string | undefined;
  #at: string | undefined;

  /** Seals the next event. Overrides of the header may break it on purpose, e.g. another role. */
  next<T extends EventType>(type: T, data: EventData<T>, overrides: Partial<EventHeader> = {}): EventEnvelope<T> {
    this.#n += 1;
    const wallMs = START_MS + this.#n * 1000;
    this.#at = nextStamp(this.#at, wallMs);
    const header: EventHeader = {
      v: 1,
      kind: 'event',
      stream: streamFor(type),
      at: this.#at,
      wallAt: new Date(wallMs).toISOString(),
      by: 'chen',
      role: `${ORG}/officer`,
      org: ORG,
      device: aUuid(9),
      log: '00000000000000aa',
      n: this.#n,
      prev: this.#prev,
      rules: 1,
      catalogue: 'test',
      ...overrides,
    };
    const event = sealEvent(type, header, data);
    this.#prev = event.hash;
    return event;
  }
}

const shared = new EventLog();

/** One sealed event on the builders' own running log, in the stream that fits its type. */
export function anEvent<T extends EventType>(
  type: T,
  data: EventData<T>,
  overrides: Partial<EventHeader> = {},
): EventEnvelope<T> {
  return shared.next(type, data, overrides);
}

/** Header overrides of the supervision brigade's account. */
export function asBrigade(overrides: Partial<EventHeader> = {}): Partial<EventHeader> {
  return { by: 'duzhang', role: `${BRIGADE}/supervisor`, org: BRIGADE, ...overrides };
}

function streamFor(type: EventType): string {
  if (type.startsWith('site.')) return SITE_STREAM;
  if (type.startsWith('inspection.')) return INSPECTION_STREAM;
  if (type.startsWith('indicator.')) return `indicator:${aUuid(5)}`;
  if (type.startsWith('task.')) return TASK_STREAM;
  return type.startsWith('log.') ? `device:${aUuid(9)}` : CASE_STREAM;
}

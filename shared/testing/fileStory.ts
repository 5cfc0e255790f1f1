import { foldCase } from '../case/fold.ts';
import { measureFor } from '../case/measurePapers.ts';
import type { ActKey } from '../case/procedures/names.ts';
import { RULES_VERSION } from '../case/procedures/versions.ts';
import type { CaseState, Verdict } from '../case/state.ts';
import type { SaidInForm } from '../documents/sheetFacts.ts';
import { sealEvent, type EventEnvelope, type EventHeader } from '../events/envelope.ts';
import type { Penalty } from '../events/penalty.ts';
import type { EventData, EventType } from '../events/registry.ts';
import { nextStamp } from '../kernel/hlc.ts';

import { anIssued, anOfficer, aSecond, aUuid, BRIGADE, CASE_STREAM, ORG, START_MS } from './builders.ts';
import { A_FINE, actData } from './fileActs.ts';

const DAY_MS = 86_400_000;
const TEXT = '示例内容';

/** Who acts, by account. */
export const STAFF = {
  chen: 'officer',
  li: 'officer',
  zhou: 'assistant',
  wang: 'squad_leader',
  fa: 'legal_reviewer',
  da: 'brigade_leader',
  ju: 'agency_head',
  nei: 'clerk',
  du: 'supervisor',
} as const;
/** See `STAFF`. */
export type Account = keyof typeof STAFF;

/** A file that is written act by act, on a clock of its own (from Monday 2024-03-04, 9:00 in Huangshi). */
export class FileStory {
  readonly events: EventEnvelope[] = [];
  nowMs = START_MS;
  penalty: Penalty = A_FINE;
  hearingFromFen = 1_000_000;
  untilOn: string | undefined;
  #n = 0;
  #at: string | undefined;
  #numbers = 0;
  #procedure = '';
  readonly #documents = new Map<string, string>();

  /** Lets days pass. */
  wait(days: number): this {
    this.nowMs += days * DAY_MS;
    return this;
  }

  /** Writes an act and answers what the fold makes of it. */
  do(act: ActKey, by: Account = 'chen', overrides: Record<string, unknown> = {}): Verdict {
    this.add(act, by, overrides);
    const verdict = this.state()?.timeline.at(-1)?.verdict;
    if (verdict === undefined) throw new Error(`${act} opened nothing`);
    return verdict;
  }

  /** Writes an act; a document with the grant of its number before it. */
  add(act: ActKey, by: Account = 'chen', overrides: Record<string, unknown> = {}): EventEnvelope {
    const [type = '', tag = ''] = act.split(':');
    if (type === 'case.opened') this.#procedure = tag;
    const data = type === 'document.issued' ? this.#issue(tag) : this.#dataOf(act);
    return this.write(type as EventType, { ...data, ...overrides }, { by });
  }

  /** Writes an event as it is. */
  write(type: EventType, data: unknown, header: Partial<EventHeader> & { readonly by: string }): EventEnvelope {
    this.#n += 1;
    this.nowMs += 60_000;
    this.#at = nextStamp(this.#at, this.nowMs);
    const role = STAFF[header.by as Account];
    const org = role === 'supervisor' ? BRIGADE : ORG;
    const event = this.seal(
      type,
      {
        ...{ v: 1, kind: 'event', stream: CASE_STREAM, at: this.#at, wallAt: new Date(this.nowMs).toISOString() },
        ...{ role: `${org}/${role}`, org, device: aUuid(9), log: '00000000000000aa', n: this.#n },
        ...{ rules: RULES_VERSION, catalogue: 'test', follows: this.head() },
        ...header,
      },
      data as EventData<EventType>,
    );
    this.events.push(event);
    return event;
  }

  /** What the file comes to by now. */
  state(): CaseState | undefined {
    return foldCase(this.events);
  }

  /** What a decision follows. */
  protected head(): string | undefined {
    return this.state()?.head;
  }

  /** Makes the event. */
  protected seal(type: EventType, header: EventHeader, data: EventData<EventType>): EventEnvelope {
    return sealEvent(type, header, data);
  }

  #dataOf(act: ActKey): EventData<EventType> {
    const document = (kind: string): string => this.#documents.get(kind) ?? aUuid(999);
    const full = act === 'case.filed' && this.#procedure === 'structure' ? 'case.filed:structure' : act;
    const moment = { nowMs: this.nowMs, document, penalty: this.penalty };
    if (!act.startsWith('document.served')) return actData(full, moment);
    const kind = act.split(':')[1] ?? '';
    return {
      ...{ document: document(kind), mode: 'direct', servedAt: new Date(this.nowMs).toISOString(), receiver: '王芳' },
      ...{ relation: '法定代表人', place: '黄石大道1号', photos: [], officer: anOfficer(), second: aSecond() },
    };
  }

  /** A document with a number granted to it just before. */
  #issue(kind: string): EventData<'document.issued'> {
    this.#numbers += 1;
    const document = aUuid(200 + this.#numbers);
    const number = `示例${kind}〔2024〕${String(this.#numbers)}号`;
    const series = { org: ORG, kind, year: 2024 };
    const granted = { series, n: this.#numbers, lease: `lease:${ORG}:${kind}:2024:1`, number, document };
    this.write('number.granted', granted, { by: 'chen' });
    this.#documents.set(kind, document);
    if (kind === 'D07') return anIssued({ document, number });
    const hasPenalty = ['D17', 'D18', 'D21', 'D22', 'D24', 'D33'].includes(kind);
    return {
      ...{ document, number, issuedAt: new Date(this.nowMs).toISOString(), text: '示例' },
      kind: kind as 'D17',
      ...(hasPenalty ? { penalty: this.penalty } : {}),
      ...(kind === 'D17' || kind === 'D18' ? { hearingFromFen: this.hearingFromFen } : {}),
      ...(this.untilOn === undefined ? {} : { untilOn: this.untilOn }),
      ...this.#said(kind),
      ...{ officer: anOfficer(), second: aSecond() },
    };
  }

  /** What the form of a document says beside its text. */
  #said(kind: string): SaidInForm {
    const measure = measureFor(this.state(), kind)?.id;
    const days = (count: number): string => new Date(this.nowMs + count * DAY_MS).toISOString();
    const substitute = { object: TEXT, manner: TEXT, startAt: days(7), performer: TEXT, costFen: 10_000 };
    return {
      ...(measure === undefined ? {} : { measure }),
      ...(kind === 'D04' ? { heldAt: days(2), place: TEXT } : {}),
      ...(kind === 'D29' ? substitute : {}),
    };
  }
}

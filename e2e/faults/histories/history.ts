import type { ActKey } from '#shared/case/procedures/names.ts';
import { actOf } from '#shared/case/procedures/procedure.ts';
import { procedureOf, RULES_VERSION } from '#shared/case/procedures/versions.ts';
import { noteChecked } from '#shared/events/checked.ts';
import type { EventEnvelope, EventHeader } from '#shared/events/envelope.ts';
import { EVENT_TYPES, type EventData, type EventType } from '#shared/events/registry.ts';
import { aSecond } from '#shared/testing/builders.ts';
import { A_DEMOLITION, A_FINE } from '#shared/testing/fileActs.ts';
import {
  HEARING_SCRIPT,
  ORDINARY_SCRIPT,
  SPOT_SCRIPT,
  STRUCTURE_FORCED,
  STRUCTURE_TO_SERVED,
  type Step,
} from '#shared/testing/fileScripts.ts';
import { FileStory, STAFF, type Account } from '#shared/testing/fileStory.ts';

import type { QuickRandom } from './quickRandom.ts';

const SCRIPTS: readonly (readonly Step[])[] = [
  ORDINARY_SCRIPT,
  HEARING_SCRIPT,
  SPOT_SCRIPT,
  [...STRUCTURE_TO_SERVED, ...STRUCTURE_FORCED],
];
const ACCOUNTS = Object.keys(STAFF) as Account[];
const ACTS: readonly ActKey[] = (['ordinary', 'spot', 'structure'] as const).flatMap((name) =>
  (procedureOf(RULES_VERSION, name)?.transitions ?? [])
    .filter(({ event, from }) => from !== 'none' && !event.startsWith('number.'))
    .map((line) => actOf(line.event, line.tag)),
);

const ANNOUNCED = { mode: 'announcement', ground: 'whereabouts_unknown', tried: '邮寄退回', photos: ['a'.repeat(64)] };

/** A story whose events are not sealed (the fold does not ask) and follow the event before, or an older one. */
class QuickStory extends FileStory {
  readonly #random: QuickRandom;

  constructor(random: QuickRandom) {
    super();
    this.#random = random;
  }

  protected override head(): string | undefined {
    const back = this.#random.chance(8) ? 1 + this.#random.below(4) : 1;
    return this.events.at(-back)?._id;
  }

  protected override seal(type: EventType, header: EventHeader, data: EventData<EventType>): EventEnvelope {
    const parsed = EVENT_TYPES[type].safeParse(data);
    if (!parsed.success) throw new Error(`${type}: ${parsed.error.message}`);
    const id = `${header.stream}:${header.at}:${String(header.n).padStart(32, '0')}`;
    return noteChecked({ ...header, type, _id: id, dataHash: '', hash: '', data } as unknown as EventEnvelope);
  }
}

/**
 * A random history of one file: a lawful course in which acts are left out, doubled, swapped, done by the wrong person, too
 * early, by night, by one officer, with another penalty, or out of the blue.
 */
export function randomHistory(random: QuickRandom): readonly EventEnvelope[] {
  const script = [...random.pick(SCRIPTS)];
  const story = new QuickStory(random);
  const isStructure = script[0]?.[0] === 'case.opened:structure';
  story.penalty = isStructure ? A_DEMOLITION : A_FINE;
  if (isStructure) story.untilOn = '2024-04-10';
  const wildness = random.pick([2, 6, 15]);
  for (let at = 0; at < script.length; at += 1) {
    const [act, by = 'chen', days = 0] = script[at] ?? ['photo.added'];
    if (at > 0 && random.chance(wildness)) continue;
    if (at > 0 && random.chance(wildness)) swap(script, at);
    story.wait(random.chance(2 * wildness) ? random.below(2 * days + 2) : days);
    if (random.chance(wildness)) story.nowMs += random.below(24) * 3_600_000;
    take(
      story,
      act,
      random.chance(wildness) ? random.pick(ACCOUNTS) : by,
      random.chance(wildness) ? random : undefined,
    );
    if (random.chance(wildness)) take(story, act, by, undefined);
    while (random.chance(2 * wildness)) take(story, random.pick(ACTS), random.pick(ACCOUNTS), random);
  }
  return story.events;
}

function swap(script: Step[], at: number): void {
  const [a, b] = [script[at], script[at + 1]];
  if (a === undefined || b === undefined) return;
  script[at] = b;
  script[at + 1] = a;
}

function take(story: FileStory, act: ActKey, by: Account, random: QuickRandom | undefined): void {
  if (act.startsWith('case.opened')) {
    story.add(act, by);
    return;
  }
  const penalty = story.penalty;
  if (random?.chance(40) === true)
    story.penalty = { ...A_FINE, fineFen: random.pick([0, 10_000, 60_000, 100_000]), warning: true };
  story.add(act, by, random === undefined ? {} : twisted(act, random, story.nowMs));
  story.penalty = penalty;
}

/** Members of an act's data that are against the rules; only such as the act has. */
function twisted(act: ActKey, random: QuickRandom, nowMs: number): Record<string, unknown> {
  const type = act.split(':', 1)[0] as EventType;
  const ways: Record<string, unknown>[] = [{}];
  const shape = Object.keys((EVENT_TYPES[type] as unknown as { readonly shape?: object }).shape ?? {});
  if (shape.includes('second')) ways.push({ second: aSecond({ user: 'chen', name: '陈军', certificate: '鄂B1001' }) });
  if (shape.includes('at')) ways.push({ at: new Date(nowMs + random.below(30) * 86_400_000).toISOString() });
  if (shape.includes('host')) ways.push({ host: 'chen' });
  if (shape.includes('grave')) ways.push({ grave: true });
  if (type === 'case.opened' || type === 'case.filed') ways.push({});
  if (type === 'demolition.scheduled')
    ways.push({ startAt: new Date(nowMs + random.below(72) * 3_600_000).toISOString() });
  if (type === 'document.served') ways.push({ mode: 'left' }, { mode: 'post' }, ANNOUNCED);
  return random.pick(ways);
}

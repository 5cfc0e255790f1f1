import type { EventEnvelope, EventHeader } from '#shared/events/envelope.ts';
import type { EventData, EventType } from '#shared/events/registry.ts';
import { uuidv7 } from '#shared/kernel/uuid.ts';
import { aCaseFound, ORG, START_MS } from '#shared/testing/builders.ts';
import { A_DEMOLITION } from '#shared/testing/fileActs.ts';
import {
  HEARING_SCRIPT,
  ORDINARY_SCRIPT,
  SPOT_SCRIPT,
  STRUCTURE_FORCED,
  STRUCTURE_TO_SERVED,
  type Step,
} from '#shared/testing/fileScripts.ts';
import { FileStory } from '#shared/testing/fileStory.ts';

import { QuickRandom } from '../../faults/histories/quickRandom.ts';

/** 责令限期改正 from the finding to the re-check; what opens it is no act of a file. */
const CORRECTION_SCRIPT: readonly Step[] = [
  ['photo.added'],
  ['document.issued:D07'],
  ['document.served:D07'],
  ['photo.added', 'chen', 3],
  ['case.rechecked:fixed'],
];

/** How a case goes, and how many of a hundred go so. */
type Course = {
  readonly name: 'correction' | 'spot' | 'ordinary' | 'hearing' | 'structure';
  readonly share: number;
  readonly steps: readonly Step[];
};

const COURSES: readonly Course[] = [
  { name: 'correction', share: 60, steps: CORRECTION_SCRIPT },
  { name: 'spot', share: 20, steps: SPOT_SCRIPT },
  { name: 'ordinary', share: 10, steps: ORDINARY_SCRIPT },
  { name: 'hearing', share: 5, steps: HEARING_SCRIPT },
  { name: 'structure', share: 5, steps: [...STRUCTURE_TO_SERVED, ...STRUCTURE_FORCED] },
];

/** By name of a course: for each event the place of the event that it follows, which does not depend on the copy. */
const follows = new Map<Course['name'], readonly number[]>();

/** A story whose decisions follow what they follow in the first telling: no fold for each event. */
class Retold extends FileStory {
  readonly #followed: readonly number[];
  readonly #place: number;
  readonly #stream: string;

  constructor(course: Course, place: number) {
    super();
    this.#followed = followedIn(course);
    this.#place = place;
    const random = new QuickRandom(`${course.name}|${String(place)}`);
    this.#stream = `case:${uuidv7(
      START_MS + place,
      Uint8Array.from({ length: 10 }, () => random.below(256)),
    )}`;
  }

  protected override head(): string | undefined {
    return this.events[this.#followed[this.events.length] ?? -1]?._id;
  }

  protected override seal(type: EventType, header: EventHeader, data: EventData<EventType>): EventEnvelope {
    const numbered = 'lease' in data ? { ...data, n: this.#place * 10 + data.n } : data;
    return super.seal(type, { ...header, stream: this.#stream }, numbered);
  }
}

/** The events of case number `place`, sealed, in the order in which they were written; the same seed gives the same case. */
export function caseOf(place: number, seed: string): readonly EventEnvelope[] {
  const random = new QuickRandom(`${seed}|${String(place)}`);
  const course = courseAt(random.below(100));
  const all = course.steps.length;
  // Half of the cases are over; of the others each came as far as it came.
  const done = random.chance(50) ? all : 1 + random.below(all);
  const story = new Retold(course, place);
  story.nowMs += random.below(5 * 3_600_000); // sometime on that morning
  tell(story, course, done);
  return story.events;
}

/** The database that all of them belong to. */
export const LOAD_DB = `case-${ORG}-2024`;

function courseAt(percent: number): Course {
  let left = percent;
  const found = COURSES.find(({ share }) => (left -= share) < 0);
  if (found === undefined) throw new Error('the shares do not come to a hundred');
  return found;
}

function tell(story: FileStory, { name, steps }: Course, done: number): void {
  if (name === 'structure') {
    story.penalty = A_DEMOLITION;
    story.untilOn = '2024-04-10';
  }
  if (name === 'correction') story.write('case.found', aCaseFound(), { by: 'chen' });
  for (const [act, by, days = 0] of steps.slice(0, done)) story.wait(days).add(act, by);
}

function followedIn(course: Course): readonly number[] {
  const known = follows.get(course.name);
  if (known !== undefined) return known;
  const story = new FileStory();
  tell(story, course, course.steps.length);
  const places = story.events.map((event) => story.events.findIndex(({ _id }) => _id === event.follows));
  follows.set(course.name, places);
  return places;
}

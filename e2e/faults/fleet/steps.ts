import type { SeededRandom } from '../../fixtures/random.ts';
import { DEEDS, type DeedName } from '../office/deeds.ts';

const DAY_MS = 86_400_000;

/** Roles that an account is given meanwhile: none of them may write what the people at the desks write. */
const OTHER_ROLES = ['clerk', 'assistant'] as const;

/** One thing that happens on one device; `pick` chooses among what the device knows. */
export type FleetStep = { readonly device: number } & (
  | { readonly is: 'deed'; readonly deed: DeedName; readonly pick: number }
  | { readonly is: 'sync' | 'up' | 'down' | 'turn' | 'look' }
  | { readonly is: 'crash'; readonly wipe: boolean }
  /** The power goes while something is under way, after so many turns of the event loop. */
  | {
      readonly is: 'crashDuring';
      readonly what: DeedName | 'sync';
      readonly pick: number;
      readonly ticks: number;
      readonly wipe: boolean;
    }
  /** The power goes exactly there: before main gets the request, or after it has done it. */
  | {
      readonly is: 'plug';
      readonly what: DeedName | 'sync';
      readonly pick: number;
      readonly at: 'journal.append' | 'journal.settle';
      readonly when: 'before' | 'after';
    }
  /** The device's clock stands apart from the others'. */
  | { readonly is: 'clock'; readonly aheadMs: number }
  /** The next requests lose their answers, are accepted by too few nodes (202), or fail one in two; or the server says 201 and has kept nothing. */
  | { readonly is: 'lie'; readonly how: 'lose' | 'doubt' | 'flaky' | 'forget'; readonly requests: number }
  /** Un-synced work goes to another device as a file. */
  | { readonly is: 'bundle'; readonly to: number }
  /** The server refuses what waits, and the author takes one of it back with a reason. */
  | { readonly is: 'withdraw'; readonly pick: number }
  /** A squad leader hands a case over to another organisation; `carry`: the server's carrier copies such cases. */
  | { readonly is: 'handOver'; readonly pick: number }
  | { readonly is: 'carry' }
  /** The account of whoever is at the screen gets another role, or its own again. */
  | { readonly is: 'role'; readonly role: (typeof OTHER_ROLES)[number] | 'own' }
  | TabletStep
);

/** Something that happens on the device that is the whole app in Electron. */
export type TabletStep = {
  readonly is: 'tablet';
  readonly what: 'work' | 'sync' | 'kill' | 'killSaving' | 'killPhotos';
  readonly pick: number;
};

/** A fleet and what happens to it. `hasTablet`: one more device is the whole app in Electron. */
export type History = { readonly devices: number; readonly steps: readonly FleetStep[]; readonly hasTablet?: boolean };

/** What a history may be like. `tablets`: of a hundred histories, how many have the whole app as one more device. */
export type HistoryKind = { readonly least?: number; readonly most?: number; readonly tablets?: number };

/** Of a hundred steps of a history with a tablet, so many are the tablet's. */
const TABLET_STEPS = 10;

/** Draws a history of 3 to 6 devices in which work outweighs accidents. */
export function drawHistory(random: SeededRandom, { least = 60, most = 140, tablets = 0 }: HistoryKind = {}): History {
  const devices = 3 + random.below(4);
  const length = least + random.below(most - least + 1);
  const steps = Array.from({ length }, () => drawStep(random, devices));
  if (!random.chance(tablets)) return { devices, steps };
  return {
    devices,
    hasTablet: true,
    steps: steps.map((step) => (random.chance(TABLET_STEPS) ? drawTabletStep(random) : step)),
  };
}

function drawTabletStep(random: SeededRandom): FleetStep {
  const what = random.pick(['work', 'work', 'work', 'sync', 'sync', 'kill', 'killSaving', 'killPhotos'] as const);
  return { device: 0, is: 'tablet', what, pick: random.below(1000) };
}

function drawStep(random: SeededRandom, devices: number): FleetStep {
  // The officers' devices meet more than the brigade's, which is the third.
  const device = random.chance(15) ? 2 : random.below(devices);
  const dice = random.below(100);
  const pick = random.below(1000);
  if (dice < 2) return { device, is: 'withdraw', pick };
  if (dice < 4) return { device, is: 'handOver', pick };
  if (dice < 5) return { device, is: 'carry' };
  if (dice < 8) return drawPlug(random, device, pick);
  if (dice < 55) return { device, is: 'deed', deed: drawDeed(random, device), pick };
  if (dice < 75) return { device, is: 'sync' };
  if (dice < 84) return { device, is: random.pick(['up', 'up', 'down', 'turn', 'look']) };
  if (dice < 87) return { device, is: 'crash', wipe: random.chance(35) };
  if (dice < 93) {
    const what = random.chance(40) ? 'sync' : drawDeed(random, device);
    return { device, is: 'crashDuring', what, pick, ticks: random.below(60), wipe: random.chance(15) };
  }
  if (dice < 94) return { device, is: 'bundle', to: random.below(devices) };
  if (dice < 95) return { device, is: 'clock', aheadMs: random.pick([-DAY_MS, 0, DAY_MS, 3_600_000]) };
  if (dice < 98)
    return {
      device,
      is: 'lie',
      how: random.pick(['lose', 'doubt', 'flaky', 'forget', 'forget']),
      requests: 1 + random.below(12),
    };
  return { device, is: 'role', role: random.pick(['own', 'own', ...OTHER_ROLES]) };
}

function drawDeed(random: SeededRandom, device: number): DeedName {
  if (device === 2) return random.pick(['return', 'return', 'accept', 'register']);
  return random.pick([...DEEDS, 'open', 'open', 'open', 'open', 'issue', 'issue', 'inspect']);
}

function drawPlug(random: SeededRandom, device: number, pick: number): FleetStep {
  const what = random.chance(70) ? 'sync' : drawDeed(random, device);
  const at =
    what === 'sync' ? random.pick(['journal.settle', 'journal.settle', 'journal.append'] as const) : 'journal.append';
  return { device, is: 'plug', what, pick, at, when: random.pick(['before', 'after']) };
}

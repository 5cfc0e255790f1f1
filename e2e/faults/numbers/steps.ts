import type { SeededRandom } from '../../fixtures/random.ts';

/** What the request for a block meets: the answer is lost, or is not a plain 201, or the server never saw it. */
export const LEASE_FATES = ['lose', 'cutAnswer', 'refuse', 'fewNodes', 'badGateway', 'otherLeaf'] as const;
export type LeaseFate = (typeof LEASE_FATES)[number];

/** One thing that happens to numbers; `device` is the device it happens on, where it is one. */
export type NumberStep = { readonly device: number } &
  /** `spree`: so many numbers one after the other, until the block runs low. `abandon`: a number is shown and not kept. */
  (
    | { readonly is: 'issue' | 'void' | 'abandon'; readonly pick: number }
    | { readonly is: 'spree'; readonly count: number }
    | { readonly is: 'sync' | 'down' | 'up' }
    /** A sync in which each request for a block meets this. */
    | { readonly is: 'lease'; readonly fate: LeaseFate }
    | { readonly is: 'crash'; readonly wipe: boolean }
    /** The power goes before main gets the request, or after it has done it. */
    | { readonly is: 'plug'; readonly what: 'issue' | 'sync'; readonly when: 'before' | 'after'; readonly pick: number }
    /** A node of the cluster is down: whatever is stored is answered with 202. */
    | { readonly is: 'node'; readonly isDown: boolean }
    /** The device is lost: an administrator revokes it, which closes its blocks. Nobody sees it again. */
    | { readonly is: 'lost' }
    | { readonly is: 'backUp' | 'restore' | 'newYear' }
  );

/** Some devices and what happens. `raisesFloors`: whether a restore follows the runbook. */
export type NumberHistory = {
  readonly devices: number;
  readonly raisesFloors: boolean;
  readonly steps: readonly NumberStep[];
};

/** Of a hundred histories with a restore, so many forget to raise the floors. */
const FORGETFUL = 40;

/** Draws a history of 3 to 5 devices; about two in five have a server that goes back to a backup. */
export function drawHistory(random: SeededRandom): NumberHistory {
  const devices = 3 + random.below(3);
  const steps = Array.from({ length: 14 + random.below(12) }, () => drawStep(random, devices));
  const at = (share: number): number => Math.floor(steps.length * share);
  if (random.chance(40)) {
    steps.splice(at(0.7), 0, { device: 0, is: 'restore' });
    steps.splice(at(0.3), 0, { device: 0, is: 'backUp' });
  }
  if (random.chance(20)) steps.splice(random.below(steps.length), 0, { device: 0, is: 'newYear' });
  if (random.chance(30)) steps.splice(at(0.5), 0, { device: 1 + random.below(devices - 1), is: 'lost' });
  return { devices, raisesFloors: !random.chance(FORGETFUL), steps };
}

function drawStep(random: SeededRandom, devices: number): NumberStep {
  const device = random.below(devices);
  const [dice, pick] = [random.below(100), random.below(1000)];
  if (dice < 36) return { device, is: 'issue', pick };
  if (dice < 42) return { device, is: 'void', pick };
  if (dice < 46) return { device, is: 'abandon', pick };
  if (dice < 52) return { device, is: 'spree', count: 10 + random.below(30) };
  if (dice < 68) return { device, is: 'sync' };
  if (dice < 74) return { device, is: random.pick(['down', 'up']) };
  if (dice < 84) return { device, is: 'lease', fate: random.pick(LEASE_FATES) };
  if (dice < 89) return { device, is: 'crash', wipe: random.chance(40) };
  if (dice < 96)
    return { device, is: 'plug', what: random.pick(['issue', 'sync']), when: random.pick(['before', 'after']), pick };
  return { device, is: 'node', isDown: random.chance(60) };
}

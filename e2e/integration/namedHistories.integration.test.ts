import { expect, it } from 'vitest';

import { Findings, Tally } from '../faults/check/findings.ts';
import { oneHistory } from '../faults/fleet/fleetRuns.ts';
import type { FleetStep } from '../faults/fleet/steps.ts';
import { useCheapPins } from '../faults/office/cheapPins.ts';

const OPEN = { is: 'deed', deed: 'open', pick: 1 } as const;

/** Histories that random ones have come upon, or should: what each is about, and its steps. */
const HISTORIES: Readonly<Record<string, readonly FleetStep[]>> = {
  'a photo that a bundle carried is delivered by its author': [
    { device: 0, ...OPEN },
    { device: 0, is: 'bundle', to: 1 },
    { device: 0, is: 'sync' },
  ],
  'a record that a bundle carried is taken back by its author, with its photo': [
    { device: 0, ...OPEN },
    { device: 0, is: 'bundle', to: 1 },
    { device: 0, is: 'withdraw', pick: 0 },
  ],
  'the power goes between the outbox and the journal': [
    { device: 0, ...OPEN },
    { device: 0, is: 'plug', what: 'sync', pick: 0, at: 'journal.settle', when: 'before' },
  ],
  'a server says 201 and keeps nothing': [
    { device: 0, ...OPEN },
    { device: 0, is: 'lie', how: 'forget', requests: 40 },
  ],
  'a case is handed over, and the giver goes on without knowing': [
    { device: 1, ...OPEN },
    { device: 1, is: 'sync' },
    { device: 3, is: 'sync' },
    { device: 1, is: 'handOver', pick: 0 },
    { device: 1, is: 'sync' },
    { device: 4, is: 'carry' },
    { device: 4, is: 'sync' },
    { device: 3, is: 'deed', deed: 'issue', pick: 0 },
    { device: 3, is: 'deed', deed: 'fix', pick: 0 },
    { device: 4, is: 'deed', deed: 'issue', pick: 0 },
  ],
};

it.each(Object.entries(HISTORIES))(
  '%s: nothing lost, doubled or unseen',
  async (_name, steps) => {
    useCheapPins();
    const findings = new Findings();
    await oneHistory(undefined, { devices: 5, steps }, { findings, tally: new Tally() });
    expect(findings.lines).toEqual([]);
  },
  120_000,
);

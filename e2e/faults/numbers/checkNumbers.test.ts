import { expect, it } from 'vitest';

import { Findings, Tally } from '../check/findings.ts';

import { checkNumbers, type DeviceNumbers, type Everything, type Given, type Line } from './checkNumbers.ts';

const SERIES = 'hsg:D07:2026';
const LEASE = `lease:${SERIES}:1`;
const GIVEN: Given = { series: SERIES, n: 1, document: 'd1', device: 'a', lease: LEASE };
const LINES: readonly Line[] = [
  { is: 'spent', n: 1, document: 'd1', voided: false },
  { is: 'unspent', from: 2, to: 50, why: 'free', device: 'a' },
];

function aDevice(changes: Partial<DeviceNumbers> = {}, lines = LINES): DeviceNumbers {
  const registers = new Map([[SERIES, lines]]);
  return { device: 'a', org: 'hsg', usable: [LEASE], registers, named: new Set(), ...changes };
}

function anEnd(changes: Partial<Everything> = {}): Everything {
  return {
    leases: [{ id: LEASE, series: SERIES, to: 50, holders: ['a'] }],
    ...{ closed: new Set(), floors: new Map(), voided: new Set(), given: [GIVEN], onServer: [GIVEN] },
    ...{ devices: [aDevice()], isForgetful: false, hasRestored: false, year: 2026, ...changes },
  };
}

function wrongOf(changes: Partial<Everything>): readonly string[] {
  const findings = new Findings();
  checkNumbers(anEnd(changes), findings, new Tally());
  return findings.lines;
}

const AGAIN = { ...GIVEN, document: 'd2', device: 'b' };

it('finds nothing where nothing is wrong', () => {
  expect(wrongOf({})).toEqual([]);
});

it('reports a block that was leased twice, by the numbers that stand on two documents', () => {
  const both = [GIVEN, AGAIN];
  const wrong = wrongOf({ given: both, onServer: both, devices: [aDevice()] });
  expect(wrong).toContainEqual(expect.stringContaining(`duplicated: ${SERIES}:1`));
  expect(wrong).toContainEqual(expect.stringContaining('a does not say that'));
});

it('reports it although only the paper of a lost device has the second one', () => {
  expect(wrongOf({ given: [GIVEN, AGAIN] })).toContainEqual(expect.stringContaining('duplicated'));
});

it('after a restore without floors takes it only from devices that say so', () => {
  const both = [GIVEN, AGAIN];
  const end = { given: both, onServer: both, isForgetful: true, hasRestored: true };
  expect(wrongOf({ ...end, devices: [aDevice({ named: new Set([`${SERIES}:1`]) })] })).toEqual([]);
  expect(wrongOf(end)).toEqual([expect.stringContaining('invisible: a does not say that')]);
});

it('reports a number whose record the server has not, also after a restore', () => {
  for (const hasRestored of [false, true])
    expect(wrongOf({ onServer: [], hasRestored })).toContainEqual(
      expect.stringContaining('is spent by nothing that the server has'),
    );
});

it('reports a number outside the blocks', () => {
  const leases = [{ id: LEASE, series: SERIES, to: 50, holders: ['b'] }];
  expect(wrongOf({ leases })).toContainEqual(expect.stringContaining('lies in no block'));
});

it.each<[string, readonly Line[]]>([
  ['stands in no line', [LINES[1]!]],
  ['is unknown', [LINES[0]!, { is: 'unspent', from: 2, to: 50, why: 'unknown' }]],
  ['can be given', [LINES[0]!, { is: 'unspent', from: 2, to: 50, why: 'burned', device: 'a' }]],
  ['not below the floor', [LINES[0]!, { is: 'unspent', from: 2, to: 50, why: 'below_floor' }]],
  ['is on a document', [{ is: 'unspent', from: 1, to: 50, why: 'free', device: 'a' }]],
  ['those behind it', [LINES[0]!]],
])('reports a register in which a number %s', (what, lines) => {
  expect(wrongOf({ devices: [aDevice({}, lines)] })).toContainEqual(expect.stringContaining(what));
});

it('reports numbers that are free and that no device will ever give', () => {
  expect(wrongOf({ devices: [aDevice({ usable: [] })] })).toContainEqual(expect.stringContaining('never give it'));
});

it('reports a device that did not ask for the next block in time', () => {
  const spent = Array.from({ length: 40 }, (_, at): Line => ({ is: 'spent', n: at + 1, voided: false }));
  const lines: readonly Line[] = [...spent, { is: 'unspent', from: 41, to: 50, why: 'free', device: 'a' }];
  expect(wrongOf({ devices: [aDevice({}, lines)] })).toContainEqual(expect.stringContaining('has 10 numbers'));
});

import type { Findings, Tally } from '../check/findings.ts';

/** A number on a document, wherever it was read: from the server, from a device's events, or from what a command said. */
export type Given = {
  readonly series: string;
  readonly n: number;
  readonly document: string;
  readonly device: string;
  readonly lease: string;
};

/** A block on the server with everybody who stands on one of its leaves. */
export type Leased = {
  readonly id: string;
  readonly series: string;
  readonly to: number;
  readonly holders: readonly string[];
};

/** A line of a device's register. */
export type Line =
  | { readonly is: 'spent'; readonly n: number; readonly document?: string | undefined; readonly voided: boolean }
  | {
      readonly is: 'unspent';
      readonly from: number;
      readonly to: number;
      readonly why: string;
      readonly device?: string;
    };

/** What a device that could be reached holds at the end. */
export type DeviceNumbers = {
  readonly device: string;
  readonly org: string;
  /** Blocks that it would take numbers from. */
  readonly usable: readonly string[];
  readonly registers: ReadonlyMap<string, readonly Line[]>;
  /** Numbers (`<series>:<n>`) that it told its user stand on two documents. */
  readonly named: ReadonlySet<string>;
};

/** Everything there is at the end of a history, read past the app. */
export type Everything = {
  readonly leases: readonly Leased[];
  readonly closed: ReadonlySet<string>;
  readonly floors: ReadonlyMap<string, number>;
  readonly given: readonly Given[];
  /** Those of `given` that the server has. */
  readonly onServer: readonly Given[];
  readonly voided: ReadonlySet<string>;
  readonly devices: readonly DeviceNumbers[];
  /** The server was restored and nobody raised the floors: a number may stand on two documents, and is named then. */
  readonly isForgetful: boolean;
  readonly hasRestored: boolean;
  /** The year that documents are issued in at the end. */
  readonly year: number;
};

const BLOCK = 50;
/** With fewer numbers left a device asks for the next block. */
const LOW_WATER = 20;

/** Holds all numbers of a history against each other: none twice, none outside the blocks, and every gap with its true reason. */
export function checkNumbers(all: Everything, findings: Findings, tally: Tally): void {
  checkTwice(all, findings, tally);
  checkInBlocks(all, findings);
  for (const device of all.devices) {
    for (const [series, lines] of device.registers) checkRegister(all, device, series, lines, findings, tally);
    checkReserve(all, device, findings);
  }
}

/** Numbers on more than one document. */
export function twiceIn(given: readonly Given[]): ReadonlyMap<string, readonly Given[]> {
  const byNumber = new Map<string, Given[]>();
  for (const one of given) {
    const key = `${one.series}:${String(one.n)}`;
    const others = byNumber.get(key) ?? [];
    if (!others.some(({ document }) => document === one.document)) byNumber.set(key, [...others, one]);
  }
  return new Map([...byNumber].filter(([, documents]) => documents.length > 1));
}

function checkTwice(all: Everything, findings: Findings, tally: Tally): void {
  const reached = twiceIn(all.onServer);
  for (const [key, documents] of twiceIn(all.given)) {
    const names = documents.map(({ device, document }) => `${document} of ${device}`).join(', ');
    if (!all.isForgetful) findings.add('duplicated', `${key}: ${names}`);
    else tally.add('numbers found twice after forgotten floors');
    // Every device of the organisation that has seen both documents says so.
    const [org] = key.split(':');
    for (const { device, named, org: own } of all.devices)
      if (own === org && reached.has(key) && !named.has(key))
        findings.add('invisible', `${device} does not say that ${key} is on two documents: ${names}`);
  }
}

/** A number lies in a block of the device that gave it. */
function checkInBlocks({ leases, given, devices, hasRestored }: Everything, findings: Findings): void {
  const reached = new Set(devices.map(({ device }) => device));
  for (const one of given) {
    const block = Math.ceil(one.n / BLOCK);
    const id = `lease:${one.series}:${String(block)}`;
    const holders = leases.find((lease) => lease.id === id)?.holders ?? [];
    // What a lost device leased after the backup nobody can say again.
    if (hasRestored && !reached.has(one.device)) continue;
    if (one.lease !== id || (!hasRestored && !holders.includes(one.device)))
      findings.add('diverged', `${one.series} no. ${String(one.n)} of ${one.device} lies in no block of it`);
  }
}

function checkRegister(
  all: Everything,
  { device }: DeviceNumbers,
  series: string,
  lines: readonly Line[],
  findings: Findings,
  tally: Tally,
): void {
  const spent = new Map(all.onServer.filter((one) => one.series === series).map((one) => [one.n, one]));
  const top = Math.max(0, ...all.leases.filter((one) => one.series === series).map(({ to }) => to), ...spent.keys());
  const wrong = (n: number, what: string): void => {
    findings.add('invisible', `${device}: ${series} no. ${String(n)} ${what}`);
  };
  let next = 1;
  for (const line of lines) {
    const [from, to] = line.is === 'spent' ? [line.n, line.n] : [line.from, line.to];
    if (from !== next) wrong(next, 'stands in no line of the register');
    next = to + 1;
    tally.add(`numbers ${line.is === 'spent' ? (line.voided ? 'voided' : 'used') : line.why}`, to - from + 1);
    if (line.is === 'spent') {
      if (!spent.has(line.n)) wrong(line.n, 'is spent by nothing that the server has');
      if (all.voided.has(`${series}:${String(line.n)}`) !== line.voided && !all.isForgetful)
        wrong(line.n, line.voided ? 'is shown as voided' : 'is not shown as voided');
      continue;
    }
    for (let n = from; n <= to; n += 1) {
      if (spent.has(n)) wrong(n, `is on a document and shown as ${line.why}`);
      const problem = whyWrong(all, series, n, line);
      if (problem === undefined) continue;
      wrong(n, problem);
      break; // the others of its line are wrong for the same reason
    }
  }
  if (next <= top) wrong(next, 'and those behind it stand in no line of the register');
}

/** What is untrue of the reason that a register gives for a number on no document. */
function whyWrong(
  all: Everything,
  series: string,
  n: number,
  line: Extract<Line, { is: 'unspent' }>,
): string | undefined {
  const id = `lease:${series}:${String(Math.ceil(n / BLOCK))}`;
  const lease = all.leases.find((one) => one.id === id);
  const isBelowFloor = n < (all.floors.get(series) ?? 1);
  const owner = all.devices.find(({ device }) => device === line.device);
  if (line.why === 'below_floor') return isBelowFloor ? undefined : 'is not below the floor';
  if (line.why === 'closed')
    return all.closed.has(id) || all.hasRestored ? undefined : 'is in no block that was closed';
  if (line.why === 'burned')
    return all.devices.every(({ usable }) => !usable.includes(id))
      ? undefined
      : 'is said to be burned and can be given';
  if (line.why !== 'free') return all.isForgetful ? undefined : `is ${line.why}`;
  if (all.closed.has(id) || isBelowFloor) return 'is said to be free and never will be given';
  if (!lease?.holders.includes(line.device ?? '')) return 'is said to be free in nobody’s block';
  return owner === undefined || owner.usable.includes(id)
    ? undefined
    : 'is said to be free and its device will never give it';
}

/** A device that has synced holds more numbers than the low water. */
function checkReserve(all: Everything, { device, org, registers }: DeviceNumbers, findings: Findings): void {
  for (const [series, lines] of registers) {
    if (!series.startsWith(`${org}:`) || !series.endsWith(String(all.year))) continue;
    const free = lines.flatMap((line) =>
      line.is === 'unspent' && line.why === 'free' && line.device === device ? [line.to - line.from + 1] : [],
    );
    const left = free.reduce((sum, one) => sum + one, 0);
    if (left < LOW_WATER)
      findings.add('lost', `${device} has ${String(left)} numbers of ${series} left after its last sync`);
  }
}

/** What became of one thing that the plan names. */
export type Step = {
  readonly what: 'database' | 'security' | 'validation' | 'setting' | 'account' | 'card' | 'record' | 'recovery';
  readonly name: string;
  readonly did: 'created' | 'changed' | 'unchanged' | 'unsupported';
};

/** How many things a run created or changed. */
export function changesIn(steps: readonly Step[]): number {
  return steps.filter(({ did }) => did === 'created' || did === 'changed').length;
}

/** The steps as a table for a person: what was done, then one line of counts for what already stood. */
export function tableOf(steps: readonly Step[]): string {
  const done = steps.filter(({ did }) => did !== 'unchanged');
  const width = Math.max(0, ...done.map(({ name }) => name.length));
  const lines = done.map(({ what, name, did }) => `${what.padEnd(10)}  ${name.padEnd(width)}  ${did}`);
  return [
    ...lines,
    `${String(changesIn(steps))} things changed, ${String(steps.length - done.length)} already as planned`,
  ].join('\n');
}

import type { Power } from '../catalogue/powerFile.ts';

/** The power of district bureau `hsg` over all matters of family MQ in its division since 2020. */
export function aPower(overrides: Partial<Power> = {}): Power {
  return { org: 'hsg', matters: ['MQ'], divisions: ['420202'], by: 'own', validFrom: '2020-01-01', ...overrides };
}

/** The text of `powers.json` with one list. */
export function aPowerFile(powers: readonly Power[]): string {
  const list = { name: '示例清单', source: 'test', verification: 'proposal', powers };
  return JSON.stringify({ schema: 'xunzhi.powers.v1', version: '1', lists: [list] });
}

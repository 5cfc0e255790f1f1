import { expect, it } from 'vitest';

import { registerKeyOf } from './numberInCode.ts';
import { aCodeContent } from './testing/aSignedCode.ts';

it('finds the place of a number in the register, however the bureau writes it', () => {
  const keyOf = (number: string): string | undefined => registerKeyOf(aCodeContent({ number }));
  expect(keyOf('黄港城管罚决字〔2026〕12号')).toBe('hsg:D22:2026:12');
  expect(keyOf('黄城管罚决字〔2026〕第007号')).toBe('hsg:D22:2026:7');
  expect(keyOf('垦执停字[2017]9054')).toBe('hsg:D22:2017:9054');
  expect(keyOf('没有编号')).toBeUndefined();
});

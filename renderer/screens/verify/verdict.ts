import { verifyText as words } from '#renderer/app/language/zh/verify.ts';
import type { CheckedCode } from '#renderer/queries/codes.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';

/** What is said of a code, in large type. */
export type Said = { readonly tone: 'good' | 'bad' | 'doubt'; readonly title: string; readonly text: string };

/** A signature that holds is not enough: what the records know of the number counts more. */
export function saidOf({ verdict, here }: CheckedCode): Said {
  const of = (is: keyof typeof words.verdicts, tone: Said['tone'], text: string): Said => ({
    tone,
    title: words.verdicts[is],
    text,
  });
  switch (verdict.is) {
    case 'genuine':
      if (here.is === 'other') return of('other', 'bad', words.texts.other);
      if (here.is === 'voided') return of('voided', 'bad', words.texts.voided(here.reason ?? ''));
      return of('genuine', 'good', words.texts.genuine);
    case 'altered':
      return of('altered', 'bad', words.texts.altered);
    case 'after_revocation': {
      const text = words.texts.after_revocation(formatChinaDate(verdict.revokedOn));
      return of('after_revocation', 'bad', text);
    }
    case 'unknown_key':
      return of('unknown_key', 'doubt', words.texts.unknown_key);
    case 'not_ours':
      return of('not_ours', 'doubt', words.texts.not_ours);
  }
}

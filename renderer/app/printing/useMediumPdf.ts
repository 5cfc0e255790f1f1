import { useEffect, useState } from 'react';

import { send, type CommandError, type CommandInput } from '#renderer/data/client.ts';
import type { Medium } from '#shared/documents/media.ts';

import type { PrintItem } from './printItem.ts';

/** What comes out on the chosen paper, once it is drawn. */
export type MediumPdf =
  | { readonly is: 'loading' }
  | { readonly is: 'ready'; readonly pdf: Blob }
  | { readonly is: 'failed'; readonly error: CommandError };

type Wanted = CommandInput<'print.preview'>;
type Seen = { readonly asked: string; readonly pdf: MediumPdf };

/** The PDF of A4 itself; on small paper the same words, drawn when somebody asks for them. */
export function useMediumPdf({ source }: PrintItem, wide: Blob, medium: Medium): MediumPdf {
  const [seen, setSeen] = useState<Seen>();
  const wanted = wantedOf(source, medium);
  const asked = wanted === undefined ? undefined : JSON.stringify(wanted);
  useEffect(() => {
    if (asked === undefined) return undefined;
    let isWanted = true;
    void send('print.preview', JSON.parse(asked) as Wanted).then((answer) => {
      if (!isWanted) return;
      const pdf: MediumPdf = answer.ok ? { is: 'ready', pdf: answer.value.pdf } : { is: 'failed', error: answer.error };
      setSeen({ asked, pdf });
    });
    return () => {
      isWanted = false;
    };
  }, [asked]);
  if (asked === undefined) return { is: 'ready', pdf: wide };
  return seen?.asked === asked ? seen.pdf : { is: 'loading' };
}

/** What is asked for; undefined for A4, and for what has no other: papers of a file, the board of the plan. */
function wantedOf(source: PrintItem['source'], medium: Medium): Wanted | undefined {
  if (medium === 'A4' || source.is === 'paper' || source.is === 'board') return undefined;
  const { is: _, ...what } = source;
  return { ...what, medium };
}

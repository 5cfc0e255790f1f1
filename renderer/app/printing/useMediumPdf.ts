import { useEffect, useState } from 'react';

import { send, type CommandError } from '#renderer/data/client.ts';
import type { Medium } from '#shared/documents/media.ts';

import type { PrintItem } from './printItem.ts';

/** What comes out on the chosen paper, once it is drawn. */
export type MediumPdf =
  | { readonly is: 'loading' }
  | { readonly is: 'ready'; readonly pdf: Blob }
  | { readonly is: 'failed'; readonly error: CommandError };

const NOTHING = { caseId: undefined, document: undefined };

type Seen = { readonly document: string; readonly medium: string; readonly pdf: MediumPdf };

/** The issued PDF itself on A4; on small paper the same words, drawn when somebody asks for them. */
export function useMediumPdf({ source }: PrintItem, issued: Blob, medium: Medium): MediumPdf {
  const [seen, setSeen] = useState<Seen>();
  const { caseId, document } = source.is === 'document' ? source : NOTHING;
  useEffect(() => {
    if (medium === 'A4' || caseId === undefined) return undefined;
    let isWanted = true;
    void send('print.preview', { caseId, document, medium }).then((answer) => {
      if (!isWanted) return;
      const pdf: MediumPdf = answer.ok ? { is: 'ready', pdf: answer.value.pdf } : { is: 'failed', error: answer.error };
      setSeen({ document, medium, pdf });
    });
    return () => {
      isWanted = false;
    };
  }, [caseId, document, medium]);
  if (medium === 'A4' || caseId === undefined) return { is: 'ready', pdf: issued };
  return seen?.document === document && seen.medium === medium ? seen.pdf : { is: 'loading' };
}

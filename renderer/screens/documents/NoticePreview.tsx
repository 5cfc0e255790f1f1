import type { ReactNode } from 'react';

import { documentsText as words } from '#renderer/app/language/zh/documents.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { PdfView } from '#renderer/components/PdfView.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/components/states.tsx';
import type { CommandInput } from '#renderer/data/client.ts';

import classes from './notice.module.css';
import { usePreview } from './usePreview.ts';

type Props = { readonly input: CommandInput<'notice.preview'> | undefined };

/** Named before issuing: these are □ on paper and are written in by hand. */
function MissingGlyphs({ glyphs }: { readonly glyphs: readonly string[] }): ReactNode {
  return (
    <div role="status">
      {glyphs.length > 0 && (
        <div className={classes['glyphs']}>
          <strong>{words.missingGlyphs(glyphs.join('、'))}</strong>
          <span>{words.missingGlyphsHint}</span>
        </div>
      )}
    </div>
  );
}

/** The notice as it will be printed; keeps the last page in view while a new one is drawn. */
export function NoticePreview({ input }: Props): ReactNode {
  const preview = usePreview(input);
  const { pdf, pages, error } = preview;
  const aside = preview.old && pdf !== undefined ? words.previewOld : pages === undefined ? '' : words.pages(pages);
  return (
    <div className={classes['preview']}>
      <Panel title={words.preview} aside={<span role="status">{aside}</span>}>
        {pdf === undefined &&
          error === undefined &&
          (input === undefined ? <EmptyState title={words.preview} text={words.previewNeeds} /> : <LoadingState />)}
        {error !== undefined && (
          <ErrorState
            what={`${words.previewFailed}：${messageOf(error).what}`}
            todo={messageOf(error).todo}
            onRetry={preview.retry}
          />
        )}
        {pdf !== undefined && (
          <>
            <p className={classes['soft']}>{words.draftMark}</p>
            <MissingGlyphs glyphs={preview.missingGlyphs} />
            <PdfView
              pdf={pdf}
              label={words.previewLabel}
              loadingText={words.previewWaiting}
              errorText={words.previewFailed}
            />
          </>
        )}
      </Panel>
    </div>
  );
}

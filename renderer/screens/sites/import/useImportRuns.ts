import { useState } from 'react';

import { send, type CommandError } from '#renderer/data/client.ts';
import { useDrafts } from '#renderer/queries/drafts.ts';
import { countBatch } from '#renderer/queries/knownSites.ts';
import type { SiteData } from '#shared/events/siteEvents.ts';

import { newImport, parseImport, type ImportDraft } from './importDraft.ts';
import { importRows, undoImport } from './runImport.ts';

/** An import that is kept on this device. */
export type KeptImport = { readonly batch: string; readonly at: string; readonly draft: ImportDraft };
/** What is under way of one. */
export type ImportWork = { readonly batch: string; readonly is: 'import' | 'undo'; readonly done: number };

/** The imports of this device, and what is done with them; one at a time. */
export type ImportRuns = {
  readonly imports: readonly KeptImport[] | undefined;
  readonly work: ImportWork | undefined;
  readonly error: (CommandError & { readonly batch: string }) | undefined;
  readonly start: (register: string, file: string, rows: readonly SiteData[]) => Promise<void>;
  readonly resume: (run: KeptImport) => Promise<void>;
  readonly undo: (run: KeptImport) => Promise<void>;
  readonly forget: (run: KeptImport) => Promise<void>;
};

/** See `ImportRuns`. */
export function useImportRuns(): ImportRuns {
  const rows = useDrafts('import');
  const [work, setWork] = useState<ImportWork>();
  const [error, setError] = useState<ImportRuns['error']>();
  const imports = rows?.flatMap(({ id, updatedAt, content }): KeptImport[] => {
    const draft = parseImport(content);
    return draft === undefined ? [] : [{ batch: id, at: updatedAt, draft }];
  });

  const keep = async (batch: string, content: ImportDraft): Promise<boolean> => {
    const saved = await send('draft.save', { id: batch, kind: 'import', content });
    if (!saved.ok) setError({ ...saved.error, batch });
    return saved.ok;
  };
  const write = async (batch: string, { rows: data = [], ...draft }: ImportDraft, written: number): Promise<void> => {
    setWork({ batch, is: 'import', done: written });
    const done = await importRows(send, batch, data, written, (count) => setWork({ batch, is: 'import', done: count }));
    if (done.ok) await keep(batch, draft);
    else setError({ ...done.error, batch });
    setWork(undefined);
  };

  return {
    imports,
    work,
    error,
    start: async (register, file, data) => {
      setError(undefined);
      const fresh = await send('draft.newId', {});
      if (!fresh.ok) {
        setError({ ...fresh.error, batch: '' });
        return;
      }
      const draft = newImport(register, file, data);
      if (await keep(fresh.value.id, draft)) await write(fresh.value.id, draft, 0);
    },
    resume: async ({ batch, draft }) => {
      setError(undefined);
      await write(batch, draft, await countBatch(batch));
    },
    undo: async ({ batch, draft: { rows: _rows, ...draft } }) => {
      setError(undefined);
      setWork({ batch, is: 'undo', done: 0 });
      const undone = await undoImport(send, batch, (done) => setWork({ batch, is: 'undo', done }));
      if (undone.ok) await keep(batch, { ...draft, undone: undone.value });
      else setError({ ...undone.error, batch });
      setWork(undefined);
    },
    forget: async ({ batch }) => {
      await send('draft.discard', { id: batch });
    },
  };
}

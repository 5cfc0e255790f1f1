import { readOwnFont, type OwnFont } from '#shared/documents/fonts/ownFont.ts';

import type { BindJob } from './bind.ts';
import type { FontFilesByFace } from './fontFiles.ts';
import type { Face } from './marks.ts';
import { openPress, type FontFiles } from './press.ts';
import { createRenderer, type PrintJob, type Rendered } from './render.ts';

/** Prints a document, or binds those of a file into one. */
export type Work = (job: PrintJob | BindJob) => Promise<Rendered>;

/** Opens everything that documents are made with. What binds them is loaded with the first file that is bound. */
export function openWork(fonts: FontFiles, own: FontFilesByFace = {}): Work {
  const press = openPress({ ...fonts, own: readOwn(own) });
  const render = createRenderer(press);
  return async (job) => {
    if (!('parts' in job)) return render(job);
    const { createBinder } = await import('./bind.ts');
    return createBinder(press)(job);
  };
}

/** What can be used was found out before; anything else would be a fault of ours. */
function readOwn(files: FontFilesByFace): Partial<Record<Face, OwnFont>> {
  const entries = Object.entries(files).map(([face, { file, bytes }]) => {
    const font = readOwnFont(bytes, file);
    if (!font.ok) throw new Error(`${file}: ${font.error}`);
    return [face, font.value] as const;
  });
  return Object.fromEntries(entries);
}

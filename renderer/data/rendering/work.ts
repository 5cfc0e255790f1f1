import type { BindJob } from './bind.ts';
import { openPress, type FontFiles } from './press.ts';
import { createRenderer, type PrintJob, type Rendered } from './render.ts';

/** Prints a document, or binds those of a file into one. */
export type Work = (job: PrintJob | BindJob) => Promise<Rendered>;

/** Opens everything that documents are made with. What binds them is loaded with the first file that is bound. */
export function openWork(fonts: FontFiles): Work {
  const press = openPress(fonts);
  const render = createRenderer(press);
  return async (job) => {
    if (!('parts' in job)) return render(job);
    const { createBinder } = await import('./bind.ts');
    return createBinder(press)(job);
  };
}

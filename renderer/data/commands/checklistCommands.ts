import { atDesk } from '../devices/atDesk.ts';
import { publish } from '../devices/publish.ts';
import type { Handlers } from '../dispatch.ts';

/** What an administrator does with checklists; all of it needs the server. */
export const CHECKLIST_COMMANDS: Pick<Handlers, 'checklist.publish'> = {
  'checklist.publish': (ctx, { text }) => atDesk(ctx, 'checklist', (desk) => publish(desk, text)),
};

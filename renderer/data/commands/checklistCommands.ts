import { atDesk } from '../devices/atDesk.ts';
import { publish } from '../devices/publish.ts';
import { publishProgramme } from '../devices/publishProgramme.ts';
import type { Handlers } from '../dispatch.ts';

/** What an administrator publishes; all of it needs the server. */
export const CHECKLIST_COMMANDS: Pick<Handlers, 'checklist.publish' | 'programme.publish'> = {
  'checklist.publish': (ctx, { text }) => atDesk(ctx, 'checklist', (desk) => publish(desk, text)),
  'programme.publish': (ctx, { text }) => atDesk(ctx, 'programme', (desk) => publishProgramme(desk, text)),
};

import { atDesk } from '../devices/atDesk.ts';
import { publish } from '../devices/publish.ts';
import { publishAreas } from '../devices/publishAreas.ts';
import { publishProgramme } from '../devices/publishProgramme.ts';
import type { Handlers } from '../dispatch.ts';

/** What an administrator publishes for every device; all of it needs the server. */
export const CHECKLIST_COMMANDS: Pick<Handlers, 'checklist.publish' | 'programme.publish' | 'areas.publish'> = {
  'checklist.publish': (ctx, { text }) => atDesk(ctx, 'checklist', (desk) => publish(desk, text)),
  'programme.publish': (ctx, { text }) => atDesk(ctx, 'programme', (desk) => publishProgramme(desk, text)),
  'areas.publish': (ctx, { text }) => atDesk(ctx, 'areas', (desk) => publishAreas(desk, text)),
};

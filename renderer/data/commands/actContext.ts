import type { ActContext } from '#shared/case/fileSteps.ts';
import type { Refusal } from '#shared/case/judge.ts';

import type { Context } from '../context.ts';
import type { refuse } from '../dispatch.ts';
import type { CommandError } from '../protocol.ts';
import type { Profile } from '../session/session.ts';

/** Who asks, and when, for the guards of a file; `about`: what is known of the act beside that. */
export function actContext(ctx: Context, author: Profile, about: Partial<ActContext> = {}): ActContext {
  const { user: by, role, org } = author;
  return { by, role, org, nowMs: ctx.clock.nowMs(), calendar: ctx.catalogue.calendar, ...about };
}

/** A reason of the guards as a command's error; a rule of the app's own has no article. */
export function errorOf({ code, article, subject }: Refusal): CommandError {
  return { code, article: article || undefined, subject };
}

/** As `errorOf`, as the answer of a command. */
export function refuseBy(refusal: Refusal): ReturnType<typeof refuse> {
  return { ok: false, error: errorOf(refusal) };
}

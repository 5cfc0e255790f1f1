import { z } from 'zod';

import { orgCardField, userCardField } from '#shared/access/directory.ts';
import { parseHeldRole } from '#shared/access/roles.ts';
import { templateProblem } from '#shared/documents/number.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import { userField } from '#shared/events/fields.ts';
import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import type { PlannedRecovery } from './recovery.ts';

/** Where the app's pages come from. */
export const APP_ORIGIN = 'app://xunzhi';

const orgField = z
  .strictObject(orgCardField.omit({ _id: true, kind: true }).shape)
  .extend({
    /** Home of the supervision brigade: its supervisors and carriers reach every organisation's databases. */
    brigade: z.boolean().optional(),
  })
  .superRefine((org, ctx) => {
    const problem = templateProblem(org.org, org);
    if (problem !== undefined) ctx.addIssue({ code: 'custom', path: ['numberTemplates'], message: problem });
  });

const accountField = z.strictObject({
  password: z.string().min(8).max(200),
  roles: z.array(z.string().refine((role) => parseHeldRole(role) !== undefined, 'not <org>/<role>')),
  card: z.strictObject(userCardField.omit({ _id: true, kind: true }).shape).extend({ user: userField }),
});

/** What a bureau writes in the file given to `--orgs`. */
export const planFile = z.strictObject({ orgs: z.array(orgField).min(1), accounts: z.array(accountField).default([]) });

/** An organisation with databases of its own. */
export type PlannedOrg = z.infer<typeof orgField>;
/** An account and the card of its person. The password counts only when the account is made. */
export type PlannedAccount = z.infer<typeof accountField>;

/** Records of one demo device, moved in by the carrier and covered by a signed log head. */
export type Seed = {
  readonly device: string;
  readonly db: string;
  readonly by: string;
  readonly org: string;
  readonly registeredAt: string;
  readonly events: readonly EventEnvelope[];
};

/** Everything that a server shall have. */
export type Plan = {
  readonly orgs: readonly PlannedOrg[];
  readonly accounts: readonly PlannedAccount[];
  readonly years: readonly number[];
  readonly origins: readonly string[];
  readonly seeds: readonly Seed[];
  /** A recovery key that the bureau gets when it has none; only the demo's is planned. */
  readonly recovery?: PlannedRecovery;
};

/** This and last year in Asia/Shanghai. */
export function yearsAt(nowMs: number): readonly number[] {
  const year = chinaYearOf(nowMs);
  return [year - 1, year];
}

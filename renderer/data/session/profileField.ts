import { z } from 'zod';

import { ROLES } from '#shared/access/roles.ts';

/** The profile as the vault gives it back. */
export const profileField = z.object({
  user: z.string(),
  name: z.string(),
  org: z.string(),
  orgName: z.string(),
  role: z.enum(ROLES),
  /** Every role of the account; absent in what an earlier version kept. */
  roles: z.array(z.string()).default([]),
  certificate: z.string().optional(),
  certificateExpiresOn: z.string().optional(),
});

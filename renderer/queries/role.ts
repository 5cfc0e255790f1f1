import { mayReview, mayWrite } from '#shared/access/permissions.ts';
import { ROLES, type Role } from '#shared/access/roles.ts';
import type { EventType } from '#shared/events/registry.ts';

import { useSession } from './meta.ts';

/** The signed-in person's role; `undefined` while loading or when it is not one this app knows. */
export function useRole(): Role | undefined {
  const role = useSession()?.role;
  return ROLES.find((known) => known === role);
}

/** True when the signed-in person may author events of the type: screens hide what the guard would refuse. */
export function useMayWrite(type: EventType): boolean {
  const role = useRole();
  return role !== undefined && mayWrite(role, type);
}

/** True for the supervision brigade. */
export function useMayReview(): boolean {
  const role = useRole();
  return role !== undefined && mayReview(role);
}

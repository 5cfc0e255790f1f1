import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Changes } from './changes.ts';
import { denied } from './http.ts';
import type { HubState } from './state.ts';
import type { Storage } from './storage.ts';
import { isServerAdmin, type UserContext } from './users.ts';
import type { Writes } from './writes.ts';

/** The parts of a running hub that answers are made with. */
export type Parts = {
  readonly state: HubState;
  readonly storage: Storage;
  readonly writes: Writes;
  readonly changes: Changes;
  /** Server time, Unix milliseconds. */
  readonly nowMs: () => number;
};

/** One request on its way to its answer. `path` holds the decoded segments. */
export type Exchange = Parts & {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly method: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly user: UserContext;
};

export function requireServerAdmin({ user }: Exchange): void {
  if (!isServerAdmin(user)) throw denied(user.name, 'You are not a server admin.');
}

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { demoPlan } from '../server-setup/demoPlan.ts';
import { provision } from '../server-setup/provision.ts';

import { Auth } from './auth.ts';
import { Changes } from './changes.ts';
import { createHubServer } from './server.ts';
import { HubState } from './state.ts';
import { Storage } from './storage.ts';
import { Users } from './users.ts';
import { Writes } from './writes.ts';

const LOOPBACK = '127.0.0.1';
/** The hub's administrator; the hub answers on the loopback interface only. */
export const HUB_ADMIN = { name: 'admin', password: 'xunzhi-demo' } as const;

/** How to start a hub. */
export type HubOptions = {
  /** Folder of its data; made when absent, kept between starts. */
  readonly dataDir: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Provisions the demo bureau. */
  readonly demo?: boolean;
  /** The instant the server answers in (`Date`, `_uuids`); it stands still. */
  readonly clockMs?: number;
  /** The clock of the lockout. */
  readonly nowMs?: () => number;
  /** Refused unless it is the loopback interface. */
  readonly host?: string;
};

/** A running hub. */
export type Hub = { readonly url: string; readonly adminUrl: string; readonly close: () => Promise<void> };

export async function startHub(options: HubOptions): Promise<Hub> {
  const host = options.host ?? LOOPBACK;
  if (host !== LOOPBACK) throw new Error(`the hub answers on ${LOOPBACK} only, not on ${host}`);
  const state = new HubState(options.dataDir);
  const storage = new Storage(options.dataDir, state);
  if (!state.has('_users')) await storage.create('_users');
  const users = new Users();
  await users.load(storage.database('_users'));
  const auth = await Auth.open(users, HUB_ADMIN, options.nowMs ?? Date.now);
  const changes = new Changes(storage, state);
  const nowMs = (): number => options.clockMs ?? Date.now();
  const server = createHubServer({ state, storage, changes, nowMs, writes: new Writes(storage, state, users) }, auth);
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const url = `http://${LOOPBACK}:${String(port)}`;
  const adminUrl = `http://${HUB_ADMIN.name}:${HUB_ADMIN.password}@${LOOPBACK}:${String(port)}`;
  const close = async (): Promise<void> => {
    changes.close();
    await stop(server);
    await storage.close();
  };
  try {
    if (options.demo === true) await provision(adminUrl, demoPlan(nowMs()));
  } catch (error) {
    await close(); // otherwise it would go on listening, and whoever waits for it would wait for ever
    throw error;
  }
  return { url, adminUrl, close };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    // Requests on their way get a moment to end; a client that keeps its connection open does not hold the hub.
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
    }, 500).unref();
  });
}

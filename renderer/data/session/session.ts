import { parseHeldRole, type Role } from '#shared/access/roles.ts';
import type { Officer } from '#shared/events/fields.ts';

import type { AccessLoss, SessionInfo } from '../status.ts';
import type { XunzhiDatabase } from '../tables.ts';

/** What is kept of a person for signing in without network, beside the password. */
export type Profile = {
  readonly user: string;
  readonly name: string;
  readonly org: string;
  readonly orgName: string;
  readonly role: Role;
  /** Every role the account holds on the server, as `<org>/<role>`; `role` is the one it works by. */
  readonly roles: readonly string[];
  readonly certificate?: string | undefined;
  readonly certificateExpiresOn?: string | undefined;
};

/** Somebody who is signed in, as one data worker hands him to the next. */
export type Open = {
  readonly profile: Profile;
  readonly authorization: string;
  readonly hasPin: boolean;
  /** The password was typed just now, so a forgotten PIN may be replaced. */
  readonly byPassword: boolean;
  readonly lost: AccessLoss | undefined;
};

/** Who is at the screen. The password lives only inside the authorization header, in this worker's memory. */
export class Session {
  readonly #db: XunzhiDatabase;
  #open: Open | undefined;

  constructor(db: XunzhiDatabase) {
    this.#db = db;
  }

  /** The signed-in person, or undefined while locked or before sign-in. */
  get profile(): Profile | undefined {
    return this.#open?.profile;
  }

  /** The `Authorization` header for the server, or undefined while nobody is signed in. */
  get authorization(): string | undefined {
    return this.#open?.authorization;
  }

  /** The signed-in officer as records name him; undefined when nobody is signed in or no certificate is known. */
  get officer(): Officer | undefined {
    const profile = this.profile;
    if (profile?.certificate === undefined) return undefined;
    return { user: profile.user, name: profile.name, certificate: profile.certificate };
  }

  /** True when the signed-in account may move other people's documents (carrier, replication and import). */
  get isCarrier(): boolean {
    return (this.profile?.roles ?? []).some((held) => parseHeldRole(held)?.role === 'carrier');
  }

  /** True when the person signed in with the password, not the PIN. */
  get isByPassword(): boolean {
    return this.#open?.byPassword === true;
  }

  /** What was taken away from the signed-in person; undefined while all is as it was at the sign-in. */
  get lost(): AccessLoss | undefined {
    return this.#open?.lost;
  }

  get hasPin(): boolean {
    return this.#open?.hasPin === true;
  }

  /** Opens the session and shows it to the screens. */
  async open(profile: Profile, password: string, hasPin: boolean, byPassword = false): Promise<SessionInfo> {
    // A password that the server just took came with the roles of now; by PIN what was known last still counts.
    if (byPassword) await this.#db.meta.delete(lossKey(profile.user));
    const lost = (await this.#db.meta.get(lossKey(profile.user)))?.value as AccessLoss | undefined;
    this.#open = { profile, authorization: basicHeader(profile.user, password), hasPin, byPassword, lost };
    return this.#showOpen(this.#open);
  }

  /** What the next worker goes on with; undefined while nobody is signed in. */
  get held(): Open | undefined {
    return this.#open;
  }

  /** Goes on where another worker was replaced. */
  goOn(open: Open): Promise<SessionInfo> {
    this.#open = open;
    return this.#showOpen(open);
  }

  /** The signed-in person has a new password; requests use it from here on. */
  replacePassword(password: string): void {
    if (this.#open === undefined) return;
    this.#open = { ...this.#open, authorization: basicHeader(this.#open.profile.user, password) };
  }

  /** Locks the screen: commands are refused and sync stops until the PIN or a sign-in. */
  async lock(): Promise<SessionInfo> {
    const open = this.#open;
    this.#open = undefined;
    return this.#show(
      open === undefined ? { is: 'none' } : { is: 'locked', ...shown(open.profile), hasPin: open.hasPin },
    );
  }

  /** The server says what the person may still do; kept for the next time without network. */
  async noteLoss(lost: AccessLoss | undefined): Promise<void> {
    if (this.#open === undefined || this.#open.lost === lost) return;
    this.#open = { ...this.#open, lost };
    const key = lossKey(this.#open.profile.user);
    await (lost === undefined ? this.#db.meta.delete(key) : this.#db.meta.put({ key, value: lost }));
    await this.#showOpen(this.#open);
  }

  /** The signed-in person now has a PIN. */
  async notePin(): Promise<SessionInfo> {
    if (this.#open === undefined) return this.lock();
    this.#open = { ...this.#open, hasPin: true, byPassword: false };
    return this.#showOpen(this.#open);
  }

  /** Shows a state at start: nobody is signed in yet. */
  async showClosed(knownUsers: boolean): Promise<void> {
    await this.#show({ is: knownUsers ? 'locked' : 'none' });
  }

  #showOpen({ profile, hasPin, byPassword, lost }: Open): Promise<SessionInfo> {
    return this.#show({ is: 'open', ...shown(profile), hasPin, byPassword, ...(lost === undefined ? {} : { lost }) });
  }

  async #show(info: SessionInfo): Promise<SessionInfo> {
    await this.#db.meta.put({ key: 'session', value: info });
    return info;
  }
}

function lossKey(user: string): string {
  return `lost:${user}`;
}

function shown(profile: Profile): Omit<SessionInfo, 'is'> {
  return {
    user: profile.user,
    name: profile.name,
    org: profile.org,
    orgName: profile.orgName,
    role: profile.role,
    ...(profile.certificate === undefined ? {} : { certificate: profile.certificate }),
    ...(profile.certificateExpiresOn === undefined ? {} : { certificateExpiresOn: profile.certificateExpiresOn }),
  };
}

/** RFC 7617 Basic credentials with a UTF-8 password. */
export function basicHeader(user: string, password: string): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

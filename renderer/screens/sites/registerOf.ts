import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findRegister, type Register } from '#shared/catalogue/register.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';

const LAST = 'sites.register';

/** The register that an address asks for, else the one that was looked at last on this device, else the first. */
export function registerFor(catalogue: Catalogue, search: string): Register | undefined {
  const asked = new URLSearchParams(search).get('register') ?? window.localStorage.getItem(LAST) ?? DEFAULT_REGISTER;
  return findRegister(catalogue, asked) ?? findRegister(catalogue, DEFAULT_REGISTER) ?? catalogue.registers[0];
}

/** Remembers the register for the next time. */
export function keepRegister(id: string): void {
  window.localStorage.setItem(LAST, id);
}

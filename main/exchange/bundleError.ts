import type { BundleRefusal } from '#shared/exchange/bundleRefusal.ts';

/** A bundle or key file was refused; `detail` may name a system call's failure. */
export class BundleError extends Error {
  readonly code: BundleRefusal | 'write_failed';
  readonly detail: string | undefined;

  constructor(code: BundleRefusal | 'write_failed', detail?: string) {
    super(`${code}${detail === undefined ? '' : ` (${detail})`}`);
    this.name = 'BundleError';
    this.code = code;
    this.detail = detail;
  }
}

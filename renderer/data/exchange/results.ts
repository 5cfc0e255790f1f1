/**
 * Whether the device that signed a bundle is one of the bureau's. `recovery`: taken from a dead device with the recovery
 * key. `requested`: it signed in and nobody has approved it yet. `revoked`: it was turned down or locked out. `unknown`: no
 * card here, perhaps not yet. `forged`: the bureau knows the device by another key.
 */
export type BundleTrust = 'known' | 'recovery' | 'requested' | 'revoked' | 'unknown' | 'forged';

/** What a person sees before an import: from where, whose, how much, and how much of it is here already. */
export type BundlePreview = {
  readonly bundle: string;
  readonly device: string;
  readonly trust: BundleTrust;
  readonly madeAt: string;
  readonly people: readonly { readonly user: string; readonly name: string | undefined; readonly events: number }[];
  readonly events: number;
  readonly eventsHere: number;
  readonly blobs: number;
  readonly blobsHere: number;
  readonly bytes: number;
  /** Files that could not be read where the bundle was made. */
  readonly gaps: number;
};

/** What an import came to. `…Here` was on this device already; `bad` is not what its id says and was left out. */
export type ImportResult = {
  readonly events: number;
  readonly eventsHere: number;
  readonly blobs: number;
  readonly blobsHere: number;
  readonly bad: number;
};

/**
 * Why a bundle (转交包) is not written or not read. Nothing of it was imported when one of these is answered at opening.
 *
 * `no_recovery_key`: this device has never learned the bureau's recovery key. `nothing_to_export`: everything is on the
 * server. `bundle_busy`: another export or import is under way. `bundle_cancelled`: the person stopped it.
 * `disk_low`: less space than the bundle needs. `not_a_bundle`: another kind of file. `bundle_newer`: written by a later
 * version of the app. `bundle_cut`: the file ends early, or its end was changed. `bundle_damaged`: a byte differs from
 * what was written. `bundle_forged`: decrypts, but is not signed by the device it names. `bundle_other_key`: encrypted to
 * another recovery key. `not_a_recovery_key`: the key file is none, or damaged. `recovery_key_newer`: of a later version.
 * `wrong_passphrase`: the key file does not open. `bundle_gone`: the session ended; choose the file again.
 * `read_failed`: the system cannot read the file (memory stick removed).
 */
export const BUNDLE_REFUSALS = [
  'no_recovery_key',
  'nothing_to_export',
  'bundle_busy',
  'bundle_cancelled',
  'disk_low',
  'not_a_bundle',
  'bundle_newer',
  'bundle_cut',
  'bundle_damaged',
  'bundle_forged',
  'bundle_other_key',
  'not_a_recovery_key',
  'recovery_key_newer',
  'wrong_passphrase',
  'bundle_gone',
  'read_failed',
] as const;
/** See `BUNDLE_REFUSALS`. */
export type BundleRefusal = (typeof BUNDLE_REFUSALS)[number];

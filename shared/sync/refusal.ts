/**
 * Why a server refused a record or a photo. The first line are the codes of the server's validation (see
 * `shared/access/validation`); `unauthorized`: the account may not write at all; `too_large`: alone over the server's or a
 * proxy's limit; `unclean`: the server could not read it; `database_closed` and `database_missing`: the database itself
 * is closed to the account or not there; `other_content`: other bytes stand under the photo's name; `bytes_lost`: the
 * photo's bytes are gone from this device.
 */
export const REFUSAL_RULES = [
  ...(['author', 'role', 'type', 'org', 'device_revoked', 'exists', 'revision', 'id', 'field', 'database'] as const),
  ...(['deletion', 'kind', 'admins_only', 'device_not_approved'] as const),
  'unauthorized',
  'too_large',
  'unclean',
  'database_closed',
  'database_missing',
  'other_content',
  'bytes_lost',
  'unknown',
] as const;
/** See `REFUSAL_RULES`. */
export type RefusalRule = (typeof REFUSAL_RULES)[number];

/** True when the text is a rule that this version has words for. */
export function isRefusalRule(text: string): text is RefusalRule {
  return REFUSAL_RULES.some((rule) => rule === text);
}

/**
 * The rule behind a server's reason for one document: `<code>: <detail>` as the validation words it (with or without
 * `forbidden:` before it). Anything else is `unknown`, and the reason itself is what can be told.
 */
export function ruleOfReason(reason: string): RefusalRule {
  const code = /^(?:forbidden:\s*)?([a-z_]+):/.exec(reason)?.[1] ?? '';
  return code !== 'unknown' && isRefusalRule(code) ? code : 'unknown';
}

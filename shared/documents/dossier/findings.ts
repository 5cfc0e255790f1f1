/** The parts of a dossier that are checked one by one, in this order. */
export const PARTS = ['container', 'manifest', 'signature', 'files', 'events', 'documents', 'codes', 'photos'] as const;
/** See `PARTS`. */
export type Part = (typeof PARTS)[number];

/**
 * What is wrong with a dossier. `subject` names it: a file, an event, a number, a device.
 *
 * Container: `container_altered`. Manifest: `unreadable`. Signature: `signature_wrong`, `signer_unknown`,
 * `signer_revoked`. Files: `file_missing`, `file_altered`, `file_added`, `keys_unreadable`. Events: `event_altered`,
 * `event_missing`, `event_added`, `event_twice`, `other_stream`. Documents: `pdf_missing`, `pdf_altered`,
 * `model_altered`. Codes: `code_altered`, `code_of_another`, `code_key_unknown`, `code_key_revoked`. Photos:
 * `photo_missing`, `photo_altered`. What no record names is `not_named`.
 */
export type FindingCode =
  | 'container_altered'
  | 'unreadable'
  | 'signature_wrong'
  | 'signer_unknown'
  | 'signer_revoked'
  | 'file_missing'
  | 'file_altered'
  | 'file_added'
  | 'keys_unreadable'
  | 'event_altered'
  | 'event_missing'
  | 'event_added'
  | 'event_twice'
  | 'other_stream'
  | 'pdf_missing'
  | 'pdf_altered'
  | 'model_altered'
  | 'code_altered'
  | 'code_of_another'
  | 'code_key_unknown'
  | 'code_key_revoked'
  | 'photo_missing'
  | 'photo_altered'
  | 'not_named';

/** One thing that is wrong. */
export type Finding = { readonly part: Part; readonly code: FindingCode; readonly subject: string };

/** What was looked at in a part, and what was wrong. Nothing was looked at where `count` is 0. */
export type PartVerdict = { readonly part: Part; readonly count: number; readonly findings: readonly Finding[] };

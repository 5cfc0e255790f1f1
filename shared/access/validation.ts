import { kindMember } from '../case/acts.ts';
import { procedureOf, RULES_VERSION } from '../case/procedures/versions.ts';

import { CROSS_ORG_TYPES, WRITES } from './permissions.ts';
import { ROLES, type Role } from './roles.ts';
import { VALIDATION_BODY } from './validationBody.ts';

/** Name of the design document that carries the validation in every database. */
export const ACCESS_DESIGN_ID = '_design/access';

/**
 * The text of the one `validate_doc_update`, generated from the table of who may write what. It is plain ES5, because
 * CouchDB may run it in SpiderMonkey 1.8.5 as well as in QuickJS, and it is the same in every database: what a database
 * may hold follows from its name (`userCtx.db`). From `_security` it reads `revoked_devices`, in
 * `numbers` also `approved_devices` and `automatic_orgs` (who may lease), and `admins.roles` (who keeps the directory).
 *
 * It throws `{forbidden: "<code>: <detail>"}`; the code is one of: `deletion`, `kind`, `exists`, `revision`, `id`, `author`,
 * `role`, `type`, `org`, `database`, `device_revoked`, `device_not_approved`, `field`, `admins_only`.
 *
 * What it cannot do: see the other leaves of a document. A leaf written with `new_edits: false` that shares no ancestor
 * with the existing one passes as a first write, so clients verify every leaf themselves.
 */
export function validationSource(): string {
  const tables = { WRITES, CROSS_ORG_TYPES, ROLES, KINDS: rolesByKind() };
  return [
    'function (newDoc, oldDoc, userCtx, secObj) {',
    ...Object.entries(tables).map(([name, value]) => `  var ${name} = ${JSON.stringify(value)};`),
    VALIDATION_BODY.trimEnd(),
    '}',
  ].join('\n');
}

type Kinds = Record<string, { readonly member: string; readonly roles: Record<string, readonly Role[]> }>;

/**
 * Acts whose kind is for fewer roles than their type, as the procedures say it (批准催告 is the agency head's alone): the
 * member that tells the kind, and who may write it. The kind stands in the one document that the server looks at.
 */
function rolesByKind(): Kinds {
  const kinds: Kinds = {};
  for (const name of ['ordinary', 'spot', 'structure'] as const)
    for (const { event, tag, roles } of procedureOf(RULES_VERSION, name)?.transitions ?? []) {
      const member = kindMember(event);
      if (member === undefined || tag === undefined || roles === undefined) continue;
      const known = (kinds[event] ??= { member, roles: {} });
      known.roles[tag] = [...new Set([...(known.roles[tag] ?? []), ...roles])];
    }
  return kinds;
}

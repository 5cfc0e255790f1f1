import { createContext, runInContext } from 'node:vm';

import { Refusal } from './http.ts';
import type { Database } from './pouch.ts';
import type { SecurityObject } from './state.ts';
import type { UserContext } from './users.ts';

type Doc = Record<string, unknown>;
type Validate = (
  newDoc: Doc,
  oldDoc: Doc | null,
  userCtx: UserContext & { readonly db: string },
  secObj: SecurityObject,
) => void;

/** Runs the `validate_doc_update` functions of a database's design documents, each compiled once per revision. */
export class Validator {
  readonly #functions = new Map<string, Promise<readonly Validate[]>>();

  /** To be called after a design document of the database was written, or the database deleted. */
  forget(name: string): void {
    this.#functions.delete(name);
  }

  async functionsOf(name: string, database: Database): Promise<readonly Validate[]> {
    let known = this.#functions.get(name);
    if (known === undefined) {
      known = compileAll(database);
      this.#functions.set(name, known);
    }
    return known;
  }
}

async function compileAll(database: Database): Promise<readonly Validate[]> {
  const designs = await database.allDocs({ startkey: '_design/', endkey: '_design0', include_docs: true });
  return designs.rows.flatMap((row) => {
    const text = (row.doc as Doc | undefined)?.['validate_doc_update'];
    return typeof text === 'string' ? [compile(row.id, text)] : [];
  });
}

function compile(id: string, text: string): Validate {
  try {
    const context = createContext({ isArray: Array.isArray, log: () => undefined, toJSON: JSON.stringify });
    return runInContext(`(${text})`, context, { filename: id, timeout: 1000 }) as Validate;
  } catch (error) {
    // CouchDB refuses every write of a database whose validation does not compile.
    return () => {
      throw new Refusal(500, 'compilation_error', String(error));
    };
  }
}

/** The refusal of a document, or undefined when every function lets it pass. */
export function refusalByValidation(
  functions: readonly Validate[],
  newDoc: Doc,
  oldDoc: Doc | null,
  user: UserContext & { readonly db: string },
  security: SecurityObject,
): Refusal | undefined {
  for (const validate of functions) {
    try {
      validate(structuredClone(newDoc), oldDoc, user, security);
    } catch (thrown) {
      return refusalOfThrown(thrown);
    }
  }
  return undefined;
}

function refusalOfThrown(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  const { forbidden, unauthorized } = (thrown ?? {}) as { forbidden?: unknown; unauthorized?: unknown };
  if (forbidden !== undefined) return new Refusal(403, 'forbidden', textOf(forbidden));
  if (unauthorized !== undefined) return new Refusal(401, 'unauthorized', textOf(unauthorized));
  return new Refusal(500, 'unknown_error', String(thrown));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

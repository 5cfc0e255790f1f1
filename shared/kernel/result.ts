/** What a rule may refuse is a value: either `ok` with the value or not, with the refusal. Bugs throw instead. */
export type Result<T, E> = Ok<T> | Err<E>;
/** A successful result. */
export type Ok<T> = { readonly ok: true; readonly value: T };
/** A refused result. */
export type Err<E> = { readonly ok: false; readonly error: E };

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a refusal. */
export function err<E>(error: E): Err<E> {
  return { ok: false, error };
}

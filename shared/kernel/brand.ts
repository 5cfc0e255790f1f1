declare const brand: unique symbol;

/** A string that only its own constructor may produce, so that a `CaseId` is not an `InspectionId`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

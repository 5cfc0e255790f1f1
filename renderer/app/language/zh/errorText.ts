/** What happened, and what the person can do about it. */
export type ErrorText = { readonly what: string; readonly todo: string };

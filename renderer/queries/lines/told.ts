/** What comes of a question: an answer whenever it changes, or what the store refused with. */
export type Told<Answer> = { readonly answer: Answer } | { readonly problem: string };

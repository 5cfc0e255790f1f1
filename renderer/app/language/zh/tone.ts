/** Tone of a badge: colour and icon belong together. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

import { z } from 'zod';

/**
 * Imported first by every entry point: zod asks at its first schema whether it may compile code, and under our CSP the
 * question itself is a violation. Importing this module answers it before any schema is made.
 */
z.config({ jitless: true });

import { configDefaults, defineConfig } from 'vitest/config';

const INTEGRATION = '**/*.integration.test.{ts,tsx}';
const NOT_OURS = [...configDefaults.exclude, 'out/**', 'dist/**', '.cache/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...NOT_OURS, INTEGRATION],
        },
      },
      {
        test: {
          name: 'integration',
          environment: 'node',
          include: [INTEGRATION],
          exclude: NOT_OURS,
          // Dexie looks for IndexedDB when it is loaded, so before any import of a test file.
          setupFiles: ['fake-indexeddb/auto'],
          // Each file starts a hub of its own; two cores are better spent on one at a time.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

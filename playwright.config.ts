import { defineConfig } from '@playwright/test';

// One worker: every test starts the real app, often twice, and a hub.
export default defineConfig({
  testDir: 'e2e',
  testMatch: ['journeys/**/*.spec.ts', 'faults/**/*.spec.ts'],
  outputDir: '.cache/playwright',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/test/e2e.json' }]],
  use: { trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true } },
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Main and preload are CommonJS because the API floor, Electron 25, loads no ES module as its entry. Everything but
// `electron` and Node's own modules is bundled, so the packaged app carries no node_modules.
const bundled = { externalizeDeps: false, sourcemap: true, minify: false } as const;

export default defineConfig({
  main: {
    build: {
      ...bundled,
      outDir: 'out/main',
      target: 'node18',
      lib: { entry: 'main/index.ts', formats: ['cjs'] },
      rollupOptions: { external: ['electron'], output: { entryFileNames: '[name].cjs' } },
    },
  },
  preload: {
    build: {
      ...bundled,
      outDir: 'out/preload',
      target: 'node18',
      lib: { entry: 'preload/index.ts', formats: ['cjs'] },
      rollupOptions: { external: ['electron'], output: { entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      target: 'chrome114',
      // The CSP allows no data: fonts, and a small subset of the Chinese font would become one.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 20_000,
      rollupOptions: {
        input: 'renderer/index.html',
        // Pages that are loaded later share schemas with the first one; their chunk runs before `main.tsx` does. What tells zod not
        // to ask whether it may compile code has to stand with zod itself.
        output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|shared\/jitless\.ts$/ }] } },
      },
    },
  },
});

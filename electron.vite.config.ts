import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: { build: { lib: { entry: 'main/index.ts' }, outDir: 'out/main', target: 'node18', externalizeDeps: false, rollupOptions: { external: ['electron'] } } },
  preload: { build: { lib: { entry: 'preload/index.ts', formats: ['cjs'] }, outDir: 'out/preload', externalizeDeps: false, rollupOptions: { external: ['electron'], output: { entryFileNames: '[name].cjs' } } } },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    worker: { format: 'es' },
    build: { outDir: 'out/renderer', target: 'chrome114', rollupOptions: { input: 'renderer/index.html' } },
  },
});

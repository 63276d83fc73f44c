import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** `--mode checkout` keeps what is for development alone; every other build leaves it out, so that nobody packages it by oversight. */
export default defineConfig(({ command, mode }) => ({
  main: {
    ...(command === 'build' && mode !== 'checkout' && { define: { SENTINEL_PACKAGED: 'true' } }),
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      // Threads are files of their own (kit/thread.ts).
      rollupOptions: {
        input: {
          main: at('electron/main.ts'),
          headless: at('electron/headless.ts'),
          'check-copy-thread': at('electron/core/db/check-copy-thread.ts'),
          'seal-thread': at('electron/core/db/seal-thread.ts'),
          'lay-out-thread': at('electron/core/db/lay-out-thread.ts'),
          'export-thread': at('electron/core/db/transfer/export-thread.ts'),
          'report-thread': at('electron/core/domain/reports/report-thread.ts'),
          'paper-thread': at('electron/core/domain/muster/paper-thread.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // SECURITY: a sandboxed preload can require nothing but 'electron', so everything else is bundled into one CommonJS file.
      externalizeDeps: false,
      rollupOptions: { input: { preload: at('electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), tailwindcss()],
    build: {
      outDir: at('out/renderer'),
      // SECURITY: font-src and img-src are 'self'; nothing may be inlined as a data: URL.
      assetsInlineLimit: 0,
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
}))

/** The layer table of design.md 4 as data. A newcomer who wants to import something looks here; `architecture.test.ts` enforces it. */

export interface Room {
  /** Folder or file, from the project's root. The longest that fits a file is its room. */
  readonly path: string
  /** Rooms it may import, besides itself. */
  readonly rooms: readonly string[]
  /** Packages it may import; `node:*` stands for Node's own. */
  readonly packages: readonly string[]
}

const sharedPackages = ['valibot', 'temporal-polyfill', 'i18next']
const kit = ['electron/core/kit', 'shared']
const underDomain = ['electron/core/db', ...kit]

export const rooms: readonly Room[] = [
  { path: 'shared', rooms: [], packages: sharedPackages },
  { path: 'electron/core/kit', rooms: ['shared'], packages: ['node:*'] },
  { path: 'electron/core/db', rooms: kit, packages: ['node:*', '@electric-sql/pglite', 'drizzle-orm', 'pg', 'valibot'] },
  { path: 'electron/core/readers', rooms: kit, packages: ['node:*', 'valibot'] },
  { path: 'electron/core/readers/drivers', rooms: ['electron/core/readers', ...kit], packages: ['node:*', 'node-hid', 'serialport', 'koffi'] },
  { path: 'electron/core/domain', rooms: underDomain, packages: ['node:*', 'drizzle-orm', 'valibot', 'csv-parse', 'csv-stringify', 'write-excel-file', 'read-excel-file', 'pdfmake'] },
  { path: 'electron/core/domain/members/demo.ts', rooms: ['resources/seed', 'electron/core/domain', ...underDomain], packages: ['node:*', 'drizzle-orm'] },
  { path: 'electron/core/domain/simulation', rooms: ['electron/core/domain', ...underDomain], packages: ['node:*', 'drizzle-orm', 'valibot', 'temporal-polyfill'] },
  { path: 'resources/seed', rooms: ['shared'], packages: [] },
  { path: 'electron/core/app', rooms: ['electron/core', 'shared'], packages: ['node:*', 'valibot'] },
  // What every host behind HTTP needs: files of the windows, tokens, schemas.
  { path: 'electron/http', rooms: kit, packages: ['node:*', '@valibot/to-json-schema'] },
  { path: 'electron/gateway', rooms: ['electron/http', 'electron/core/app', ...kit], packages: ['node:*', 'hono', '@hono/node-server', 'ws', '@peculiar/x509', 'reflect-metadata', 'valibot'] },
  { path: 'electron/browser-host', rooms: ['electron/http', 'electron/gateway', 'electron/core/app', 'electron/core/readers', ...kit], packages: ['node:*', 'hono', '@hono/node-server', 'ws'] },
  { path: 'electron/headless.ts', rooms: ['electron/browser-host', ...kit], packages: ['node:*'] },
  { path: 'electron/shell', rooms: ['electron/gateway', 'electron/core/app', 'electron/core/readers', ...kit], packages: ['node:*', 'electron', 'electron-log', 'valibot'] },
  { path: 'electron/main.ts', rooms: ['electron/shell'], packages: ['electron', 'node:*'] },
  { path: 'electron/preload.ts', rooms: ['electron/shell'], packages: ['electron'] },
  {
    path: 'renderer',
    rooms: ['shared'],
    packages: ['react', 'react-dom', '@heroui/react', '@heroui/styles', 'react-aria-components', 'zustand', 'i18next', 'react-i18next', '@tanstack/react-virtual', 'lucide-react', 'qr', '@fontsource-variable/inter', 'valibot', 'temporal-polyfill'],
  },
]

/** Features of the domain from the ground up: each may import those on lower floors only. */
export const floors: readonly (readonly string[])[] = [
  ['tables', 'documents'],
  ['audit', 'administrators'],
  ['settings', 'stations', 'definitions'],
  ['qualifications', 'reader-settings'],
  // What is asked of duty everywhere, the roll included: who is DDS, who may hold lockup, whom a duty still needs. Reads only.
  ['duty'],
  ['members'],
  ['badges', 'roll'],
  ['accounts', 'alerts', 'calendar', 'proofs'],
  ['schedule', 'training', 'kiosk', 'gateway'],
  ['visitors', 'events', 'attendance'],
  ['presence'],
  ['history', 'lockup', 'muster'],
  ['dds', 'duty-log'],
  ['simulation', 'jobs'],
  ['reports', 'backups', 'disk-room', 'offline', 'server'],
]

/** Packages that exactly these rooms may load, wherever else the table might seem to allow it. */
export const guarded: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/shell', 'electron/main.ts', 'electron/preload.ts'],
  '@electric-sql/pglite': ['electron/core/db'],
  pdfmake: ['electron/core/domain/documents'],
  'node-hid': ['electron/core/readers/drivers'],
  koffi: ['electron/core/readers/drivers'],
  '@peculiar/x509': ['electron/gateway'],
  serialport: ['electron/core/readers/drivers'],
}

/** Which packages are installed with Sentinel, and under which licences. Pure. */

export interface Licensed {
  readonly name: string
  readonly version: string
  /** As its author writes it (SPDX), or `unknown`. */
  readonly licence: string
}
interface LockEntry {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** Development dependencies whose code or pictures are built into the windows: they are installed with Sentinel without being packed. */
export const builtIn: readonly string[] = ['@fontsource-variable/inter', '@heroui/react', '@heroui/styles', '@tanstack/react-virtual', 'lucide-react', 'qr', 'react', 'react-aria-components', 'react-dom', 'react-i18next', 'tailwindcss', 'zustand']

/** SECURITY: no licence that asks for our source, or that nobody has read, comes in with an update unseen. */
export const agreedLicences: readonly string[] = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', '0BSD', 'Zlib', 'X11', 'OFL-1.1']

/** True when every part that is joined by AND, or one that is joined by OR, was agreed to. */
export function isAgreed(licence: string): boolean {
  const words = licence.replace(/^\((.*)\)$/, '$1')
  if (/\sAND\s/.test(words)) return words.split(/\s+AND\s+/).every(isAgreed)
  if (/\sOR\s/.test(words)) return words.split(/\s+OR\s+/).some(isAgreed)
  return agreedLicences.includes(words)
}

/** Where Node looks for `name` from the package at `from`: beside it, then further out. */
function resolveEntry(packages: Readonly<Record<string, LockEntry>>, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[path] !== undefined) return path
    if (folder === '') return undefined
  }
}

/**
 * What package.json's dependencies and `builtIn` lead to, by name. What is only offered to a package as a peer is not packed and not here.
 * @param lock the text of package-lock.json
 * @param read a file of the checkout, or undefined where there is none: asked for the licence of a package that names none
 */
export function productionPackages(lock: string, read: (path: string) => string | undefined): Licensed[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, LockEntry> }
  const found = new Map<string, Licensed>()
  const walk = (path: string): void => {
    const { dependencies = {}, optionalDependencies = {} } = packages[path] ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) visit(path, name)
  }
  const visit = (from: string, name: string): void => {
    const path = resolveEntry(packages, from, name)
    if (path === undefined || found.has(path)) return
    const { version = '', license } = packages[path] ?? {}
    // The MIT licence's own words, in a package whose author named none.
    const named = license ?? (read(`${path}/LICENSE`)?.includes('Permission is hereby granted, free of charge') === true ? 'MIT' : 'unknown')
    found.set(path, { name, version, licence: named })
    walk(path)
  }
  walk('')
  for (const name of builtIn) visit('', name)
  return [...found.values()].toSorted((a, b) => (a.name === b.name ? a.version.localeCompare(b.version, 'en') : a.name < b.name ? -1 : 1))
}

export const refusedLicences = (packages: readonly Licensed[]): Licensed[] => packages.filter(({ licence }) => !isAgreed(licence))

/** docs/licences.md. */
export function licencePage(packages: readonly Licensed[]): string {
  const rows = packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`)
  return `# Licences

What is installed with Sentinel, beside Electron (MIT) and the parts of Chromium that it brings (their licences lie in its own folder). Written by \`npm run licences\` from \`package-lock.json\`; a test fails when it is not up to date, or when a licence is not among those agreed to: ${agreedLicences.join(', ')}. What the windows are built from is listed as well, with all that it asks for.

| Package | Version | Licence |
|---|---|---|
${rows.join('\n')}
`
}

/** SECURITY: what must not be in an installed Sentinel at all (domain.md 4.24 ▶). */

/** Defined by the build of an installed application alone (electron.vite.config.ts). */
declare const SENTINEL_PACKAGED: true | undefined

/**
 * Loads the simulation; undefined where it was compiled out. The condition must stand here in full: the bundler then
 * drops the import, and with it every file that only the simulation needs.
 */
export const loadSimulation = typeof SENTINEL_PACKAGED === 'undefined' ? () => import('../domain/simulation/index.ts') : undefined

import type { Caller } from '../../../shared/domain/access.ts'

export type WindowKind = 'desk' | 'kiosk'

/**
 * What a window may do by itself, while nobody is signed in: scan, and show what a wall display shows. Only the desk gets
 * the rights of the one who signs in there (domain.md 4.22); the kiosk never does.
 */
export const windowCaller = (kind: WindowKind, stationId: string): Caller => ({ kind, id: kind, stationId, scopes: ['display', 'device'], person: null, level: 0, liveDds: false })

import type { Caller } from '../../../shared/domain/access.ts'

export type WindowKind = 'desk' | 'kiosk' | 'wall'

const scopesOf: Readonly<Record<WindowKind, Caller['scopes']>> = { desk: ['display', 'device', 'desk'], kiosk: ['display', 'device'], wall: ['display'] }

/**
 * What a window may do by itself, while nobody is signed in: scan, and show what a wall display shows; the wall display only
 * shows. Only the desk gets the rights of the one who signs in there (domain.md 4.22); the others never do.
 */
export const windowCaller = (kind: WindowKind, stationId: string): Caller => ({ kind: kind === 'wall' ? 'display' : kind, id: kind, stationId, scopes: scopesOf[kind], person: null, level: 0, liveDds: false })

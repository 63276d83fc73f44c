/** Invented movements of one person on one day. */
import type { Details, Movement } from '../movement-words.ts'

const person = { id: 'p', displayName: 'S1 Roy, A', rank: 'S1', firstName: 'A', lastName: 'Roy', serviceNumber: 'V1', division: null }
export const at = (hour: number): string => new Date(Date.UTC(2026, 10, 24, hour)).toISOString()
export const move = (id: string, direction: 'in' | 'out', hour: number, more: Partial<Movement> = {}): Movement => ({ id, seq: hour, at: at(hour), recordedAt: at(hour), direction, person, stationId: 'front-door', stationName: 'Front door', reader: null, method: 'badge', flagged: false, flagReason: null, voided: false, entered: null, ended: null, ...more })
export const by = { at: at(20), actorName: 'PO1 Boss, A', reason: 'phoned in' }
export const neighbour = (id: string, direction: 'in' | 'out', hour: number): NonNullable<Details['before']> => ({ id, seq: hour, direction, at: at(hour), stationName: 'Front door' })

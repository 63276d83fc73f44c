import { create } from 'zustand'
import type { Need } from '../../../shared/domain/access.ts'

export const rooms = ['desk', 'visitors', 'events', 'duty', 'log', 'schedule', 'training', 'history', 'members', 'badges', 'reports', 'muster', 'readers', 'admin'] as const
export type Room = (typeof rooms)[number]

/** What a room shows, in the terms of the calls that fill it. */
export const roomNeeds: Readonly<Record<Room, Need>> = { desk: 'display', visitors: 'quartermaster', events: 'quartermaster', duty: 'basic', log: 'basic', schedule: 'basic', training: 'basic', history: 'quartermaster', members: 'quartermaster', badges: 'quartermaster', reports: 'commandOrDds', muster: 'quartermasterOrDds', readers: 'display', admin: 'admin' }

/** Where in the desk window the person is, and what they look for among those inside. */
export const useRoom = create<{ room: Room; find: string; division: string | null }>(() => ({ room: 'desk', find: '', division: null }))

import { create } from 'zustand'

export const rooms = ['desk', 'history', 'members', 'badges', 'reports', 'readers', 'admin'] as const
export type Room = (typeof rooms)[number]

/** Where in the desk window the person is, and what they look for among those inside. */
export const useRoom = create<{ room: Room; find: string; division: string | null }>(() => ({ room: 'desk', find: '', division: null }))

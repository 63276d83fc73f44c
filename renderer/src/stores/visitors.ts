/** What the visitors' room shows, kept while a person looks into another room; `changes` counts what the core said. */
import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { visitors } from '../../../shared/contract/visitors.ts'
import { useRoom } from './room.ts'

export type Visit = OutputOf<typeof visitors.get>
export type ExpectedVisit = OutputOf<typeof visitors.expected>['expected'][number]

export const visitorSections = ['inside', 'expected', 'history', 'passes'] as const
export type VisitorSection = (typeof visitorSections)[number]

/** What is open over the room. */
export type VisitorDialog =
  | { readonly kind: 'signIn'; readonly expected?: ExpectedVisit }
  | { readonly kind: 'signOut'; readonly visitId: string }
  | { readonly kind: 'lend'; readonly visit: Visit }
  | { readonly kind: 'details'; readonly visit: Visit }
  | { readonly kind: 'edit'; readonly visitId: string }
  | { readonly kind: 'expect' }
  /** A pass that was printed before: `copy` is what the next paper would be. */
  | { readonly kind: 'printAgain'; readonly visit: Pick<Visit, 'id' | 'displayName'>; readonly copy: number }

interface VisitorsView {
  readonly changes: number
  readonly section: VisitorSection
  readonly find: string
  readonly dialog: VisitorDialog | null
}
export const useVisitors = create<VisitorsView>(() => ({ changes: 0, section: 'inside', find: '', dialog: null }))

export const visitorsChanged = (): void => useVisitors.setState(({ changes }) => ({ changes: changes + 1 }))
export const openVisitorDialog = (dialog: VisitorDialog): void => useVisitors.setState({ dialog })
export const closeVisitorDialog = (): void => useVisitors.setState({ dialog: null })

/** The list of who is inside, to sign one of them out. */
export function showVisitorsInside(): void {
  useRoom.setState({ room: 'visitors' })
  useVisitors.setState({ section: 'inside', find: '' })
}

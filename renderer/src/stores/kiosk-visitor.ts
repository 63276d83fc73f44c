/** What a visitor does at the kiosk by themselves (screens.md 1.5). What they have typed is the form's own and goes with it. */
import { create } from 'zustand'
import { useKiosk } from './kiosk.ts'

export type VisitorFlow = 'signIn' | 'leaving'

interface KioskVisitor {
  /** Null = nobody is at it. */
  readonly flow: VisitorFlow | null
  /** How many badges a keyboard reader has read: its keys are not the visitor's. */
  readonly badges: number
}
export const useKioskVisitor = create<KioskVisitor>(() => ({ flow: null, badges: 0 }))

export const beginVisit = (flow: VisitorFlow): void => useKioskVisitor.setState({ flow })
export const endVisit = (): void => useKioskVisitor.setState({ flow: null })
export const badgeHeard = (): void => useKioskVisitor.setState(({ badges }) => ({ badges: badges + 1 }))

/** Whoever was looking for themselves in the list has held up their pass instead: the card says the rest. */
useKiosk.subscribe(({ card }, before) => {
  if (card !== before.card && card?.outcome === 'visitor_out' && useKioskVisitor.getState().flow === 'leaving') endVisit()
})

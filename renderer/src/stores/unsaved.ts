/** What has been typed into a room's form and not saved: whoever leads out of the room asks first. */
import { create } from 'zustand'

interface Unsaved {
  readonly isUnsaved: boolean
  /** Where the person was going when they were asked; null = they are not being asked. */
  readonly going: (() => void) | null
}

export const useUnsaved = create<Unsaved>(() => ({ isUnsaved: false, going: null }))

/** Goes, or asks first where something would be lost. */
export function leave(go: () => void): void {
  if (useUnsaved.getState().isUnsaved) useUnsaved.setState({ going: go })
  else go()
}

/** The person's answer to what `leave` asked. */
export function answerLeaving(goes: boolean): void {
  const { going } = useUnsaved.getState()
  useUnsaved.setState({ going: null, ...(goes && { isUnsaved: false }) })
  if (goes) going?.()
}

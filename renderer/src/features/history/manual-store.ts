/** Signing somebody in or out by hand: from anywhere, and only for who may (domain.md 4.2). */
import { create } from 'zustand'
import { mayNow, useSession } from '../../stores/session.ts'
import { openDialog } from '../accounts/dialog-store.ts'
import type { Kind } from './manual-draft.ts'

export interface ManualRequest {
  readonly person?: { readonly id: string; readonly displayName: string }
  readonly kind?: Kind
}

export const useManual = create<{ request: ManualRequest | null }>(() => ({ request: null }))

/** Opens the dialog, or asks who is at the desk first. */
export function openManual(request: ManualRequest = {}): void {
  if (mayNow('quartermaster')) useManual.setState({ request })
  else openDialog(useSession.getState().state?.session?.locked === true ? 'unlock' : 'signIn')
}

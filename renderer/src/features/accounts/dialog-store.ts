import { create } from 'zustand'

/** What the desk asks of the person at it. */
export type AccountDialog = 'signIn' | 'unlock' | 'changePin' | null

export const useAccountDialog = create<{ open: AccountDialog }>(() => ({ open: null }))
export const openDialog = (open: AccountDialog): void => useAccountDialog.setState({ open })

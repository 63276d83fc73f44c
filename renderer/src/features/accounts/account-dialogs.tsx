import { ChangePinDialog } from './change-pin-dialog.tsx'
import { useAccountDialog } from './dialog-store.ts'
import { SignInDialog } from './sign-in-dialog.tsx'
import { UnlockDialog } from './unlock-dialog.tsx'

/** The one that is open: each begins empty, so that nothing of the last person is left in it. */
export function AccountDialogs() {
  const open = useAccountDialog((state) => state.open)
  switch (open) {
    case 'signIn':
      return <SignInDialog />
    case 'unlock':
      return <UnlockDialog />
    case 'changePin':
      return <ChangePinDialog />
    case null:
      return null
  }
}

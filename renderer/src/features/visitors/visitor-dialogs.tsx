import { useVisitors } from '../../stores/visitors.ts'
import { DetailsDialog } from './details-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { ExpectDialog, LendDialog, SignOutDialog } from './other-dialogs.tsx'
import { PrintAgainDialog } from './print-again-dialog.tsx'
import { SignInDialog } from './sign-in-dialog.tsx'

/** The dialog that is asked for from wherever: each begins empty. */
export function VisitorDialogs() {
  const dialog = useVisitors((state) => state.dialog)
  switch (dialog?.kind) {
    case 'signIn':
      return <SignInDialog expected={dialog.expected} />
    case 'signOut':
      return <SignOutDialog visitId={dialog.visitId} />
    case 'lend':
      return <LendDialog visit={dialog.visit} />
    case 'details':
      return <DetailsDialog visit={dialog.visit} />
    case 'edit':
      return <EditDialog visitId={dialog.visitId} />
    case 'expect':
      return <ExpectDialog />
    case 'printAgain':
      return <PrintAgainDialog visit={dialog.visit} copy={dialog.copy} />
    case undefined:
      return null
  }
}

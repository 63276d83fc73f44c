import { ImportWizard } from './import/import-wizard.tsx'
import { useWizard } from './import/wizard-store.ts'
import { MemberList } from './member-list.tsx'

/** The roll, and the way it comes in. */
export const MembersRoom = () => (useWizard((state) => state.open) ? <ImportWizard /> : <MemberList />)

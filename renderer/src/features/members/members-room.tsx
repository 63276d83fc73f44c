import { useState } from 'react'
import { ImportWizard } from './import/import-wizard.tsx'
import { MemberList } from './member-list.tsx'

/** The roll, and the way it comes in. */
export function MembersRoom() {
  const [importing, setImporting] = useState(false)
  return importing ? <ImportWizard onClose={() => setImporting(false)} /> : <MemberList onImport={() => setImporting(true)} />
}

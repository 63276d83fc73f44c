import { useEffect, useRef } from 'react'
import { ImportWizard } from './import/import-wizard.tsx'
import { useWizard } from './import/wizard-store.ts'
import { MemberList } from './member-list.tsx'

/** The roll, and the way it comes in. */
export function MembersRoom() {
  const importing = useWizard((state) => state.open)
  const wasImporting = useRef(importing)
  const comesBack = wasImporting.current && !importing
  useEffect(() => {
    wasImporting.current = importing
  }, [importing])
  return importing ? <ImportWizard /> : <MemberList focusImport={comesBack} />
}

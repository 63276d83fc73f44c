import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { CoverDialog } from './cover-dialog.tsx'
import { closeDuty, useDutyDialog } from './dialog-store.ts'
import { HandDialog } from './hand-dialog.tsx'
import { LockUpDialog } from './lock-up-dialog.tsx'

/** The one that is open: each begins anew. */
export function DutyDialogs() {
  const open = useDutyDialog((state) => state.open)
  if (open === null) return null
  if (open.kind === 'lockUp') return <LockUpDialog />
  if (open.kind === 'cover') return <CoverDialog person={open.person} />
  return open.kind === 'release' ? <ReleaseDialog /> : <HandDialog key={open.hand} hand={open.hand} />
}

function ReleaseDialog() {
  const { t } = useTranslation(['duty', 'common'])
  const [problem, setProblem] = useState<Refused | null>(null)
  const release = async (): Promise<void> => {
    const result = await api().dds.release({})
    if (result.ok) closeDuty()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={t('dds.release')}
      isOpen
      onClose={closeDuty}
      size="sm"
      footer={
        <>
          <Button onPress={closeDuty}>{t('common:cancel')}</Button>
          <Button variant="danger" onPress={() => void release()}>
            {t('dds.release')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{t('dds.releaseText')}</p>
        <Refusal of={problem} />
      </div>
    </Dialog>
  )
}

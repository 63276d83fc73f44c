import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import type { DutyRole } from '../../../stores/schedule.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'

/** What a duty is called, and what it is for. */
export function RoleDialog({ role, onClose }: { role: DutyRole; onClose: () => void }) {
  const { t } = useTranslation('schedule')
  const [name, setName] = useState(role.name)
  const [nameFr, setNameFr] = useState(role.nameFr ?? '')
  const [description, setDescription] = useState(role.description ?? '')
  const [tried, setTried] = useState(false)
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text)
  return (
    <FormDialog title={t('holidays.changeNamed', { name: role.name })} onTry={() => setTried(true)} onClose={onClose} save={name.trim() === '' ? null : () => api().schedule.updateRole({ role: role.code, name, nameFr: orNull(nameFr), description: orNull(description) })}>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField label={t('holidays.nameEn')} value={name} onChange={setName} error={tried && name.trim() === '' ? t('needed') : undefined} maxLength={100} autoFocus />
        <TextField label={t('holidays.nameFr')} hint={t('holidays.nameFrHint')} value={nameFr} onChange={setNameFr} maxLength={100} />
      </div>
      <TextField label={t('event.field.description')} value={description} onChange={setDescription} maxLength={500} />
    </FormDialog>
  )
}

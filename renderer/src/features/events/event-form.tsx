import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { closeEventDialog, openEventPage, type AccessEvent } from '../../stores/events.ts'
import { useSystem } from '../../stores/system.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { draftOf, faultOf, isGood, toFields, withCode, withName, withStart } from './event-draft.ts'
import { RolesField } from './roles-field.tsx'

/** Begins or changes an event. @param event null = a new one */
export function EventForm({ event }: { event: AccessEvent | null }) {
  const { t } = useTranslation('events')
  const today = useSystem((state) => state.status?.operationalDate) ?? ''
  // What somebody else changes meanwhile is refused and not written over.
  const [before] = useState(event)
  const [draft, setDraft] = useState(() => draftOf(event, today))
  const [tried, setTried] = useState(false)
  const error = (field: Parameters<typeof faultOf>[1]): string | undefined => {
    const fault = tried ? faultOf(draft, field) : undefined
    return fault === undefined ? undefined : t(`needed.${fault}`)
  }
  const save = async () => {
    if (before !== null) return api().events.update({ eventId: before.id, basedOn: before.updatedAt, ...toFields(draft) })
    const result = await api().events.create(toFields(draft))
    if (result.ok) openEventPage(result.value.id)
    return result
  }
  return (
    <FormDialog title={before === null ? t('new.title') : t('edit.title', { name: before.name })} size="wide" {...(before === null && { confirm: t('new.confirm') })} save={isGood(draft) ? save : null} onTry={() => setTried(true)} onClose={closeEventDialog}>
      <TextField label={t('field.name')} value={draft.name} onChange={(name) => setDraft(withName(draft, name))} maxLength={200} autoFocus autoComplete="off" error={error('name')} />
      <div className="grid grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,1fr)] items-start gap-3">
        <TextField label={t('field.code')} hint={t('field.codeHint')} value={draft.code} onChange={(code) => setDraft(withCode(draft, code))} maxLength={50} autoComplete="off" error={error('code')} />
        <TextField label={t('field.start')} hint={t('field.dateHint')} value={draft.startDate} onChange={(date) => setDraft(withStart(draft, date))} maxLength={10} autoComplete="off" error={error('startDate')} />
        <TextField label={t('field.end')} hint={t('field.dateHint')} value={draft.endDate} onChange={(endDate) => setDraft({ ...draft, endDate })} maxLength={10} autoComplete="off" error={error('endDate')} />
      </div>
      <TextAreaField label={t('field.description')} value={draft.description} onChange={(description) => setDraft({ ...draft, description })} rows={2} maxLength={1000} />
      <RolesField roles={draft.roles} onChange={(roles) => setDraft({ ...draft, roles })} />
      <CheckField label={t('field.autoExpire')} hint={t('field.autoExpireHint')} isSelected={draft.autoExpireBadges} onChange={(autoExpireBadges) => setDraft({ ...draft, autoExpireBadges })} />
    </FormDialog>
  )
}

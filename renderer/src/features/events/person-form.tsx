import { attendeeName } from '../../../../shared/domain/access-events.ts'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { closeEventDialog, type AccessEvent, type Attendee } from '../../stores/events.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { SuggestField } from '../../ui/suggest-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PersonField } from '../accounts/person-field.tsx'
import { draftOf, faultOf, isGood, nextAfter, toFields, type PersonDraft } from './person-draft.ts'
import { useEventWords, useRoles } from './words.ts'

interface Props {
  readonly event: AccessEvent
  /** Null = somebody new. */
  readonly attendee: Attendee | null
  /** Those that somebody on the list is of already. */
  readonly organizations: readonly string[]
}

/** Puts somebody on the list of an event, one after the other, or changes what is said of them. */
export function PersonForm({ event, attendee, organizations }: Props) {
  const { t } = useTranslation('events')
  const { days, role } = useEventWords()
  const own = useRoles(event)
  // What somebody else changes meanwhile is refused and not written over.
  const [before] = useState(attendee)
  const [draft, setDraft] = useState(() => draftOf(attendee, own[0] ?? ''))
  const [tried, setTried] = useState(false)
  /** Who was added before this one. */
  const [added, setAdded] = useState('')
  const nameField = useRef<HTMLInputElement>(null)
  const put = (change: Partial<PersonDraft>): void => setDraft((held) => ({ ...held, ...change }))
  const error = (field: Parameters<typeof faultOf>[1]): string | undefined => {
    const fault = tried ? faultOf(draft, field, event) : undefined
    return fault === undefined ? undefined : t(`personNeeded.${fault}`)
  }
  const save = async () => {
    if (before !== null) return api().events.updateAttendee({ attendeeId: before.id, basedOn: before.updatedAt, ...toFields(draft) })
    const result = await api().events.addAttendee({ eventId: event.id, ...toFields(draft) })
    if (result.ok) setAdded(attendeeName(result.value))
    return result
  }
  const goOn = (): void => {
    setDraft(nextAfter(draft))
    setTried(false)
    nameField.current?.focus()
  }
  const roles = own.includes(draft.role) || draft.role === '' ? own : [draft.role, ...own]
  const daysHint = t('personField.daysHint', { days: days(event.startDate, event.endDate) })
  return (
    <FormDialog
      title={before === null ? t('add.title') : t('change.title', { name: attendeeName(before) })}
      size="wide"
      save={isGood(draft, event) ? save : null}
      {...(before === null && { confirm: t('add.confirm'), again: { words: t('add.another'), onSaved: goOn } })}
      onTry={() => setTried(true)}
      onClose={closeEventDialog}
    >
      <p role="status" className={added === '' ? 'sr-only' : 'text-in'}>
        {added === '' ? '' : t('add.done', { name: added })}
      </p>
      {draft.isMember ? (
        <div className="grid gap-1">
          <PersonField label={t('personField.member')} hint={t('personField.memberHint')} {...(draft.member !== null && { initial: draft.member })} autoFocus onChange={(member) => put({ member })} />
          {error('member') === undefined ? null : <p className="text-xs text-refused">{error('member')}</p>}
        </div>
      ) : (
        <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,1fr)] items-start gap-3">
          <TextField inputRef={nameField} label={t('personField.name')} placeholder={t('personField.nameHint')} value={draft.name} onChange={(name) => put({ name })} maxLength={200} autoFocus autoComplete="off" error={error('name')} />
          <TextField label={t('personField.rank')} value={draft.rank} onChange={(rank) => put({ rank })} maxLength={50} autoComplete="off" />
        </div>
      )}
      <CheckField label={t('personField.isMember')} hint={t('personField.isMemberHint')} isSelected={draft.isMember} onChange={(isMember) => put({ isMember, member: null })} />
      <div className="grid grid-cols-2 items-start gap-3">
        <SuggestField label={t('personField.organization')} placeholder={t('personField.organizationHint')} value={draft.organization} onChange={(organization) => put({ organization })} suggestions={organizations} maxLength={200} error={error('organization')} />
        <SelectField label={t('personField.role')} value={draft.role} onChange={(next) => put({ role: next })} options={roles.map((name) => [name, role(name)] as const)} />
      </div>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField label={t('personField.from')} placeholder={event.startDate} hint={daysHint} value={draft.accessStart} onChange={(accessStart) => put({ accessStart })} maxLength={10} autoComplete="off" error={error('accessStart')} />
        <TextField label={t('personField.to')} placeholder={event.endDate} value={draft.accessEnd} onChange={(accessEnd) => put({ accessEnd })} maxLength={10} autoComplete="off" error={error('accessEnd')} />
      </div>
    </FormDialog>
  )
}

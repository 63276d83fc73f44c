import { attendeeName } from '../../../../shared/domain/access-events.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { closeEventDialog, type Attendee } from '../../stores/events.ts'
import { sayDone } from '../../stores/undo.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useBadges } from './use-badges.ts'

/** Lends the first badge that is free, or another one. */
export function LendDialog({ attendee }: { attendee: Attendee }) {
  const { t } = useTranslation('events')
  const { value: badges } = useBadges()
  const [badge, setBadge] = useState<string>()
  const atDesk = badges?.atDesk ?? []
  // Last those that somebody went home with: whoever holds one of them in their hand can lend it.
  const free = [...atDesk, ...(badges?.free ?? []).filter((one) => !atDesk.includes(one))]
  // One that somebody else took meanwhile is not lent twice.
  const chosen = free.find(({ badgeId }) => badgeId === badge) ?? free[0]
  const name = attendeeName(attendee)
  const save = async () => {
    const result = await api().events.lendBadge({ attendeeId: attendee.id, badgeId: chosen?.badgeId ?? '' })
    if (result.ok) sayDone(t('done.lent', { name, label: result.value.badge?.label ?? '' }))
    return result
  }
  return (
    <FormDialog title={t('lend.title', { name })} confirm={t('lend.confirm')} save={chosen === undefined ? null : save} onClose={closeEventDialog}>
      {badges !== null && free.length === 0 ? <p className="text-attention">{t('lend.none')}</p> : <SelectField label={t('lend.label')} value={chosen?.badgeId ?? ''} onChange={setBadge} options={free.map((one) => [one.badgeId, atDesk.includes(one) ? one.label : t('lend.out', { label: one.label })] as const)} isFirst />}
    </FormDialog>
  )
}

/** Somebody leaves the event before it ends, and hands their badge back or does not. */
export function CheckOutDialog({ attendee }: { attendee: Attendee }) {
  const { t } = useTranslation('events')
  const [isBack, setIsBack] = useState(true)
  const name = attendeeName(attendee)
  const badge = attendee.badge !== null && attendee.badge.returnedAt === null ? attendee.badge : null
  const save = async () => {
    const result = await api().events.checkOut({ attendeeId: attendee.id, badgeReturned: isBack })
    if (result.ok) sayDone(badge !== null && !isBack ? t('done.goneWithBadge', { name, label: badge.label }) : t('done.gone', { name }))
    return result
  }
  return (
    <FormDialog title={t('checkOut.title', { name })} confirm={t('checkOut.confirm')} save={save} onClose={closeEventDialog}>
      <p>
        {t('checkOut.text')} {attendee.member === null && attendee.presence?.direction === 'in' ? t('checkOut.inside') : ''}
      </p>
      {badge === null ? null : <CheckField label={t('checkOut.badgeBack', { label: badge.label })} isSelected={isBack} onChange={setIsBack} />}
      {badge === null || isBack ? null : <p className="text-attention">{t('checkOut.outstanding')}</p>}
    </FormDialog>
  )
}

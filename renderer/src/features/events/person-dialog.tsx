import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { attendeeName, isOpenEvent, takesPart, windowOf } from '../../../../shared/domain/access-events.ts'
import { api } from '../../api.ts'
import { closeEventDialog, openEventDialog, type AccessEvent, type Attendee } from '../../stores/events.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { DirectionWord } from '../history/movement-table.tsx'
import { passAttendee, takeBadgeBack } from './acts.ts'
import { Presence } from './people-table.tsx'
import { PersonState } from './state-mark.tsx'
import { useEventChanges } from './use-people.ts'
import { useEventWords } from './words.ts'

/** Everything about one attendee: what can be done with them, what was said of them, and every coming and going. */
export function PersonDialog({ event, attendeeId }: { event: AccessEvent; attendeeId: string }) {
  const { t } = useTranslation(['events', 'common'])
  const { value, problem } = useFetched(() => api().events.attendee({ attendeeId }), attendeeId, useEventChanges())
  return (
    <Dialog title={value === null ? t('common:loading') : attendeeName(value.attendee)} isOpen size="wide" onClose={closeEventDialog} footer={<Button onPress={closeEventDialog}>{t('common:close')}</Button>}>
      <div className="grid gap-4 text-ink">
        <Refusal of={problem} />
        {value === null ? null : (
          <>
            <Acts event={event} attendee={value.attendee} />
            <Facts event={event} attendee={value.attendee} />
            {value.attendee.member === null ? <Movements movements={value.movements} /> : <p className="text-ink-muted">{t('details.isMember')}</p>}
          </>
        )}
      </div>
    </Dialog>
  )
}

function Acts({ event, attendee }: { event: AccessEvent; attendee: Attendee }) {
  const { t } = useTranslation('events')
  const [problem, setProblem] = useState<Refused | null>(null)
  const isAdmin = useMay('admin') && isOpenEvent(event.status)
  const { id, member, status, badge, presence } = attendee
  const isGuest = member === null
  const isHere = takesPart(status)
  const isInside = presence?.direction === 'in'
  const hasBadge = badge !== null && badge.returnedAt === null
  const pass = async (direction: 'in' | 'out'): Promise<void> => {
    const refused = await passAttendee(id, direction)
    setProblem(refused)
    if (refused === null) closeEventDialog()
  }
  const back = async (): Promise<void> => {
    closeEventDialog()
    await takeBadgeBack({ attendeeId: id, label: badge?.label ?? '' })
  }
  const open = (kind: 'editPerson' | 'lend' | 'checkOut' | 'removePerson') => (): void => openEventDialog({ kind, attendee })
  const acts: readonly (readonly [key: string, words: string, isOffered: boolean, act: () => void])[] = [
    ['in', t('act.in'), isGuest && isHere && !isInside && event.status === 'active', () => void pass('in')],
    ['out', t('act.out'), isGuest && isInside, () => void pass('out')],
    ['lend', t(hasBadge ? 'act.lendOther' : 'act.lend'), isGuest && isHere && isOpenEvent(event.status), open('lend')],
    ['back', t('act.back'), hasBadge, () => void back()],
    ['checkOut', t('act.checkOut'), isHere && isOpenEvent(event.status), open('checkOut')],
    ['edit', t('act.edit'), isAdmin, open('editPerson')],
    ['remove', t('act.remove'), isAdmin && status === 'pending' && presence === null && badge === null, open('removePerson')],
  ]
  const offered = acts.filter(([, , isOffered]) => isOffered)
  if (offered.length === 0) return null
  return (
    <div className="grid gap-2">
      <div role="group" aria-label={attendeeName(attendee)} className="flex flex-wrap gap-2">
        {offered.map(([key, words, , act], index) => (
          <Button key={key} variant={index === 0 ? 'primary' : 'plain'} autoFocus={index === 0} onPress={act}>
            {words}
          </Button>
        ))}
      </div>
      <Refusal of={problem} />
    </div>
  )
}

function Facts({ event, attendee }: { event: AccessEvent; attendee: Attendee }) {
  const { t } = useTranslation('events')
  const { moment } = useTimes()
  const { days, role } = useEventWords()
  const { organization, status, badge, presence, member } = attendee
  const { from, to } = windowOf(attendee, event)
  const isOwn = attendee.accessStart !== null || attendee.accessEnd !== null
  const badgeWords = badge === null ? null : badge.returnedAt !== null ? t('details.badgeBack', { label: badge.label, at: moment(badge.returnedAt) }) : takesPart(status) ? t('details.badgeSince', { label: badge.label, at: moment(badge.lentAt) }) : t('details.badgeOut', { label: badge.label })
  return (
    <FactList
      facts={[
        [t('column.organization'), organization],
        [t('column.role'), role(attendee.role)],
        [t('column.state'), <PersonState key="state" state={status} />],
        [t('column.days'), t('details.days', { days: days(from, to), whose: t(isOwn ? 'details.own' : 'details.asEvent') })],
        [t('column.badge'), badgeWords],
        [t('member'), member?.displayName ?? null],
        [t('column.presence'), <Presence key="presence" presence={presence} />],
      ]}
    />
  )
}

type Movement = OutputOf<typeof events.attendee>['movements'][number]

function Movements({ movements }: { movements: readonly Movement[] }) {
  const { t } = useTranslation('events')
  const { moment } = useTimes()
  const how = ({ method, actorName }: Movement): string => (method === 'desk' ? t('method.desk', { name: actorName }) : method === 'badge' || method === 'lockup_sequence' || method === 'daily_reset' ? t(`method.${method}`) : method)
  return (
    <section aria-labelledby="event-movements">
      <h3 id="event-movements" className="label-caps mb-1">
        {t('details.movements')}
      </h3>
      {movements.length === 0 ? (
        <p className="text-ink-muted">{t('details.none')}</p>
      ) : (
        <ul tabIndex={0} aria-labelledby="event-movements" className="max-h-44 overflow-y-auto rounded-lg border border-line">
          {movements.map((movement) => (
            <li key={`${movement.at} ${movement.direction} ${movement.isVoided}`} className={`grid grid-cols-[72px_132px_minmax(0,1fr)] items-center gap-2 border-b border-line px-3 py-1 last:border-b-0 ${movement.isVoided ? 'text-ink-muted line-through' : ''}`}>
              <DirectionWord direction={movement.direction} />
              <time dateTime={movement.at}>{moment(movement.at)}</time>
              <span className="min-w-0 wrap-break-word text-ink-muted">
                {t('details.by', { station: movement.stationName, how: how(movement) })}
                {movement.isVoided ? ` · ${t('details.voided')}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

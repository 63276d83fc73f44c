import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { takesPart, windowOf } from '../../../../shared/domain/access-events.ts'
import { openEventDialog, useEvents, type AccessEvent, type Attendee } from '../../stores/events.ts'
import { Chip } from '../../ui/chip.tsx'
import { useTimes } from '../../ui/time.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { DirectionWord } from '../history/movement-table.tsx'
import { focusIfLost } from './focus-if-lost.ts'
import { PersonState } from './state-mark.tsx'
import { useEventWords } from './words.ts'

export const peopleTableId = 'event-people'

/** Who takes part, and who of them is here: arrows move, Enter and a click open what can be done. */
export function PeopleTable({ event, people }: { event: AccessEvent; people: readonly Attendee[] }) {
  const { t } = useTranslation('events')
  const { days, role } = useEventWords()
  const picked = useEvents((state) => state.person)
  useEffect(() => focusIfLost(peopleTableId), [])
  return (
    <VirtualTable
      id={peopleTableId}
      label={t('people.label', { name: event.name })}
      rows={people}
      rowKey={({ id }) => id}
      pick={{ key: picked, onPick: (key) => useEvents.setState({ person: String(key) }), onOpen: ({ id }) => openEventDialog({ kind: 'person', attendeeId: id }) }}
      columns={[
        {
          key: 'name',
          title: t('column.name'),
          width: 'minmax(170px, 2.2fr)',
          renderCell: ({ rank, name, member, status }) => (
            <span className={takesPart(status) ? '' : 'text-ink-muted'}>
              {rank === null ? null : <span className="text-ink-muted">{rank} </span>}
              <b className="font-semibold">{name}</b> {member === null ? null : <Chip>{t('member')}</Chip>}
            </span>
          ),
        },
        { key: 'organization', title: t('column.organization'), width: 'minmax(120px, 1.6fr)', renderCell: ({ organization }) => <span className="text-ink-muted">{organization}</span> },
        { key: 'role', title: t('column.role'), width: 'minmax(90px, 0.9fr)', renderCell: (attendee) => role(attendee.role) },
        { key: 'state', title: t('column.state'), width: '136px', renderCell: ({ status }) => <PersonState state={status} /> },
        {
          key: 'days',
          title: t('column.days'),
          width: '152px',
          renderCell: (attendee) => {
            const { from, to } = windowOf(attendee, event)
            const isOwn = attendee.accessStart !== null || attendee.accessEnd !== null
            return <span className={isOwn ? 'font-medium' : 'text-ink-muted'}>{days(from, to)}</span>
          },
        },
        { key: 'badge', title: t('column.badge'), width: '86px', renderCell: (attendee) => <Badge attendee={attendee} /> },
        { key: 'presence', title: t('column.presence'), width: '166px', renderCell: ({ presence }) => <Presence presence={presence} /> },
      ]}
    />
  )
}

/** The badge that they have; amber where they should have it no more. */
function Badge({ attendee: { badge, status } }: { attendee: Attendee }) {
  if (badge === null || badge.returnedAt !== null) return <span className="text-ink-muted">–</span>
  return takesPart(status) ? <b className="font-semibold">{badge.label}</b> : <Chip tone="attention">{badge.label}</Chip>
}

/** In or out since when: colour, shape and word. */
export function Presence({ presence }: Pick<Attendee, 'presence'>) {
  const { t } = useTranslation('events')
  const { moment } = useTimes()
  const { when } = useEventWords()
  if (presence === null) return <span className="text-ink-muted">{t('presence.never')}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-2" title={`${moment(presence.at)} · ${presence.stationName}`}>
      <DirectionWord direction={presence.direction} />
      <span className={`whitespace-nowrap ${presence.direction === 'in' ? '' : 'text-ink-muted'}`}>{when(presence.at)}</span>
    </span>
  )
}

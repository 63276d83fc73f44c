import { Pencil, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { useSchedule, type DutyRole, type DutySeat } from '../../../stores/schedule.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useFetched } from '../../../ui/use-fetched.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import type { EventType } from '../../schedule/events/event-words.ts'
import { useWords } from '../../schedule/schedule-view.ts'
import { EventTypeDialog } from './event-type-dialog.tsx'
import { RoleDialog } from './role-dialog.tsx'
import { SeatDialog } from './seat-dialog.tsx'

type Asked = { readonly ask: 'seat'; readonly seat: DutySeat } | { readonly ask: 'role'; readonly role: DutyRole } | { readonly ask: 'type'; readonly type: EventType | null } | { readonly ask: 'removeType'; readonly type: EventType }

/** What rosters and the calendar are made of: duties with their seats, and the kinds of events. */
export function DutiesSection() {
  const { t } = useTranslation('schedule')
  const changes = useSchedule((state) => state.changes)
  const roles = useFetched(() => api().schedule.roles({}), 'roles', [changes])
  const types = useFetched(() => api().calendar.eventTypes({}), 'types', [changes])
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = (): void => setAsked(null)
  const failed = roles.problem ?? types.problem
  if (failed !== null) return <EmptyState title={refusalWords(failed).message} text={refusalWords(failed).howToFix} action={<Button onPress={() => (roles.retry(), types.retry())}>{t('retry')}</Button>} />
  if (roles.value === null || types.value === null)
    return (
      <p role="status" className="p-3 text-ink-muted">
        {t('loading')}
      </p>
    )
  return (
    <div className="grid h-full min-h-0 content-start gap-5 overflow-y-auto p-3">
      {roles.value.roles.map((role) => (
        <RoleTable key={role.code} role={role} onRole={() => setAsked({ ask: 'role', role })} onSeat={(seat) => setAsked({ ask: 'seat', seat })} />
      ))}
      <TypeTable types={types.value.types} onAdd={() => setAsked({ ask: 'type', type: null })} onChange={(type) => setAsked({ ask: 'type', type })} onRemove={(type) => setAsked({ ask: 'removeType', type })} />
      {asked?.ask === 'seat' ? <SeatDialog seat={asked.seat} onClose={close} /> : null}
      {asked?.ask === 'role' ? <RoleDialog role={asked.role} onClose={close} /> : null}
      {asked?.ask === 'type' ? <EventTypeDialog type={asked.type} onClose={close} /> : null}
      {asked?.ask === 'removeType' ? (
        <ConfirmDialog title={t('kinds.removeTitle', { name: asked.type.name })} text={t('kinds.removeText')} confirm={t('holidays.remove')} isGrave act={() => api().calendar.removeEventType({ typeId: asked.type.id })} onClose={close} />
      ) : null}
    </div>
  )
}

const Heading = ({ title, about, children }: { title: string; about: string; children: ReactNode }) => (
  <div className="flex items-center gap-3 pb-1.5">
    <div className="min-w-0 flex-1">
      <h2 className="text-[15px] font-semibold">{title}</h2>
      <p className="text-xs text-ink-muted">{about}</p>
    </div>
    {children}
  </div>
)

const Head = ({ columns }: { columns: readonly string[] }) => (
  <thead>
    <tr className="label-caps h-8 border-b border-line text-left">
      {columns.map((column) => (
        <th key={column} scope="col" className="px-3 font-semibold">
          {column}
        </th>
      ))}
      <th scope="col" className="w-20" aria-hidden />
    </tr>
  </thead>
)

function RoleTable({ role, onRole, onSeat }: { role: DutyRole; onRole: () => void; onSeat: (seat: DutySeat) => void }) {
  const { t, named } = useWords()
  return (
    <section aria-label={named(role)}>
      <Heading title={named(role)} about={role.description ?? t(role.kind === 'single' ? 'seats.single' : 'seats.team')}>
        <Button size="sm" onPress={onRole}>
          {t('seats.changeRole')}
        </Button>
      </Heading>
      {role.positions.length === 0 ? null : (
        <table className="w-full border-collapse rounded-lg border border-line">
          <Head columns={[t('event.field.code'), t('holidays.nameEn'), t('holidays.nameFr'), t('event.field.slots'), t('seats.required'), t('seats.qualification')]} />
          <tbody>
            {role.positions.map((seat) => (
              <tr key={seat.id} className="h-[35px] border-b border-line">
                <td className="px-3 font-mono text-xs">{seat.code}</td>
                <td className="px-3 font-semibold">{seat.name}</td>
                <td className="px-3">{seat.nameFr ?? ''}</td>
                <td className="px-3">{seat.maxSlots}</td>
                <td className="px-3">{t(seat.isRequired ? 'seats.yes' : 'seats.no')}</td>
                <td className="px-3">{seat.qualification ?? t('seats.anybody')}</td>
                <td className="px-2 text-right">
                  <IconButton label={t('holidays.changeNamed', { name: named(seat) })} onPress={() => onSeat(seat)}>
                    <Pencil aria-hidden size={16} />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface TypeTableProps {
  readonly types: readonly EventType[]
  readonly onAdd: () => void
  readonly onChange: (type: EventType) => void
  readonly onRemove: (type: EventType) => void
}

function TypeTable({ types, onAdd, onChange, onRemove }: TypeTableProps) {
  const { t, named } = useWords()
  return (
    <section aria-label={t('kinds.title')}>
      <Heading title={t('kinds.title')} about={t('kinds.about')}>
        <Button size="sm" variant="primary" onPress={onAdd}>
          {t('kinds.add')}
        </Button>
      </Heading>
      <table className="w-full border-collapse border border-line">
        <Head columns={[t('holidays.nameEn'), t('holidays.nameFr'), t('kinds.category'), t('kinds.minutes'), t('kinds.watch'), t('kinds.positions'), t('kinds.uses')]} />
        <tbody>
          {types.map((type) => (
            <tr key={type.id} className="h-[35px] border-b border-line">
              <td className="px-3 font-semibold">{type.name}</td>
              <td className="px-3">{type.nameFr ?? ''}</td>
              <td className="px-3 text-ink-muted">{t(`event.categories.${type.category}`)}</td>
              <td className="px-3">{type.defaultDurationMinutes}</td>
              <td className="px-3">{t(type.requiresDutyWatch ? 'seats.yes' : 'seats.no')}</td>
              <td className="px-3 text-ink-muted">{type.extraPositions.map(({ code, maxSlots }) => (maxSlots > 1 ? `${code} ×${maxSlots}` : code)).join(', ')}</td>
              <td className="px-3">{type.uses}</td>
              <td className="px-2 text-right whitespace-nowrap">
                <IconButton label={t('holidays.changeNamed', { name: named(type) })} onPress={() => onChange(type)}>
                  <Pencil aria-hidden size={16} />
                </IconButton>
                <IconButton label={t('holidays.removeNamed', { name: named(type) })} onPress={() => onRemove(type)}>
                  <Trash2 aria-hidden size={16} />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

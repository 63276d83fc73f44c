import { ChevronLeft, ChevronRight, Pencil, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { calendar } from '../../../../../shared/contract/calendar.ts'
import { api } from '../../../api.ts'
import { useSchedule } from '../../../stores/schedule.ts'
import { useSystem } from '../../../stores/system.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Failed } from '../../../ui/failed.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useAdminSection } from '../section-store.ts'
import { HolidayDialog } from './holiday-dialog.tsx'
import { UsualDialog } from './usual-dialog.tsx'

export type Holiday = OutputOf<typeof calendar.holidays>['holidays'][number]
type Asked = { readonly ask: 'edit' | 'remove'; readonly holiday: Holiday } | { readonly ask: 'add' | 'usual' }

/** Statutory holidays year by year: which count for this unit, and those that are still to be put in. */
export function HolidaysSection() {
  const { t } = useTranslation(['schedule', 'settings', 'common'])
  const today = useSystem((state) => state.status?.operationalDate)
  const [chosen, setChosen] = useState<number | null>(null)
  const year = chosen ?? Number((today ?? '2026').slice(0, 4))
  const changes = useSchedule((state) => state.changes)
  const { value, problem, retry } = useFetched(() => api().calendar.holidays({ year }), `${year}`, [changes])
  const [asked, setAsked] = useState<Asked | null>(null)
  const region = useRef<HTMLDivElement>(null)
  const close = (): void => setAsked(null)
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-3 py-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-[15px] font-semibold">
            {t('holidays.title')} {value === null ? null : <span className="font-normal text-ink-muted">{t('holidays.count', { count: value.holidays.length, year })}</span>}
          </h2>
          <p className="text-xs text-ink-muted">
            {value?.province == null ? t('holidays.aboutFederal') : t('holidays.about', { province: t(`settings:province.${value.province}`) })}{' '}
            <button type="button" onClick={() => useAdminSection.setState({ section: 'unit' })} className="cursor-pointer text-out underline underline-offset-2">
              {t('holidays.toUnit')}
            </button>
          </p>
        </div>
        <span className="flex items-center gap-1.5">
          <IconButton label={t('holidays.earlier')} onPress={() => setChosen(Math.max(2000, year - 1))}>
            <ChevronLeft aria-hidden size={18} />
          </IconButton>
          <b aria-live="polite">{year}</b>
          <IconButton label={t('holidays.later')} onPress={() => setChosen(Math.min(2100, year + 1))}>
            <ChevronRight aria-hidden size={18} />
          </IconButton>
        </span>
        <Button onPress={() => setAsked({ ask: 'usual' })}>{t('holidays.usual', { year })}</Button>
        <Button variant="primary" onPress={() => setAsked({ ask: 'add' })}>
          {t('holidays.add')}
        </Button>
      </div>
      {value === null ? (
        problem === null ? (
          <p role="status" className="p-3 text-ink-muted">
            {t('loading')}
          </p>
        ) : (
          <Failed problem={problem} retry={retry} />
        )
      ) : value.holidays.length === 0 ? (
        <EmptyState title={t('holidays.empty', { year })} text={t('holidays.emptyText')} action={<Button onPress={() => setAsked({ ask: 'usual' })}>{t('holidays.usual', { year })}</Button>} />
      ) : (
        <div ref={region} role="region" aria-label={t('holidays.title')} tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2!">
          <HolidayTable holidays={value.holidays} onEdit={(holiday) => setAsked({ ask: 'edit', holiday })} onRemove={(holiday) => setAsked({ ask: 'remove', holiday })} />
        </div>
      )}
      {asked?.ask === 'usual' ? <UsualDialog year={year} onClose={close} /> : null}
      {asked?.ask === 'add' ? <HolidayDialog holiday={null} year={year} onClose={close} /> : null}
      {asked?.ask === 'edit' ? <HolidayDialog holiday={asked.holiday} year={year} onClose={close} /> : null}
      {asked?.ask === 'remove' ? (
        <ConfirmDialog
          title={t('holidays.removeTitle', { name: asked.holiday.name })}
          text={t('holidays.removeText')}
          confirm={t('holidays.remove')}
          isGrave
          act={() => api().calendar.removeHoliday({ holidayId: asked.holiday.id })}
          onDone={() => setTimeout(() => region.current?.focus(), 50)}
          onClose={close}
        />
      ) : null}
    </div>
  )
}

interface TableProps {
  readonly holidays: readonly Holiday[]
  readonly onEdit: (holiday: Holiday) => void
  readonly onRemove: (holiday: Holiday) => void
}

function HolidayTable({ holidays, onEdit, onRemove }: TableProps) {
  const { t, i18n } = useTranslation(['schedule', 'settings'])
  const { civilDate } = useTimes()
  return (
    <table className="w-full border-collapse">
      <thead className="sticky top-0 bg-panel">
        <tr className="label-caps h-8 border-b border-line text-left">
          {(['date', 'name', 'nameFr', 'where', 'counts'] as const).map((column) => (
            <th key={column} scope="col" className="px-3 font-semibold">
              {t(`holidays.column.${column}`)}
            </th>
          ))}
          <th scope="col" className="px-3">
            <span className="sr-only">{t('holidays.column.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {holidays.map((holiday) => {
          const { id, date, name, nameFr, province, isActive, counts } = holiday
          const shown = i18n.language === 'fr' ? (nameFr ?? name) : name
          return (
            <tr key={id} className={`h-[35px] border-b border-line ${counts ? '' : 'text-ink-muted'}`}>
              <td className="px-3 whitespace-nowrap">
                {civilDate(date)} {date.slice(0, 4)}
              </td>
              <td className="px-3">
                <b>{name}</b>
              </td>
              <td className="px-3">{nameFr ?? ''}</td>
              <td className="px-3">{province === null ? t('holidays.federal') : t(`settings:province.${province}`)}</td>
              <td className="px-3">
                <Chip tone={counts ? 'in' : 'neutral'}>{t(counts ? 'holidays.counts' : isActive ? 'holidays.elsewhere' : 'holidays.off')}</Chip>
              </td>
              <td className="px-2 text-right whitespace-nowrap">
                <IconButton label={t('holidays.changeNamed', { name: shown })} onPress={() => onEdit(holiday)}>
                  <Pencil aria-hidden size={16} />
                </IconButton>
                <IconButton label={t('holidays.removeNamed', { name: shown })} onPress={() => onRemove(holiday)}>
                  <Trash2 aria-hidden size={16} />
                </IconButton>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

import { Check, Clock, Minus, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { attendance } from '../../../../../shared/contract/attendance.ts'
import type { OutputOf, Result } from '../../../../../shared/contract/kit.ts'
import { usePresence } from '../../../stores/presence.ts'
import { useMay } from '../../../stores/session.ts'
import { useSettingsChanges } from '../../../stores/settings.ts'
import { useTraining } from '../../../stores/training.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { useNow, useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { VirtualTable } from '../../../ui/virtual-table.tsx'
import { openPersonOn } from '../../history/history-store.ts'
import { AbsenceDialog } from '../absences/absence-dialog.tsx'
import { useNumber } from './figure.tsx'
import { useSessionWords } from './session-words.ts'

type Explained = OutputOf<typeof attendance.explain>
export type Session = Explained['sessions'][number]

interface Props {
  /** Whose figure it is. */
  readonly name: string
  /** What is asked for: another one is fetched anew. */
  readonly of: string
  readonly fetch: () => Promise<Result<Explained>>
  /** What else can be done with this person. */
  readonly acts?: ReactNode
  readonly onClose: () => void
}

/** What a figure is made of: every session, whether it counted, and why. */
export function ExplainPanel({ name, of, fetch, acts, onClose }: Props) {
  const { t } = useTranslation('attendance')
  const changes = useTraining((state) => state.changes)
  const settings = useSettingsChanges((state) => state.changes)
  const revision = usePresence((state) => state.snapshot?.revision ?? 0)
  const fetched = useFetched(fetch, of, [changes, settings, revision])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role=dialog], [role=alertdialog]') === null) onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onClose])
  return (
    <aside aria-labelledby="explain-title" className="flex w-[430px] flex-none flex-col border-l border-line 2xl:w-[540px]">
      <div className="flex min-h-[51px] flex-none items-center gap-2 border-b border-line px-3">
        <h2 id="explain-title" className="min-w-0 flex-1 text-[15px] font-semibold wrap-break-word">
          {name}
          <span className="block text-xs font-normal text-ink-muted">{t('explain.title')}</span>
        </h2>
        <IconButton label={t('explain.close')} onPress={onClose}>
          <X aria-hidden size={17} />
        </IconButton>
      </div>
      <Loaded fetched={fetched}>{(explained) => <Sessions explained={explained} />}</Loaded>
      {acts === undefined ? null : <div className="flex flex-wrap gap-2 border-t border-line p-3">{acts}</div>}
    </aside>
  )
}

function Sessions({ explained }: { explained: Explained }) {
  const { t } = useTranslation('attendance')
  const { civilDate, yearDate, time } = useTimes()
  const sentence = useSessionWords(explained)
  const mayExcuse = useMay('adminOrDds')
  const [picked, setPicked] = useState<string | null>(null)
  const [excused, setExcused] = useState<string | null>(null)
  const acts = useRef<HTMLDivElement>(null)
  const { member, sessions, attendance: figure } = explained
  const now = useNow(60_000)
  const isOver = ({ end }: Session): boolean => new Date(end).getTime() <= now
  // The latest that is over first: what is asked about is mostly of late. What is to come stands below.
  const rows = [...sessions.filter(isOver).toReversed(), ...sessions.filter((row) => !isOver(row))]
  const session = rows.find(({ date }) => date === picked)
  return (
    <>
      <p className="border-b border-line px-3 py-2">
        <Sum figure={figure} />
        <span className="block text-xs text-ink-muted">{t('explain.span', { from: yearDate(explained.from), to: yearDate(explained.to) })}</span>
      </p>
      {rows.length === 0 ? (
        <p className="flex-1 p-3 text-ink-muted">{t('explain.none')}</p>
      ) : (
        <VirtualTable
          id="explain-nights"
          label={t('explain.nights')}
          rows={rows}
          rowKey={({ date }) => date}
          pick={{
            key: picked,
            onPick: (date) => setPicked(String(date)),
            onOpen: ({ date }) => {
              if (date === picked) acts.current?.querySelector('button')?.focus()
            },
          }}
          columns={[
            {
              key: 'night',
              title: t('explain.night'),
              width: '98px',
              renderCell: ({ date, start, end }) => (
                <span className="block whitespace-nowrap">
                  {civilDate(date)}
                  <span className="block text-xs text-ink-muted">
                    {time(start)}–{time(end)}
                  </span>
                </span>
              ),
            },
            {
              key: 'what',
              title: t('explain.what'),
              width: 'minmax(0, 1fr)',
              renderCell: (row) => (
                <span className="block">
                  <Mark session={row} />
                  <span className="ml-2">{sentence(row)}</span>
                  {row.present.length === 0 ? null : <span className="block text-xs text-ink-muted">{t('explain.present', { spans: row.present.map(({ from, to }) => `${time(from)}–${time(to)}`).join(', ') })} · {t('explain.minutes', { count: row.minutes })}</span>}
                </span>
              ),
            },
          ]}
        />
      )}
      <div ref={acts} className="flex flex-wrap items-center gap-2 border-t border-line px-3 py-2">
        {session === undefined ? (
          <span className="text-xs text-ink-muted">{t('explain.choose')}</span>
        ) : (
          <>
            <Button size="sm" onPress={() => openPersonOn(member, session.date)}>
              {t('explain.movements', { on: civilDate(session.date) })}
            </Button>
            {mayExcuse ? (
              <Button size="sm" onPress={() => setExcused(session.date)}>
                {t('explain.excuse')}
              </Button>
            ) : null}
          </>
        )}
        <span className="w-full text-xs text-ink-muted">{t('explain.keys')}</span>
      </div>
      {excused === null ? null : <AbsenceDialog absence={null} member={member} date={excused} onClose={() => setExcused(null)} />}
    </>
  )
}

/** The figure, worked out. */
function Sum({ figure }: { figure: Explained['attendance'] }) {
  const { t } = useTranslation('attendance')
  const { yearDate } = useTimes()
  const number = useNumber()
  if (figure.status === 'new') return <b className="font-semibold">{t('explain.new', { on: yearDate(figure.until) })}</b>
  const { attended, possible } = figure
  return <b className="font-semibold">{figure.status === 'calculated' ? t('explain.sum', { attended, possible, number: number(figure.percentage) }) : t('explain.few', { attended, possible })}</b>
}

const marks = { counted: ['text-in', Check], missed: ['text-refused', X], notAsked: ['text-ink-muted', Minus], ahead: ['text-ink-muted', Clock] } as const

/** Whether it counts for them, against them, or not at all: colour, shape and word. */
function Mark({ session: { possible, why } }: { session: Session }) {
  const { t } = useTranslation('attendance')
  const mark = why === 'attended' ? 'counted' : possible ? 'missed' : why === 'not_over' ? 'ahead' : 'notAsked'
  const [look, Sign] = marks[mark]
  return (
    <span className={`inline-flex items-center gap-1 font-semibold whitespace-nowrap ${look}`}>
      <Sign aria-hidden size={14} />
      {t(`explain.${mark}`)}
    </span>
  )
}

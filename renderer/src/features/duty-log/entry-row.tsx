import { CircleCheckBig, Footprints, KeyRound, Phone, Siren, StickyNote, Thermometer, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import type { LogEntry } from '../../stores/duty-log.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { useTimes } from '../../ui/time.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { ReasonDialog } from './tick-dialogs.tsx'
import { useLogWords } from './words.ts'

const icons: Record<LogEntry['kind'], LucideIcon> = { note: StickyNote, phone_call: Phone, round: Footprints, temperature: Thermometer, incident: Siren, checklist: CircleCheckBig, responsibility: KeyRound }

/** One entry: when, what, by whom; what it read before stays below it, and what was taken out is struck through. */
export function EntryRow({ entry, date }: { entry: LogEntry; date: string }) {
  const { t } = useTranslation('dutyLog')
  const { time } = useTimes()
  const { detailsOf } = useLogWords()
  const [asked, setAsked] = useState<'correct' | 'remove' | null>(null)
  const close = (): void => setAsked(null)
  const { at, recordedAt, kind, text, actorName, earlier, removed } = entry
  const Icon = icons[kind]
  const isLate = time(at) !== time(recordedAt) && earlier.length === 0 && removed === null
  const mayChange = removed === null && kind !== 'checklist' && kind !== 'responsibility'
  return (
    <li className="grid grid-cols-[48px_22px_minmax(0,1fr)_auto] items-start gap-2 border-b border-line px-3 py-2">
      <time dateTime={at} className="text-ink-muted tabular-nums">
        {time(at)}
      </time>
      <Icon role="img" aria-label={t(`kind.${kind}`)} size={17} className={`mt-0.5 ${kind === 'incident' ? 'text-attention' : 'text-ink-muted'}`} />
      <div className={`min-w-0 wrap-break-word ${removed === null ? '' : 'text-ink-muted'}`}>
        <p className={removed === null ? 'font-medium' : 'line-through'}>{text}</p>
        <p className="text-xs text-ink-muted">{[detailsOf(entry), actorName, isLate ? t('log.late', { at: time(recordedAt) }) : ''].filter(Boolean).join(' · ')}</p>
        {removed === null ? null : <p className="text-xs text-attention">{t('log.removed', { name: removed.actorName, at: time(removed.at), reason: removed.reason })}</p>}
        {earlier.map((before) => (
          <p key={before.recordedAt} className="text-xs text-ink-muted">
            {t('log.corrected', { name: before.actorName, at: time(before.recordedAt), reason: before.reason, text: before.text })}
          </p>
        ))}
      </div>
      {mayChange ? (
        <ActionMenu
          label={t('log.acts', { at: time(at) })}
          acts={[
            { key: 'correct' as const, words: t('log.correct') },
            { key: 'remove' as const, words: t('log.remove'), isGrave: true },
          ]}
          onAct={setAsked}
          className="grid size-[27px] place-items-center font-bold"
        >
          <span aria-hidden>⋯</span>
        </ActionMenu>
      ) : (
        <span />
      )}
      {asked === 'correct' ? <CorrectDialog entry={entry} date={date} onClose={close} /> : null}
      {asked === 'remove' ? <ReasonDialog title={t('removeTitle')} text={t('removeText')} confirm={t('log.remove')} act={(reason) => api().dutyLog.remove({ entryId: entry.id, reason })} onClose={close} /> : null}
    </li>
  )
}

import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { alerts } from '../../../../shared/contract/alerts.ts'
import { api } from '../../api.ts'
import { useAlerts } from '../../stores/alerts.ts'
import { usePresence } from '../../stores/presence.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useTimes } from '../../ui/time.ts'

type Note = OutputOf<typeof alerts.notes>['notes'][number]

const tones = { info: 'neutral', warning: 'attention', critical: 'refused' } as const

/** Notes that wait for people and those that no longer do, and whether they were seen (domain.md 4.11 ▶). @param memberId null = everybody's that wait */
export function NoteList({ memberId }: { memberId: string | null }) {
  const { t } = useTranslation(['alerts', 'common'])
  const { moment } = useTimes()
  const [notes, setNotes] = useState<readonly Note[] | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  // A note left or taken back elsewhere is told with the alerts; one that was seen, by the scan that showed it.
  const changes = useAlerts((state) => state.alerts)
  const revision = usePresence((state) => state.snapshot?.revision)
  const load = useCallback(async (): Promise<void> => {
    const result = await api().alerts.notes({ memberId, includeEnded: memberId !== null })
    if (result.ok) setNotes(result.value.notes)
    else setProblem(result.error)
  }, [memberId])
  useEffect(() => void load(), [load, changes, revision])
  const takeBack = async (noteId: string): Promise<void> => {
    const result = await api().alerts.dismissNote({ noteId })
    setProblem(result.ok ? null : result.error)
    await load()
  }
  const state = ({ dismissed, shownAt, expiresAt }: Note): string =>
    [dismissed === null ? '' : t('notes.takenBack', { name: dismissed.name, at: moment(dismissed.at) }), shownAt === null ? t('notes.unseen') : t('notes.seen', { at: moment(shownAt) }), expiresAt === null ? '' : t('notes.until', { at: moment(expiresAt) })].filter(Boolean).join(' · ')
  return (
    <div className="grid gap-2">
      <Refusal of={problem} />
      {notes === null ? (
        <p className="p-3 text-ink-muted">{t('common:loading')}</p>
      ) : notes.length === 0 ? (
        <EmptyState title={t('notes.none')} />
      ) : (
        <ul className="grid gap-2">
          {notes.map((note) => (
            <li key={note.id} className={`grid gap-1 rounded-lg border border-line px-3 py-2 ${note.dismissed === null ? '' : 'bg-chip'}`}>
              <p className="flex items-start gap-2">
                <Chip tone={tones[note.severity]}>{t(`severity.${note.severity}`)}</Chip>
                <span className="min-w-0 flex-1 whitespace-pre-line wrap-break-word">
                  {memberId === null ? <b className="font-semibold">{note.person.displayName}: </b> : null}
                  {note.message}
                </span>
                {note.dismissed === null ? (
                  <Button size="sm" aria-label={t('notes.takeBackOf', { name: note.person.displayName, message: note.message })} onPress={() => void takeBack(note.id)}>
                    {t('notes.takeBack')}
                  </Button>
                ) : null}
              </p>
              <p className="text-xs text-ink-muted">{[t('notes.by', { name: note.createdBy, at: moment(note.createdAt) }), state(note)].join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useAlerts, type Alert } from '../../stores/alerts.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useTimes } from '../../ui/time.ts'
import { AlertCard } from './alert-card.tsx'
import { useAlertDialogs } from './dialog-store.ts'
import { NoteList } from './note-list.tsx'

type Cursor = { lastAt: string; seq: number } | null

/** Every alert of now, and those of the past with who answered for them. */
export function AlertListDialog() {
  const { t } = useTranslation(['alerts', 'common'])
  const isOpen = useAlertDialogs((state) => state.isListOpen)
  const [view, setView] = useState<'active' | 'past' | 'notes'>('active')
  const active = useAlerts((state) => state.alerts) ?? []
  const may = useMay('commandOrDds')
  const close = (): void => useAlertDialogs.setState({ isListOpen: false })
  if (!isOpen) return null
  return (
    <Dialog
      title={t('list.title')}
      isOpen
      onClose={close}
      size="lg"
      footer={
        <>
          {may && view === 'active' && active.length > 1 ? <Button onPress={() => useAlertDialogs.setState({ isListOpen: false, acknowledging: active })}>{t('acknowledgeAll', { count: active.length })}</Button> : null}
          <Button variant="primary" onPress={close}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <div className="flex">
          <Segments
            label={t('list.title')}
            value={view}
            onChange={setView}
            options={[
              ['active', `${t('list.active')} ${active.length}`],
              ['past', t('list.past')],
              ['notes', t('list.notes')],
            ]}
          />
        </div>
        {/* A scrolling list must be reachable without a mouse. */}
        <div tabIndex={0} role="region" aria-label={t('list.title')} className="h-[50vh] overflow-y-auto">
          {view === 'notes' ? <NoteList memberId={null} /> : view === 'past' ? <Past /> : active.length === 0 ? <EmptyState title={t('none')} /> : <Cards alerts={active} />}
        </div>
      </div>
    </Dialog>
  )
}

const Cards = ({ alerts }: { alerts: readonly Alert[] }) => (
  <ul className="grid gap-2">
    {alerts.map((alert) => (
      <AlertCard key={alert.id} alert={alert} />
    ))}
  </ul>
)

function Past() {
  const { t } = useTranslation('alerts')
  const { shortDate, time } = useTimes()
  const [pages, setPages] = useState<{ alerts: readonly Alert[]; next: Cursor } | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const load = async (cursor: Cursor, before: readonly Alert[]): Promise<void> => {
    const result = await api().alerts.list({ cursor, limit: 50 })
    if (!result.ok) return setProblem(result.error)
    const { alerts, next } = result.value
    setPages({ alerts: [...before, ...alerts.filter(({ status }) => status !== 'active')], next })
  }
  useEffect(() => void load(null, []), [])
  if (problem !== null) return <EmptyState title={refusalWords(problem).message} text={refusalWords(problem).howToFix} />
  if (pages === null) return <p className="p-3 text-ink-muted">…</p>
  if (pages.alerts.length === 0 && pages.next === null) return <EmptyState title={t('list.empty')} />
  const when = (at: string): string => `${shortDate(at)} ${time(at)}`
  return (
    <>
      <ul className="grid gap-2">
        {pages.alerts.map((alert) => (
          <li key={alert.id} className="opacity-90">
            <AlertCard as="div" alert={alert} />
            <p className="px-3 py-1 text-xs text-ink-muted">
              {alert.acknowledged === null ? t('list.resolved', { at: when(alert.resolvedAt ?? alert.lastAt) }) : [t('list.acknowledged', { name: alert.acknowledged.name, at: when(alert.acknowledged.at) }), alert.acknowledged.note].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {pages.next === null ? null : (
        <p className="p-2 text-center">
          <Button onPress={() => void load(pages.next, pages.alerts)}>{t('list.more')}</Button>
        </p>
      )}
    </>
  )
}

import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import type { OfflineItem } from '../../stores/offline.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DirectionMark } from '../../ui/direction-mark.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useTimes } from '../../ui/time.ts'

interface Pages {
  readonly items: readonly OfflineItem[]
  readonly total: number
  readonly next: number | null
}

/** Kept scans that do not agree with the record, each until somebody has looked at it (domain.md 4.4 ▶ 8). */
export function DisagreementDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['offline', 'common'])
  const [view, setView] = useState<'open' | 'all'>('open')
  const [pages, setPages] = useState<Pages | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const asked = useRef(0)
  const load = async (of: 'open' | 'all', before: number | null, known: readonly OfflineItem[]): Promise<void> => {
    const turn = (asked.current += 1)
    const result = await api().offline.disagreements({ includeSeen: of === 'all', before })
    // Overtaken: the other view was asked for meanwhile.
    if (turn !== asked.current) return
    setProblem(result.ok ? null : result.error)
    if (result.ok) setPages({ ...result.value, items: [...known, ...result.value.items] })
  }
  useEffect(() => {
    setPages(null)
    void load(view, null, [])
  }, [view])
  const markSeen = async (items: readonly OfflineItem[]): Promise<void> => {
    // As many as one call takes; the next ones follow with the next press.
    const result = await api().offline.markSeen({ ids: items.slice(0, 200).map(({ id }) => id) })
    if (!result.ok) return setProblem(result.error)
    await load(view, null, [])
  }
  const unseen = pages?.items.filter(({ seen }) => seen === null) ?? []
  return (
    <Dialog
      title={t('list.title')}
      isOpen
      onClose={onClose}
      size="lg"
      footer={
        <>
          {unseen.length > 1 ? <Button onPress={() => void markSeen(unseen)}>{t('list.seenAll')}</Button> : null}
          <Button variant="primary" onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p className="text-sm text-ink-muted">{t('list.explain')}</p>
        <div className="flex">
          <Segments
            label={t('list.title')}
            value={view}
            onChange={setView}
            options={[
              ['open', t('list.open')],
              ['all', t('list.all')],
            ]}
          />
        </div>
        {/* A scrolling list must be reachable without a mouse. */}
        <div tabIndex={0} role="region" aria-label={t('list.title')} className="h-[46vh] overflow-y-auto">
          {problem !== null ? (
            <EmptyState title={refusalWords(problem).message} text={refusalWords(problem).howToFix} />
          ) : pages === null ? (
            <p role="status" className="p-3 text-ink-muted">
              {t('common:loading')}
            </p>
          ) : pages.items.length === 0 ? (
            <EmptyState title={t('list.empty')} text={t('list.emptyText')} />
          ) : (
            <>
              <ul className="grid gap-2">
                {pages.items.map((item) => (
                  <Row key={item.id} item={item} onSeen={() => void markSeen([item])} />
                ))}
              </ul>
              {pages.next === null ? null : (
                <p className="p-2 text-center">
                  <Button onPress={() => void load(view, pages.next, pages.items)}>{t('list.more')}</Button>
                </p>
              )}
            </>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function Row({ item, onSeen }: { item: OfflineItem; onSeen: () => void }) {
  const { t } = useTranslation('offline')
  const { shortDate, time } = useTimes()
  const { person, serialTail, direction, outcome, told, greeted, reasons, turned, seen, scannedAt } = item
  const when = (at: string): string => `${shortDate(at)} ${time(at)}`
  const isGone = ['not_fitted', 'too_old', 'unreadable', 'failed', 'lockup_held'].includes(outcome)
  const recorded = outcome === 'duplicate' ? 'duplicate' : (direction ?? (isGone ? 'nothing' : 'refused'))
  const changes = turned.map(({ at, to }) => t(`turned.${to ?? 'gone'}`, { at: time(at) })).join('; ')
  const isOff = scannedAt !== null && Math.abs(new Date(scannedAt).getTime() - new Date(item.at).getTime()) >= 60_000
  return (
    <li className="flex items-start gap-3 rounded-lg border border-line bg-panel px-3 py-2">
      <DirectionMark kind={direction ?? 'refused'} />
      <div className="min-w-0 flex-1">
        <p>
          <b>{person?.displayName ?? (serialTail === null ? t('list.unreadable') : t('list.nobody', { tail: serialTail }))}</b>{' '}
          <span className="text-ink-muted">
            {t('list.at', { at: when(item.at), station: item.stationName })}
            {isOff ? ` (${t('list.clock', { at: when(scannedAt) })})` : ''}
          </span>
        </p>
        <p className="text-sm">{[told === null ? null : t(`told.${told}`), t(`recorded.${recorded}`)].filter(Boolean).join(' · ')}</p>
        <ul className="text-sm text-attention">
          {reasons.map((reason) => (
            <li key={reason}>{t(`reason.${reason}`, { name: greeted ?? '', turned: changes })}</li>
          ))}
        </ul>
        {seen === null ? null : <p className="text-xs text-ink-muted">{t('list.seenBy', { name: seen.name, at: when(seen.at) })}</p>}
      </div>
      {seen === null ? (
        <Button size="sm" onPress={onSeen}>
          {t('list.seen')}
        </Button>
      ) : null}
    </li>
  )
}

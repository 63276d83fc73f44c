import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePresence } from '../../stores/presence.ts'
import { useRoom } from '../../stores/room.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segments } from '../../ui/segments.tsx'
import { openManual } from '../history/manual-store.ts'
import { useTimes } from '../../ui/time.ts'
import { AsOfMark } from './as-of-mark.tsx'
import { DivisionFilter } from './division-filter.tsx'
import { InsideGrid, GridSkeleton } from './inside-grid.tsx'
import { choose, defaultSort, order, type Filter, type Sort } from './inside-order.ts'
import { useKioskDialog } from './kiosk-dialog.tsx'
import { PersonActions } from './person-actions.tsx'

/** Everyone in the building: searched, filtered, sorted; never paged, because in a fire nobody turns pages. */
export function InsidePanel() {
  const { t } = useTranslation(['desk', 'common', 'history'])
  const { locale } = useTimes()
  const snapshot = usePresence((state) => state.snapshot)
  const kioskOpen = useSystem((state) => state.kioskOpen)
  const { find, division } = useRoom()
  const [kind, setKind] = useState<Filter['kind']>('all')
  const [sort, setSort] = useState<Sort>(defaultSort)
  const [acting, setActing] = useState<string | null>(null)
  const people = useDeferredValue(snapshot?.people)
  const collator = useMemo(() => new Intl.Collator(locale, { sensitivity: 'base' }), [locale])
  const shown = useMemo(() => order(choose(people ?? [], { find, kind, division }), sort, collator), [people, find, kind, division, sort, collator])
  const showEveryone = (): void => {
    setKind('all')
    useRoom.setState({ find: '', division: null })
  }
  const total = snapshot?.people.length ?? 0
  const counts = snapshot?.counts
  return (
    <section aria-label={t('insideNow')} className="panel">
      <div className="flex items-center gap-2.5 border-b border-line px-3 py-2.5">
        <h2 className="text-[15px] font-semibold whitespace-nowrap">{t('insideNow')}</h2>
        <Segments
          label={t('insideNow')}
          value={kind}
          onChange={setKind}
          options={[
            ['all', `${t('filter.all')} ${counts === undefined ? '' : total}`],
            ['member', `${t('filter.members')} ${counts?.members ?? ''}`],
            ['visitor', `${t('filter.visitors')} ${counts?.visitors ?? ''}`],
            ...(kind === 'attendee' || (counts?.attendees ?? 0) > 0 ? [['attendee', `${t('filter.attendees')} ${counts?.attendees ?? ''}`] as const] : []),
          ]}
        />
        <AsOfMark />
        <span className="flex-1" />
        <Button shortcut="F5" onPress={() => openManual()}>
          {t('history:manual.open')}
        </Button>
        <Button shortcut="F11" onPress={() => useKioskDialog.getState().toggle()}>
          {kioskOpen ? t('closeKiosk') : t('openKiosk')}
        </Button>
      </div>
      <DivisionFilter />
      {snapshot === null ? (
        <GridSkeleton />
      ) : shown.length > 0 ? (
        <InsideGrid people={shown} sort={sort} onSort={setSort} onAct={setActing} />
      ) : total > 0 ? (
        <EmptyState title={t('noMatch.title')} text={t('noMatch.text')} action={<Button onPress={showEveryone}>{t('noMatch.action')}</Button>} />
      ) : counts?.onRoll === 0 ? (
        <EmptyState
          title={t('emptyRoll.title')}
          text={t('emptyRoll.text')}
          action={
            <Button variant="primary" onPress={() => useRoom.setState({ room: 'members' })}>
              {t('emptyRoll.action')}
            </Button>
          }
        />
      ) : (
        <EmptyState title={t('empty.title')} text={t('empty.text')} />
      )}
      <p className="flex gap-4 border-t border-line px-3 py-1.5 text-xs text-ink-muted">
        <span role="status">{snapshot === null ? t('common:loading') : t('shown', { shown: shown.length, total })}</span>
        <span>{t(`sortedBy.${sort.column}`)}</span>
        <span className="ml-auto">{t('keys')}</span>
      </p>
      {acting === null ? null : <PersonActions personId={acting} onClose={() => setActing(null)} />}
    </section>
  )
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MusterState } from '../../../../shared/domain/muster.ts'
import { openMusterDialog, useMuster, type Entry, type RollCall as Roll } from '../../stores/muster.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useNow } from '../../ui/time.ts'
import { Figures } from './figures.tsx'
import { figuresOf, linesOf, nearestOf, withoutDivision } from './parts.ts'
import { RollField } from './roll-field.tsx'
import { RollFooter } from './roll-footer.tsx'
import { RollList, rollGridId, rowIdOf, type RollKeys } from './roll-list.tsx'
import { SidePanel } from './side-panel.tsx'
import { useEntries, useScanned, useTaps } from './use-entries.ts'

/** The list of an open muster, called until nobody is missing (screens.md P0-7). */
export function RollCall({ roll }: { roll: Roll }) {
  const { t } = useTranslation('muster')
  const entries = useEntries(roll)
  const { held, say, settle } = useTaps(roll, entries)
  const fresh = useScanned(roll)
  const isOwn = useMuster((state) => state.isOwn)
  const redAt = useMuster((state) => state.now?.open?.redAt)
  const now = useNow(5_000)
  const isRed = redAt !== undefined && now >= new Date(redAt).getTime()
  const [text, setText] = useState('')
  const [division, setDivision] = useState<string | null>(null)
  const [leftOnly, setLeftOnly] = useState(false)
  const [activeId, setActiveId] = useState<string | null>(null)
  const keys = useRef<RollKeys>(null)
  const figures = useMemo(() => figuresOf(entries), [entries])
  const lines = useMemo(() => linesOf(entries, { text, division, leftOnly }, held), [entries, text, division, leftOnly, held])
  const rows = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [line.entry] : [])), [lines])
  const isActiveShown = rows.some(({ id }) => id === activeId)

  const search = (typed: string): void => {
    settle()
    setText(typed)
    setActiveId(nearestOf(linesOf(entries, { text: typed, division, leftOnly }, null), typed))
  }
  const sayOf = useCallback((of: readonly Entry[], state: MusterState) => say(of, state), [say])
  const missingShown = rows.filter(({ state, list }) => state === 'missing' && list !== 'due')
  useEffect(() => {
    // A desk where somebody was writing when another began it: what they still type must mark nobody.
    if (!isOwn) document.getElementById('muster-title')?.focus()
  }, [isOwn])

  return (
    <>
      <Figures figures={figures} />
      <div className="flex min-h-0">
        <section aria-label={t('list.label')} className="flex min-h-0 min-w-0 flex-1 flex-col bg-panel">
          <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2">
            <RollField
              value={text}
              onChange={search}
              isFirst={isOwn}
              controls={rollGridId}
              active={isActiveShown && activeId !== null ? rowIdOf(activeId) : undefined}
              onKey={(event) => keys.current?.key(event) ?? false}
            />
            <div role="group" aria-label={t('list.show')} className="flex overflow-hidden rounded-lg border-2 border-line">
              {(['all', 'left'] as const).map((shown) => (
                <button
                  key={shown}
                  type="button"
                  aria-pressed={leftOnly === (shown === 'left')}
                  onClick={() => {
                    settle()
                    setLeftOnly(shown === 'left')
                  }}
                  className={`h-[52px] cursor-pointer px-4 text-base whitespace-nowrap -outline-offset-2! ${leftOnly === (shown === 'left') ? 'bg-chip font-bold' : 'hover:bg-chip'}`}
                >
                  {t(`list.${shown}`, { count: figures.missing })}
                </button>
              ))}
            </div>
            <span className="flex-1" />
            {missingShown.length > 1 && (division !== null || text.trim() !== '') ? (
              <Button className="h-14!" onPress={() => openMusterDialog({ kind: 'many', entryIds: missingShown.map(({ id }) => id), division })}>{t('many.open', { count: missingShown.length, division: division === null || division === withoutDivision ? '' : division }).trim()}</Button>
            ) : null}
          </div>
          {lines.length > 0 ? (
            <RollList
              lines={lines}
              isRed={isRed}
              fresh={fresh}
              activeId={activeId}
              onActive={setActiveId}
              onSay={sayOf}
              keys={keys}
              onMarked={() => {
                if (text === '') return
                setText('')
                setActiveId(null)
              }}
            />
          ) : entries.length === 0 ? (
            <EmptyState title={t('list.empty')} text={t('list.emptyText')} action={<Button onPress={() => openMusterDialog({ kind: 'add' })}>{t('add.open')}</Button>} />
          ) : leftOnly && text.trim() === '' ? (
            <EmptyState title={t('list.nobodyLeft')} text={t('list.nobodyLeftText')} />
          ) : (
            <EmptyState title={t('list.noMatch')} text={t('list.noMatchText')} action={<Button onPress={() => openMusterDialog({ kind: 'add' })}>{t('add.open')}</Button>} />
          )}
          <RollFooter />
        </section>
        <SidePanel
          roll={roll}
          entries={entries}
          division={division}
          onDivision={(code) => {
            settle()
            setDivision(code)
          }}
        />
      </div>
    </>
  )
}

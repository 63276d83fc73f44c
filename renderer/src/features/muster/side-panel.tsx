import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { openMusterDialog, type Entry, type RollCall } from '../../stores/muster.ts'
import { Button } from '../../ui/button.tsx'
import { printAgain, savePaper } from './acts.ts'
import { divisionsOf, withoutDivision } from './parts.ts'
import { PrintState } from './print-state.tsx'

interface Props {
  readonly roll: RollCall
  readonly entries: readonly Entry[]
  readonly division: string | null
  readonly onDivision: (code: string | null) => void
}

/** The list by division, for captains who split it; the paper; and what is done seldom. */
export function SidePanel({ roll, entries, division, onDivision }: Props) {
  const { t } = useTranslation('muster')
  const counts = divisionsOf(entries)
  const total = counts.reduce((sum, count) => sum + count.total, 0)
  const missing = counts.reduce((sum, count) => sum + count.missing, 0)
  const musterId = roll.muster.id
  // What failed has its own way to try again.
  const hasPrint = roll.printing !== null && roll.printing.state !== 'failed'
  const all = counts.length < 2 ? counts : [{ code: null, name: null, total, missing }, ...counts]
  return (
    <aside aria-label={t('side.label')} className="flex min-h-0 w-80 flex-none flex-col border-l border-line bg-panel">
      <h2 className="label-caps px-4 pt-3 pb-1">{t('side.divisions')}</h2>
      <div role="group" aria-label={t('side.divisions')} className="grid min-h-24 flex-1 content-start gap-1 overflow-y-auto px-2 pb-2">
        {all.map((count) => {
          const isChosen = division === count.code
          return (
            <button
              key={count.code}
              type="button"
              aria-pressed={isChosen}
              title={count.name ?? undefined}
              onClick={() => onDivision(isChosen ? null : count.code)}
              className={`flex min-h-14 cursor-pointer items-center gap-3 rounded-lg border px-3 text-left -outline-offset-2! ${isChosen ? 'border-out bg-out-soft text-out' : 'border-line hover:bg-chip'}`}
            >
              <b className="min-w-0 flex-1 truncate text-lg">{count.code === null ? t('side.all') : count.code === withoutDivision ? t('side.none') : count.code}</b>
              {count.missing === 0 ? <span className="font-semibold text-in">✓ {t('side.done', { count: count.total })}</span> : <span className="font-semibold">{t('side.left', { count: count.missing, total: count.total })}</span>}
            </button>
          )
        })}
      </div>
      <div className="grid gap-2 border-t border-line p-3">
        <PrintState musterId={musterId} printing={roll.printing} />
        <div className="grid grid-cols-2 gap-2">
          {hasPrint ? <SideAct onPress={() => void printAgain(musterId)}>{t('print.now')}</SideAct> : null}
          <SideAct onPress={() => void savePaper(musterId)}>{t('print.save')}</SideAct>
          <SideAct onPress={() => openMusterDialog({ kind: 'add' })}>{t('add.open')}</SideAct>
          <SideAct isWide={!hasPrint} onPress={() => openMusterDialog({ kind: 'points' })}>{roll.points.length === 0 ? t('points.open') : t('points.openCount', { count: roll.points.length })}</SideAct>
        </div>
        <Button variant={missing === 0 ? 'primary' : 'plain'} className="h-14! w-full text-base" onPress={() => openMusterDialog({ kind: 'close' })}>
          {t(`close.open.${roll.muster.kind}`)}
        </Button>
      </div>
    </aside>
  )
}

const SideAct = ({ onPress, isWide = false, children }: { onPress: () => void; isWide?: boolean; children: ReactNode }) => (
  <Button className={`h-14! w-full text-center whitespace-normal! ${isWide ? 'col-span-2' : ''}`} onPress={onPress}>
    {children}
  </Button>
)

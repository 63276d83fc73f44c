import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '../../../../shared/domain/names.ts'
import type { RollCall } from '../../stores/muster.ts'
import { Button } from '../../ui/button.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { useTimes } from '../../ui/time.ts'
import { savePaper } from './acts.ts'
import { Figures } from './figures.tsx'
import { figuresOf, linesOf } from './parts.ts'
import { RollList } from './roll-list.tsx'

const nobody: ReadonlySet<string> = new Set()

/** What a muster came to, once it is closed. */
export function Report({ roll: { muster, entries } }: { roll: RollCall }) {
  const { t } = useTranslation('muster')
  const { moment } = useTimes()
  const [activeId, setActiveId] = useState<string | null>(null)
  const lines = useMemo(() => linesOf(entries, { text: '', division: null, leftOnly: false }, null), [entries])
  const missing = entries.filter(({ state, list }) => state === 'missing' && list !== 'due')
  return (
    <>
      <Figures figures={figuresOf(entries)} />
      <div className="flex min-h-0">
        <section aria-label={t('list.label')} className="flex min-h-0 min-w-0 flex-1 flex-col bg-panel">
          <RollList lines={lines} isRed fresh={nobody} activeId={activeId} onActive={setActiveId} onSay={null} />
        </section>
        <aside aria-label={t('report.label')} className="flex w-96 flex-none flex-col gap-4 overflow-y-auto border-l border-line bg-panel p-4">
          <Button variant="primary" className="h-14! w-full text-base" onPress={() => void savePaper(muster.id)}>
            {t('report.save')}
          </Button>
          <FactList
            facts={[
              [t('report.kind'), t(`kind.${muster.kind}`)],
              [t('report.started'), `${moment(muster.startedAt)}, ${muster.startedBy}`],
              [t('report.ended'), muster.endedAt === null ? null : `${moment(muster.endedAt)}, ${muster.endedBy ?? ''}`],
              [t('report.reason'), muster.reason],
              [t('report.remarks'), muster.remarks],
            ]}
          />
          {missing.length === 0 ? null : (
            <section aria-labelledby="report-missing">
              <h2 id="report-missing" className="mb-1 text-base font-bold text-refused">
                {t('report.missing', { count: missing.length })}
              </h2>
              <ul>
                {missing.map((entry) => (
                  <li key={entry.id} className="border-t border-line py-1 font-semibold">
                    {fullName(entry)}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </aside>
      </div>
    </>
  )
}

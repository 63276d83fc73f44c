import { useTranslation } from 'react-i18next'
import { isoWeekdays, weekdayName } from '../../../ui/weekdays.ts'
import { useTimes } from '../../../ui/time.ts'
import { useLogWords } from '../../duty-log/words.ts'
import type { Page } from './draft.ts'

/** What each weekday’s checklist comes to. */
export function PageAside({ page }: { page: Page }) {
  const { t } = useTranslation('dutyLog')
  const { locale } = useTimes()
  const { either } = useLogWords()
  const isFor = (weekdays: readonly number[], weekday: number): boolean => weekdays.length === 0 || weekdays.includes(weekday)
  return (
    <div className="grid gap-4">
      <h3 className="font-semibold">{t('edit.preview')}</h3>
      {isoWeekdays.map((weekday) => {
        const blocks = page.checklist.map((block) => ({ ...block, tasks: block.tasks.filter(({ weekdays }) => isFor(weekdays, weekday)) })).filter(({ tasks }) => tasks.length > 0)
        return (
          <section key={weekday} className="grid gap-1">
            <h4 className="label-caps">
              {weekdayName(weekday, locale)} · {t('edit.count', { count: blocks.reduce((sum, { tasks }) => sum + tasks.length, 0) })}
            </h4>
            <ul className="text-[13px] text-ink-muted">
              {blocks.map((block) => (
                <li key={block.key}>
                  {either(block.heading, block.headingFr)}: {block.tasks.length}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

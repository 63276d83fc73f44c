import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSystem } from '../../stores/system.ts'
import { useTimes } from '../../ui/time.ts'

/** What makes the screen untrue, across its whole width, for as long as it lasts. */
export function Troubles() {
  const { t } = useTranslation('common')
  const { seconds } = useTimes()
  const { lostAt, clockOffset, status } = useSystem()
  const database = status?.database.state
  const text =
    lostAt !== null
      ? [t('lost.title'), t('lost.text', { at: seconds(lostAt + clockOffset) })]
      : database !== undefined && database !== 'ready'
        ? [t(`database.${database}`), t(`databaseProblem.${database}`)]
        : undefined
  return (
    <div role="alert" className="col-span-2">
      {text === undefined ? null : (
        <p className="flex items-center gap-3 border-b border-refused bg-refused-soft px-4 py-2 text-refused">
          <TriangleAlert aria-hidden size={18} />
          <span>
            <b>{text[0]}</b> {text[1]}
          </span>
        </p>
      )}
    </div>
  )
}

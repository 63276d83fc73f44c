import { useTranslation } from 'react-i18next'
import { sayValue, wordsOfField, type AuditChange, type Saying } from '../../../../../shared/domain/audit-words.ts'

interface Props {
  readonly changes: readonly AuditChange[]
  readonly entityType: string
  readonly saying: Saying
}

const cell = 'border-t border-line py-1 pr-2 text-left align-top wrap-anywhere'

/** Field by field what it was and what it is; of what was added or is gone there is one side only. */
export function ChangeTable({ changes, entityType, saying }: Props) {
  const { t } = useTranslation('audit')
  if (changes.length === 0) return null
  const isAdded = changes.every(({ before }) => before === undefined)
  const isGone = changes.every(({ after }) => after === undefined)
  const said = (field: string, value: unknown): string => sayValue(field, value, entityType, saying)
  return (
    <section aria-labelledby="line-changes">
      <h4 id="line-changes" className="label-caps mb-1">
        {t(isAdded ? 'change.added' : isGone ? 'change.gone' : 'change.title')}
      </h4>
      <table className="w-full border-collapse">
        <thead className={isAdded || isGone ? 'sr-only' : ''}>
          <tr className="label-caps">
            <th scope="col" className="w-28 min-w-24 pr-2 pb-1 text-left">
              {t('change.field')}
            </th>
            {isAdded ? null : (
              <th scope="col" className="pr-2 pb-1 text-left">
                {t('change.before')}
              </th>
            )}
            {isGone ? null : (
              <th scope="col" className="pb-1 text-left">
                {t('change.after')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row" className={`${cell} w-28 min-w-24 font-normal text-ink-muted`}>
                {wordsOfField(field)[saying.language]}
              </th>
              {isAdded ? null : <td className={`${cell} min-w-20 ${isGone ? '' : 'text-ink-muted'}`}>{said(field, before)}</td>}
              {isGone ? null : (
                <td className={`${cell} ${isAdded ? '' : 'font-semibold'}`}>
                  {isAdded ? null : <span className="mr-1 font-normal text-ink-muted" aria-hidden>→</span>}
                  {said(field, after)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

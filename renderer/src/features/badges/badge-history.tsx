import { useTranslation } from 'react-i18next'
import { useTimes } from '../../ui/time.ts'
import type { Details } from './badge-dialog.tsx'

/** Everyone who ever held it, latest first. */
export function BadgeHistory({ history }: { history: Details['history'] }) {
  const { t } = useTranslation('badges')
  const { shortDate } = useTimes()
  return (
    <section aria-labelledby="badge-history">
      <h3 id="badge-history" className="label-caps mb-1">
        {t('history')}
      </h3>
      {history.length === 0 ? (
        <p className="text-ink-muted">{t('noHistory')}</p>
      ) : (
        <ol className="grid gap-1">
          {history.map((entry) => (
            <li key={entry.id} className="flex flex-wrap items-baseline gap-x-3 border-t border-line pt-1">
              <b className="font-semibold">{entry.displayName}</b>
              <span className="text-ink-muted">
                {shortDate(entry.assignedAt)} – {entry.endedAt === null ? t('today') : shortDate(entry.endedAt)}
              </span>
              {entry.endReason === null ? null : <span>{t(`end.${entry.endReason}`)}</span>}
              {entry.endReason !== null && entry.returnedAt !== null && entry.endReason !== 'returned' ? <span className="text-ink-muted">{t('cameBack', { on: shortDate(entry.returnedAt) })}</span> : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

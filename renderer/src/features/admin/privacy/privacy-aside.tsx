import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../../shared/contract/visitors.ts'
import type { Retention } from '../../../../../shared/domain/retention.ts'
import { api } from '../../../api.ts'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'

export type Kept = Omit<OutputOf<typeof visitors.retention>, 'settings' | 'version' | 'damaged'>

/** What would be disposed of next with what is typed, what there is, and what visitors are told. */
export function PrivacyAside({ draft: { visitMonths, legalHold }, kept, isWrong }: { draft: Retention; kept: Kept; isWrong: boolean }) {
  const { t } = useTranslation(['privacy', 'kioskVisitor'])
  const { yearDate } = useTimes()
  return (
    <div className="grid gap-5">
      <section aria-labelledby="privacy-due">
        <h3 id="privacy-due" className="label-caps mb-1">
          {t('due')}
        </h3>
        {legalHold ? <p>{t('holdOn')}</p> : isWrong ? <p className="text-ink-muted">{t('monthsWrong')}</p> : <Due visitMonths={visitMonths} />}
      </section>
      <section className="grid gap-1 text-ink-muted">
        <p>{kept.oldest === null ? t('noVisit') : t('oldest', { date: yearDate(kept.oldest) })}</p>
        <p>{t('disposed', { count: kept.disposed })}</p>
      </section>
      <section aria-labelledby="privacy-notice">
        <h3 id="privacy-notice" className="label-caps mb-1">
          {t('notice')}
        </h3>
        <div className="grid gap-2 rounded-lg border border-line bg-panel p-3">
          {(['what', 'why', 'long'] as const).map((part) => (
            <p key={part}>{t(`kioskVisitor:privacy.${part}`)}</p>
          ))}
        </div>
      </section>
      <p className="text-ink-muted">{t('file')}</p>
      <p className="text-ink-muted">{t('trail')}</p>
    </div>
  )
}

function Due({ visitMonths }: { visitMonths: number }) {
  const { t } = useTranslation('privacy')
  const { yearDate } = useTimes()
  const { value } = useFetched(() => api().visitors.retentionPreview({ visitMonths }), String(visitMonths))
  if (value === null) return null
  return (
    <>
      <p className="text-ink-muted">{t('leftBefore', { date: yearDate(value.keptFrom) })}</p>
      {value.visits + value.expected === 0 ? <p className="text-[17px] font-semibold">{t('dueNone')}</p> : null}
      {value.visits === 0 ? null : <p className="text-[17px] font-semibold">{t('dueVisits', { count: value.visits })}</p>}
      {value.expected === 0 ? null : <p>{t('dueExpected', { count: value.expected })}</p>}
    </>
  )
}

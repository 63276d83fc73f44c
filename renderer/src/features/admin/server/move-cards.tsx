import { CircleAlert, CircleCheckBig } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useTimes } from '../../../ui/time.ts'
import type { ServerState } from './server-section.tsx'

/** What waits for the next start, and the way to call it off. */
export function PlannedCard({ planned: { way, server, station, at, by }, onChange }: { planned: NonNullable<ServerState['planned']>; onChange: () => void }) {
  const { t } = useTranslation('server')
  const { moment } = useTimes()
  const [refused, setRefused] = useState<Refused | null>(null)
  const cancel = async (): Promise<void> => {
    const result = await api().server.cancel({})
    setRefused(result.ok ? null : result.error)
    onChange()
  }
  return (
    <section role="alert" aria-label={t('planned.title')} className="grid gap-2 rounded-lg border border-attention bg-attention-soft p-3 text-attention">
      <h3 className="label-caps text-attention">{t('planned.title')}</h3>
      <p className="font-semibold">{t(`planned.${way}`, { server: server ?? '', station: station ?? '' })}</p>
      <p>{t('planned.restart')}</p>
      <p className="text-sm">{t('planned.by', { by, at: moment(at) })}</p>
      <p>
        <Button onPress={() => void cancel()}>{t('planned.cancel')}</Button>
      </p>
      <Refusal of={refused} />
    </section>
  )
}

/** How the last change of place ended: with figures where a record was carried, with what is wrong where none was. */
export function EndedCard({ ended: { way, server, station, at, by, carried, problem } }: { ended: NonNullable<ServerState['ended']> }) {
  const { t } = useTranslation('server')
  const { moment, locale } = useTimes()
  const number = new Intl.NumberFormat(locale)
  const [Icon, ink] = problem === null ? [CircleCheckBig, 'text-in'] : [CircleAlert, 'text-refused']
  const facts = { server: server ?? '', station: station ?? '', rows: number.format(carried?.rows ?? 0), tables: number.format(carried?.tables ?? 0) }
  return (
    <section aria-labelledby="server-ended" className="panel gap-2 p-3">
      <h3 id="server-ended" className="label-caps">
        {t('ended.title')}
      </h3>
      <p role="status" className={`flex items-start gap-2 font-semibold ${ink}`}>
        <Icon aria-hidden size={20} className="flex-none" />
        <span className="min-w-0 wrap-break-word">{t(`ended.${problem === null ? 'done' : 'failed'}.${way}`, facts)}</span>
      </p>
      <Refusal of={problem} />
      <p className="text-ink-muted">{t('ended.by', { by, at: moment(at) })}</p>
    </section>
  )
}

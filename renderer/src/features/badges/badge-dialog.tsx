import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { badges } from '../../../../shared/contract/badges.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useDefinitionName } from '../../stores/definitions.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTimes } from '../../ui/time.ts'
import { BadgeActs } from './badge-acts.tsx'
import { BadgeHistory } from './badge-history.tsx'
import { toneOf } from './badge-table.tsx'
import { ReplaceBadgeDialog } from './replace-dialog.tsx'
import { useBadgeChanges, type Badge } from './use-badges.ts'

export type Details = OutputOf<typeof badges.get>

/** One badge: whose it is and was, and what can be done about it. */
export function BadgeDialog({ badge, onClose }: { badge: Badge; onClose: () => void }) {
  const { t } = useTranslation(['badges', 'common'])
  const nameOf = useDefinitionName()
  const { moment } = useTimes()
  const isAdmin = useMay('admin')
  const changes = useBadgeChanges()
  const [details, setDetails] = useState<Details | null>(null)
  const [problem, setProblem] = useState<string>()
  // Who it was when it began: in the middle of it the badge is nobody's any more.
  const [replacing, setReplacing] = useState<Badge['holder']>(null)
  useEffect(() => {
    if (!isAdmin) return
    let current = true
    const load = async (): Promise<void> => {
      const result = await api().badges.get({ badgeId: badge.id })
      if (!current) return
      if (result.ok) setDetails(result.value)
      else setProblem(refusalWords(result.error).message)
    }
    void load()
    return () => {
      current = false
    }
  }, [badge.id, isAdmin, changes])
  const shown = details ?? badge
  if (replacing !== null) return <ReplaceBadgeDialog member={{ ...replacing, present: false }} onClose={onClose} />
  return (
    <Dialog title={t('badgeTitle', { badge: badge.label ?? `…${badge.serialTail}` })} isOpen onClose={onClose} footer={<Button onPress={onClose}>{t('common:close')}</Button>}>
      <div className="grid gap-4">
        <dl className="grid grid-cols-[140px_1fr] gap-x-3 gap-y-1.5">
          <dt className="text-ink-muted">{t('column.status')}</dt>
          <dd>
            <Chip tone={toneOf(shown.status)}>{nameOf('badgeStatuses', shown.status)}</Chip>
          </dd>
          <dt className="text-ink-muted">{t('column.holder')}</dt>
          <dd>{shown.holder !== null ? `${shown.holder.displayName} · ${shown.holder.serviceNumber}` : shown.lent !== null ? `${shown.lent.displayName} · ${t('lentSince', { at: moment(shown.lent.since) })}` : shown.outstanding !== null ? t('outstandingFrom', { name: shown.outstanding.displayName }) : t(`free.${shown.kind}`)}</dd>
          {details === null ? null : (
            <>
              <dt className="text-ink-muted">{t('serial')}</dt>
              <dd className="font-mono select-all">{details.serial}</dd>
            </>
          )}
          {details?.note == null ? null : (
            <>
              <dt className="text-ink-muted">{t('note')}</dt>
              <dd>{details.note}</dd>
            </>
          )}
        </dl>
        <BadgeActs badge={shown} mayDelete={details?.hasHistory === false} onReplace={() => setReplacing(shown.holder)} onDeleted={onClose} onProblem={setProblem} />
        {problem === undefined ? null : (
          <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
            {problem}
          </p>
        )}
        {details === null ? null : <BadgeHistory history={details.history} />}
      </div>
    </Dialog>
  )
}

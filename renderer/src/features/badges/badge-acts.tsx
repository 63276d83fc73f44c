import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import type { Badge } from './use-badges.ts'

interface Props {
  readonly badge: Badge
  readonly mayDelete: boolean
  readonly onReplace: () => void
  readonly onDeleted: () => void
  readonly onProblem: (words: string | undefined) => void
}

type Act = 'lost' | 'damaged' | 'inactive' | 'active' | 'decommissioned' | 'returned' | 'unassigned' | 'cameBack' | 'delete'
/** What cannot be taken back with one more press is asked about once. */
const grave: readonly Act[] = ['decommissioned', 'unassigned', 'returned', 'delete']

/** What can be done with the badge as it is now. */
export function BadgeActs({ badge, mayDelete, onReplace, onDeleted, onProblem }: Props) {
  const { t } = useTranslation(['badges', 'common'])
  const isAdmin = useMay('admin')
  const [asked, setAsked] = useState<Act | null>(null)
  const { id: badgeId, status, holder, outstanding } = badge
  const run = async (act: Act): Promise<void> => {
    setAsked(null)
    onProblem(undefined)
    const result: { ok: true; value: unknown } | { ok: false; error: Refused } =
      act === 'cameBack'
        ? await api().badges.markReturned({ badgeId })
        : act === 'delete'
          ? await api().badges.remove({ badgeId })
          : act === 'returned' || act === 'unassigned'
            ? await api().badges.takeBack({ badgeId, returned: act === 'returned' })
            : await api().badges.setStatus({ badgeId, status: act })
    if (!result.ok) return onProblem(`${refusalWords(result.error).message} ${refusalWords(result.error).howToFix}`)
    if (act === 'delete') onDeleted()
  }
  const statuses: Act[] = status === 'active' ? ['lost', 'damaged', 'inactive'] : ['active']
  const acts: Act[] = [
    ...(outstanding === null ? [] : (['cameBack'] as const)),
    ...(isAdmin ? statuses : []),
    ...(isAdmin && holder !== null ? (['returned', 'unassigned'] as const) : []),
    ...(isAdmin && status !== 'decommissioned' ? (['decommissioned'] as const) : []),
    ...(isAdmin && mayDelete ? (['delete'] as const) : []),
  ]
  if (asked !== null) {
    return (
      <div role="alertdialog" aria-label={t(`act.${asked}`)} className="grid gap-3 rounded-lg border border-attention bg-attention-soft p-3">
        <p>{t(`sure.${asked as 'delete'}`)}</p>
        <div className="flex gap-2">
          <Button size="sm" onPress={() => setAsked(null)}>
            {t('common:cancel')}
          </Button>
          <Button size="sm" variant="danger" autoFocus onPress={() => void run(asked)}>
            {t(`act.${asked}`)}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      {isAdmin && holder !== null ? (
        <Button size="sm" variant="primary" onPress={onReplace}>
          {t('replace.title')}
        </Button>
      ) : null}
      {acts.map((act) => (
        <Button key={act} size="sm" onPress={() => (grave.includes(act) ? setAsked(act) : void run(act))}>
          {t(`act.${act}`)}
        </Button>
      ))}
    </div>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { useDefinitions } from '../../stores/definitions.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useTimes } from '../../ui/time.ts'
import type { Profile } from './draft.ts'

const field = 'h-[30px] rounded-lg border border-line bg-panel px-2 text-sm'

/** What holds, what held, and why it ended: nothing of the past is overwritten (domain.md 4.17 ▶). */
export function Qualifications({ profile, onProblem }: { profile: Profile; onProblem: (problem: Refused | null) => void }) {
  const { t, i18n } = useTranslation(['members', 'common'])
  const { shortDate } = useTimes()
  const isAdmin = useMay('admin') && profile.status !== 'archived'
  const types = useDefinitions((state) => state.definitions?.qualificationTypes) ?? []
  const [revoking, setRevoking] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [typeId, setTypeId] = useState('')
  const [until, setUntil] = useState('')
  const nameOf = (code: string, name: string): string => (i18n.language === 'fr' ? (types.find((row) => row.code === code)?.nameFr ?? name) : name)
  const held = new Set(profile.grants.filter(({ state }) => state === 'active').map(({ typeId: id }) => id))
  const grant = async (): Promise<void> => {
    const result = await api().members.grant({ memberId: profile.id, typeId, expiresAt: until === '' ? null : new Date(`${until}T23:59:59`).toISOString() })
    onProblem(result.ok ? null : result.error)
    if (result.ok) setTypeId('')
  }
  const revoke = async (grantId: string): Promise<void> => {
    const result = await api().members.revoke({ memberId: profile.id, grantId, reason })
    onProblem(result.ok ? null : result.error)
    setRevoking(null)
    setReason('')
  }
  return (
    <section aria-labelledby="profile-qualifications">
      <h3 id="profile-qualifications" className="label-caps mb-1.5">
        {t('qualifications')}
      </h3>
      {profile.grants.length === 0 ? <p className="text-ink-muted">{t('noQualifications')}</p> : null}
      <ul className="grid gap-1">
        {profile.grants.map((entry) => (
          <li key={entry.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-1">
            <Chip tone={entry.state === 'active' ? 'in' : 'neutral'}>{t(`grantState.${entry.state}`)}</Chip>
            <b className="font-semibold">{nameOf(entry.code, entry.name)}</b>
            <span className="text-ink-muted">
              {entry.source === 'automatic' ? t('byRank') : entry.grantedBy} · {shortDate(entry.grantedAt)}
              {entry.expiresAt === null ? '' : ` – ${shortDate(entry.expiresAt)}`}
            </span>
            {entry.revokedAt === null ? null : <span className="text-ink-muted">{t('revokedBy', { on: shortDate(entry.revokedAt), who: entry.revokedBy ?? '', why: entry.revokeReason ?? '' })}</span>}
            <span className="flex-1" />
            {isAdmin && entry.state === 'active' && revoking !== entry.id ? (
              <Button size="sm" aria-label={t('revokeOf', { name: nameOf(entry.code, entry.name) })} onPress={() => setRevoking(entry.id)}>
                {t('revoke')}
              </Button>
            ) : null}
            {revoking === entry.id ? (
              <span className="flex w-full items-center gap-2">
                <input aria-label={t('reason')} placeholder={t('reason')} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} className={`${field} flex-1`} />
                <Button size="sm" onPress={() => setRevoking(null)}>
                  {t('common:cancel')}
                </Button>
                <Button size="sm" variant="danger" isDisabled={reason.trim() === ''} onPress={() => void revoke(entry.id)}>
                  {t('revoke')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {isAdmin ? (
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <select aria-label={t('grantWhat')} value={typeId} onChange={(event) => setTypeId(event.target.value)} className={field}>
            <option value="">{t('grantWhat')}</option>
            {types.flatMap(({ id, code, name }) => (held.has(id) ? [] : [<option key={id} value={id}>{nameOf(code, name)}</option>]))}
          </select>
          <input aria-label={t('until')} placeholder={t('until')} value={until} maxLength={10} onChange={(event) => setUntil(event.target.value)} className={`${field} w-44`} />
          <Button size="sm" isDisabled={typeId === '' || (until !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(until))} onPress={() => void grant()}>
            {t('grant')}
          </Button>
        </p>
      ) : null}
    </section>
  )
}

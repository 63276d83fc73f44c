import { useTranslation } from 'react-i18next'
import { useDefinitionName } from '../../stores/definitions.ts'
import type { Profile } from './draft.ts'

/** What is written about the member; what is not known is not shown. */
export function ProfileFacts({ profile }: { profile: Profile }) {
  const { t } = useTranslation('members')
  const nameOf = useDefinitionName()
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('field.serviceNumber'), profile.serviceNumber],
    [t('field.rank'), `${profile.rank} · ${profile.rankName}`],
    [t('field.division'), profile.divisionName],
    [t('field.memberType'), nameOf('memberTypes', profile.memberType)],
    [t('field.employeeNumber'), profile.employeeNumber],
    [t('field.initials'), profile.initials],
    [t('field.mess'), profile.mess],
    [t('field.moc'), profile.moc],
    [t('field.classDetails'), profile.classDetails],
    [t('field.email'), profile.email],
    [t('field.mobilePhone'), profile.mobilePhone],
    [t('field.homePhone'), profile.homePhone],
    [t('field.contractStart'), profile.contractStart],
    [t('field.contractEnd'), profile.contractEnd],
    [t('field.joinedOn'), profile.joinedOn],
    [t('badge'), profile.badge === null ? t('noBadge') : `${profile.badge.label ?? ''} …${profile.badge.serialTail} · ${nameOf('badgeStatuses', profile.badge.status)}`.trim()],
    [t('field.notes'), profile.notes],
  ]
  return (
    <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label} className="flex gap-2 border-t border-line pt-1">
            <dt className="w-32 flex-none text-ink-muted">{label}</dt>
            <dd className="min-w-0 wrap-break-word">{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

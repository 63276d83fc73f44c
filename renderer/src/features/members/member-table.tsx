import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import type { Member } from './use-roll.ts'

const cell = 'border-b border-line px-3 text-left whitespace-nowrap'

export function MemberTable({ members, onEnrol }: { members: readonly Member[]; onEnrol: (member: Member) => void }) {
  const { t } = useTranslation('members')
  return (
    <div role="region" aria-labelledby="members-title" tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2!">
      <table className="w-full border-collapse">
        <thead className="sticky top-0 bg-panel">
          <tr>
            {(['name', 'number', 'division', 'type', 'state'] as const).map((column) => (
              <th key={column} scope="col" className={`${cell} label-caps h-8`}>
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col" className={cell}>
              <span className="sr-only">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id} className="h-[35px]">
              <td className={`${cell} max-w-0 w-full truncate`} title={`${member.rank} ${member.lastName}, ${member.firstName}`}>
                <span className="inline-block w-[60px] text-ink-muted">{member.rank}</span> <b className="font-semibold">{member.lastName}</b>, {member.firstName}
              </td>
              <td className={cell}>{member.serviceNumber}</td>
              <td className={cell} title={member.division?.name}>
                {member.division?.code ?? '–'}
              </td>
              <td className={cell}>{t(`type.${member.memberType}`)}</td>
              <td className={cell}>
                <span className="flex gap-1.5">
                  {member.present ? <Chip tone="in">{t('inside')}</Chip> : null}
                  {member.hasBadge ? <Chip>{t('badge')}</Chip> : <Chip tone="attention">{t('noBadge')}</Chip>}
                  {member.status === 'active' ? null : <Chip tone="attention">{t(`status.${member.status}`)}</Chip>}
                </span>
              </td>
              <td className={`${cell} py-0.5 text-right`}>
                {member.hasBadge ? null : (
                  <Button variant="plain" size="sm" aria-label={t('enrolNamed', { name: member.displayName })} onPress={() => onEnrol(member)}>
                    {t('enrol')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

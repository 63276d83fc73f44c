import { useTranslation } from 'react-i18next'
import { useDefinitionName } from '../../stores/definitions.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import type { Member } from './use-roll.ts'

const cell = 'border-b border-line px-3 text-left whitespace-nowrap'
/** Fixed widths, so that nothing moves when the page is turned. */
const columns = { name: 'w-full', number: 'min-w-[110px]', division: 'min-w-[90px]', type: 'min-w-[130px]', status: 'min-w-[110px]', where: 'min-w-[100px]', badge: 'min-w-[200px]' } as const

interface Props {
  readonly members: readonly Member[]
  readonly page: number
  readonly onEnrol: (member: Member) => void
}

export function MemberTable({ members, page, onEnrol }: Props) {
  const { t } = useTranslation('members')
  const nameOf = useDefinitionName()
  return (
    // A new page begins at its top.
    <div key={page} role="region" aria-label={t('table', { page })} tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2!">
      <table className="w-full border-separate border-spacing-0">
        <thead className="sticky top-0 z-10 bg-panel">
          <tr>
            {(Object.keys(columns) as (keyof typeof columns)[]).map((column) => (
              <th key={column} scope="col" className={`${cell} ${columns[column]} label-caps h-8`}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id} className="h-[35px] hover:bg-chip/60">
              <td className={`${cell} w-full max-w-0 truncate`} title={`${member.rank} ${member.lastName}, ${member.firstName}`}>
                <span className="inline-block w-[60px] text-ink-muted">{member.rank}</span> <b className="font-semibold">{member.lastName}</b>, {member.firstName}
              </td>
              <td className={cell}>{member.serviceNumber}</td>
              <td className={cell} title={member.division?.name}>
                {member.division?.code ?? '–'}
              </td>
              <td className={`${cell} text-ink-muted`}>{nameOf('memberTypes', member.memberType)}</td>
              <td className={cell}>{member.status === 'active' ? <span className="text-ink-muted">{nameOf('memberStatuses', member.status)}</span> : <Chip tone="attention">{nameOf('memberStatuses', member.status)}</Chip>}</td>
              <td className={cell}>{member.present ? <Chip tone="in">{t('inside')}</Chip> : null}</td>
              <td className={cell}>
                {member.hasBadge ? (
                  <Chip>{t('badge')}</Chip>
                ) : (
                  <span className="flex items-center gap-2">
                    <Chip tone="attention">{t('noBadge')}</Chip>
                    <Button size="sm" className="h-[27px] px-2" aria-label={t('enrolNamed', { name: member.displayName })} onPress={() => onEnrol(member)}>
                      {t('enrol')}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The shape of what is coming. */
export const TableSkeleton = () => (
  <div aria-hidden className="flex-1 overflow-hidden pt-8">
    {Array.from({ length: 20 }, (_, index) => (
      <div key={index} className="flex h-[35px] items-center gap-4 border-t border-line px-3">
        <span className="h-3 w-10 rounded bg-chip" />
        <span className="h-3 rounded bg-chip" style={{ width: 120 + ((index * 53) % 140) }} />
        <span className="ml-auto h-3 w-96 rounded bg-chip" />
      </div>
    ))}
  </div>
)

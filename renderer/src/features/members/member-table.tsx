import { useTranslation } from 'react-i18next'
import { useDefinitionName } from '../../stores/definitions.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { choose, directionOf, sortBy, toggleChosen, useRollView, type Sort } from './roll-store.ts'
import type { Member } from './use-roll.ts'

interface Props {
  readonly members: readonly Member[]
  readonly onEnrol: (member: Member) => void
}

export function MemberTable({ members, onEnrol }: Props) {
  const { t } = useTranslation('members')
  const nameOf = useDefinitionName()
  const view = useRollView()
  const isAdmin = useMay('admin')
  const sorting = (sort: Sort) => ({ sort: view.sort === sort ? (directionOf(view) === 'asc' ? ('ascending' as const) : ('descending' as const)) : ('none' as const), onSort: () => sortBy(sort) })
  const all = members.length > 0 && members.every(({ id }) => view.chosen.has(id))
  return (
    <VirtualTable
      label={t('tableLabel')}
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        ...(isAdmin
          ? [
              {
                key: 'chosen',
                title: t('chooseAll'),
                width: '18px',
                renderTitle: () => <input type="checkbox" aria-label={t('chooseAll')} checked={all} onChange={() => choose(all ? [] : members.map(({ id }) => id))} />,
                renderCell: (member: Member) => <input type="checkbox" aria-label={t('chooseOne', { name: member.displayName })} checked={view.chosen.has(member.id)} onChange={() => toggleChosen(member.id)} />,
              },
            ]
          : []),
        { key: 'rank', title: t('column.rank'), width: '60px', ...sorting('rank'), renderCell: ({ rank }) => <span className="text-ink-muted">{rank}</span> },
        {
          key: 'name',
          title: t('column.name'),
          width: 'minmax(150px, 2fr)',
          ...sorting('name'),
          renderCell: (member) => (
            <button type="button" className="max-w-full cursor-pointer text-left hover:underline" onClick={() => useRollView.setState({ opened: member.id })} data-member={member.id}>
              <b className="font-semibold">{member.lastName}</b>, {member.firstName}
            </button>
          ),
        },
        { key: 'number', title: t('column.number'), width: '96px', ...sorting('serviceNumber'), renderCell: ({ serviceNumber }) => serviceNumber },
        { key: 'division', title: t('column.division'), width: '74px', ...sorting('division'), renderCell: ({ division }) => <span title={division?.name}>{division?.code ?? '–'}</span> },
        { key: 'type', title: t('column.type'), width: '92px', renderCell: ({ memberType }) => <span className="text-ink-muted">{nameOf('memberTypes', memberType)}</span> },
        { key: 'status', title: t('column.status'), width: '84px', ...sorting('status'), renderCell: ({ status }) => (status === 'active' ? <span className="text-ink-muted">{nameOf('memberStatuses', status)}</span> : <Chip tone="attention">{nameOf('memberStatuses', status)}</Chip>) },
        { key: 'carried', title: t('column.carried'), width: 'minmax(100px, 1.4fr)', renderCell: (member) => <Carried member={member} /> },
        {
          key: 'badge',
          title: t('column.badge'),
          width: '150px',
          renderCell: (member) =>
            member.hasBadge ? (
              <span className="flex gap-1">
                <Chip>{t('badge')}</Chip>
                {member.present ? <Chip tone="in">{t('inside')}</Chip> : null}
              </span>
            ) : isAdmin ? (
              <Button size="sm" className="h-[27px] px-2" aria-label={t('enrolNamed', { name: member.displayName })} onPress={() => onEnrol(member)}>
                {t('enrol')}
              </Button>
            ) : (
              <Chip tone="attention">{t('noBadge')}</Chip>
            ),
        },
      ]}
    />
  )
}

/** Tags, each once, and a warning for those who forget to sign out (screens.md 1.9: at three, at five). */
function Carried({ member: { tags, missedCheckouts } }: { member: Member }) {
  const { t } = useTranslation('members')
  return (
    <span className="flex flex-wrap gap-1">
      {missedCheckouts >= 3 ? <Chip tone={missedCheckouts >= 5 ? 'refused' : 'attention'}>{t('missed', { count: missedCheckouts })}</Chip> : null}
      {tags.slice(0, 4).map(({ id, name }) => (
        <Chip key={id}>{name}</Chip>
      ))}
      {tags.length > 4 ? <Chip>+{tags.length - 4}</Chip> : null}
    </span>
  )
}

/** What stands where the rows will be, so that nothing jumps when they come. */
export const TableSkeleton = () => (
  <div aria-hidden className="grid gap-px p-3">
    {Array.from({ length: 12 }, (_, index) => (
      <div key={index} className="h-[34px] animate-pulse rounded bg-chip motion-reduce:animate-none" />
    ))}
  </div>
)

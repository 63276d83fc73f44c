import { useTranslation } from 'react-i18next'
import { levelName, useSession } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useTimes } from '../../ui/time.ts'
import type { Account } from './use-accounts.ts'

export type Act = 'level' | 'code' | 'disable' | 'enable' | 'end'

const cell = 'border-b border-line px-3 py-1 text-left whitespace-nowrap'
const columns = ['name', 'number', 'level', 'pin', 'last', 'actions'] as const

interface Props {
  readonly accounts: readonly Account[]
  readonly onAct: (act: Act, account: Account) => void
}

export function AccountTable({ accounts, onAct }: Props) {
  const { t } = useTranslation('accounts')
  const own = useSession((state) => state.state?.session?.memberId)
  const ownLevel = useSession((state) => state.state?.session?.level ?? 0)
  const { shortDate, time } = useTimes()
  return (
    <div role="region" aria-label={t('list.title')} tabIndex={0} className="min-h-0 flex-1 overflow-auto rounded-lg border border-line">
      <table className="w-full border-separate border-spacing-0">
        <thead className="sticky top-0 z-10 bg-panel">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`${cell} label-caps h-8 ${column === 'name' ? 'w-full' : ''}`}>
                {t(`list.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => {
            const { memberId, displayName, level, disabledAt, lastSignInAt } = account
            const acts: Act[] = memberId === own || level > ownLevel ? [] : ['level', ...(account.hasBadge && disabledAt === null ? (['code'] as const) : []), disabledAt === null ? 'disable' : 'enable', ...(account.signedInAt === null ? [] : (['end'] as const))]
            return (
              <tr key={memberId} className="hover:bg-chip/60">
                <td className={`${cell} max-w-0 truncate font-semibold`} title={displayName}>
                  {displayName}
                </td>
                <td className={cell}>{account.serviceNumber}</td>
                <td className={cell}>
                  {level} · {t(`level.${levelName(level)}`)}
                </td>
                <td className={cell}>
                  <span className="flex gap-1.5">
                    {disabledAt === null ? null : <Chip tone="refused">{t('list.disabled')}</Chip>}
                    <Chip tone={account.pin === 'set' ? 'in' : 'attention'}>{t(`list.pin.${account.pin}`)}</Chip>
                    {account.hasBadge ? null : <Chip tone="attention">{t('list.noBadge')}</Chip>}
                    {account.signedInAt === null ? null : <Chip tone="out">{t('list.here')}</Chip>}
                  </span>
                </td>
                <td className={`${cell} text-ink-muted`}>{lastSignInAt === null ? t('list.never') : `${shortDate(lastSignInAt)} ${time(lastSignInAt)}`}</td>
                <td className={cell}>
                  <span className="flex min-h-8 items-center gap-1.5">
                    {memberId === own ? <span className="text-ink-muted">{t('list.own')}</span> : null}
                    {acts.map((act) => (
                      <Button key={act} size="sm" className="h-[27px] px-2" aria-label={t('list.of', { action: t(`list.${act === 'level' ? 'change' : act}`), name: displayName })} onPress={() => onAct(act, account)}>
                        {t(`list.${act === 'level' ? 'change' : act}`)}
                      </Button>
                    ))}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

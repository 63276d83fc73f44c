import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { useStationName } from '../../../stores/stations.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useNow, useTimes } from '../../../ui/time.ts'
import type { Key } from './gateway-section.tsx'
import { useScopeWords } from './key-words.ts'

const dayMs = 24 * 60 * 60_000
/** An end so near is said in amber, in days. */
const soonDays = 14
const columns = ['name', 'may', 'station', 'used', 'until', 'act'] as const
const cell = 'border-b border-line px-3 py-2 text-left align-top'

/** One row a key, those that hold first; the others stay, because the trail names them. */
export function KeyTable({ keys }: { keys: readonly Key[] }) {
  const { t } = useTranslation('gateway')
  const now = useNow(60_000)
  const [revoking, setRevoking] = useState<Key | null>(null)
  const holding = keys.filter((key) => stateOf(key, now) === 'holds' || stateOf(key, now) === 'soon')
  const ordered = [...holding, ...keys.filter((key) => !holding.includes(key))]
  return (
    <div className="flex min-h-0 min-w-0 flex-col">
      <h3 className="border-b border-line px-3 py-2 font-semibold">
        {t('keys.title')} <span className="font-normal text-ink-muted">{t('keys.count', { count: holding.length })}</span>
      </h3>
      {keys.length === 0 ? (
        <EmptyState title={t('keys.empty')} text={t('keys.emptyText')} />
      ) : (
        <div tabIndex={0} role="region" aria-label={t('keys.title')} className="min-h-0 flex-1 overflow-auto -outline-offset-2!">
          <table className="w-full border-separate border-spacing-0">
            <thead className="sticky top-0 z-10 bg-panel">
              <tr className="label-caps whitespace-nowrap">
                {columns.map((column) => (
                  <th key={column} scope="col" className={cell}>
                    {column === 'act' ? <span className="sr-only">{t('keys.column.act')}</span> : t(`keys.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ordered.map((key) => (
                <KeyRow key={key.id} of={key} now={now} onRevoke={() => setRevoking(key)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {revoking === null ? null : (
        <ConfirmDialog title={t('keys.revokeTitle', { name: revoking.name })} text={t('keys.revokeText')} confirm={t('keys.revoke')} isGrave act={() => api().gateway.revokeKey({ keyId: revoking.id })} onClose={() => setRevoking(null)} />
      )}
    </div>
  )
}

function stateOf({ revokedAt, expiresAt }: Key, now: number): 'revoked' | 'over' | 'soon' | 'holds' {
  if (revokedAt !== null) return 'revoked'
  const left = Date.parse(expiresAt) - now
  return left <= 0 ? 'over' : left < soonDays * dayMs ? 'soon' : 'holds'
}

function KeyRow({ of: key, now, onRevoke }: { of: Key; now: number; onRevoke: () => void }) {
  const { t } = useTranslation('gateway')
  const { shortDate, moment } = useTimes()
  const nameOf = useStationName()
  const words = useScopeWords()
  const { name, scopes, stationId, createdAt, createdBy, expiresAt, revokedAt, revokedBy, lastUsedAt } = key
  const state = stateOf(key, now)
  const isGone = state === 'revoked' || state === 'over'
  return (
    <tr>
      <th scope="row" className={`${cell} min-w-44 font-normal`}>
        <span className={`font-semibold break-words ${isGone ? 'text-ink-muted' : ''}`}>{name}</span>
        <span className="block text-xs text-ink-muted">{t('keys.made', { on: shortDate(createdAt), by: createdBy })}</span>
      </th>
      <td className={`${cell} w-full min-w-40`}>
        {scopes.map((scope) => (
          <span key={scope} className="block">
            {words(scope)}
          </span>
        ))}
      </td>
      <td className={cell}>{nameOf(stationId)}</td>
      <td className={`${cell} whitespace-nowrap ${lastUsedAt === null ? 'text-ink-muted' : ''}`}>{lastUsedAt === null ? t('keys.never') : moment(lastUsedAt)}</td>
      <td className={cell}>
        {state === 'revoked' ? (
          <span className="text-refused">{t('keys.revoked', { on: shortDate(revokedAt ?? ''), by: revokedBy ?? '' })}</span>
        ) : state === 'holds' ? (
          <span className="whitespace-nowrap">{shortDate(expiresAt)}</span>
        ) : (
          <Chip tone={state === 'over' ? 'neutral' : 'attention'}>{t(`keys.${state}`, { on: shortDate(expiresAt) })}</Chip>
        )}
      </td>
      <td className={`${cell} whitespace-nowrap`}>
        {state === 'revoked' ? null : (
          <Button size="sm" aria-label={t('keys.revokeOf', { name })} onPress={onRevoke}>
            {t('keys.revoke')}
          </Button>
        )}
      </td>
    </tr>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failed } from '../../ui/failed.tsx'
import { AccountTable, type Act } from './account-table.tsx'
import { CodeDialog } from './code-dialog.tsx'
import { DisableDialog } from './disable-dialog.tsx'
import { LevelDialog } from './level-dialog.tsx'
import { useAccounts, type Account } from './use-accounts.ts'
import { api } from '../../api.ts'

/** Who may do what at the desk: levels, PINs and sessions, in the Admin room. */
export function AccountsSection() {
  const { t } = useTranslation(['accounts', 'common'])
  const [search, setSearch] = useState('')
  const [asked, setAsked] = useState<{ act: Act | 'add'; account: Account | null } | null>(null)
  const [notice, setNotice] = useState<string>()
  const { accounts, problem, refresh } = useAccounts(search)
  const close = (): void => setAsked(null)
  const onAct = async (act: Act, account: Account): Promise<void> => {
    setNotice(undefined)
    if (act === 'level' || act === 'code' || act === 'disable') return setAsked({ act, account })
    const result = act === 'enable' ? await api().accounts.setDisabled({ member: account.memberId, disabled: false }) : await api().accounts.endSession({ member: account.memberId })
    if (!result.ok) setNotice(`${refusalWords(result.error).message} ${refusalWords(result.error).howToFix}`)
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <p className="max-w-prose text-ink-muted">{t('list.text')}</p>
      <div className="flex items-center gap-3">
        <input
          type="search"
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          maxLength={100}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setSearch('')}
          className="h-[34px] w-72 rounded-lg border border-line bg-panel px-2.5 outline-none placeholder:text-ink-muted focus:border-out"
        />
        <span className="flex-1" />
        <Button variant="primary" onPress={() => setAsked({ act: 'add', account: null })}>
          {t('list.add')}
        </Button>
      </div>
      {notice === undefined ? null : (
        <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
          {notice}
        </p>
      )}
      {problem !== null ? (
        <Failed problem={problem} retry={refresh} />
      ) : accounts === null ? (
        <p role="status" className="text-ink-muted">
          {t('common:loading')}
        </p>
      ) : accounts.length === 0 ? (
        <EmptyState title={t(search === '' ? 'list.empty.title' : 'list.noMatch.title')} text={t(search === '' ? 'list.empty.text' : 'list.noMatch.text')} />
      ) : (
        <AccountTable accounts={accounts} onAct={(act, account) => void onAct(act, account)} />
      )}
      {asked?.act === 'add' || asked?.act === 'level' ? <LevelDialog account={asked.account} onClose={close} /> : null}
      {asked?.act === 'code' && asked.account !== null ? <CodeDialog account={asked.account} onClose={close} /> : null}
      {asked?.act === 'disable' && asked.account !== null ? <DisableDialog account={asked.account} onClose={close} /> : null}
    </div>
  )
}

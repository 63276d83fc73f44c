import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { EnrolDialog } from './enrol-dialog.tsx'
import { openWizard, useWizard } from './import/wizard-store.ts'
import { MemberTable, TableSkeleton } from './member-table.tsx'
import { useRoll, type Member, type RollPage } from './use-roll.ts'

/** The roll: searched, page by page. */
export function MemberList() {
  const { t } = useTranslation(['members', 'common'])
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const [enrolling, setEnrolling] = useState<Member | null>(null)
  const searchField = useRef<HTMLInputElement>(null)
  const left = useWizard((state) => state.left)
  useEffect(() => useWizard.setState({ left: false }), [])
  const { roll, problem, retry } = useRoll(search, page)
  const find = (text: string): void => {
    setSearch(text)
    setPage(1)
  }
  const closeEnrolment = (enrolled: boolean): void => {
    setEnrolling(null)
    // The button that opened it is gone with the badge given: the next name is what is typed next.
    if (enrolled) setTimeout(() => searchField.current?.select(), 50)
  }
  return (
    <section aria-labelledby="members-title" className="panel h-full">
      <div className="flex items-center gap-3 border-b border-line px-3 py-2">
        <h1 id="members-title" className="text-[15px] font-semibold">
          {t('title')}
        </h1>
        <span role="status" className="text-ink-muted">
          {roll === null ? '' : t('total', { count: roll.total })}
        </span>
        <span className="flex-1" />
        <label className="flex h-[34px] w-80 items-center gap-2 rounded-lg border border-line px-2.5 focus-within:border-out">
          <Search aria-hidden size={16} className="text-ink-muted" />
          <input
            ref={searchField}
            type="search"
            aria-label={t('search')}
            placeholder={t('searchHint')}
            maxLength={100}
            value={search}
            onChange={(event) => find(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && find('')}
            className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-muted"
          />
        </label>
        <Button variant="primary" autoFocus={left} onPress={openWizard}>
          {t('import')}
        </Button>
      </div>
      {problem !== null ? (
        <EmptyState title={refusalWords(problem).message} text={refusalWords(problem).howToFix} action={<Button onPress={retry}>{t('common:retry')}</Button>} />
      ) : roll === null ? (
        <TableSkeleton />
      ) : roll.members.length > 0 ? (
        <MemberTable members={roll.members} page={roll.page} onEnrol={setEnrolling} />
      ) : search === '' ? (
        <EmptyState
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <Button variant="primary" onPress={openWizard}>
              {t('import')}
            </Button>
          }
        />
      ) : (
        <EmptyState title={t('noMatch.title')} text={t('noMatch.text')} />
      )}
      {roll !== null && roll.totalPages > 1 ? <Pages roll={roll} onPage={setPage} /> : null}
      {enrolling === null ? null : <EnrolDialog member={enrolling} onClose={closeEnrolment} />}
    </section>
  )
}

function Pages({ roll: { page, limit, total, totalPages }, onPage }: { roll: RollPage; onPage: (page: number) => void }) {
  const { t } = useTranslation('members')
  const from = (page - 1) * limit + 1
  return (
    <nav aria-label={t('pages')} className="flex items-center gap-2 border-t border-line px-3 py-1.5 text-xs text-ink-muted">
      <span>{t('shown', { from, to: Math.min(total, from + limit - 1), total })}</span>
      <span className="flex-1" />
      <span>{t('page', { page, pages: totalPages })}</span>
      <Button size="sm" isDisabled={page <= 1} onPress={() => onPage(page - 1)}>
        {t('previous')}
      </Button>
      <Button size="sm" isDisabled={page >= totalPages} onPress={() => onPage(page + 1)}>
        {t('next')}
      </Button>
    </nav>
  )
}

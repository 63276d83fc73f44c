import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { EnrolDialog } from './enrol-dialog.tsx'
import { MemberTable } from './member-table.tsx'
import { useRoll, type Member } from './use-roll.ts'

export function MemberList({ onImport }: { onImport: () => void }) {
  const { t } = useTranslation(['members', 'common'])
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const [enrolling, setEnrolling] = useState<Member | null>(null)
  const { roll, problem, retry } = useRoll(search, page)
  const importButton = (
    <Button variant="primary" onPress={onImport}>
      {t('import')}
    </Button>
  )
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
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value)
            setPage(1)
          }}
          className="h-[34px] w-72 rounded-lg border border-line bg-panel px-2.5"
        />
        {importButton}
      </div>
      {problem !== null ? (
        <EmptyState title={refusalWords(problem).message} text={refusalWords(problem).howToFix} action={<Button onPress={retry}>{t('common:retry')}</Button>} />
      ) : roll === null ? (
        <p role="status" className="p-6 text-ink-muted">
          {t('common:loading')}
        </p>
      ) : roll.total > 0 ? (
        <MemberTable members={roll.members} onEnrol={setEnrolling} />
      ) : search === '' ? (
        <EmptyState title={t('empty.title')} text={t('empty.text')} action={importButton} />
      ) : (
        <EmptyState title={t('noMatch.title')} text={t('noMatch.text')} />
      )}
      {roll !== null && roll.totalPages > 1 ? (
        <nav aria-label={t('title')} className="flex items-center justify-end gap-3 border-t border-line px-3 py-1.5">
          <span className="text-xs text-ink-muted">{t('page', { page: roll.page, pages: roll.totalPages })}</span>
          <Button variant="quiet" isDisabled={roll.page <= 1} onPress={() => setPage(roll.page - 1)}>
            {t('previous')}
          </Button>
          <Button variant="quiet" isDisabled={roll.page >= roll.totalPages} onPress={() => setPage(roll.page + 1)}>
            {t('next')}
          </Button>
        </nav>
      ) : null}
      {enrolling === null ? null : <EnrolDialog member={enrolling} onClose={() => setEnrolling(null)} />}
    </section>
  )
}

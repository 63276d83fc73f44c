import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failed } from '../../ui/failed.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { EnrolDialog } from './enrol-dialog.tsx'
import { FilterBar } from './filter-bar.tsx'
import { openWizard, useWizard } from './import/wizard-store.ts'
import { MemberForm } from './member-form.tsx'
import { MemberTable, TableSkeleton } from './member-table.tsx'
import { ProfileDialog } from './profile-dialog.tsx'
import { isFiltered, noFilters, setFilters, useRollView } from './roll-store.ts'
import { useRoll, type Member } from './use-roll.ts'

/** The roll: searched, narrowed, sorted, and every one of its people a press away. */
export function MemberList() {
  const { t } = useTranslation(['members', 'common'])
  const { filters, opened } = useRollView()
  const [enrolling, setEnrolling] = useState<Member | null>(null)
  const [adding, setAdding] = useState<'nominal_roll' | 'civilian_manual' | null>(null)
  const searchField = useRef<HTMLInputElement>(null)
  const left = useWizard((state) => state.left)
  const isAdmin = useMay('admin')
  useEffect(() => useWizard.setState({ left: false }), [])
  const { roll, problem, retry } = useRoll()
  const closeEnrolment = (enrolled: boolean): void => {
    setEnrolling(null)
    // The button that opened it is gone with the badge given: the next name is what is typed next.
    if (enrolled) setTimeout(() => searchField.current?.select(), 50)
  }
  const nothing = filters.search === '' && !isFiltered(filters)
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
        <SearchField field={searchField} label={t('search')} hint={t('searchHint')} value={filters.search} onChange={(search) => setFilters({ search })} />
        {isAdmin ? (
          <>
            <Button onPress={() => setAdding('civilian_manual')}>{t('newCivilian')}</Button>
            <Button onPress={() => setAdding('nominal_roll')}>{t('newMember')}</Button>
            <Button variant="primary" autoFocus={left} onPress={openWizard}>
              {t('import')}
            </Button>
          </>
        ) : null}
      </div>
      <FilterBar />
      {problem !== null ? (
        <Failed problem={problem} retry={retry} />
      ) : roll === null ? (
        <TableSkeleton />
      ) : roll.members.length > 0 ? (
        <MemberTable members={roll.members} onEnrol={setEnrolling} />
      ) : nothing ? (
        <EmptyState
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            isAdmin ? (
              <Button variant="primary" onPress={openWizard}>
                {t('import')}
              </Button>
            ) : undefined
          }
        />
      ) : (
        <EmptyState title={t('noMatch.title')} text={t('noMatch.text')} action={<Button onPress={() => setFilters(noFilters)}>{t('showAll')}</Button>} />
      )}
      {isAdmin ? <BulkBar /> : null}
      {enrolling === null ? null : <EnrolDialog member={enrolling} onClose={closeEnrolment} />}
      {adding === null ? null : <MemberForm source={adding} onClose={() => setAdding(null)} />}
      {opened === null ? null : <ProfileDialog memberId={opened} onClose={() => useRollView.setState({ opened: null })} />}
    </section>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { Button } from '../../../ui/button.tsx'
import { VirtualTable, type VirtualColumn } from '../../../ui/virtual-table.tsx'
import { BlanksDialog } from './blanks-dialog.tsx'
import { toggled, type NoticeGroup, type Preview } from './choices.ts'
import { LeaveOut } from './leave-out.tsx'
import { fieldWords, noticeWords } from './problem-words.ts'
import { setChoices, useWizard } from './wizard-store.ts'

interface Person {
  readonly row: number
  readonly name: string
  readonly serviceNumber: string
}

const shownRows = 3

/** The columns that every list of rows begins with. */
function useRowColumns<T extends Person>(): { begin: VirtualColumn<T>[]; end: VirtualColumn<T>; muted: (row: T) => boolean } {
  const { t } = useTranslation('roll')
  const excluded = useWizard((state) => state.choices.excludeRows)
  return {
    begin: [
      { key: 'row', title: t('row'), width: '56px', renderCell: ({ row }) => <span className="text-ink-muted">{row}</span> },
      { key: 'name', title: t('name'), width: 'minmax(0,2fr)', renderCell: ({ name }) => name },
      { key: 'number', title: t('number'), width: '110px', renderCell: ({ serviceNumber }) => serviceNumber },
    ],
    end: { key: 'leaveOut', title: t('leaveOut'), width: '90px', renderCell: ({ row }) => <LeaveOut row={row} /> },
    muted: ({ row }) => excluded.has(row),
  }
}

export function AddTable({ people }: { people: Preview['toAdd'] }) {
  const { t } = useTranslation('roll')
  const { begin, end, muted } = useRowColumns<Preview['toAdd'][number]>()
  return <VirtualTable label={t('part.add')} rows={people} rowKey={({ row }) => row} muted={muted} columns={[...begin, { key: 'division', title: t('division'), width: 'minmax(90px,1fr)', renderCell: ({ division }) => division ?? '' }, end]} />
}

export function UpdateTable({ people }: { people: Preview['toUpdate'] }) {
  const { t } = useTranslation('roll')
  const { begin, end, muted } = useRowColumns<Preview['toUpdate'][number]>()
  const { clears, columns } = useWizard((state) => state.choices)
  const [open, setOpen] = useState(false)
  const cleared = [...clears].filter((field) => columns.includes(field)).length
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-3 py-1.5">
        <p className="flex-1 text-ink-muted">{cleared === 0 ? t('blanks.keep') : t('blanks.clear', { count: cleared })}</p>
        <Button size="sm" aria-haspopup="dialog" onPress={() => setOpen(true)}>
          {t('blanks.open')}
        </Button>
      </div>
      {people.length === 0 ? (
        <p className="p-6 text-ink-muted">{t('none.update')}</p>
      ) : (
        <VirtualTable
          label={t('part.update')}
          rows={people}
          rowKey={({ row }) => row}
          muted={muted}
          columns={[
            ...begin,
            {
              key: 'changes',
              title: t('changes'),
              width: 'minmax(0,3fr)',
              renderCell: ({ changes }) =>
                changes.map(({ field, from, to }) => (
                  <span key={field} className="block">
                    <span className="text-ink-muted">
                      {fieldWords(field)}: {from ?? t('nothing')} →
                    </span>{' '}
                    <b className="font-semibold">{to ?? t('nothing')}</b>
                  </span>
                )),
            },
            end,
          ]}
        />
      )}
      {open ? <BlanksDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** On the roll, but not in the file: they stay as they are unless ticked. */
export function MissingTable({ people, obstacles }: { people: Preview['toReview']; obstacles: Preview['obstacles'] }) {
  const { t } = useTranslation('roll')
  const whyNot = new Map(obstacles.map((obstacle) => [obstacle.memberId, Object.values(refusalWords(obstacle)).join(' ')]))
  const chosen = useWizard((state) => state.choices.deactivateIds)
  const offered = people.filter(({ present }) => !present)
  const all = offered.length > 0 && offered.every(({ memberId }) => chosen.has(memberId))
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-3 py-1.5">
        <p className="flex-1 text-ink-muted">{t('missingText')}</p>
        <label className="flex items-center gap-2">
          {t('setInactiveAll')}
          <input type="checkbox" disabled={offered.length === 0} checked={all} onChange={(event) => setChoices({ deactivateIds: new Set(event.target.checked ? offered.map(({ memberId }) => memberId) : []) })} />
        </label>
      </div>
      <VirtualTable
        label={t('part.missing')}
        rows={people}
        rowKey={({ memberId }) => memberId}
        columns={[
          { key: 'name', title: t('name'), width: 'minmax(0,1fr)', renderCell: ({ name }) => name },
          { key: 'number', title: t('number'), width: 'minmax(110px,200px)', renderCell: ({ serviceNumber }) => serviceNumber },
          {
            key: 'inactive',
            title: t('setInactive'),
            width: 'minmax(170px,1fr)',
            renderCell: ({ memberId, name, present }) => (
              <span className="flex items-center gap-2">
                <input
                  type="checkbox"
                  aria-label={t('setInactiveNamed', { name })}
                  aria-describedby={present || whyNot.has(memberId) ? `why-${memberId}` : undefined}
                  disabled={present}
                  checked={chosen.has(memberId)}
                  onChange={(event) => setChoices({ deactivateIds: toggled(chosen, memberId, event.target.checked) })}
                />
                {present || whyNot.has(memberId) ? (
                  <span id={`why-${memberId}`} className={present ? 'text-ink-muted' : 'text-attention'}>
                    {present ? t('isInside') : whyNot.get(memberId)}
                  </span>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </>
  )
}

/** A notice that many rows share stands once, with its first rows. */
export function NoticeTable({ notices }: { notices: readonly NoticeGroup[] }) {
  const { t } = useTranslation('roll')
  return (
    <VirtualTable
      label={t('part.notices')}
      rows={notices}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'rows',
          title: t('rowsOfNotice'),
          width: '150px',
          renderCell: ({ rows }) => (
            <>
              <b className="font-semibold">{rows.slice(0, shownRows).join(', ')}</b>
              {rows.length > shownRows ? <span className="text-ink-muted"> {t('moreRows', { count: rows.length - shownRows })}</span> : null}
            </>
          ),
        },
        { key: 'column', title: t('column'), width: 'minmax(90px,160px)', renderCell: ({ notice }) => notice.column },
        { key: 'notice', title: t('notice'), width: 'minmax(0,1fr)', renderCell: ({ notice }) => noticeWords(notice) },
      ]}
    />
  )
}

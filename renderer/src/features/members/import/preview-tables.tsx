import { useTranslation } from 'react-i18next'
import { Chip } from '../../../ui/chip.tsx'
import { VirtualTable } from '../../../ui/virtual-table.tsx'
import { toggled, type Preview } from './choices.ts'
import { fieldWords, noticeWords } from './problem-words.ts'

export function AddTable({ people }: { people: Preview['toAdd'] }) {
  const { t } = useTranslation('members')
  return (
    <VirtualTable
      label={t('roll.counts.add')}
      rows={people}
      rowKey={({ row }) => row}
      columns={[
        { key: 'row', title: t('roll.row'), width: '64px', renderCell: ({ row }) => <span className="text-ink-muted">{row}</span> },
        { key: 'name', title: t('column.name'), width: 'minmax(0,1fr)', renderCell: ({ name }) => name },
        { key: 'number', title: t('column.number'), width: 'minmax(110px,200px)', renderCell: ({ serviceNumber }) => serviceNumber },
      ]}
    />
  )
}

export function UpdateTable({ people }: { people: Preview['toUpdate'] }) {
  const { t } = useTranslation('members')
  return (
    <VirtualTable
      label={t('roll.counts.update')}
      rows={people}
      rowKey={({ row }) => row}
      columns={[
        { key: 'row', title: t('roll.row'), width: '64px', renderCell: ({ row }) => <span className="text-ink-muted">{row}</span> },
        { key: 'name', title: t('column.name'), width: 'minmax(0,2fr)', renderCell: ({ name }) => name },
        { key: 'number', title: t('column.number'), width: '110px', renderCell: ({ serviceNumber }) => serviceNumber },
        {
          key: 'changes',
          title: t('roll.changes'),
          width: 'minmax(0,3fr)',
          renderCell: ({ changes }) =>
            changes.map(({ field, from, to }) => (
              <span key={field} className="block">
                <span className="text-ink-muted">
                  {fieldWords(field)} {from ?? t('roll.nothing')} →
                </span>{' '}
                <b className="font-semibold">{to ?? t('roll.nothing')}</b>
              </span>
            )),
        },
      ]}
    />
  )
}

interface MissingProps {
  readonly people: Preview['toReview']
  readonly deactivateIds: ReadonlySet<string>
  readonly onDeactivate: (ids: ReadonlySet<string>) => void
}

/** On the roll, but not in the file: they stay as they are unless ticked. */
export function MissingTable({ people, deactivateIds, onDeactivate }: MissingProps) {
  const { t } = useTranslation('members')
  return (
    <>
      <p className="border-b border-line px-3 py-1.5 text-ink-muted">{t('roll.missingText')}</p>
      <VirtualTable
        label={t('roll.missing')}
        rows={people}
        rowKey={({ memberId }) => memberId}
        columns={[
          { key: 'name', title: t('column.name'), width: 'minmax(0,1fr)', renderCell: ({ name }) => name },
          { key: 'number', title: t('column.number'), width: 'minmax(110px,200px)', renderCell: ({ serviceNumber }) => serviceNumber },
          {
            key: 'inactive',
            title: t('roll.setInactive'),
            width: 'minmax(170px,320px)',
            renderCell: ({ memberId, name, present }) => (
              <span className="flex items-center gap-2">
                <input
                  type="checkbox"
                  aria-label={t('roll.setInactiveNamed', { name })}
                  aria-describedby={present ? `inside-${memberId}` : undefined}
                  disabled={present}
                  checked={deactivateIds.has(memberId)}
                  onChange={(event) => onDeactivate(toggled(deactivateIds, memberId, event.target.checked))}
                />
                {present ? (
                  <span id={`inside-${memberId}`} className="text-ink-muted">
                    {t('roll.isInside')}
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

export function NoticeTable({ notices }: { notices: Preview['notices'] }) {
  const { t } = useTranslation('members')
  return (
    <VirtualTable
      label={t('roll.counts.notices')}
      rows={notices}
      rowKey={(_, index) => index}
      columns={[
        { key: 'row', title: t('roll.row'), width: '64px', renderCell: ({ row }) => <b className="font-semibold">{row}</b> },
        { key: 'column', title: t('roll.column'), width: 'minmax(90px,180px)', renderCell: ({ field }) => fieldWords(field) },
        { key: 'notice', title: t('roll.notice'), width: 'minmax(0,1fr)', renderCell: (notice) => noticeWords(notice) },
      ]}
    />
  )
}

/** Which columns of the file were understood, and as what. */
export function ColumnTable({ columns }: { columns: Preview['columns'] }) {
  const { t } = useTranslation('members')
  return (
    <VirtualTable
      label={t('roll.counts.columns')}
      rows={columns}
      rowKey={(_, index) => index}
      columns={[
        { key: 'header', title: t('roll.header'), width: 'minmax(0,1fr)', renderCell: ({ header }) => (header === '' ? '–' : header) },
        { key: 'field', title: t('roll.readAs'), width: 'minmax(0,2fr)', renderCell: ({ field }) => (field === null ? <Chip tone="attention">{t('roll.ignored')}</Chip> : fieldWords(field)) },
      ]}
    />
  )
}

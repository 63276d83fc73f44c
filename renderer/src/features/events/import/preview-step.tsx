import { useTranslation } from 'react-i18next'
import { duplicatePolicies } from '../../../../../shared/domain/attendee-list.ts'
import { attendeeProblems, type AttendeeProblem } from '../../../../../shared/i18n/attendee-problems.ts'
import { Button } from '../../../ui/button.tsx'
import { CellSelect } from '../../../ui/cell-select.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useTimes } from '../../../ui/time.ts'
import { VirtualTable } from '../../../ui/virtual-table.tsx'
import type { AttendeeImportState, Preview } from './use-attendee-import.ts'

type Person = Preview['people'][number]

const tones = { add: 'in', update: 'out', unchanged: 'neutral', skip: 'neutral', error: 'refused', excluded: 'neutral' } as const

/** What would become of each row, with the choices that it leaves; errors first. */
export function PreviewStep({ run, roles }: { run: AttendeeImportState; roles: readonly string[] }) {
  const { t } = useTranslation(['attendeeList', 'roll'])
  const { preview, choices, busy, isAgain, file, look } = run
  if (preview === null || file === null) return null
  const { counts } = preview
  const touched = counts.add + counts.update
  // Those that need a person come first, in the order of the file, and stay there when they are left out.
  const wrong = new Set(preview.errors.map(({ row }) => row))
  const people = [...preview.people.filter(({ row }) => wrong.has(row)), ...preview.people.filter(({ row }) => !wrong.has(row))]
  return (
    <>
      {isAgain ? (
        <p role="alert" className="border-b border-line bg-attention-soft px-3 py-2 text-attention">
          {t('changed')}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line px-3 py-1.5">
        <b className="min-w-0 truncate text-base font-semibold" title={file.fileName}>
          {file.fileName}
        </b>
        <span className="flex-1 text-ink-muted">{t('summary', { add: counts.add, update: counts.update, skip: counts.skip + counts.unchanged, excluded: counts.excluded })}</span>
        <span className="flex items-center gap-2">
          <span aria-hidden className="whitespace-nowrap text-ink-muted">
            {t('policy.label')}
          </span>
          <span className="w-48">
            <CellSelect label={t('policy.label')} value={choices.duplicates} onChange={(duplicates) => void look({ duplicates, rows: new Map() })} options={duplicatePolicies.map((policy) => [policy, t(`policy.${policy}`)])} />
          </span>
        </span>
      </div>
      <Roles run={run} roles={roles} />
      <PeopleTable people={people} run={run} errors={preview.errors} />
      <div className="flex items-center gap-3 border-t border-line px-3 py-2.5">
        <Button onPress={() => run.goTo('choose')}>{t('roll:other')}</Button>
        <Button onPress={() => run.goTo('columns')}>{t('roll:editColumns')}</Button>
        <p role="status" className="flex-1 text-right text-attention">
          {busy !== null ? t('roll:updating') : counts.errorRows > 0 ? t('roll:blockedErrors', { count: counts.errorRows }) : touched === 0 ? t('nothing') : ''}
        </p>
        <Button variant="primary" isDisabled={busy !== null || counts.errorRows > 0 || touched === 0} onPress={() => void run.run()}>
          {t('import', { count: touched })}
        </Button>
      </div>
    </>
  )
}

/** Texts of the role column that are no role of the event: new ones, or one that there is. */
function Roles({ run: { preview, choices, look }, roles }: { run: AttendeeImportState; roles: readonly string[] }) {
  const { t } = useTranslation('attendeeList')
  const open = preview?.roles.filter(({ text, isNew }) => isNew || choices.roles.has(text)) ?? []
  if (open.length === 0) return null
  return (
    <div role="group" aria-label={t('roles')} className="flex max-h-32 flex-wrap gap-x-5 gap-y-1.5 overflow-y-auto border-b border-line px-3 py-2">
      {open.map(({ text }) => (
        <span key={text} className="flex items-center gap-2">
          <span aria-hidden>{t('roleOf', { text })}</span>
          <span className="w-80">
            <CellSelect label={t('roleOf', { text })} value={choices.roles.get(text) ?? ''} onChange={(role) => void look({ roles: new Map([...choices.roles, [text, role === '' ? null : role]]) })} options={[['', t('newRole', { text })], ...roles.map((role) => [role, role] as const)]} />
          </span>
        </span>
      ))}
    </div>
  )
}

const isKnownProblem = (code: string): code is AttendeeProblem => Object.hasOwn(attendeeProblems.en.problem, code)

function PeopleTable({ people, errors, run: { choices, look } }: { people: readonly Person[]; errors: Preview['errors']; run: AttendeeImportState }) {
  const { t } = useTranslation(['attendeeList', 'roll', 'attendeeProblems'])
  const { yearDate } = useTimes()
  const byRow = Map.groupBy(errors, ({ row }) => row)
  const wordsOf = ({ code, column, value, message, howToFix }: Preview['errors'][number]): string => {
    const blanks = { value: value ?? '', label: column }
    return isKnownProblem(code) ? `${t(`attendeeProblems:problem.${code}.message`, blanks)} ${t(`attendeeProblems:problem.${code}.howToFix`, blanks)}` : `${message} ${howToFix}`
  }
  const days = ({ accessStart, accessEnd }: Person): string => [accessStart === null ? '' : t('from', { date: yearDate(accessStart) }), accessEnd === null ? '' : t('to', { date: yearDate(accessEnd) })].filter(Boolean).join(' ') || t('asEvent')
  const leaveOut = (row: number, isOut: boolean): void => void look({ excludeRows: new Set(isOut ? [...choices.excludeRows, row] : [...choices.excludeRows].filter((other) => other !== row)) })
  return (
    <VirtualTable
      label={t('title')}
      rows={people}
      rowKey={({ row }) => row}
      muted={({ as }) => as === 'excluded'}
      columns={[
        { key: 'row', title: t('roll:row'), width: '52px', renderCell: ({ row }) => <span className="text-ink-muted">{row}</span> },
        { key: 'name', title: t('field.name'), width: 'minmax(0,1.4fr)', renderCell: ({ rank, name }) => <b className="font-semibold wrap-break-word">{[rank, name].filter(Boolean).join(' ')}</b> },
        { key: 'organization', title: t('field.organization'), width: 'minmax(0,1fr)', renderCell: ({ organization }) => organization },
        { key: 'role', title: t('field.role'), width: 'minmax(0,0.8fr)', renderCell: ({ role }) => role },
        { key: 'days', title: t('days'), width: 'minmax(0,1fr)', renderCell: (person) => <span className="text-ink-muted">{days(person)}</span> },
        {
          key: 'what',
          title: t('what'),
          width: 'minmax(0,2fr)',
          renderCell: ({ row, name, as, known }) => (
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
              <Chip tone={tones[as]}>{t(`as.${as}`)}</Chip>
              {(byRow.get(row) ?? []).map((error) => (
                <span key={`${error.code} ${error.field}`} className={as === 'excluded' ? '' : 'text-refused'}>
                  {wordsOf(error)}
                </span>
              ))}
              {known === null || as === 'excluded' || as === 'error' ? null : (
                <>
                  <span className="w-44 flex-none">
                    <CellSelect label={t('policyOf', { name })} value={choices.rows.get(row) ?? choices.duplicates} onChange={(policy) => void look({ rows: new Map([...choices.rows, [row, policy]]) })} options={duplicatePolicies.map((policy) => [policy, t(`policy.${policy}`)])} />
                  </span>
                  <span className="w-full text-xs text-ink-muted">{t('known', known)}</span>
                </>
              )}
            </span>
          ),
        },
        { key: 'leaveOut', title: t('roll:leaveOut'), width: '84px', renderCell: ({ row }) => <input type="checkbox" aria-label={t('roll:leaveOutRow', { row })} checked={choices.excludeRows.has(row)} onChange={(event) => leaveOut(row, event.target.checked)} /> },
      ]}
    />
  )
}

import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalLine } from '../../i18n/refusal-words.ts'
import { useDefinitionName } from '../../stores/definitions.ts'
import { sayDone } from '../../stores/undo.ts'
import { openVisitorDialog, useVisitors, type ExpectedVisit } from '../../stores/visitors.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useToday } from './use-today.ts'

/** Today and the week after it: the desk only confirms when they come. */
export function ExpectedSection() {
  const { t } = useTranslation('visitors')
  const { changes } = useVisitors()
  const today = useToday()
  const fetched = useFetched(() => api().visitors.expected({ days: 8 }), today, [changes])
  return (
    <Loaded fetched={fetched}>
      {({ expected }) => (expected.length === 0 ? <EmptyState title={t('expected.empty')} text={t('expected.emptyText')} action={<Button onPress={() => openVisitorDialog({ kind: 'expect' })}>{t('expect.open')}</Button>} /> : <ExpectedTable expected={expected} today={today} />)}
    </Loaded>
  )
}

function ExpectedTable({ expected, today }: { expected: readonly ExpectedVisit[]; today: string }) {
  const { t } = useTranslation('visitors')
  const { civilDate } = useTimes()
  const nameOf = useDefinitionName()
  const forget = async ({ id }: ExpectedVisit): Promise<void> => {
    const result = await api().visitors.forget({ expectedId: id })
    sayDone(result.ok ? t('done.forgotten', { name: result.value.displayName }) : refusalLine(result.error))
  }
  return (
    <VirtualTable
      label={t('section.expected')}
      rows={expected}
      rowKey={({ id }) => id}
      columns={[
        { key: 'when', title: t('column.when'), width: '160px', renderCell: ({ date, time }) => <span className={date === today ? 'font-semibold' : ''}>{[date === today ? t('expected.today') : civilDate(date), time].filter(Boolean).join(' ')}</span> },
        {
          key: 'name',
          title: t('column.name'),
          width: 'minmax(180px, 2fr)',
          renderCell: ({ displayName, organization }) => (
            <>
              <b className="font-semibold">{displayName}</b> <span className="text-ink-muted">{organization}</span>
            </>
          ),
        },
        { key: 'type', title: t('column.type'), width: '110px', renderCell: ({ visitType }) => nameOf('visitTypes', visitType) },
        { key: 'host', title: t('column.host'), width: 'minmax(160px, 1.5fr)', renderCell: ({ host, details }) => host?.displayName ?? <span className="text-ink-muted">{details ?? '–'}</span> },
        {
          key: 'acts',
          title: t('column.come'),
          width: '200px',
          renderCell: (one) =>
            one.visitId !== null ? (
              <Chip tone="in">{t('expected.came')}</Chip>
            ) : (
              <span className="flex gap-2">
                <Button size="sm" className="h-[27px] px-2" aria-label={t('expected.inOf', { name: one.displayName })} onPress={() => openVisitorDialog({ kind: 'signIn', expected: one })}>
                  {t('expected.in')}
                </Button>
                <Button size="sm" className="h-[27px] px-2" aria-label={t('expected.forgetOf', { name: one.displayName })} onPress={() => void forget(one)}>
                  {t('expected.forget')}
                </Button>
              </span>
            ),
        },
      ]}
    />
  )
}

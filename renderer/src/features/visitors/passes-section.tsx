import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../shared/contract/visitors.ts'
import { api } from '../../api.ts'
import { refusalLine } from '../../i18n/refusal-words.ts'
import { sayDone } from '../../stores/undo.ts'
import { useVisitors } from '../../stores/visitors.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { Loaded } from '../../ui/loaded.tsx'

type Outstanding = OutputOf<typeof visitors.passes>['outstanding'][number]

/** Which passes are free, and which went home with somebody. */
export function PassesSection() {
  const { t } = useTranslation('visitors')
  const { moment } = useTimes()
  const { changes } = useVisitors()
  const fetched = useFetched(() => api().visitors.passes({}), '', [changes])
  const back = async ({ visitId, label }: Outstanding): Promise<void> => {
    const result = await api().visitors.passReturned({ visitId })
    sayDone(result.ok ? t('done.back', { label }) : refusalLine(result.error))
  }
  return (
    <Loaded fetched={fetched}>
      {({ free, outstanding }) => {
        const atHand = free.filter(({ isOutstanding }) => !isOutstanding)
        return (
          <>
            <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
              <span className="text-ink-muted">{t('passes.free', { count: atHand.length })}</span>
              {atHand.map(({ badgeId, label }) => (
                <Chip key={badgeId}>{label}</Chip>
              ))}
              {atHand.length === 0 ? <span className="text-ink-muted">{t('passes.addHint')}</span> : null}
            </div>
            {outstanding.length === 0 ? (
              <EmptyState title={t('passes.none')} text={t('passes.noneText')} />
            ) : (
              <VirtualTable
                label={t('section.passes')}
                rows={outstanding}
                rowKey={({ visitId }) => visitId}
                columns={[
                  { key: 'pass', title: t('column.pass'), width: '110px', renderCell: ({ label }) => <b className="font-semibold">{label}</b> },
                  { key: 'name', title: t('column.with'), width: 'minmax(180px, 2fr)', renderCell: ({ displayName, organization }) => [displayName, organization].filter(Boolean).join(' · ') },
                  { key: 'phone', title: t('field.phone'), width: '150px', renderCell: ({ phone }) => phone ?? '–' },
                  { key: 'left', title: t('column.left'), width: '150px', renderCell: ({ until }) => moment(until) },
                  {
                    key: 'back',
                    title: t('column.back'),
                    width: '120px',
                    renderCell: (one) => (
                      <Button size="sm" className="h-[27px] px-2" aria-label={t('passes.backOf', { label: one.label })} onPress={() => void back(one)}>
                        {t('passes.back')}
                      </Button>
                    ),
                  },
                ]}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

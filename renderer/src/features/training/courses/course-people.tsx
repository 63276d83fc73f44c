import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { training } from '../../../../../shared/contract/training.ts'
import { api } from '../../../api.ts'
import { usePresence } from '../../../stores/presence.ts'
import { useMay } from '../../../stores/session.ts'
import { useSettingsChanges } from '../../../stores/settings.ts'
import { useTraining } from '../../../stores/training.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { VirtualTable } from '../../../ui/virtual-table.tsx'
import { ExplainPanel } from '../attendance/explain-panel.tsx'
import { FigureFlag, FigureText } from '../attendance/figure.tsx'
import type { Course } from './course-draft.ts'
import { EnrolmentDialog } from './enrolment-dialog.tsx'

export type Enrolment = OutputOf<typeof training.enrolments>['enrolments'][number]
const tones = { enrolled: 'in', completed: 'out', withdrawn: 'neutral' } as const
const tableId = 'course-people'

/** Everybody who is or was on a course; who may see attendance sees theirs, and each session of it. */
export function CoursePeople({ course, onAdd }: { course: Course; onAdd: (() => void) | null }) {
  const { t } = useTranslation('courses')
  const changes = useTraining((state) => state.changes)
  const settings = useSettingsChanges((state) => state.changes)
  const revision = usePresence((state) => state.snapshot?.revision ?? 0)
  const maySee = useMay('command')
  const isAdmin = useMay('admin')
  const people = useFetched(() => api().training.enrolments({ courseId: course.id }), course.id, [changes])
  const figures = useFetched(async () => (maySee ? api().attendance.bmq({ courseId: course.id }) : { ok: true as const, value: { from: course.startDate, to: course.endDate, sessions: [], records: [] } }), `${course.id} ${maySee}`, [changes, settings, revision])
  const { yearDate } = useTimes()
  const [picked, setPicked] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [asked, setAsked] = useState<{ kind: 'change' | 'remove'; enrolment: Enrolment } | null>(null)
  const figureOf = new Map(figures.value?.records.map(({ enrolment, attendance }) => [enrolment.id, attendance]))
  const closePanel = (): void => {
    setOpened(null)
    document.getElementById(tableId)?.focus()
  }
  return (
    <Loaded fetched={people}>
      {({ enrolments }) => {
        if (enrolments.length === 0) return <EmptyState title={t('people.empty')} text={t('people.emptyText')} action={onAdd === null ? undefined : <Button onPress={onAdd}>{t('people.add')}</Button>} />
        const enrolment = enrolments.find(({ id }) => id === opened)
        return (
          <div className="flex min-h-0 flex-1">
            <div className="flex min-w-0 flex-1 flex-col">
              <VirtualTable
                id={tableId}
                label={t('people.label', { name: course.name })}
                rows={enrolments}
                rowKey={({ id }) => id}
                pick={{
                  key: picked,
                  onPick: (key) => setPicked(String(key)),
                  onOpen: (row) => (maySee ? setOpened(row.id) : undefined),
                }}
                columns={[
                  { key: 'name', title: t('people.column.name'), width: 'minmax(140px, 1.2fr)', renderCell: ({ member }) => <b className="font-semibold">{member.displayName}</b> },
                  { key: 'since', title: t('people.column.since'), width: 'minmax(95px, 0.6fr)', renderCell: ({ enrolledOn }) => yearDate(enrolledOn) },
                  { key: 'state', title: t('people.column.state'), width: '100px', renderCell: ({ status }) => <Chip tone={tones[status]}>{t(`people.state.${status}`)}</Chip> },
                  { key: 'ended', title: t('people.column.ended'), width: 'minmax(95px, 0.6fr)', renderCell: ({ endedOn }) => (endedOn === null ? '' : yearDate(endedOn)) },
                  ...(maySee
                    ? [
                        {
                          key: 'figure',
                          title: t('people.column.figure'),
                          width: 'minmax(150px, 1fr)',
                          renderCell: ({ id }: Enrolment) => {
                            const figure = figureOf.get(id)
                            return figure === undefined ? null : (
                              <span className="flex flex-wrap items-center gap-x-4">
                                <FigureText figure={figure} />
                                <FigureFlag figure={figure} />
                              </span>
                            )
                          },
                        },
                      ]
                    : []),
                ]}
              />
              <PeopleFoot enrolment={isAdmin ? enrolments.find(({ id }) => id === picked) : undefined} canOpen={maySee} onAsk={setAsked} />
            </div>
            {enrolment === undefined ? null : <ExplainPanel key={enrolment.id} name={enrolment.member.displayName} of={enrolment.id} fetch={() => api().attendance.explainBmq({ enrolmentId: enrolment.id })} onClose={closePanel} />}
            {asked?.kind === 'change' ? <EnrolmentDialog enrolment={asked.enrolment} onClose={() => setAsked(null)} /> : null}
            {asked?.kind === 'remove' ? (
              <ConfirmDialog
                title={t('people.removeTitle', { member: asked.enrolment.member.displayName, name: course.name })}
                text={t('people.removeText')}
                confirm={t('people.removeConfirm')}
                isGrave
                act={() => api().training.removeEnrolment({ enrolmentId: asked.enrolment.id })}
                onDone={() => document.getElementById(tableId)?.focus()}
                onClose={() => setAsked(null)}
              />
            ) : null}
          </div>
        )
      }}
    </Loaded>
  )
}

interface FootProps {
  /** Who is chosen; undefined = nobody, or nothing may be done. */
  readonly enrolment: Enrolment | undefined
  readonly canOpen: boolean
  readonly onAsk: (asked: { kind: 'change' | 'remove'; enrolment: Enrolment }) => void
}

/** What can be done with the one who is chosen. */
function PeopleFoot({ enrolment, canOpen, onAsk }: FootProps) {
  const { t } = useTranslation('courses')
  return (
    <div className="flex min-h-[43px] flex-wrap items-center gap-2 border-t border-line px-3 py-1.5 text-xs text-ink-muted">
      {enrolment === undefined ? null : (
        <>
          <b className="text-sm font-semibold text-ink">{enrolment.member.displayName}</b>
          <Button size="sm" onPress={() => onAsk({ kind: 'change', enrolment })}>
            {t('people.change')}
          </Button>
          <Button size="sm" onPress={() => onAsk({ kind: 'remove', enrolment })}>
            {t('people.remove')}
          </Button>
        </>
      )}
      <span className="flex-1" />
      {canOpen ? t('people.keys') : null}
    </div>
  )
}

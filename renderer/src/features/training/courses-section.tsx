import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useMay } from '../../stores/session.ts'
import { useTraining } from '../../stores/training.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { focusIfLost } from '../events/focus-if-lost.ts'
import type { Course } from './courses/course-draft.ts'
import { CourseForm } from './courses/course-form.tsx'
import { CoursePage } from './courses/course-page.tsx'
import { useCourseWords } from './courses/course-words.ts'

const tableId = 'course-table'

/** Recruit courses, or one of them with everybody on it (domain.md 2.5, 4.19). */
export function CoursesSection() {
  const { t } = useTranslation('courses')
  const changes = useTraining((state) => state.changes)
  const isAdmin = useMay('admin')
  const fetched = useFetched(() => api().training.courses({}), '', [changes])
  const [opened, setOpened] = useState<string | null>(null)
  const [picked, setPicked] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const add = isAdmin ? (
    <Button variant="primary" onPress={() => setAdding(true)}>
      {t('add')}
    </Button>
  ) : undefined
  const open = (courseId: string): void => {
    setPicked(courseId)
    setOpened(courseId)
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Loaded fetched={fetched}>
        {({ courses }) => {
          const course = courses.find(({ id }) => id === opened)
          if (course !== undefined) return <CoursePage key={course.id} course={course} onBack={() => setOpened(null)} />
          if (courses.length === 0) return <EmptyState title={t('empty')} text={isAdmin ? t('emptyText') : `${t('emptyText')} ${t('emptyAsk')}`} action={add} />
          return (
            <>
              <div className="flex justify-end border-b border-line px-3 py-2">{add}</div>
              <CourseTable courses={courses} picked={picked} onPick={setPicked} onOpen={open} />
            </>
          )
        }}
      </Loaded>
      {isAdding ? <CourseForm course={null} onAdded={open} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}

interface TableProps {
  readonly courses: readonly Course[]
  readonly picked: string | null
  readonly onPick: (courseId: string) => void
  readonly onOpen: (courseId: string) => void
}

function CourseTable({ courses, picked, onPick, onOpen }: TableProps) {
  const { t } = useTranslation('courses')
  const { dates, weekdays, hours } = useCourseWords()
  useEffect(() => focusIfLost(tableId), [])
  return (
    <>
      <VirtualTable
        id={tableId}
        label={t('label')}
        rows={courses}
        rowKey={({ id }) => id}
        pick={{ key: picked, onPick: (key) => onPick(String(key)), onOpen: ({ id }) => onOpen(id) }}
        columns={[
          { key: 'name', title: t('column.name'), width: 'minmax(160px, 1fr)', renderCell: ({ name }) => <b className="font-semibold">{name}</b> },
          { key: 'state', title: t('column.state'), width: '110px', renderCell: ({ isActive }) => <Chip tone={isActive ? 'in' : 'neutral'}>{t(isActive ? 'inUse' : 'notInUse')}</Chip> },
          { key: 'dates', title: t('column.dates'), width: 'minmax(170px, 0.9fr)', renderCell: dates },
          { key: 'weekdays', title: t('column.weekdays'), width: 'minmax(90px, 0.5fr)', renderCell: weekdays },
          { key: 'hours', title: t('column.hours'), width: '120px', renderCell: hours },
          { key: 'people', title: t('column.people'), width: '70px', renderCell: ({ enrolments }) => enrolments },
        ]}
      />
      <p className="border-t border-line px-3 py-1.5 text-xs text-ink-muted">{t('keys')}</p>
    </>
  )
}

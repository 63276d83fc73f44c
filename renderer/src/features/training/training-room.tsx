import { useTranslation } from 'react-i18next'
import { mayNow, useSession } from '../../stores/session.ts'
import { trainingNeeds, trainingSections, useTraining, type TrainingSection } from '../../stores/training.ts'
import { leave } from '../../stores/unsaved.ts'
import { Segments } from '../../ui/segments.tsx'
import { AbsencesSection } from './absences-section.tsx'
import { AttendanceSection } from './attendance-section.tsx'
import { CalendarSection } from './calendar/calendar-section.tsx'
import { CoursesSection } from './courses-section.tsx'
import { YearsSection } from './years/years-section.tsx'

const sectionOf: Record<TrainingSection, () => React.ReactNode> = { attendance: AttendanceSection, calendar: CalendarSection, courses: CoursesSection, absences: AbsencesSection, years: YearsSection }

/** Who came to training, which days it is on and why, who is on a course and who is excused (domain.md 4.18, 4.19). */
export function TrainingRoom() {
  const { t } = useTranslation('training')
  useSession()
  const chosen = useTraining((state) => state.section)
  const open = trainingSections.filter((section) => mayNow(trainingNeeds[section]))
  // Who locks the desk and is followed by another may stand where that one may not.
  const section = open.includes(chosen) ? chosen : 'calendar'
  const Current = sectionOf[section]
  return (
    <section aria-labelledby="training-title" className="panel h-full">
      <div className="flex min-h-[51px] flex-wrap items-center gap-3 border-b border-line px-3 py-1.5">
        <h1 id="training-title" className="text-[15px] font-semibold">
          {t('title')}
        </h1>
        <Segments label={t('sections')} value={section} onChange={(next) => leave(() => useTraining.setState({ section: next }))} options={open.map((name) => [name, t(`section.${name}`)] as const)} />
      </div>
      <Current />
    </section>
  )
}

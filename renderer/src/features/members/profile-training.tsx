import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useMay } from '../../stores/session.ts'
import { useTraining } from '../../stores/training.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { AbsenceDialog } from '../training/absences/absence-dialog.tsx'
import { useAbsenceDays } from '../training/absences/use-absence-days.ts'
import type { Profile } from './draft.ts'

/** Recruit courses of a member, and when they were excused, for those who may know why. */
export function ProfileTraining({ profile }: { profile: Profile }) {
  const mayExcuse = useMay('adminOrDds')
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Courses memberId={profile.id} />
      {mayExcuse ? <Absences profile={profile} /> : null}
    </div>
  )
}

function Courses({ memberId }: { memberId: string }) {
  const { t } = useTranslation('courses')
  const { yearDate } = useTimes()
  const changes = useTraining((state) => state.changes)
  const fetched = useFetched(() => api().training.memberEnrolments({ memberId }), memberId, [changes])
  return (
    <section aria-labelledby="profile-courses">
      <h3 id="profile-courses" className="label-caps mb-1.5">
        {t('ofMember')}
      </h3>
      <Loaded fetched={fetched}>
        {({ enrolments }) =>
          enrolments.length === 0 ? (
            <p className="text-ink-muted">{t('noneOf')}</p>
          ) : (
            <ul className="grid gap-1">
              {enrolments.map(({ id, course, status, enrolledOn, endedOn }) => (
                <li key={id} className="flex flex-wrap items-center gap-x-2 border-t border-line pt-1">
                  <span className="min-w-0 font-medium wrap-break-word">{course.name}</span>
                  <Chip>{t(`people.state.${status}`)}</Chip>
                  <span className="text-ink-muted">{endedOn === null ? t('since', { on: yearDate(enrolledOn) }) : t('span', { from: yearDate(enrolledOn), to: yearDate(endedOn) })}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

function Absences({ profile }: { profile: Profile }) {
  const { t } = useTranslation('attendance')
  const days = useAbsenceDays()
  const changes = useTraining((state) => state.changes)
  const [isExcusing, setExcusing] = useState(false)
  const fetched = useFetched(() => api().training.absences({ memberId: profile.id, limit: 5 }), profile.id, [changes])
  return (
    <section aria-labelledby="profile-absences">
      <h3 id="profile-absences" className="label-caps mb-1.5">
        {t('absences.ofMember')}
      </h3>
      <Loaded fetched={fetched}>
        {({ absences, total }) => (
          <>
            {absences.length === 0 ? <p className="text-ink-muted">{t('absences.noneOf')}</p> : null}
            <ul className="grid gap-1">
              {absences.map((absence) => (
                <li key={absence.id} className="flex flex-wrap items-center gap-x-2 border-t border-line pt-1">
                  <span className="font-medium">{days(absence)}</span>
                  <span className="text-ink-muted">{t(`absences.kinds.${absence.kind}`)}</span>
                  {absence.note === null ? null : <span className="min-w-0 text-ink-muted wrap-break-word">{absence.note}</span>}
                </li>
              ))}
            </ul>
            {total > absences.length ? <p className="mt-1 text-xs text-ink-muted">{t('absences.shown', { shown: absences.length, total })}</p> : null}
          </>
        )}
      </Loaded>
      {profile.status === 'archived' ? null : (
        <Button size="sm" className="mt-2" onPress={() => setExcusing(true)}>
          {t('explain.excuse')}
        </Button>
      )}
      {isExcusing ? <AbsenceDialog absence={null} member={profile} onClose={() => setExcusing(false)} /> : null}
    </section>
  )
}

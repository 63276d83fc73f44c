import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useEnrolment, type Waiting } from './use-enrolment.ts'
export interface EnrolledMember {
  readonly id: string
  readonly displayName: string
  readonly serviceNumber: string
  readonly present: boolean
}

interface Props {
  readonly member: EnrolledMember
  readonly onClose: (enrolled: boolean) => void
  /** What becomes of the badge they have; absent = they have none. */
  readonly replaces?: 'lost' | 'damaged' | 'returned'
}

/** Waits for a badge to be held to a reader and gives it to the member; or takes its number as typed. */
export function EnrolDialog({ member, onClose, replaces }: Props) {
  const { t } = useTranslation(['members', 'common'])
  const [typed, setTyped] = useState(false)
  const { waiting, again } = useEnrolment(member.id, replaces)
  const enrolled = typed || waiting.state === 'enrolled'
  const finish = useRef<HTMLButtonElement>(null)
  // What had the focus is gone by then. The dialog's own care for a lost focus comes a frame later, and must find it here.
  useEffect(() => {
    if (enrolled) finish.current?.focus()
  }, [enrolled])
  return (
    <Dialog
      title={t('enrolment.title')}
      isOpen
      onClose={() => onClose(enrolled)}
      footer={
        enrolled ? (
          <Button ref={finish} variant="primary" onPress={() => onClose(true)}>
            {t('enrolment.finish')}
          </Button>
        ) : (
          <Button onPress={() => onClose(false)}>{t('common:cancel')}</Button>
        )
      }
    >
      {enrolled ? (
        <div role="status" className="grid justify-items-center gap-1 rounded-lg bg-in-soft p-5 text-center text-ink">
          <p className="text-lg font-semibold text-in">✓ {t('enrolment.done', { name: member.displayName })}</p>
          <p>{t(member.present ? 'enrolment.nextOut' : 'enrolment.nextIn')}</p>
        </div>
      ) : (
        <div className="grid gap-4 text-ink">
          <p>
            <b className="font-semibold">{member.displayName}</b> <span className="text-ink-muted">· {member.serviceNumber}</span>
          </p>
          <Hold waiting={waiting} again={again} />
          <p className="flex items-center gap-3 text-xs text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">{t('enrolment.or')}</p>
          <TypedNumber memberId={member.id} replaces={replaces} onEnrolled={() => setTyped(true)} />
        </div>
      )}
    </Dialog>
  )
}

/** What to do, how long there is, and why the last badge would not do. */
function Hold({ waiting, again }: { waiting: Waiting; again: () => void }) {
  const { t } = useTranslation('members')
  const { state, seconds, reason, problem } = waiting
  if (problem !== null) {
    const words = refusalWords(problem)
    return (
      <div role="alert" className="grid justify-items-start gap-2 rounded-lg bg-refused-soft p-4 text-refused">
        <p>
          <b className="font-semibold">{words.message}</b> {words.howToFix}
        </p>
        <Button onPress={again}>{t('enrolment.again')}</Button>
      </div>
    )
  }
  const ended = state === 'expired' || state === 'cancelled'
  return (
    <div className={`grid justify-items-center gap-2 rounded-lg border p-5 text-center ${ended ? 'border-attention bg-attention-soft' : 'border-out bg-out-soft'}`}>
      <p role="status" className="text-lg font-semibold">
        {t(state === 'expired' ? 'enrolment.expired' : state === 'cancelled' ? 'enrolment.cancelled' : 'enrolment.hold')}
      </p>
      {ended ? (
        <Button variant="primary" autoFocus onPress={again}>
          {t('enrolment.again')}
        </Button>
      ) : (
        <>
          {/* Not a live region: nobody wants every second read out. */}
          <p className="text-ink-muted">{seconds === null ? t('enrolment.starting') : t('enrolment.seconds', { count: seconds })}</p>
          {reason === null ? null : (
            <p role="alert" className="font-semibold text-refused">
              ✕ {t(reason === 'badge_taken' ? 'enrolment.taken' : reason === 'number_shared' ? 'enrolment.shared' : 'enrolment.unusable')}
            </p>
          )}
          <p className="text-xs text-ink-muted">{t('enrolment.note')}</p>
        </>
      )}
    </div>
  )
}

function TypedNumber({ memberId, replaces, onEnrolled }: { memberId: string; replaces: Props['replaces']; onEnrolled: () => void }) {
  const { t } = useTranslation('members')
  const [serial, setSerial] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (serial.trim() === '' || busy) return
    setBusy(true)
    const given = { memberId, serial: serial.trim() }
    const result = replaces === undefined ? await api().badges.enrol(given) : await api().badges.replace({ ...given, old: replaces })
    setBusy(false)
    if (result.ok) onEnrolled()
    else setProblem(result.error)
  }
  const words = problem === null ? undefined : refusalWords(problem)
  return (
    <form className="flex items-start gap-2" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('enrolment.serial')}
        value={serial}
        onChange={(value) => {
          setSerial(value)
          setProblem(null)
        }}
        maxLength={100}
        error={words === undefined ? undefined : `${words.message} ${words.howToFix}`}
      />
      {/* Beside the field and not its label. Not disabled while it is asked: a disabled button loses the focus. */}
      <Button type="submit" isDisabled={serial.trim() === ''} className="mt-[26px] flex-none">
        {t('enrolment.enrolSerial')}
      </Button>
    </form>
  )
}

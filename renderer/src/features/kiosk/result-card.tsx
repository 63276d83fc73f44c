import { ArrowDownToLine, ArrowUpFromLine, CircleCheck, CloudOff, MessageSquareText, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { fullName } from '../../../../shared/domain/names.ts'
import { dutyWatchRole } from '../../../../shared/domain/duty-roster.ts'
import { isKept, toneOf, type ScanOutcome, type Tone } from '../../stores/kiosk.ts'
import { useKioskPace } from '../../stores/kiosk-pace.ts'
import { useDutyWords } from '../duty/use-duty-words.ts'
import { useTimes } from '../../ui/time.ts'
import { LockupChoice } from './lockup-choice.tsx'
import { StartOfDayPrompt } from './start-of-day-prompt.tsx'
import { UndoBar } from './undo-bar.tsx'

export const faces: Record<Tone, { Icon: LucideIcon; card: string; ink: string }> = {
  in: { Icon: ArrowDownToLine, card: 'border-in bg-in-soft', ink: 'text-in' },
  out: { Icon: ArrowUpFromLine, card: 'border-out bg-out-soft', ink: 'text-out' },
  repeat: { Icon: CircleCheck, card: 'border-ink-muted bg-panel', ink: 'text-ink' },
  notice: { Icon: TriangleAlert, card: 'border-attention bg-attention-soft', ink: 'text-attention' },
  refused: { Icon: OctagonX, card: 'border-refused bg-refused-soft', ink: 'text-refused' },
}

/** One person's answer: colour, shape and word say in, out or no; the name is the largest thing on the screen. */
export function ResultCard({ scan }: { scan: ScanOutcome }) {
  const { t } = useTranslation(['kiosk', 'outcomes'])
  const tone = toneOf(scan.outcome)
  const { Icon, card, ink } = faces[tone]
  const { person, prompt, options, messages } = scan
  // What is to be read or answered needs the room that the name has otherwise.
  const isFull = prompt !== null || options.length > 0 || messages.length > 0
  // The longer strip of a rush takes a part of it too.
  const isShort = useKioskPace(({ hurried }) => hurried) && !isFull
  const text = useResultText(scan)
  return (
    <section
      role={tone === 'refused' ? 'alert' : 'status'}
      data-outcome={scan.outcome}
      className={`flex min-w-0 flex-col rounded-2xl border-2 px-10 ${isFull ? 'justify-center-safe gap-2 overflow-y-auto py-5' : 'justify-center gap-2.5 overflow-hidden ' + (isShort ? 'py-4' : 'py-9')} ${card}`}
    >
      <p className={`flex items-center gap-6 ${ink}`}>
        <Icon aria-hidden size={isFull || isShort ? 56 : person === null ? 108 : 92} strokeWidth={2.4} className="flex-none" />
        <span className={`font-extrabold uppercase ${isFull ? 'text-5xl/none' : isShort ? 'text-6xl/none' : tone === 'in' || tone === 'out' ? 'text-[84px]/none' : 'text-5xl/tight'}`}>{t(`outcomes:outcome.${scan.outcome}.title`)}</span>
      </p>
      {person === null ? null : (
        <>
          <h1 className={`font-bold break-words ${isFull ? 'text-[40px]/[1.1]' : isShort ? 'text-5xl/[1.1]' : 'mt-3 text-[clamp(40px,4.6vw,72px)]/[1.1]'}`}>
            {fullName(person)}
          </h1>
          {person.division === null || isFull ? null : <p className="text-[26px] text-ink-muted">{person.division.name}</p>}
        </>
      )}
      <p className={`text-pretty ${isFull || isShort ? 'text-2xl/snug' : 'mt-2 text-[28px]/snug'}`}>{text}</p>
      {isKept(scan.outcome) ? <KeptMark /> : null}
      <Notes scan={scan} />
      <Messages messages={messages} />
      {prompt === null ? null : <StartOfDayPrompt scan={scan} prompt={prompt} />}
      {options.length === 0 ? null : <LockupChoice scan={scan} />}
      {tone === 'refused' || tone === 'notice' ? null : <UndoBar />}
    </section>
  )
}

/** The person is not in the record yet: said in colour, shape and word. */
function KeptMark() {
  const { t } = useTranslation('offline')
  return (
    <p className="mt-1 flex items-center gap-3 self-start rounded-[10px] border-2 border-dashed border-attention bg-attention-soft px-4 py-2 text-2xl font-semibold text-attention">
      <CloudOff aria-hidden size={28} className="flex-none" />
      {t('notEntered')}
    </p>
  )
}

/** What a scan’s answer says in a sentence, with its time. */
export function useResultText({ outcome, direction, at }: Pick<ScanOutcome, 'outcome' | 'direction' | 'at'>): string {
  const { t } = useTranslation(['kiosk', 'outcomes'])
  const { time, seconds } = useTimes()
  if (outcome === 'duplicate' && direction !== null) return t(`already.${direction}`, { time: seconds(at) })
  const text = t(`outcomes:outcome.${outcome}.text`)
  return toneOf(outcome) === 'refused' ? text : `${text} · ${time(at)}`
}

/** What wants a second look in amber, what the person is responsible for in blue. */
export function Notes({ scan: { nextDuties, notes, contractEnd, person, direction } }: { scan: ScanOutcome }) {
  const { t } = useTranslation(['kiosk', 'outcomes'])
  const { civilDate } = useTimes()
  const dutiesOf = useDutyWords()
  const duties = person === null || direction === 'out' ? [] : dutiesOf(person.id)
  // What is on today is said alone; what comes is for those who have nothing today.
  const coming = duties.length > 0 ? [] : nextDuties
  if (notes.length === 0 && duties.length === 0 && coming.length === 0) return null
  return (
    <ul className="mt-2 flex flex-wrap gap-3">
      {duties.map(({ key, long, isOpen }) => (
        <li key={key} className={`rounded-[10px] border px-4 py-2 text-xl font-semibold ${isOpen ? 'border-attention bg-attention-soft text-attention' : 'border-out bg-out-soft text-out'}`}>
          {long}
        </li>
      ))}
      {coming.map(({ role, date }) => (
        <li key={role} className="rounded-[10px] border border-line bg-panel px-4 py-2 text-xl font-semibold">
          {t(role === dutyWatchRole ? 'next.watch' : 'next.dds', { date: civilDate(date) })}
        </li>
      ))}
      {notes.map((note) => (
        <li key={note} className="rounded-[10px] border border-attention bg-attention-soft px-4 py-2 text-xl font-semibold text-attention">
          {note === 'contract_ended' && contractEnd !== null ? t('contractEnded', { date: civilDate(contractEnd) }) : t(`outcomes:note.${note}`)}
        </li>
      ))}
    </ul>
  )
}

const messageFaces = { info: 'border-out bg-panel', warning: 'border-attention bg-attention-soft', critical: 'border-refused bg-refused-soft' } as const

/** Notes that were left for this person (domain.md 4.11 ▶). */
function Messages({ messages }: Pick<ScanOutcome, 'messages'>) {
  const { t } = useTranslation('kiosk')
  if (messages.length === 0) return null
  return (
    <ul aria-label={t('messages')} className="grid flex-none gap-2">
      {messages.map(({ id, severity, message }) => (
        <li key={id} className={`flex items-start gap-4 rounded-xl border-2 px-5 py-3 text-[22px]/snug ${messageFaces[severity]}`}>
          <MessageSquareText aria-hidden size={28} className="mt-0.5 flex-none" />
          <span className="min-w-0 whitespace-pre-line wrap-break-word">{message}</span>
        </li>
      ))}
    </ul>
  )
}

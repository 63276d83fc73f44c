import { ArrowDownToLine, ArrowUpFromLine, CircleCheck, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toneOf, type ScanOutcome, type Tone } from '../../stores/kiosk.ts'
import { useTimes } from '../../ui/time.ts'
import { UndoBar } from './undo-bar.tsx'

const faces: Record<Tone, { Icon: LucideIcon; card: string; ink: string }> = {
  in: { Icon: ArrowDownToLine, card: 'border-in bg-in-soft', ink: 'text-in' },
  out: { Icon: ArrowUpFromLine, card: 'border-out bg-out-soft', ink: 'text-out' },
  repeat: { Icon: CircleCheck, card: 'border-ink-muted bg-panel', ink: 'text-ink' },
  notice: { Icon: TriangleAlert, card: 'border-attention bg-attention-soft', ink: 'text-attention' },
  refused: { Icon: OctagonX, card: 'border-refused bg-refused-soft', ink: 'text-refused' },
}

/** One person's answer: colour, shape and word say in, out or no; the name is the largest thing on the screen. */
export function ResultCard({ scan }: { scan: ScanOutcome }) {
  const { t } = useTranslation(['kiosk', 'outcomes'])
  const { time, seconds } = useTimes()
  const tone = toneOf(scan.outcome)
  const { Icon, card, ink } = faces[tone]
  const { person, direction } = scan
  const text =
    scan.outcome === 'duplicate' && direction !== null
      ? t(`already.${direction}`, { time: seconds(scan.at) })
      : tone === 'refused'
        ? t(`outcomes:outcome.${scan.outcome}.text`)
        : `${t(`outcomes:outcome.${scan.outcome}.text`)} · ${time(scan.at)}`
  return (
    <section
      role={tone === 'refused' ? 'alert' : 'status'}
      data-outcome={scan.outcome}
      className={`flex min-w-0 flex-col justify-center gap-2.5 overflow-hidden rounded-2xl border-2 px-10 py-9 ${card}`}
    >
      <p className={`flex items-center gap-6 ${ink}`}>
        <Icon aria-hidden size={person === null ? 108 : 92} strokeWidth={2.4} className="flex-none" />
        <span className={`font-extrabold uppercase ${tone === 'in' || tone === 'out' ? 'text-[84px]/none' : 'text-5xl/tight'}`}>{t(`outcomes:outcome.${scan.outcome}.title`)}</span>
      </p>
      {person === null ? null : (
        <>
          <h1 className="mt-3 text-[clamp(40px,4.6vw,72px)]/[1.1] font-bold break-words">
            {person.rank} {person.lastName}, {person.firstName}
          </h1>
          {person.division === null ? null : <p className="text-[26px] text-ink-muted">{person.division.name}</p>}
        </>
      )}
      <p className="mt-2 text-[28px]/snug text-pretty">{text}</p>
      <Notes scan={scan} />
      {tone === 'refused' || tone === 'notice' ? null : <UndoBar />}
    </section>
  )
}

function Notes({ scan: { notes, contractEnd } }: { scan: ScanOutcome }) {
  const { t } = useTranslation(['kiosk', 'outcomes'])
  const { civilDate } = useTimes()
  if (notes.length === 0) return null
  return (
    <ul className="mt-4 flex flex-wrap gap-3">
      {notes.map((note) => (
        <li key={note} className="rounded-[10px] border border-attention bg-attention-soft px-4 py-2 text-xl font-semibold text-attention">
          {note === 'contract_ended' && contractEnd !== null ? t('contractEnded', { date: civilDate(contractEnd) }) : t(`outcomes:note.${note}`)}
        </li>
      ))}
    </ul>
  )
}

import { CircleCheck, OctagonX, Undo2, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '../../../../../shared/domain/names.ts'
import { refusalLine } from '../../../i18n/refusal-words.ts'
import type { DoorSaid } from '../../../stores/door-task.ts'
import { toneOf, type ScanOutcome } from '../../../stores/kiosk.ts'
import type { Said } from '../../../stores/kiosk-undo.ts'
import { faces, Notes, useResultText } from '../result-card.tsx'
import { SideTiles } from '../side-tiles.tsx'
import { usePromptText } from '../start-of-day-prompt.tsx'
import { UndoBar } from '../undo-bar.tsx'

/** What must be read at length or answered needs the whole place: the visitor's form waits behind it. A building that only somebody else may open is said beside it. Pure. */
export const takesTheScreen = ({ prompt, options, messages }: Pick<ScanOutcome, 'prompt' | 'options' | 'messages'>): boolean => (prompt?.actions.length ?? 0) > 0 || options.length > 0 || messages.length > 0

interface Props {
  readonly scan: ScanOutcome | null
  readonly undoSaid: Said | null
  readonly said: DoorSaid | null
}

/** What members are told while a visitor fills in the form: the same answer, beside it. */
export const BesideForm = (props: Props) => (
  // As high as the form, which takes the margins too.
  <div className="-my-3 grid min-h-0 min-w-0">
    <Beside {...props} />
  </div>
)

function Beside({ scan, undoSaid, said }: Props) {
  const { t } = useTranslation('kiosk')
  if (undoSaid !== null) {
    const { refused } = undoSaid
    return <SideCard Icon={refused === null ? Undo2 : OctagonX} card={refused === null ? faces.repeat.card : faces.refused.card} ink={refused === null ? '' : faces.refused.ink} isAlert={refused !== null} title={t(refused === null ? 'undo.doneTitle' : 'undo.refusedTitle')} text={refused === null ? '' : refusalLine(refused)} />
  }
  if (scan !== null) return <ScanBeside key={scan.scanId} scan={scan} />
  if (said !== null) return <SideCard Icon={CircleCheck} card={faces.in.card} ink={faces.in.ink} title={said.title} text={said.text} />
  return <SideTiles />
}

function ScanBeside({ scan }: { scan: ScanOutcome }) {
  const { t } = useTranslation('outcomes')
  const text = useResultText(scan)
  const tone = toneOf(scan.outcome)
  const { Icon, card, ink } = faces[tone]
  return (
    <SideCard Icon={Icon} card={card} ink={ink} isAlert={tone === 'refused'} outcome={scan.outcome} title={t(`outcome.${scan.outcome}.title`)} name={scan.person === null ? undefined : fullName(scan.person)} text={text}>
      {scan.prompt === null ? null : <PromptBeside prompt={scan.prompt} />}
      <Notes scan={scan} />
      {tone === 'refused' || tone === 'notice' ? null : <UndoBar isNarrow />}
    </SideCard>
  )
}

function PromptBeside({ prompt }: { prompt: NonNullable<ScanOutcome['prompt']> }) {
  return <p className="rounded-xl border-2 border-attention bg-panel px-4 py-2.5 text-lg/snug text-pretty">{usePromptText(prompt)}</p>
}

interface CardProps {
  readonly Icon: LucideIcon
  readonly card: string
  readonly ink: string
  readonly title: string
  readonly text: string
  readonly name?: string | undefined
  readonly outcome?: string
  readonly isAlert?: boolean
  readonly children?: ReactNode
}

const SideCard = ({ Icon, card, ink, title, text, name, outcome, isAlert = false, children }: CardProps) => (
  <section role={isAlert ? 'alert' : 'status'} data-outcome={outcome} className={`flex min-w-0 flex-col justify-center-safe gap-3 overflow-y-auto rounded-2xl border-2 px-5 py-4 ${card}`}>
    <Icon aria-hidden size={72} strokeWidth={2.4} className={`flex-none ${ink}`} />
    <p className={`text-[40px]/none font-extrabold wrap-break-word uppercase ${ink}`}>{title}</p>
    {name === undefined ? null : <h2 className="text-[32px]/tight font-bold wrap-break-word">{name}</h2>}
    <p className="text-xl/snug text-pretty">{text}</p>
    {children}
  </section>
)

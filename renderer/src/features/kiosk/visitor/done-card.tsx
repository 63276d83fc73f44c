import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BigButton } from '../big-button.tsx'
import { Ring } from './ring.tsx'

export interface DoneWords {
  readonly title: string
  readonly text: readonly string[]
}

const doneMs = 15_000

/** What to do now: where to go, whom to ask for. Goes by itself. @param isBehind somebody else's prompt is before it: the time waits */
export function DoneCard({ done: { title, text }, isBehind, onEnd }: { done: DoneWords; isBehind: boolean; onEnd: () => void }) {
  const { t } = useTranslation('kioskVisitor')
  return (
    <section role="status" data-outcome="visitor_done" className="flex h-full min-h-0 flex-col justify-center-safe gap-4 overflow-y-auto rounded-2xl border-2 border-in bg-in-soft px-10 py-6">
      <CircleCheck aria-hidden size={84} strokeWidth={2.2} className="flex-none text-in" />
      <h1 className="text-5xl/tight font-bold text-in">{title}</h1>
      {text.map((line, index) => (
        <p key={line} className={`text-pretty wrap-break-word ${index === 0 ? 'text-[32px]/snug font-semibold' : 'text-[26px]/snug'}`}>
          {line}
        </p>
      ))}
      <div className="mt-2 flex items-center gap-4 text-in">
        <BigButton isMain isFirst onPress={onEnd}>
          {t('done.close')}
        </BigButton>
        {isBehind ? null : <Ring ms={doneMs} onEnd={onEnd} />}
        <span className="text-lg text-ink-muted">{t('done.closes')}</span>
      </div>
    </section>
  )
}

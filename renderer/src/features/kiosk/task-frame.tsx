import { KeyRound } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '../../../../shared/domain/names.ts'
import type { DoorTask } from '../../stores/door-task.ts'

/** Something that takes longer than a card: whose it is, what it is, and what comes next. */
export function TaskFrame({ task, children, footer }: { task: DoorTask; children: ReactNode; footer: ReactNode }) {
  const { t } = useTranslation('kiosk')
  const { holder, kind } = task
  return (
    <section aria-labelledby="task-title" data-task={kind} className="flex h-full min-h-0 min-w-0 flex-col gap-4 rounded-2xl border-2 border-attention bg-attention-soft px-8 py-6">
      <header className="flex flex-none items-center gap-4 text-attention">
        <KeyRound aria-hidden size={44} strokeWidth={2.2} className="flex-none" />
        <div className="min-w-0">
          <h1 id="task-title" className="text-4xl/tight font-bold">
            {t(`${kind}.title`)}
          </h1>
          <p className="text-xl wrap-break-word text-ink">
            {fullName(holder)}
          </p>
        </div>
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-3">{children}</div>
      <footer className="flex flex-none flex-wrap gap-3">{footer}</footer>
    </section>
  )
}

/** An abandoned task must not hold the door (screens.md W-11): without a touch or a badge it goes. @param sign anything that changes when somebody acts */
export function useAbandoned(ms: number, sign: unknown, end: () => void): void {
  useEffect(() => {
    const timer = setTimeout(end, ms)
    return () => clearTimeout(timer)
  }, [ms, sign, end])
}

import { ArrowLeft, X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly title: string
  /** Which step of how many; null where nobody can tell yet. */
  readonly count?: { readonly at: number; readonly of: number } | null
  readonly onBack?: (() => void) | null
  readonly onCancel: () => void
  readonly children: ReactNode
}

const button = 'flex min-h-14 flex-none cursor-pointer items-center gap-2 rounded-xl border-2 border-line bg-panel px-4 text-xl font-semibold'

/** One step of a visitor's form: one question at a time, back and out always at the same place. */
export function StepFrame({ title, count = null, onBack = null, onCancel, children }: Props) {
  const { t } = useTranslation('kioskVisitor')
  const frame = useRef<HTMLElement>(null)
  const leave = onBack ?? onCancel
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') leave()
    }
    const element = frame.current
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [leave])
  return (
    <section
      ref={frame}
      aria-labelledby="visitor-title"
      className="flex h-full min-h-0 min-w-0 flex-col gap-2.5 rounded-2xl border-2 border-visitor bg-panel p-3 px-6"
    >
      <header className="flex flex-none items-center gap-4">
        {onBack === null ? null : (
          <button type="button" onClick={onBack} className={button}>
            <ArrowLeft aria-hidden size={24} />
            {t('back')}
          </button>
        )}
        <div className="min-w-0 flex-1">
          <h1 id="visitor-title" className="text-[26px]/tight font-bold text-balance">
            {title}
          </h1>
          {count === null ? null : <p className="text-base/tight text-ink-muted">{t('step', count)}</p>}
        </div>
        <button type="button" onClick={onCancel} className={button}>
          <X aria-hidden size={24} />
          {t('cancel')}
        </button>
      </header>
      {children}
    </section>
  )
}

import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export const Section = ({ title, text, children }: { title: string; text?: string; children: ReactNode }) => (
  <section className="border-b border-line px-3 py-3">
    <h2 className="label-caps mb-1.5">{title}</h2>
    {text === undefined ? null : <p className="mb-1.5 text-ink-muted">{text}</p>}
    {children}
  </section>
)

/** Nobody reads the 301st line of a preview; the counts above say how many there are. */
const shownAtMost = 300

export function Some<T>({ items, children }: { items: readonly T[]; children: (item: T, index: number) => ReactNode }) {
  const { t } = useTranslation('members')
  const more = items.length - shownAtMost
  return (
    <>
      {items.slice(0, shownAtMost).map((item, index) => (
        <Fragment key={index}>{children(item, index)}</Fragment>
      ))}
      {more > 0 ? <p className="py-0.5 text-ink-muted">{t('roll.more', { count: more })}</p> : null}
    </>
  )
}

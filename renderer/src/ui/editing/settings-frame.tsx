import { useRef, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../button.tsx'
import { Failed } from '../failed.tsx'
import { UnsavedDialog } from './unsaved-dialog.tsx'
import type { Editing } from './use-document.ts'

interface Props<T> {
  readonly title: string
  readonly about: string
  readonly editing: Editing<T, unknown, unknown>
  readonly problems: Readonly<Record<string, string>>
  /** What else can be done with it, before its own save. */
  readonly acts?: ReactNode
  /** The fields; only asked for once there is something to show in them. */
  readonly children: (draft: T) => ReactNode
  /** What the draft would come to, beside the fields. */
  readonly aside: ReactNode
}

/** How every section of settings looks: one heading, one main action, the fields, and beside them what they come to. */
export function SettingsFrame<T>({ title, about, editing, problems, acts, children, aside }: Props<T>) {
  const { t } = useTranslation(['settings', 'common'])
  const form = useRef<HTMLFormElement>(null)
  const { base, draft, isChanged, isStale, saved, problem } = editing
  const wrong = Object.keys(problems).length
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (wrong > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    else if (isChanged || (base?.damaged.length ?? 0) > 0) void editing.save()
  }
  if (draft === null || base === null)
    return problem === null ? (
      <p role="status" className="p-3 text-ink-muted">
        {t('common:loading')}
      </p>
    ) : (
      <Failed problem={problem} retry={editing.retry} />
    )
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex h-full min-h-0 flex-col">
      <div className="flex items-center gap-3 border-b border-line px-3 py-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-[15px] font-semibold">{title}</h2>
          <p className="text-xs text-ink-muted">{about}</p>
        </div>
        <p role="status" className={`text-right text-sm ${wrong > 0 ? 'text-refused' : isChanged ? 'text-attention' : 'text-in'}`}>
          {wrong > 0 ? t('frame.wrong', { count: wrong }) : isChanged ? t('frame.unsaved') : saved ? t('frame.saved') : ''}
        </p>
        {acts}
        {isChanged ? <Button onPress={editing.discard}>{t('frame.discard')}</Button> : null}
        <Button type="submit" variant="primary">
          {t('frame.save')}
        </Button>
      </div>
      {problem === null || isStale ? null : (
        <p role="alert" className="border-b border-refused bg-refused-soft px-3 py-2 text-refused">
          {refusalWords(problem).message} {refusalWords(problem).howToFix}
        </p>
      )}
      {isStale ? (
        <div role="alert" className="flex items-center gap-3 border-b border-attention bg-attention-soft px-3 py-1.5 text-attention">
          <p className="flex-1">{t('frame.stale')}</p>
          <Button onPress={editing.discard}>{t('frame.takeTheirs')}</Button>
        </div>
      ) : null}
      {base.damaged.length === 0 ? null : (
        <p role="alert" className="border-b border-attention bg-attention-soft px-3 py-2 text-attention">
          {t('frame.damaged', { count: base.damaged.length })}
        </p>
      )}
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_300px] xl:grid-cols-[minmax(0,1fr)_340px]">
        <div tabIndex={-1} className="min-h-0 overflow-y-auto p-4">
          <div className="grid max-w-4xl gap-6">{children(draft)}</div>
        </div>
        <aside aria-label={t('frame.preview')} tabIndex={0} className="min-h-0 overflow-y-auto border-l border-line bg-ground p-4 -outline-offset-2!">
          {aside}
        </aside>
      </div>
      <UnsavedDialog />
    </form>
  )
}

/** Fields that belong together, under their word. */
export const FieldGroup = ({ title, text, children }: { title: string; text?: string; children: ReactNode }) => (
  <fieldset className="grid min-w-0 gap-3">
    <legend className="mb-2 w-full border-b border-line pb-1 text-sm font-semibold">{title}</legend>
    {text === undefined ? null : <p className="-mt-1 max-w-prose text-ink-muted">{text}</p>}
    {children}
  </fieldset>
)

/** What a change will do beyond its own field. */
export const Consequence = ({ children }: { children: ReactNode }) => (
  <p role="note" className="rounded-lg border border-attention bg-attention-soft px-3 py-2 text-attention">
    {children}
  </p>
)

import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { ChooseFile } from './choose-file.tsx'
import { PreviewStep } from './preview-step.tsx'
import { fileRefusalWords } from './problem-words.ts'
import { closeWizard, useWizard, type Imported } from './wizard-store.ts'

/** Choose, look, import: nothing is written before the preview was seen, and then all of it or nothing (domain.md 4.7). */
export function ImportWizard() {
  const { t } = useTranslation(['members', 'common'])
  const { step, previewed, problem, result, busy } = useWizard()
  const heading = useRef<HTMLHeadingElement>(null)
  // Every step is a new page to those who hear it: it begins at its heading. The last one has but one button.
  useEffect(() => {
    if (step !== 'done') heading.current?.focus()
  }, [step])
  // A file that is dropped beside its place must not take the window away.
  useEffect(() => {
    const ignore = (event: DragEvent): void => event.preventDefault()
    window.addEventListener('dragover', ignore)
    window.addEventListener('drop', ignore)
    return () => {
      window.removeEventListener('dragover', ignore)
      window.removeEventListener('drop', ignore)
    }
  }, [])
  const words = problem === null ? null : problem === 'too-large' || problem === 'unreadable' ? t(`roll.file_${problem === 'too-large' ? 'tooLarge' : 'unreadable'}`, { returnObjects: true }) : fileRefusalWords(problem)
  return (
    <section aria-labelledby="import-title" className="panel h-full">
      <div className="flex items-center gap-3 border-b border-line px-3 py-2">
        <h1 id="import-title" ref={heading} tabIndex={-1} className="text-[15px] font-semibold outline-none">
          {t('roll.title')}
        </h1>
        <Steps current={step} />
        <span className="flex-1" />
        {step === 'done' ? null : (
          <Button isDisabled={busy === 'importing'} onPress={closeWizard}>
            {t('common:cancel')}
          </Button>
        )}
      </div>
      {words === null ? null : (
        <p role="alert" className="border-b border-refused bg-refused-soft px-3 py-2 text-refused">
          <b>{words.message}</b> {words.howToFix}
        </p>
      )}
      {step === 'choose' ? <ChooseFile /> : null}
      {step === 'preview' && previewed !== null ? <PreviewStep key={previewed.preview.hash} previewed={previewed} /> : null}
      {step === 'done' && result !== null ? <Result result={result} /> : null}
    </section>
  )
}

/** Where in the three steps one is. */
function Steps({ current }: { current: 'choose' | 'preview' | 'done' }) {
  const { t } = useTranslation('members')
  return (
    <ol className="flex gap-4 text-xs text-ink-muted">
      {(['choose', 'preview', 'done'] as const).map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined} className={step === current ? 'font-semibold text-out' : ''}>
          {index + 1} {t(`roll.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}

function Result({ result }: { result: Imported }) {
  const { t } = useTranslation('members')
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-5 p-8">
      <p role="status" className="text-xl font-semibold text-in">
        ✓ {t('roll.done')}
      </p>
      <dl className="grid w-72 grid-cols-[1fr_auto] rounded-lg border border-line">
        {(['added', 'updated', 'unchanged', 'deactivated', 'divisionsCreated', 'excluded'] as const).map((key) => (
          <div key={key} className={`col-span-2 grid grid-cols-subgrid border-b border-line px-3 py-1.5 last:border-b-0 ${result[key] === 0 ? 'text-ink-muted' : ''}`}>
            <dt className="first-letter:uppercase">{t(`roll.result.${key}`)}</dt>
            <dd className="text-right font-semibold">{result[key]}</dd>
          </div>
        ))}
      </dl>
      <Button variant="primary" autoFocus onPress={closeWizard}>
        {t('roll.finish')}
      </Button>
    </div>
  )
}

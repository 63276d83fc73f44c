import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { fileRefusalWords } from '../../../i18n/file-refusal-words.ts'
import { Button } from '../../../ui/button.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { ImportProgress } from './import-progress.tsx'
import { PreviewStep } from './preview-step.tsx'
import { ResultStep } from './result-step.tsx'
import { closeWizard, useWizard, type Step } from './wizard-store.ts'

/** Choose, say what is what, look, import: nothing is written before the preview was seen, and then all of it or nothing (domain.md 4.7). */
export function ImportWizard() {
  const { t } = useTranslation(['roll', 'common'])
  const { step, problem, busy } = useWizard()
  const heading = useRef<HTMLHeadingElement>(null)
  // Every step is a new page to those who hear it: it begins at its heading. The last one has its own first button.
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
  const words = problem === null ? null : problem === 'too-large' || problem === 'unreadable' ? t(`file_${problem === 'too-large' ? 'tooLarge' : 'unreadable'}`, { returnObjects: true }) : fileRefusalWords(problem)
  return (
    <section aria-labelledby="import-title" className="panel h-full">
      <div className="flex items-center gap-3 border-b border-line px-3 py-2">
        <h1 id="import-title" ref={heading} tabIndex={-1} className="text-[15px] font-semibold outline-none">
          {t('title')}
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
      {busy === 'importing' ? <ImportProgress /> : step === 'choose' ? <ChooseFile /> : step === 'columns' ? <ColumnsStep /> : step === 'preview' ? <PreviewStep /> : <ResultStep />}
    </section>
  )
}

const steps = ['choose', 'columns', 'preview', 'done'] as const satisfies readonly Step[]

/** Where in the steps one is. */
function Steps({ current }: { current: Step }) {
  const { t } = useTranslation('roll')
  return (
    <ol aria-label={t('steps')} className="flex gap-4 text-xs text-ink-muted">
      {steps.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined} className={step === current ? 'font-semibold text-out' : ''}>
          {index + 1} {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  )
}

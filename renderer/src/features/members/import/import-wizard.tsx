import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../../shared/contract/kit.ts'
import type { members } from '../../../../../shared/contract/members.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { ChooseFile } from './choose-file.tsx'
import { noChoices, type Choices, type Preview } from './choices.ts'
import { PreviewStep } from './preview-step.tsx'
import { fileRefusalWords } from './problem-words.ts'
import { readRollFile, type RollFile } from './roll-file.ts'

type Imported = OutputOf<typeof members.importRoll>
type Step = { at: 'choose' } | { at: 'preview'; file: RollFile; preview: Preview; again: boolean } | { at: 'done'; result: Imported }

/** Choose, look, import: nothing is written before the preview was seen, and then all of it or nothing (domain.md 4.7). */
export function ImportWizard({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['members', 'common'])
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const [busy, setBusy] = useState<'reading' | 'importing' | null>(null)
  const [problem, setProblem] = useState<{ message: string; howToFix: string } | null>(null)

  const preview = async (file: RollFile, again: boolean): Promise<void> => {
    const result = await api().members.previewRoll({ file })
    if (result.ok) setStep({ at: 'preview', file, preview: result.value, again })
    else setProblem(fileRefusalWords(result.error))
  }
  const choose = async (chosen: File): Promise<void> => {
    setProblem(null)
    setBusy('reading')
    const file = await readRollFile(chosen)
    if (file === undefined) setProblem({ message: t('roll.tooLarge'), howToFix: '' })
    else await preview(file, false)
    setBusy(null)
  }
  const execute = async (file: RollFile, { hash }: Preview, choices: Choices): Promise<void> => {
    setProblem(null)
    setBusy('importing')
    const { createDivisions } = choices
    const result = await api().members.importRoll({ file, previewHash: hash, excludeRows: [...choices.excludeRows], deactivateIds: [...choices.deactivateIds], createDivisions })
    if (result.ok) setStep({ at: 'done', result: result.value })
    else await refused(file, result.error)
    setBusy(null)
  }
  const refused = async (file: RollFile, error: Refused): Promise<void> => {
    if (error.code === 'roll_changed') await preview(file, true)
    else setProblem(fileRefusalWords(error))
  }

  return (
    <section aria-labelledby="import-title" className="panel h-full">
      <div className="flex items-center justify-between border-b border-line px-3 py-2">
        <h1 id="import-title" className="text-[15px] font-semibold">
          {t('roll.title')}
        </h1>
        <Button onPress={onClose}>{step.at === 'done' ? t('roll.finish') : t('common:cancel')}</Button>
      </div>
      {problem === null ? null : (
        <p role="alert" className="border-b border-refused bg-refused-soft px-3 py-2 text-refused">
          <b>{problem.message}</b> {problem.howToFix}
        </p>
      )}
      {step.at === 'choose' ? <ChooseFile busy={busy === 'reading'} onChoose={(file) => void choose(file)} /> : null}
      {step.at === 'preview' ? (
        <PreviewStep
          key={step.preview.hash}
          fileName={step.file.fileName}
          preview={step.preview}
          again={step.again}
          busy={busy === 'importing'}
          initial={noChoices}
          onOther={() => {
            setProblem(null)
            setStep({ at: 'choose' })
          }}
          onImport={(choices) => void execute(step.file, step.preview, choices)}
        />
      ) : null}
      {step.at === 'done' ? <Result result={step.result} /> : null}
    </section>
  )
}

function Result({ result }: { result: Imported }) {
  const { t } = useTranslation('members')
  return (
    <div role="status" className="grid flex-1 place-content-center gap-4 p-8">
      <p className="text-xl font-semibold text-in">{t('roll.done')}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-base">
        {(['added', 'updated', 'unchanged', 'deactivated', 'divisionsCreated', 'excluded'] as const).map((key) => (
          <div key={key} className="contents">
            <dt className="text-ink-muted">{t(`roll.result.${key}`)}</dt>
            <dd className="text-right font-semibold">{result[key]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

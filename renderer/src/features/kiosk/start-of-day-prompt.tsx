import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { promptMs } from '../../../../shared/contract/start-of-day.ts'
import { api } from '../../api.ts'
import { playTone } from '../../sound/player.ts'
import { sayDone } from '../../stores/door-task.ts'
import { dismissCard, useKiosk, type ScanOutcome } from '../../stores/kiosk.ts'
import { BigButton } from './big-button.tsx'
import { DoorProblem } from './door-problem.tsx'
import { promptSentence } from './prompt-words.ts'
import { TimeLeft } from './time-left.tsx'

type Prompt = NonNullable<ScanOutcome['prompt']>

/** What is open, and who is needed for it. */
export function usePromptText(prompt: Prompt): string {
  const { t } = useTranslation('kiosk')
  const { key, name } = promptSentence(prompt)
  const waits = prompt.actions.length === 0 && name !== '' && key === 'needOpener'
  return [t(`prompt.${key}`, { name }), waits ? t('prompt.waitFor', { name }) : ''].filter(Boolean).join(' ')
}

/**
 * What whoever has just arrived may take on (domain.md 4.12.5, screens.md P0-2, W-10). The arrival stands already; the
 * offer goes by itself, and the next badge takes its place.
 */
export function StartOfDayPrompt({ scan, prompt }: { scan: ScanOutcome; prompt: Prompt }) {
  const { t } = useTranslation('kiosk')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const { stationId } = scan
  const { needsBuildingOpen, needsDds, isFirst, actions } = prompt
  const text = usePromptText(prompt)

  const take = async (action: Prompt['actions'][number]): Promise<void> => {
    setBusy(true)
    const result = action === 'accept_dds' ? await api().dds.accept({ stationId, meant: prompt.person.id }) : await api().lockup.open({ memberId: prompt.person.id, stationId })
    setBusy(false)
    // Somebody else stands here by now: the card is theirs.
    const isShown = useKiosk.getState().card?.scanId === scan.scanId
    if (!result.ok) {
      setProblem(result.error)
      void playTone('refused')
    } else if (isShown) sayDone(action === 'accept_dds' ? { title: t('prompt.acceptedTitle'), text: t('prompt.acceptedText', { name: prompt.person.displayName }) } : { title: t('prompt.openedTitle'), text: t(needsDds ? 'prompt.openedDdsMissing' : 'prompt.openedText', { name: prompt.person.displayName }) })
  }
  return (
    <div role="group" aria-label={t('prompt.label')} data-prompt={prompt.variant} className="grid gap-3 rounded-2xl border-2 border-attention bg-panel px-6 py-4">
      <p className="flex flex-wrap gap-2 text-base font-semibold">
        {[isFirst ? t('prompt.first') : '', needsBuildingOpen ? t('prompt.secured') : '', needsDds ? t('prompt.noDds') : ''].filter(Boolean).map((fact) => (
          <span key={fact} className="rounded-lg bg-attention-soft px-3 py-1 text-attention">
            {fact}
          </span>
        ))}
      </p>
      <p className="text-[22px]/snug text-pretty">
        {text}
      </p>
      <DoorProblem of={problem} />
      {actions.length === 0 ? null : (
        <>
          <div className="flex flex-wrap gap-3">
            {actions.map((action, index) => (
              <BigButton key={action} isMain={index === 0} disabled={busy} onPress={() => void take(action)} detail={action === 'accept_dds' && needsBuildingOpen ? t('prompt.withOpening') : undefined}>
                {t(action === 'accept_dds' ? 'prompt.accept' : actions.length > 1 ? 'prompt.openOnly' : 'prompt.open')}
              </BigButton>
            ))}
            <BigButton onPress={dismissCard}>{t('prompt.notMe')}</BigButton>
          </div>
          <TimeLeft ms={promptMs} />
        </>
      )}
    </div>
  )
}

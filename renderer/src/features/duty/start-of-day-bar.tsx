import { KeyRound } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { promptMs } from '../../../../shared/contract/start-of-day.ts'
import { api } from '../../api.ts'
import { dropDeskPrompt, useDeskPrompt } from '../../stores/desk-prompt.ts'
import type { ScanOutcome } from '../../stores/kiosk.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { promptSentence } from '../kiosk/prompt-words.ts'
import { TimeLeft } from '../kiosk/time-left.tsx'
import { useDutyDialog } from './dialog-store.ts'
import { useStartOfDay } from './use-start-of-day.ts'

type Prompt = NonNullable<ScanOutcome['prompt']>

/** What whoever signed in, or held a badge to the desk's reader, may take on or must give away (domain.md 4.12.5, 4.15). It stands above the room and covers nothing. */
export function StartOfDayBar() {
  const { state } = useStartOfDay()
  const scan = useDeskPrompt((desk) => desk.scan)
  const [declined, setDeclined] = useState<string | null>(null)
  if (scan !== null && scan.options.length > 0) return <Held key={scan.scanId} scan={scan} />
  if (scan?.prompt != null && state === null) return <Offer key={scan.scanId} prompt={scan.prompt} isTimed onClose={dropDeskPrompt} />
  if (state === null || !state.shouldPrompt || !state.isInside || state.actions.length === 0 || declined === state.person.id) return null
  return <Offer key={state.person.id} prompt={state} isTimed={false} onClose={() => setDeclined(state.person.id)} />
}

const Bar = ({ label, title, children, problem, actions }: { label: string; title: string; children: ReactNode; problem?: Refused | null; actions: ReactNode }) => (
  <section aria-label={label} className="grid gap-2 border-b border-attention bg-attention-soft px-4 py-2">
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <KeyRound aria-hidden size={20} className="flex-none text-attention" />
      <p role="status" className="min-w-60 flex-1 text-pretty">
        <b className="text-attention">{title}</b> {children}
      </p>
      <div className="flex flex-none flex-wrap gap-2">{actions}</div>
    </div>
    {problem === undefined ? null : <Refusal of={problem} />}
  </section>
)

function Offer({ prompt, isTimed, onClose }: { prompt: Prompt; isTimed: boolean; onClose: () => void }) {
  const { t } = useTranslation('kiosk')
  const [problem, setProblem] = useState<Refused | null>(null)
  const { actions, needsBuildingOpen, needsDds, person } = prompt
  const { key, name } = promptSentence(prompt)
  const take = async (action: Prompt['actions'][number]): Promise<void> => {
    const result = action === 'accept_dds' ? await api().dds.accept({ meant: person.id }) : await api().lockup.open({ memberId: person.id })
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Bar
      label={t('prompt.label')}
      title={`${person.displayName} · ${[needsBuildingOpen ? t('prompt.secured') : '', needsDds ? t('prompt.noDds') : ''].filter(Boolean).join(' · ')}.`}
      problem={problem}
      actions={
        <>
          {isTimed ? <TimeLeft ms={promptMs} /> : null}
          {actions.map((action, index) => (
            <Button key={action} variant={index === 0 ? 'primary' : 'plain'} onPress={() => void take(action)}>
              {t(action === 'accept_dds' ? 'prompt.accept' : actions.length > 1 ? 'prompt.openOnly' : 'prompt.open')}
            </Button>
          ))}
          <Button onPress={onClose}>{t(isTimed ? 'prompt.notMe' : 'prompt.notNow')}</Button>
        </>
      }
    >
      {t(`prompt.${key}`, { name })}
    </Bar>
  )
}

function Held({ scan: { options, person } }: { scan: ScanOutcome }) {
  const { t } = useTranslation(['kiosk', 'outcomes'])
  const begin = (open: NonNullable<ReturnType<typeof useDutyDialog.getState>['open']>): void => {
    dropDeskPrompt()
    useDutyDialog.setState({ open })
  }
  return (
    <Bar
      label={t('held.label')}
      title={`${person?.displayName ?? ''} · ${t('outcomes:outcome.lockup_held.title')}.`}
      actions={
        <>
          <TimeLeft ms={promptMs} />
          {options.includes('hand_over') ? (
            <Button variant="primary" onPress={() => begin({ kind: 'hand', hand: 'lockup' })}>
              {t('held.handOver')}
            </Button>
          ) : null}
          <Button onPress={() => begin({ kind: 'lockUp' })}>{t('held.lockUp')}</Button>
          <Button onPress={dropDeskPrompt}>{t('held.stay')}</Button>
        </>
      }
    >
      {t('outcomes:outcome.lockup_held.text')}
    </Bar>
  )
}

import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { refusalLine } from '../../../i18n/refusal-words.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { BigButton } from '../big-button.tsx'
import { KioskField } from './kiosk-field.tsx'
import { OnScreenKeyboard } from './on-screen-keyboard.tsx'
import type { Named } from './visit-steps.ts'

const typingMs = 300
const least = 2

interface Props {
  readonly text: string
  readonly onText: (text: string) => void
  /** Null: the roll does not know them; what was written says whom. */
  readonly onChoose: (host: Named | null) => void
}

/** Whom somebody comes to see: only names that match what they write, and never more than eight (screens.md 5.3). */
export function HostStep({ text, onText, onChoose }: Props) {
  const { t } = useTranslation('kioskVisitor')
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => input.current?.focus(), [])
  const search = text.trim()
  const asks = search.length >= least
  const { value, problem } = useFetched(async () => (asks ? asFound(search, await api().visitors.hosts({ search, limit: 8 })) : { ok: true as const, value: { search, people: [] } }), search, [], typingMs)
  // What was found for other letters is not shown beside these.
  const people = asks && value !== null && search.startsWith(value.search) ? value.people : []
  const hint = problem !== null ? refusalLine(problem) : !asks ? t('host.hint') : value?.search === search && people.length === 0 ? t('host.none') : null
  const take = (): void => {
    const [only] = people
    // Only of what was asked for last: Enter may come before the answer.
    if (only !== undefined && people.length === 1 && value?.search === search) onChoose({ id: only.id, name: only.displayName })
    else list.current?.querySelector('button')?.focus()
  }
  return (
    <>
      <div className="grid min-h-0 flex-1 grid-cols-[1fr_3fr] gap-3">
        <KioskField label={t('field.host')} value={text} maxLength={100} inputRef={input} onChange={onText} onEnter={take} />
        <div className="min-h-0">
          <p role="status" className={hint === null ? 'sr-only' : `pt-8 text-xl/snug ${problem === null ? 'text-ink-muted' : 'font-semibold text-refused'}`}>
            {hint}
          </p>
          {people.length === 0 || hint !== null ? null : (
            <ul ref={list} aria-label={t('host.found')} className="grid grid-cols-3 gap-2">
              {people.map(({ id, displayName }) => (
                <li key={id} className="grid">
                  <button type="button" onClick={() => onChoose({ id, name: displayName })} className="min-h-14 min-w-0 cursor-pointer rounded-xl border-2 border-line bg-ground px-3 py-1 text-left text-lg/tight font-semibold wrap-break-word">
                    {displayName}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <OnScreenKeyboard field={() => input.current}>
        <BigButton isSlim disabled={!asks} onPress={() => onChoose(null)}>
          {t('host.without')}
        </BigButton>
      </OnScreenKeyboard>
    </>
  )
}

type Answer = Awaited<ReturnType<ReturnType<typeof api>['visitors']['hosts']>>

/** The answer with what was asked: an answer to fewer letters may still be shown, one to others may not. */
const asFound = (search: string, answer: Answer) => (answer.ok ? { ok: true as const, value: { search, people: answer.value.people } } : answer)

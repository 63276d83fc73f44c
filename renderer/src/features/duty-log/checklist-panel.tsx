import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import type { ChecklistItem, DutyDay } from '../../stores/duty-log.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useTimes } from '../../ui/time.ts'
import { TickDialog, UntickDialog } from './tick-dialogs.tsx'
import { useLogWords } from './words.ts'

/** What is to be done that day, at its hours; who ticked what when. Today’s can be ticked, by the keyboard too. */
export function ChecklistPanel({ day: { blocks, isToday, done, total } }: { day: DutyDay }) {
  const { t } = useTranslation('dutyLog')
  const { either } = useLogWords()
  const [asked, setAsked] = useState<{ readonly ask: 'tick' | 'untick'; readonly item: ChecklistItem } | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const close = (): void => setAsked(null)
  const toggle = async (item: ChecklistItem): Promise<void> => {
    if (item.ticked !== null) return setAsked({ ask: 'untick', item })
    if (item.asksTemperature) return setAsked({ ask: 'tick', item })
    const result = await api().dutyLog.tick({ key: item.key })
    setProblem(result.ok ? null : result.error)
  }
  if (total === 0) return <EmptyState title={t('checklist.empty.title')} text={t('checklist.empty.text')} />
  return (
    <div tabIndex={0} role="region" aria-label={t('checklist.title')} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2!">
      <p className="border-b border-line px-3 py-2 text-ink-muted" role="status">
        <b className="font-semibold text-ink">{t('checklist.done', { done, total })}</b>
        {isToday ? '' : ` · ${t('pastDay')}`}
      </p>
      {problem === null ? null : (
        <div className="p-3">
          <Refusal of={problem} />
        </div>
      )}
      {blocks.map((block) => (
        <section key={block.key} aria-labelledby={`block-${block.key}`}>
          <h3 id={`block-${block.key}`} className="label-caps flex items-baseline gap-2 px-3 pt-3 pb-1">
            <span className="tabular-nums">{block.time}</span> {either(block.heading, block.headingFr)}
          </h3>
          <ul>
            {block.items.map((item) => (
              <ItemRow key={item.key} item={item} isToday={isToday} onToggle={() => void toggle(item)} onMore={() => setAsked({ ask: 'tick', item })} />
            ))}
          </ul>
        </section>
      ))}
      {asked === null ? null : asked.ask === 'tick' ? <TickDialog item={asked.item} onClose={close} /> : <UntickDialog item={asked.item} onClose={close} />}
    </div>
  )
}

function ItemRow({ item: { text, textFr, ticked }, isToday, onToggle, onMore }: { item: ChecklistItem; isToday: boolean; onToggle: () => void; onMore: () => void }) {
  const { t } = useTranslation('dutyLog')
  const { time } = useTimes()
  const { either } = useLogWords()
  const words = either(text, textFr)
  const about = ticked === null ? '' : [t('checklist.by', { name: ticked.name, at: time(ticked.at) }), ticked.degrees === null ? '' : t('checklist.degrees', { degrees: ticked.degrees }), ticked.remark ?? ''].filter(Boolean).join(' · ')
  return (
    <li className="flex items-start gap-2 border-b border-line px-3 py-1.5">
      <label className={`flex min-w-0 flex-1 items-start gap-2.5 ${isToday ? 'cursor-pointer' : ''}`}>
        <input type="checkbox" checked={ticked !== null} disabled={!isToday} onChange={onToggle} className="mt-0.5 size-4.5 flex-none" />
        <span className="min-w-0 wrap-break-word">
          <span className={ticked === null ? 'font-medium' : ''}>{words}</span>
          {about === '' ? null : <span className="block text-xs text-in">{about}</span>}
        </span>
      </label>
      {isToday && ticked === null ? (
        <IconButton label={t('checklist.more', { text: words })} onPress={onMore}>
          <MessageSquarePlus aria-hidden size={16} />
        </IconButton>
      ) : null}
    </li>
  )
}

import { useTranslation } from 'react-i18next'
import { CheckField } from '../../../ui/check-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { WeekdaysField } from '../../../ui/weekdays-field.tsx'
import { BothLanguages } from './both-languages.tsx'
import { newBlock, newTask, type Block, type Task } from './draft.ts'
import { Rows } from './rows.tsx'

interface Props {
  readonly blocks: readonly Block[]
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (blocks: Block[]) => void
}

/** The hours of the day and what is to be done at each. */
export function ChecklistFields({ blocks, problems, onChange }: Props) {
  const { t } = useTranslation('dutyLog')
  const wrong = (path: string, words: string = t('entry.needed')): string | undefined => (problems[`checklist.${path}`] === undefined ? undefined : words)
  return (
    <Rows items={blocks} onChange={onChange} add={t('edit.addBlock')} onNew={newBlock} nameOf={({ heading }, index) => heading || t('edit.block', { number: index + 1 })}>
      {(block, put, at) => (
        <div className="grid min-w-0 gap-3">
          <BothLanguages label={t('edit.heading')} value={block.heading} valueFr={block.headingFr} onChange={(heading, headingFr) => put({ ...block, heading, headingFr })} maxLength={300} error={wrong(`${at}.heading`)} />
          <TimeFields block={block} onChange={put} error={wrong(`${at}.time`, t('entry.atWrong'))} />
          <Rows items={block.tasks} onChange={(tasks) => put({ ...block, tasks })} add={t('edit.addTask')} onNew={newTask} nameOf={({ text }, index) => text || t('edit.task', { number: index + 1 })}>
            {(task, putTask, index) => <TaskFields task={task} onChange={putTask} error={wrong(`${at}.tasks.${index}.text`)} />}
          </Rows>
        </div>
      )}
    </Rows>
  )
}

/** An hour by the clock, or the beginning or end of that day’s working hours. */
function TimeFields({ block, onChange, error }: { block: Block; onChange: (block: Block) => void; error: string | undefined }) {
  const { t } = useTranslation('dutyLog')
  const kind = block.time === 'workday_start' || block.time === 'workday_end' ? block.time : 'clock'
  return (
    <div className="flex items-start gap-2.5">
      <div className="w-56">
        <SelectField
          label={t('edit.when')}
          value={kind}
          onChange={(next) => onChange({ ...block, time: next === 'clock' ? '08:00' : next })}
          options={[
            ['clock', t('edit.clock')],
            ['workday_start', t('edit.workdayStart')],
            ['workday_end', t('edit.workdayEnd')],
          ]}
        />
      </div>
      {kind === 'clock' ? (
        <div className="w-28">
          <TextField label={t('entry.at')} value={block.time} onChange={(time) => onChange({ ...block, time })} maxLength={5} error={error} autoComplete="off" />
        </div>
      ) : null}
    </div>
  )
}

function TaskFields({ task, onChange, error }: { task: Task; onChange: (task: Task) => void; error: string | undefined }) {
  const { t } = useTranslation('dutyLog')
  return (
    <div className="grid min-w-0 gap-2.5">
      <BothLanguages label={t('edit.taskText')} value={task.text} valueFr={task.textFr} onChange={(text, textFr) => onChange({ ...task, text, textFr })} maxLength={300} error={error} />
      <div className="flex flex-wrap items-end gap-4">
        <WeekdaysField label={t('edit.weekdays')} value={task.weekdays} onChange={(weekdays) => onChange({ ...task, weekdays })} />
        <CheckField label={t('edit.asksTemperature')} isSelected={task.asksTemperature} onChange={(asksTemperature) => onChange({ ...task, asksTemperature })} />
      </div>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { useDuty } from '../../stores/duty.ts'
import type { DutyDay, LogEntry } from '../../stores/duty-log.ts'
import { Paper } from '../../ui/paper.tsx'
import { useTimes } from '../../ui/time.ts'
import { useLogWords } from './words.ts'

/** One operational day on paper, to be read and signed: duty, checklist, log; a correction shows what it corrected (W-18). */
export function DaySheet({ day }: { day: DutyDay }) {
  const { t } = useTranslation('dutyLog')
  const { civilDate } = useTimes()
  return (
    <Paper title={`${t('sheet.title')} · ${civilDate(day.date)}`}>
      {day.isToday ? <DutyNow /> : null}
      <Checks day={day} />
      <section>
        <h2>{t('sheet.log')}</h2>
        {day.entries.length === 0 ? <p>{t('sheet.nothing')}</p> : null}
        <table>
          <tbody>
            {day.entries.map((entry) => (
              <EntryLine key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <table>
          <caption>{t('sheet.signed')}</caption>
          <tbody>
            {[t('sheet.dds'), t('sheet.watch')].map((who) => (
              <tr key={who}>
                <th scope="row">
                  {who}: {t('sheet.name')}
                </th>
                <td>{t('sheet.signature')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Paper>
  )
}

/** Who has the duty as it is printed: of earlier days the log tells. */
function DutyNow() {
  const { t } = useTranslation(['dutyLog', 'duty'])
  const { dds, lockup, tonight } = useDuty()
  const facts: readonly (readonly [string, string])[] = [
    [t('sheet.dds'), dds?.live?.displayName ?? '–'],
    ...(tonight?.isWatchNight === true ? [[t('sheet.watch'), tonight.team.map(({ position, member }) => `${position?.code ?? ''} ${member.displayName}`).join(', ') || '–'] as const] : []),
    [t('sheet.lockup'), lockup === null ? '–' : [t(`duty:status.${lockup.status}`), lockup.holder?.displayName ?? ''].filter(Boolean).join(' · ')],
  ]
  return (
    <section>
      <table>
        <tbody>
          {facts.map(([label, words]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Checks({ day }: { day: DutyDay }) {
  const { t } = useTranslation('dutyLog')
  const { time } = useTimes()
  const { either } = useLogWords()
  return (
    <section>
      <h2>
        {t('sheet.checklist')}: {t('checklist.done', { done: day.done, total: day.total })}
      </h2>
      {day.blocks.map((block) => (
        <table key={block.key}>
          <caption>
            {block.time} {either(block.heading, block.headingFr)}
          </caption>
          <tbody>
            {block.items.map(({ key, text, textFr, ticked }) => (
              <tr key={key}>
                <th scope="row">{either(text, textFr)}</th>
                <td>{ticked === null ? t('sheet.open') : [t('checklist.by', { name: ticked.name, at: time(ticked.at) }), ticked.degrees === null ? '' : t('checklist.degrees', { degrees: ticked.degrees }), ticked.remark ?? ''].filter(Boolean).join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}

function EntryLine({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation('dutyLog')
  const { time } = useTimes()
  const { detailsOf } = useLogWords()
  const { at, kind, text, actorName, earlier, removed } = entry
  return (
    <tr>
      <th scope="row">
        {time(at)} · {t(`kind.${kind}`)} · {actorName}
      </th>
      <td>
        {removed === null ? <p>{text}</p> : <p><s>{text}</s> ({t('log.removed', { name: removed.actorName, at: time(removed.at), reason: removed.reason })})</p>}
        {detailsOf(entry) === '' ? null : <p>{detailsOf(entry)}</p>}
        {earlier.map((before) => (
          <p key={before.recordedAt}>({t('log.corrected', { name: before.actorName, at: time(before.recordedAt), reason: before.reason, text: before.text })})</p>
        ))}
      </td>
    </tr>
  )
}

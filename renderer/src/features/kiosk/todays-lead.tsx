import { useTranslation } from 'react-i18next'
import { useDuty } from '../../stores/duty.ts'

/** Whom to ask: the DDS of today, and who leads tonight's watch. Nobody else of a roster is named at a door (screens.md 1.5, 5.3). */
export function TodaysLead() {
  const { t, i18n } = useTranslation(['kiosk', 'duty'])
  const { dds, tonight } = useDuty()
  const lead = tonight?.isWatchNight === true ? tonight.team[0] : undefined
  const seat = lead?.position
  const lines = [
    ...(dds?.live?.status === 'active' ? [{ key: 'dds', label: t('lead.dds'), name: dds.live.displayName, detail: '' }] : []),
    ...(lead === undefined ? [] : [{ key: 'watch', label: tonight?.start == null ? t('lead.watch') : t('lead.watchAt', { at: tonight.start }), name: lead.member.displayName, detail: seat == null ? '' : i18n.language === 'fr' ? (seat.nameFr ?? seat.name) : seat.name }]),
  ]
  if (lines.length === 0) return null
  return (
    <dl className="flex flex-wrap justify-center gap-x-14 gap-y-4">
      {lines.map(({ key, label, name, detail }) => (
        <div key={key} className="min-w-0">
          <dt className="text-xl text-ink-muted">{label}</dt>
          <dd className="text-[26px]/snug font-semibold wrap-break-word">
            {name}
            {detail === '' ? null : <span className="block text-lg font-normal text-ink-muted">{detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

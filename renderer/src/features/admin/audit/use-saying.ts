import { useTranslation } from 'react-i18next'
import { outcomes } from '../../../../../shared/i18n/outcomes.ts'
import type { Saying } from '../../../../../shared/domain/audit-words.ts'
import { useDefinitionName } from '../../../stores/definitions.ts'
import { levelName } from '../../../stores/session.ts'
import { useStationName } from '../../../stores/stations.ts'
import { useTimes } from '../../../ui/time.ts'

/** The language that the shared words of the trail are shown in. */
export function useAuditLanguage(): 'en' | 'fr' {
  const { i18n } = useTranslation()
  return i18n.language === 'fr' ? 'fr' : 'en'
}

/** How this window says the codes, times and levels of the trail. */
export function useSaying(): Saying {
  const { t } = useTranslation('accounts')
  const language = useAuditLanguage()
  const nameOf = useDefinitionName()
  const stationOf = useStationName()
  const { shortDate, seconds } = useTimes()
  const outcomeWords: Readonly<Record<string, { readonly title: string }>> = outcomes[language].outcome
  const isTime = (text: string): boolean => !Number.isNaN(Date.parse(text))
  return {
    language,
    say(kind, value) {
      switch (kind) {
        case 'instant':
          return isTime(value) ? `${shortDate(value)} ${seconds(value)}` : value
        case 'date':
          // At noon no zone of the country turns it into another day.
          return isTime(value) ? shortDate(`${value}T18:00:00Z`) : value
        case 'memberStatus':
          return nameOf('memberStatuses', value)
        case 'memberType':
          return nameOf('memberTypes', value)
        case 'badgeStatus':
          return nameOf('badgeStatuses', value)
        case 'station':
          return stationOf(value)
        case 'level':
          return `${value} · ${t(`level.${levelName(Number(value))}`)}`
        case 'outcome':
          return outcomeWords[value]?.title ?? value
      }
    },
  }
}

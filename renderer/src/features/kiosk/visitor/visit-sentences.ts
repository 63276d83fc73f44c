import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../stores/visitors.ts'
import { properName, type KioskVisit } from './visit-steps.ts'

/** What the form says of a visit, before and after it is one. */
export function useVisitSentences() {
  const { t } = useTranslation('kioskVisitor')
  const whatOf = ({ reason, recruitmentStep, work, event, about, host, hostText }: KioskVisit): string => {
    switch (reason) {
      case 'recruitment':
        return recruitmentStep === null ? '' : t(`recruitment.${recruitmentStep}`)
      case 'contract':
        return work.trim()
      case 'event':
        return event?.name ?? about.trim()
      case 'meeting':
        return host?.name ?? properName(hostText)
      default:
        return about.trim()
    }
  }
  const whoOf = ({ reason, isMilitary, rank, firstName, lastName, unit }: KioskVisit): string => {
    const name = `${properName(firstName)} ${properName(lastName)}`
    if (isMilitary !== true || reason === 'recruitment') return name
    return `${rank.trim()} ${name}${reason === 'contract' ? '' : `, ${unit.trim()}`}`
  }
  return {
    review: (visit: KioskVisit): string => (visit.reason === null ? '' : t(`review.${visit.reason}`, { who: whoOf(visit), what: whatOf(visit), company: visit.company.trim() })),
    /** Where to go and what to say there. */
    whereTo(visit: KioskVisit, { host }: Pick<Visit, 'host'>): string[] {
      const { reason } = visit
      if (reason === null) return []
      const what = whatOf(visit)
      const says: string[] = [t(`done.${reason}`, { what })]
      if (reason === 'recruitment') says.push(t('done.recruitmentSay', { what }))
      if (reason === 'contract') says.push(t('done.contractSay', { what, company: visit.company.trim() }))
      if (host !== null) says.push(t(host.isInside ? 'done.hostIn' : 'done.hostOut', { name: host.displayName }))
      return [...says, t('done.pass')]
    },
  }
}

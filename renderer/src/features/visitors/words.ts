import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../stores/visitors.ts'

/** What visits are told in, besides their own words. */
export function useVisitWords() {
  const { t, i18n } = useTranslation('visitors')
  return {
    typeOf: ({ visitType: { name, nameFr } }: Pick<Visit, 'visitType'>): string => (i18n.language === 'fr' ? (nameFr ?? name) : name),
    /** How they left; empty while they are inside. */
    endOf: ({ endedBy }: Pick<Visit, 'endedBy'>): string => (endedBy === null ? '' : t(`end.${endedBy}`)),
    /** For how long they were inside; empty while they are. */
    longOf({ since, until }: Pick<Visit, 'since' | 'until'>): string {
      if (until === null) return ''
      const minutes = Math.round((new Date(until).getTime() - new Date(since).getTime()) / 60_000)
      return minutes < 60 ? t('long.minutes', { count: minutes }) : t('long.hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') })
    },
  }
}

/** A pass in a list to choose from; of one that somebody left with it says so. */
export const toPassOption =
  (t: TFunction<'visitors'>) =>
  ({ badgeId, label, isOutstanding }: { badgeId: string; label: string; isOutstanding: boolean }): readonly [string, string] => [badgeId, isOutstanding ? t('field.passMissed', { label }) : label]

import { useTranslation } from 'react-i18next'
import type { LogEntry } from '../../stores/duty-log.ts'

/** The page's own words in the window's language, and what an entry has besides its text. */
export function useLogWords() {
  const { t, i18n } = useTranslation('dutyLog')
  return {
    either: (words: string, french: string | null | undefined): string => (i18n.language === 'fr' ? (french ?? words) : words),
    detailsOf: ({ details: { caller, callback, category, place, degrees, action } }: LogEntry): string =>
      [caller, callback === undefined ? '' : `${t('entry.callback')} ${callback}`, category === undefined ? '' : t(`category.${category}`), place, degrees === undefined ? '' : t('checklist.degrees', { degrees }), action].filter((part) => part !== undefined && part !== '').join(' · '),
  }
}

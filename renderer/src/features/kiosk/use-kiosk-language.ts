import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useKiosk } from '../../stores/kiosk.ts'
import { useKioskVisitor } from '../../stores/kiosk-visitor.ts'
import { usePreferences } from '../../stores/preferences.ts'

const idleMs = 60_000

/**
 * The language of the person at the kiosk. It is never kept: the desk's own choice is, and the next person has that one
 * again, a minute after the last one used the kiosk or when it starts anew.
 */
export function useKioskLanguage(): { readonly language: 'en' | 'fr'; readonly change: () => void } {
  const { i18n } = useTranslation()
  const language = i18n.language === 'fr' ? 'fr' : 'en'
  return { language, change: () => void i18n.changeLanguage(language === 'en' ? 'fr' : 'en') }
}

/** Gives the next person the desk's language again. For the window, once. */
export function useLanguageReturn(): void {
  const { i18n } = useTranslation()
  const { language } = i18n
  const own = usePreferences((state) => state.language)
  const last = useKiosk((state) => state.last)
  // A visitor chose it for the whole of the form.
  const isVisiting = useKioskVisitor((state) => state.flow !== null)
  useEffect(() => {
    document.documentElement.lang = language === 'fr' ? 'fr-CA' : 'en-CA'
  }, [language])
  useEffect(() => {
    if (language === own || isVisiting) return
    const timer = setTimeout(() => void i18n.changeLanguage(own), idleMs)
    return () => clearTimeout(timer)
  }, [i18n, language, own, last, isVisiting])
}

import { create } from 'zustand'
import type { Language } from '../../../shared/i18n/index.ts'

export const themes = ['light', 'dark', 'night', 'contrast'] as const
export type Theme = (typeof themes)[number]

interface Preferences {
  readonly language: Language
  readonly theme: Theme
}

const key = 'sentinel.preferences'

/** Nothing that could matter to anyone else: a language and a theme. */
function load(): Preferences {
  const fallback: Preferences = { language: navigator.language.startsWith('fr') ? 'fr' : 'en', theme: window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' }
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>
    return { language: stored.language === 'fr' || stored.language === 'en' ? stored.language : fallback.language, theme: themes.find((theme) => theme === stored.theme) ?? fallback.theme }
  } catch {
    return fallback
  }
}

export const usePreferences = create<Preferences>(load)

/** What a link says of a screen that nobody touches; what it does not say, or says wrongly, stays as it is. */
export function takeLook(language: string | null, theme: string | null): void {
  if (language === 'en' || language === 'fr') usePreferences.setState({ language })
  const known = themes.find((name) => name === theme)
  if (known !== undefined) usePreferences.setState({ theme: known })
}

usePreferences.subscribe((state) => {
  localStorage.setItem(key, JSON.stringify(state))
  applyTheme()
})

/** Puts the theme on the root element, where HeroUI and our tokens look for it. */
export function applyTheme(): void {
  const { theme, language } = usePreferences.getState()
  const root = document.documentElement
  root.dataset['theme'] = theme
  root.classList.toggle('dark', theme === 'dark' || theme === 'night')
  root.classList.toggle('light', theme === 'light' || theme === 'contrast')
  root.lang = language === 'fr' ? 'fr-CA' : 'en-CA'
}

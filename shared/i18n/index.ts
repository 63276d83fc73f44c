/** One i18n library for both sides: the core words its refusals with it, windows word everything. */
import { createInstance, type i18n, type Resource } from 'i18next'
import { attendeeProblems } from './attendee-problems.ts'
import { capabilities } from './capabilities.ts'
import { openFailures } from './open-failures.ts'
import { outcomes } from './outcomes.ts'
import { refusals } from './refusals.ts'
import { rollProblems } from './roll-problems.ts'

export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

/** Catalogues that both sides need. A host adds its own, such as the windows' texts. */
export const sharedCatalogues = {
  en: { capabilities: capabilities.en, refusals: refusals.en, outcomes: outcomes.en, rollProblems: rollProblems.en, attendeeProblems: attendeeProblems.en, openFailures: openFailures.en },
  fr: { capabilities: capabilities.fr, refusals: refusals.fr, outcomes: outcomes.fr, rollProblems: rollProblems.fr, attendeeProblems: attendeeProblems.fr, openFailures: openFailures.fr },
} as const

/** A ready translator: synchronous, no plug-ins, no network. `extra` adds namespaces a language. */
export function createTranslator(language: Language, extra: Partial<Record<Language, Resource[string]>> = {}): i18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources: Object.fromEntries(languages.map((code) => [code, { ...sharedCatalogues[code], ...extra[code] }])),
    // React escapes what it shows, and the wire carries plain text.
    interpolation: { escapeValue: false },
  })
  return instance
}

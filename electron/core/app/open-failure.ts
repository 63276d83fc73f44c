import { createTranslator, type Language } from '../../../shared/i18n/index.ts'
import { OpenFailure, type OpenFailureFacts, type OpenFailureKind } from '../db/open-failure.ts'

export interface OpenFailureWords {
  readonly kind: OpenFailureKind
  readonly facts: OpenFailureFacts
  readonly title: string
  readonly message: string
  readonly howToFix: string
}

/** For what could not be found out: a sentence with a hole in it helps nobody. */
const unknown: OpenFailureFacts = { dataDir: '?', marker: '?', appVersion: '?', postgres: '?', backups: '?', pid: '?', since: '?', server: '?', reason: '?', settings: '?', plan: '?' }

/** The server does not answer: it may be up in a moment. */
export const isServerAway = (error: unknown): boolean => error instanceof OpenFailure && error.kind === 'server_away'

/** What to tell a person when `createCore` rejected with an OpenFailure; undefined for any other error. */
export function describeOpenFailure(error: unknown, language: Language): OpenFailureWords | undefined {
  if (!(error instanceof OpenFailure)) return undefined
  const { kind } = error
  const facts = { ...unknown, ...error.facts }
  const { t } = createTranslator(language)
  return { kind, facts, title: t(`openFailures:${kind}.title`), message: t(`openFailures:${kind}.message`, facts), howToFix: t(`openFailures:${kind}.howToFix`, facts) }
}

/** The words of a visitor’s pass: both languages stand on it, as whoever meets its bearer may read either. */
import type { Language } from '../../../../shared/i18n/index.ts'

const words = {
  visitor: ['VISITOR', 'VISITEUR'],
  copy: ['COPY', 'COPIE'],
  escort: ['Escort required', 'Escorte obligatoire'],
  host: ['Host', 'Hôte'],
  purpose: ['Purpose', 'Motif'],
  event: ['Event', 'Activité'],
  pass: ['Pass', 'Laissez-passer'],
  date: ['Date', 'Date'],
  validUntil: ['Valid until', 'Valable jusqu’au'],
  // Where nothing was said of it.
  member_invited: ['Invited', 'Sur invitation'],
  appointment: ['Appointment', 'Rendez-vous'],
  information: ['Information', 'Renseignements'],
  other: ['Other', 'Autre'],
} as const
type Word = keyof typeof words

/** In the order of `language`; a word that both have stands once. */
export function passWords(language: Language) {
  const both = (word: Word): readonly string[] => [...new Set(language === 'fr' ? words[word].toReversed() : words[word])]
  return { both, joined: (word: Word): string => both(word).join(' · ') }
}

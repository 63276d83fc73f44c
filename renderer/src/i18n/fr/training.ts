import type { training as english } from '../en/training.ts'
import type { Words } from '../words.ts'

export const training: Words<typeof english> = {
  title: 'Instruction',
  sections: 'Ce qui est montré de l’instruction',
  section: { attendance: 'Présences', calendar: 'Calendrier', courses: 'Cours de recrues', absences: 'Absences', years: 'Années d’instruction' },
}

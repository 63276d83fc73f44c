/** What the columns of a list of attendees are called (domain.md 4.9 Import), in both languages. */
import { attendeeFields, requiredAttendeeFields, type AttendeeField } from '../../../../../shared/domain/attendee-list.ts'
import { attendeeProblems } from '../../../../../shared/i18n/attendee-problems.ts'
import { refuse } from '../../../kit/refusal.ts'
import { createHeadings } from '../../tables/reading/headings.ts'
import { createListReader, type ListTable } from '../../tables/reading/list-file.ts'

const aliases: Record<AttendeeField, readonly string[]> = {
  name: ['NAME', 'FULL NAME', 'ATTENDEE', 'PARTICIPANT', 'PERSON', 'NOM', 'NOM COMPLET', 'PERSONNE'],
  rank: ['RANK', 'GRADE', 'TITLE', 'POSITION', 'TITRE'],
  organization: ['ORGANIZATION', 'ORGANISATION', 'ORG', 'UNIT', 'COMPANY', 'DEPARTMENT', 'DEPT', 'AGENCY', 'ORGANISME', 'UNITÉ', 'ENTREPRISE', 'MINISTÈRE'],
  role: ['ROLE', 'TYPE', 'CATEGORY', 'ATTENDEE TYPE', 'PARTICIPANT TYPE', 'RÔLE', 'CATÉGORIE', 'FONCTION'],
  accessStart: ['ACCESS START', 'START DATE', 'START', 'FROM', 'BEGIN', 'VALID FROM', 'DÉBUT', 'DÉBUT D’ACCÈS', 'DU', 'À PARTIR DU'],
  accessEnd: ['ACCESS END', 'END DATE', 'END', 'TO', 'EXPIRY', 'EXPIRES', 'VALID TO', 'UNTIL', 'FIN', 'FIN D’ACCÈS', 'AU', 'JUSQU’AU'],
}
const vague = new Set(['person', 'start', 'begin', 'from', 'type', 'unit', 'title', 'position', 'until', 'personne', 'nom', 'titre'])

const headings = createHeadings<AttendeeField>({
  fields: attendeeFields,
  aliases,
  vague,
  required: requiredAttendeeFields,
  missing: (fields) => refuse('attendee_columns_missing', { columns: fields.map((field) => attendeeProblems.en.field[field]).join(', ') }),
})

export type AttendeeTable = ListTable<AttendeeField>
export const reader = createListReader(headings)

/** What the columns of a nominal roll are called (domain.md 4.7). */
import { columnFields, requiredFields, type ColumnField } from '../../../../shared/domain/roll.ts'
import { rollProblems } from '../../../../shared/i18n/roll-problems.ts'
import { refuse } from '../../kit/refusal.ts'
import { createHeadings } from '../tables/reading/headings.ts'

/** A blank heading stands for the service number. */
const aliases: Record<ColumnField, readonly string[]> = {
  serviceNumber: ['SN', 'SERVICE NUMBER', 'SERVICE_NO', 'INDEX', 'NUMÉRO MATRICULE', 'NO MATRICULE', 'MATRICULE', ''],
  employeeNumber: ['EMPL #', 'EMPL', 'EMPLOYEE', 'EMPLOYEE #', 'EMPLOYEE NUMBER', 'EMP #', 'NUMÉRO D’EMPLOYÉ'],
  rank: ['RANK', 'GRADE'],
  lastName: ['LAST NAME', 'SURNAME', 'FAMILY NAME', 'NOM', 'NOM DE FAMILLE'],
  firstName: ['FIRST NAME', 'GIVEN NAME', 'FORENAME', 'PRÉNOM'],
  initials: ['INITIALS', 'INIT', 'INITIALES'],
  division: ['DEPT', 'DEPARTMENT', 'DIV', 'DIVISION', 'DÉPARTEMENT'],
  mess: ['MESS'],
  moc: ['MOC', 'MOSID', 'TRADE', 'GPM', 'MÉTIER'],
  email: ['EMAIL', 'EMAIL ADDRESS', 'E-MAIL', 'COURRIEL', 'ADRESSE COURRIEL'],
  homePhone: ['HOME PHONE', 'HOME TEL', 'HOME', 'TÉLÉPHONE DOMICILE', 'DOMICILE'],
  mobilePhone: ['MOBILE PHONE', 'CELL', 'CELL PHONE', 'MOBILE', 'CELLULAIRE'],
  details: ['DETAILS', 'CLASS', 'CLASS DETAILS', 'CLASSE'],
  notes: ['NOTES', 'REMARKS', 'COMMENTS', 'CONTRACT DETAILS', 'REMARQUES', 'COMMENTAIRES'],
  contractStart: ['CONTRACT START', 'START DATE', 'START', 'DÉBUT DU CONTRAT'],
  contractEnd: ['CONTRACT END', 'END DATE', 'END', 'EXPIRY', 'FIN DU CONTRAT'],
}

const vague = new Set(['home', 'start', 'end', 'class', 'classe', 'cell', 'init', 'index', 'employee', 'mobile', 'domicile', 'nom'])

export const headings = createHeadings<ColumnField>({
  fields: columnFields,
  aliases,
  vague,
  required: requiredFields,
  missing: (fields) => refuse('roll_columns_missing', { columns: fields.map((field) => rollProblems.en.field[field]).join(', ') }),
})

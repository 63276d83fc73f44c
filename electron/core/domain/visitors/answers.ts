/** What somebody said of a visit, checked against what its kind needs (domain.md 4.8). */
import type * as v from 'valibot'
import type { VisitDetails } from '../../../../shared/contract/visitors.ts'
import { foldText } from '../../../../shared/domain/fold-text.ts'
import { fullName } from '../../../../shared/domain/names.ts'
import { lacksOf } from '../../../../shared/domain/visits.ts'
import type { Tx } from '../../db/database.ts'
import { refuse } from '../../kit/refusal.ts'
import { isVisitType, readHost } from './queries.ts'

export type Details = v.InferOutput<typeof VisitDetails>

/** The columns of a visit or an expected one. @param before whose host may have left the unit since: they stay the host of that visit. Refuses `visit_type_unknown`, `visit_host_unknown`, and what the kind of visit lacks. */
export async function checkedDetails(tx: Tx, { visitType, firstName, lastName, rank, organization, purpose, details, recruitmentStep, hostMemberId, phone, licensePlate }: Details, before?: { readonly hostMemberId: string | null }) {
  const told = {
    visitType,
    firstName: orNull(firstName),
    lastName,
    rank: orNull(rank),
    organization: orNull(organization),
    purpose,
    details: orNull(details),
    // Of no meaning for anybody else.
    recruitmentStep: visitType === 'recruitment' ? recruitmentStep : null,
    hostMemberId,
    phone: orNull(phone),
    licensePlate: orNull(licensePlate)?.toUpperCase() ?? null,
  }
  if (!(await isVisitType(tx, visitType))) throw refuse('visit_type_unknown')
  if (hostMemberId !== null && hostMemberId !== before?.hostMemberId && (await readHost(tx, hostMemberId)) === undefined) throw refuse('visit_host_unknown')
  const [lack] = lacksOf(told)
  if (lack !== undefined) throw refuse(lack)
  return { ...told, displayName: fullName(told), searchName: foldText([lastName, told.firstName ?? '', told.organization ?? ''].join(' ')).trim() }
}

const orNull = (text: string | null): string | null => (text === null || text === '' ? null : text)

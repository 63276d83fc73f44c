/** Who may open the building or be handed lockup, as windows choose from them (screens.md 1.4). */
import type * as v from 'valibot'
import type { LockupCandidate } from '../../../../shared/contract/lockup.ts'
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { readAuthorised, type Authorised } from '../duty/authority.ts'
import { readDutyDay } from '../duty/duty-day.ts'
import { readNightWatch } from '../schedule/tonight.ts'

type Candidate = v.InferOutput<typeof LockupCandidate>

/** Members inside who may hold lockup, senior first. */
export async function readCandidates(tx: Tx, now: Date, unitTime: () => UnitTime): Promise<Candidate[]> {
  const duty = await readDutyDay(tx, now, unitTime())
  const people = await readAuthorised(tx, { now, duty, memberIds: null })
  const seatOf = await readSeats(tx, duty.today, unitTime)
  return people.map((person) => toCandidate(person, seatOf(person.memberId)))
}

/** Who sits where in the Duty Watch of a night, by the code of the seat. */
export async function readSeats(tx: Tx, date: string, unitTime: () => UnitTime): Promise<(memberId: string) => string | null> {
  const { team, seats } = await readNightWatch(tx, date, { unitTime })
  return (memberId) => seats.find(({ id }) => id === team.find(({ member }) => member.id === memberId)?.positionId)?.code ?? null
}

const toCandidate = ({ memberId, displayName, serviceNumber, divisionCode, divisionName, grounds, qualifications }: Authorised, tonight: string | null): Candidate => ({
  id: memberId,
  displayName,
  division: divisionCode === null ? null : { code: divisionCode, name: divisionName ?? divisionCode },
  numberTail: serviceNumber.slice(-3),
  grounds: [...grounds],
  qualifications: [...qualifications],
  tonight,
})

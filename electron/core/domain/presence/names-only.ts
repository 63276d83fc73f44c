/** What a display beyond the desk's own windows is told of people: rank and name (domain.md 6 ▶). Pure. */
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { presence } from '../../../../shared/contract/presence.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'

type Snapshot = OutputOf<typeof presence.now>
type Activity = OutputOf<typeof presence.activity>
type Tonight = OutputOf<typeof schedule.tonight>

/** Everyone inside by rank and name, with the counts; when and where they came in, their division and for whom they work stay here. */
export const namesOfPresence = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  people: snapshot.people.map((person) => ({ ...person, division: null, status: '', since: snapshot.at, stationId: 'desk', stationName: '', guest: null })),
  counts: { ...snapshot.counts, byDivision: [] },
})

/** Who came and went, without those who were refused and without a word of the badge. */
export const namesOfActivity = ({ items, today }: Activity): Activity => ({
  items: items.filter(({ kind }) => kind !== 'refused').map((item) => ({ ...item, person: item.person && { ...item.person, division: null }, serialTail: null, flagged: false })),
  today,
})

/** Who stands tonight’s watch and who of it is in, but not since when. */
export const namesOfTonight = (tonight: Tonight): Tonight => ({ ...tonight, team: tonight.team.map((one) => ({ ...one, since: null })) })

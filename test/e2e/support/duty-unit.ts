import type { Host } from './host.ts'
import { importRoll, setUp } from './people.ts'

/** PO2 Watch's is in digits: a keyboard reader types it. */
export const badges = { watch: '1234567890', deck: '04AA000003', late: '04AA000004' } as const

/** A desk with its administrator, who may be DDS, PO2 Watch, who may too, and S1 Deck and S1 Late, who may not. @returns the members' ids by last name */
export async function setUpDutyUnit(host: Host): Promise<(lastName: string) => string> {
  await setUp(host)
  await importRoll(host, 'SN,RANK,LAST NAME,FIRST NAME,DEPT\nV200002,PO2,Watch,Wes,OPS\nV200003,S1,Deck,Dana,DECK\nV200004,S1,Late,Lou,DECK\n')
  const { members } = await host.call<{ members: { id: string; lastName: string }[] }>('members.list')
  const idOf = (name: string): string => members.find(({ lastName }) => lastName === name)?.id ?? ''
  for (const [name, serial] of [['Watch', badges.watch], ['Deck', badges.deck], ['Late', badges.late]] as const) await host.call('badges.enrol', { memberId: idOf(name), serial })
  const { qualificationTypes } = await host.call<{ qualificationTypes: { id: string; code: string }[] }>('definitions.read')
  const dds = qualificationTypes.find(({ code }) => code === 'DDS')?.id
  for (const name of ['Boss', 'Watch']) await host.call('members.grant', { memberId: idOf(name), typeId: dds })
  return idOf
}

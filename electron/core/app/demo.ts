/** The invented unit, put together from every feature that has something of it. */
import type { Database } from '../db/database.ts'
import { demoDuty } from '../domain/dds/demo.ts'
import { fillDemoUnit } from '../domain/members/demo.ts'
import { fillDemoDuties } from '../domain/schedule/demo.ts'
import { fillDemoTraining } from '../domain/training/demo.ts'
import { fillDemoPeople } from '../domain/training/demo-people.ts'
import type { Clock } from '../kit/clock.ts'

/** Fills an empty roll in one act; does nothing where anybody is on it. @param fillPast plays the days before today; undefined = the record begins today */
export const fillDemo = (given: { readonly database: Database; readonly clock: Clock; readonly fillPast: Parameters<typeof fillDemoUnit>[0]['fillPast'] }): Promise<boolean> =>
  fillDemoUnit({
    ...given,
    fillDuties: fillDemoDuties,
    async fillTraining(tx, day) {
      await fillDemoTraining(tx, day)
      await fillDemoPeople(tx, day)
    },
    duty: demoDuty,
  })

/** The whole contract. A feature joins by one line here. */
import { accounts } from './accounts.ts'
import { audit } from './audit.ts'
import { schedule } from './schedule.ts'
import { calendar } from './calendar.ts'
import { training } from './training.ts'
import { attendance } from './attendance.ts'
import { dds } from './dds.ts'
import { lockup } from './lockup.ts'
import { alerts } from './alerts.ts'
import { jobs } from './jobs.ts'
import { dutyLog } from './duty-log.ts'
import { definitions } from './definitions.ts'
import { history } from './history.ts'
import { roll } from './roll.ts'
import { events } from './events.ts'
import { visitors } from './visitors.ts'
import { settings } from './settings.ts'
import { stations } from './stations.ts'
import { backups } from './backups.ts'
import { badges } from './badges.ts'
import { dev } from './dev.ts'
import type { Client, EventMap } from './kit.ts'
import { kiosk } from './kiosk.ts'
import { members } from './members.ts'
import { presence } from './presence.ts'
import { proofs } from './proofs.ts'
import { readers } from './readers.ts'
import { reports } from './reports.ts'
import { muster } from './muster.ts'
import { offline } from './offline.ts'
import { system } from './system.ts'
import { wall } from './wall.ts'

export const contract = { presence, visitors, events, history, members, badges, roll, definitions, accounts, stations, settings, audit, schedule, calendar, training, attendance, dds, lockup, proofs, alerts, jobs, backups, dutyLog, readers, reports, muster, kiosk, wall, offline, system, dev } as const

export type SentinelContract = typeof contract
export type Api = Client<SentinelContract>
export type SentinelEvents = EventMap<SentinelContract>

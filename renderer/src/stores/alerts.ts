/** What needs a person's attention now; null until it has arrived. */
import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { alerts } from '../../../shared/contract/alerts.ts'

export type Alert = OutputOf<typeof alerts.active>['alerts'][number]

export const useAlerts = create<{ alerts: readonly Alert[] | null }>(() => ({ alerts: null }))

/** How many there are, without a word of whom they are about: all that a wall display hears. */
export const useAlertCounts = create<OutputOf<typeof alerts.counts>>(() => ({ critical: 0, warning: 0, info: 0 }))

/** A critical alert is heard again this often until somebody acknowledges it; in ms. */
export const reminderMs = 60_000

/** True when something came or grew that must be heard: notes of no weight are only seen. */
export const isHeard = (before: readonly Alert[] | null, now: readonly Alert[]): boolean =>
  now.some((alert) => {
    if (alert.severity === 'info') return false
    const known = before?.find(({ id }) => id === alert.id)
    return known === undefined || alert.count > known.count || (alert.severity === 'critical' && known.severity !== 'critical')
  })

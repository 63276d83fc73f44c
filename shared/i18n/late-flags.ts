/** Why a movement is flagged that came late, or that one turned round (domain.md 4.4 ▶). */
import type { offlineFlags } from '../domain/offline.ts'

type Words = Readonly<Record<(typeof offlineFlags)[number], string>>

export const lateFlags = {
  en: {
    clock_drift: 'Entered late: the station’s clock was wrong',
    clock_jump: 'Entered late: the station’s clock was set',
    direction_differs: 'Entered late: the person was told the other direction',
    lockup_held: 'Entered late: held lockup',
    turned_by_late: 'Turned round by a scan that came late',
  },
  fr: {
    clock_drift: 'Inscrit plus tard : horloge du poste inexacte',
    clock_jump: 'Inscrit plus tard : horloge du poste réglée',
    direction_differs: 'Inscrit plus tard : autre direction annoncée',
    lockup_held: 'Inscrit plus tard : responsable de la fermeture',
    turned_by_late: 'Inversé par un passage inscrit plus tard',
  },
} as const satisfies Record<'en' | 'fr', Words>

/** Whether a flag is one of these. */
export const isLateFlag = (reason: string | null): reason is keyof Words => reason !== null && Object.hasOwn(lateFlags.en, reason)

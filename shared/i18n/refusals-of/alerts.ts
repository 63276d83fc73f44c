import type { Words } from './words.ts'

export const en = {
  alert_unknown: { message: 'That alert is not on record.', howToFix: 'Look at the list again.' },
  alert_not_active: { message: 'That alert was already acknowledged, or its cause has gone.', howToFix: 'Nothing more to do: look at who acknowledged it.' },
  note_unknown: { message: 'That note is not on record.', howToFix: 'Look at the list again.' },
  note_dismissed: { message: 'That note was already taken back.', howToFix: 'Nothing more to do.' },
  note_runs_out_before_now: { message: 'The note would run out before it could be shown.', howToFix: 'Choose a later time, or none.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  alert_unknown: { message: 'Cette alerte n’est pas inscrite.', howToFix: 'Regardez de nouveau la liste.' },
  alert_not_active: { message: 'Cette alerte est déjà prise en charge, ou sa cause a disparu.', howToFix: 'Il n’y a rien d’autre à faire : voyez qui l’a prise en charge.' },
  note_unknown: { message: 'Cette note n’est pas inscrite.', howToFix: 'Regardez de nouveau la liste.' },
  note_dismissed: { message: 'Cette note a déjà été retirée.', howToFix: 'Il n’y a rien d’autre à faire.' },
  note_runs_out_before_now: { message: 'La note prendrait fin avant de pouvoir être montrée.', howToFix: 'Choisissez une heure plus tardive, ou aucune.' },
}

/** Scans that a station keeps while its server is away (domain.md 4.4). */
import type { Words } from './words.ts'

export const en = {
  offline_queue_full: { message: 'This station has kept {{count}} scans, and can keep no more.', howToFix: 'Write people down on paper, and have the connection to the server repaired: what was kept is entered then.' },
  offline_too_long: { message: 'The server has been away for {{days}} days: this station keeps no more scans.', howToFix: 'Write people down on paper, and have the connection to the server repaired: what was kept is entered then.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  offline_queue_full: { message: 'Ce poste a gardé {{count}} passages et ne peut en garder davantage.', howToFix: 'Notez les gens sur papier et faites rétablir la liaison au serveur : ce qui est gardé sera alors inscrit.' },
  offline_too_long: { message: 'Le serveur est absent depuis {{days}} jours : ce poste ne garde plus de passages.', howToFix: 'Notez les gens sur papier et faites rétablir la liaison au serveur : ce qui est gardé sera alors inscrit.' },
}

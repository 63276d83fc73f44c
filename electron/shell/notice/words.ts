/** What the shell itself says, before there is a window of the application or in its place. */
import type { MoveWay } from '../../../shared/domain/server-move.ts'
import type { Language } from '../../../shared/i18n/index.ts'

interface Text {
  readonly title: string
  readonly message: string
  readonly howToFix: string
}

const en = {
  product: 'Sentinel Duty Desk',
  otherLanguage: 'Français',
  starting: { title: 'Sentinel is opening', message: 'The first start prepares the database and takes a few seconds.', howToFix: '' },
  /** While a planned move is carried out; null = not known how far. */
  moving: (way: MoveWay, percent: number | null): Text => ({
    title: way === 'to' ? 'The record is being carried to the server' : way === 'from' ? 'The record is being carried to this PC' : 'Sentinel is opening',
    message: percent === null ? 'It begins…' : percent === 100 ? 'All of it is there: every table is compared before it counts.' : `${percent} % is there.`,
    howToFix: 'Leave this PC on. If it goes off all the same, nothing is lost: Sentinel goes on at the next start.',
  }),
  failed: {
    title: 'Sentinel could not open',
    message: 'Something failed that Sentinel has no words for. The log says more. Nothing was changed in your data.',
    howToFix: 'Try again. If it fails again, copy the data folder to another disk, then show the log to the person who looks after Sentinel.',
  },
  keeping: 'The server does not answer: badges are read and kept',
  kept: (count: number, since: string): string => `${count === 1 ? '1 badge waits' : `${count} badges wait`} to be entered. Sentinel has been waiting since ${since}.`,
  lastBadge: (at: string, name: string | null, title: string, text: string): string => `Last, at ${at}: ${name === null ? '' : `${name}: `}${title}. ${text}`,
  goesOn: 'Sentinel asks again every few seconds and opens by itself.',
  crashed: {
    title: 'This window stopped three times in a minute',
    message: 'Sentinel itself still works: badges are read and recorded.',
    howToFix: 'Try again. If it stops again, restart this computer and tell the person who looks after Sentinel.',
  },
  dataFolder: 'Data folder',
  logFile: 'Log file',
  'try-again': 'Try again',
  'show-folder': 'Show the folder',
  quit: 'Quit',
}

const fr: typeof en = {
  product: 'Sentinel Duty Desk',
  otherLanguage: 'English',
  starting: { title: 'Sentinel s’ouvre', message: 'Le premier démarrage prépare la base de données et prend quelques secondes.', howToFix: '' },
  moving: (way: MoveWay, percent: number | null): Text => ({
    title: way === 'to' ? 'Les données sont portées sur le serveur' : way === 'from' ? 'Les données sont ramenées sur ce PC' : 'Sentinel s’ouvre',
    message: percent === null ? 'Cela commence…' : percent === 100 ? 'Tout y est : chaque table est comparée avant de compter.' : `${percent} % y sont.`,
    howToFix: 'Laissez ce PC allumé. S’il s’éteint quand même, rien n’est perdu : Sentinel continue au prochain démarrage.',
  }),
  failed: {
    title: 'Sentinel n’a pas pu s’ouvrir',
    message: 'Une panne pour laquelle Sentinel n’a pas de mots. Le journal en dit plus. Vos données n’ont pas été modifiées.',
    howToFix: 'Réessayez. Si la panne revient, copiez le dossier de données sur un autre disque, puis montrez le journal à la personne qui s’occupe de Sentinel.',
  },
  keeping: 'Le serveur ne répond pas : les insignes sont lus et gardés',
  kept: (count: number, since: string): string => `${count === 1 ? '1 passage attend' : `${count} passages attendent`} d’être ${count === 1 ? 'inscrit' : 'inscrits'}. Sentinel attend depuis ${since}.`,
  lastBadge: (at: string, name: string | null, title: string, text: string): string => `Dernier, à ${at} : ${name === null ? '' : `${name} : `}${title}. ${text}`,
  goesOn: 'Sentinel redemande toutes les quelques secondes et s’ouvre de lui-même.',
  crashed: {
    title: 'Cette fenêtre s’est arrêtée trois fois en une minute',
    message: 'Sentinel fonctionne toujours : les insignes sont lus et inscrits.',
    howToFix: 'Réessayez. Si elle s’arrête encore, redémarrez cet ordinateur et avertissez la personne qui s’occupe de Sentinel.',
  },
  dataFolder: 'Dossier de données',
  logFile: 'Journal',
  'try-again': 'Réessayer',
  'show-folder': 'Afficher le dossier',
  quit: 'Quitter',
}

export const noticeWords = { en, fr } as const satisfies Record<Language, typeof en>

/** The language of a first screen, from the languages that the system prefers. */
export const preferredLanguage = (systemLanguages: readonly string[]): Language => (systemLanguages.find((tag) => /^(en|fr)\b/i.test(tag))?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en')

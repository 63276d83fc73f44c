/** What is sent to which printer, and what is said when it fails. Pure; `printer.ts` does it. */
import type { Language } from '../../shared/i18n/index.ts'

/** The page as an address of its own: it belongs to no origin, and nothing that another window shows has to make room for it. */
export const paperAddress = (html: string): string => `data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`

/** SECURITY: a page for the printer brings all that it shows; whatever it asks for besides is not fetched. */
export const mayFetchForPaper = (address: string): boolean => address.startsWith('data:')

export interface Device {
  readonly name: string
  /** What people know it by; may be empty. */
  readonly displayName: string
}

/** What stands in the list that a person chooses from. */
export const nameOf = ({ name, displayName }: Device): string => displayName || name

/**
 * The device that was chosen; undefined = the PC's own choice, also where the chosen one is gone: in an emergency paper
 * from another printer is better than none.
 */
export const chooseDevice = (devices: readonly Device[], wanted: string | null): string | undefined => devices.find((device) => nameOf(device) === wanted || device.name === wanted)?.name

const en = {
  noPrinter: 'This PC has no printer.',
  notDrawn: 'The page for the printer could not be drawn.',
  cancelled: 'The print job was cancelled.',
  settings: 'The printer does not take these settings.',
  failed: 'The printer did not take the job.',
  other: 'The printer did not take the job ({{reason}}).',
}
const fr: typeof en = {
  noPrinter: 'Ce PC n’a pas d’imprimante.',
  notDrawn: 'La page à imprimer n’a pas pu être dessinée.',
  cancelled: 'L’impression a été annulée.',
  settings: 'L’imprimante n’accepte pas ces réglages.',
  failed: 'L’imprimante n’a pas pris le travail.',
  other: 'L’imprimante n’a pas pris le travail ({{reason}}).',
}
const words = { en, fr }

/** Chromium's reasons, and our own. */
const known: Readonly<Record<string, keyof typeof en>> = {
  'no printer': 'noPrinter',
  'No printers available on the network': 'noPrinter',
  'page not drawn': 'notDrawn',
  'Print job canceled': 'cancelled',
  cancelled: 'cancelled',
  'Invalid printer settings': 'settings',
  'Invalid deviceName provided': 'settings',
  'Print job failed': 'failed',
  failed: 'failed',
}

/** Why it did not work, for the person at the desk. @param reason Chromium's, or `no printer`, or `page not drawn` */
export function printFailure(reason: string, language: Language): string {
  const key = known[reason]
  return key === undefined ? words[language].other.replace('{{reason}}', reason) : words[language][key]
}

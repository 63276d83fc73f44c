/** Invented people who sign in at the desk. */
import { expect, type Page } from '@playwright/test'
import type { Host } from './host.ts'

export const administrator = { serial: '04C0FFEE01', pin: '472905' } as const

/** Sets an empty desk up over the wire, for journeys that are about something else; the administrator is signed in then. */
export const setUp = (host: Pick<Host, 'call'>, serial: string = administrator.serial): Promise<unknown> =>
  host.call('accounts.setUp', {
    unit: { name: 'HMCS Example', zone: 'America/Winnipeg', rollover: '03:00' },
    administrator: { serviceNumber: 'A100001', rank: 'PO1', firstName: 'Ada', lastName: 'Boss' },
    ...administrator,
    serial,
  })

/** Imports a roll over the wire. @param csv with its heading */
export async function importRoll(host: Host, csv: string): Promise<void> {
  const file = { fileName: 'roll.csv', content: Buffer.from(csv).toString('base64') }
  const { hash } = await host.call<{ hash: string }>('roll.preview', { file })
  await host.call('roll.import', { file, previewHash: hash })
}

/** A demo host’s first person of this level, without a PIN. 5 = administrator. */
export const signInAs = (host: Host, level: number): Promise<unknown> => host.call('dev.signInAs', { level })

/** Badge and PIN in the window, as a person does it. */
export async function signIn(page: Page, { serial, pin }: { serial: string; pin: string } = administrator): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Sign in' })
  await dialog.getByLabel('Or type the badge’s number').fill(serial)
  await dialog.getByLabel('PIN', { exact: true }).fill(pin)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
}

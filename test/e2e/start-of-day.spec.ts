/** Duty at the door (screens.md P0-2, P0-5, P0-6, W-7, W-10; domain.md 4.12.5, 4.15): a day from the first badge at 07:30 to the building secured. */
import { expect } from '@playwright/test'
import { badges, setUpDutyUnit } from './support/duty-unit.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { administrator, signIn } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { wedge } from './support/wedge.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.beforeEach(async () => {
  host = await startHost(data.path, ['--dev'])
})
test.afterEach(async () => {
  await host.stop()
  data.remove()
})

const scan = (serial: string) => host.call<{ outcome: string; options: string[]; prompt: { variant: string; actions: string[] } | null; messages: { message: string }[] }>('dev.scan', { serial })
/** Winnipeg is six hours behind in November. */
const setClock = (now: string) => host.call('dev.setClock', { now })

/** With a note that waits for S1 Deck. Nobody is signed in afterwards. */
async function unit(): Promise<(lastName: string) => string> {
  const idOf = await setUpDutyUnit(host)
  await host.call('alerts.addNote', { member: idOf('Deck'), severity: 'warning', message: 'Please see the Ship’s Office about your leave pass.' })
  await host.call('accounts.signOut')
  return idOf
}

test('first in at 07:30: the prompt never holds the door, accepting opens the building, and lockup goes on with two badges at the kiosk', async ({ browser }) => {
  await unit()
  await setClock('2026-11-26T13:30:00.000Z')
  const kiosk = await openWindow(browser, host, 'kiosk')
  const desk = await openWindow(browser, host, 'desk')
  const strip = (name: string) => desk.getByRole('region', { name, exact: true })
  const prompt = kiosk.getByRole('group', { name: 'Start of the day' })
  const looks = await Promise.all([openWindow(browser, host, 'kiosk', { theme: 'dark', language: 'fr' }), openWindow(browser, host, 'kiosk', { theme: 'contrast', language: 'fr' }), openWindow(browser, host, 'kiosk', { theme: 'night' })])
  const expectNoBarrier = async (): Promise<void> => {
    for (const page of [kiosk, ...looks]) expect(await violations(page)).toEqual([])
  }

  await test.step('the kiosk says what the day still needs', async () => {
    await expect(kiosk.getByText('The building is secured')).toBeVisible()
    await expect(kiosk.getByText('No DDS yet')).toBeVisible()
    await expect(strip('DDS')).toContainText('Nobody')
  })

  await test.step('who may do nothing is in all the same, and reads who is needed and the note left for them', async () => {
    expect(await scan(badges.deck)).toMatchObject({ outcome: 'member_in', prompt: { variant: 'blocked', actions: [] } })
    await expect(prompt).toContainText('Somebody who may open the building is needed')
    await expect(prompt.getByRole('button')).toHaveCount(0)
    await expect(strip('Building')).toContainText('not opened')
    await expect(kiosk.getByRole('list', { name: 'Notes for you' })).toContainText('leave pass')
    expect(await violations(kiosk)).toEqual([])
  })

  await test.step('the next badge takes over at once, and is processed as always', async () => {
    expect(await scan(badges.watch)).toMatchObject({ outcome: 'member_in', prompt: { actions: ['open_building', 'accept_dds'] } })
    await expect(prompt.getByRole('button', { name: 'Accept DDS' })).toBeVisible()
    expect(await scan(badges.late)).toMatchObject({ outcome: 'member_in' })
    await expect(kiosk.getByRole('heading', { name: 'S1 Late, Lou' })).toBeVisible()
    await expect(prompt.getByRole('button')).toHaveCount(0)
    expect(await host.call('dds.today')).toMatchObject({ live: null })
  })

  await test.step('silence is no answer: the offer goes by itself, and nothing was taken on', async () => {
    await scan(administrator.serial)
    await expect(prompt.getByRole('button', { name: 'Accept DDS' })).toBeVisible()
    for (const button of await prompt.getByRole('button').all()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(56)
    await expectNoBarrier()
    await expect(kiosk.getByRole('heading', { name: 'Hold your badge to the reader' })).toBeVisible({ timeout: 25_000 })
    expect(await host.call('lockup.status')).toMatchObject({ status: 'secured' })
  })

  await test.step('scanned out and in again it is offered anew; accepted, the desk knows at once', async () => {
    await expect.poll(async () => (await scan(badges.watch)).outcome).toBe('member_out')
    await kiosk.waitForTimeout(2100)
    expect(await scan(badges.watch)).toMatchObject({ outcome: 'member_in' })
    await prompt.getByRole('button', { name: 'Accept DDS' }).click()
    await expect(kiosk.getByRole('heading', { name: 'DDS accepted' })).toBeVisible()
    await expect(strip('DDS')).toContainText('PO2 Watch, W')
    await expect(strip('Building')).toContainText('Open')
    await expect(strip('Lockup')).toContainText('PO2 Watch, W')
    await expect(desk.getByRole('row', { name: /Watch/ })).toContainText('Holds lockup')
  })

  await test.step('who holds lockup cannot leave, is told what to do, and hands it over with the second badge (scenario 20)', async () => {
    await setClock('2026-11-27T01:00:00.000Z')
    expect(await scan(badges.watch)).toMatchObject({ outcome: 'lockup_held' })
    await expect(kiosk.getByRole('button', { name: 'Stay' })).toBeVisible()
    await expect(desk.getByRole('region', { name: 'Activity' })).toContainText('Holds lockup: stays inside')
    await expectNoBarrier()
    // Looking took longer than a card stands, perhaps: the badge once more.
    expect(await scan(badges.watch)).toMatchObject({ outcome: 'lockup_held' })
    await kiosk.getByRole('button', { name: /^Hand lockup over/ }).click()
    await kiosk.getByRole('button', { name: /^PO1 Boss, A/ }).click()
    await expect(kiosk.getByText('badge, please')).toBeVisible()
    expect(await violations(kiosk)).toEqual([])
    // Somebody else at the door counts, and the hand-over goes on behind their card.
    expect(await scan(badges.late)).toMatchObject({ outcome: 'member_out' })
    await expect(kiosk.getByRole('heading', { name: 'S1 Late, Lou' })).toBeVisible()
    await expect(kiosk.getByText('badge, please')).toBeVisible()
    expect(await scan(administrator.serial)).toMatchObject({ outcome: 'badge_proof' })
    await expect(kiosk.getByRole('heading', { name: 'Lockup handed over' })).toBeVisible()
    await expect(strip('Lockup')).toContainText('PO1 Boss, A')
    await kiosk.waitForTimeout(2100)
    expect(await scan(badges.watch)).toMatchObject({ outcome: 'member_out' })
  })

  await test.step('the last holder locks up at the kiosk: everybody is looked for, whoever comes between is on the list, and nobody secures it in another’s name', async () => {
    await setClock('2026-11-27T04:15:00.000Z')
    expect(await scan(administrator.serial)).toMatchObject({ outcome: 'lockup_held' })
    await kiosk.getByRole('button', { name: /^Lock up/ }).click()
    await expect(kiosk.getByText('1 person is still inside')).toBeVisible()
    await expect(strip('Building')).toContainText('Locking up')
    expect(await scan(badges.late)).toMatchObject({ outcome: 'member_in' })
    await expect(kiosk.getByText('2 people are still inside')).toBeVisible()
    const secure = kiosk.getByRole('button', { name: 'Secure the building' })
    await kiosk.getByLabel('Everybody on the list was looked for').check()
    await expect(secure).toBeDisabled()
    await expect(kiosk.getByText('hold your badge to the reader again')).toBeVisible()
    expect(await violations(kiosk)).toEqual([])
    expect(await scan(administrator.serial)).toMatchObject({ outcome: 'lockup_held' })
    await secure.click()
    await expect(kiosk.getByRole('heading', { name: 'The building is secured' })).toBeVisible()
    await expect(strip('Building')).toContainText('Secured')
    await expect(strip('Inside')).toContainText('0 members')
  })
})

test('at the desk: signing in offers the duty, a note is left and taken back, and a seat of the watch is filled for the time being (domain.md 4.11, 4.12.5, 4.14)', async ({ browser }) => {
  const idOf = await unit()
  const desk = await openWindow(browser, host, 'desk')
  const offer = desk.getByRole('region', { name: 'Start of the day' })

  await test.step('whoever signs in is asked, and the answer counts at once', async () => {
    await signIn(desk)
    await expect(offer).toContainText('Nobody has the duty today')
    expect(await violations(desk)).toEqual([])
    await offer.getByRole('button', { name: 'Accept DDS' }).click()
    await expect(desk.getByRole('region', { name: 'DDS', exact: true })).toContainText('PO1 Boss, A')
    await expect(offer).toBeHidden()
  })

  await test.step('a note is left for somebody, seen when they scan, and taken back', async () => {
    await scan(badges.watch)
    await desk.getByRole('row', { name: /Watch/ }).dblclick()
    await desk.getByRole('button', { name: 'Notes for this person…' }).click()
    const dialog = desk.getByRole('dialog', { name: 'Notes for PO2 Watch, W' })
    await dialog.getByLabel('New note').fill('Your boots are here: été 2026.')
    await dialog.getByLabel('Shown').selectOption('today')
    await dialog.getByRole('button', { name: 'Leave the note' }).click()
    await expect(dialog.getByText('not seen yet')).toBeVisible()
    expect(await violations(desk)).toEqual([])
    await desk.waitForTimeout(2100)
    expect(await scan(badges.watch)).toMatchObject({ outcome: 'member_out', messages: [{ message: 'Your boots are here: été 2026.' }] })
    await expect(dialog.getByText(/ · seen /)).toBeVisible()
    await dialog.getByRole('button', { name: /^Take back/ }).click()
    await expect(dialog.getByText('taken back by PO1 Boss, A')).toBeVisible()
    await desk.keyboard.press('Escape')
  })

  await test.step('a seat of the watch is filled, shown beside the name, and ended', async () => {
    const { qualificationTypes } = await host.call<{ qualificationTypes: { id: string; code: string }[] }>('definitions.read')
    await host.call('members.grant', { memberId: idOf('Watch'), typeId: qualificationTypes.find(({ code }) => code === 'QM')?.id })
    await desk.waitForTimeout(2100)
    await scan(badges.watch)
    await desk.getByRole('row', { name: /Watch/ }).dblclick()
    await desk.getByRole('button', { name: 'Seat of the Duty Watch for now…' }).click()
    const dialog = desk.getByRole('dialog', { name: 'Duty Watch: for the time being' })
    await dialog.getByLabel('Seat').selectOption({ label: 'SWK · Senior Watchkeeper' })
    await dialog.getByRole('button', { name: 'Fill the seat' }).click()
    await expect(dialog.getByRole('alert')).toContainText('does not hold the qualification')
    await dialog.getByLabel('Seat').selectOption({ label: 'QM · Quartermaster' })
    await dialog.getByRole('button', { name: 'Fill the seat' }).click()
    await expect(dialog.getByRole('button', { name: 'End the cover of QM by PO2 Watch, W' })).toBeVisible()
    expect(await violations(desk)).toEqual([])
    await desk.keyboard.press('Escape')
    await expect(desk.getByRole('row', { name: /Watch/ })).toContainText('Quartermaster for the time being')
    await desk.getByRole('navigation').getByRole('button', { name: 'Duty', exact: true }).click()
    await desk.getByRole('button', { name: 'Covers of the Duty Watch…' }).click()
    await dialog.getByRole('button', { name: /^End the cover/ }).click()
    await expect(dialog).toContainText('Nobody fills a seat for the time being.')
  })
})

test('a badge held to the desk’s own reader asks its holder there, and gives lockup away there (domain.md 4.12.5, 4.15)', async ({ browser }) => {
  await unit()
  const desk = await openWindow(browser, host, 'desk')
  await expect(desk.getByRole('region', { name: 'DDS', exact: true })).toContainText('Nobody')
  const offer = desk.getByRole('region', { name: 'Start of the day' })
  await wedge(desk, badges.watch)
  await expect(offer).toContainText('PO2 Watch, W')
  await offer.getByRole('button', { name: 'Not me' }).click()
  await expect(offer).toBeHidden()
  expect(await host.call('dds.today')).toMatchObject({ live: null })

  await scan(administrator.serial)
  await desk.waitForTimeout(2100)
  await wedge(desk, badges.watch)
  await expect(desk.getByRole('row', { name: /Watch/ })).toHaveCount(0)
  await desk.waitForTimeout(2100)
  await wedge(desk, badges.watch)
  await offer.getByRole('button', { name: 'Accept DDS' }).click()
  await expect(desk.getByRole('region', { name: 'Building' })).toContainText('Open')

  await desk.waitForTimeout(2100)
  await wedge(desk, badges.watch)
  const held = desk.getByRole('region', { name: 'What you can do' })
  await expect(held).toContainText('You hold lockup')
  expect(await violations(desk)).toEqual([])
  await held.getByRole('button', { name: 'Hand lockup over' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Hand lockup over' })
  await dialog.getByRole('button', { name: 'Hold up badges' }).click()
  await expect(dialog.getByText('badge, please')).toBeVisible()
  expect(await scan(administrator.serial)).toMatchObject({ outcome: 'badge_proof' })
  await expect(desk.getByRole('region', { name: 'Lockup', exact: true })).toContainText('PO1 Boss, A')
})

/** The display on the wall: everybody inside by name, what needs somebody on its border, and nothing that it could do (screens.md 1.7). */
import { expect } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { importRoll, setUp } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

const people = 120
let host: Host
const data = newDataDir()
const lastName = (index: number): string => (index === 0 ? 'Achterberg-Desrosiers-Kowalczyk' : `Wall${String(index).padStart(3, '0')}`)
const serialOf = (index: number): string => `77000${String(index).padStart(5, '0')}`

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev'])
  await setUp(host)
  await importRoll(host, ['SN,RANK,LAST NAME,FIRST NAME,DEPT', ...Array.from({ length: people }, (_, index) => `V${100_000 + index},S1,${lastName(index)},Test,OPS`)].join('\n'))
  const { members } = await host.call<{ members: { id: string; lastName: string }[] }>('members.list', { sort: 'name', limit: 200 })
  for (const [index] of Array.from({ length: people }).entries()) await host.call('badges.enrol', { memberId: members.find((member) => member.lastName === lastName(index))?.id, serial: serialOf(index) })
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const arrive = async (from: number, to: number): Promise<void> => {
  for (let index = from; index < to; index += 1) await host.call('dev.scan', { serial: serialOf(index) })
}

test('the desk opens and closes it; a few people stand on large cards', async ({ browser }) => {
  await arrive(0, 20)
  const desk = await openWindow(browser, host, 'desk')
  await desk.getByRole('navigation').getByRole('button', { name: 'Readers' }).click()
  const opened = desk.context().waitForEvent('page')
  await desk.getByRole('button', { name: 'Open wall display' }).click()
  const wall = await opened
  await expect(wall.getByRole('region', { name: 'In the building' }).getByRole('listitem')).toHaveCount(20)
  await expect(wall.locator('[data-density=comfortable]')).toBeVisible()
  await expect(wall.getByText('Live', { exact: true })).toBeVisible()
  await expect(wall.getByRole('button')).toHaveCount(0)
  await expect(wall.getByText('Secured', { exact: true })).toBeVisible()
  await expect(wall.getByText('No DDS yet')).toBeVisible()
  await desk.getByRole('button', { name: 'Close wall display' }).click()
  await expect(wall.getByText('The wall display is closed')).toBeVisible()
})

test('a hundred and twenty people inside: everybody is shown, in pages that turn by themselves; no name is cut', async ({ browser }) => {
  await host.call('wall.open', {})
  await arrive(20, people)
  for (const viewport of [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }]) {
    const wall = await openWindow(browser, host, 'wall', { viewport })
    const region = wall.getByRole('region', { name: 'In the building' })
    await expect(region.getByRole('listitem')).toHaveCount(people)
    await expect(wall.locator('[data-density=dense]')).toBeVisible()
    await expect(wall.getByText(/^page \d of \d/)).toBeVisible()
    const names = await region.getByRole('listitem').evaluateAll((cards) => cards.map((card) => ({ text: card.textContent, cut: card.scrollWidth > card.clientWidth + 1 || card.scrollHeight > card.clientHeight + 1, ellipsis: getComputedStyle(card.firstElementChild ?? card).textOverflow })))
    for (let index = 0; index < people; index += 1) expect(names.some(({ text }) => text.includes(lastName(index)))).toBe(true)
    expect(names.filter(({ cut, ellipsis }) => cut || ellipsis === 'ellipsis')).toEqual([])
  }
})

test('whoever comes and goes meanwhile leaves no page standing', async ({ browser }) => {
  const wall = await openWindow(browser, host, 'wall')
  const page = wall.getByText(/^page \d of \d/)
  await expect(page).toBeVisible()
  const first = (await page.textContent())?.slice(0, 6)
  // One after the other, faster than a page turns.
  let next = people
  await expect
    .poll(async () => {
      next -= 1
      await host.call('dev.scan', { serial: serialOf(next) })
      return (await page.textContent())?.slice(0, 6)
    })
    .not.toBe(first)
})

test('the border says a warning and a critical alert in colour, shape and word, and goes when it is acknowledged', async ({ browser }) => {
  const wall = await openWindow(browser, host, 'wall')
  const border = wall.locator('[data-alert]')
  await expect(wall.getByText('Live', { exact: true })).toBeVisible()
  await expect(border).toBeHidden()
  await host.call('dev.scan', { serial: '9999900001' })
  await expect(wall.locator('[data-alert=warning]')).toBeVisible()
  await expect(wall.getByText('Warning: see the duty desk')).toBeVisible()
  expect(await violations(wall)).toEqual([])
  // A badge that was reported lost.
  const { badges } = await host.call<{ badges: { id: string }[] }>('badges.list', { search: serialOf(1) })
  await host.call('badges.setStatus', { badgeId: badges[0]?.id, status: 'lost' })
  await host.call('dev.scan', { serial: serialOf(1) })
  await expect(wall.locator('[data-alert=critical]')).toBeVisible()
  await expect(wall.getByText('Critical alert: see the duty desk')).toBeVisible()
  expect(await border.evaluate((element) => getComputedStyle(element).animationName), 'no pulse for those who want less motion').toBe('none')
  expect(await violations(wall)).toEqual([])
  const { alerts } = await host.call<{ alerts: { id: string }[] }>('alerts.active')
  await host.call('alerts.acknowledge', { alertIds: alerts.map(({ id }) => id), note: 'Known badge.' })
  await expect(border).toBeHidden()
})

for (const look of [{ theme: 'light', language: 'en' }, { theme: 'dark', language: 'fr' }, { theme: 'light', language: 'fr' }, { theme: 'dark', language: 'en' }] as const) {
  test(`accessible, ${look.theme}, ${look.language}`, async ({ browser }) => {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }]) {
      const wall = await openWindow(browser, host, 'wall', { ...look, viewport })
      await expect(wall.getByRole('listitem').first()).toBeVisible()
      expect(await violations(wall)).toEqual([])
      expect(await wall.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight)).toBe(true)
    }
  })
}

test('it may show and nothing else', async ({ browser }) => {
  const wall = await openWindow(browser, host, 'wall')
  for (const name of ['presence.scan', 'members.list', 'alerts.active', 'kiosk.leave']) {
    const answer = await wall.evaluate(
      async ([call, token]) => {
        const response = await fetch(`/call/${call}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'x-sentinel-window': 'wall' }, body: '{"serial":"DEADBEEF"}' })
        return response.json() as Promise<unknown>
      },
      [name, host.token],
    )
    expect(answer, name).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  }
})

import { eq, like } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { levels, type Caller } from '../../../../shared/domain/access.ts'
import { account, audit, memberPresence } from '../../db/schema/index.ts'
import { adminBadge, adminPin, createAccountsDesk, type AccountsDesk } from '../accounts/testing/desk.ts'
import { createKeeperBadge, keeperWaitMs, type KeeperBadge } from './keeper-badge.ts'
import { createKioskService } from './service.ts'

const kioskWindow: Caller = { kind: 'kiosk', id: 'kiosk', stationId: 'front-door', scopes: ['display', 'device'], person: null, level: 0, liveDds: false }
const deckBadge = 'AA00000002'
const deckPin = '905472'

let desk: AccountsDesk
let keeper: KeeperBadge
let kiosk: ReturnType<typeof createKioskService>
let liveDds: string | undefined
let told: unknown[]
let deck: string

beforeEach(async () => {
  desk = await createAccountsDesk()
  await desk.setUp()
  deck = await desk.enlist('Deck', deckBadge)
  liveDds = undefined
  told = []
  desk.hub.onAny((name, payload) => name.startsWith('kiosk') && told.push(payload))
  const { database, clock, hub } = desk
  keeper = createKeeperBadge({ database, clock, hub, isLiveDds: (memberId) => memberId === liveDds })
  kiosk = createKioskService({ database, clock, hub, ownStation: 'desk', keeper, provePin: desk.accounts.provePinAtKiosk })
  await kiosk.open({ ...desk.caller(), level: levels.admin }, {})
})
afterEach(() => desk.close())

/** As the scan of this badge asks; true when it was taken for the panel. */
async function hold(serial: string, stationId = 'front-door'): Promise<boolean> {
  const taken = await desk.database.transaction((tx) => keeper.takeBadge(tx, { serial, stationId, isFree: false }))
  taken?.afterCommit()
  return taken !== undefined
}
const tryPin = (pin: string) => kiosk.leave(kioskWindow, { pin }).then(
  () => 'left',
  (error: { code: string }) => error.code,
)

describe('the way out by badge and PIN (screens.md W-15)', () => {
  test('whoever may holds the badge to the reader, which moves nobody, and gives the PIN; the trail names them', async () => {
    expect(await hold(adminBadge), 'nobody asked for it: it counts as always').toBe(false)
    kiosk.awaitKeeper(kioskWindow, {})
    expect(await hold(adminBadge)).toBe(true)
    expect(told.at(-1)).toEqual({ stationId: 'front-door', displayName: 'PO1 Boss, A' })
    expect(await tryPin(adminPin)).toBe('left')
    expect(await kiosk.state()).toEqual({ open: false, hasCode: false, stationId: null })
    const [line] = await desk.database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'kiosk_leave')))
    expect(line).toMatchObject({ actorName: 'PO1 Boss, A', details: { by: 'badge' } })
  })

  test('another’s badge counts as always and opens nothing; as DDS they may, and no longer once they are not', async () => {
    const { code } = await desk.accounts.issueSetupCode({ member: deck }, desk.caller())
    await desk.accounts.choosePin({ serial: deckBadge, setupCode: code, pin: deckPin }, desk.window)
    kiosk.awaitKeeper(kioskWindow, {})
    expect(await hold(deckBadge)).toBe(false)
    expect(await tryPin(deckPin)).toBe('badge_needed')
    liveDds = deck
    expect(await hold(deckBadge)).toBe(true)
    liveDds = undefined
    expect(await tryPin(deckPin)).toBe('badge_needed')
    liveDds = deck
    expect(await tryPin(deckPin)).toBe('left')
  })

  test('the badge is waited for at one station, for thirty seconds, and not once the panel is shut', async () => {
    kiosk.awaitKeeper(kioskWindow, {})
    expect(await hold(adminBadge, 'rear-door')).toBe(false)
    desk.clock.advance(keeperWaitMs)
    expect(await hold(adminBadge)).toBe(false)
    kiosk.awaitKeeper(kioskWindow, {})
    expect(await hold(adminBadge)).toBe(true)
    kiosk.cancelKeeper(kioskWindow, {})
    expect(await tryPin(adminPin)).toBe('badge_needed')
    expect(await hold(adminBadge)).toBe(false)
  })

  test('the badge alone, or a PIN without it, is nothing; what was read is forgotten after a minute', async () => {
    kiosk.awaitKeeper(kioskWindow, {})
    await hold(adminBadge)
    await expect(kiosk.leave(kioskWindow, {})).rejects.toMatchObject({ code: 'exit_code_wrong' })
    desk.clock.advance(60_000)
    expect(await tryPin(adminPin)).toBe('badge_needed')
  })

  test('wrong PINs make it wait and then lock, as at the desk, and each is in the trail', async () => {
    kiosk.awaitKeeper(kioskWindow, {})
    await hold(adminBadge)
    expect(await tryPin('111222')).toBe('sign_in_wrong')
    expect(await tryPin(adminPin)).toBe('sign_in_wait')
    for (const seconds of [1, 2, 4, 8]) {
      desk.clock.advance(seconds * 1000)
      expect(await tryPin('111222')).toBe('sign_in_wrong')
    }
    desk.clock.advance(16_000)
    kiosk.awaitKeeper(kioskWindow, {})
    await hold(adminBadge)
    expect(await tryPin(adminPin)).toBe('sign_in_locked')
    expect(await desk.database.read((tx) => tx.$count(audit, like(audit.action, 'kiosk_pin_failed')))).toBe(5)
  })

  test('an account that is switched off, or a level that was lowered since, opens nothing', async () => {
    kiosk.awaitKeeper(kioskWindow, {})
    await hold(adminBadge)
    await desk.database.transaction((tx) => tx.update(account).set({ level: levels.quartermaster }))
    expect(await tryPin(adminPin)).toBe('badge_needed')
    expect(await desk.database.read((tx) => tx.select().from(memberPresence))).toEqual([])
  })
})

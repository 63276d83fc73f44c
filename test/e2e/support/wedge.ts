import type { Page } from '@playwright/test'

/**
 * As a keyboard reader does: a key every 5 ms and Enter at the end, by physical keys. The events carry their own times,
 * as a real keyboard's do, and are sent without waiting one for the other: a page whose clock a test holds times them by
 * when they come, and a busy machine must not make a reader look like a person.
 * @param lost a key that comes before the digits, and whose key-up is lost
 */
export async function wedge(page: Page, digits: string, lost?: { readonly key: string; readonly windowsVirtualKeyCode: number }): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const begin = Date.now() / 1000
  const before = lost === undefined ? [] : [devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', timestamp: begin - 0.005, code: lost.key, ...lost })]
  const keys = [...digits].map((digit) => ({ key: digit, code: `Digit${digit}`, text: digit, windowsVirtualKeyCode: 48 + Number(digit) }))
  const sent = [...keys, { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }].flatMap((key, index) => {
    const timestamp = begin + index * 0.005
    return [devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }), devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp: timestamp + 0.002, key: key.key, code: key.code })]
  })
  await Promise.all([...before, ...sent])
  await devtools.detach()
}

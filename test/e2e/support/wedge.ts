import type { Page } from '@playwright/test'

/**
 * As a keyboard reader does: a key every 5 ms and Enter at the end, by physical keys. The events carry their own times,
 * as a real keyboard's do, and are sent without waiting one for the other: a page whose clock a test holds times them by
 * when they come, and a busy machine must not make a reader look like a person.
 */
export async function wedge(page: Page, digits: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const begin = Date.now() / 1000
  const keys = [...digits].map((digit) => ({ key: digit, code: `Digit${digit}`, text: digit, windowsVirtualKeyCode: 48 + Number(digit) }))
  const sent = [...keys, { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }].flatMap((key, index) => {
    const timestamp = begin + index * 0.005
    return [devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }), devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp: timestamp + 0.002, key: key.key, code: key.code })]
  })
  await Promise.all(sent)
  await devtools.detach()
}

import type { Page } from '@playwright/test'

/**
 * As a keyboard reader does: a key every 5 ms and Enter at the end, by physical keys. The events carry their own times,
 * as a real keyboard's do, so that a busy machine does not make a reader look like a person.
 */
export async function wedge(page: Page, digits: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const begin = Date.now() / 1000
  const keys = [...digits].map((digit) => ({ key: digit, code: `Digit${digit}`, text: digit, windowsVirtualKeyCode: 48 + Number(digit) }))
  for (const [index, key] of [...keys, { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }].entries()) {
    const timestamp = begin + index * 0.005
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key })
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp: timestamp + 0.002, key: key.key, code: key.code })
  }
  await devtools.detach()
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BurstKey, BurstMode, KeyVerdict } from './key-burst.ts'
import { createKeyBurstRecogniser } from './key-burst.ts'

type Stroke = Partial<BurstKey> & { readonly code: string; readonly gap: number }

const codeOf = (character: string): string => {
  if (/\d/.test(character)) return `Digit${character}`
  if (/[A-Z]/.test(character)) return `Key${character}`
  return { '-': 'Minus', ',': 'Comma', '.': 'Period', ':': 'Semicolon', ' ': 'Space', '\r': 'Enter', '\t': 'Tab' }[character] ?? character
}
const strokes = (text: string, gap: number): Stroke[] => [...text].map((character) => ({ code: codeOf(character), gap }))

/** Presses the keys one after the other on a fresh recogniser and collects the verdicts. */
function press(keys: readonly Stroke[], mode: BurstMode, recogniser = createKeyBurstRecogniser()): KeyVerdict[] {
  let timeStamp = 10_000
  return keys.map(({ gap, ...key }) => {
    timeStamp += gap
    return recogniser.key({ timeStamp, repeat: false, ctrlKey: false, altKey: false, metaKey: false, ...key }, mode)
  })
}
const last = (verdicts: readonly KeyVerdict[]): KeyVerdict | undefined => verdicts.at(-1)
const scans = (verdicts: readonly KeyVerdict[]) => verdicts.flatMap(({ scan }) => (scan ? [scan] : []))
const swallowed = (verdicts: readonly KeyVerdict[]) => verdicts.map(({ swallow }) => swallow)

describe('a badge at a wedge reader (hardware.md 2)', () => {
  test.each(['\r', '\t'])('ending in %j is a scan, at every pace that readers have', (end) => {
    for (const gap of [0, 1, 2, 8, 20, 35]) {
      expect(scans(press(strokes(`0005882391${end}`, gap), 'hold'))).toEqual([{ text: '0005882391', leaked: 0 }])
    }
  })

  test('from the number pad is a scan, and NumpadEnter ends it', () => {
    const keys = [...'0005882391'].map((digit) => ({ code: `Numpad${digit}`, gap: 5 }))
    expect(scans(press([...keys, { code: 'NumpadEnter', gap: 5 }], 'hold'))).toEqual([{ text: '0005882391', leaked: 0 }])
  })

  test('gives the same digits under a French layout, where the digit row makes letters (hardware.md 2, odoo #214407)', () => {
    const azerty = [...'à&é"\'(-è_ç'].map((key, digit) => ({ key, code: `Digit${digit}`, gap: 4 }))
    expect(scans(press([...azerty, { code: 'Enter', gap: 4 }], 'hold'))[0]?.text).toBe('0123456789')
  })

  test.each(['0F0059C217', '089,49687', '00089,49687', '04:A1:B2:C3', 'VP-2026-000123', '123 45678', '12.34.56'])('spelled %s keeps its characters', (text) => {
    expect(scans(press(strokes(`${text}\r`, 6), 'hold'))).toEqual([{ text, leaked: 0 }])
  })

  test('with Shift pressed before each letter is a scan', () => {
    const keys = strokes('AB12CD34\r', 16).flatMap((key) => (key.code.startsWith('Key') ? [{ code: 'ShiftLeft', gap: 16 }, key] : [key]))
    expect(scans(press(keys, 'hold'))[0]?.text).toBe('AB12CD34')
  })

  test('ended by a control character (Ctrl+J) is a scan and opens nothing', () => {
    const verdicts = press([...strokes('0005882391', 4), { code: 'ControlLeft', gap: 4, ctrlKey: true }, { code: 'KeyJ', gap: 4, ctrlKey: true }], 'watch')
    expect(last(verdicts)).toEqual({ swallow: true, scan: { text: '0005882391', leaked: 10 }, refused: null })
  })

  test('held twice is two scans', () => {
    const twice = [...strokes('0005882391\r', 5), { code: 'Digit1', gap: 400 }, ...strokes('005882391\r', 5)]
    expect(scans(press(twice, 'hold')).map(({ text }) => text)).toEqual(['0005882391', '1005882391'])
  })

  test('of a reader that ends lines with CR LF is one scan, and neither Enter gets through', () => {
    const verdicts = press([...strokes('0005882391\r', 5), { code: 'Enter', gap: 5 }], 'watch')
    expect(scans(verdicts)).toHaveLength(1)
    expect(swallowed(verdicts).slice(-2)).toEqual([true, true])
  })

  test('one slow key inside is allowed, up to 100 ms', () => {
    const slow = (gap: number) => strokes('0005882391\r', 5).with(5, { code: 'Digit8', gap })
    expect(scans(press(slow(100), 'hold'))).toHaveLength(1)
    expect(last(press(slow(101), 'hold'))).toEqual({ swallow: true, scan: null, refused: { why: 'gap', leaked: 0 } })
  })

  test('is given by the events own time: a stamp that goes backwards counts as no time', () => {
    expect(scans(press(strokes('0005882391\r', 5).with(4, { code: 'Digit8', gap: -3 }), 'hold'))).toHaveLength(1)
    expect(scans(press(strokes('0005882391\r', Number.NaN), 'hold'))).toEqual([])
  })
})

describe('what is no badge', () => {
  test('a person typing, even fast, then Enter', () => {
    for (const gap of [36, 60, 90, 120]) {
      const verdicts = press(strokes('0005882391\r', gap), 'watch')
      expect(scans(verdicts)).toEqual([])
      expect(swallowed(verdicts)).not.toContain(true)
    }
  })

  test('a burst broken by 150 ms of silence keeps nothing of its first half', () => {
    expect(scans(press([...strokes('00058', 5), { code: 'Digit8', gap: 151 }, ...strokes('2391999\r', 5)], 'hold'))).toEqual([{ text: '82391999', leaked: 0 }])
  })

  test('too few characters; two scans that ran into each other; a key that no reader sends', () => {
    expect(last(press(strokes('12\r', 5), 'hold'))?.scan).toBeNull()
    expect(last(press(strokes('12345\r', 5), 'watch'))).toEqual({ swallow: true, scan: null, refused: { why: 'length', leaked: 5 } })
    expect(last(press(strokes(`${'1'.repeat(65)}\r`, 5), 'hold'))?.refused).toEqual({ why: 'length', leaked: 0 })
    for (const code of ['Backspace', 'Escape', 'F5', 'Slash', '', 'Unidentified']) {
      expect(last(press(strokes('0005882391\r', 5).toSpliced(5, 0, { code, gap: 5 }), 'watch'))).toEqual({ swallow: true, scan: null, refused: { why: 'keys', leaked: 0 } })
    }
  })

  test('an automatic repeat is never part of a scan', () => {
    const withRepeats = strokes('0005882391\r', 5).flatMap((key) => [key, { code: 'KeyX', gap: 0, repeat: true }])
    expect(scans(press(withRepeats, 'hold'))).toEqual([{ text: '0005882391', leaked: 0 }])
    expect(scans(press(strokes('0005882391\r', 5).map((key) => ({ ...key, repeat: key.code !== 'Enter' })), 'hold'))).toEqual([])
  })

  test('what was begun before the window lost the focus', () => {
    const recogniser = createKeyBurstRecogniser()
    press(strokes('00058', 5), 'hold', recogniser)
    recogniser.reset()
    expect(scans(press(strokes('82391\r', 5), 'hold', recogniser))).toEqual([{ text: '82391', leaked: 0 }])
  })
})

describe('on a screen with nothing to type into (hold)', () => {
  test('every character is swallowed, whoever typed it, so that no plain-key shortcut fires', () => {
    expect(swallowed(press(strokes('0005882391\r', 5), 'hold'))).not.toContain(false)
    expect(swallowed(press(strokes('SHORTCUT?', 200).slice(0, 8), 'hold'))).not.toContain(false)
    expect(swallowed(press([{ code: 'KeyN', gap: 0, repeat: true }], 'hold'))).toEqual([true])
  })

  test('a person still moves by Tab and presses by Enter and Space', () => {
    expect(swallowed(press(['Tab', 'Tab', 'Enter', 'Space', 'Escape', 'ArrowDown'].map((code) => ({ code, gap: 300 })), 'hold'))).not.toContain(true)
  })

  test('the Enter of a reader too slow to be accepted presses nothing', () => {
    expect(swallowed(press(strokes('0005882391\r', 200), 'hold'))).not.toContain(false)
  })

  test('chords pass, but not out of the middle of a burst', () => {
    const chord = { code: 'KeyR', gap: 300, ctrlKey: true }
    expect(swallowed(press([chord], 'hold'))).toEqual([false])
    expect(last(press([...strokes('00058', 5), { ...chord, gap: 5 }], 'hold'))?.swallow).toBe(true)
  })
})

describe('on a form (watch)', () => {
  test('characters pass, the number that leaked is told, and only the Enter is eaten', () => {
    const verdicts = press(strokes('0005882391\r', 5), 'watch')
    expect(swallowed(verdicts)).toEqual([...Array<boolean>(10).fill(false), true])
    expect(last(verdicts)?.scan).toEqual({ text: '0005882391', leaked: 10 })
  })

  test('what a person typed before is neither part of the badge nor removed', () => {
    const slow = press([...strokes('DUPONT', 120), { code: 'Digit0', gap: 120 }, ...strokes('005882391\r', 5)], 'watch')
    expect(scans(slow)).toEqual([{ text: '0005882391', leaked: 10 }])
    const fast = press([...strokes('BLEDSOE AND SONS', 80), ...strokes('0005882391\r', 5)], 'watch')
    expect(last(fast)).toEqual({ swallow: true, scan: null, refused: { why: 'gap', leaked: 0 } })
  })

  test('when the focus moves out of the field in mid-burst only what reached the field counts as leaked', () => {
    const recogniser = createKeyBurstRecogniser()
    const keys = strokes('0005882391\r', 0)
    press(keys.slice(0, 3), 'watch', recogniser)
    expect(scans(press(keys.slice(3), 'hold', recogniser))).toEqual([{ text: '0005882391', leaked: 3 }])
  })
})

describe('for all keys', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEF'), minLength: 6, maxLength: 40 })
  const gap = fc.integer({ min: 0, max: 35 })

  test('every burst of a reader is read whole, in both modes', () => {
    fc.assert(
      fc.property(text, fc.array(gap, { minLength: 41, maxLength: 41 }), fc.constantFrom<BurstMode>('hold', 'watch'), (value, gaps, mode) => {
        const verdicts = press(strokes(`${value}\r`, 0).map((key, index) => ({ ...key, gap: gaps[index] ?? 0 })), mode)
        expect(scans(verdicts)).toEqual([{ text: value, leaked: mode === 'hold' ? 0 : value.length }])
      }),
    )
  })

  test('no sequence that a person can type, every key 40 ms or more after the other, is a scan or loses a key of a form', () => {
    const code = fc.constantFrom('Digit1', 'KeyA', 'Space', 'Enter', 'Tab', 'Backspace', 'ShiftLeft', 'Minus', 'Escape', 'NumpadEnter')
    fc.assert(
      fc.property(fc.array(fc.record({ code, gap: fc.integer({ min: 40, max: 400 }) }), { maxLength: 80 }), (keys) => {
        const verdicts = press(keys, 'watch')
        expect(scans(verdicts)).toEqual([])
        expect(swallowed(verdicts)).not.toContain(true)
      }),
    )
  })

  test('never more leaked than passed, never a text beyond its bounds, and every scan is swallowed at its end', () => {
    const key = fc.record({
      code: fc.constantFrom('Digit1', 'KeyB', 'Enter', 'Tab', 'Space', 'ShiftLeft', 'F5', 'Numpad7'),
      gap: fc.integer({ min: -5, max: 160 }),
      repeat: fc.boolean(),
      ctrlKey: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(key, { maxLength: 150 }), fc.constantFrom<BurstMode>('hold', 'watch'), (keys, mode) => {
        let passed = 0
        for (const { swallow, scan, refused } of press(keys, mode)) {
          if (!swallow) passed += 1
          expect((scan ?? refused)?.leaked ?? 0).toBeLessThanOrEqual(passed)
          if (!scan) continue
          expect(swallow).toBe(true)
          expect(scan.text.length).toBeGreaterThanOrEqual(mode === 'hold' ? 4 : 6)
          expect(scan.text.length).toBeLessThanOrEqual(64)
        }
      }),
      { numRuns: 500 },
    )
  })
})

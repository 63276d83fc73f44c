/**
 * Tells a keyboard-wedge reader's burst of keys from a person's typing (hardware.md 2, "Rules for b").
 *
 * How a window uses it: one recogniser a window, one capture-phase `keydown` listener on `window`.
 *
 *     const recogniser = createKeyBurstRecogniser()
 *     window.addEventListener('keydown', (event) => {
 *       const verdict = recogniser.key(event, isTextEntry(event.target) ? 'watch' : 'hold')
 *       if (verdict.swallow) { event.preventDefault(); event.stopImmediatePropagation() }
 *       if (verdict.scan) { removeLastCharacters(verdict.scan.leaked); submit(verdict.scan.text) }
 *     }, true)
 *     window.addEventListener('blur', () => recogniser.reset())
 *
 * - `hold` (scan-only screens, nothing to type into): every character is swallowed, whoever typed it, so no plain-key
 *   shortcut can fire. Tab, Enter and Space still work for a person, as long as no burst came just before them.
 *   Chords with Ctrl, Alt or Meta pass, unless they come in the middle of a burst.
 * - `watch` (focus in a text field): characters pass. When a burst turns out to be a scan, `scan.leaked` says how many of
 *   its characters went into the field: remove that many before the caret. The Enter or Tab that ends a burst is always
 *   swallowed, so a badge never submits a form, not even one that was misread (`refused`, with its own `leaked`).
 *
 * Keys are read by their physical place (`code`) on a US keyboard, because an AZERTY layout makes letters of a reader's
 * digits. Shift and CapsLock never matter: letters come out in upper case, digits as digits.
 * Bring `scan.text` to its canonical form with `canonicalSerial`. It is a claimed id: anyone can type ten digits quickly.
 */

/** A DOM `KeyboardEvent` is one. */
export interface BurstKey {
  readonly code: string
  /** The event's own time in ms, not the handler's: a busy window must not make a reader look slow. */
  readonly timeStamp: number
  readonly repeat: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

export type BurstMode = 'hold' | 'watch'

export interface BurstScan {
  readonly text: string
  /** Characters of this burst that were not swallowed. */
  readonly leaked: number
}
export interface RefusedBurst {
  /** length: too short or too long. gap: a pause inside. keys: a key that no reader sends. */
  readonly why: 'length' | 'gap' | 'keys'
  /** What may be removed from the field: 0 where a person's own characters are among them. */
  readonly leaked: number
}
export interface KeyVerdict {
  readonly swallow: boolean
  readonly scan: BurstScan | null
  /** A burst that ended but cannot be a badge: worth a "hold the badge to the reader again". */
  readonly refused: RefusedBurst | null
}

export interface KeyBurstOptions {
  /** Where nothing can be typed, what `canonicalSerial` takes: 4. */
  readonly minLength?: number
  /** In text fields, where a false alarm would remove a person's own words. */
  readonly minLengthOnForms?: number
  readonly maxLength?: number
}

export interface KeyBurstRecogniser {
  key(key: BurstKey, mode: BurstMode): KeyVerdict
  /** Forgets what was begun: call it when the window loses the focus. */
  reset(): void
}

const medianGap = 35
const maxGap = 100
const silence = 150
/** This many keys at a reader's pace are a burst whose Enter must not reach a form, badge or not. */
const burstLength = 4
/** A reader too slow to be accepted must not press the focused button either. */
const strayTerminator = 500

/** A recogniser for one window; pure but for the keys that it remembers. */
export function createKeyBurstRecogniser(options: KeyBurstOptions = {}): KeyBurstRecogniser {
  const { minLength = 4, minLengthOnForms = 6, maxLength = 64 } = options
  let text = ''
  let gaps: number[] = []
  let leaked = 0
  let spoilt: 'length' | 'keys' | null = null
  let lastKey = -Infinity
  let lastCharacter = -Infinity
  let lastEaten = -Infinity

  const clear = (): void => {
    text = ''
    gaps = []
    leaked = 0
    spoilt = null
  }

  /** Takes in the time since the key before; what a person typed before a badge came is no part of the badge. */
  function step(at: number): void {
    const gap = at - lastKey
    if (text === '' || gap > silence || (gap > maxGap && median(gaps) > medianGap)) clear()
    else gaps.push(gap)
    if (gaps.length > 4 * maxLength) gaps.shift()
    lastKey = at
  }

  function character(value: string, at: number, mode: BurstMode): KeyVerdict {
    // A person presses a focused button with Space; a reader's space comes after something.
    const swallow = mode === 'hold' && !(value === ' ' && at - lastCharacter > strayTerminator)
    if (text.length < maxLength) text += value
    else spoilt ??= 'length'
    if (!swallow) leaked += 1
    lastCharacter = at
    return verdict(swallow)
  }

  function terminator(at: number, mode: BurstMode): KeyVerdict {
    const refused = refusal(mode === 'hold' ? minLength : minLengthOnForms)
    const scan = refused === null ? { text: text.trim(), leaked } : null
    const burst = text.length >= burstLength && median(gaps.slice(-2 * burstLength)) <= medianGap
    clear()
    if (burst) {
      lastEaten = at
      return { swallow: true, scan, refused }
    }
    // The second terminator is the LF of a reader that ends its lines with CR LF.
    return verdict(at - lastEaten <= maxGap || (mode === 'hold' && at - lastCharacter <= strayTerminator))
  }

  function refusal(least: number): RefusedBurst | null {
    // Whose characters these are cannot be told any more, so none may be removed.
    if (spoilt === 'keys') return { why: 'keys', leaked: 0 }
    if (median(gaps) > medianGap) return { why: 'gap', leaked: 0 }
    if (Math.max(...gaps) > maxGap) return { why: 'gap', leaked }
    return spoilt !== null || text.trim().length < least ? { why: 'length', leaked } : null
  }

  return {
    key(key, mode) {
      const value = characterOf(key.code)
      const chord = key.ctrlKey || key.altKey || key.metaKey
      if (key.repeat) return verdict(mode === 'hold' && !chord && value !== undefined)
      const at = Number.isFinite(key.timeStamp) ? Math.max(key.timeStamp, lastKey) : lastKey
      step(at)
      // A reader presses Shift between two characters.
      if (modifierKeys.has(key.code)) return verdict(false)
      if (isTerminator(key)) return terminator(at, mode)
      if (value !== undefined && !chord) return character(value, at, mode)
      const swallow = chord && text.length >= burstLength && median(gaps) <= medianGap
      if (text !== '') spoilt = 'keys'
      return verdict(swallow)
    },
    reset() {
      clear()
      lastKey = lastCharacter = lastEaten = -Infinity
    },
  }
}

const verdict = (swallow: boolean): KeyVerdict => ({ swallow, scan: null, refused: null })

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Infinity
}

const modifierKeys = new Set(['ShiftLeft', 'ShiftRight', 'ControlLeft', 'ControlRight', 'AltLeft', 'AltRight', 'MetaLeft', 'MetaRight', 'CapsLock', 'NumLock'])

/** Scanners set to end with LF or CR as control characters send Ctrl+J or Ctrl+M. */
const isTerminator = ({ code, ctrlKey, altKey, metaKey }: BurstKey): boolean =>
  !altKey && !metaKey && (ctrlKey ? code === 'KeyJ' || code === 'KeyM' : code === 'Enter' || code === 'NumpadEnter' || code === 'Tab')

const punctuation = new Map([
  ['Minus', '-'],
  ['NumpadSubtract', '-'],
  ['Comma', ','],
  ['NumpadComma', ','],
  ['Period', '.'],
  ['NumpadDecimal', '.'],
  // The only separator that cards are printed with on this key is the colon (04:A1:B2:C3).
  ['Semicolon', ':'],
  ['Space', ' '],
])

function characterOf(code: string): string | undefined {
  const [, digitOrLetter] = /^(?:Digit|Numpad)(\d)$|^Key([A-Z])$/.exec(code)?.filter((part) => part !== undefined) ?? []
  return digitOrLetter ?? punctuation.get(code)
}

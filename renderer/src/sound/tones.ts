/** What each result sounds like (screens.md 5.1): told apart without looking. Generated, so no recording is needed. */
import type { Tone } from '../stores/kiosk.ts'

export interface Note {
  /** Hertz. */
  readonly pitch: number
  /** Milliseconds from the beginning. */
  readonly start: number
  readonly length: number
  readonly wave: 'sine' | 'sawtooth'
}

const note = (pitch: number, start: number, length: number, wave: Note['wave'] = 'sine'): Note => ({ pitch, start, length, wave })

export const tones: Record<Tone | 'alert', readonly Note[]> = {
  // Rising: come in.
  in: [note(660, 0, 110), note(990, 120, 160)],
  // Falling: goodbye.
  out: [note(880, 0, 110), note(587, 120, 160)],
  // One soft note: heard already.
  repeat: [note(494, 0, 140)],
  // Low, twice: look at the screen.
  notice: [note(330, 0, 160), note(330, 240, 160)],
  // Like a light siren: something needs a person.
  alert: [note(740, 0, 140), note(554, 150, 140), note(740, 300, 140), note(554, 450, 150)],
  // A buzz, three times: heard away from the screen.
  refused: [note(160, 0, 140, 'sawtooth'), note(160, 200, 140, 'sawtooth'), note(160, 400, 180, 'sawtooth')],
}

import { create } from 'zustand'
import { tones } from './tones.ts'

const key = 'sentinel.volume'

interface SoundState {
  /** 0 = off, 1 = as loud as it goes. */
  readonly volume: number
  /** The browser lets nothing sound before somebody has touched the window. */
  readonly blocked: boolean
}
export const useSound = create<SoundState>(() => ({ volume: Number(localStorage.getItem(key) ?? 0.6), blocked: false }))

export function setVolume(volume: number): void {
  localStorage.setItem(key, String(volume))
  useSound.setState({ volume })
}

let context: AudioContext | undefined

type Loudness = (tone: keyof typeof tones) => number
let loudness: Loudness = () => 1

/** How loud each tone is in this window, 0 to 1 of its volume: asked each time, as the hour may change it. */
export const setLoudness = (next: Loudness): void => void (loudness = next)

/** Plays a result's tone. A machine without sound loses nothing but the sound. @param share of the window's volume, where it is tried out */
export async function playTone(tone: keyof typeof tones, share: number = loudness(tone)): Promise<void> {
  const volume = useSound.getState().volume * share
  if (volume === 0) return
  try {
    context ??= new AudioContext()
    // Stays pending for ever where the browser waits for a touch: ask, and look at what came of it.
    await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 30))])
    useSound.setState({ blocked: context.state !== 'running' })
    if (context.state !== 'running') return
    for (const { pitch, start, length, wave } of tones[tone]) schedule(context, volume, pitch, start / 1000, length / 1000, wave)
  } catch {
    useSound.setState({ blocked: true })
  }
}

function schedule(audio: AudioContext, volume: number, pitch: number, start: number, length: number, wave: OscillatorType): void {
  const begin = audio.currentTime + start
  const oscillator = new OscillatorNode(audio, { frequency: pitch, type: wave })
  const gain = new GainNode(audio, { gain: 0 })
  // A ramp at both ends: a tone that is cut clicks.
  gain.gain.setValueAtTime(0, begin)
  gain.gain.linearRampToValueAtTime(volume * 0.5, begin + 0.01)
  gain.gain.setValueAtTime(volume * 0.5, begin + length - 0.02)
  gain.gain.linearRampToValueAtTime(0, begin + length)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(begin)
  oscillator.stop(begin + length)
}

/** The code of a station: stands on every movement that is made there, and in the server's list of who is connected. */
import { systemStation } from './station-name.ts'

export const stationCodeForm = /^[a-z0-9][a-z0-9_-]{0,49}$/

/** Of a PC that was told nothing. */
export const defaultStation = 'desk'

/** Whether a PC can be this station: Sentinel's own is no door. */
export const isOwnStationCode = (code: string): boolean => stationCodeForm.test(code) && code !== systemStation

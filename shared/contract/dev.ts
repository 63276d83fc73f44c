import * as v from 'valibot'
import { Session } from './accounts.ts'
import { SimulationDays, SimulationPrecheck, SimulationRates, SimulationResult, simulationScenarios, SimulationSeed } from './dev-simulation.ts'
import { call, event } from './kit.ts'
import { BadgeSerialText, Count, Empty, Instant, StationId } from './fields.ts'
import { ScanOutcome } from './presence.ts'

/** Answered only where the host was started with --dev; a packaged build refuses that switch. */
export const dev = {
  setClock: call({
    needs: 'device',
    summary: 'Sets the clock, from where it runs on; null gives the real time back.',
    input: v.object({ now: v.nullable(Instant) }),
    output: v.object({ now: Instant }),
    errors: ['dev_only'],
  }),
  scan: call({
    needs: 'device',
    summary: 'Presents a badge to the simulated reader, as if it had been held there, and waits for the answer.',
    input: v.object({ serial: BadgeSerialText, stationId: v.optional(StationId) }),
    output: ScanOutcome,
    errors: ['dev_only', 'serial_invalid'],
  }),
  serverAway: call({
    needs: 'device',
    summary: 'Lets the server that holds the record be away, as far as this station can tell, until it is told that it is back.',
    input: v.object({ away: v.boolean() }),
    output: Empty,
    errors: ['dev_only'],
  }),
  signInAs: call({
    needs: 'device',
    summary: 'Signs in the first member of this level without a PIN: for a demonstration, and for journeys that are about something else.',
    input: v.object({ level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)) }),
    output: Session,
    errors: ['dev_only', 'member_unknown'],
  }),
  badges: call({
    needs: 'device',
    summary: 'Badges to try a scan with.',
    input: Empty,
    output: v.object({ badges: v.array(v.object({ serial: v.string(), label: v.string() })) }),
    errors: ['dev_only'],
  }),
  simulateDefaults: call({
    needs: 'developer',
    summary: 'What a simulation does unless it is told otherwise.',
    input: Empty,
    output: v.object({ days: Count, seed: SimulationSeed, rates: SimulationRates, scenarios: v.array(v.picklist(simulationScenarios)) }),
    errors: ['dev_only'],
  }),
  simulatePrecheck: call({
    needs: 'developer',
    summary: 'Says who would be simulated, and which days hold movements already. Writes nothing.',
    input: SimulationDays,
    output: SimulationPrecheck,
    errors: ['dev_only', 'simulation_range'],
  }),
  simulate: call({
    needs: 'developer',
    summary: 'Fills days of the past with plausible movements, through the rules of a real scan; the same seed on the same roll gives the same rows.',
    input: v.object({
      ...SimulationDays.entries,
      seed: v.optional(SimulationSeed),
      rates: v.optional(v.partial(SimulationRates)),
      /** Takes the place of days and rates. */
      scenario: v.optional(v.picklist(simulationScenarios)),
    }),
    output: SimulationResult,
    errors: ['dev_only', 'simulation_range', 'simulation_running'],
  }),
  backdateMembers: call({
    needs: 'developer',
    summary: 'Lets every member have joined so many days ago at the latest, so that nobody counts as new.',
    input: v.object({ days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650)), 60) }),
    output: v.object({ members: Count }),
    errors: ['dev_only'],
  }),
  simulating: event({
    needs: 'developer',
    summary: 'How far a simulation has come.',
    payload: v.object({ day: Count, days: Count, movements: Count }),
  }),
}

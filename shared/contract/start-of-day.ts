/** What an arriving member may take on (domain.md 4.12.5): told with the scan that brought them in, and asked for by whoever signs in. */
import * as v from 'valibot'
import { Count, Instant, PersonName } from './fields.ts'

/** How long a window offers it before it takes silence for “not me” (screens.md W-10), in ms. The next person’s scan takes over at once. */
export const promptMs = 20_000

export const startOfDayVariants = ['expected_dds', 'replacement_candidate', 'building_open_dds_pending', 'opener_only', 'blocked'] as const
export const startOfDayActions = ['accept_dds', 'open_building'] as const

/** Rank and names only, and of those inside nothing but their number: it is shown at the door. */
export const StartOfDay = v.object({
  person: PersonName,
  isInside: v.boolean(),
  /** Nobody has the duty, or the building is secured. */
  shouldPrompt: v.boolean(),
  /** Null when there is nothing to offer. `blocked`: this person may do nothing about it, and is told who is needed. */
  variant: v.nullable(v.picklist(startOfDayVariants)),
  /** The first is the default. Accepting DDS opens the building and takes lockup with it. */
  actions: v.array(v.picklist(startOfDayActions)),
  /** Nobody else is inside. */
  isFirst: v.boolean(),
  needsDds: v.boolean(),
  needsBuildingOpen: v.boolean(),
  buildingStatus: v.picklist(['secured', 'open', 'locking_up']),
  canAcceptDds: v.boolean(),
  canOpenBuilding: v.boolean(),
  /** Whom the desk waits for today. */
  expectedDds: v.nullable(PersonName),
  /** This week’s on the roster. */
  scheduledDds: v.nullable(PersonName),
  /** Who has accepted it. */
  currentDds: v.nullable(PersonName),
  holder: v.nullable(PersonName),
  opened: v.nullable(v.object({ at: Instant, by: PersonName })),
  presentMembers: Count,
  presentVisitors: Count,
})

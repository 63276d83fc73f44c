const zones = Intl.supportedValuesOf('timeZone')

/** Canada’s own first: most units are there. */
const canadian = /^America\/(St_Johns|Halifax|Toronto|Winnipeg|Regina|Edmonton|Vancouver|Moncton|Goose_Bay|Iqaluit|Yellowknife|Whitehorse)$/
const ordered = [...new Set([...zones.filter((zone) => canadian.test(zone)), ...zones])]

/** Time zones to choose from; one that this browser does not list but the unit has stands first. */
export const zoneOptions = (current: string): (readonly [zone: string, words: string])[] => (ordered.includes(current) ? ordered : [current, ...ordered]).map((zone) => [zone, zone.replaceAll('_', ' ')] as const)

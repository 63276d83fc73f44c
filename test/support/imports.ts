import { posix } from 'node:path'
import { floors, guarded, rooms, type Room } from './layers.ts'

const specifiers = /(?:^|[\s;])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** What a source file imports, types included: a type is a dependency too. */
export const importsOf = (source: string): string[] => [...source.matchAll(specifiers)].flatMap(([, plain, dynamic]) => plain ?? dynamic ?? [])

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

export const roomOf = (file: string): Room | undefined => rooms.filter((room) => within(file, room.path)).sort((a, b) => b.path.length - a.path.length)[0]

const packageOf = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
const featureOf = (file: string): string | undefined => /^electron\/core\/domain\/([^/]+)\//.exec(file)?.[1]
const floorOf = (feature: string): number => floors.findIndex((floor) => floor.includes(feature))

/** The relative imports of `file`, as paths from the root. */
export const localImports = (file: string, source: string): string[] =>
  importsOf(source)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(file), specifier))

/** What is wrong with a file's imports, in sentences that name what is allowed. Tests may import more: test helpers and test packages. */
export function violations(file: string, source: string): string[] {
  const room = roomOf(file)
  if (room === undefined) return [`${file} is in no room: add its folder to test/support/layers.ts`]
  const found: string[] = []
  for (const specifier of importsOf(source).filter((text) => !text.startsWith('.'))) {
    const name = specifier.startsWith('node:') ? 'node:*' : packageOf(specifier)
    const homes = guarded[name]
    if (homes !== undefined && !homes.some((home) => within(file, home))) found.push(`${file} imports ${name}; only ${homes.join(', ')} may`)
    else if (!room.packages.includes(name)) found.push(`${file} imports ${specifier}; ${room.path} may import the packages ${room.packages.join(', ') || '(none)'}`)
  }
  for (const target of localImports(file, source)) {
    const allowed = [room.path, ...room.rooms]
    const home = roomOf(target)
    const reachable = home !== undefined && allowed.some((path) => within(home.path, path) || within(target, path))
    if (!reachable) found.push(`${file} imports ${target}; ${room.path} may import ${allowed.join(', ')}`)
    const from = featureOf(file)
    const to = featureOf(target)
    if (from !== undefined && to !== undefined && from !== to) {
      if (floorOf(from) < 0 || floorOf(to) < 0) found.push(`${file}: the feature ${floorOf(from) < 0 ? from : to} has no floor in test/support/layers.ts`)
      else if (floorOf(to) >= floorOf(from)) found.push(`${file} imports ${target}; ${from} may import only the features below its floor: ${floors.slice(0, floorOf(from)).flat().join(', ')}`)
    }
  }
  return found
}

/** What can still be used of a stored document: a desk with a damaged setting must open. Pure. */
import * as v from 'valibot'

export interface Salvaged<T> {
  readonly value: T
  /** Fields that were there and could not be used. */
  readonly damaged: string[]
}

type Values<E extends v.ObjectEntries> = v.InferOutput<v.ObjectSchema<E, undefined>>

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each field of `stored` that fits its schema; the default for one that does not, or that is absent. */
export function salvage<E extends v.ObjectEntries>(entries: E, stored: unknown, defaults: Values<E>): Salvaged<Values<E>> {
  const given = isRecord(stored) ? stored : {}
  const damaged: string[] = []
  const fieldOf = (field: string, schema: v.ObjectEntries[string]): unknown => {
    const parsed = v.safeParse(schema, given[field])
    if (parsed.success) return parsed.output
    if (given[field] !== undefined) damaged.push(field)
    return defaults[field as keyof typeof defaults]
  }
  const value = Object.fromEntries(Object.entries(entries).map(([field, schema]) => [field, fieldOf(field, schema)])) as Values<E>
  return { value, damaged: isRecord(stored) || stored === undefined ? damaged : Object.keys(entries) }
}

/** The leaves that differ, by their path, as they were and as they become; null when none does. A list is one leaf. */
export function changesOf(before: unknown, after: unknown): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const [old, now] = [leavesOf(before), leavesOf(after)]
  const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((path) => JSON.stringify(old[path]) !== JSON.stringify(now[path]))
  const pick = (from: Record<string, unknown>) => Object.fromEntries(changed.map((path) => [path, from[path] ?? null]))
  return changed.length === 0 ? null : { before: pick(old), after: pick(now) }
}

const leavesOf = (value: unknown, path = ''): Record<string, unknown> =>
  isRecord(value) ? Object.assign({}, ...Object.entries(value).map(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))) : { [path]: value }

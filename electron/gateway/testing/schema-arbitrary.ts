/** Inputs made from a route's own JSON Schema: such as hold to it, and such as are wrong in one place. */
import fc from 'fast-check'

/** The words of JSON Schema that the contract comes out in (`schemaOf`). */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null'
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly contentEncoding?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** Longer lists and texts find nothing that these do not. */
const [mostItems, mostSigns] = [4, 40]

const date = fc.oneof({ arbitrary: fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)), weight: 4 }, { arbitrary: fc.constantFrom('0001-01-01', '1970-01-01', '2028-02-29', '9999-12-31'), weight: 1 })
const time = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const signs = (alphabet: string) => (minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength })
/** Kinds of texts, the narrow ones first; whichever hold to a pattern are used for it. */
const texts: readonly ((minLength: number, maxLength: number) => fc.Arbitrary<string>)[] = [
  () => time,
  signs('abcdefghijklmnopqrstuvwxyz0123456789'),
  signs('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  signs('0123456789'),
  signs(' aÉßΩñ’"\\%_<>{}$;-–🙂\u0301\u202e'),
]

const byPattern = new Map<string, fc.Arbitrary<string>>()

function text({ format, pattern, contentEncoding, minLength = 0, maxLength = mostSigns }: JsonSchema, known: readonly string[]): fc.Arbitrary<string> {
  if (format === 'uuid') return known.length === 0 ? fc.uuid() : fc.oneof(fc.uuid(), fc.constantFrom(...known))
  if (format === 'date') return date
  if (format === 'date-time') return fc.tuple(date, time).map(([day, hour]) => `${day}T${hour}:00.000Z`)
  if (contentEncoding === 'base64') return fc.base64String({ minLength, maxLength: Math.max(minLength, mostSigns) })
  const [least, most] = [minLength, Math.max(minLength, Math.min(maxLength, mostSigns))]
  const key = `${pattern ?? ''} ${least} ${most}`
  const found = byPattern.get(key)
  if (found !== undefined) return found
  const rule = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  const holds = (value: string): boolean => value.length >= least && value.length <= most && rule?.test(value) !== false
  const fitting = texts.map((make) => make(least, most)).filter((make) => fc.sample(make, { numRuns: 40, seed: 1 }).filter(holds).length > 8)
  if (fitting.length === 0) throw new Error(`No text is made for the pattern ${pattern}, ${least} to ${most} signs: add a kind of text to schema-arbitrary.ts.`)
  const made = fc.oneof(...fitting).filter(holds)
  byPattern.set(key, made)
  return made
}

/**
 * Values that hold to the schema.
 * @param known ids that are on record, so that some calls get further than “not on record”
 */
export function valid(schema: JsonSchema, known: readonly string[] = []): fc.Arbitrary<unknown> {
  const each = (schemas: readonly JsonSchema[]): fc.Arbitrary<unknown> => fc.oneof(...schemas.map((one) => valid(one, known)))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.anyOf !== undefined) return each(schema.anyOf)
  if (schema.oneOf !== undefined) return each(schema.oneOf)
  const { minimum, maximum } = schema
  switch (schema.type) {
    case 'string':
      return text(schema, known)
    case 'integer':
      return fc.oneof(fc.integer({ min: minimum ?? -10, max: Math.min(maximum ?? 1_000, (minimum ?? -10) + 20) }), fc.constant(maximum ?? minimum ?? Number.MAX_SAFE_INTEGER))
    case 'number':
      return fc.double({ noNaN: true, ...(minimum !== undefined && { min: minimum }), ...(maximum !== undefined && { max: maximum }) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(valid(schema.items ?? {}, known), { minLength: schema.minItems ?? 0, maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? mostItems, mostItems)) })
    case 'object': {
      const { properties = {}, required = [], additionalProperties } = schema
      const own = fc.record(Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valid(one, known)])), { requiredKeys: [...required] })
      return typeof additionalProperties !== 'object' ? own : fc.tuple(own, fc.dictionary(fc.string({ maxLength: 10 }), valid(additionalProperties, known), { maxKeys: 3 })).map(([some, more]) => ({ ...more, ...some }))
    }
    default:
      return fc.jsonValue({ maxDepth: 1 })
  }
}

type Path = readonly (string | number)[]
const pathsOf = (value: unknown, at: Path = []): Path[] => [at, ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...at, Array.isArray(value) ? Number(key) : key])) : [])]

const gone = Symbol('gone')
const wrong = fc.oneof(
  fc.constantFrom<unknown>(gone, null, true, -1, 0, 1.5, 1e308, 2 ** 53, '', ' ', '\u0000', '\ud800', 'x'.repeat(5_000), '9999-99-99', '2026-02-30', '25:61', "'; drop table member; --", [], {}, [[]], { length: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
)

function changed(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by === gone ? {} : by
  if (Array.isArray(value)) return by === gone && rest.length === 0 ? value.filter((_, index) => index !== first) : value.map((part: unknown, index) => (index === first ? changed(part, rest, by) : part))
  const { [first]: part, ...others } = value as Record<string, unknown>
  return by === gone && rest.length === 0 ? others : { ...others, [first]: changed(part, rest, by) }
}

/** Values that are wrong in one place, or say one thing too many. */
export const nearly = (schema: JsonSchema, known: readonly string[] = []): fc.Arbitrary<unknown> =>
  fc.tuple(valid(schema, known), fc.nat(), wrong, fc.constantFrom('change', 'change', 'add')).map(([value, place, by, how]) => {
    if (how === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value, constructor: 1, memberId: by === gone ? null : by }
    const paths = pathsOf(value)
    return changed(value, paths[place % paths.length] ?? [], by)
  })

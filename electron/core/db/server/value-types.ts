/** Values of a server as PGlite gives them, with PGlite's own parsers: no service may see which engine answers. */
import { types } from '@electric-sql/pglite'

type Parse = (value: string) => unknown

/** Array types and the type of what is in them, by PostgreSQL's numbers (pg_type.dat). PGlite asks its catalogue for these. */
const arrays: readonly (readonly [array: number, element: number])[] = [
  [1000, types.BOOL],
  [1001, types.BYTEA],
  [1002, types.CHAR],
  [1003, 19],
  [1005, types.INT2],
  [1007, types.INT4],
  [1009, types.TEXT],
  [1014, types.BPCHAR],
  [1015, types.VARCHAR],
  [1016, types.INT8],
  [1021, types.FLOAT4],
  [1022, types.FLOAT8],
  [1028, types.OID],
  [199, types.JSON],
  [2951, types.UUID],
  [3807, types.JSONB],
]

const asItIs: Parse = (value) => value

// drizzle reads dates and times itself, and asks both engines for the text; numeric[] likewise.
const textTypes = [types.TIMESTAMP, types.TIMESTAMPTZ, types.DATE, types.INTERVAL, 1231, 1115, 1185, 1187, 1182]

const parsers = new Map<number, Parse>([
  ...Object.entries(types.parsers).map(([type, parse]): [number, Parse] => [Number(type), (value) => parse(value, Number(type))]),
  ...arrays.map(([array, element]): [number, Parse] => [array, (value) => types.arrayParser(value, types.parsers[element] ?? asItIs, array) as unknown]),
  ...textTypes.map((type): [number, Parse] => [type, asItIs]),
])

/** For `types` of a query of node-postgres. */
export const valueTypes = { getTypeParser: (type: number): Parse => parsers.get(type) ?? asItIs }

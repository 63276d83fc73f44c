/** A file with a list of people, and what is said of its columns (domain.md 4.7, 4.9). */
import * as v from 'valibot'
import { Count } from './fields.ts'

/** The file as it lies on the stick: base64 of its bytes, so that the core decides what it is. 5 MB at most. */
export const ListFile = v.object({
  fileName: v.pipe(v.string(), v.maxLength(255)),
  content: v.pipe(v.string(), v.base64(), v.maxLength(7_000_000)),
})

/** Of a workbook; null = the one that looks most like such a list. */
export const SheetName = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(255))), null)

/** What a file holds, and what each of its columns probably stands for. */
export const listReading = <const F extends readonly string[]>(fields: F) =>
  v.object({
    kind: v.picklist(['csv', 'xlsx']),
    /** Of a workbook, in its order. */
    sheets: v.array(v.string()),
    sheet: v.nullable(v.string()),
    rows: Count,
    columns: v.array(
      v.object({
        header: v.string(),
        /** Of the first three rows. */
        samples: v.array(v.string()),
        suggested: v.nullable(v.picklist(fields)),
        /** False = only a likeness: a person should look. */
        certain: v.boolean(),
      }),
    ),
    /** Required fields that no heading names for certain. */
    missing: v.array(v.picklist(fields)),
  })

/** The files of a nominal roll, and what of them is read (domain.md 4.7). */
import type { ColumnField } from '../../../../shared/domain/roll.ts'
import type { Column as ListColumn } from '../tables/reading/headings.ts'
import { createListReader, type ListFile, type ListRecord, type ListTable } from '../tables/reading/list-file.ts'
import { headings } from './columns.ts'

export type RollFile = ListFile
export type RollRecord = ListRecord<ColumnField>
export type RollTable = ListTable<ColumnField>
export type Column = ListColumn<ColumnField>

export const { readFile, describe, headerOf, chooseSheet, toTable } = createListReader(headings)

/** A database of one's own on the server of vitest's project `server`: a copy of the template, which no other test puts back. */
import pg from 'pg'
import { newId } from '../../kit/id.ts'
import { serverUrl, template } from './server-test-database.ts'

/** @returns its address */
export async function copyTemplate(prefix: string): Promise<string> {
  const name = `${prefix}_${newId().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: serverUrl('postgres') })
  await client.connect()
  await client.query(`create database ${name} template ${template}`)
  await client.end()
  return serverUrl(name)
}

/** `npm run licences`: writes docs/licences.md, and fails when something that is installed with Sentinel has a licence that nobody agreed to. `--check` writes nothing. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { licencePage, productionPackages, refusedLicences } from './licence-list.ts'

const root = join(import.meta.dirname, '..')
const packages = productionPackages(readFileSync(join(root, 'package-lock.json'), 'utf8'), (path) => {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return undefined
  }
})
const refused = refusedLicences(packages)
for (const { name, version, licence } of refused) process.stderr.write(`${name} ${version} has the licence ${licence}, which is not on the list in scripts/licence-list.ts.\n`)
const page = licencePage(packages)
const path = join(root, 'docs/licences.md')
if (!process.argv.includes('--check')) writeFileSync(path, page)
else if (readFileSync(path, 'utf8') !== page) {
  process.stderr.write('docs/licences.md is not what is installed: run npm run licences\n')
  process.exitCode = 1
}
if (refused.length > 0) process.exitCode = 1

import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'postgresql', schema: './electron/core/db/schema/index.ts', out: './electron/core/db/migrations' })

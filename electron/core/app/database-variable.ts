/** Address of the server in the environment, for whoever sets up stations with it; undefined = not set. It may hold a password: never logged. */
export const databaseVariable = (env: NodeJS.ProcessEnv): string | undefined => {
  const url = env['SENTINEL_DATABASE_URL']
  return url === undefined || url === '' ? undefined : url
}

/** The PostgreSQL major inside the pinned PGlite (F6); a test compares it with a fresh cluster. */
export const postgresMajor = '18'

export const describeOpenFailure = (_error: unknown, _language: 'en' | 'fr'): { title: string; message: string; howToFix: string } | undefined => undefined

export const admin = {
  title: 'Administration',
  sections: 'Parts of the administration',
  section: { accounts: 'Accounts', lists: 'Lists' },
} as const

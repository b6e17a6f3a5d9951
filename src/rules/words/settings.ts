import type { Settings, VocabularyType } from '../rule.js'

export const settingsType: VocabularyType<Settings> = {
  about: 'What the user says of the world around the keys.',
  fields: {
    trustedAccounts: {
      type: 'list<string>',
      about: 'The accounts of `--trusted-accounts`.',
      read: ({ trustedAccounts }) => trustedAccounts,
    },
    minimumDeletionWindow: {
      type: 'int',
      about: 'The shortest waiting period before a key is deleted that the rules accept, in days.',
      read: ({ minimumDeletionWindow }) => minimumDeletionWindow,
    },
  },
}

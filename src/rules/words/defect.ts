import type { VocabularyType } from '../rule.js'
import type { DefectScope } from './scope.js'

export const defectType: VocabularyType<DefectScope> = {
  about: 'Something in a policy document that AWS refuses, ignores without a word, or advises against.',
  print: ({ defect }) => defect.message,
  place: ({ defect }) => defect.location,
  fields: {
    message: { type: 'string', about: 'What is wrong.', read: ({ defect }) => defect.message },
    isRefused: {
      type: 'bool',
      about: 'AWS refuses it or ignores the statement.',
      read: ({ defect }) => defect.severity === 'error',
    },
  },
}

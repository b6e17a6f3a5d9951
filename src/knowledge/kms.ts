import type { ActionFacts, KmsKnowledge } from '../model/kms.js'
import { conditionKey, conditionKeyNames } from './condition-keys.js'
import { data } from './data.js'
import { presence } from './presence.js'
import { elsewhere, traits } from './traits.js'

const readActions = (): readonly ActionFacts[] =>
  [data.keyActions, data.otherActions].flatMap(byLevel =>
    Object.entries(byLevel).flatMap(([level, actions]) =>
      Object.entries(actions).map(([name, conditionKeys]): ActionFacts => {
        const inKeyPolicy = byLevel === data.keyActions
        return {
          name,
          // the data's own type of `keyActions` names the levels
          level: level as ActionFacts['level'],
          inKeyPolicy,
          encryptionContext: conditionKeys.includes('kms:EncryptionContextKeys'),
          conditionKeys: inKeyPolicy ? [...conditionKeys, ...data.keyProperties] : conditionKeys,
          ...(traits[name] ?? elsewhere),
        }
      }),
    ),
  )

let actions: readonly ActionFacts[] | undefined
let names: readonly string[] | undefined

/** What the rest of keyward knows of KMS. Each part is read from the tables when it is first asked for. */
export const kms: KmsKnowledge = {
  get actions() {
    return (actions ??= readActions().toSorted((a, b) => (a.name < b.name ? -1 : 1)))
  },
  get conditionKeyNames() {
    return (names ??= conditionKeyNames())
  },
  conditionKey,
  presence,
}

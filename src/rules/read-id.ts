import type { Data, Fields } from './data.js'
import type { RuleDocument } from './rule.js'

/** The id of a rule or a service, in kebab-case; of one that comes with keyward it is the name of the file. */
export const readId = (data: Data, fields: Fields | undefined, { file, shipped }: RuleDocument): string | undefined => {
  const id = data.text(fields, 'id')
  const name = file.replace(/^.*\//, '').replace(/\.ya?ml$/, '')
  if (id !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    data.report(`id ${JSON.stringify(id)} is not in kebab-case`, ['id'])
  else if (id !== undefined && shipped && id !== name) {
    data.report(`id ${JSON.stringify(id)} is not the file name, ${JSON.stringify(name)}`, ['id'])
  }
  return id
}

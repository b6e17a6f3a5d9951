import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readRuleFile } from './rule-file.js'
import type { RuleDocument } from './rule.js'

const policies = fileURLToPath(new URL('../../policies', import.meta.url))

const readFolder = (root: string, folder: string): readonly RuleDocument[] =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => {
      const file = `policies/${folder}/${name}`
      const read = readRuleFile({ file, text: readFileSync(join(root, folder, name), 'utf8') })
      // What comes with keyward is not an input: one that cannot be read is a bug.
      if ('problems' in read)
        throw new SyntaxError(`${file}: ${read.problems.map(({ message }) => message).join('; ')}`)
      return { ...read.document, shipped: true }
    })

/** The rules that come with keyward, read from `policies/`; a bundle has their data in place of this module. */
export const shippedRules = (root = policies): readonly RuleDocument[] => readFolder(root, 'rules')

/** The presets that come with keyward. */
export const shippedPresets = (root = policies): readonly RuleDocument[] => readFolder(root, 'presets')

/** The service catalogue that comes with keyward, as it is written. */
export const shippedServiceFiles = (root = policies): readonly RuleDocument[] => readFolder(root, 'services')

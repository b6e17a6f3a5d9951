// eslint-disable-next-line no-restricted-imports -- part of the build, not of the tool
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const read = (root, folder) =>
  readdirSync(join(root, 'policies', folder))
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => {
      const { examples: _, ...data } = parse(readFileSync(join(root, 'policies', folder, name), 'utf8'))
      return { file: `policies/${folder}/${name}`, data }
    })

/**
 * The text of the module that takes the place of `src/rules/shipped.ts` in a bundle: the policies as plain data, so that neither
 * YAML nor types are read at start-up. The tests have checked what it holds. Examples and positions are left out.
 */
export const embedPolicies = root => `
const documents = data => data.map(one => ({ ...one, locate: () => ({ file: one.file }), shipped: true, checked: true }))
const rules = documents(${JSON.stringify(read(root, 'rules'))})
const presets = documents(${JSON.stringify(read(root, 'presets'))})
export const shippedRules = () => rules
export const shippedPresets = () => presets
`

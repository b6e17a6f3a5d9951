import tseslint from 'typescript-eslint'

const third = (...allowed) => ({
  regex: `^(?!\\.|node:)${allowed.map(name => `(?!${name}($|/))`).join('')}`,
  message: 'Each third-party package has one door: the one file or folder that imports it.',
})

const message = 'Only workspace.ts and the entries touch the outside.'
const outward = [
  { regex: '^node:(fs|child_process|http|https|http2|dns|dgram|tls|vm|worker_threads|cluster)($|/)', message },
  { regex: '^node:net$', allowImportNames: ['BlockList', 'isIP', 'isIPv4', 'isIPv6'], message },
]

const arrow = (from, ...targets) => ({
  regex: `^\\.{1,2}/(\\.\\./)*(${targets.join('|')})(/|\\.js$)`,
  message: `${from} may not import this: see "One idea" and the folder tree in the design.`,
})

const entries = ['cli', 'action', 'index', 'check', 'workspace']

/** One part of src: what it may not import, and the packages it is the door of. */
const part = (files, { not = [], doors = [], patterns = [] }) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [third(...doors), ...(not.length > 0 ? [arrow(files[0], ...not)] : []), ...patterns] },
    ],
  },
})

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.tap/', 'testdata/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'func-style': ['error', 'expression'],
      'no-control-regex': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportExpression > Literal[value=/^[^.]/]',
          message: 'Each third-party package has one door.',
        },
      ],
      eqeqeq: 'error',
    },
  },
  // the door to the HCL parser, which is loaded only where there is HCL
  part(['src/model/**'], {
    patterns: [...outward, { regex: '^\\.\\./', message: 'The model imports nothing of ours.' }],
  }),
  part(['src/model/re2-engine.ts'], { doors: ['re2js'], patterns: outward }),
  part(['src/adapters/**'], {
    not: [...entries, 'rules', 'reporters', 'knowledge'],
    doors: ['jsonc-parser'],
    patterns: outward,
  }),
  // an adapter may use what lies beside the folders (json.ts), never another adapter
  part(['src/adapters/*/**'], {
    not: [...entries, 'rules', 'reporters', 'knowledge', 'terraform-plan', 'terraform', 'cloudformation', 'key-policy'],
    patterns: outward,
  }),
  // lays the readings of the two over each other; of plans it needs what the model has
  part(['src/adapters/plan-source/**'], {
    not: [...entries, 'rules', 'reporters', 'knowledge', 'terraform-plan', 'cloudformation', 'key-policy'],
    patterns: outward,
  }),
  part(['src/adapters/terraform/parse-hcl.ts'], {
    not: [...entries, 'rules', 'reporters', 'knowledge', 'terraform-plan', 'cloudformation', 'key-policy'],
    doors: ['@cdktf/hcl2json'],
    patterns: outward,
  }),
  part(['src/adapters/terraform/functions/yaml.ts'], {
    not: [...entries, 'rules', 'reporters', 'knowledge', 'terraform-plan', 'cloudformation', 'key-policy'],
    doors: ['yaml'],
    patterns: outward,
  }),
  part(['src/adapters/cloudformation/**'], {
    not: [
      ...entries.filter(entry => entry !== 'index'),
      'rules',
      'reporters',
      'knowledge',
      'terraform-plan',
      'terraform',
      'key-policy',
    ],
    doors: ['yaml', 'cloudformation-js-yaml-schema'],
    patterns: outward,
  }),
  part(['src/knowledge/**'], { not: [...entries, 'adapters', 'rules', 'reporters'], patterns: outward }),
  part(['src/rules/**'], {
    not: [...entries, 'adapters', 'reporters'],
    doors: ['@marcbachmann/cel-js', 'yaml'],
    patterns: outward,
  }),
  // the door to the shipped policies, which a bundle carries inside itself
  part(['src/rules/shipped.ts'], { not: [...entries, 'adapters', 'reporters'] }),
  part(['src/reporters/**'], { not: [...entries, 'adapters', 'rules', 'knowledge'], patterns: outward }),
  part(['src/workspace.ts'], {
    not: ['cli', 'action', 'index', 'check', 'adapters', 'rules', 'reporters', 'knowledge'],
  }),
  part(['src/check.ts'], { not: ['cli', 'action', 'index', 'workspace', 'reporters'], patterns: outward }),
  part(['src/index.ts', 'src/action.ts'], { not: ['cli'] }),
  part(['src/cli.ts'], { not: ['action', 'index'], doors: ['yargs'] }),
  {
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)

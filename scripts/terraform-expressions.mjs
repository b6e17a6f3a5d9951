/** Random expressions of Terraform's language, the same ones for the same seed. */
export const generator = start => {
  let seed = start
  const random = () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  const pick = list => list[Math.floor(random() * list.length)]
  const texts = ['""', '"a"', '"kms:*"', '"a/b/c"', '"é x"', '"12"', '"true"', '"a,b,,c"', '"${1 + 2}z"', '"$${q}"']
  const text = depth =>
    depth <= 0
      ? pick(texts)
      : pick([
          () => pick(texts),
          () => `upper(${text(depth - 1)})`,
          () => `join("-", ${textList(depth - 1)})`,
          () => `format("%s:%s", ${text(depth - 1)}, ${number(depth - 1)})`,
          () => `replace(${text(depth - 1)}, "a", ${text(depth - 2)})`,
          () => `"<\${${text(depth - 1)}}>"`,
          () => `"%{ if ${truth(depth - 1)} }\${${text(depth - 1)}}%{ else }no%{ endif }"`,
          () => `"%{ for x in ${textList(depth - 1)} }\${x};%{ endfor }"`,
          () => `(${truth(depth - 1)} ? ${text(depth - 1)} : ${text(depth - 1)})`,
          () => `coalesce(${text(depth - 1)}, "z")`,
          () => `trimprefix(${text(depth - 1)}, "a")`,
          () => `substr(${text(depth - 1)}, ${pick([0, 1, -1])}, ${pick([-1, 1, 2])})`,
          () => `try(${textList(depth - 1)}[${number(0)}], "none")`,
          () => `jsonencode(${any(depth - 1)})`,
          () => `lookup(${map(depth - 1)}, ${text(depth - 2)}, "other")`,
          () => `title(${text(depth - 1)})`,
        ])()
  const number = depth =>
    depth <= 0
      ? pick(['0', '1', '2', '7', '2.5', '100'])
      : pick([
          () => number(0),
          () => `(${number(depth - 1)} + ${number(depth - 1)})`,
          () => `(${number(depth - 1)} - ${number(depth - 1)})`,
          () => `(${number(depth - 1)} * ${number(depth - 1)})`,
          () => `length(${textList(depth - 1)})`,
          () => `length(${text(depth - 1)})`,
          () => `max(${number(depth - 1)}, ${number(depth - 1)})`,
          () => `-${number(0)}`,
          () => `floor(${number(depth - 1)})`,
        ])()
  const truth = depth =>
    depth <= 0
      ? pick(['true', 'false'])
      : pick([
          () => `(${number(depth - 1)} < ${number(depth - 1)})`,
          () => `(${text(depth - 1)} == ${text(depth - 1)})`,
          () => `!${truth(0)}`,
          () => `(${truth(depth - 1)} && ${truth(depth - 1)})`,
          () => `(${truth(depth - 1)} || ${truth(depth - 1)})`,
          () => `contains(${textList(depth - 1)}, ${text(depth - 1)})`,
          () => `startswith(${text(depth - 1)}, "a")`,
          () => `can(regex("^[a-z]+$", ${text(depth - 1)}))`,
        ])()
  const textList = depth =>
    depth <= 0
      ? pick(['["a", "b"]', '["x"]', '["b", "a", "b"]'])
      : pick([
          () => `[${text(depth - 1)}, ${text(depth - 1)}]`,
          () => `[for s in ${textList(depth - 1)} : "\${s}!"]`,
          () => `[for i, s in ${textList(depth - 1)} : "\${i}\${s}" if s != "a"]`,
          () => `concat(${textList(depth - 1)}, ${textList(depth - 1)})`,
          () => `distinct(${textList(depth - 1)})`,
          () => `sort(${textList(depth - 1)})`,
          () => `reverse(${textList(depth - 1)})`,
          () => `tolist(toset(${textList(depth - 1)}))`,
          () => `split(",", ${text(depth - 1)})`,
          () => `compact(${textList(depth - 1)})`,
          () => `keys(${map(depth - 1)})`,
          () => `values(${map(depth - 1)})`,
          () => `formatlist("<%s>", ${textList(depth - 1)})`,
          () => `flatten([${textList(depth - 1)}, [${textList(depth - 1)}]])`,
          () => `[for p in setproduct(${textList(0)}, ${textList(0)}) : join("", p)]`,
          () => `[{ n = ${text(depth - 1)} }, { n = ${text(depth - 1)} }][*].n`,
        ])()
  const map = depth =>
    depth <= 0
      ? pick(['{ a = "1" }', '{ b = "x", a = "y" }', '{ "k/1" = "v" }'])
      : pick([
          () => `{ a = ${text(depth - 1)}, (${text(depth - 2)}) = ${text(depth - 1)} }`,
          () => `merge(${map(depth - 1)}, ${map(depth - 1)})`,
          () => `{ for i, s in ${textList(depth - 1)} : "\${s}\${i}" => upper(s) }`,
          () => `{ for k, v in ${map(depth - 1)} : k => "\${v}." if k != "b" }`,
          () => `zipmap(distinct(${textList(0)}), distinct(${textList(0)}))`,
        ])()
  const any = depth => pick([text, number, truth, textList, map])(depth)

  /** Arguments of every type, those that a function is meant for first. */
  const odd = [
    'null',
    '""',
    '"a"',
    '"ab,cd"',
    '" x y "',
    '"é👍🏽"',
    '"12"',
    '"-1.5"',
    '"true"',
    '"a\\nb\\n"',
    '0',
    '1',
    '2',
    '-1',
    '2.5',
    '300',
    'true',
    'false',
    '[]',
    '["a"]',
    '["b", "a", "b"]',
    '["", null, "x"]',
    '[1, 2]',
    '[3, 1, 2]',
    '[1, "a", true]',
    '[true, false]',
    '["true"]',
    '[["a", "b"], ["c"]]',
    '[[1], [[2]], 3]',
    '[null]',
    'toset(["b", "a"])',
    'toset([2, 1])',
    'toset([])',
    'tolist(["q", "q"])',
    '{}',
    '{ a = 1 }',
    '{ b = "x", a = "y" }',
    '{ a = ["1", "2"], b = ["2"] }',
    'tomap({ k = "v" })',
    '[{ a = 1 }, { a = 2 }]',
  ]
  const networks = [
    '10.0.0.0/8',
    '192.168.1.77/24',
    '0.0.0.0/0',
    '10.1.2.3/32',
    '10.0.0.0/33',
    'fd00::/8',
    '2001:db8:0:1::1/64',
    '::/0',
    'fe80::1/128',
    '1:0:0:2:0:0:0:3/120',
    '10.0.0/8',
    '010.008.0.1/16',
    'x',
    '10.0.0.0',
    '::1/129',
    '300.0.0.0/8',
    '1::2::3/8',
    '10.0.0.0/08',
  ]
  const stamps = [
    '2018-01-02T23:12:01Z',
    '2016-02-29T00:00:00+05:30',
    '2000-12-31T23:59:59.999-08:00',
    '1969-07-20T20:17:40Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2017-02-29T00:00:00Z',
    '2018-01-02',
    '2018-01-02T24:00:00Z',
    '2018-01-02 23:12:01Z',
    '2100-03-01T12:00:00Z',
    '2018-13-01T00:00:00Z',
  ]
  const durations = [
    '1h',
    '-1h',
    '10m30s',
    '1.5h',
    '-0.5s',
    '+5m',
    '100000h',
    '1us',
    '999999999ns',
    '0',
    '',
    '5',
    '1d',
    'h',
    '2562047h',
    '9999999h',
    '-876000h',
  ]
  const dates = [
    'YYYY-MM-DD',
    'DD MMM YYYY hh:mm ZZZ',
    'EEEE, D MMMM YY',
    'HH:mm:ss AA',
    'H aa',
    'h m s Z',
    'ZZZZ ZZZZZ',
    "'at' hh",
    "''",
    'EEE',
    "'x",
    'YYY',
    'é YYYY',
    'XX',
  ]
  const csvs = [
    'a,b\\n1,2\\n3,4',
    'a\\n\\"x\\"\\"y\\"',
    'a,b\\n1',
    'a,a\\n1,1',
    '',
    'a,b\\r\\n 1 ,\\r\\n',
    'a\\n\\"x',
    'x',
    'a,b\\n\\n\\"1,\\n2\\",3\\n',
  ]
  const yamls = [
    'a: 1',
    '- x\\n- y: [1, two]',
    'a: &x {b: c}\\nd: *x',
    'yes',
    '2012-10-17',
    '\\"2012-10-17\\"',
    'a: |\\n  x\\n  y\\n',
    '{a: b',
    'a: ~\\nb: on',
    '- 1_0\\n- 0x1F\\n- 1e2\\n- .5',
    'Version: 2012-10-17\\nStatement:\\n- Effect: Allow\\n  Action: \\"kms:*\\"',
    'a: b: c',
    '',
    'a: >-\\n  x\\n  y',
    '<<: {a: 1}\\nb: 2',
  ]
  const jsons = ['{\\"a\\": [1, null, \\"x\\"]}', '[', '\\"x\\"', 'null', '1.50', '{\\"a\\":1,\\"a\\":2}', ' true ']
  const base64s = ['aGVsbG8=', 'aGk=', '!!', '', '/w==', 'aGk', 'w6k=', 'gA==']
  const names = [
    'dns',
    'url',
    'oid',
    'x500',
    '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
    'x',
    'UTF-8',
    'UTF-16LE',
    'UTF-16BE',
    'US-ASCII',
    'ISO-8859-1',
  ]
  const regexes = [
    '[a-z]+',
    '(\\\\w)(\\\\d)?',
    '^a',
    '(?P<x>a)|(?P<y>b)',
    '(a|b)*',
    '(',
    'x{2,3}',
    '\\\\bx\\\\b',
    '(?i)A',
    '[[:alpha:]]+',
    '\\\\pL',
    '.',
    '',
    '[^a]',
    'a*?',
    '(?s).+',
    '\\\\.',
    '(?:ab|a)(c)?',
    '[\\\\w-]+$',
    '(?i:B)',
    '/a/',
    '/(.)b/',
  ]
  const formats = [
    '%s',
    '%d',
    '%q',
    '%v',
    '%5.1f|',
    '%-6s|%06d',
    '%t',
    '%%',
    '%x',
    '%s-%s',
    '%[2]s',
    '%#v',
    '%e',
    '%g',
    '%b',
    '%c',
    '%z',
    'x',
    '%+d',
    '%.2s',
    '%*d',
  ]
  const special = {
    cidrhost: [networks, odd],
    cidrnetmask: [networks],
    cidrsubnet: [networks],
    cidrsubnets: [networks],
    timeadd: [stamps, durations],
    timecmp: [stamps, stamps],
    formatdate: [dates, stamps],
    csvdecode: [csvs],
    yamldecode: [yamls],
    jsondecode: [jsons],
    base64decode: [base64s],
    textdecodebase64: [base64s, names],
    textencodebase64: [['', 'a', 'é', '€', '😀'], names],
    uuidv5: [names],
    regex: [regexes],
    regexall: [regexes],
    replace: [['abc', 'aXbX', 'x.y', '']].concat([regexes]),
    format: [formats],
    formatlist: [formats],
    parseint: [['12', 'ff', '-7', 'Zz', '', '1.5', '+3', '0x1f', '11']],
    strcontains: [],
  }
  const numbers = odd.slice(10, 16)
  const strings = odd.slice(1, 10)
  const isSpecial = (name, i) => special[name]?.[i] && special[name][i] !== odd
  const fitting = type =>
    type === 'string'
      ? strings
      : type === 'number'
        ? numbers
        : type === 'bool'
          ? ['true', 'false']
          : type === 'dynamic'
            ? odd
            : type[0] === 'map'
              ? odd.slice(34)
              : type[1] === 'string'
                ? ['["a", "b"]', '["c", "a"]', 'toset(["z", "y"])', '[]', '[1, 2]']
                : odd.slice(18, 34)
  const argument = (name, i, type) =>
    isSpecial(name, i) && random() < 0.9
      ? `"${pick(special[name][i])}"`
      : random() < 0.85
        ? pick(fitting(type))
        : pick(odd)

  return {
    any: depth => any(depth),
    /** A call of a function with arguments that mostly fit what `terraform metadata functions -json` says of it. */
    call: (name, { parameters = [], variadic_parameter: variadic }) => {
      const args = parameters.map(({ type }, i) => argument(name, i, type))
      if (variadic) {
        const count = Math.floor(random() * 4)
        for (let i = 0; i < count; i++) args.push(argument(name, parameters.length + i, variadic.type))
      }
      if (random() < 0.02) args.pop()
      if (random() < 0.02) args.push(pick(odd))
      return `${name}(${args.join(', ')})`
    },
  }
}

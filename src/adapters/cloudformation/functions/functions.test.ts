import t from 'tap'
import { evaluated } from '../sample.js'

const same = (name: string, cases: Readonly<Record<string, unknown>>, sections = '', options = {}, resources = '') =>
  t.test(name, async t => {
    for (const [expression, expected] of Object.entries(cases)) {
      const { values, problems } = await evaluated(expression, sections, options, resources)
      t.strictSame([values['always'], problems], [expected, []], expression)
    }
  })

const wrong = (name: string, cases: Readonly<Record<string, string>>, sections = '', resources = '') =>
  t.test(name, async t => {
    for (const [expression, message] of Object.entries(cases)) {
      const { values, problems } = await evaluated(expression, sections, {}, resources)
      t.strictSame(problems, [message], expression)
      t.match(values['always'], /^\$\{.+\}$/, 'a hole stands in its place')
    }
  })

const parameters = `
Parameters:
  Team: { Type: String, Default: shop }
  Open: { Type: String }
  Count: { Type: Number, Default: 2 }
  Teams: { Type: CommaDelimitedList, Default: "shop, bakery" }
  OpenList: { Type: CommaDelimitedList }
  Looked: { Type: "AWS::SSM::Parameter::Value<String>", Default: /name }
  LookedList: { Type: "AWS::SSM::Parameter::Value<List<String>>", Default: /names }
`

same(
  'it takes short and long functions alike',
  {
    '!Join ["-", [a, b]]': 'a-b',
    '{"Fn::Join": ["-", ["a", "b"]]}': 'a-b',
    '!GetAtt Role.Arn': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}',
    '!GetAtt [Role, Arn]': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}',
    '{"Fn::GetAtt": ["Role", "Arn"]}': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}',
  },
  '',
  {},
  '  Role: { Type: AWS::IAM::Role }',
)

same('it knows what pseudo parameters are', {
  '!Ref AWS::AccountId': '${AWS::AccountId}',
  '!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root',
  '!Ref AWS::URLSuffix': 'amazonaws.com',
  '!Ref AWS::StackName': '${AWS::StackName}',
  '!Ref AWS::StackId':
    'arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:stack/${AWS::StackName}/${AWS::StackId}',
  '!Select [4, !Split [":", !Ref AWS::StackId]]': '${AWS::AccountId}',
  '!Select [2, !Split ["/", !Ref AWS::StackId]]': '${!Select of a text}',
  '!Ref AWS::NotificationARNs': '...${AWS::NotificationARNs}',
  '[a, !Ref AWS::NoValue]': ['a'],
})

same(
  'it fills pseudo parameters in from the options',
  {
    '!Sub "${AWS::AccountId} ${AWS::Region} ${AWS::Partition} ${AWS::URLSuffix}"':
      '111122223333 cn-north-1 aws-cn amazonaws.com.cn',
  },
  '',
  { account: '111122223333', region: 'cn-north-1' },
)

same('it tells the partition of GovCloud', { '!Ref AWS::Partition': 'aws-us-gov' }, '', { region: 'us-gov-east-1' })
same('it tells the suffix of Europe', { '!Ref AWS::URLSuffix': 'amazonaws.eu' }, '', { region: 'eusc-de-east-1' })

same(
  'it joins texts around what is not known',
  {
    '!Join ["", [a, !Ref Open, b]]': 'a${Open}b',
    '!Join [",", !Ref Teams]': 'shop,bakery',
    '!Join [",", !Ref OpenList]': '${OpenList}',
    '!Join [",", []]': '',
  },
  parameters,
)
wrong('it reports what cannot be joined', {
  '!Join a': 'Fn::Join takes a list of 2 arguments',
  '!Join [a]': 'Fn::Join takes 2 arguments, not 1',
  '!Join [",", [[a]]]': 'Fn::Join takes a text and a list of texts',
  '!Join [[], [a]]': 'Fn::Join takes a text and a list of texts',
  '!Join [",", a]': 'Fn::Join takes a text and a list of texts',
})

same(
  'it substitutes names in texts',
  {
    '!Sub "${Team}/${!Literal}/${Open}"': 'shop/${Literal}/${Open}',
    '!Sub ["${A}-${B}-${Team}", {A: x, B: !Ref Open}]': 'x-${Open}-shop',
    '!Sub "${Role.Arn}"': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}',
    '!Sub "${LookedList}"': '${LookedList}',
    '!Sub ""': '',
  },
  parameters,
  {},
  '  Role: { Type: AWS::IAM::Role }',
)
wrong(
  'it reports what cannot be substituted',
  {
    '!Sub [12]': 'Fn::Sub takes 2 arguments, not 1',
    '!Sub {a: b}': 'Fn::Sub takes a text, or a text and a mapping',
    '!Sub [x, y]': 'Fn::Sub takes a text, or a text and a mapping',
    '!Sub "${a b}"': 'Fn::Sub takes names of letters, digits, dots and colons inside ${}',
    '!Sub "${Teams}"': 'Fn::Sub puts a value that is no text into a text',
    '!Sub "${Nothing}"': 'Fn::Sub refers to Nothing, and there is no such parameter or resource',
  },
  parameters,
)

t.test('it makes no text beyond all measure', async t => {
  const { values, problems } = await evaluated(
    `!Sub "${'${Big}'.repeat(80)}"`,
    `Parameters: { Big: { Default: ${'x'.repeat(4096)} } }`,
  )
  t.strictSame(problems, ['Fn::Sub makes a text of more than 262144 characters'])
  t.equal(values['always'], '${!Sub}')
})

same(
  'it splits and selects',
  {
    '!Split ["|", "a|*"]': ['a', '*'],
    '!Split ["|", !Sub "${Open}|*"]': ['...${Open}', '*'],
    '!Split ["|", !Sub "x${Open}|*"]': ['x${Open}', '*'],
    '!Split [":", !Sub "${AWS::AccountId}:${AWS::Region}:${AWS::Partition}"]': [
      '${AWS::AccountId}',
      '${AWS::Region}',
      '${AWS::Partition}',
    ],
    '!Split ["-", !Sub "${AWS::Region}"]': ['...${AWS::Region}'],
    '!Split ["|", !Ref Looked]': '...${Looked}',
    '!Select [1, [a, b]]': 'b',
    '!Select ["0", !Ref Teams]': 'shop',
    '!Select [1, !Split [":", !Sub "arn:${AWS::Partition}:x"]]': '${AWS::Partition}',
    '!Select [1, !Split [":", !Sub "${Open}:x"]]': '${!Select of a text}',
    '!Select [0, !Split [":", !Sub "x${Open}:x"]]': '${!Select of a text}',
    '!Select [0, !Ref OpenList]': '${!Select of a list}',
    '!Select [!Ref Open, [a, b]]': '${!Select of a list}',
    '!Length [a, b]': '2',
    '!Length {Ref: Teams}': '2',
    '!Length {Ref: OpenList}': '${!Length of a list}',
    '!Length {"Fn::Split": ["|", {"Fn::Sub": "${Open}|b"}]}': '${!Length of a list}',
  },
  parameters,
)
wrong('it reports what cannot be split or selected', {
  '!Split ["|"]': 'Fn::Split takes 2 arguments, not 1',
  '!Split ["", a]': 'Fn::Split takes a delimiter and a text',
  '!Split ["|", [a]]': 'Fn::Split takes a delimiter and a text',
  '!Select [0]': 'Fn::Select takes 2 arguments, not 1',
  '!Select [7, [a, b]]': 'Fn::Select takes element 7 of a list of 2',
  '!Select [x, [a, b]]': 'Fn::Select takes an index and a list',
  '!Select [0, a]': 'Fn::Select takes an index and a list',
  '!Select [[], [a]]': 'Fn::Select takes an index and a list',
  '!Length a': 'Fn::Length takes a list',
})

same(
  'it encodes',
  {
    '!Base64 abc': 'YWJj',
    '!Base64 {Ref: Open}': '${!Base64}',
    '!ToJsonString {a: [1, "x\\"y", null, !Ref Open], b: !Sub "-${Open}"}':
      '{"a":["1","x\\"y",null,${Open}],"b":"-${Open}"}',
    '!ToJsonString {Ref: OpenList}': '${!ToJsonString}',
    '!ToJsonString []': '[]',
  },
  parameters,
)
wrong('it reports what cannot be encoded', {
  '!Base64 []': 'Fn::Base64 takes a text',
  '!ToJsonString a': 'Fn::ToJsonString takes an object or a list',
})

same(
  'it cuts ranges into blocks',
  {
    '!Cidr ["10.0.0.0/16", 2, 8]': ['10.0.0.0/24', '10.0.1.0/24'],
    '!Cidr ["192.168.0.0/24", 2, 5]': ['192.168.0.0/27', '192.168.0.32/27'],
    '!Cidr ["10.0.0.0/8", 1]': ['10.0.0.0/24'],
    '!Cidr ["fd00::/56", 2, 64]': '...${!Cidr of a range}',
    '!Cidr [!Ref Open, 2]': '...${!Cidr of a range}',
    '!GetAZs us-east-1': '...${!GetAZs}',
    '!GetAZs ""': '...${!GetAZs}',
  },
  parameters,
)
wrong('it reports ranges that cannot be cut', {
  '!Cidr a': 'Fn::Cidr takes a list of 2 to 3 arguments',
  '!Cidr ["10.0.0.0/28", 2, 8]': 'Fn::Cidr takes a range and at most 256 blocks of it',
  '!Cidr ["10.0.0.0/16", 0]': 'Fn::Cidr takes a range and at most 256 blocks of it',
  '!GetAZs []': 'Fn::GetAZs takes a Region',
})

const mappings = `
Parameters:
  Stage: { Type: String, AllowedValues: [dev, prod] }
  Free: { Type: String }
  Team: { Type: String, Default: Shop }
  Level: { Type: String }
Mappings:
  Staged:
    dev: { Reader: "*", Same: x, List: [a, b] }
    prod: { Reader: me, Same: x, List: [a, b], Only: y }
  Teams:
    Shop: { Reader: shop }
    Bakery: { Reader: bakery }
  Odd: { a: { Value: { x: 1 } }, b: { Value: *none } }
`
same(
  'it finds in mappings what needs no choice',
  {
    '!FindInMap [Teams, Shop, Reader]': 'shop',
    '!FindInMap [Teams, !Ref Team, Reader]': 'shop',
    '!FindInMap [Staged, !Ref Stage, Same]': 'x',
    '!FindInMap [Staged, !Ref Stage, List]': ['a', 'b'],
    '!FindInMap [Teams, Nobody, Reader, DefaultValue: z]': 'z',
    '!FindInMap [Nothing, Nobody, Reader, DefaultValue: z]': 'z',
    '!FindInMap [Teams, !Sub "x${Free}", Reader]': '${!FindInMap Teams.x${Free}.Reader}',
    '!FindInMap [Teams, Shop, !Sub "x${Free}"]': '${!FindInMap Teams.Shop.x${Free}}',
    '!FindInMap [Teams, [Shop], Reader]': '${!FindInMap Teams..Reader}',
    '!FindInMap [!Ref Free, Shop, Reader]': '${!FindInMap ${Free}.Shop.Reader}',
  },
  mappings,
)
t.test('it finds each value that a key can lead to', async t => {
  const find = async (expression: string) => (await evaluated(expression, mappings)).values
  t.strictSame(await find('!FindInMap [Staged, !Ref Stage, Reader]'), { 'Stage is dev': '*', 'Stage is prod': 'me' })
  t.strictSame(await find('!FindInMap [Teams, !Ref Free, Reader]'), {
    'Free is Shop': 'shop',
    'Free is Bakery': 'bakery',
  })
  t.strictSame(await find('!FindInMap [Staged, dev, !Ref Level]'), {
    'Level is Reader': '*',
    'Level is Same': 'x',
    'Level is List': ['a', 'b'],
  })
  t.strictSame(await find('!FindInMap [Staged, !Ref Free, !Ref Level]'), {
    'Free is dev, Level is Reader': '*',
    'Free is dev, Level is Same': 'x',
    'Free is dev, Level is List': ['a', 'b'],
    'Free is prod, Level is Reader': 'me',
    'Free is prod, Level is Same': 'x',
    'Free is prod, Level is List': ['a', 'b'],
    'Free is prod, Level is Only': 'y',
  })
  t.strictSame(await find('!FindInMap [Odd, !Ref AWS::Region, Value]'), {
    'AWS::Region is a': { x: '1' },
    'AWS::Region is b': '${*none}',
  })
  t.strictSame(await find('!FindInMap [Odd, !Ref Free, Value]'), { 'Free is a': { x: '1' }, 'Free is b': '${*none}' })
  t.strictSame(await find('!FindInMap [Teams, !Ref Free, Reader, DefaultValue: "*"]'), {
    'Free is Shop': 'shop',
    'Free is Bakery': 'bakery',
    'Free is not Shop or Bakery': '*',
  })
})
wrong(
  'it reports what the mappings lack',
  {
    '!FindInMap [Teams, Shop]': 'Fn::FindInMap takes 3 to 4 arguments, not 2',
    '!FindInMap [Teams, Nobody, Reader]': 'Fn::FindInMap finds no Teams.Nobody.Reader in the mappings',
    '!FindInMap [Teams, Shop, Nothing]': 'Fn::FindInMap finds no Teams.Shop.Nothing in the mappings',
    '!FindInMap [Nothing, Shop, Reader]': 'Fn::FindInMap finds no Nothing.Shop.Reader in the mappings',
    '!FindInMap [Teams, !Ref Free, Nothing]': 'Fn::FindInMap finds no Teams.${Free}.Nothing in the mappings',
  },
  mappings,
)

same('it names what it cannot know', {
  '!ImportValue name': '${!ImportValue name}',
  '!ImportValue {"Fn::Sub": "${AWS::StackName}-x"}': '${!ImportValue ${AWS::StackName}-x}',
  '{"Fn::Transform": {Name: AWS::Include, Parameters: {Location: s3://b/k}}}': '${!Transform AWS::Include}',
  '!Transform x': '${!Transform}',
  '"\ue0000\ue001{{resolve:ssm:/org/id}}"': '\ue0000\ue001{{resolve:ssm:/org/id}}',
  '"a{{resolve:ssm:/org/id}}b"': 'a${{{resolve:ssm:/org/id}}}b',
  '!Sub "{{resolve:ssm:/${AWS::StackName}/id}}/${AWS::StackName}"':
    '${{{resolve:ssm:/${AWS::StackName}/id}}}/${AWS::StackName}',
})
wrong('it reports references to nothing', {
  '!Ref Nothing': 'Ref refers to Nothing, and there is no such parameter or resource',
  '!Ref AWS::Account':
    'Ref refers to AWS::Account, and there is no such pseudo parameter; did you mean AWS::AccountId?',
  '!Ref []': 'Ref takes the name of a parameter or a resource',
  '!GetAtt Nothing.Arn': 'Fn::GetAtt refers to Nothing, and there is no such parameter or resource',
  '!GetAtt Nothing': 'Fn::GetAtt takes a resource and an attribute',
  '!GetAtt [a, b, c]': 'Fn::GetAtt takes a resource and an attribute',
  '!ImportValue []': 'Fn::ImportValue takes the name of an export',
})

wrong('it reports functions that there are not', {
  '!Subst x': "!Subst is no function of CloudFormation's",
  '{"Fn::Nothing": x}': 'there is no function Fn::Nothing',
  '{"Fn::Sub": x, "Fn::Join": y}': 'a function stands alone in its mapping; here are Fn::Sub, Fn::Join',
})

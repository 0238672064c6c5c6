// What eslint looks for. The widgets may use nothing that a module joined by src/whosays/widgets/modules.py has not.

import js from "@eslint/js";
import globals from "globals";

const RULES = {
  "consistent-return": "error",
  curly: ["error", "multi-line"],
  eqeqeq: "error",
  "func-style": ["error", "declaration", { allowArrowFunctions: true }],
  "max-lines": ["error", 200],
  "max-lines-per-function": ["error", { max: 45, skipComments: true }],
  "max-params": ["error", 4],
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-restricted-properties": [
    "error",
    ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
      property,
      message: "Put text in as text.",
    })),
  ],
  "no-shadow": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
};

export default [
  { ignores: [".venv/", "site/", "pyodide/", "**/node_modules/"] },
  js.configs.recommended,
  { rules: RULES, linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["src/**/*.js"], languageOptions: { globals: globals.browser } },
  // Pages to read may be opened as files, from which browsers load no modules.
  { files: ["src/whosays/site/static/{page,tree}.js"], languageOptions: { sourceType: "script" } },
  {
    files: ["tests/js/**/*.mjs"],
    languageOptions: { globals: { ...globals.node, document: "readonly" } }, // see page_stub.mjs
    rules: { "max-lines-per-function": "off" },
  },
];

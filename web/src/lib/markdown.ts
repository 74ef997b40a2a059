import { Marked, type TokenizerAndRendererExtension } from "marked";

/**
 * Markdown to HTML that cannot do harm: HTML in the text is shown as text, and a link leads to another methods page or to
 * the web, nowhere else.
 */
export function render(text: string, pageOf: (id: string) => string): string {
  const marked = new Marked({
    extensions: [SUBSCRIPT],
    // An underscore is an index here, as in x_i; emphasis is written with stars.
    tokenizer: { emStrong: (source) => (source.startsWith("_") ? undefined : false) },
    renderer: {
      html: ({ text: raw }) => escape(raw),
      image: ({ text: alt }) => escape(alt),
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens);
        const page = /^(?:methods\/)?([\w-]+)\.md(?:#.*)?$/.exec(href)?.[1];
        if (page) return `<a href="${escape(pageOf(page))}">${inner}</a>`;
        return /^https?:\/\//.test(href) ? `<a href="${escape(href)}" target="_blank" rel="noopener noreferrer">${inner}</a>` : inner;
      },
      table(token) {
        const cell = (c: (typeof token.header)[number], tag: string) => {
          // A head over a column of names is empty: no head at all, for those who hear the page.
          const as = c.text === "" ? "td" : tag;
          return `<${as}>${this.parser.parseInline(c.tokens)}</${as}>`;
        };
        const head = token.header.map((c) => cell(c, "th")).join("");
        const body = token.rows.map((row) => `<tr>${row.map((c) => cell(c, "td")).join("")}</tr>`).join("");
        return `<div class="scroll" tabindex="0" role="group"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
      },
      // The page has its own h1.
      heading({ tokens, depth }) {
        const level = Math.min(depth + 1, 6);
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`;
      },
    },
  });
  return marked.parse(text, { async: false });
}

/** x_i and Σ_{i∈c}, as the methods pages write their formulas. */
const SUBSCRIPT: TokenizerAndRendererExtension = {
  name: "subscript",
  level: "inline",
  start: (source) => source.indexOf("_"),
  tokenizer(source) {
    const match = /^_(?:\{([^{}]*)\}|([\p{L}\d])(?![\p{L}\d_]))/u.exec(source);
    return match ? { type: "subscript", raw: match[0], text: match[1] ?? match[2] ?? "" } : undefined;
  },
  renderer: ({ text }) => `<sub>${escape(String(text))}</sub>`,
};

function escape(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (c) => names[c] ?? c);
}

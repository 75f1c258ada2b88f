const swc = require('@swc/jest');

/** The one file that reads otherwise in this run: where it is, and what stands there. Without it this is the usual transform. */
const mutant = process.env.LANTERN_MUTANT ? JSON.parse(process.env.LANTERN_MUTANT) : undefined;

const textOf = (text, path) => (path === mutant?.path ? mutant.text : text);

/** What Jest keeps of a file it finds again by its text: with the other text it is another file, and both may be kept. */
module.exports = {
  createTransformer(options) {
    const usual = swc.createTransformer(options);
    return {
      ...usual,
      process: (text, path, asked) => usual.process(textOf(text, path), path, asked),
      getCacheKey: (text, path, asked) => usual.getCacheKey(textOf(text, path), path, asked),
    };
  },
};

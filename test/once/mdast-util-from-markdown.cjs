module.exports = globalThis.loadedOnce('mdast-util-from-markdown');

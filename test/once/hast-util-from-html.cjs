module.exports = globalThis.loadedOnce('hast-util-from-html');

module.exports = globalThis.loadedOnce('snowball-stemmers');

module.exports = globalThis.loadedOnce('adaptivecards-templating');

// The browser comes from an npm package or from the machine (src/browser/browser.ts); puppeteer's own download is not reachable for many users.
module.exports = { skipDownload: true };

import type { Messages } from './catalogue.ts';
export const browserMessages = {} satisfies Messages;

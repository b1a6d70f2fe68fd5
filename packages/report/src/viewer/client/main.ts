import { mount } from './mount.ts';

for (const root of document.querySelectorAll<HTMLElement>('[data-viewer]')) mount(root);

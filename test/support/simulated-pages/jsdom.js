import { JSDOM } from 'jsdom';
import { useElements } from './use-elements.js';

await useElements(new JSDOM('<!doctype html><html lang="en"></html>', { url: 'http://localhost/' }).window);

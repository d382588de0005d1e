import { mount } from 'svelte';
import { CODE } from './code';

const { default: App } = await CODE[location.search.slice(1)]!();
mount(App, { target: document.querySelector('#app')! });

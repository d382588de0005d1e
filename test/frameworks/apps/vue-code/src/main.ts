import { createApp } from 'vue';
import { CODE } from './code';

const { default: App } = await CODE[location.search.slice(1)]!();
createApp(App).mount('#app');

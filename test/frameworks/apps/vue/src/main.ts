import { createApp, createSSRApp } from 'vue';
import App from './app.vue';

const isRendered = document.querySelector('#app')!.firstElementChild !== null;
(isRendered ? createSSRApp : createApp)(App).mount('#app');

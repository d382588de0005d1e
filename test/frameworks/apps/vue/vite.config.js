import vue from '@vitejs/plugin-vue';

/** Tags with a hyphen are custom elements. */
export default { plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } })] };

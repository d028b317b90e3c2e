// `import.meta.glob`, which is Vite's.

/// <reference types="vite/client" />

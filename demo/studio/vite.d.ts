// The type of Vite's `import.meta.glob`.

/// <reference types="vite/client" />

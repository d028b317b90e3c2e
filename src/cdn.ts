// The script tag's file.

import './define.ts';

using System.Runtime.CompilerServices;

// Buffers here are filled by the host before they are read; zeroing a path buffer per call would be most of its cost.
[module: SkipLocalsInit]

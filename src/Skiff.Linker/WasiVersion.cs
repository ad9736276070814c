namespace Skiff.Linker;

/// <summary>A version of WASI, and with it the form of a program.</summary>
public enum WasiVersion
{
    /// <summary>WASI 0.1, also called preview 1: a core module.</summary>
    Preview1,

    /// <summary>WASI 0.2: a component.</summary>
    Preview2,
}

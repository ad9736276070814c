namespace Skiff.Wit.CanonicalAbi;

/// <summary>What a core module exports for a function.</summary>
public enum CoreExportKind
{
    /// <summary>The function itself.</summary>
    Function,

    /// <summary>What is called once the result has been read.</summary>
    PostReturn,

    /// <summary>The callback of a function that is lifted asynchronously.</summary>
    Callback,
}

namespace Skiff.Hosting;

/// <summary>What a module imports or exports.</summary>
public enum ModuleItemKind
{
    /// <summary>A function.</summary>
    Function,

    /// <summary>A global.</summary>
    Global,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A linear memory.</summary>
    Memory,

    /// <summary>A kind that this library has no name for, such as a tag.</summary>
    Other,
}

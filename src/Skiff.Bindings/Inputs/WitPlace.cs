namespace Skiff.Bindings.Inputs;

/// <summary>Whose a folder with .wit files is; <c>SkiffWitDependency</c> says it.</summary>
internal enum WitPlace
{
    /// <summary>It has the project's own package, of which bindings are made.</summary>
    Project,

    /// <summary>It has a package that the project depends on.</summary>
    Dependency,

    /// <summary>A package or project that the project refers to brings it; what the project has itself takes its place.</summary>
    Reference,

    /// <summary>It has what an encoded package says of others, which may be less than all; any other takes its place.</summary>
    Known,
}

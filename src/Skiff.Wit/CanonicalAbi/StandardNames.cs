namespace Skiff.Wit.CanonicalAbi;

/// <summary>
/// The names of the build target <c>cm32p2</c>: interfaces by the part of their version that compatible ones share.
/// They cover functions that are lifted and lowered synchronously.
/// </summary>
public sealed class StandardNames : ICoreNames
{
    private const string Prefix = "cm32p2";

    private StandardNames()
    {
    }

    /// <summary>The only object.</summary>
    public static StandardNames Instance { get; } = new();

    /// <inheritdoc/>
    public string Memory => Prefix + "_memory";

    /// <inheritdoc/>
    public string Realloc => Prefix + "_realloc";

    /// <inheritdoc/>
    public string Initialize => Prefix + "_initialize";

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The function is to be lowered asynchronously.</exception>
    public CoreImportName GetImport(WorldInterface? item, Function function, bool isAsync = false) =>
        isAsync ? throw AsyncNotSupported() : new(ModuleOf(item, ""), function.Name);

    /// <inheritdoc/>
    public CoreImportName GetImport(WorldInterface? item, ResourceDefinition resource, ResourceIntrinsic intrinsic)
    {
        string suffix = intrinsic switch
        {
            ResourceIntrinsic.ExportedNew => "_new",
            ResourceIntrinsic.ExportedRep => "_rep",
            _ => "_drop",
        };
        return new(ModuleOf(item, intrinsic == ResourceIntrinsic.ImportedDrop ? "" : "_ex_"), resource.Name + suffix);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The function is to be lifted asynchronously.</exception>
    public string GetExport(
        WorldInterface? item,
        Function function,
        CoreExportKind kind = CoreExportKind.Function,
        CanonicalDirection direction = CanonicalDirection.Lift) =>
        kind == CoreExportKind.Callback || direction != CanonicalDirection.Lift
            ? throw AsyncNotSupported()
            : $"{Prefix}|{(item is null ? "" : CanonicalNameOf(item))}|{function.Name}{(kind == CoreExportKind.PostReturn ? "_post" : "")}";

    /// <inheritdoc/>
    public string GetDestructor(WorldInterface item, ResourceDefinition resource) =>
        $"{Prefix}|{CanonicalNameOf(item)}|{resource.Name}_dtor";

    private static string ModuleOf(WorldInterface? item, string prefix) =>
        item is null ? Prefix : $"{Prefix}|{prefix}{CanonicalNameOf(item)}";

    // Unlike Explainer.md's canonical names, a pre-release stands for itself only, as in tools in use.
    private static string CanonicalNameOf(WorldInterface item)
    {
        if (item.PlainName is { } plain)
        {
            return plain;
        }

        PackageName package = item.Interface.Package.Name;
        string name = new PackageName(package.Namespace, package.Name, null).GetItemName(item.Interface.Name ?? "");
        return package.Version switch
        {
            null => name,
            { PreRelease: { } preRelease } version => $"{name}@{version.Major}.{version.Minor}.{version.Patch}-{preRelease}",
            var version => $"{name}@{version.Canonical}",
        };
    }

    private static NotSupportedException AsyncNotSupported() =>
        new($"The names of {Prefix} cover no asynchronous functions; use {nameof(ComponentNames)}.");
}

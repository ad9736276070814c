using System.Globalization;

namespace Skiff.Wit.CanonicalAbi;

/// <summary>
/// The names in common use, which <c>wit-component</c> and its kin read: <c>cabi_realloc</c>, <c>[resource-drop]r</c>,
/// <c>a:b/c@1.0.0#f</c>.
/// </summary>
public sealed class ComponentNames : ICoreNames
{
    private const string Root = "$root";

    private ComponentNames()
    {
    }

    /// <summary>The only object.</summary>
    public static ComponentNames Instance { get; } = new();

    /// <inheritdoc/>
    public string Memory => "memory";

    /// <inheritdoc/>
    public string Realloc => "cabi_realloc";

    /// <inheritdoc/>
    public string Initialize => "_initialize";

    /// <inheritdoc/>
    public CoreImportName GetImport(WorldInterface? item, Function function, bool isAsync = false) =>
        new(item?.Name ?? Root, (isAsync ? "[async-lower]" : "") + function.Name);

    /// <inheritdoc/>
    public CoreImportName GetImport(WorldInterface? item, ResourceDefinition resource, ResourceIntrinsic intrinsic)
    {
        string prefix = intrinsic == ResourceIntrinsic.ImportedDrop ? "" : "[export]";
        string name = intrinsic switch
        {
            ResourceIntrinsic.ExportedNew => "[resource-new]",
            ResourceIntrinsic.ExportedRep => "[resource-rep]",
            _ => "[resource-drop]",
        };
        return new(prefix + (item?.Name ?? Root), name + resource.Name);
    }

    /// <summary>The import of <c>task.return</c> for an exported function that is lifted asynchronously.</summary>
    public static CoreImportName GetTaskReturn(WorldInterface? item, Function function) =>
        new($"[export]{item?.Name ?? Root}", $"[task-return]{function.Name}");

    /// <summary>The import of an operation on the streams or futures of one type.</summary>
    /// <param name="item">The interface of the function.</param>
    /// <param name="function">A function whose signature has the type.</param>
    /// <param name="type">The type, one of <see cref="GetAsyncTypes"/> of the function.</param>
    /// <param name="operation">
    /// <c>new</c>, <c>read</c>, <c>write</c>, <c>cancel-read</c>, <c>cancel-write</c>, <c>drop-readable</c> or
    /// <c>drop-writable</c>.
    /// </param>
    /// <param name="isExported">Whether the function is an export.</param>
    /// <param name="isAsync">Whether the operation does not wait.</param>
    /// <exception cref="ArgumentException">The type is none of the function's.</exception>
    public static CoreImportName GetAsyncImport(
        WorldInterface? item, Function function, WitType type, string operation, bool isExported, bool isAsync)
    {
        string kind = type is FutureType ? "future" : "stream";
        bool isUnit = type is FutureType { Element: null } or StreamType { Element: null };
        int index = GetAsyncTypes(function).ToList().FindIndex(candidate => candidate.Equals(type));
        if (index < 0 && !isUnit)
        {
            throw new ArgumentException($"The signature of `{function.Name}` has no `{type}`.", nameof(type));
        }

        string position = isUnit ? "unit" : index.ToString(CultureInfo.InvariantCulture);
        return new(
            (isExported ? "[export]" : "") + (item?.Name ?? Root),
            $"{(isAsync ? "[async-lower]" : "")}[{kind}-{operation}-{position}]{function.Name}");
    }

    /// <summary>
    /// The streams and futures of a signature in the order that numbers them: those of the parameters, then those of the
    /// result, what is inside before what it is inside of.
    /// </summary>
    public static IReadOnlyList<WitType> GetAsyncTypes(Function function)
    {
        List<WitType> types = [];
        foreach (Parameter parameter in function.Parameters)
        {
            AddAsyncTypes(parameter.Type, types);
        }

        if (function.Result is { } result)
        {
            AddAsyncTypes(result, types);
        }

        return types;
    }

    /// <inheritdoc/>
    public string GetExport(
        WorldInterface? item,
        Function function,
        CoreExportKind kind = CoreExportKind.Function,
        CanonicalDirection direction = CanonicalDirection.Lift)
    {
        string prefix = direction switch
        {
            CanonicalDirection.AsyncLift => "[async-lift]",
            CanonicalDirection.AsyncLiftStackful => "[async-lift-stackful]",
            _ => "",
        };
        prefix = kind switch
        {
            CoreExportKind.PostReturn => prefix + "cabi_post_",
            CoreExportKind.Callback => "[callback]" + prefix,
            _ => prefix,
        };
        return $"{prefix}{(item is null ? "" : item.Name + "#")}{function.Name}";
    }

    /// <inheritdoc/>
    public string GetDestructor(WorldInterface item, ResourceDefinition resource) => $"{item.Name}#[dtor]{resource.Name}";

    private static void AddAsyncTypes(WitType type, List<WitType> types)
    {
        if (type is HandleType)
        {
            return;
        }

        foreach (WitType part in type.Parts)
        {
            AddAsyncTypes(part, types);
        }

        if (type is StreamType or FutureType)
        {
            types.Add(type);
        }
    }
}

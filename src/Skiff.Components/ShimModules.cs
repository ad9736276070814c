using Skiff.Wasm;

namespace Skiff.Components;

/// <summary>
/// Two small modules for core functions that exist only after the core module does, because they need its memory or are
/// its own. The shim has a function for each, which calls through a table; the fixup, instantiated last, fills the table.
/// </summary>
internal static class ShimModules
{
    /// <summary>The export of the shim, and the import of the fixup, that is the table.</summary>
    public const string TableName = "$imports";

    /// <summary>The module name of what the fixup imports.</summary>
    public const string FixupImports = "";

    /// <summary>The import of the fixup that it calls at the end.</summary>
    public const string InitializeName = "initialize";

    /// <summary>The name of a function by its place.</summary>
    public static string NameOf(int place) => place.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static Module MakeShim(IReadOnlyList<FunctionType> types)
    {
        Module module = new() { Name = "shim" };
        Table table = module.Add(MakeTable(types.Count));
        for (int place = 0; place < types.Count; place++)
        {
            Function function = module.Add(new Function(types[place]));
            for (uint parameter = 0; parameter < types[place].Parameters.Length; parameter++)
            {
                function.Body.LocalGet(parameter);
            }

            function.Body.I32Const(place).CallIndirect(types[place], table);
            module.Export(NameOf(place), function);
        }

        module.Export(TableName, table);
        return module;
    }

    /// <summary>Makes the module that fills the table and calls the core module's initialization, if it has one.</summary>
    public static Module MakeFixup(IReadOnlyList<FunctionType> types, bool initializes)
    {
        Module module = new() { Name = "fixup" };
        Function[] functions = [.. types.Select((type, place) => module.Import(FixupImports, NameOf(place), new Function(type)))];
        if (functions.Length > 0)
        {
            Table table = module.Import(FixupImports, TableName, MakeTable(types.Count));
            module.ElementSegments.Add(new ElementSegment(table, ConstantExpression.I32(0), functions));
        }

        if (initializes)
        {
            module.Start = module.Import(FixupImports, InitializeName, new Function(new FunctionType([])));
        }

        return module;
    }

    private static Table MakeTable(int size) => new(ValType.FuncRef, new Limits((ulong)size, (ulong)size));
}

using System.Text.RegularExpressions;
using Skiff.Bindings.Model;

namespace Skiff.Bindings.Writing;

/// <summary>
/// Makes the full names that code is written with (<c>global::Skiff.Result</c>) short for one file, and knows the
/// <c>using</c> directives for that. A name stays longer where something else of the project is called like its short form.
/// </summary>
internal sealed class NameShortener
{
    /// <summary>What generated code refers to of the base class library and the library Skiff.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> KnownTypes = new SortedDictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["System"] = ["BitConverter", "Exception", "Flags", "Obsolete", "ReadOnlySpan", "ValueTuple"],
        ["System.Collections.Generic"] = ["Dictionary", "KeyValuePair"],
        ["System.Runtime.InteropServices"] = ["DllImport", "LayoutKind", "StructLayout", "UnmanagedCallersOnly", "WasmImportLinkage"],
        ["System.Text"] = ["Rune"],
        ["Skiff"] = ["Option", "Resource", "Result", "ResultException", "Unit"],
        ["Skiff.Interop"] = ["BorrowScope", "CallMemory", "ExportedResources", "Lift", "ResourceHandle", "Slice", "Trap"],
    };

    private const string Root = "global::";

    private static readonly Regex s_name = new(@"global::([\w@]+(?:\.[\w@]+)*)", RegexOptions.CultureInvariant);
    private static readonly Regex s_qualifier = new(@"global::(?:[\w@]+\.)*", RegexOptions.CultureInvariant);

    private readonly DeclaredNames _declared;
    private readonly string _namespace;
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    public NameShortener(DeclaredNames declared, string ns)
    {
        _declared = declared;
        _namespace = ns;
    }

    /// <summary>The <c>using</c> directives for what was made short, to be written inside the namespace.</summary>
    public IEnumerable<string> Directives => _used
        .OrderBy(ns => ns.StartsWith("System", StringComparison.Ordinal) ? 0 : 1)
        .ThenBy(ns => ns, StringComparer.Ordinal)
        .Select(ns => $"using {(_declared.HidesNamespace(FirstPart(ns)) ? Root : "")}{ns};");

    /// <summary>How long a text is when all of its names are as short as can be.</summary>
    public static int ShortestLength(string text) => s_qualifier.Replace(text, "").Length;

    /// <summary>Makes the names in a text short.</summary>
    /// <param name="text">The text.</param>
    /// <param name="container">The class that it is in, if it is in one.</param>
    public string Shorten(string text, Container? container) =>
        s_name.Replace(text, match => Short(match.Groups[1].Value, container));

    private string Short(string name, Container? container)
    {
        int dot = name.LastIndexOf('.');
        foreach (KeyValuePair<string, string[]> known in KnownTypes)
        {
            string? type = known.Value.FirstOrDefault(item => IsIn(known.Key, item, name));
            if (type is not null)
            {
                return Use(known.Key, type) ? name.Substring(known.Key.Length + 1) : Root + name;
            }
        }

        if (container is not null && TryStrip(name, container.FullName, out string member) && !_declared.HidesType(FirstPart(member)))
        {
            return member;
        }

        if (TryStrip(name, _namespace, out string rest) && !_declared.HidesClass(FirstPart(rest)))
        {
            return rest;
        }

        return dot >= 0 && !_declared.HidesNamespace(FirstPart(name)) ? name : Root + name;
    }

    private bool Use(string ns, string type)
    {
        if (_declared.Contains(type))
        {
            return false;
        }

        _used.Add(ns);
        return true;
    }

    private static bool IsIn(string ns, string type, string name) =>
        TryStrip(name, ns, out string rest) && FirstPart(rest) == type;

    private static bool TryStrip(string name, string prefix, out string rest)
    {
        bool isPrefix = name.Length > prefix.Length && name[prefix.Length] == '.' && name.StartsWith(prefix, StringComparison.Ordinal);
        rest = isPrefix ? name.Substring(prefix.Length + 1) : "";
        return isPrefix;
    }

    private static string FirstPart(string name)
    {
        int dot = name.IndexOf('.');
        return dot < 0 ? name : name.Substring(0, dot);
    }
}

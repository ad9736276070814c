using System.Text;

namespace Skiff.Linker.Snapshot;

/// <summary>
/// What <c>skiff_notes</c> has been filled with, and what <c>skiff_methods</c> is given: methods by their names
/// (docs/architecture.md, "Methods that a snapshot has compiled").
/// </summary>
internal static class MethodNotes
{
    /// <summary>Begins the text with the token of what the runtime makes to call a native function.</summary>
    private const string Native = "\0N";

    private const string AssemblyVersion = ", Version=";

    /// <summary>
    /// Puts methods into an order that depends on nothing else: first those that no stack trace can name a line of, then
    /// those of assemblies with symbols. An empty method ends each part.
    /// </summary>
    /// <param name="notes">The methods as they were called: texts that each end with a zero, and one more ends the method.</param>
    /// <param name="symbols">The files of symbols, which are called like the assemblies.</param>
    /// <param name="isOwn">
    /// Whether an assembly, by its simple name, is the program's. Its native functions are the host's, and not there when
    /// the program is booted: what is made then to call them would never find them.
    /// </param>
    public static byte[] Arrange(ReadOnlySpan<byte> notes, IReadOnlyList<string> symbols, Func<string, bool> isOwn)
    {
        string[] assemblies = [.. symbols.Select(path => $", {Path.GetFileNameWithoutExtension(path)}, ")];
        string[] methods = Split(Encoding.UTF8.GetString(notes));
        Array.Sort(methods, string.CompareOrdinal);
        ILookup<bool, string> parts = methods.Distinct().Where(method => !IsNative(method) || !isOwn(Assembly(method))).ToLookup(
            method => assemblies.Any(assembly => method.Contains(assembly, StringComparison.Ordinal)));
        return Encoding.UTF8.GetBytes(string.Concat(parts[false]) + '\0' + string.Concat(parts[true]) + '\0');
    }

    private static bool IsNative(string method) => method.AsSpan(method.IndexOf('\0', StringComparison.Ordinal)).StartsWith(Native);

    /// <summary>The simple name of the assembly that a method's type is in: the last in its qualified name.</summary>
    private static string Assembly(string method)
    {
        string type = method[..method.IndexOf('\0', StringComparison.Ordinal)];
        int end = type.LastIndexOf(AssemblyVersion, StringComparison.Ordinal);
        string name = end < 0 ? type : type[..end];
        return name[(name.LastIndexOf(", ", StringComparison.Ordinal) + 2)..];
    }

    /// <summary>Divides the notes into methods, each with its zeros.</summary>
    private static string[] Split(string notes)
    {
        List<string> methods = [];
        for (int start = 0; start < notes.Length;)
        {
            int end = notes.IndexOf("\0\0", start, StringComparison.Ordinal) + 2;
            methods.Add(notes[start..end]);
            start = end;
        }

        return [.. methods];
    }
}

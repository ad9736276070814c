using System.Text;

namespace Skiff.Linker.Snapshot;

/// <summary>
/// What <c>skiff_notes</c> has been filled with, and what <c>skiff_methods</c> is given: methods by their names
/// (docs/architecture.md, "Methods that a snapshot has compiled").
/// </summary>
internal static class MethodNotes
{
    /// <summary>
    /// Puts methods into an order that depends on nothing else: first those that no stack trace can name a line of, then
    /// those of assemblies with symbols. An empty method ends each part.
    /// </summary>
    /// <param name="notes">The methods as they were called: texts that each end with a zero, and one more ends the method.</param>
    /// <param name="symbols">The files of symbols, which are called like the assemblies.</param>
    public static byte[] Arrange(ReadOnlySpan<byte> notes, IReadOnlyList<string> symbols)
    {
        string[] assemblies = [.. symbols.Select(path => $", {Path.GetFileNameWithoutExtension(path)}, ")];
        string[] methods = Split(Encoding.UTF8.GetString(notes));
        Array.Sort(methods, string.CompareOrdinal);
        ILookup<bool, string> parts = methods.Distinct().ToLookup(
            method => assemblies.Any(assembly => method.Contains(assembly, StringComparison.Ordinal)));
        return Encoding.UTF8.GetBytes(string.Concat(parts[false]) + '\0' + string.Concat(parts[true]) + '\0');
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

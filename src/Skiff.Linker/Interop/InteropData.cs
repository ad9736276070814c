using System.Text;

namespace Skiff.Linker.Interop;

/// <summary>
/// What the generated functions need in memory: the names that the runtime looks for, and per export a function
/// descriptor { function i32, argument i32 } that the runtime fills. It lies behind the bundle; offsets count from its start.
/// </summary>
internal sealed class InteropData
{
    /// <summary>Bytes of a function descriptor.</summary>
    public const int DescriptorSize = 8;

    // MonoError is smaller; nobody but the runtime looks into it.
    private const int ErrorSize = 256;

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly List<byte> _bytes = [];

    /// <summary>Lays out the data of a program.</summary>
    public InteropData(ProgramInterop program)
    {
        Error = Reserve(ErrorSize);
        Pending = Reserve(DescriptorSize);
        Descriptors = Reserve(program.Exports.Count * DescriptorSize);
        foreach (ImportedFunction import in program.Imports)
        {
            Add(import.Library);
            Add(import.EntryPoint);
            Add(import.Signature.Cookie);
        }

        foreach (ExportedMethod export in program.Exports)
        {
            Add(export.Assembly);
            Add(export.Namespace);
            Add(export.Type);
            Add(export.Method);
        }
    }

    /// <summary>Where the runtime notes errors.</summary>
    public int Error { get; }

    /// <summary>Where it is noted, as a number from 1, which export is being looked up; 0 for none.</summary>
    public int Pending { get; }

    /// <summary>Where the descriptors of the exports are.</summary>
    public int Descriptors { get; }

    /// <summary>The bytes to begin with.</summary>
    public byte[] Bytes => [.. _bytes];

    /// <summary>Where a text is, ended by a zero.</summary>
    public int Text(string text) => _texts[text];

    private int Reserve(int size)
    {
        int offset = _bytes.Count;
        _bytes.AddRange(new byte[size]);
        return offset;
    }

    private void Add(string text)
    {
        if (_texts.TryAdd(text, _bytes.Count))
        {
            _bytes.AddRange(Encoding.UTF8.GetBytes(text + '\0'));
        }
    }
}

namespace Skiff.Personality;

/// <summary>
/// A process whose only purpose is to learn which methods the program calls: they are noted as the interpreter compiles
/// them (docs/architecture.md, "Methods that a snapshot has compiled").
/// </summary>
internal static unsafe class Training
{
    private static Buffer _notes;
    private static uint* _length;
    private static bool _isOn;

    /// <summary>Makes room for notes, which begin with their length. What does not fit is not noted.</summary>
    internal static byte* AllocateNotes(uint size)
    {
        _length = (uint*)Process.Allocate(size);
        *_length = 0;
        _notes.Start = (byte*)(_length + 1);
        _notes.Length = 0;
        _notes.Capacity = size - sizeof(uint);
        return (byte*)_length;
    }

    /// <summary>Notes from now on.</summary>
    internal static void Begin() => _isOn = true;

    /// <summary>Notes nothing any more.</summary>
    internal static void End() => _isOn = false;

    /// <summary>Called for each method that the interpreter compiles.</summary>
    internal static void Note(RuntimeMethod* method)
    {
        if (!_isOn)
        {
            return;
        }

        // Naming a type may be what loads another, but compiles nothing; were it otherwise, that would not be the program's.
        _isOn = false;
        fixed (Buffer* notes = &_notes)
        {
            MethodList.Write(notes, method);
        }

        *_length = _notes.Length;
        _isOn = true;
    }
}

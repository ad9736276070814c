namespace Skiff.Hosting;

/// <summary>Machine code of a module or a component.</summary>
internal interface ICompiledCode : IDisposable
{
    /// <summary>The engine that compiled it.</summary>
    Engine Engine { get; }

    /// <summary>Passes the machine code on.</summary>
    void SerializeTo(Action<ReadOnlySpan<byte>> use);
}

using Skiff.Hosting.Streams;

namespace Skiff.Hosting;

/// <summary>Where a guest's standard output or standard error goes.</summary>
public abstract class StandardOutput
{
    private protected StandardOutput()
    {
    }

    /// <summary>Nowhere.</summary>
    public static StandardOutput Discard { get; } = new StreamOutput(Stream.Null);

    /// <summary>The stream of the same name of this process.</summary>
    /// <remarks>When its reader has gone away, the guest ends as a Unix program does, quietly, with exit code 141.</remarks>
    public static StandardOutput Inherit { get; } = new InheritedOutput();

    /// <summary>A stream. Each write of the guest is one write to it; it is neither flushed nor disposed.</summary>
    /// <param name="stream">A writable stream. What it throws ends the guest and reaches the caller of <see cref="WasiCommand.Run"/>.</param>
    public static StandardOutput ToStream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new StreamOutput(stream);
    }

    /// <summary>Opens it under a descriptor's number: 1 for standard output, 2 for standard error.</summary>
    internal abstract OutputChannel Open(int number);
}

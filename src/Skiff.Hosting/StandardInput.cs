using Skiff.Hosting.Streams;

namespace Skiff.Hosting;

/// <summary>Where a guest's standard input comes from.</summary>
public abstract class StandardInput
{
    private protected StandardInput()
    {
    }

    /// <summary>No input: the first read is at the end.</summary>
    public static StandardInput Empty { get; } = new BytesInput([]);

    /// <summary>The standard input of this process.</summary>
    public static StandardInput Inherit { get; } = new InheritedInput();

    /// <summary>Fixed bytes, which each guest reads from their beginning.</summary>
    /// <param name="bytes">The whole input; not copied.</param>
    public static StandardInput FromBytes(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new BytesInput(bytes);
    }

    /// <summary>
    /// A stream. It is read only as the guest asks for input, possibly on another thread and up to 4 KB more than that, which
    /// the next guest is given; it is not disposed.
    /// </summary>
    /// <param name="stream">A readable stream.</param>
    public static StandardInput FromStream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new StreamInput(stream);
    }

    /// <summary>Opens it for one guest.</summary>
    internal abstract InputChannel Open();
}

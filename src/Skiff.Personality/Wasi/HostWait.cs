namespace Skiff.Personality;

#pragma warning disable CS0649 // Managed code fills it in.

/// <summary>What managed code waits for besides time, as it hands it over (<c>Skiff.Runtime.Threading.HostWait</c>).</summary>
internal struct HostWait
{
    /// <summary>The program's descriptor, or the host's pollable.</summary>
    public int Number;

    /// <summary>What is waited for: a type of <see cref="Subscription"/>, but no clock.</summary>
    public byte Type;

    /// <summary>Set to 1 when it is ready, as far as one can know without trying.</summary>
    public byte Ready;
}

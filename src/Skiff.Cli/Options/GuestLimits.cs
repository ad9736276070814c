namespace Skiff.Cli.Options;

/// <summary>How much a guest may use.</summary>
internal sealed class GuestLimits
{
    /// <summary>Bytes of linear memory.</summary>
    public long? Memory { get; set; }

    /// <summary>Bytes of stack.</summary>
    public long? Stack { get; set; }

    /// <summary>Time.</summary>
    public TimeSpan? Time { get; set; }

    /// <summary>Units of fuel.</summary>
    public ulong? Fuel { get; set; }
}

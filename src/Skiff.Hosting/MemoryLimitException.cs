using System.Globalization;

namespace Skiff.Hosting;

/// <summary>The guest cannot do with the memory that <see cref="GuestOptions.MemoryLimit"/> gives it.</summary>
public sealed class MemoryLimitException : EngineException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="limit">The limit in bytes.</param>
    /// <param name="innerException">How the guest ended.</param>
    internal MemoryLimitException(long limit, Exception innerException)
        : base(string.Create(CultureInfo.InvariantCulture, $"the program needs more memory than its limit of {limit / 1048576.0:0.##} MiB"), innerException) =>
        Limit = limit;

    /// <summary>The limit in bytes.</summary>
    public long Limit { get; }
}

namespace Skiff.Hosting;

/// <summary>The guest took longer than <see cref="GuestOptions.TimeLimit"/> and was ended.</summary>
/// <param name="limit">The limit.</param>
public sealed class TimeLimitException(TimeSpan limit) : EngineException($"the program ran longer than its time limit of {limit.TotalSeconds:0.###} s and was ended")
{
    /// <summary>The limit.</summary>
    public TimeSpan Limit => limit;
}

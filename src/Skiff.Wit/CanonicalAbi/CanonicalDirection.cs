namespace Skiff.Wit.CanonicalAbi;

/// <summary>Which canonical definition a core function stands on (CanonicalABI.md, "Canonical Definitions").</summary>
public enum CanonicalDirection
{
    /// <summary><c>canon lift</c>: a core function that is exported.</summary>
    Lift,

    /// <summary><c>canon lower</c>: a function that is imported as a core function.</summary>
    Lower,

    /// <summary><c>canon lift async</c> with a callback.</summary>
    AsyncLift,

    /// <summary><c>canon lift async</c> without a callback.</summary>
    AsyncLiftStackful,

    /// <summary><c>canon lower async</c>.</summary>
    AsyncLower,
}

namespace Skiff.Wit.Resolution;

/// <summary>How far the resolution of something is.</summary>
internal enum ResolutionState
{
    Unresolved,
    Resolving,
    Resolved,
}

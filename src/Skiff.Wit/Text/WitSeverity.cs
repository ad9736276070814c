namespace Skiff.Wit.Text;

/// <summary>How bad what a diagnostic says is.</summary>
public enum WitSeverity
{
    /// <summary>The text is usable, but against a rule that tools in use do not hold it to.</summary>
    Warning,

    /// <summary>The text cannot be used.</summary>
    Error,
}

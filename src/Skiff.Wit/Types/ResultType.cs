namespace Skiff.Wit;

/// <summary>Success or failure, each with a value or without.</summary>
public sealed class ResultType : StructuralType
{
    /// <summary>Makes a result type.</summary>
    public ResultType(WitType? ok, WitType? error)
        : base(ok, error)
    {
        Ok = ok;
        Error = error;
    }

    /// <summary>The type of the value in case of success.</summary>
    public WitType? Ok { get; }

    /// <summary>The type of the value in case of failure.</summary>
    public WitType? Error { get; }
}

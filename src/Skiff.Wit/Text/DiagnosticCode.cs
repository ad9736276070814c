namespace Skiff.Wit.Text;

/// <summary>The kinds of <see cref="WitDiagnostic"/>.</summary>
public static class DiagnosticCode
{
    /// <summary>A character that WIT texts may not have, or an unfinished comment or string.</summary>
    public const string InvalidText = "SKIFF5001";

    /// <summary>Something other than what the grammar expects.</summary>
    public const string UnexpectedToken = "SKIFF5002";

    /// <summary>An identifier that is not kebab case.</summary>
    public const string InvalidName = "SKIFF5003";

    /// <summary>A version that is not a semantic version.</summary>
    public const string InvalidVersion = "SKIFF5004";

    /// <summary>A number out of range.</summary>
    public const string InvalidNumber = "SKIFF5005";

    /// <summary>More nesting than is supported.</summary>
    public const string TooDeep = "SKIFF5006";

    /// <summary>A record, variant, enum, flags or tuple without members, or a list of names without names.</summary>
    public const string Empty = "SKIFF5007";

    /// <summary>A package declaration that is missing, or contradicts another.</summary>
    public const string PackageDeclaration = "SKIFF5010";

    /// <summary>One package in two places.</summary>
    public const string DuplicatePackage = "SKIFF5011";

    /// <summary>A name declared twice.</summary>
    public const string DuplicateName = "SKIFF5012";

    /// <summary>A name that nothing declares.</summary>
    public const string UnknownName = "SKIFF5013";

    /// <summary>A name that stands for something of another kind than is needed.</summary>
    public const string WrongKind = "SKIFF5014";

    /// <summary>Something that depends on itself.</summary>
    public const string Cycle = "SKIFF5015";

    /// <summary>A type that may not stand where it does.</summary>
    public const string InvalidType = "SKIFF5016";

    /// <summary>Imports and exports of a world that contradict each other.</summary>
    public const string WorldConflict = "SKIFF5017";

    /// <summary>A gate that contradicts its package, another gate, or what it gates.</summary>
    public const string InvalidGate = "SKIFF5020";

    /// <summary>A use of something that is gated by a feature that is not active.</summary>
    public const string InactiveFeature = "SKIFF5021";

    /// <summary>A gate weaker than that of what is referred to, or of what contains it.</summary>
    public const string WeakGate = "SKIFF5022";

    /// <summary>A choice of world that fits none, or several.</summary>
    public const string WorldChoice = "SKIFF5030";
}

namespace Skiff.Wit;

/// <summary>A type that has no name and is equal to every other of the same structure.</summary>
public abstract class StructuralType : WitType, IEquatable<StructuralType>
{
    private readonly WitType?[] _arguments;

    private protected StructuralType(params WitType?[] arguments)
    {
        _arguments = arguments;
    }

    /// <inheritdoc/>
    public override IEnumerable<WitType> Parts => _arguments.OfType<WitType>();

    /// <summary>The length of a list of fixed length.</summary>
    private protected virtual uint? FixedLength => null;

    /// <summary>Whether another type has the same structure.</summary>
    public bool Equals(StructuralType? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null
            || GetType() != other.GetType()
            || _arguments.Length != other._arguments.Length
            || FixedLength != other.FixedLength)
        {
            return false;
        }

        for (int i = 0; i < _arguments.Length; i++)
        {
            if (!Equals(_arguments[i], other._arguments[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StructuralType);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = GetType().GetHashCode() ^ (int)(FixedLength ?? 0);
        foreach (WitType? argument in _arguments)
        {
            hash = unchecked((hash * 31) + (argument?.GetHashCode() ?? 0));
        }

        return hash;
    }

    /// <summary>How it is written.</summary>
    public override string ToString() => Printing.TypeText.Of(this);
}

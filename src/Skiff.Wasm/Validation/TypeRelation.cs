using System.Collections.Immutable;
using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Validation;

/// <summary>
/// Equality and subtyping of types (specification: validation, matching). Types are equal when their recursion groups
/// are equal part by part, so each gets a canonical number.
/// </summary>
internal sealed class TypeRelation(IEnumerable<DefinedType> types)
{
    /// <summary>How long a chain of supertypes may be; the limit that engines share.</summary>
    private const int MaximumDepth = 63;

    private readonly TypeIndexer _indexer = new(types);
    private readonly List<int> _canonical = [];
    private readonly List<int> _depths = [];
    private readonly Dictionary<string, int> _groupKeys = [];
    private int _groupsSeen;
    private int _nextCanonical;

    /// <summary>Whether the type's chain of supertypes is longer than engines take.</summary>
    public bool IsTooDeep(DefinedType type)
    {
        CanonicalNumber(type);
        return _depths[(int)_indexer.IndexOf(type)] > MaximumDepth;
    }

    public bool Same(DefinedType left, DefinedType right) =>
        ReferenceEquals(left, right) || CanonicalNumber(left) == CanonicalNumber(right);

    public bool Same(HeapType left, HeapType right) => left.Defined is null || right.Defined is null
        ? left.Defined is null && right.Defined is null && left.Abstract == right.Abstract
        : Same(left.Defined, right.Defined);

    public bool Same(ValType left, ValType right) =>
        left.Code == right.Code && (!left.IsReference || Same(left.HeapType, right.HeapType));

    public bool Same(StorageType left, StorageType right) => left.IsPacked || right.IsPacked
        ? left.Code == right.Code
        : Same(left.Unpacked, right.Unpacked);

    /// <summary>Whether a value of the first type can stand where one of the second is expected.</summary>
    public bool Matches(ValType sub, ValType super)
    {
        if (!sub.IsReference || !super.IsReference)
        {
            return sub.Code == super.Code || sub.IsBottom;
        }

        return (super.IsNullable || !sub.IsNullable) && Matches(sub.HeapType, super.HeapType);
    }

    public bool Matches(HeapType sub, HeapType super)
    {
        if (sub == default)
        {
            return true;
        }

        if (sub.Defined is { } definedSub)
        {
            return super.Defined is { } definedSuper
                ? Extends(definedSub, definedSuper)
                : AbstractMatches(KindOf(definedSub), super.Abstract);
        }

        if (super.Defined is { } target)
        {
            return sub.Abstract == (target is FunctionType ? AbstractHeapType.NoFunc : AbstractHeapType.Bottom);
        }

        return AbstractMatches(sub.Abstract, super.Abstract);
    }

    /// <summary>The top of the hierarchy a heap type belongs to.</summary>
    public static AbstractHeapType Top(HeapType type)
    {
        AbstractHeapType kind = type.Defined is { } defined ? KindOf(defined) : type.Abstract;
        return kind switch
        {
            AbstractHeapType.Func or AbstractHeapType.NoFunc => AbstractHeapType.Func,
            AbstractHeapType.Extern or AbstractHeapType.NoExtern => AbstractHeapType.Extern,
            AbstractHeapType.Exception or AbstractHeapType.NoException => AbstractHeapType.Exception,
            _ => AbstractHeapType.Any,
        };
    }

    /// <summary>Whether the declared supertype of a type fits it.</summary>
    public bool FitsSupertype(DefinedType type)
    {
        if (type.Supertype is not { } super)
        {
            return true;
        }

        return !super.IsFinal && (type, super) switch
        {
            (FunctionType sub, FunctionType wanted) => Matches(wanted.Parameters, sub.Parameters) && Matches(sub.Results, wanted.Results),
            (StructType sub, StructType wanted) => sub.Fields.Count >= wanted.Fields.Count
                && wanted.Fields.Zip(sub.Fields).All(pair => Matches(pair.Second, pair.First)),
            (ArrayType sub, ArrayType wanted) => Matches(sub.Element, wanted.Element),
            _ => false,
        };
    }

    private static AbstractHeapType KindOf(DefinedType type) => type switch
    {
        FunctionType => AbstractHeapType.Func,
        StructType => AbstractHeapType.Struct,
        _ => AbstractHeapType.Array,
    };

    private static bool AbstractMatches(AbstractHeapType sub, AbstractHeapType super) => sub == super || super switch
    {
        AbstractHeapType.Any => sub is AbstractHeapType.Eq or AbstractHeapType.I31 or AbstractHeapType.Struct or AbstractHeapType.Array or AbstractHeapType.Bottom,
        AbstractHeapType.Eq => sub is AbstractHeapType.I31 or AbstractHeapType.Struct or AbstractHeapType.Array or AbstractHeapType.Bottom,
        AbstractHeapType.I31 or AbstractHeapType.Struct or AbstractHeapType.Array => sub == AbstractHeapType.Bottom,
        AbstractHeapType.Func => sub == AbstractHeapType.NoFunc,
        AbstractHeapType.Extern => sub == AbstractHeapType.NoExtern,
        AbstractHeapType.Exception => sub == AbstractHeapType.NoException,
        _ => false,
    };

    private bool Matches(ImmutableArray<ValType> subs, ImmutableArray<ValType> supers) =>
        subs.Length == supers.Length && subs.Zip(supers).All(pair => Matches(pair.First, pair.Second));

    private bool Matches(FieldType sub, FieldType super) => sub.IsMutable == super.IsMutable
        && (sub.IsMutable || sub.Storage.IsPacked || super.Storage.IsPacked
            ? Same(sub.Storage, super.Storage)
            : Matches(sub.Storage.Unpacked, super.Storage.Unpacked));

    private bool Extends(DefinedType type, DefinedType super)
    {
        int depth = 0;
        for (DefinedType? next = type; next is not null && depth <= MaximumDepth; next = next.Supertype, depth++)
        {
            if (Same(next, super))
            {
                return true;
            }
        }

        return false;
    }

    private int CanonicalNumber(DefinedType type)
    {
        int index = (int)_indexer.IndexOf(type);
        for (; _groupsSeen < _indexer.Groups.Count; _groupsSeen++)
        {
            Number(_indexer.Groups[_groupsSeen]);
        }

        return _canonical[index];
    }

    private void Number(IReadOnlyList<DefinedType> group)
    {
        int first = _canonical.Count;
        string key = new TypeKey(_indexer, _canonical, first, group).Build();
        if (!_groupKeys.TryGetValue(key, out int number))
        {
            number = _nextCanonical;
            _nextCanonical += group.Count;
            _groupKeys.Add(key, number);
        }

        for (int i = 0; i < group.Count; i++)
        {
            _canonical.Add(number + i);
            int super = group[i].Supertype is { } supertype ? (int)_indexer.IndexOf(supertype) : -1;
            _depths.Add(super < 0 || super >= _depths.Count ? 0 : _depths[super] + 1);
        }
    }
}

namespace Skiff.Wasm.Validation;

/// <summary>Validates a module (specification: validation, modules; execution limits as engines share them).</summary>
internal sealed class ModuleValidator
{
    private const ulong MaximumPages32 = 1UL << 16;
    private const ulong MaximumPages64 = 1UL << 48;

    /// <summary>How many parameters or results a function may have; the limit that engines share.</summary>
    private const int MaximumArity = 1000;

    /// <summary>How many fields a structure may have; the limit that engines share.</summary>
    private const int MaximumFields = 10_000;

    private readonly Module _module;
    private readonly TypeRelation _types;
    private readonly CodeValidator _code;
    private readonly HashSet<object> _items = new(ReferenceEqualityComparer.Instance);

    public ModuleValidator(Module module)
    {
        _module = module;
        _types = new TypeRelation(module.Types);
        _code = new CodeValidator(_types, _items.Contains);
    }

    public void Validate()
    {
        foreach (object item in _module.Items.Concat<object>(_module.ElementSegments).Concat(_module.DataSegments))
        {
            if (!_items.Add(item))
            {
                throw new WasmValidationException("it is in the module twice", item, 0);
            }
        }

        _code.Declared = Linking.FunctionDeclarations.Declared(_module);
        foreach (DefinedType type in _module.Types)
        {
            ValidateType(type);
        }

        _module.Tables.ForEach(ValidateTable);
        _module.Memories.ForEach(ValidateSize);
        ValidateGlobals();
        _module.Tags.ForEach(ValidateTag);
        _module.ElementSegments.ForEach(ValidateElements);
        _module.DataSegments.ForEach(ValidateData);
        ValidateExports();
        ValidateStart();
        foreach (Function function in _module.Functions)
        {
            ValidateType(function.Type);
            if (!function.IsImported)
            {
                _code.ValidateFunction(function);
            }
        }
    }

    private void ValidateType(DefinedType type)
    {
        if (type is FunctionType function && Math.Max(function.Parameters.Length, function.Results.Length) > MaximumArity)
        {
            throw new WasmValidationException($"a function type has more than {MaximumArity} parameters or results", null, 0);
        }

        if (type is StructType structure && structure.Fields.Count > MaximumFields)
        {
            throw new WasmValidationException($"a structure type has more than {MaximumFields} fields", null, 0);
        }

        if (type.Supertype is null)
        {
            return;
        }

        if (_types.IsTooDeep(type))
        {
            throw new WasmValidationException($"the chain of supertypes of {type} is too long", null, 0);
        }

        if (!_types.FitsSupertype(type))
        {
            throw new WasmValidationException($"{type} does not fit its supertype {type.Supertype}", null, 0);
        }
    }

    private void ValidateTable(Table table)
    {
        if (!table.ElementType.IsReference)
        {
            throw new WasmValidationException($"the elements are of type {table.ElementType}, not references", table, 0);
        }

        ValidateSize(table);
        if (table.Initial is { } initial)
        {
            // The section precedes the globals, so only imported ones have values.
            _code.ValidateConstant(initial, table.ElementType, table, global => global.IsImported && _items.Contains(global));
        }
        else if (!table.ElementType.IsNullable && !table.IsImported)
        {
            throw new WasmValidationException($"elements of type {table.ElementType} need an initial value", table, 0);
        }
    }

    /// <summary>Validates how large a table or memory may become; other items have no size.</summary>
    /// <exception cref="WasmValidationException">It is not valid.</exception>
    public static void ValidateSize(Extern item)
    {
        switch (item)
        {
            case Table table:
                ValidateLimits(table.Limits, table.Limits.Is64 ? ulong.MaxValue : uint.MaxValue, table);
                break;
            case Memory memory:
                ValidateLimits(memory.Limits, memory.Limits.Is64 ? MaximumPages64 : MaximumPages32, memory);
                if (memory.Limits is { IsShared: true, Maximum: null })
                {
                    throw new WasmValidationException("shared memory needs a maximum", memory, 0);
                }

                break;
        }
    }

    private static void ValidateLimits(Limits limits, ulong range, object item)
    {
        if (limits.Minimum > range || limits.Maximum > range)
        {
            throw new WasmValidationException($"the size is at most {range}", item, 0);
        }

        if (limits.Maximum < limits.Minimum)
        {
            throw new WasmValidationException($"the minimum {limits.Minimum} exceeds the maximum {limits.Maximum}", item, 0);
        }
    }

    private void ValidateGlobals()
    {
        HashSet<Global> known = [.. _module.Globals.Where(global => global.IsImported)];
        foreach (Global global in _module.Globals.Where(global => !global.IsImported))
        {
            _code.ValidateConstant(
                global.Initial ?? throw new WasmValidationException("it is defined but has no initial value", global, 0),
                global.Type,
                global,
                known.Contains);
            known.Add(global);
        }
    }

    private void ValidateTag(Tag tag)
    {
        ValidateType(tag.Type);
        if (!tag.Type.Results.IsEmpty)
        {
            throw new WasmValidationException("the type of a tag has results", tag, 0);
        }
    }

    private void ValidateElements(ElementSegment segment)
    {
        foreach (ConstantExpression item in segment.Items)
        {
            _code.ValidateConstant(item, segment.ElementType, segment, IsInModule);
        }

        if (segment.Table is not { } table)
        {
            return;
        }

        ValidateTarget(table, table.Limits, segment.Offset, segment);
        if (!_types.Matches(segment.ElementType, table.ElementType))
        {
            throw new WasmValidationException(
                $"elements of type {segment.ElementType} are for a table of {table.ElementType}", segment, 0);
        }
    }

    private void ValidateData(DataSegment segment)
    {
        if (segment.Memory is { } memory)
        {
            ValidateTarget(memory, memory.Limits, segment.Offset, segment);
        }
    }

    private void ValidateTarget(Extern target, Limits limits, ConstantExpression? offset, object segment)
    {
        if (!_items.Contains(target))
        {
            throw new WasmValidationException($"it is for the {target}, which is not in the module", segment, 0);
        }

        _code.ValidateConstant(
            offset ?? throw new WasmValidationException("it is active but has no offset", segment, 0),
            limits.AddressType,
            segment,
            IsInModule);
    }

    private void ValidateExports()
    {
        HashSet<string> names = [];
        foreach (Export export in _module.Exports)
        {
            if (!_items.Contains(export.Item))
            {
                throw new WasmValidationException($"the {export} names what is not in the module", null, 0);
            }

            if (!names.Add(export.Name))
            {
                throw new WasmValidationException($"two exports are named '{export.Name}'", null, 0);
            }
        }
    }

    private void ValidateStart()
    {
        if (_module.Start is not { } start)
        {
            return;
        }

        if (!_items.Contains(start))
        {
            throw new WasmValidationException("the start function is not in the module", start, 0);
        }

        if (!start.Type.Parameters.IsEmpty || !start.Type.Results.IsEmpty)
        {
            throw new WasmValidationException($"the start function is of type {start.Type}; expected [] -> []", start, 0);
        }
    }

    private bool IsInModule(Global global) => _items.Contains(global);
}

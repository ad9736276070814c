using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Canonical definitions (specification: component binary format, canonical definitions).</summary>
internal static class CanonicalSection
{
    private const byte LiftCode = 0x00;
    private const byte LowerCode = 0x01;

    /// <summary>The sort of functions, which stands after the codes of lift and lower.</summary>
    private const byte FunctionCode = 0x00;

    public static void Read(ref ByteReader reader, ReadScope scope)
    {
        int start = reader.Position;
        byte code = reader.ReadByte();
        switch (code)
        {
            case LiftCode:
                ExpectFunctionCode(ref reader);
                Definition core = scope.Read(ref reader, Sort.CoreFunction);
                List<CanonicalOption> options = ReadOptions(ref reader, scope);
                Lift lift = new(core, scope.Read(ref reader, Sort.Type));
                lift.Options.AddRange(options);
                scope.Add(lift, start);
                break;
            case LowerCode:
                ExpectFunctionCode(ref reader);
                Lower lower = new(scope.Read(ref reader, Sort.Function));
                lower.Options.AddRange(ReadOptions(ref reader, scope));
                scope.Add(lower, start);
                break;
            default:
                if (!BuiltinTable.IsKnown(code))
                {
                    throw reader.Error($"0x{code:X2} is not a canonical definition", start);
                }

                scope.Add(ReadBuiltin(ref reader, (BuiltinKind)code, scope), start);
                break;
        }
    }

    public static void Write(ByteWriter writer, CanonicalDefinition definition, WriteScope scope)
    {
        switch (definition)
        {
            case Lift lift:
                writer.WriteByte(LiftCode);
                writer.WriteByte(FunctionCode);
                writer.WriteU32(scope.IndexOf(lift.Function, Sort.CoreFunction, definition));
                WriteOptions(writer, definition, scope);
                writer.WriteU32(scope.IndexOf(lift.Type, Sort.Type, definition));
                break;
            case Lower lower:
                writer.WriteByte(LowerCode);
                writer.WriteByte(FunctionCode);
                writer.WriteU32(scope.IndexOf(lower.Function, Sort.Function, definition));
                WriteOptions(writer, definition, scope);
                break;
            case CanonicalBuiltin builtin:
                WriteBuiltin(writer, builtin, scope);
                break;
            default:
                throw new InvalidOperationException($"The {definition} has no binary form.");
        }
    }

    private static void ExpectFunctionCode(ref ByteReader reader)
    {
        int start = reader.Position;
        byte code = reader.ReadByte();
        if (code != FunctionCode)
        {
            throw reader.Error($"0x{code:X2} is not a sort that can be lifted or lowered", start);
        }
    }

    private static List<CanonicalOption> ReadOptions(ref ByteReader reader, ReadScope scope)
    {
        List<CanonicalOption> options = [];
        for (int left = reader.ReadCount("options"); left > 0; left--)
        {
            int start = reader.Position;
            var kind = (CanonicalOptionKind)reader.ReadByte();
            if (kind > CanonicalOptionKind.Gc)
            {
                throw reader.Error($"0x{(byte)kind:X2} is not a canonical option", start);
            }

            Definition? item = CanonicalOption.Operand(kind) is { } sort ? scope.Read(ref reader, sort) : null;
            options.Add(CanonicalOption.Make(kind, item));
        }

        return options;
    }

    private static void WriteOptions(ByteWriter writer, CanonicalDefinition definition, WriteScope scope)
    {
        writer.WriteU32((uint)definition.Options.Count);
        foreach (CanonicalOption option in definition.Options)
        {
            writer.WriteByte((byte)option.Kind);
            if (CanonicalOption.Operand(option.Kind) is { } sort)
            {
                writer.WriteU32(Index(option.Item, sort, option.Kind.ToString(), definition, scope));
            }
        }
    }

    private static CanonicalBuiltin ReadBuiltin(ref ByteReader reader, BuiltinKind kind, ReadScope scope)
    {
        CanonicalBuiltin builtin = new(kind);
        BuiltinOperands operands = kind.Operands();
        if (operands.HasFlag(BuiltinOperands.Shared))
        {
            builtin.IsShared = ValTypeCoding.ReadFlag(ref reader, kind.Text());
        }

        if (operands.HasFlag(BuiltinOperands.Cancellable))
        {
            builtin.IsCancellable = ValTypeCoding.ReadFlag(ref reader, kind.Text());
        }

        if (operands.HasFlag(BuiltinOperands.Type))
        {
            builtin.Type = scope.Read(ref reader, Sort.Type);
        }

        if (operands.HasFlag(BuiltinOperands.Result))
        {
            builtin.Result = ValTypeCoding.ReadResult(ref reader, scope);
        }

        if (operands.HasFlag(BuiltinOperands.ContextType))
        {
            builtin.ContextType = TypeCoding.ReadValType(ref reader, scope.CoreTypes);
        }

        if (operands.HasFlag(BuiltinOperands.ContextSlot))
        {
            builtin.ContextSlot = reader.ReadU32();
        }

        if (operands.HasFlag(BuiltinOperands.FunctionType))
        {
            builtin.FunctionType = scope.Read(ref reader, Sort.CoreType);
        }

        if (operands.HasFlag(BuiltinOperands.Table))
        {
            builtin.Table = scope.Read(ref reader, Sort.CoreTable);
        }

        if (operands.HasFlag(BuiltinOperands.Memory))
        {
            builtin.Memory = scope.Read(ref reader, Sort.CoreMemory);
        }

        if (operands.HasFlag(BuiltinOperands.Options))
        {
            builtin.Options.AddRange(ReadOptions(ref reader, scope));
        }

        if (operands.HasFlag(BuiltinOperands.Async))
        {
            builtin.IsAsync = ValTypeCoding.ReadFlag(ref reader, kind.Text());
        }

        return builtin;
    }

    private static void WriteBuiltin(ByteWriter writer, CanonicalBuiltin builtin, WriteScope scope)
    {
        BuiltinOperands operands = builtin.Builtin.Operands();
        writer.WriteByte((byte)builtin.Builtin);
        if (operands.HasFlag(BuiltinOperands.Shared))
        {
            ValTypeCoding.WriteFlag(writer, builtin.IsShared);
        }

        if (operands.HasFlag(BuiltinOperands.Cancellable))
        {
            ValTypeCoding.WriteFlag(writer, builtin.IsCancellable);
        }

        if (operands.HasFlag(BuiltinOperands.Type))
        {
            writer.WriteU32(Index(builtin.Type, Sort.Type, "type", builtin, scope));
        }

        if (operands.HasFlag(BuiltinOperands.Result))
        {
            ValTypeCoding.WriteResult(writer, builtin.Result, builtin, scope);
        }

        if (operands.HasFlag(BuiltinOperands.ContextType))
        {
            TypeCoding.WriteValType(writer, builtin.ContextType, scope.CoreTypes);
        }

        if (operands.HasFlag(BuiltinOperands.ContextSlot))
        {
            writer.WriteU32(builtin.ContextSlot);
        }

        if (operands.HasFlag(BuiltinOperands.FunctionType))
        {
            writer.WriteU32(Index(builtin.FunctionType, Sort.CoreType, "function type", builtin, scope));
        }

        if (operands.HasFlag(BuiltinOperands.Table))
        {
            writer.WriteU32(Index(builtin.Table, Sort.CoreTable, "table", builtin, scope));
        }

        if (operands.HasFlag(BuiltinOperands.Memory))
        {
            writer.WriteU32(Index(builtin.Memory, Sort.CoreMemory, "memory", builtin, scope));
        }

        if (operands.HasFlag(BuiltinOperands.Options))
        {
            WriteOptions(writer, builtin, scope);
        }

        if (operands.HasFlag(BuiltinOperands.Async))
        {
            ValTypeCoding.WriteFlag(writer, builtin.IsAsync);
        }
    }

    private static uint Index(Definition? item, Sort sort, string what, CanonicalDefinition user, WriteScope scope) =>
        scope.IndexOf(item ?? throw new InvalidOperationException($"The {user} lacks its {what}."), sort, user);
}

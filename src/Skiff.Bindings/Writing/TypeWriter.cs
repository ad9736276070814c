using Skiff.Bindings.Model;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Writing;

/// <summary>Writes records, variants, enums and flags.</summary>
internal static class TypeWriter
{
    /// <summary>Writes a type that is no resource.</summary>
    public static void Write(Code code, DeclaredType type)
    {
        Documentation.Write(code, type.Definition.Documentation, $"The WIT type {type.Definition.Name}.");
        switch (type.Definition)
        {
            case RecordDefinition record:
                WriteRecord(code, type, record);
                break;
            case VariantDefinition variant:
                WriteVariant(code, type, variant);
                break;
            case EnumDefinition item:
                WriteEnum(code, type, item);
                break;
            case FlagsDefinition flags:
                WriteFlags(code, type, flags);
                break;
            default:
                throw new InvalidOperationException($"`{type.Definition}` is not declared as a value.");
        }
    }

    private static void WriteRecord(Code code, DeclaredType type, RecordDefinition record)
    {
        for (int i = 0; i < record.Fields.Count; i++)
        {
            if (record.Fields[i].Documentation is { } documentation)
            {
                string text = Documentation.Escape(documentation.Trim()).Replace("\r", "").Replace("\n", " ");
                code.Line($"/// <param name=\"{type.MemberNames[i]}\">{text}</param>");
            }
        }

        Documentation.WriteObsolete(code, record.Stability, record.Owner.Package.Name);
        List<string> fields = [.. record.Fields.Select((field, index) => $"{TypeNames.Of(field.Type, type.Scope)} {type.MemberNames[index]}")];
        if (ValueForms.IsBlittable(record))
        {
            code.Line("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential)]");
        }

        string kind = ValueForms.IsClass(record) ? "sealed record" : "readonly record struct";
        code.Line($"public {kind} {type.Name}({Code.List(fields)});");
    }

    private static void WriteVariant(Code code, DeclaredType type, VariantDefinition variant)
    {
        Documentation.WriteObsolete(code, variant.Stability, variant.Owner.Package.Name);
        code.Open($"public abstract record {type.Name}");
        code.Open($"private {type.Name}()");
        code.Close();
        for (int i = 0; i < variant.Cases.Count; i++)
        {
            VariantCase item = variant.Cases[i];
            code.Separate();
            Documentation.Write(code, item.Documentation, $"The case {item.Name}.");

            // The cases hide types of the same name.
            string payload = item.Payload is null ? "" : $"({TypeNames.Of(item.Payload, type.Scope)} Value)";
            code.Line($"public sealed record {type.MemberNames[i]}{payload} : {type.Name};");
        }

        code.Close();
    }

    private static void WriteEnum(Code code, DeclaredType type, EnumDefinition item)
    {
        Documentation.WriteObsolete(code, item.Stability, item.Owner.Package.Name);
        code.Open($"public enum {type.Name} : {TypeNames.OfInteger(Shape.GetDiscriminantSize(item.Cases.Count))}");
        for (int i = 0; i < item.Cases.Count; i++)
        {
            code.Separate();
            Documentation.Write(code, item.Cases[i].Documentation, $"The case {item.Cases[i].Name}.");
            code.Line($"{type.MemberNames[i]},");
        }

        code.Close();
    }

    private static void WriteFlags(Code code, DeclaredType type, FlagsDefinition flags)
    {
        Documentation.WriteObsolete(code, flags.Stability, flags.Owner.Package.Name);
        code.Line("[global::System.Flags]");
        code.Open($"public enum {type.Name} : {TypeNames.OfInteger(Shape.GetFlagsSize(flags.Flags.Count))}");
        if (!type.MemberNames.Contains("None"))
        {
            code.Line("/// <summary>No flag.</summary>");
            code.Line("None = 0,");
        }

        for (int i = 0; i < flags.Flags.Count; i++)
        {
            code.Separate();
            Documentation.Write(code, flags.Flags[i].Documentation, $"The flag {flags.Flags[i].Name}.");
            code.Line($"{type.MemberNames[i]} = {(i == 31 ? "1u" : "1")} << {i},");
        }

        code.Close();
    }
}

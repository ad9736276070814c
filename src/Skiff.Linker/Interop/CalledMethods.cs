using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Skiff.Linker.Interop;

/// <summary>The methods that a method's instructions name (ECMA-335, III).</summary>
internal static class CalledMethods
{
    /// <summary>Reads a body.</summary>
    /// <returns>Definitions, references and instances of generic methods, as often as they occur.</returns>
    public static IEnumerable<EntityHandle> Read(MethodBodyBlock body)
    {
        List<EntityHandle> found = [];
        BlobReader code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int opcode = code.ReadByte();
            opcode = opcode == 0xfe ? 0xfe00 | code.ReadByte() : opcode;
            if ((ILOpCode)opcode == ILOpCode.Switch)
            {
                int targets = code.ReadInt32();
                code.Offset += sizeof(int) * targets;
            }
            else if (NamesMethod((ILOpCode)opcode))
            {
                EntityHandle handle = MetadataTokens.EntityHandle(code.ReadInt32());
                if (handle.Kind is HandleKind.MethodDefinition or HandleKind.MemberReference or HandleKind.MethodSpecification)
                {
                    found.Add(handle);
                }
            }
            else
            {
                code.Offset += OperandSize((ILOpCode)opcode);
            }
        }

        return found;
    }

    private static bool NamesMethod(ILOpCode opcode) => opcode
        is ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj or ILOpCode.Jmp or ILOpCode.Ldftn or ILOpCode.Ldvirtftn or ILOpCode.Ldtoken;

    private static int OperandSize(ILOpCode opcode)
    {
        if (opcode.IsBranch())
        {
            return opcode.GetBranchOperandSize();
        }

        switch (opcode)
        {
            case >= ILOpCode.Ldarg_s and <= ILOpCode.Stloc_s:
            case ILOpCode.Ldc_i4_s:
            case ILOpCode.Unaligned:
            case (ILOpCode)0xfe19: // no.
                return sizeof(byte);
            case >= ILOpCode.Ldarg and <= ILOpCode.Stloc:
                return sizeof(short);
            case ILOpCode.Ldc_i8 or ILOpCode.Ldc_r8:
                return sizeof(long);
            case ILOpCode.Ldc_i4 or ILOpCode.Ldc_r4 or ILOpCode.Calli:
            case >= ILOpCode.Cpobj and <= ILOpCode.Isinst and not ILOpCode.Newobj:
            case ILOpCode.Unbox or (>= ILOpCode.Ldfld and <= ILOpCode.Stobj):
            case ILOpCode.Box or ILOpCode.Newarr or ILOpCode.Ldelema or ILOpCode.Ldelem or ILOpCode.Stelem or ILOpCode.Unbox_any:
            case ILOpCode.Refanyval or ILOpCode.Mkrefany:
            case ILOpCode.Initobj or ILOpCode.Constrained or ILOpCode.Sizeof:
                return sizeof(int);
            default:
                return 0;
        }
    }
}

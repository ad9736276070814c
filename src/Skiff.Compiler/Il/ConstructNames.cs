using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Skiff.Compiler.Il;

/// <summary>What the instructions that freestanding code cannot have are called in C#.</summary>
internal static class ConstructNames
{
    /// <summary>The construct behind <paramref name="instruction"/>, as a noun phrase.</summary>
    public static string Of(Instruction instruction)
    {
        Code code = instruction.OpCode.Code;
        return code switch
        {
            Code.Newarr => $"the array new {((TypeReference)instruction.Operand).FullName}[]",
            Code.Ldlen => "the length of an array",
            Code.Ldelema or (>= Code.Ldelem_I1 and <= Code.Stelem_Ref) or Code.Ldelem_Any or Code.Stelem_Any => "an array element",
            Code.Box => $"the boxing of {((TypeReference)instruction.Operand).FullName}",
            Code.Unbox or Code.Unbox_Any => $"the unboxing of {((TypeReference)instruction.Operand).FullName}",
            Code.Castclass or Code.Isinst => $"a cast to {((TypeReference)instruction.Operand).FullName}",
            Code.Throw or Code.Rethrow => "throw",
            Code.Leave or Code.Leave_S or Code.Endfinally or Code.Endfilter => "exception handling",
            Code.Ldvirtftn => "a delegate of a virtual method",
            Code.Arglist or Code.Mkrefany or Code.Refanytype or Code.Refanyval => "a variable argument list",
            _ => $"the IL instruction {instruction.OpCode.Name}",
        };
    }
}

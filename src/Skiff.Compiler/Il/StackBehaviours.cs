using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Skiff.Compiler.Il;

/// <summary>How many values instructions take from and leave on the evaluation stack.</summary>
internal static class StackBehaviours
{
    /// <summary>The counts for <paramref name="instruction"/>.</summary>
    public static (int Pops, int Pushes) Of(Instruction instruction)
    {
        if (instruction.Operand is IMethodSignature method && instruction.OpCode.FlowControl == FlowControl.Call)
        {
            bool isNew = instruction.OpCode.Code == Code.Newobj;
            int pops = method.Parameters.Count
                + (method.HasThis && !method.ExplicitThis && !isNew ? 1 : 0)
                + (instruction.OpCode.Code == Code.Calli ? 1 : 0);
            return (pops, isNew || method.ReturnType.MetadataType != MetadataType.Void ? 1 : 0);
        }

        int popped = instruction.OpCode.StackBehaviourPop switch
        {
            StackBehaviour.Pop0 or StackBehaviour.Varpop or StackBehaviour.PopAll => 0,
            StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
            StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
                or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
            _ => 3,
        };
        int pushed = instruction.OpCode.StackBehaviourPush switch
        {
            StackBehaviour.Push0 or StackBehaviour.Varpush => 0,
            StackBehaviour.Push1_push1 => 2,
            _ => 1,
        };
        return (popped, pushed);
    }
}

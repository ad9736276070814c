using System.Buffers.Binary;
using Skiff.Linker.Snapshot;
using Skiff.Wasm;
using Skiff.Wasm.References;

namespace Skiff.Linker.Forms;

/// <summary>
/// The form of a program that starts where <c>Main</c> does: what its boot left in memory and globals is what the module
/// begins with.
/// </summary>
/// <remarks>
/// Engines that copy memory images on write, such as Wasmtime, do so for an image that is at least half data or not
/// larger than 16 MiB, in whole pages; others copy segment by segment. Both are served by leaving the zeros out.
/// </remarks>
internal static class SnapshotModule
{
    /// <summary>Puts the image into the module.</summary>
    /// <param name="runtime">The runtime's module.</param>
    /// <param name="image">What booting left.</param>
    /// <param name="bundle">The program that was booted.</param>
    /// <param name="deadData">Static data that nothing in the module uses.</param>
    /// <exception cref="AppLinkException">The module is not the one that was booted.</exception>
    public static void Apply(RuntimePackModule runtime, SnapshotImage image, byte[] bundle, IReadOnlyList<DataRange> deadData)
    {
        Module module = runtime.Module;
        CStack stack = CStack.Of(image);
        // What functions that have returned left below the pointer means nothing.
        image.Memory.AsSpan((int)stack.Low, (int)(stack.Pointer - stack.Low)).Clear();
        foreach (DataRange range in deadData)
        {
            image.Memory.AsSpan((int)range.Address, (int)range.Size).Clear();
        }

        uint heapEnd = HeapEnd(module, image);
        ReadOnlyMemory<byte> memory = image.Memory.AsMemory(0, (int)heapEnd);

        module.CustomSections.Add(Describe(runtime, stack, image.BundleAddress, heapEnd, bundle).ToSection());
        SetGlobals(module, image);
        module.DataSegments.RemoveAll(segment => segment.Memory is not null);
        foreach (Range part in ZeroRuns.Cut(memory.Span))
        {
            module.DataSegments.Add(new DataSegment(runtime.Memory, ConstantExpression.I32(part.Start.Value), memory[part]));
        }

        runtime.Memory.Limits = runtime.Memory.Limits with { Minimum = (heapEnd + Memory.PageSize - 1) / Memory.PageSize };
    }

    /// <summary>Gives every mutable global the value that it has in the image.</summary>
    private static void SetGlobals(Module module, SnapshotImage image)
    {
        foreach (Global global in module.Globals.Where(global => global.IsMutable))
        {
            string? name = module.Exports.Find(export => export.Item == global)?.Name;
            if (name is null || !image.Globals.TryGetValue(name, out ulong bits))
            {
                throw RuntimePackModule.Missing(name ?? global.ToString());
            }

            global.Initial = global.Type == ValType.I32 ? ConstantExpression.I32((int)bits)
                : global.Type == ValType.I64 ? ConstantExpression.I64((long)bits)
                : global.Type == ValType.F32 ? new(Instruction.F32Const(BitConverter.UInt32BitsToSingle((uint)bits)))
                : global.Type == ValType.F64 ? new(Instruction.F64Const(BitConverter.UInt64BitsToDouble(bits)))
                : throw new AppLinkException(LinkError.InvalidRuntimePack, $"the runtime's global '{name}' is of type {global.Type}, which a snapshot cannot keep");
        }
    }

    /// <summary>The address behind the last byte that the runtime has asked for: what <c>sbrk</c> notes.</summary>
    private static uint HeapEnd(Module module, SnapshotImage image)
    {
        Function? sbrk = module.FindFunction("sbrk");
        if (sbrk?.Body is not [{ Opcode: Opcode.I32Const } address, { Opcode: Opcode.I32Load, MemoryArgument.Offset: 0 }, ..])
        {
            throw new AppLinkException(
                LinkError.InvalidRuntimePack, "the runtime's function sbrk does not begin by reading where the heap ends, so that its snapshot would lose or keep too much");
        }

        uint end = BinaryPrimitives.ReadUInt32LittleEndian(image.Memory.AsSpan(address.Int32));
        return end <= image.Memory.Length && image.Memory.AsSpan((int)end).IndexOfAnyExcept((byte)0) < 0
            ? end
            : throw new AppLinkException(
                LinkError.InvalidRuntimePack, $"the runtime's heap is said to end at {end}, but memory of {image.Memory.Length} bytes is in use behind it");
    }

    private static Contents Describe(RuntimePackModule runtime, CStack stack, uint bundleAddress, uint heapEnd, byte[] bundle)
    {
        List<(uint Start, uint End)> data =
        [
            .. runtime.Module.DataSegments
                .Where(segment => segment.Offset?.IntegerValue is not null)
                .Select(segment => ((uint)segment.Offset!.IntegerValue!.Value, (uint)(segment.Offset.IntegerValue.Value + segment.Bytes.Length)))
                .Where(range => range.Item1 < stack.Low),
        ];
        uint staticStart = data.Count == 0 ? 0 : data.Min(range => range.Start);
        return new Contents()
            .AddBundle(bundle, bundleAddress)
            .Add("static", "", staticStart, stack.Low - staticStart)
            .Add("heap", "", stack.High, heapEnd - stack.High);
    }

    /// <summary>The C stack: the region <c>[Low, High)</c>, used from <c>Pointer</c> up.</summary>
    private readonly record struct CStack(uint Low, uint Pointer, uint High)
    {
        public static CStack Of(SnapshotImage image)
        {
            CStack stack = new(Get(image, "__stack_end"), Get(image, "__stack_pointer"), Get(image, "__stack_base"));
            return stack.Low <= stack.Pointer && stack.Pointer <= stack.High && stack.High <= image.Memory.Length
                ? stack
                : throw new AppLinkException(
                    LinkError.InvalidRuntimePack, $"the runtime's C stack is said to span {stack.Low} to {stack.High} with its pointer at {stack.Pointer}, which cannot be");
        }

        private static uint Get(SnapshotImage image, string name) =>
            image.Globals.TryGetValue(name, out ulong bits) ? (uint)bits : throw RuntimePackModule.Missing(name);
    }
}

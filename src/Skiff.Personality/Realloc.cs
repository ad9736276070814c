using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// <c>cabi_realloc</c>: where the host puts strings and lists that it returns or passes (canonical ABI). It is called while
/// the host may not be called, and before the runtime's constructors have run: it only allocates.
/// </summary>
internal static unsafe class Realloc
{
    private static byte* _target;
    private static uint _size;

    /// <summary>
    /// Makes the next bytes or string that the host returns go straight into a buffer, if they fit. <see cref="Take"/>
    /// has to be called when it has returned.
    /// </summary>
    internal static void Offer(byte* buffer, uint size)
    {
        _target = buffer;
        _size = size;
    }

    /// <summary>Ends an offer: copies bytes that went elsewhere into the buffer, as many as it holds. How many those are.</summary>
    internal static uint Take(byte* bytes, uint count, byte* buffer, uint size)
    {
        _target = null;
        uint taken = count < size ? count : size;
        if (bytes != buffer && count > 0)
        {
            Text.Copy(buffer, bytes, taken);
            Runtime.Free(bytes);
        }

        return taken;
    }

    /// <summary>Ends an offer that nothing was returned for.</summary>
    internal static void Withdraw() => _target = null;

    /// <summary>
    /// Memory of the C library, so that whoever takes it frees it as such; of nothing, an address that is never freed.
    /// Traps when there is none, as the canonical ABI has no other way to say so.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "cabi_realloc")]
    internal static void* Reallocate(void* old, uint oldSize, uint alignment, uint size)
    {
        if (size == 0)
        {
            return (void*)(nuint)alignment;
        }

        if (oldSize == 0 && alignment == 1 && size <= _size && _target != null)
        {
            void* target = _target;
            _target = null;
            return target;
        }

        void* memory = oldSize == 0 ? Runtime.Allocate(size) : Runtime.Reallocate(old, size);
        if (memory == null)
        {
            Wasm.Unreachable();
        }

        return memory;
    }
}

namespace Skiff.Personality;

/// <content>Random numbers.</content>
internal static unsafe partial class Wasi
{
    /// <summary>Fewer bytes than this are quicker to get as numbers, which need no memory.</summary>
    private const uint FewBytes = 64;

    internal static int RandomGet(byte* buffer, uint size)
    {
        if (size > FewBytes)
        {
            List bytes;
            Realloc.Offer(buffer, size);
            RandomNumbers.GetBytes(size, &bytes);
            return Realloc.Take(bytes.Items, bytes.Count, buffer, size) == size ? Errno.Success : Errno.InputOutput;
        }

        while (size > 0)
        {
            ulong number = RandomNumbers.GetNumber();
            uint count = size < sizeof(ulong) ? size : sizeof(ulong);
            Text.Copy(buffer, (byte*)&number, count);
            buffer += count;
            size -= count;
        }

        return Errno.Success;
    }
}

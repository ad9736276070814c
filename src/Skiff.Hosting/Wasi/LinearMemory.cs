using System.Buffers.Binary;

namespace Skiff.Hosting.Wasi;

/// <summary>
/// The guest's memory for the length of one call. Every access is checked; one that is out of bounds throws
/// <see cref="MemoryFaultException"/>, which the call answers with <see cref="Errno.Fault"/>.
/// </summary>
internal readonly unsafe ref struct LinearMemory(byte* start, nuint size)
{
    /// <summary>The bytes at <paramref name="address"/>.</summary>
    public Span<byte> Slice(uint address, uint length)
    {
        if ((ulong)address + length > size || length > int.MaxValue)
        {
            throw new MemoryFaultException();
        }

        return new Span<byte>(start + address, (int)length);
    }

    public uint ReadUInt32(uint address) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(address, sizeof(uint)));

    public ulong ReadUInt64(uint address) => BinaryPrimitives.ReadUInt64LittleEndian(Slice(address, sizeof(ulong)));

    public ushort ReadUInt16(uint address) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(address, sizeof(ushort)));

    public void WriteUInt16(uint address, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Slice(address, sizeof(ushort)), value);

    public byte ReadByte(uint address) => Slice(address, 1)[0];

    public void WriteUInt32(uint address, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Slice(address, sizeof(uint)), value);

    public void WriteUInt64(uint address, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Slice(address, sizeof(ulong)), value);
}

using System.Security.Cryptography;
using Skiff.Personality.Tests;

namespace Skiff.Personality;

internal static unsafe class RandomNumbers
{
    internal static void GetBytes(ulong length, List* result) => *result = Answers.Bytes(RandomNumberGenerator.GetBytes((int)length));

    internal static ulong GetNumber() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}

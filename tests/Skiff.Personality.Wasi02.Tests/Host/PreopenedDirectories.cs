using Skiff.Personality.Tests;

namespace Skiff.Personality;

internal static unsafe class PreopenedDirectories
{
    internal static void GetDirectories(List* result) => *result = Answers.Items(FakeHost.Current.Descriptors
        .Where(descriptor => descriptor.Value.Preopen is not null)
        .OrderBy(descriptor => descriptor.Key)
        .Select(descriptor => new PreopenedDirectory { Descriptor = descriptor.Key, Name = Answers.String(descriptor.Value.Preopen!) })
        .ToArray());
}

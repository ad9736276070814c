using Skiff.Personality.Tests;

namespace Skiff.Personality;

internal static unsafe class Cli
{
    internal static void GetEnvironment(List* result) => *result = Answers.Items(FakeHost.Current.Environment.Select(variable =>
    {
        int equals = variable.IndexOf('=', StringComparison.Ordinal);
        return new StringPair { First = Answers.String(variable[..equals]), Second = Answers.String(variable[(equals + 1)..]) };
    }).ToArray());

    internal static void GetArguments(List* result) => *result = Answers.Items(FakeHost.Current.Arguments.Select(Answers.String).ToArray());

    internal static void InitialCwd(OptionalString* result)
    {
        *result = default;
        if (FakeHost.Current.InitialDirectory is { } directory)
        {
            result->IsSome.Value = 1;
            result->Value = Answers.String(directory);
        }
    }

    internal static void Exit(int status) => throw new ExitException(status);
}
